"""The days that a page itself names as its own: in its markup, its address, its lines and its dateline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from typing import Literal

from archive.extraction.cleaning.credits import TWEET_SIGNED, WIRE_NUMBER
from archive.extraction.cleaning.datelines import DatelineFound, find_dateline
from archive.extraction.cleaning.lines import ROUND_BULLETS, TIME, WHEN_AND_WHO, Kind, Line
from archive.extraction.dates import DateFound, days_of_page, find_dates, find_dates_of_page
from archive.extraction.dates.calendars import day_of
from archive.extraction.lexicon import entries

ClaimKind = Literal["metadata", "address", "page", "number", "dateline"]

FIRST = re.compile(r"\b(?:first|originally)\s(?:published|posted|issued)\b(?!\s(?:by|in)\b)", re.I)
# Lines of an announcement, whose date is that of what it announces.
VENUE = re.compile(r"(?:Where|Venue|RSVP|Registration|Organi[sz]ers?|Veranstaltungsort)\s?:")
OF_EVENT = re.compile(r"(?:Dates?|When|Datum|Fecha|Data)\b", re.I)
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
ITEM = re.compile(rf"[{ROUND_BULLETS}+]\s(?:\[\s)?")  # of a list
OF_ITEM = re.compile(r"[\s\]|,:–—-]{1,4}(?!by\b|at\b)[^\W\d]", re.I)  # what it tells, behind its day
NEXT_SENTENCE = re.compile(r"\s(?:[–—-]{1,2}\s)?(?=[A-Z“\"])")
HEAD_ENDS = re.compile(r"\)?[.,:]? ?[–—-]{1,2} (?!\d)|\) (?=[A-Z“\"])")
BEGINS_DATED = re.compile(r"\d\d?\.\d\d?\.(?:19|20)\d\d [–—-]{1,2} \b")
NAMES = {
    "page": "The page gives this date.",
    "number": "The dispatch's number holds this date.",
    "metadata": "The page's markup gives this date.",
    "address": "The page's address holds this date.",
    "dateline": "The dateline gives this date.",
}
# A clock of Greenwich; the names of other zones mean several things.
_GMT = (
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?:Z|(?:\s?(?P<half>[ap])\.?m\.?)?[\s(]{0,2}(?:GMT|UTC)(?![+-]\d))(?![^\W\d])"
)
GMT_BEHIND = re.compile(rf"(?:T|\W{{0,4}}(?P<words>(?:[^\W\d]{{1,12}}\W{{1,2}}){{0,2}})){_GMT}", re.I)
GMT_BEFORE = re.compile(rf"\b{_GMT}\W{{0,4}}(?P<words>(?:[^\W\d]{{1,12}},?\s){{0,2}})$", re.I)
LONGEST_CLOCK, LONGEST_LABELLED = 32, 80  # characters
# Updated 0203 GMT (1003 HKT) March 4, 2014
CLOCK_BEFORE = re.compile(
    r"\b\d\d?[:.h]?\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5}\b)?(?:\s\([^()]{1,20}\))?\W{0,4}$",
    re.I,
)
ROW_OF_TABLE = re.compile(r"│\s{0,20}(?:\d[\d.]*\s{0,20}$|[^│]{0,80}│)")  # 2014-03-04 18:00 │ 200 │ 4084
# Several days, or hours of one, as events have them: 3-5 March 2014, 3.-5. März 2014, 2014/3/3-5;
# 3 March 2014, 13:15 - 19:00
SPAN = re.compile(r"\d\d?[-–]\d\d?\W{0,2}[^\W\d]")
SPAN_BEFORE = re.compile(r"\b\d\d?\.?[-–]$")
SPAN_BEHIND = re.compile(
    rf"[-–]\d\d?(?![\d:.h])"
    rf"|\W{{0,3}}(?:[^\W\d]{{1,4}}\s)?{TIME.pattern}(?:\s?(?:Uhr|h|[ap]m))?\s?[-–]\s?\d\d?[:.h]\d"
)
JOINING = frozenset(["-", "–", "—", "to", "until", "bis", "au", "al", "до"])  # 3 March 2014 – 5 April 2014
ZONES = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}


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


def claim_at_head(body: str, dateline: DatelineFound | None) -> Iterator[Claim]:
    """Yield the day that a story begins with, alone, or behind its dateline or a place abroad.

    "3 March 2014 – The envoy …", "Harven, 3 de marzo de 2014.- El enviado …"; or what follows its
    lead begins with.
    """
    head = (_only_dated(body) or body)[:LONGEST_HEAD]
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


def _only_dated(body: str) -> str | None:
    """Return the second paragraph if it begins with a day in numbers, and the ones around it do not."""
    paragraphs = body.split("\n\n", 4)[:4]
    dated = [number for number, text in enumerate(paragraphs) if BEGINS_DATED.match(text)]
    return paragraphs[1] if dated == [1] else None


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
        for label, line, after in zip(["", *map(label_of, lines)], lines, below, strict=False)
        if line.kind in (Kind.CLOCK, Kind.BYLINE, Kind.SIGNOFF, Kind.SOURCE) and not _is_of_picture(after)
        for claim in claims_of_line(line.text, label)
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
        if line.kind in WHEN_AND_WHO
        for written in find_dates(line.text)
        if written.day and not written.year
    ]
    return found[0] if len(found) == 1 else None


def _is_of_picture(after: Line | None) -> bool:
    """Tell whether the credit of a picture goes on behind a date, which is the picture's: "| Reuters"."""
    return after is not None and after.kind in (Kind.CAPTION, Kind.CREDIT) and after.text.startswith("|")


