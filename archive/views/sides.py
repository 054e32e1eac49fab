"""Statements of several speakers side by side: months, in these days, on each day a cell for each speaker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.models import Article, Statement
from archive.search.periods import cut

from .dates import iso_in_words

KNOWN = {4: "month not known", 7: "day not known"}  # by the characters of an ISO date


@dataclass(frozen=True)
class Column:
    """One speaker: how many statements are found in all, and the links to do without them."""

    number: int
    slug: str
    name: str
    note: str
    href: str
    count: int
    without: str


@dataclass(frozen=True)
class Cell:
    """What one speaker said on one day, by article."""

    column: Column
    articles: dict[Article, list[Statement]] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One day, or a month or a year that is all that is known of a date; blank for none."""

    period: str
    cells: tuple[Cell, ...]

    @property
    def label(self) -> str:
        """What stands beside it, below the name of its month: ``4``, or what is not known."""
        return KNOWN.get(len(self.period), self.period[8:].lstrip("0"))


@dataclass(frozen=True)
class Span:
    """The rows of one month, or of one year of which no more is known."""

    words: str
    rows: list[Row]


def lay_out(statements: Iterable[Statement], columns: Sequence[Column]) -> list[Span]:
    """Return `statements`, which are in order of time, by month and day, each in its speaker's column."""
    spans: dict[str, dict[str, Row]] = {}
    for statement in statements:
        period = cut(statement.article.published, statement.article.precision) or ""
        rows = spans.setdefault(period[:7], {})
        row = rows.setdefault(period, Row(period, tuple(Cell(column) for column in columns)))
        for cell in row.cells:
            if statement.speaker and statement.speaker.slug == cell.column.slug:
                cell.articles.setdefault(statement.article, []).append(statement)
    return [
        Span(iso_in_words(month, "plain").capitalize(), list(rows.values())) for month, rows in spans.items()
    ]
