"""Dates in other languages than English, and in other calendars, as pages write them above their stories."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from archive.extraction.dates.calendars import ERAS, day_of, from_buddhist, from_era, from_persian
from archive.extraction.lexicon import table

YEAR = r"(?:19|20)\d\d(?!\d)"
PERSIAN_YEAR = r"(?:13\d\d|140\d)(?!\d)"  # to 2031; the lunar years that lately pass are 1410 and more
BUDDHIST_YEAR = r"2[45]\d\d(?!\d)"
DIGITS = re.compile(r"\d{4}|年")
# The digits of Arabic, Persian, Hindi, Bengali and Thai, as ours.
OURS = {
    zero + n: str(n) for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10) for n in range(10)
}  # fmt: skip
PERSIAN, THAI = "persian", "thai"


def with_our_digits(text: str) -> str:
    """Return `text` with its digits as ours, each in its place."""
    return text if text.isascii() else text.translate(OURS)


def dates_abroad(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield beginning, end and day of each date in `text`, whose digits must be ours.

    "7 novembre 2019", "noviembre 7, 2019", "19 октября 2016", "2019年3月14日", "14 ส.ค. 2561",
    "15 Aban 1397".
    """
    if not DIGITS.search(text):
        return
    found = {match.start(): (match.end(), _day_numbered(match)) for match in NUMBERED.finditer(text)}
    named = (*_named().finditer(text), *filter(_names_month, MONTH_FIRST.finditer(text)))
    found |= {match.start(): (match.end(), _day_named(match)) for match in named}
    yield from ((start, end, day) for start, (end, day) in sorted(found.items()) if day)


def _names_month(match: re.Match[str]) -> bool:
    return match["month"].lower() in _months()


def _day_named(match: re.Match[str]) -> date | None:
    calendar, month = _months()[match["month"].lower()]
    year, day = int(match["year"]), int(match["day"])
    if calendar == THAI:
        return from_buddhist(year, month, day) if year > 2400 else day_of(year, month, day)
    return from_persian(year, month, day) if calendar == PERSIAN else day_of(year, month, day)


def _day_numbered(match: re.Match[str]) -> date | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    era, year = parts.pop("era", None), next(value for name, value in parts.items() if name[0] == "y")
    month, day = (int(next(value for name, value in parts.items() if name[0] == kind)) for kind in "md")
    number = 1 if year == "元" else int(year)
    if era:
        return from_era(era, number, month, day)
    return from_persian(number, month, day) if number < 1600 else day_of(number, month, day)


NUMBERED = re.compile(
    rf"""
      (?<!\d) (?P<y1>{YEAR}) \s?[年년]\s? (?P<m1>\d\d?) \s?[月월]\s? (?P<d1>\d\d?) \s?[日일]
    | (?P<era>{"|".join(ERAS)}) (?P<y2>\d{{1,3}}|元)年 (?P<m2>\d\d?)月 (?P<d2>\d\d?)日
    | (?<!\d) (?P<d3>\d\d?) \.\s (?P<m3>\d\d?) \.\s (?P<y3>{YEAR})        # 26. 10. 2020
    | (?<!\d) (?P<y4>{YEAR}) \.\s (?P<m4>\d\d?) \.\s (?P<d4>\d\d?) \.     # 2020. 10. 26.
    | (?<!\d) (?P<d5>\d\d?) \stháng\s (?P<m5>\d\d?) (?:,|\snăm)\s (?P<y5>{YEAR})
    | (?<![\d/-]) (?P<y6>{PERSIAN_YEAR}) (?P<_mark>[/-]) (?P<m6>\d\d?) (?P=_mark) (?P<d6>\d\d?) (?![\d/-])
    """,
    re.X,
)


# As blogs have it whose dates keep the order of English: noviembre 7, 2019; Dezember 16th, 2012
MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>[^\W\d_]{{3,12}})\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?:del? )?(?P<year>{YEAR})"
)


@cache
def _months() -> dict[str, tuple[str, int]]:
    """The calendar and the number of each month's name."""
    return {
        word: (calendar, int(number))
        for calendar, number, names in table("months.tsv")
        for word in names.split("|")
    }


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"""
        (?<!\d) (?: (?P<day>\d\d?) (?:er|[.ºª])? [\s-] (?:de\s)? (?P<month>{names}) (?!\w) \.? (?:/\w+)?
          ,? [\s-] (?:del?\s)? (?P<year>{YEAR}|{PERSIAN_YEAR}|{BUDDHIST_YEAR})
        )
        """,
        re.X | re.I,
    )
