"""When an article was published: a conclusion from what the page claims and what its story allows.

A wrong day is worse than an honest month, and that is worse than none. The page's own date decides where it
has one; where it has a day without a year, or none, the story must leave no second choice.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.extraction.cleaning.datelines import DatelineFound
from archive.extraction.cleaning.lines import Kind
from archive.extraction.cleaning.sorting import Cleaned
from archive.extraction.dates import MONTH_NAMES, WEEKDAY_NAMES
from archive.extraction.dating.bounds import Story, read_story
from archive.extraction.dating.claims import (
    Claim,
    ClaimKind,
    claims_of_metadata,
    claims_of_several,
    yearless_day,
)
from archive.extraction.dating.clocks import told_apart
from archive.extraction.dating.world import Mention, find_mentions
from archive.extraction.record import Evidence, Published, Span
from archive.reading.page import Metadata

PUT_ONLINE = 3  # days from the address of a story to its being out, at most
FILED_BEFORE = 3  # days from a dateline to the publication
NEAR = timedelta(days=10)  # how soon after the latest event a fitting day is the day
RECENT = timedelta(days=14)  # two known events this near to each other are the news of one fortnight
WEEK = 7  # days, of which each has its own weekday
RECENTLY = re.compile(r"\brecent(?:ly)?\b")
SHORT_TERM = timedelta(days=100)  # an office held so shortly dates the article
NAMES = {
    "page": "The page gives this date.",
    "number": "The dispatch's number holds this date.",
    "metadata": "The page's markup gives this date.",
    "address": "The page's address holds this date.",
    "dateline": "The dateline gives this date.",
}


@dataclass(frozen=True)
class Dated:
    """When a page was published, and when it was saved (ISO 8601), as far as it tells.

    `mentions` are the known events that it tells of.
    """

    published: Published
    captured: str | None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class Filed:
    """The day of the dateline, or of the page, most often without its year, and as written."""

    year: int | None
    month: int
    day: int
    written: str
    kind: ClaimKind = "dateline"


def date_article(metadata: Metadata, cleaned: Cleaned, sentences: Sequence[Span]) -> Dated:
    """Return when the article was published, with the evidence, and when the page was saved."""
    saved, own, apart = told_apart(metadata, cleaned)
    story = read_story(cleaned.body, sentences)
    claims = [*own, *claims_of_metadata(metadata), *apart]
    several = claims_of_several(cleaned.dateline, cleaned.body)
    filed = None if several else _filed(cleaned.dateline)
    if not claims and saved and _is_of_the_story(saved, filed, story):
        claims.append(saved)
    if filed and filed.year:
        claims.insert(0, Claim("dateline", filed.written, filed.year, filed.month, filed.day))
    claims += several
    published = _by_claims(claims, filed, story, saved)
    noted = filed or _noted(cleaned)
    if published is None and noted and saved and metadata.captured:
        published = _filed_before(saved, noted, story)
    if published is None:
        published = _by_story(cleaned, filed, story, saved.date if saved else None)
    published = published or Published(evidence=_bounding(story, saved))
    return Dated(published, saved.moment if saved else None, story.mentions)


def _is_of_the_story(saved: Claim, filed: Filed | None, story: Story) -> bool:
    """Tell whether the date at a page's head, which may be that of its saving, is the publication's too.

    It is, if the story was filed on that day or the one before, or tells of it as past without the year.
    """
    day = saved.date
    if saved.kind != "page" or day is None or (story.earliest and day < story.earliest.day):
        return False
    if filed:
        return any(_same_day(day - timedelta(days=n), filed) for n in (0, 1))
    return (day.month, day.day) in story.yearless and _fits(day, story)


def _bounding(story: Story, saved: Claim | None) -> tuple[Evidence, ...]:
    """Return what is known of a date that cannot be told: the days that it lies between."""
    found = [bound.evidence for bound in (story.earliest, story.latest, story.left) if bound]
    if saved and saved.date:
        says = f"The page was saved on {saved.date}; it was published no later."
        found.append(Evidence("captured", saved.text, says))
    return tuple(found)


def _filed(dateline: DatelineFound | None) -> Filed | None:
    if dateline is None or dateline.date is None or dateline.date.day is None:
        return None
    return Filed(dateline.date.year, dateline.date.month, dateline.date.day, dateline.date_written)


def _noted(cleaned: Cleaned) -> Filed | None:
    """Return the day without its year that stands between headline and body: "Tuesday 18th May"."""
    found = yearless_day(cleaned.above)
    return Filed(None, found[0].month, found[0].day or 0, found[1], "page") if found else None


def _by_claims(
    claims: list[Claim], filed: Filed | None, story: Story, saved: Claim | None
) -> Published | None:
    """Return the date by the best of the page's own claims that nothing contradicts."""
    claims = [_ordered(claim, claims, story, saved) for claim in claims]
    days = [
        c for c in claims if c.date and not c.swapped and not (saved and saved.date and c.date > saved.date)
    ]
    fixed = [claim for claim in days if not claim.updated] or days
    for claim in fixed:
        if filed and claim.kind != "dateline":
            claim = _as_filed(claim, filed)
            if claim is None:
                continue
        if claim.kind in ("metadata", "address") and _contradicted(claim, story):
            continue
        if claim.kind == "metadata" and _is_later_than_address(claim, claims):
            continue
        return _conclusion(claim, fixed, story)
    return _coarser(claims, filed)