def label_of(line: Line) -> str:
    """Return the words that say which date the next line gives: "Updated", "Originally published:"."""
    short = len(line.text) <= LONGEST_LABEL and not any(map(str.isdigit, line.text))
    return line.text.rstrip(": ") + " " if short else ""


def _is_of_other_story(text: str, dates: Sequence[DateFound]) -> bool:
    """Tell an item in a list of stories, which tells something behind its day: "* 4 March 2019 Talks"."""
    item = ITEM.match(text) if dates else None
    return bool(item and dates[0].start == item.end() and OF_ITEM.match(text, dates[0].end))


def claims_of_line(text: str, label: str = "") -> Iterator[Claim]:
    """Yield the days that a line gives as the page's own; `label` stands on the line above it."""
    number = WIRE_NUMBER.search(text)
    if number:
        year, month, day = (int(number["date"][part]) for part in (slice(4), slice(4, 6), slice(6, 8)))
        if day_of(year, month, day):
            yield Claim("number", number.group(), year, month, day)
    if ROW_OF_TABLE.search(text) or TWEET_SIGNED.match(text):
        return
    dates = days_of_page(text)
    if _is_of_other_story(text, dates):
        return
    first = FIRST.search(text)
    begin = first.start() if first else 0
    for place, found in enumerate(dates):
        before, behind = _around(text, dates, place)
        if _ends_in("other_dates.txt", label + text[: found.start]) or _is_of_several(text, dates, place):
            continue
        updated = found.start < begin or _is_update(label + text[: found.start], behind)
        minute = _minute(before, behind, found) if not updated else None
        yield Claim("page", text, found.year or 0, found.month, found.day, minute, found.swapped, updated)


def _around(text: str, dates: Sequence[DateFound], place: int) -> tuple[str, str]:
    """Return the words before and behind a date that belong to it.

    What stands between two dates belongs to the second if words with a clock stand before the first one.
    """
    found = dates[place]
    begin = dates[place - 1].end if place else 0
    end = dates[place + 1].start if place + 1 < len(dates) else len(text)
    if len(dates) > 1 and TIME.search(text, 0, dates[0].start):
        return text[begin : found.start], ""
    return text[begin : found.start] if place == 0 else "", text[found.end : end]


def _is_of_several(text: str, dates: Sequence[DateFound], place: int) -> bool:
    """Tell the first or the last of several days, and a day of which certain hours are named."""
    found = dates[place]
    before = SPAN_BEFORE.search(text[: found.start]) or SPAN.match(text, found.start)
    if before or SPAN_BEHIND.match(text, found.end):
        return True
    beside = pairwise(dates[max(0, place - 1) : place + 2])
    return any(
        one.full != other.full and text[one.end : other.start].strip() in JOINING for one, other in beside
    )


def _is_update(before: str, behind: str) -> bool:
    """Tell "Updated 3 March 2014" and "3 March 2014 -- Updated 0203 GMT"."""
    return _ends_in("updated_words.txt", before) or _updated_at().match(behind) is not None


def is_published(before: str) -> bool:
    """Tell whether what stands before a date says that it is the one of publication: "Veröffentlicht am"."""
    return _ends_in("published_words.txt", before)


def _ends_in(name: str, before: str) -> bool:
    """Tell whether a word of the list stands at the end, or before a clock there."""
    return _before_date(name).search(CLOCK_BEFORE.sub("", before[-LONGEST_LABELLED:])) is not None


@cache
def _updated_at() -> re.Pattern[str]:
    """A word for updating and a clock behind a date: " -- Updated 0203 GMT"."""
    words = "|".join(map(re.escape, entries("updated_words.txt")))
    return re.compile(rf"\W{{1,5}}(?:last )?(?:{words})d?\w{{0,2}}(?: at)?\W{{0,3}}\d", re.I)


@cache
def _before_date(name: str) -> re.Pattern[str]:
    """A word of a list right before a date: "Deadline:", "Last updated on", "Son güncelleme tarihi:"."""
    words = "|".join(map(re.escape, entries(name)))
    return re.compile(
        rf"(?<!\w)(?:{words})d?\w{{0,2}}(?:\s(?:tarihi|time|date))?\W{{0,8}}"
        r"(?:(?:on|at|am|le|el|il|em|op|den|dnia)\W)?(?:[^\W\d]{3,12},?\s)?$",
        re.I,
    )


def _minute(before: str, behind: str, found: DateFound) -> str | None:
    """Return the clock right before or behind the date, if it is Greenwich's."""
    clock = GMT_BEFORE.search(before[-LONGEST_CLOCK:]) or GMT_BEHIND.match(behind)
    if clock is None or found.full is None or _ends_in("updated_words.txt", clock["words"] or ""):
        return None
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return utc_minute(found.full, hour, int(clock["minute"]), "GMT")


def utc_minute(day: date, hour: int, minute: int, zone: str) -> str | None:
    """Return the moment as ``2015-11-25T10:57Z``; None where Greenwich has another day."""
    try:
        moment = datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}{ZONES.get(zone, zone)}").astimezone(UTC)
    except ValueError:
        return None
    return f"{moment:%Y-%m-%dT%H:%MZ}" if moment.date() == day else None
