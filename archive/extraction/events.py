"""Dated happenings that a body tells of: those that the world knows, and those told with their day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.dates import MONTH, WEEKDAYS, DateFound, find_dates
from archive.extraction.dating import Dated
from archive.extraction.dating.bounds import COMING, LONGEST_SENTENCE, NOT_THIS_WEEK
from archive.extraction.dating.world import Mention
from archive.extraction.lexicon import entries, words
from archive.extraction.names import Names
from archive.extraction.record import EventFound, Published, Span
from archive.extraction.sentences import Text

MOST = 8  # events of one article
LONGEST_CLAUSE = 220
FEWEST_WORDS, MOST_WORDS = 3, 16  # of the phrase that names an event
DAY_WORD = re.compile(r"\b(?:[Yy]esterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
CLAUSE_END = re.compile(
    r"[;:—–]|,\s(?:and|but|while|which|who|where|after|when|as|according|said|with|adding|saying)\b|,\s(?=“|\")|\.$"
)
CLAUSE_START = re.compile(r"(?:^|[;:—–]\s|,\s(?:and|but|while|after|when|as)\s|\bthat\s)")
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:of\s)?{MONTH}(?:\s\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?)"
)
LEADING_DAY = re.compile(
    rf"^(?:(?:Earlier|Late|Early)\s)?(?:[Oo]n\s|[Ii]n\s)(?:the\s)?{_DAY}(?:\s(?:morning|evening|night))?,?\s"
)
TRAILING_DAY = re.compile(rf"\s(?:on|in|late|early)?\s?(?:the\s)?{_DAY}$")
PLACE = re.compile(r"\b(?:in|at|near|outside)\s(?:the\s)?(?P<place>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
SPEECH = re.compile(r"\b(?:said|told|announced|added|reported|according)\b")


def find_events(text: Text, names: Names, dated: Dated) -> tuple[EventFound, ...]:
    """Return the dated events of `text`, the surest only, in the order of their words."""
    day = _day_of(dated.published)
    known = list(_known(names, dated.mentions, day))
    told = [event for event in _told(text, names, day) if not _overlaps(event, known)]
    found = sorted((*known, *told), key=lambda event: (event.start, event.end))
    return tuple(_once(found)[:MOST])


def _day_of(published: Published) -> date | None:
    exact = published.date and published.precision in ("day", "minute")
    return date.fromisoformat(published.date[:10]) if published.date and exact else None


def _known(names: Names, mentions: Iterable[Mention], published: date | None) -> Iterator[EventFound]:
    """Yield the events of the table that the article mentions, each where it is first told."""
    seen = set()
    for mention in mentions:
        happening = mention.happening
        if happening.what in seen or (published and happening.day > published):
            continue
        seen.add(happening.what)
        span = mention.start, mention.end
        yield EventFound(happening.what, str(happening.day), "day", None, _participants(names, span), *span)


def _told(text: Text, names: Names, published: date | None) -> Iterator[EventFound]:
    """Yield the clauses that tell in the past what happened on a day that can be fixed."""
    for start, end in text.sentences:
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = text.body[start:end]
        for left, right, day, precision in _days(sentence, published):
            if text.quotation_at(start + left) or not _verb().search(sentence):
                continue
            clause = _clause(sentence, left, right)
            if clause is None:
                continue
            span = start + clause[0], start + clause[1]
            what = _phrase(text.body[slice(*span)])
            if what:
                place = PLACE.search(text.body[slice(*span)])
                yield EventFound(what, str(day), precision, _place(place), _participants(names, span), *span)
                break


def _days(sentence: str, published: date | None) -> Iterator[tuple[int, int, date, str]]:
    """Yield where the sentence names a day or a month, and which."""
    for written in find_dates(sentence):
        if written.full:
            yield written.start, written.end, written.full, "day"
        elif written.year and written.day is None:
            yield written.start, written.end, date(written.year, written.month, 1), "month"
        elif published and (day := _latest(written, published)):
            yield written.start, written.end, day, "day"
    if published is None:
        return
    for match in DAY_WORD.finditer(sentence) if "day" in sentence else ():
        before = sentence[: match.start()]
        if not NOT_THIS_WEEK.search(before):
            start = match.start() - (3 if before.endswith(("On ", "on ")) else 0)
            yield start, match.end(), _day_named(match.group().lower(), published), "day"


def _latest(written: DateFound, published: date) -> date | None:
    """Return the last such day up to the publication: one told without its year is less than a year back."""
    for year in (published.year, published.year - 1):
        try:
            day = date(year, written.month, written.day or 1)
        except ValueError:
            continue
        if day <= published:
            return day
    return None


def _day_named(name: str, published: date) -> date:
    if name == "today":
        return published
    if name == "yesterday":
        return published - timedelta(days=1)
    return published - timedelta(days=(published.weekday() - WEEKDAYS[name[:3]]) % 7)


def _clause(sentence: str, left: int, right: int) -> Span | None:
    """Return the clause around the day, if it tells an event in the past; it may end with its day."""
    starts = [match.end() for match in CLAUSE_START.finditer(sentence, 0, left)]
    dateline = find_dateline(sentence)
    begin = max([0, *starts, dateline.end if dateline and dateline.end <= left else 0])
    verbs = list(_verb().finditer(sentence, begin, left))
    if verbs and left - verbs[-1].end() > 1:
        end = right
    else:
        stop = CLAUSE_END.search(sentence, right + 2)
        end = stop.start() if stop else len(sentence)
    clause = sentence[begin:end]
    if len(clause) > LONGEST_CLAUSE or COMING.search(clause) or SPEECH.search(clause):
        return None
    return (begin, begin + len(clause.rstrip(' ,.”"'))) if _verb().search(clause) else None


@cache
def _verb() -> re.Pattern[str]:
    verbs = sorted(entries("event_verbs.txt"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\b")


def _phrase(clause: str) -> str | None:
    """Return the words that name the event: the clause without its day; None if they do not stand alone."""
    phrase = TRAILING_DAY.sub("", LEADING_DAY.sub("", clause)).strip(" ,;")
    parts = phrase.split()
    if len(parts) > MOST_WORDS:
        cuts = [n for n in range(FEWEST_WORDS + 1, MOST_WORDS) if parts[n] in words("phrase_tails.txt")]
        if not cuts:
            return None
        parts = parts[: cuts[-1]]
    first = parts[0].lower() if parts else ""
    if len(parts) < FEWEST_WORDS or first in words("not_subjects.txt") or not _names_first(parts):
        return None
    phrase = " ".join(parts)
    return None if '"' in phrase or "“" in phrase else phrase[0].upper() + phrase[1:]


def _names_first(parts: list[str]) -> bool:
    """Tell whether a subject stands before the verb: something with a capital, that is no day."""
    verb = next((n for n, word in enumerate(parts) if _verb().match(" ".join(parts[n : n + 3]))), 0)
    return any(word[0].isupper() for word in parts[:verb])


def _place(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return match["place"] if match["place"].lower() in words("dateline_cities.txt") else None


def _participants(names: Names, span: Span) -> tuple[str, ...]:
    """Return who is named within the span, each once."""
    inside = (m.whom for m in names.mentions if span[0] <= m.start and m.end <= span[1])
    return tuple(dict.fromkeys(inside))


def _overlaps(event: EventFound, others: Iterable[EventFound]) -> bool:
    """Tell whether another event of the same day is told by the same words."""
    return any(
        event.date == other.date and event.start < other.end and other.start < event.end for other in others
    )


def _once(events: list[EventFound]) -> list[EventFound]:
    seen: dict[tuple[str, str | None], EventFound] = {}
    for event in events:
        seen.setdefault((event.what, event.date), event)
    return list(seen.values())