def _ordered(claim: Claim, claims: Sequence[Claim], story: Story, saved: Claim | None) -> Claim:
    """Settle day and month in numbers by another claim, the day of saving, or the weekday in the lead."""
    if claim.swapped is None or claim.date is None:
        return claim
    others = {other.date for other in claims if other is not claim and not other.swapped}
    weekdays = {number for number, _ in story.lead}
    readings = (claim.date, claim.swapped)
    latest = saved.date if saved and saved.date and not saved.swapped else date.max
    for fits in (
        lambda day: day in others,
        lambda day: day <= latest,
        lambda day: day.weekday() in weekdays,
    ):
        right = [day for day in readings if fits(day)]
        if len(right) == 1:
            year, month, day = right[0].year, right[0].month, right[0].day
            return replace(claim, year=year, month=month, day=day, swapped=None)
    return claim


def _as_filed(claim: Claim, filed: Filed) -> Claim | None:
    """Lay a claim beside the dateline's day: the page's own stands, markup gives way; None if they differ."""
    day = claim.date
    if day is None:
        return None
    behind = next((n for n in range(-1, FILED_BEFORE + 1) if _same_day(day - timedelta(days=n), filed)), None)
    if behind is None:
        return None
    if claim.kind == "page" or behind <= 0:
        return claim
    earlier = day - timedelta(days=behind)
    return replace(claim, year=earlier.year, month=earlier.month, day=earlier.day, minute=None)


