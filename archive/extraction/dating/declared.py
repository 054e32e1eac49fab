"""What a page's markup and its address say of its day."""

import re
from collections.abc import Iterator
from datetime import date

from archive.extraction.dates import find_dates_of_page
from archive.extraction.dates.calendar_names import MONTHS
from archive.extraction.dates.calendars import day_of
from archive.extraction.dating.claims import Claim, utc_minute
from archive.reading.page import Metadata

EARLIEST = date(1900, 1, 1)
LONGEST_LEAD = 1000  # characters
UNSET = (date(1970, 1, 1), date(1969, 12, 31))  # what computers write for a time that nobody gave
ADDRESS_DAY = re.compile(
    r"""
    (?<!\d) (?P<year>19\d\d|20[0-4]\d)
    (?: # /2015/11/25/, but not /2015/11/25-questions
        (?P<mark>[/-]) (?P<month>0?[1-9]|1[0-2]) (?P=mark) (?P<day>0?[1-9]|[12]\d|3[01])
        (?! \d | (?<=/\d)- | (?<=/\d\d)- )
        # 20151125, and the same before a clock or a number of ten digits
      | (?P<month2>0[1-9]|1[0-2]) (?P<day2>0[1-9]|[12]\d|3[01]) (?= (?:\d{4}|\d{6}|\d{10})? (?!\d) )
        # /2015/nov/25/
      | / (?P<named>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} /
        (?P<day3>0?[1-9]|[12]\d|3[01]) (?!\d)
    )
    """,
    re.X | re.I,
)
ADDRESS_MONTH = re.compile(r"/(?P<year>19\d\d|20[0-4]\d)/(?P<month>0[1-9]|1[0-2])(?=/|$)")
ISO = re.compile(
    r"""
    \s* (?P<year>\d{4})
    (?: -? (?P<month>\d\d)
        (?: -? (?P<day>\d\d)
            (?: [T ] (?P<hour>\d\d) :? (?P<minute>\d\d) (?: :?\d\d (?:\.\d+)? )? \s?
                (?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?
            )?
        )?
    )?
    """,
    re.X,
)
CLOCK_BEFORE_YEAR = re.compile(
    r" \d\d?:\d\d(?::\d\d)?(?: [A-Z]{2,5})?(?= \d{4}\b)"
)  # Mar 4 09:35:14 CET 2014
SHORT_DAY = re.compile(r"(?<=[/-])(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=-)")


def claims_of_metadata(metadata: Metadata) -> Iterator[Claim]:
    """Yield what the page's markup and its address say."""
    if metadata.published:
        claim = read_moment(metadata.published)
        if claim and claim.date not in UNSET:
            yield claim
    if metadata.url:
        claim = claim_of_address(metadata.url)
        if claim:
            yield claim


def read_moment(written: str) -> Claim | None:
    """Read a date as metadata writes it: ISO 8601 cut anywhere, or a date in words."""
    match = ISO.match(written)
    if match and match["year"] and EARLIEST.year < int(match["year"]) < 2100:
        return _claim_of_iso(match, written)
    found = next((d for d in find_dates_of_page(CLOCK_BEFORE_YEAR.sub("", written)) if d.year), None)
    if found is None:
        return None
    return Claim("metadata", written, found.year or 0, found.month, found.day, swapped=found.swapped)


def _claim_of_iso(match: re.Match[str], written: str) -> Claim | None:
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    if day_of(year or 1, month or 1, day or 1) is None:
        return None
    minute = None
    if match["zone"] and year and month and day:
        minute = utc_minute(date(year, month, day), int(match["hour"]), int(match["minute"]), match["zone"])
    return Claim("metadata", written.strip(), year or 0, month, day, minute)


def claim_of_address(url: str) -> Claim | None:
    """Read the day, or else the month, in an address.

    ``/2015/11/25/``, ``20151125``, ``/2015/nov/25/``, ``/2021/04/``.
    """
    for match in ADDRESS_DAY.finditer(url):
        month = MONTHS[match["named"].lower()] if match["named"] else int(match["month"] or match["month2"])
        day = day_of(int(match["year"]), month, int(match["day"] or match["day2"] or match["day3"]))
        if day:
            return Claim("address", match.group(), day.year, day.month, day.day)
    found = ADDRESS_MONTH.search(url)
    if found is None:
        return None
    return Claim("address", found.group().strip("/"), int(found["year"]), int(found["month"]))


def claim_of_short_address(url: str, body: str) -> Iterator[Claim]:
    """Yield the day that an address writes as ``/140304-talks`` where the story gives it too: "(04.03.)"."""
    for match in SHORT_DAY.finditer(url):
        today = f"({match['day']}.{match['month']}.)"
        day = day_of(2000 + int(match["year"]), int(match["month"]), int(match["day"]))
        if day and today in body[:LONGEST_LEAD]:
            yield Claim("address", match.group(), day.year, day.month, day.day)
