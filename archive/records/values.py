"""What records of several kinds hold: names, dates and moments."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from archive.models import Article, Event, Organization, Person
from archive.search.periods import cut

Absolute = Callable[[str], str]  # makes an address that begins with a slash absolute


@dataclass(frozen=True)
class Named:
    """A row by its name, and by the slug that its address ends with."""

    name: str
    slug: str


def named(row: Person | Organization | Event) -> Named:
    """Return how a record names `row`."""
    return Named(row.name, row.slug)


@dataclass(frozen=True)
class Dated:
    """An ISO date: the first day of the span for a month or a year, null where the precision is unknown."""

    date: str | None
    precision: str


def dated(article: Article) -> Dated:
    """Return when `article` was published, with the minute where it is known."""
    minute = article.published_at
    known = f"{minute.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if minute else iso_day(article.published)
    return Dated(known, article.precision)


def iso_day(day: date | None) -> str | None:
    """Return an ISO date."""
    return cut(day, "day")


def iso_moment(moment: datetime) -> str:
    """Return a moment in universal time, to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
