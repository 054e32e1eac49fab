"""The day that a dateline, or a line of the page, gives without its year: which year it was."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.extraction.cleaning.datelines import DatelineFound
from archive.extraction.cleaning.sorting import Cleaned
from archive.extraction.cleaning.sources import source_named
from archive.extraction.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from archive.extraction.dating.bounds import Story
from archive.extraction.dating.claims import NAMES, Claim, ClaimKind, yearless_day
from archive.extraction.dating.world import Term
from archive.extraction.record import Evidence, Published

FILED_BEFORE = 3  # days from a dateline to the publication
NEAR = timedelta(days=10)  # how soon after the latest event a fitting day is the day
WEEK = 7  # days, of which each has its own weekday
NOTICE_WITHIN = 3  # lines below the story
# Copyright 2014 The Associated Press. All rights …; © 2014 AFP. A site's own often has the year behind
NOTICE = re.compile(
    r"""
    (?: Copyright | COPYRIGHT | © | \([Cc]\) ) \s? (?: © | \([Cc]\) )? \s?
    (?P<year>(?:19|20)\d\d) ,?\s (?:[Bb]y\s)? (?:The\s)?
    (?P<agency> [A-Z][\w-]* (?:[ -][A-Z][\w-]*){0,3}? )
    (?= [.,] | \s?$ | \s(?:All|Ltd|LLC|Limited|Inc)\b )
    """,
    re.X,
)
SHORT_TERM = timedelta(days=100)  # an office held so shortly dates the article


@dataclass(frozen=True)
class Filed:
    """The day of the dateline, or of the page, most often without its year, and as written."""

    year: int | None
    month: int
    day: int
    written: str
    kind: ClaimKind = "dateline"


def filed_at(dateline: DatelineFound | None) -> Filed | None:
    """Return the day that a dateline gives; None for a month or none."""
    if dateline is None or dateline.date is None or dateline.date.day is None:
        return None
    return Filed(dateline.date.year, dateline.date.month, dateline.date.day, dateline.date_written)


def noted_on(cleaned: Cleaned) -> Filed | None:
    """Return the day without its year that stands between headline and body: "Tuesday 18th May"."""
    found = yearless_day(cleaned.above)
    return Filed(None, found[0].month, found[0].day or 0, found[1], "page") if found else None


def as_filed(claim: Claim, filed: Filed) -> Claim | None:
    """Lay a claim beside the dateline's day: the page's own stands, markup gives way; None if they differ."""
    day = claim.date
    if day is None:
        return None
    behind = next((n for n in range(-1, FILED_BEFORE + 1) if is_day_of(day - timedelta(days=n), filed)), None)
    if behind is None:
        return None
    if claim.kind == "page" or behind <= 0:
        return claim
    earlier = day - timedelta(days=behind)
    return replace(claim, year=earlier.year, month=earlier.month, day=earlier.day, minute=None)


def filed_before(saved: Claim, filed: Filed, story: Story) -> Published | None:
    """Return the day of dateline or page if it lies in the week before the saving and has the lead's weekday.

    Only where the saver noted the time: a clock on the page itself is too often another story's.
    """
    if saved.date is None:
        return None
    week = (saved.date - timedelta(days=n) for n in range(WEEK))
    day = next((day for day in week if is_day_of(day, filed)), None)
    if day is None or not story.lead or not fits(day, story) or (story.earliest and day < story.earliest.day):
        return None
    says = f"The page was saved on {saved.date}, within a week of that day."
    evidence = (
        Evidence(filed.kind, filed.written, NAMES[filed.kind]),
        Evidence("captured", saved.text, says),
    )
    return Published(str(day), "day", (*evidence, *weekday_evidence(day, story)))


def by_notice(cleaned: Cleaned, filed: Filed, story: Story) -> Published | None:
    """Return the dateline's day in the year of its agency's notice right below, if it has the lead's weekday.

    "Copyright 2014 The Associated Press. All rights reserved."
    """
    agency = source_named(cleaned.dateline.agency or "") if cleaned.dateline else None
    notices = (NOTICE.match(line.text) for line in cleaned.below[:NOTICE_WITHIN])
    notice = next((found for found in notices if found and source_named(found["agency"]) == agency), None)
    day = _day_in(int(notice["year"]), filed) if notice and agency else None
    if notice is None or day is None or not story.lead or not fits(day, story):
        return None
    if story.earliest and day < story.earliest.day:
        return None
    says = f"The agency's notice below the story is of {day.year}."
    evidence = (
        Evidence(filed.kind, filed.written, NAMES[filed.kind]),
        Evidence("page", notice.group(), says),
    )
    return Published(str(day), "day", (*evidence, *weekday_evidence(day, story)))


def _day_in(year: int, filed: Filed) -> date | None:
    try:
        return date(year, filed.month, filed.day)
    except ValueError:
        return None


def year_of(filed: Filed, story: Story, saved: date | None) -> Published | None:
    """Find the year of a dateline's day: the one that the weekday, the events and the offices leave."""
    if story.earliest is None:
        return None
    days = [
        day for day in _days_of_years(filed, story.earliest.day, end_of(story, saved)) if fits(day, story)
    ]
    chosen = _only(days, story, saved) or _soon(days, story)
    if chosen is None:
        return None
    says = f"The dateline gives {filed.day} {MONTH_NAMES[filed.month - 1]} without the year."
    evidence = [Evidence("dateline", filed.written, says), *weekday_evidence(chosen, story)]
    evidence += [window.evidence for window in story.windows if window.first <= chosen <= window.last]
    evidence.append(story.earliest.evidence)
    evidence += [bound.evidence for bound in (story.latest, story.left) if bound]
    return Published(str(chosen), "day", tuple(dict.fromkeys(evidence)))


