"""The days that a page itself names as its own: in its markup, its address, its lines and its dateline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

from archive.extraction.cleaning.credits import WIRE_NUMBER
from archive.extraction.cleaning.datelines import DatelineFound, find_dateline
from archive.extraction.cleaning.lines import TIME, Kind, Line
from archive.extraction.dates import DateFound, find_dates, find_dates_of_page
from archive.extraction.dates.calendar_names import MONTHS
from archive.extraction.dates.calendars import day_of
from archive.extraction.lexicon import entries
from archive.reading.page import Metadata

ClaimKind = Literal["metadata", "address", "page", "number", "dateline"]
EARLIEST = date(1900, 1, 1)
UNSET = (date(1970, 1, 1), date(1969, 12, 31))  # what computers write for a time that nobody gave

ADDRESS_DAY = re.compile(
    r"""
    (?<!\d) (?P<year>19\d\d|20[0-4]\d)
    (?: # /2015/11/25/
        (?P<mark>[/-]) (?P<month>0?[1-9]|1[0-2]) (?P=mark) (?P<day>0?[1-9]|[12]\d|3[01]) (?!\d)
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
FIRST = re.compile(r"\b(?:first|originally)\s(?:published|posted|issued)\b(?!\s(?:by|in)\b)", re.I)
# Lines of an announcement, whose date is that of what it announces.
VENUE = re.compile(r"(?:Where|Venue|RSVP|Registration|Organi[sz]ers?|Veranstaltungsort)\s?:")
OF_EVENT = re.compile(r"(?:Dates?|When|Datum|Fecha|Data)\b", re.I)
UPDATED_AT = re.compile(r"\W{1,5}(?:last )?updated\b(?: at)?\W{0,3}\d", re.I)
LONGEST_LABEL = 30  # characters
LONGEST_HEAD = 60  # characters at the beginning of a story, in which its day stands
HEAD_BEGINS = re.compile(
    r"""
      \(? (?: [^\W\d]{3,12},?\  )?
    | [^\W\d_a-z] [\w.'’-]+ (?: \ (?: [^\W\d_a-z] [\w.'’-]* | de | del | la | el | am | of | an\ der )){0,3}
      ,?\  (?: (?: a | le | el | den | em | il | dnia ) \  )?                     # Ciudad Real, a 3 de marzo
    """,
    re.X,
)
NEXT_SENTENCE = re.compile(r"\s(?:[–—-]{1,2}\s)?(?=[A-Z“\"])")
LONGEST_LEAD = 1000  # characters
SHORT_DAY = re.compile(r"(?<=[/-])(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=-)")
HEAD_ENDS = re.compile(r"\)?[.,:]? ?[–—-]{1,2} (?!\d)|\) (?=[A-Z“\"])")
NAMES = {
    "page": "The page gives this date.",
    "number": "The dispatch's number holds this date.",
    "metadata": "The page's markup gives this date.",
    "address": "The page's address holds this date.",
    "dateline": "The dateline gives this date.",
}
ZONES = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}
HALF_DAY = re.compile(r"\s?(?P<half>[ap])\.?m\b", re.I)
GMT = re.compile(r"\b(?:GMT|UTC)(?![+-]\d)|\dZ\b")


@dataclass(frozen=True)
class Claim:
    """A day, month or year that the page names as its own; `text` is its own words.

    `minute` is the ISO time with its zone, where the page gives both. `swapped` is the other reading of a day
    and month in numbers. `updated` tells that the page was changed then.
    """

    kind: ClaimKind
    text: str
    year: int
    month: int | None = None
    day: int | None = None
    minute: str | None = None
    swapped: date | None = None
    updated: bool = False

    @property
    def date(self) -> date | None:
        """The day claimed; None if only a month or a year is."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def moment(self) -> str:
        """What is claimed in ISO 8601: to the second, or the day, the month or the year."""
        if self.minute:
            return self.minute.removesuffix("Z") + ":00Z"
        return (
            str(self.date) if self.date else f"{self.year}-{self.month:02}" if self.month else str(self.year)
        )


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
    found = next((d for d in find_dates(written) if d.year), None)
    if found is None:
        return None
    return Claim("metadata", written, found.year or 0, found.month, found.day, swapped=found.swapped)


def _claim_of_iso(match: re.Match[str], written: str) -> Claim | None:
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    if day_of(year or 1, month or 1, day or 1) is None:
        return None
    minute = None
    if match["zone"] and year and month and day:
        minute = _utc(date(year, month, day), int(match["hour"]), int(match["minute"]), match["zone"])
    return Claim("metadata", written.strip(), year or 0, month, day, minute)


def _utc(day: date, hour: int, minute: int, zone: str) -> str | None:
    """Return the moment as ``2015-11-25T10:57Z``; None where Greenwich has another day."""
    try:
        moment = datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}{ZONES.get(zone, zone)}").astimezone(UTC)
    except ValueError:
        return None
    return f"{moment:%Y-%m-%dT%H:%MZ}" if moment.date() == day else None


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


def claim_at_head(body: str, dateline: DatelineFound | None) -> Iterator[Claim]:
    """Yield the day that a story begins with, alone, or behind its dateline or a place abroad.

    "3 March 2014 – The envoy …", "Harven, 3 de marzo de 2014.- El enviado …".
    """
    head = body[:LONGEST_HEAD]
    found = next(iter(find_dates_of_page(head)), None)
    if found is None or found.full is None:
        return
    behind = dateline is not None and dateline.end == found.start > 0 and NEXT_SENTENCE.match(head, found.end)
    if behind:
        yield Claim(
            "dateline", head[: found.end], found.full.year, found.month, found.day, swapped=found.swapped
        )
    elif HEAD_BEGINS.fullmatch(head[: found.start]) and HEAD_ENDS.match(head, found.end):
        text = head[: found.end].strip(" (")
        yield Claim("dateline", text, found.full.year, found.month, found.day, swapped=found.swapped)


def claims_of_several(dateline: DatelineFound | None, body: str) -> list[Claim]:
    """Return the month, or the year, that the datelines of several stories share, if the page holds several.

    None of their days is the page's own then.
    """
    if dateline is None or dateline.date is None:
        return []
    lines = (found for text in body.split("\n\n") if (found := find_dateline(text)) and found.date)
    days = {found.date: found.date_written for found in lines if found.date and found.date.full}
    months = {(day.year, day.month) for day in days}
    if len({day.full for day in days}) < 2 or len({day.year for day in days}) > 1:
        return []
    first = next(iter(days))
    return [Claim("dateline", days[first], first.year or 0, first.month if len(months) == 1 else None)]


def claims_of_lines(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the days on the lines with dates and bylines, in page order."""
    below = [*lines[1:], None]
    found = [
        (claim, label)
        for label, line, after in zip(["", *map(_label, lines)], lines, below, strict=False)
        if line.kind in (Kind.CLOCK, Kind.BYLINE, Kind.SIGNOFF, Kind.SOURCE) and not _is_of_picture(after)
        for claim in _claims_of_line(line.text, label)
    ]
    if any(VENUE.match(line.text) for line in lines):
        found = [pair for pair in found if not (OF_EVENT.match(pair[0].text) or OF_EVENT.match(pair[1]))]
    original = any(FIRST.match(label) for _, label in found)
    for claim, label in found:
        yield replace(claim, updated=True) if original and not FIRST.match(label) else claim


