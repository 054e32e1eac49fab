"""When an article was published: a conclusion from what the page claims and what its story allows.

A wrong day is worse than an honest month, and that is worse than none. The page's own date decides where it
has one; where it has a day without a year, or none, the story must leave no second choice.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.extraction.cleaning.lines import Kind
from archive.extraction.cleaning.sorting import Cleaned
from archive.extraction.dates import DateFound
from archive.extraction.dating.bounds import Story, read_story
from archive.extraction.dating.claims import (
    NAMES,
    Claim,
    claim_at_head,
    claims_of_several,
)
from archive.extraction.dating.clocks import NEXT_DAY, told_apart
from archive.extraction.dating.declared import claim_of_short_address, claims_of_metadata, read_moment
from archive.extraction.dating.filed import (
    WEEK,
    Filed,
    as_filed,
    by_notice,
    end_of,
    filed_at,
    filed_before,
    fits,
    is_day_of,
    noted_on,
    weekday_evidence,
    year_of,
)
from archive.extraction.dating.unmarked import claims_of_unmarked_lines
from archive.extraction.dating.world import Mention, find_mentions
from archive.extraction.record import Evidence, Precision, Published, Span
from archive.extraction.sentences import Text, read_text
from archive.reading.page import Metadata

PUT_ONLINE = 3  # days from the address of a story to its being out, at most
OUT_SOON = timedelta(days=5)  # from what the lead reports to its publication
RECENT = timedelta(days=14)  # two known events this near to each other are the news of one fortnight
POINTED = re.compile(r"(?<!\d)\d\d?\.\d\d?\.\d\d(?!\d)")  # day, month and year everywhere but in English
ONLY_CHANGED = "The page gives this as the day of its last change, and no other."
MOST_DAYS = 2  # on the lines around a story, of which the first is its own
CLOCK = re.compile(r"[1-9]?\d:\d\d")  # of 08:42 what 8:42 a.m. shows
FIRST_PAGE = date(1991, 8, 6)  # of the Web
RECENTLY = re.compile(r"\brecent(?:ly)?\b")


@dataclass(frozen=True)
class Dated:
    """When a page was published, and when it was saved (ISO 8601), as far as it tells.

    `mentions` are the known events that it tells of, `dates` those written in it, each with its sentence.
    """

    published: Published
    captured: str | None
    mentions: tuple[Mention, ...] = ()
    dates: tuple[tuple[Span, DateFound], ...] = ()


def date_article(metadata: Metadata, cleaned: Cleaned, text: Text, english: bool) -> Dated:
    """Return when the article was published, with the evidence, and when the page was saved.

    `english` tells that it is in the language in which a month may come before the day, and of which we know
    what is told as still to come.
    """
    saved, own, apart = told_apart(metadata, cleaned)
    story = read_story(text)
    if not english:
        story = replace(story, earliest=None)
    claims = [*own, *claim_at_head(cleaned.body, cleaned.dateline), *claims_of_metadata(metadata), *apart]
    claims = _with_changes_marked(claims, metadata)
    if not any(claim.date for claim in claims):
        told = story.earliest.day if story.earliest else date.min
        claims += [claim for claim in claims_of_unmarked_lines(cleaned) if claim.date and claim.date >= told]
    several = claims_of_several(cleaned.dateline, cleaned.body)
    filed = None if several else filed_at(cleaned.dateline)
    if not claims and saved and _is_of_the_story(saved, filed, story):
        claims.append(saved)
    if metadata.url:
        claims += claim_of_short_address(metadata.url, cleaned.body)
    if filed and filed.year:
        claims.insert(0, Claim("dateline", filed.written, filed.year, filed.month, filed.day))
    claims += several
    if not english:
        claims = [replace(c, swapped=None) if POINTED.search(c.text) else c for c in claims]
    published = _by_claims(claims, filed, story, saved)
    noted = filed or noted_on(cleaned)
    if published is None and noted and saved and metadata.captured:
        published = filed_before(saved, noted, story)
    if published is None and filed:
        published = by_notice(cleaned, filed, story)
    if published is None:
        published = _by_story(cleaned, filed, story, saved.date if saved else None)
    published = published or _by_report(story) or Published(evidence=_bounding(story, saved))
    return Dated(published, saved.moment if saved else None, story.mentions, story.dates)


def _with_changes_marked(claims: list[Claim], metadata: Metadata) -> list[Claim]:
    """Mark the day on which the page was changed, by its markup, after the one on which it came out by that.

    On the next day only where the page shows the very clock of the change, or the address the day before:
    elsewhere it may be the same day in two places.
    """
    published = next((claim.date for claim in claims if claim.kind == "metadata"), None)
    changed = read_moment(metadata.modified) if metadata.modified else None
    if published is None or changed is None or changed.date is None or changed.date <= published:
        return claims
    clock = CLOCK.search(changed.text)
    given = any(claim.kind == "address" and claim.date == published for claim in claims)
    apart = given or changed.date - published > NEXT_DAY
    shown = "" if apart else clock.group() if clock else changed.text
    return [
        replace(claim, updated=True)
        if claim.kind == "page" and claim.date == changed.date and shown in claim.text
        else claim
        for claim in claims
    ]


def _by_report(story: Story) -> Published | None:
    """Return the month or the year in which news came out whose day the story gives with its weekday."""
    told = story.reported
    if told is None or (story.earliest and told.day < story.earliest.day):
        return None
    return _month_or_year(told.day, told.day + OUT_SOON, (told.evidence,))


def _is_of_the_story(saved: Claim, filed: Filed | None, story: Story) -> bool:
    """Tell whether the date at a page's head, which may be that of its saving, is the publication's too.

    It is, if the story was filed on that day or the one before, or tells of it as past without the year.
    """
    day = saved.date
    if saved.kind != "page" or day is None or (story.earliest and day < story.earliest.day):
        return False
    if filed:
        return any(is_day_of(day - timedelta(days=n), filed) for n in (0, 1))
    return (day.month, day.day) in story.yearless and fits(day, story)


def _bounding(story: Story, saved: Claim | None) -> tuple[Evidence, ...]:
    """Return what is known of a date that cannot be told: the days that it lies between."""
    found = [bound.evidence for bound in (story.earliest, story.latest, story.left) if bound]
    if saved and saved.date:
        says = f"The page was saved on {saved.date}; it was published no later."
        found.append(Evidence("captured", saved.text, says))
    return tuple(found)


def _by_claims(
    claims: list[Claim], filed: Filed | None, story: Story, saved: Claim | None
) -> Published | None:
    """Return the date by the best of the page's own claims that nothing contradicts."""
    claims = [_ordered(claim, claims, story, saved) for claim in claims]
    days = [
        c for c in claims if c.date and not c.swapped and not (saved and saved.date and c.date > saved.date)
    ]
    changed = min((claim.date for claim in days if claim.date and claim.updated), default=date.max)
    fixed = [claim for claim in days if not claim.updated and not _is_markup_after(changed, claim)]
    if not fixed and not any(claim.swapped and not claim.updated for claim in claims):
        fixed = days
    fixed = sorted(fixed, key=lambda claim: _is_outweighed(claim, fixed))
    for fixed_claim in fixed:
        claim = as_filed(fixed_claim, filed) if filed and fixed_claim.kind != "dateline" else fixed_claim
        if claim is None:
            continue
        alone = all(other.kind == claim.kind for other in days if other.date == claim.date)
        if claim.kind in ("metadata", "address") and alone and _contradicted(claim, story):
            continue
        if claim.kind == "metadata" and _is_later_than_address(claim, claims):
            continue
        published = _conclusion(claim, fixed, story)
        if filed and claim.date != fixed_claim.date:
            return replace(published, evidence=(*_of_filing(filed, fixed_claim), *published.evidence[1:]))
        return published
    return _coarser(claims, filed)