def end_of(story: Story, saved: date | None) -> date | None:
    """Return the last day on which the story can have come out; None where nothing tells."""
    ends = [bound.day for bound in (story.latest, story.left) if bound]
    return min([*ends, saved] if saved else ends, default=None)


def _days_of_years(filed: Filed, first: date, last: date | None) -> Iterator[date]:
    """Yield the dateline's day in each year from `first` to `last`, or for ten years."""
    for year in range(first.year, (last.year if last else first.year + 10) + 1):
        day = _day_in(year, filed)
        if day and first <= day and (last is None or day <= last):
            yield day


def fits(day: date, story: Story) -> bool:
    """Tell whether the day has a weekday of the lead and lies in every window."""
    weekdays = {number for number, _ in story.lead or story.weekdays}
    return (not weekdays or day.weekday() in weekdays) and all(
        w.first <= day <= w.last for w in story.windows
    )


def _only(days: list[date], story: Story, saved: date | None) -> date | None:
    """Return the single day left, if a window, an awaited year, the saving or a short office bounds them."""
    short = [
        term
        for holder in story.terms
        for term in holder
        if term.until and term.until - term.since < SHORT_TERM
    ]
    if short:
        days = [day for day in days if all(_held(day, holder) for holder in story.terms)]
        return days[0] if len(days) == 1 else None
    bounded = story.windows or story.latest or (story.weekdays and (story.left or saved))
    return days[0] if bounded and len(days) == 1 else None


def _held(day: date, holder: Sequence[Term]) -> bool:
    return any(term.since <= day and (term.until is None or day <= term.until) for term in holder)


def _soon(days: list[date], story: Story) -> date | None:
    """Return the first fitting day, if it comes within days of the latest event, and its weekday is named."""
    latest = max((mention.happening.day for mention in story.mentions), default=None)
    if not days or latest is None or story.earliest is None or latest < story.earliest.day:
        return None
    return days[0] if story.weekdays and days[0] - latest <= NEAR else None


def is_day_of(day: date, filed: Filed) -> bool:
    """Tell whether a day has the month and the day of `filed`, of whatever year."""
    return (day.month, day.day) == (filed.month, filed.day)


def weekday_evidence(day: date, story: Story) -> list[Evidence]:
    """Return the story's word for the weekday of `day`, if it has one."""
    for weekday, written in story.weekdays:
        if weekday == day.weekday():
            return [
                Evidence("weekday", written, f"{day} was a {WEEKDAY_NAMES[weekday]}, as the article says.")
            ]
    return []
