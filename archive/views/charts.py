"""Bars over time: the numbers behind a histogram of years, months or days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from archive.search.periods import first_day, last_day, periods_between

from .dates import iso_in_words

MOST_BARS = 400
LABELS = 12  # more bars than this, and only some are labelled
HEIGHT = 100


@dataclass(frozen=True)
class Bar:
    """One bar: its period (``2015``, ``2015-10``, ``2015-10-15``) and the address of what it counts.

    `height` is in hundredths of the tallest bar; `label` is blank where bars are too many to label.
    """

    start: str
    count: int
    height: int
    label: str
    href: str

    @property
    def top(self) -> int:
        """Where the bar begins, from the top of the chart."""
        return HEIGHT - self.height

    @property
    def words(self) -> str:
        """The period in words."""
        return iso_in_words(self.start)


def bars(
    counts: Iterable[tuple[str, int]], href: Callable[[str], str], span: tuple[str, str] | None = None
) -> tuple[Bar, ...]:
    """Return a bar for each period from the first to the last of `counts`, those of nothing between them too.

    The periods are all years, all months or all days, in ISO form; with a `span`, those of all of it.
    What is too long to draw keeps only its counted periods. `href` gives the address of a period.
    """
    known = {start: count for start, count in counts if count}
    if not known:
        return ()
    periods = _periods(*(span or (min(known), max(known))), len(min(known)))
    if len(periods) > MOST_BARS:
        periods = sorted(known)
    tallest, every = max(known.values()), -(-len(periods) // LABELS)
    return tuple(
        Bar(
            start,
            known.get(start, 0),
            _height(known.get(start, 0), tallest),
            "" if place % every else _label(start),
            href(start),
        )
        for place, start in enumerate(periods)
    )


def _height(count: int, tallest: int) -> int:
    """Return the height of a bar; what is there at all is always seen."""
    return max(3, round(HEIGHT * count / tallest)) if count else 0


def _label(start: str) -> str:
    if len(start) == 4:
        return start
    return str(int(start[8:])) if len(start) == 10 else date.fromisoformat(f"{start}-01").strftime("%b")


def _periods(first: str, last: str, length: int) -> list[str]:
    """Return each period of `length` characters from `first` to `last`; at most one too many to draw."""
    return list(islice(periods_between(first_day(first), last_day(last), length), MOST_BARS + 1))
