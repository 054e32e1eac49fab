"""What a story tells of the time it was written in: not before what it tells of, not after what it awaits."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.extraction.dates import DateFound, find_dates
from archive.extraction.dates.calendar_names import WEEKDAYS
from archive.extraction.dating.world import COMING, Mention, Term, find_mentions, find_terms, holders_in
from archive.extraction.record import Evidence, Span
from archive.extraction.sentences import Text

LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence, and tells nothing
LEAD = 4  # sentences in which a weekday is that of the publication, or the day before it
WEEKDAY = re.compile(
    r"(?P<name>[MTWFS](?<![A-Za-z].)"  # begins with a class, for speed
    r"(?:(?<=M)onday|(?<=T)(?:ue|hur)sday|(?<=W)ednesday|(?<=F)riday|(?<=S)(?:atur|un)day)\b)"
    r"(?!['’]s\b)(?!,? \w+ \d)"
)
NOT_THIS_WEEK = re.compile(
    r"\b(?:last|next|every|each|until|till|by|previous|following|coming|Black|Good|Bloody|Easter|Palm)\s$",
    re.I,
)
LONGEST_BEFORE = 12  # characters of what NOT_THIS_WEEK finds, with the one before it
NOT_COME_YET = re.compile(
    r"\bwill\b[^.]{0,80}?\b(?:in|by|until)\s(?P<year>20\d\d)\b|\b(?:for|by|until|till)\s(?P<year2>20\d\d)\b"
)
YEAR = re.compile(
    r"""
    \b (?: [Ii]n | [Ss]ince | of | from | [Dd]uring | [Bb]ack\ in | early | late | mid-?
        | summer | winter | spring | autumn ) \s
    (?P<year> 19[4-9]\d | 20[0-4]\d ) \b (?!-\d)
    """,
    re.X,
)
ANNIVERSARY = re.compile(r"\banniversary|\byears?\s(?:ago|after|since|later|earlier)|\bdecades?\b", re.I)
HAPPENED = re.compile(
    r"""\b(?:launch\w*|start\w*|beg[au]n|attack\w*|shot|down\w*|kill\w*|explo\w*|struck|sign\w*|reached|adopted
          |bomb\w*|captur\w*|seiz\w*|offensive|operation|incident|invaded|died|resigned|agreed|held|opened)\b
        (?: \W+ (?!said\b|told\b|says\b|saying\b|announced\b|added\b)\w+ ){0,12}? \W+ (?:on\s)?
        (?P<when>yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b""",
    re.X,
)
YEARLESS = timedelta(days=364)
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAID = r"(?:said|told|announced|stated|declared|confirmed|added|stressed|warned|met|called|urged|condemned)"
SPOKEN = re.compile(
    rf"""
      \b{_SAID}\b (?:\s(?!that\b)[\w'’]+){{0,3}}? \s (?:on\s)? (?P<after>{_DAY}) \b    # said on Wednesday
    | \b[Oo]n\s (?P<before>{_DAY}) ,?\s (?:[\w.'’-]+\s){{1,5}}? {_SAID}\b     # On Wednesday, the minister met
    | \b (?P<before2>{_DAY}) \s {_SAID}\b
    """,
    re.X,
)
SAYING = re.compile(rf"\b{_SAID}\b")
SAID_ON = re.compile(rf"\b{_SAID}\b(?:\s(?!that\b)[\w'’]+){{0,3}}?\s(?:on\s)?$")
LEFT_LATELY = timedelta(days=7)  # for which one may still be called by an office
FRESH = timedelta(days=6)


@dataclass(frozen=True)
class Bound:
    """A day before (or after) which the article cannot have been published, and why."""

    day: date
    evidence: Evidence


@dataclass(frozen=True)
class Window:
    """A span of days in which the article was published, and why."""

    first: date
    last: date
    evidence: Evidence


@dataclass(frozen=True)
class Story:
    """What the words of an article say of its time.

    `latest` is the end of what it awaits, `left` when someone left office whom its first sentences give it.
    `weekdays` are those named in it, Monday 0, as written; `lead` those of its first sentences, `spoken`
    of these the ones on which someone said or met, which is the news. `undated` are the mentions that give
    no date, as one does of what every reader has just heard of. `dates` are those written, each with its
    sentence; `yearless` the months and days told as past without their year. `reported` is a day with its
    weekday on which someone spoke or met by the first sentences.
    """

    earliest: Bound | None
    latest: Bound | None
    left: Bound | None
    windows: tuple[Window, ...]
    lead: tuple[tuple[int, str], ...]
    spoken: tuple[tuple[int, str], ...]
    weekdays: tuple[tuple[int, str], ...]
    undated: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    terms: tuple[tuple[Term, ...], ...]
    dates: tuple[tuple[Span, DateFound], ...] = ()
    yearless: frozenset[tuple[int, int]] = frozenset()
    reported: Bound | None = None


def read_story(text: Text) -> Story:
    """Return what the sentences of `text` say of the time they were written in."""
    body = text.body
    sentences = [(start, end) for start, end in text.sentences if end - start <= LONGEST_SENTENCE]
    mentions = find_mentions(text, sentences)
    dates = _dates_by_sentence(body, sentences)
    with_year = [span for span in sentences if body.find("19", *span) >= 0 or body.find("20", *span) >= 0]
    with_weekday = [span for span in sentences if body.find("day", *span) >= 0]
    lead = [span for span in with_weekday if span in sentences[:LEAD]]
    lows = [*_told_days(body, dates), *_told_years(body, with_year), *map(_since_mention, mentions)]
    dated = {start for (start, _), _ in dates}
    holders = holders_in(text)
    terms = find_terms(body, holders)
    lows.extend(_since_term(holder) for holder in terms)
    highs = list(_awaited_years(body, with_year))
    ends = list(_until_terms(body, sentences[:LEAD], holders)) if terms else []
    return Story(
        earliest=max(lows, key=lambda bound: bound.day, default=None),
        latest=min(highs, key=lambda bound: bound.day, default=None),
        left=min(ends, key=lambda bound: bound.day, default=None),
        windows=(*_within_a_year(mentions, dates), *_within_days(body, mentions)),
        lead=tuple(_weekdays(body, lead)),
        spoken=tuple(_spoken(body, lead)),
        weekdays=tuple(_weekdays(body, with_weekday)),
        undated=tuple(
            m for m in mentions if m.start not in dated and not ANNIVERSARY.search(body[m.start : m.end])
        ),
        mentions=mentions,
        terms=terms,
        dates=tuple(dates),
        yearless=frozenset(_yearless(body, dates)),
        reported=next(_reported(body, dates, sentences[:LEAD]), None),
    )


def _dates_by_sentence(body: str, sentences: Sequence[Span]) -> list[tuple[Span, DateFound]]:
    """Return each date of the body with the sentence it stands in."""
    starts = [start for start, _ in sentences]
    placed = ((bisect_right(starts, written.start) - 1, written) for written in find_dates(body))
    return [
        (sentences[at], written) for at, written in placed if at >= 0 and written.start < sentences[at][1]
    ]


def _told_days(body: str, dates: list[tuple[Span, DateFound]]) -> Iterator[Bound]:
    """Yield the days that the article tells of as past."""
    for (start, end), written in dates:
        if written.full and not COMING.search(body[start:end]):
            words = body[written.start : written.end]
            yield Bound(written.full, Evidence("told day", words, f"The article tells of {written.full}."))


def _reported(body: str, dates: list[tuple[Span, DateFound]], lead: Sequence[Span]) -> Iterator[Bound]:
    """Yield the days of "said on Monday, 3 March 2014" in the first sentences."""
    for (start, end), written in dates:
        if written.full is None or (start, end) not in lead or written.weekday != written.full.weekday():
            continue
        told = SAYING.search(body, start, end) and not COMING.search(body[start:end])
        if told or SAID_ON.search(body[start : written.start]):
            words = body[written.start : written.end]
            yield Bound(written.full, Evidence("told day", words, f"The news is of {written.full}."))


def _yearless(body: str, dates: list[tuple[Span, DateFound]]) -> Iterator[tuple[int, int]]:
    for (start, end), written in dates:
        if written.year is None and written.day and not COMING.search(body[start:end]):
            yield written.month, written.day


def _told_years(body: str, sentences: Sequence[Span]) -> Iterator[Bound]:
    for start, end in sentences:
        sentence = body[start:end]
        for match in YEAR.finditer(sentence):
            if not COMING.search(sentence):
                day = date(int(match["year"]), 1, 1)
                yield Bound(
                    day,
                    Evidence("told year", match.group(), f"The article tells of {match['year']} as past."),
                )


def _awaited_years(body: str, sentences: Sequence[Span]) -> Iterator[Bound]:
    """Yield the last days of the years that the article still awaits."""
    for start, end in sentences:
        match = NOT_COME_YET.search(body[start:end])
        if match and "would" not in body[start:end]:
            year = match["year"] or match["year2"]
            yield Bound(
                date(int(year), 12, 31),
                Evidence("awaited", match.group(), f"The article still awaits {year}."),
            )


def _since_mention(mention: Mention) -> Bound:
    return Bound(mention.happening.day, mention.evidence)


def _since_term(holder: tuple[Term, ...]) -> Bound:
    term = min(holder, key=lambda term: term.since)
    says = f"The article gives an office that was taken up on {term.since}."
    return Bound(term.since, Evidence("office", term.called_as, says))


def _until_terms(body: str, lead: Sequence[Span], holders: Sequence[Sequence[Term]]) -> Iterator[Bound]:
    """Yield when those left office whom the first sentences give it, unless they tell of another year."""
    sentences = (body[start:end] for start, end in lead)
    news = " ".join(s for s in sentences if not _names_year(s) and not ANNIVERSARY.search(s))
    for holder in find_terms(news, holders):
        left = [term.until for term in holder]
        if all(left):
            term = max(holder, key=lambda term: term.until or date.max)
            day = max(filter(None, left)) + LEFT_LATELY
            says = f"The article gives an office that was left on {term.until}."
            yield Bound(day, Evidence("office", term.called_as, says))


def _names_year(sentence: str) -> bool:
    return ("19" in sentence or "20" in sentence) and YEAR.search(sentence) is not None


def _within_a_year(mentions: Sequence[Mention], dates: list[tuple[Span, DateFound]]) -> Iterator[Window]:
    """Yield the year after each known event whose day the article gives without its year.

    News writes the year of a day only if it is not the last twelve months' (AP Stylebook, "dates").
    """
    told = {(start, written.month, written.day) for (start, _), written in dates if written.year is None}
    for mention in mentions:
        day = mention.happening.day
        if (mention.start, day.month, day.day) in told:
            says = f"{mention.evidence.says} A day told without its year lies less than a year back."
            yield Window(day, day + YEARLESS, replace(mention.evidence, says=says))


def _within_days(body: str, mentions: Sequence[Mention]) -> Iterator[Window]:
    """Yield the days after a known event that the article says happened yesterday, or on its weekday."""
    for mention in mentions:
        day = mention.happening.day
        sentence = body[mention.start : mention.end]
        for match in HAPPENED.finditer(sentence) if not ANNIVERSARY.search(sentence) else ():
            what = f"{mention.happening.what}: {day}."
            if match["when"] == "yesterday":
                next_day = day + timedelta(days=1)
                yield Window(
                    next_day, next_day, Evidence("yesterday", match.group(), f"{what} That was yesterday.")
                )
            elif WEEKDAYS[match["when"][:3].lower()] == day.weekday():
                says = f"{what} The article calls it {match['when']}, as one does for a week."
                yield Window(day, day + FRESH, Evidence("weekday", match.group(), says))


def _spoken(body: str, lead: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for start, end in lead:
        for match in SPOKEN.finditer(body[start:end]):
            name = match["after"] or match["before"] or match["before2"]
            yield WEEKDAYS[name[:3].lower()], match.group()


def _weekdays(body: str, sentences: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for start, end in sentences:
        sentence = body[start:end]
        for match in WEEKDAY.finditer(sentence):
            at = match.start()
            if is_of_this_week(sentence, at) and not COMING.search(sentence[max(0, at - 60) : at]):
                yield WEEKDAYS[match["name"][:3].lower()], match.group()


def is_of_this_week(sentence: str, weekday: int) -> bool:
    """Tell whether the weekday at an offset is one of these days: not "last Friday", "every Friday"."""
    return NOT_THIS_WEEK.search(sentence, max(0, weekday - LONGEST_BEFORE), weekday) is None