def months_of_lines(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the months that stand alone on a line: "December 2003"."""
    for line in lines:
        found = next(iter(find_dates(line.text)), None) if line.kind is Kind.CLOCK else None
        if found and found.year and not found.day and found.end - found.start == len(line.text.strip("() .")):
            yield Claim("page", line.text, found.year, found.month)


def yearless_day(lines: Sequence[Line]) -> tuple[DateFound, str] | None:
    """Return the only day without a year on the lines with dates, and its line."""
    found = [
        (written, line.text)
        for line in lines
        if line.kind in (Kind.CLOCK, Kind.BYLINE)
        for written in find_dates(line.text)
        if written.day and not written.year
    ]
    return found[0] if len(found) == 1 else None


def _is_of_picture(after: Line | None) -> bool:
    """Tell whether the credit of a picture goes on behind a date, which is the picture's: "| Reuters"."""
    return after is not None and after.kind in (Kind.CAPTION, Kind.CREDIT) and after.text.startswith("|")


def _label(line: Line) -> str:
    """Return the words that say which date the next line gives: "Updated", "Originally published:"."""
    short = len(line.text) <= LONGEST_LABEL and not any(map(str.isdigit, line.text))
    return line.text.rstrip(": ") + " " if short else ""


def _claims_of_line(text: str, label: str = "") -> Iterator[Claim]:
    number = WIRE_NUMBER.search(text)
    if number:
        claim = read_moment(number["date"])
        if claim and claim.date:
            yield Claim("number", number.group(), claim.year, claim.month, claim.day)
    dates = find_dates_of_page(text)
    first = FIRST.search(text)
    begin = first.start() if first else 0
    for found in dates:
        if found.full and not _other().search(label + text[: found.start]):
            updated = found.start < begin or _is_update(label + text[: found.start], text[found.end :])
            minute = _minute(_without_dates(text, dates)[begin:], found) if not updated else None
            yield Claim("page", text, found.year or 0, found.month, found.day, minute, found.swapped, updated)


def _is_update(before: str, after: str) -> bool:
    """Tell "Updated 3 March 2014" and "3 March 2014 -- Updated 0203 GMT"."""
    return _updated().search(before) is not None or UPDATED_AT.match(after) is not None


@cache
def _other() -> re.Pattern[str]:
    """A word for something else than publication at the end of what stands before a date: "Deadline:"."""
    words = "|".join(map(re.escape, entries("other_dates.txt")))
    return re.compile(rf"(?<!\w)(?:{words})\W{{0,3}}(?:(?:on|at|am|le|el)\W)?$", re.I)


@cache
def _updated() -> re.Pattern[str]:
    """A word for updating at the end of what stands before a date: "Last updated on", "Son güncelleme:"."""
    words = "|".join(map(re.escape, entries("updated_words.txt")))
    return re.compile(
        rf"(?<!\w)(?:{words})d?\w{{0,2}}(?:\s(?:tarihi|time|date))?\W{{0,3}}(?:(?:on|at|le|am|el|il|em)\W)?$",
        re.I,
    )


def _without_dates(text: str, dates: Sequence[DateFound]) -> str:
    """Return `text` with blanks for its dates: "25.11.2018" holds no clock."""
    for found in dates:
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _minute(text: str, found: DateFound) -> str | None:
    """Return the clock beside the date, if it is Greenwich's; names of other zones mean several things."""
    clock = TIME.search(text)
    if clock is None or found.full is None or not GMT.search(text):
        return None
    return _utc(found.full, _hour(text, clock), int(clock["minute"]), "GMT")


def _hour(text: str, clock: re.Match[str]) -> int:
    """Return the hour of a clock of twenty-four hours, or of one of twelve ("4:00 p.m.")."""
    half = HALF_DAY.match(text, clock.end())
    hour = int(clock["hour"])
    return hour if half is None or hour > 12 else hour % 12 + (12 if half["half"] in "pP" else 0)
