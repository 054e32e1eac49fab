"""Days, months and years as readers write them: ``2015``, ``2015-10-15``, ``May 2015``, ``5.10.2015``."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from archive.models import Precision

PERIOD = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
YEAR = "[12][0-9]{3}"
FIGURES = rf"[0-3]?[0-9]\.[01]?[0-9]\.{YEAR}"  # day, month, year: with dots, nobody puts the month first
WRITTEN = rf"(?:[0-3]?[0-9]\s+(?:{MONTH})\s+{YEAR}|(?:{MONTH})\s+(?:[0-3]?[0-9],?\s+)?{YEAR}|{FIGURES})"
DATE = re.compile(WRITTEN, re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LENGTHS = {str(Precision.YEAR): 4, str(Precision.MONTH): 7}  # characters of an ISO date; of others all


def first_day(period: str) -> date:
    """Return the first day of `period`. Raises ValueError where there is no such period."""
    year, month, day = _numbers(period)
    return date(year, month or 1, day or 1)


def last_day(period: str) -> date:
    """Return the last day of `period`. Raises ValueError where there is no such period."""
    year, month, day = _numbers(period)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _numbers(period: str) -> tuple[int, int | None, int | None]:
    found = PERIOD.fullmatch(period)
    if not found:
        raise ValueError(f"{period!r} is not a year, a month or a day")
    year, month, day = (int(number) if number else None for number in found.group("year", "month", "day"))
    date(year or 0, month or 1, day or 1)
    return year or 0, month, day


def period_of(text: str) -> str | None:
    """Return the year, month or day that `text` names: ``2015-10`` of itself and of ``Oct 2015``; or None."""
    if PERIOD.fullmatch(text):
        return text
    if not DATE.fullmatch(text):
        return None
    period = _in_figures(text) if text.count(".") == 2 else _in_letters(text)
    try:
        first_day(period)
    except ValueError:
        return None
    return period


def _in_figures(text: str) -> str:
    day, month, year = text.split(".")
    return f"{year}-{int(month):02}-{int(day):02}"


def _in_letters(text: str) -> str:
    *parts, year = text.lower().replace(",", "").split()
    (month,) = (MONTHS.index(part[:3]) + 1 for part in parts if part[:3] in MONTHS)
    return "-".join([year, f"{month:02}", *(f"{int(part):02}" for part in parts if part.isdigit())])


def as_number(day: date) -> int:
    """Return `day` as a number that sorts: 20151015."""
    return day.year * 10000 + day.month * 100 + day.day


def cut(day: date | None, precision: str) -> str | None:
    """Return `day` as far as it is known, e.g. ``2015-10`` for a month; None where it is not."""
    return None if day is None else day.isoformat()[: LENGTHS.get(precision)]


def periods_between(first: date, last: date, length: int) -> Iterator[str]:
    """Yield every period of `length` characters (4, 7 or 10) that the days from `first` to `last` touch."""
    day = first
    while day <= last:
        period = day.isoformat()[:length]
        yield period
        if last_day(period) >= last:
            return
        day = last_day(period) + timedelta(days=1)