def _is_later_than_address(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell markup that tells of a later edition: an address is given once, when a story first comes out."""
    address = next((other for other in claims if other.kind == "address"), None)
    if address is None or claim.date is None or not address.month:
        return False
    given = address.date or date(address.year, address.month, monthrange(address.year, address.month)[1])
    return claim.date > given + timedelta(days=PUT_ONLINE)


def _same_day(day: date, filed: Filed) -> bool:
    return (day.month, day.day) == (filed.month, filed.day)


def _contradicted(claim: Claim, story: Story) -> bool:
    """Tell whether the story knows of something later, or its lead names a weekday that was days away."""
    day = claim.date
    if day is None:
        return False
    if story.earliest and day < story.earliest.day <= day + timedelta(days=400):
        return True
    later = {mention.happening.what for mention in story.mentions if mention.happening.day > day}
    if len(later) > 1:
        return True
    behind = {(day.weekday() - weekday) % 7 for weekday, _ in story.lead}
    return bool(behind) and min(behind) > 3


def _conclusion(claim: Claim, claims: Sequence[Claim], story: Story) -> Published:
    day = claim.date
    evidence = [Evidence(claim.kind, claim.text, NAMES[claim.kind])]
    evidence += [
        Evidence(other.kind, other.text, NAMES[other.kind])
        for other in claims
        if other.date == day and other.kind != claim.kind
    ]
    if day:
        evidence += _weekday_evidence(day, story)
    # A second clock on the page may be that of an entry of a report written while things went on.
    others = (other for other in claims if other.date == day and other.kind != "page")
    minute = next((one.minute for one in (claim, *others) if one.minute), None)
    if minute:
        return Published(minute, "minute", tuple(evidence))
    return Published(str(day), "day", tuple(evidence))


def _weekday_evidence(day: date, story: Story) -> list[Evidence]:
    for weekday, written in story.weekdays:
        if weekday == day.weekday():
            return [
                Evidence("weekday", written, f"{day} was a {WEEKDAY_NAMES[weekday]}, as the article says.")
            ]
    return []


def _coarser(claims: Sequence[Claim], filed: Filed | None) -> Published | None:
    """Return a month or a year where the page claims no more, or its day can be read in two ways."""
    for claim in claims:
        if claim.swapped is not None and claim.swapped.year == claim.year:
            says = f"Day and month of {claim.text} can be read in two ways."
            return Published(f"{claim.year}-01-01", "year", (Evidence(claim.kind, claim.text, says),))
        if claim.day is None and not filed:
            evidence = (Evidence(claim.kind, claim.text, NAMES[claim.kind]),)
            precision = "month" if claim.month else "year"
            return Published(str(date(claim.year, claim.month or 1, 1)), precision, evidence)
    return None


def _by_story(cleaned: Cleaned, filed: Filed | None, story: Story, saved: date | None) -> Published | None:
    """Return the date that the story leaves no second choice of."""
    if filed:
        return _year_of(filed, story, saved)
    first, last, reasons = _narrowest(cleaned, story)
    end = _end(story, saved)
    if first is None and story.earliest and end:
        first, last, reasons = story.earliest.day, end, list(_bounding(story, None))
    if first is None or last is None:
        return None
    if saved:
        last = min(last, saved)
    return _span(first, last, reasons, story) if first <= last else None


def _filed_before(saved: Claim, filed: Filed, story: Story) -> Published | None:
    """Return the day of dateline or page if it lies in the week before the saving and has the lead's weekday.

    Only where the saver noted the time: a clock on the page itself is too often another story's.
    """
    if saved.date is None:
        return None
    week = (saved.date - timedelta(days=n) for n in range(WEEK))
    day = next((day for day in week if _same_day(day, filed)), None)
    if (
        day is None
        or not story.lead
        or not _fits(day, story)
        or (story.earliest and day < story.earliest.day)
    ):
        return None
    says = f"The page was saved on {saved.date}, within a week of that day."
    evidence = (
        Evidence(filed.kind, filed.written, NAMES[filed.kind]),
        Evidence("captured", saved.text, says),
    )
    return Published(str(day), "day", (*evidence, *_weekday_evidence(day, story)))


def _year_of(filed: Filed, story: Story, saved: date | None) -> Published | None:
    """Find the year of a dateline's day: the one that the weekday, the events and the offices leave."""
    if story.earliest is None:
        return None
    days = [day for day in _days_of_years(filed, story.earliest.day, _end(story, saved)) if _fits(day, story)]
    chosen = _only(days, story, saved) or _soon(days, story)
    if chosen is None:
        return None
    says = f"The dateline gives {filed.day} {MONTH_NAMES[filed.month - 1]} without the year."
    evidence = [Evidence("dateline", filed.written, says), *_weekday_evidence(chosen, story)]
    evidence += [window.evidence for window in story.windows if window.first <= chosen <= window.last]
    evidence.append(story.earliest.evidence)
    evidence += [bound.evidence for bound in (story.latest, story.left) if bound]
    return Published(str(chosen), "day", tuple(dict.fromkeys(evidence)))


def _end(story: Story, saved: date | None) -> date | None:
    ends = [bound.day for bound in (story.latest, story.left) if bound]
    return min([*ends, saved] if saved else ends, default=None)


def _days_of_years(filed: Filed, first: date, last: date | None) -> Iterator[date]:
    """Yield the dateline's day in each year from `first` to `last`, or for ten years."""
    for year in range(first.year, (last.year if last else first.year + 10) + 1):
        try:
            day = date(year, filed.month, filed.day)
        except ValueError:
            continue
        if first <= day and (last is None or day <= last):
            yield day


def _fits(day: date, story: Story) -> bool:
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


def _held(day: date, holder: Sequence) -> bool:
    return any(term.since <= day and (term.until is None or day <= term.until) for term in holder)


def _soon(days: list[date], story: Story) -> date | None:
    """Return the first fitting day, if it comes within days of the latest event, and its weekday is named."""
    latest = max((mention.happening.day for mention in story.mentions), default=None)
    if not days or latest is None or story.earliest is None or latest < story.earliest.day:
        return None
    return days[0] if story.weekdays and days[0] - latest <= NEAR else None


def _narrowest(cleaned: Cleaned, story: Story) -> tuple[date | None, date | None, list[Evidence]]:
    """Return the span of days that the events leave, and why."""
    close = [window for window in story.windows if window.last - window.first < RECENT]
    if close:
        first = max(window.first for window in close)
        last = min(window.last for window in close)
        return (first, last, [window.evidence for window in close]) if first <= last else (None, None, [])
    return _fresh(cleaned, story)


def _fresh(cleaned: Cleaned, story: Story) -> tuple[date | None, date | None, list[Evidence]]:
    """Return the week after the latest event, if everything on the page says that it was that week's news.

    The article knows of nothing later, tells two events of one fortnight without a date, as one does of what
    every reader has just heard of, calls something recent, and the page's other headlines tell of it too.
    """
    days = sorted({mention.happening.day for mention in story.undated})
    if len(days) < 2 or days[-1] - days[-2] > RECENT or not story.spoken:
        return None, None, []
    if story.earliest is None or story.earliest.day > days[-1] or not RECENTLY.search(cleaned.body):
        return None, None, []
    if days[-1] not in _headline_days(cleaned):
        return None, None, []
    reasons = [m for m in story.undated if days[-1] - m.happening.day <= RECENT]
    evidence = [m.evidence for m in {m.happening.what: m for m in reversed(reasons)}.values()]
    return days[-1], days[-1] + timedelta(days=6), evidence


def _headline_days(cleaned: Cleaned) -> set[date]:
    """Return the days of the known events that the other headlines on the page tell of."""
    text, spans = "", []
    for line in cleaned.left:
        if line.kind is Kind.HEADLINE:
            spans.append((len(text), len(text) + len(line.text)))
            text += line.text + "\n"
    return {mention.happening.day for mention in find_mentions(text, spans)}


def _span(first: date, last: date, reasons: list[Evidence], story: Story) -> Published | None:
    """Return the day if one is left, or else the month or the year that all days left share."""
    weekdays = {number for number, _ in story.spoken}
    length = (last - first).days + 1
    days = [first + timedelta(days=n) for n in range(length)] if length <= WEEK else []
    if len(weekdays) == 1:
        days = [day for day in days if day.weekday() in weekdays] or days
    if len(days) == 1:
        evidence = (*_weekday_evidence(days[0], story), *reasons)
        return Published(str(days[0]), "day", evidence)
    if (first.year, first.month) == (last.year, last.month):
        return Published(f"{first:%Y-%m}-01", "month", tuple(reasons))
    return Published(f"{first.year}-01-01", "year", tuple(reasons)) if first.year == last.year else None
