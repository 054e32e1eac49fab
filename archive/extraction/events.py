"""Dated happenings that a body tells of: those that the world knows, and those told with their day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.dates import MONTH, DateFound
from archive.extraction.dates.calendar_names import WEEKDAYS
from archive.extraction.dating import Dated
from archive.extraction.dating.bounds import LONGEST_SENTENCE, is_of_this_week
from archive.extraction.dating.world import COMING
from archive.extraction.dating.world import Mention as Telling
from archive.extraction.lexicon import entries, words
from archive.extraction.names import Mention, Names
from archive.extraction.record import EventFound, Precision, Published, Span
from archive.extraction.sentences import Text

MOST = 8  # events of one article
LONGEST_CLAUSE = 300
OFFICE_JOINTS = frozenset(("and", "of", "the", "for"))
OPENING = frozenset(("at", "despite", "in", "under", "with"))  # what opens a sentence before its subject
LONGEST_OPENING = 40  # characters before a clause that may say that it is not so
FEWEST_WORDS, MOST_WORDS = 3, 16  # of the phrase that names an event
DAY_WORD = re.compile(
    r"\b(?:[Yy]esterday|[Tt]oday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
CLAUSE_END = re.compile(
    r"[;:—–]|,\s(?:and|but|while|which|who|where|after|when|as|according|said|with|adding|saying)\b|,\s(?=“|\")|\.$"
)
CLAUSE_START = re.compile(r"(?:^|[;:—–]\s|,\s(?:and|but|while|after|when|as)\s|\bthat\s)")
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday"
    rf"|(?:early\s|mid-|late\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:of\s)?{MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?"
    r"(?:,?\s(?:19|20)\d\d)?)"
)
LEADING_DAY = re.compile(
    rf"^(?:(?:Earlier|Late|Early)\s)?(?:[Oo]n\s|[Ii]n\s|(?=[TY]))(?:the\s)?{_DAY}(?:\s(?:morning|evening|night))?,?\s"
)
RELATIVE_DAY = re.compile(r"\s(?:today|yesterday)\b")
TRAILING_DAY = re.compile(rf"\s(?:on|in|late|early)?\s?(?:the\s)?{_DAY}$")
# What makes a day the name of another thing: "released a June 2011 letter", "since the May 5 accord".
DAY_OF_A_THING = re.compile(r"(?<!\bon )(?<!\bin )\b(?:an?|the|its|his|her|their)\s$|['’]s\s$", re.I)
# A subordinate clause without its end: what it tells is not the event that the day belongs to.
SUBORDINATE = re.compile(
    r"(?:\b(?:after|as|because|before|since|until|when|where|while)|,\s(?:who|which))\s[^,]*$"
)
# What is told of before its verb by a participle: "A poll released on Monday showed …".
MADE_PUBLIC = re.compile(
    r"\b(?:data|figures?|forecasts?|images?|polls?|reports?|stud(?:y|ies)|surveys?|videos?)\s$"
)
UNFINISHED = re.compile(r"\b(?:since|to|by|at|in|on|of|for|from|with|about|an?|the|its|their|and|or|that)$")
PLACE = re.compile(r"\b(?:in|at|near|outside)\s(?:the\s)?(?P<place>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
# What stands before the name of who had no part: where it was, whose, of whom.
NO_PART = re.compile(r"\b(?:in|at|near|outside|from|of|about|over)\s(?:the\s)?$", re.I)
# What opens an account of others: "vetoed a resolution demanding that Norland …".
OF_OTHERS = re.compile(r"\b(?:allowing|amid|calling|demanding|following|supporting|that|which|who)\b")
PLACE_OF_KNOWN = re.compile(r"\s(?:in|at|near|over|off)\s")
# What has not happened, before its verb: "would have signed", "If Norland signed", "rumours that it signed";
# or a clause that tells of someone: "Berg, who met Lind".
NOT_SO = re.compile(
    r"""
      \b (?: not | never | would | could | might | should | may | [Ii]f | [Uu]nless | whether
          | denied | refused | failed | [Rr]umou?rs? | claims? | allegations? | alleged(?:ly)?
          | reportedly ) \b
    | n[’']t\b
    | \b (?:who|which)\s (?:\w+\s)? $
    """,
    re.X,
)
MIDDLE_DAY = re.compile(rf"\s(?:on\s)?{_DAY}(?:\s(?:morning|evening|night|afternoon))?$")
SPEECH = re.compile(r"\b(?:said|told|announced|added|reported|[Aa]ccording|\w+ed that|says|\w+s that)\b")


def find_events(text: Text, names: Names, dated: Dated) -> tuple[EventFound, ...]:
    """Return the dated events of `text`, the surest only, in the order of their words."""
    day = _day_of(dated.published)
    known = list(_known(names, dated.mentions, day))
    told = [event for event in _told(text, names, dated, day) if not _overlaps(event, known)]
    found = sorted((*known, *told), key=lambda event: (event.start, event.end))
    return tuple(_once(found)[:MOST])


def _day_of(published: Published) -> date | None:
    exact = published.date and published.precision in ("day", "minute")
    return date.fromisoformat(published.date[:10]) if published.date and exact else None


def _known(names: Names, tellings: Iterable[Telling], published: date | None) -> Iterator[EventFound]:
    """Yield the events of the table that the article mentions, each where it is first told."""
    seen = set()
    for telling in tellings:
        happening = telling.happening
        if happening.what in seen or (published and happening.day > published):
            continue
        seen.add(happening.what)
        span = telling.start, telling.end
        took_part = _named_by(happening.what, names, span)
        yield EventFound(happening.what, str(happening.day), "day", None, took_part, *span)


def _told(text: Text, names: Names, dated: Dated, published: date | None) -> Iterator[EventFound]:
    """Yield the clauses that tell in the past what happened on a day that can be fixed."""
    written: dict[Span, list[DateFound]] = {}
    for span, found in dated.dates:
        written.setdefault(span, []).append(found)
    for start, end in text.sentences:
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = text.body[start:end]
        for left, right, day, precision in _days(sentence, start, written.get((start, end), ()), published):
            if text.quotation_at(start + left) or not _verb().search(sentence):
                continue
            if DAY_OF_A_THING.search(sentence, max(0, left - LONGEST_OPENING), left):
                continue
            clause = _clause(sentence, left, right)
            if clause is None:
                continue
            span = start + clause[0], start + clause[1]
            what = _phrase(text.body[slice(*span)]) or _phrase(_without_offices(text, names, span))
            if what:
                place = _place(PLACE.search(text.body[slice(*span)]))
                took_part = _participants(text.body, names, _words_of(what, text.body, span))
                yield EventFound(RELATIVE_DAY.sub("", what), str(day), precision, place, took_part, *span)
                break


def _days(
    sentence: str, start: int, dates: Iterable[DateFound], published: date | None
) -> Iterator[tuple[int, int, date, Precision]]:
    """Yield where the sentence that begins at `start` names a day or a month, and which: `dates` are those
    written in it.
    """
    for written in dates:
        place = written.start - start, written.end - start
        if written.full:
            yield *place, written.full, "day"
        elif written.year and written.day is None:
            yield *place, date(written.year, written.month, 1), "month"
        elif published and (day := _latest(written, published)):
            yield *place, day, "day"
    if published is None:
        return
    for match in DAY_WORD.finditer(sentence) if "day" in sentence else ():
        at = match.start()
        if is_of_this_week(sentence, at):
            start = at - (3 if sentence.endswith(("On ", "on "), 0, at) else 0)
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
    told = _verb().search(clause)
    if told is None or any(rule.search(clause, 0, told.start()) for rule in (SUBORDINATE, MADE_PUBLIC)):
        return None
    opening = max(0, begin - LONGEST_OPENING)
    happened = not NOT_SO.search(sentence, opening, begin + told.start())
    if sentence.endswith("that ", 0, begin) and SPEECH.search(sentence, opening, begin):
        return None
    return (begin, begin + len(clause.rstrip(' ,.”"'))) if happened else None


@cache
def _verb() -> re.Pattern[str]:
    verbs = sorted(entries("event_verbs.txt"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\b")


def _phrase(clause: str) -> str | None:
    """Return the words that name the event: the clause without its day; None if they do not stand alone."""
    phrase = TRAILING_DAY.sub("", LEADING_DAY.sub("", clause)).strip(" ,;")
    told = _verb().search(phrase)
    middle = MIDDLE_DAY.search(phrase, 0, told.start() - 1) if told and told.start() else None
    phrase = phrase[: middle.start()] + phrase[middle.end() :] if middle else phrase
    parts = phrase.split()
    if len(parts) > MOST_WORDS:
        tails = words("phrase_tails.txt")
        ends = range(FEWEST_WORDS + 1, MOST_WORDS)
        cuts = [n for n in ends if parts[n] in tails or parts[n - 1].endswith(",")]
        if not cuts:
            return None
        parts = parts[: cuts[-1]]
    first = parts[0].lower() if parts else ""
    if len(parts) < FEWEST_WORDS or first in words("not_subjects.txt") or not _names_first(parts):
        return None
    phrase = " ".join(parts).rstrip(",")
    broken = (
        '"' in phrase or "“" in phrase or phrase.count("(") != phrase.count(")") or UNFINISHED.search(phrase)
    )
    return None if broken else phrase[0].upper() + phrase[1:]


def _without_offices(text: Text, names: Names, span: Span) -> str:
    """Return the words of a clause with the people in it by their names alone, who have long offices."""
    kept, at = [], span[0]
    for mention in names.found.mentions_in(*span):
        if mention.kind != "person" or mention.end > span[1]:
            continue
        named = mention.start - 2 if text.body.startswith(", ", mention.start - 2) else mention.start
        first = max(at, _offices_before(text, names, named))
        beside = named < mention.start and first < named
        if first < named:
            kept.append(text.body[at:first])
            at = mention.start
        kept.append(text.body[at : mention.end])
        at = mention.end + (beside and text.body.startswith(",", mention.end))
    return "".join((*kept, text.body[at : span[1]]))


def _offices_before(text: Text, names: Names, start: int) -> int:
    """Return where the offices begin that end right before `start`: "the Ports and Finance Minister"."""
    first = names.found.titles_before(text, start)
    if first == start:
        return start
    at = text.token_index(first)
    named = {mention.end for mention in names.found.mentions_before(first, MOST)}
    while at and text.token_ends[at - 1] not in named:
        if not (text.texts[at - 1][0].isupper() or text.lowers[at - 1] in OFFICE_JOINTS):
            break
        at -= 1
    at += text.lowers[at] in OFFICE_JOINTS and text.lowers[at] != "the"
    return min(text.token_starts[at], first)


def _names_first(parts: list[str]) -> bool:
    """Tell whether a subject stands before the verb: something with a capital, that is no day, behind the
    comma of what opens the sentence: "In answer to Norland, Sudia signed".
    """
    verb = next((n for n, word in enumerate(parts) if _verb().match(" ".join(parts[n : n + 3]))), 0)
    commas = (n for n, word in enumerate(parts[:verb], 1) if word.endswith(","))
    first = next(commas, verb) if parts[0].lower() in OPENING else 0
    return any(word[0].isupper() for word in parts[first:verb])


def _place(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return match["place"] if match["place"].lower() in words("dateline_cities.txt") else None


def _named_by(what: str, names: Names, span: Span) -> tuple[str, ...]:
    """Return who is named within the span and in the name of a known event, its place left out.

    The sentence that tells of it may name anyone: who speaks of it, who remembers, where they stood.
    """
    named = PLACE_OF_KNOWN.split(what)[0]
    inside = names.found.mentions_in(*span)
    return tuple(dict.fromkeys(m.whom for m in inside if m.kind != "country" and _is_in(named, m)))


def _is_in(named: str, mention: Mention) -> bool:
    """Tell whether a name stands whole in `named`; of a person more than a family name must."""
    whole = " " in mention.whom or mention.kind == "organization"
    return whole and re.search(rf"\b{re.escape(mention.whom)}(?!\w)", named) is not None


def _words_of(what: str, body: str, span: Span) -> Span:
    """Return where the words that name an event stand within its clause: up to the last two of them."""
    last = " ".join(what.split()[-2:])
    at = body.rfind(last, *span)
    return (span[0], at + len(last)) if at >= 0 else (span[0], span[0])


def _participants(body: str, names: Names, span: Span) -> tuple[str, ...]:
    """Return who took part by the words of the span, each once."""
    others = OF_OTHERS.search(body, *span)
    end = others.start() if others else span[1]
    inside = (m for m in names.found.mentions_in(span[0], end) if m.end <= end)
    return tuple(dict.fromkeys(m.whom for m in inside if _takes_part(body, names, m)))


def _takes_part(body: str, names: Names, mention: Mention) -> bool:
    """Tell whether a name is neither a place ("in Paris") nor whose: "an aide of Berg", "Berg’s aide"."""
    is_person = mention.kind == "person"
    first = names.found.titles_before(names.text, mention.start) if is_person else mention.start
    is_owner = body.startswith(("’s", "'s"), mention.end)
    is_city = body[mention.start : mention.end].lower() in words("dateline_cities.txt")
    return not (is_owner or is_city or NO_PART.search(body, max(0, first - 13), first))


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
