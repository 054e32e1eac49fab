"""Where on an axis of time a period is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archive.search.periods import first_day, last_day, periods_between

DAILY, MONTHLY = 62, 731  # days that an axis may span to be drawn by the day, to be divided into months

YEAR, MONTH, DAY = 4, 7, 10  # characters of an ISO date


@dataclass(frozen=True)
class Scale:
    """An axis from `first` to `last`, with bars and bands of periods of so many characters of an ISO date.

    Short axes have a bar for each day; others one for each month, and bands of months or of whole years.
    Months are all of one width.
    """

    first: date
    last: date
    bar: int
    band: int

    @classmethod
    def of(cls, start: str, end: str, daily: bool = True) -> "Scale":
        """Return the axis for all from the period `start` to the period `end`; by the day only if `daily`."""
        first, last = first_day(start), last_day(end)
        days = (last - first).days + 1
        if daily and days <= DAILY:
            return cls(first, last, DAY, DAY)
        if days <= MONTHLY:
            return cls(first.replace(day=1), last_day(last.isoformat()[:MONTH]), MONTH, MONTH)
        return cls(first.replace(month=1, day=1), last.replace(month=12, day=31), MONTH, YEAR)

    @property
    def steps(self) -> int:
        """How many bars there may be."""
        return self._steps(self.last) + 1

    def place(self, period: str) -> int:
        """Return how many bars there may be before that of `period`."""
        return self._steps(first_day(period))

    def extent(self, period: str) -> tuple[str, str]:
        """Return where `period` begins and how wide it is, in percent of the axis; it ends with the axis."""
        begin = self._steps(max(first_day(period), self.first))
        end = self._steps(min(last_day(period), self.last)) + 1
        return f"{100 * begin / self.steps:.2f}%", f"{100 * (end - begin) / self.steps:.2f}%"

    def bands(self) -> Iterator[str]:
        """Yield every band."""
        return periods_between(self.first, self.last, self.band)

    def _steps(self, day: date) -> int:
        if self.bar == DAY:
            return (day - self.first) // timedelta(days=1)
        return 12 * (day.year - self.first.year) + day.month - self.first.month