def _of_filing(filed: Filed, claim: Claim) -> Iterator[Evidence]:
    """Yield the evidence for a dateline's day, and for its year: what was claimed for a day soon after."""
    yield Evidence(filed.kind, filed.written, NAMES[filed.kind])
    yield Evidence(claim.kind, claim.text, f"{claim.date}, given here, comes soon after it.")


def _is_markup_after(changed: date, claim: Claim) -> bool:
    """Tell markup that cannot give the publication, as the page says that it was changed before."""
    return claim.kind == "metadata" and claim.date is not None and claim.date > changed


def _is_outweighed(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell a day on the page that is not the markup's, where another mark is that, or many days are shown."""
    markup = next((one.date for one in claims if one.kind == "metadata"), None)
    if claim.kind != "page" or claim.date is None or markup is None:
        return False
    agreed = any(one.date == markup for one in claims if one.kind != "metadata")
    shown = {one.date for one in claims if one.kind == "page"}
    return abs(claim.date - markup) > NEXT_DAY and (
        agreed or len(shown) > MOST_DAYS or claim.date < FIRST_PAGE <= markup
    )


def _ordered(claim: Claim, claims: Sequence[Claim], story: Story, saved: Claim | None) -> Claim:
    """Settle day and month in numbers by another claim, the day of saving, or the weekday in the lead."""
    if claim.swapped is None or claim.date is None:
        return claim
    others = {other.date for other in claims if other is not claim and not other.swapped}
    weekdays = {number for number, _ in story.lead}
    readings = (claim.date, claim.swapped)
    latest = saved.date if saved and saved.date and not saved.swapped else date.max
    for rule in (
        lambda day: day in others,
        lambda day: any(abs(day - other) <= NEXT_DAY for other in others if other),
        lambda day: day <= latest,
        lambda day: day.weekday() in weekdays,
    ):
        right = [day for day in readings if rule(day)]
        if len(right) == 1:
            year, month, day = right[0].year, right[0].month, right[0].day
            return replace(claim, year=year, month=month, day=day, swapped=None)
    return claim


def _is_later_than_address(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell markup that tells of a later edition: an address is given once, when a story first comes out."""
    address = next((other for other in claims if other.kind == "address"), None)
    if address is None or claim.date is None or not address.month:
        return False
    given = address.date or date(address.year, address.month, monthrange(address.year, address.month)[1])
    return claim.date > given + timedelta(days=PUT_ONLINE)


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
    evidence = [Evidence(claim.kind, claim.text, ONLY_CHANGED if claim.updated else NAMES[claim.kind])]
    evidence += [
        Evidence(other.kind, other.text, NAMES[other.kind])
        for other in claims
        if other.date == day and other.kind != claim.kind
    ]
    if day:
        evidence += weekday_evidence(day, story)
    # A second clock on the page may be that of an entry of a report written while things went on.
    others = (other for other in claims if other.date == day and other.kind != "page")
    minute = next((one.minute for one in (claim, *others) if one.minute), None)
    if minute:
        return Published(minute, "minute", tuple(evidence))
    return Published(str(day), "day", tuple(evidence))


def _coarser(claims: Sequence[Claim], filed: Filed | None) -> Published | None:
    """Return a month or a year where the page claims no more, or its day can be read in two ways."""
    for claim in claims:
        if claim.swapped is not None and claim.swapped.year == claim.year:
            says = f"Day and month of {claim.text} can be read in two ways."
            return Published(f"{claim.year}-01-01", "year", (Evidence(claim.kind, claim.text, says),))
        if claim.day is None and not filed:
            evidence = (Evidence(claim.kind, claim.text, NAMES[claim.kind]),)
            precision: Precision = "month" if claim.month else "year"
            return Published(str(date(claim.year, claim.month or 1, 1)), precision, evidence)
    return None


def _by_story(cleaned: Cleaned, filed: Filed | None, story: Story, saved: date | None) -> Published | None:
    """Return the date that the story leaves no second choice of."""
    if filed:
        return year_of(filed, story, saved)
    first, last, reasons = _narrowest(cleaned, story)
    end = end_of(story, saved)
    if first is None and story.earliest and end:
        first, last, reasons = story.earliest.day, end, list(_bounding(story, None))
    if first is None or last is None:
        return None
    if saved:
        last = min(last, saved)
    return _span(first, last, reasons, story) if first <= last else None


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
    text = read_text("\n".join(line.text for line in cleaned.left if line.kind is Kind.HEADLINE))
    return {mention.happening.day for mention in find_mentions(text, text.paragraphs)}


def _span(first: date, last: date, reasons: list[Evidence], story: Story) -> Published | None:
    """Return the day if one is left, or else the month or the year that all days left share."""
    weekdays = {number for number, _ in story.spoken}
    length = (last - first).days + 1
    days = [first + timedelta(days=n) for n in range(length)] if length <= WEEK else []
    if len(weekdays) == 1:
        days = [day for day in days if day.weekday() in weekdays] or days
    if len(days) == 1:
        evidence = (*weekday_evidence(days[0], story), *reasons)
        return Published(str(days[0]), "day", evidence)
    return _month_or_year(first, last, tuple(reasons))


def _month_or_year(first: date, last: date, reasons: tuple[Evidence, ...]) -> Published | None:
    if (first.year, first.month) == (last.year, last.month):
        return Published(f"{first:%Y-%m}-01", "month", reasons)
    return Published(f"{first.year}-01-01", "year", reasons) if first.year == last.year else None
