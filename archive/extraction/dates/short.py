"""Dates whose year has two digits, as pages write them above stories: "8.5.12", "14/03/02", "9 Feb 06"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from archive.extraction.dates.calendar_names import MONTHS
from archive.extraction.dates.calendars import day_of
from archive.extraction.lexicon import words

BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\.?\s*$")
AFTER = re.compile(r"\s*(?:$|[^\w\s]|\d\d?[:.h]\d\d)|\s(?:at|um|by|von|à|kl)\b")
LATEST, EARLIEST = 30, 69  # of the years meant: 2000 to 2030, and 1969 to 1999
NUMBERS = re.compile(
    r"(?<![\d./-])(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?P<third>\d\d)(?![\d/:%-]|[.,]\d)"
)
NAMED = re.compile(
    rf"""
    (?<![\d.:/-]) (?P<day>\d\d?) [ -] (?P<month>{"|".join(MONTHS)})[a-z]{{0,6}}\.? [ -] ['’]?(?P<year>\d\d)
    (?! [\d:%] | [.,]\d | \s?(?:[ap]\.?m\b|GMT|UTC|h\b) )
    """,
    re.I | re.X,
)


def short_dates(text: str) -> Iterator[tuple[int, int, date, date | None]]:
    """Yield beginning, end and day of each such date in `text`, and its other reading if there is one.

    The month may come first; between other signs than points the year may too. What can be read in three ways
    is left out.
    """
    for match in filter(_stands_apart, NUMBERS.finditer(text)):
        numbers = int(match["first"]), int(match["second"]), int(match["third"])
        readings = _readings(*numbers, pointed=match["mark"] == ".")
        if 1 <= len(readings) <= 2:
            yield match.start(), match.end(), readings[0], readings[1] if len(readings) == 2 else None
    for match in NAMED.finditer(text):
        day = _day(int(match["year"]), MONTHS[match["month"].lower()], int(match["day"]))
        if day:
            yield match.start(), match.end(), day, None


@cache
def words_beside() -> frozenset[str]:
    """Return the words that stand beside a date on a line that holds nothing else."""
    return words("clock_words.txt") | words("weekdays.txt")


def _stands_apart(match: re.Match[str]) -> bool:
    """Tell a date from other numbers: "Version 3.4.12", "8.3.12 kB"."""
    before, after = BEFORE.search(match.string, 0, match.start()), AFTER.match(match.string, match.end())
    return after is not None and (before is None or before["word"].lower() in words_beside())


def _readings(first: int, second: int, third: int, pointed: bool) -> list[date]:
    """Return the days that three numbers can mean; between points the year is the last of them."""
    orders = [(third, second, first), (third, first, second)]
    if not pointed:
        orders.append((first, second, third))
    return list(dict.fromkeys(day for order in orders if (day := _day(*order))))


def _day(year: int, month: int, day: int) -> date | None:
    if LATEST < year < EARLIEST:
        return None
    return day_of(year + (2000 if year <= LATEST else 1900), month, day)
