"""Dates as pages write them: full, without the year, or a month of a year; and the weekdays beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from archive.extraction.dates.abroad import dates_abroad, with_our_digits
from archive.extraction.dates.calendar_names import MONTHS, WEEKDAYS
from archive.extraction.dates.calendars import day_of
from archive.extraction.dates.short import short_dates

_MONTH_MIXED = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
MONTH = f"(?:{_MONTH_MIXED}|{_MONTH_MIXED.upper()})"
_YEAR = r"(?:19|20)\d\d(?!\d)"

WRITTEN = re.compile(
    rf"""
    (?: (?P<weekday>(?<![A-Z])(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)
        [.,]{{0,2}} \s{{1,2}} )?
    (?: # 2015-10-15, 2015/10/15
        (?<![\d./-]) (?P<iso_year>(?:19|20)\d\d) (?P<iso_mark>[-/.]) (?P<iso_month>\d\d?)
        (?P=iso_mark) (?P<iso_day>\d\d?) (?!\d)
        # 07.04.2017, 04/24/1998
      | (?<![\d./-]) (?P<first>\d\d?) (?P<mark>[./-]) (?P<second>\d\d?) (?P=mark) (?P<number_year>{_YEAR})
        # 8 October 2015, the 8th of October, 22 Oct; of 8-10 October the last day
      | (?<![\d./:-]) (?:\d\d?[-–])? (?P<day>\d\d?) (?:st|nd|rd|th)? (?:\sof)? [ -]?
        (?P<month>{MONTH}) (?![a-z])
        (?:[,،]?[ -]?(?P<year>{_YEAR}))?
        # October 8, 2015; October, 8, 2015; Oct. 22
      | (?<![A-Za-z]) (?P<month2>{MONTH}) (?:\s?|,\s(?=\d\d?,\s{_YEAR}))
        (?P<day2>\d\d?) (?:st|nd|rd|th)? (?![\d:]) (?!,\d\d\d)
        (?:[,،]?\s?(?P<year2>{_YEAR}))?
        # October 2015
      | (?<![A-Za-z]) (?P<month3>{MONTH}) ,? (?:\sof)? \s (?P<year3>{_YEAR})
    )
    """,
    re.X,
)
# Every date holds a month's name or numbers with two signs between them, so only their neighbourhood is read.
# It begins with a class of characters, for which `re` looks much faster than for alternatives; a text without
# a digit holds none.
ANCHOR = re.compile(
    r"""
    [JFMASOND\d] (?:
        (?<=J)(?:an|un|ul|AN|UN|UL) | (?<=F)(?:eb|EB) | (?<=M)(?:ar|ay|AR|AY) | (?<=A)(?:pr|ug|PR|UG)
      | (?<=S)(?:ep|EP) | (?<=O)(?:ct|CT) | (?<=N)(?:ov|OV) | (?<=D)(?:ec|EC)
      | (?<=\d)\d{0,3}[./-]\d\d?[./-]\d
    )
    """,
    re.X,
)
DIGIT = re.compile(r"\d")
# 06/03/2022 03:29 PM EDT. EST is not among the zones, which Australia has too, nor CST, which China has.
AMERICAN_CLOCK = re.compile(r",? \d\d?:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)? (?:EDT|CDT|MDT|PDT|PST|MST)\b")
REACH = 28  # the longest way from the beginning of a date to its anchor ("Wednesday, 14th-15th of September")


@dataclass(frozen=True)
class DateFound:
    """A date as written: its place in the text, and of year, month, day and weekday (Monday 0) those given.

    `swapped` is the other reading of an all-number date whose day and month may change places.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    swapped: date | None = None

    @property
    def full(self) -> date | None:
        """The day, where year, month and day are given."""
        return date(self.year, self.month, self.day) if self.year and self.day else None


def find_dates(text: str) -> tuple[DateFound, ...]:
    """Return the dates written in `text` that exist in the calendar, in their order, not overlapping."""
    return tuple(_dates_in(text)) if DIGIT.search(text) else ()


def find_dates_of_page(text: str) -> tuple[DateFound, ...]:
    """Return the dates in a line that the page, not the story, has: those of other languages too.

    "Publié le 7 novembre 2019", "19 октября 2016", "2019年3月14日", "8.5.12".
    """
    text = with_our_digits(text)
    found = find_dates(text)
    if not DIGIT.search(text):
        return found
    abroad = (DateFound(start, end, *_parts(day)) for start, end, day in dates_abroad(text))
    both = _not_overlapping(abroad, (date for date in found if date.day))
    if any(date.full for date in both):
        return both
    short = (
        DateFound(start, end, *_parts(day), swapped=swapped) for start, end, day, swapped in short_dates(text)
    )
    return tuple(short) or both or found


def days_of_page(text: str) -> tuple[DateFound, ...]:
    """Return those of `find_dates_of_page` that are whole days, each with its year."""
    return tuple(found for found in find_dates_of_page(text) if found.full)


def _not_overlapping(abroad: Iterable[DateFound], found: Iterable[DateFound]) -> tuple[DateFound, ...]:
    """Return all of `found`, which are in the text's order, and what of `abroad` lies beside them."""
    found = list(found)
    starts = [one.start for one in found]
    ends = [0, *(one.end for one in found)]
    beside = [date for date in abroad if ends[bisect_left(starts, date.end)] <= date.start]
    return tuple(sorted([*found, *beside], key=lambda date: date.start))


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _dates_in(text: str) -> Iterator[DateFound]:
    at = 0
    for anchor in ANCHOR.finditer(text):
        if anchor.start() < at:
            continue
        match = WRITTEN.search(text, max(at, anchor.start() - REACH), min(len(text), anchor.end() + REACH))
        if match and match.start() <= anchor.start():
            at = match.end()
            found = _read(match)
            if found:
                yield found


def _read(match: re.Match[str]) -> DateFound | None:
    parts = match.groupdict()
    weekday = WEEKDAYS[parts["weekday"][:3].lower()] if parts["weekday"] else None
    year: int | None
    day: int | None
    swapped = None
    if parts["iso_year"]:
        year, month, day = int(parts["iso_year"]), int(parts["iso_month"]), int(parts["iso_day"])
    elif parts["first"]:
        year = int(parts["number_year"])
        day, month, swapped = _ordered(
            year, int(parts["first"]), int(parts["second"]), parts["mark"], weekday
        )
        if swapped and AMERICAN_CLOCK.match(match.string, match.end()):
            day, month, swapped = month, day, None
    else:
        year, month, day = _named(parts)
    if not _exists(year, month, day):
        return None
    return DateFound(match.start(), match.end(), year, month, day, weekday, swapped)


def _named(parts: dict[str, str | None]) -> tuple[int | None, int, int | None]:
    """Return year, month and day of a date whose month is a word."""
    month = parts["month"] or parts["month2"] or parts["month3"] or ""
    year = parts["year"] or parts["year2"] or parts["year3"]
    day = parts["day"] or parts["day2"]
    return int(year) if year else None, MONTHS[month[:3].lower()], int(day) if day else None


def _ordered(
    year: int, first: int, second: int, mark: str, weekday: int | None
) -> tuple[int, int, date | None]:
    """Return day and month of a date in numbers, and its other reading if that cannot be ruled out.

    Points part day-month-year the world over; slashes do in Europe, and month-day-year in the United States.
    A weekday written beside it decides.
    """
    if not _exists(year, second, first):
        return second, first, None
    if mark == "." or first == second or not _exists(year, first, second):
        return first, second, None
    day_first, month_first = date(year, second, first), date(year, first, second)
    if weekday is not None and day_first.weekday() != month_first.weekday():
        return (first, second, None) if day_first.weekday() == weekday else (second, first, None)
    return first, second, month_first


def _exists(year: int | None, month: int, day: int | None) -> bool:
    """Tell whether the calendar has the date; 29 February without its year counts."""
    return day_of(year or 2000, month, day or 1) is not None
