"""Which line of a page is its headline. None is invented: a page that holds none has none."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from archive.extraction.cleaning.headlines import by_odds
from archive.extraction.cleaning.lines import (
    ROUND_BULLETS,
    SPEAKER_LABEL,
    TRAIL,
    WHEN_AND_WHO,
    Kind,
    Line,
    key_of,
    spaces,
)
from archive.extraction.cleaning.live import LIVE, find_live
from archive.extraction.cleaning.sources import source_named
from archive.extraction.cleaning.telling import WORD, shared, telling
from archive.extraction.dates import days_of_page
from archive.extraction.lexicon import words

LONGEST, LONGEST_QUESTION = 260, 150
BEGINNING, LONGEST_BEGINNING = 12, 4000  # paragraphs, characters: what the headline tells stands there
NAVIGATION = (Kind.FURNITURE, Kind.ASIDE, Kind.ENDER, Kind.LABEL)
MOST_DECKS = 3
MORE_TOLD = 1  # words of the story
LEAST_SHARED = 0.25  # of a headline's telling words, those that the article uses too
INSTITUTION = re.compile(
    r"""(?:The\s|U\.?S\.?\s|(?:States|Nations|Affairs|[A-Z]\w*(?:[^\Ws]|ss))\s){0,2}
        (?:Ministry|Office|Embassy|Department|Secretary|House|Committee|Council|Government|Mission|Permanent|Federal|State
          |Press|Information|Commission|Bureau|Delegation|Consulate|Representation|Agency|Presidency|Kremlin)
        (?: \s(?:of|for|to|on|in)\s (?:the\s)? [A-Z][\w.&'’-]* (?:\s(?:[A-Z][\w.&'’-]*|and|&)){0,4} ){0,3}""",
    re.X,
)  # Ministry of Foreign Affairs of Norland; Office of the Press Secretary
PAPER = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,5}(?:\([A-Z][\w .'’-]{2,30}\)|(?:News|Press) (?:Agency|Network|Service))"
)  # The Daily Post (Harven), Norland News Agency
SITE_WORDS = frozenset(
    ["news", "agency", "the", "of", "online", "in", "english", "edition", "home", "homepage", "international",
     "world", "russian", "chinese", "turkish", "welcome", "to", "official", "website", "page", "service"]
)  # fmt: skip
OF_DOCUMENTS = frozenset(
    ["joint", "daily", "weekly", "regular", "noon", "press", "media", "news", "opening", "closing", "final"]
)  # words that stand before a document's
# A list's items, and what stands below a headline in brackets.
BESIDE_TITLE = re.compile(rf"(?:[{ROUND_BULLETS}+-]|o)\s|\(.*\)$")
OF_CONTENTS = re.compile(r"\d{1,3}(?:[-–,]\s?\d{1,3}){0,3}\s(?=[A-Z])")  # 2-3 Fishing rights
FEWEST_CONTENTS = 3
FULL_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}|[A-Z][\w'’ -]+, (?P<country>[A-Z][\w.'’ -]+)")
HEAD_OF_DOCUMENT = 8  # lines between its headline and its day
OFFICE_AND_PLACE = 4  # lines between a speaker's name and the date, with a label
SITE = re.compile(r"\s+(?:[|·»]|[-–—])\s+(?P<site>[^|·»–—]{2,40})$")  # … | The Paper


def find_title(lines: Sequence[Line], body: Sequence[int], declared: str | None) -> int | None:
    """Return the number of the line that is the headline: above the body, and of what the body tells.

    `declared` is the title that the page's markup gives, if any.
    """
    found = _find_title(lines, body, declared)
    return None if found is None else _printed_alone(lines, found, body[0])


def _printed_alone(lines: Sequence[Line], found: int, first: int) -> int:
    """Return the line below `found` that is the same title without the site's name or the day of printing."""
    text = lines[found].text.casefold()
    for number in range(found + 1, first):
        alone = lines[number].text.casefold()
        if lines[number].kind in (Kind.HEADLINE, Kind.TITLE) and spaces(alone) >= 3 and alone in text:
            return number if len(alone) < len(text) else found
    return found


def _find_title(lines: Sequence[Line], body: Sequence[int], declared: str | None) -> int | None:
    if not body:
        return None
    marked = [n for n in range(body[0]) if lines[n].kind is Kind.TITLE]
    above = [n for n in range(body[0]) if _is_heading(lines[n])]
    above = [n for n in above if not _names_site(lines[n].text)] or above
    above = [n for n in above if not SPEAKER_LABEL.fullmatch(lines[n].text)]
    above = [n for n in above if not BESIDE_TITLE.match(lines[n].text)]
    contents = {n for n in above if OF_CONTENTS.match(lines[n].text)}
    above = [n for n in above if n not in contents] if len(contents) >= FEWEST_CONTENTS else above
    if not (marked or above):
        return _by_place(lines, body[0])
    live = next((n for n in above if LIVE.search(lines[n].text)), None)
    if not marked and live is not None and find_live(lines) == live:
        return live
    told = telling(" ".join(lines[number].text for number in body[:BEGINNING])[:LONGEST_BEGINNING])
    told_of = [n for n in above if shared(lines[n].text, told) >= LEAST_SHARED]
    trail = max((n for n in range(body[0]) if TRAIL.match(lines[n].text)), default=-1)
    # A headline stands below "Home > News".
    if any(n > trail and spaces(lines[n].text) >= 3 for n in told_of):
        above, told_of = ([n for n in found if n > trail] for found in (above, told_of))
    headings = [n for n in told_of if spaces(lines[n].text) >= 2]
    if headings:  # "News", "Press release" and the site's name may be marked as titles, above the story's own
        marked = [n for n in marked if not _names_section(lines[n].text)]
    found = chain(
        _by_markup(lines, marked, headings, told, declared),
        (n for n in above if _names_document(lines, n, body[0])),
        by_odds(lines, [n for n in told_of if _may_be_headline(lines, n)], told, body[0]),
        (n for n in above if _is_document(lines[n].text)),
    )
    number = next(found, None)
    if number is None and not _declares_other(lines, body[0], declared, told):
        number = _by_place(lines, body[0])
    return number


def _is_heading(line: Line) -> bool:
    """Tell a headline; it may ask, or call out."""
    asks = line.kind is Kind.PROSE and line.text[-1] in "?!" and len(line.text) <= LONGEST_QUESTION
    return asks or (line.kind is Kind.HEADLINE and len(line.text) <= LONGEST)


def declares_more(line: Line, declared: str | None, story: Sequence[str]) -> bool:
    """Tell whether the declared title, without the site's name, tells more of the story than a headline.

    One that the markup marks, or that stands in the declared title, is believed.
    """
    text = line.text
    if not declared or line.kind is Kind.TITLE or text.casefold() in declared.casefold():
        return False
    told = telling(" ".join(story[:BEGINNING]))
    ours, theirs = (len(telling(title) & told) for title in (text, bare_title(declared)))
    return theirs > ours + MORE_TOLD


def _names_document(lines: Sequence[Line], number: int, first: int) -> bool:
    """Tell the headline of a document whose day is printed again below: "Daily Briefing - 3 March 2014"."""
    if not _tells_document(lines[number].text):
        return False
    day = next((found.full for found in days_of_page(lines[number].text)), None)
    below = lines[number + 1 : min(first, number + 1 + HEAD_OF_DOCUMENT)]
    clocks = (line.text for line in below if line.kind is Kind.CLOCK)
    return day is not None and any(found.full == day for text in clocks for found in days_of_page(text))


def _tells_document(text: str) -> bool:
    """Tell whether a word of `text` is what a document calls itself."""
    return not words("document_words.txt").isdisjoint(WORD.findall(text.lower()))


def _is_document(text: str) -> bool:
    """Tell the headline of a document that tells nothing more: "Joint press conference", "Daily Briefing"."""
    named = set(WORD.findall(text.lower())) - words("document_words.txt")
    return _tells_document(text) and named.issubset(OF_DOCUMENTS)


def _declares_other(lines: Sequence[Line], first: int, declared: str | None, told: frozenset[str]) -> bool:
    """Tell whether the declared title is of what the body tells, and no word of it stands above the body."""
    named = telling(declared or "")
    if not named or shared(declared or "", told) < LEAST_SHARED:
        return False
    return not any(named & telling(line.text) for line in lines[:first])


def _names_site(text: str) -> bool:
    """Tell the name of an institution or a publisher: "Office of the Press Secretary", "The Paper Online"."""
    if INSTITUTION.fullmatch(text) or PAPER.fullmatch(text):
        return True
    left = [word for word in WORD.findall(text) if word.lower() not in SITE_WORDS]
    return len(left) <= 3 and source_named(" ".join(left)) is not None


def _by_markup(
    lines: Sequence[Line], marked: list[int], headings: list[int], told: frozenset[str], declared: str | None
) -> Iterator[int]:
    """Yield the lines that the markup makes a title, if they are this article's; the declared title first.

    A site's own name may be marked as a title too ("News"), and stand in the declared one ("… - The News");
    where only such names are marked, one of `headings` that stands in the declared title is it.
    """
    named = (declared or "").casefold()
    texts = {n: lines[n].text.casefold() for n in headings if named}
    if not any(named.startswith(lines[n].text.casefold()) for n in marked):
        yield from (n for n, text in texts.items() if named.startswith(text) and _is_part(text, named))
    if not any(shared(lines[n].text, told) >= LEAST_SHARED for n in marked):
        yield from (n for n, text in texts.items() if _is_part(text, named) or named in text)
    yield from (n for n in marked if named and named.startswith(lines[n].text.casefold()))
    for number in marked:
        same = lines[number].text.casefold() in named
        if same or len(marked) == 1 or shared(lines[number].text, told) >= LEAST_SHARED:
            yield number


def _is_part(text: str, title: str) -> bool:
    """Tell whether `title` is `text`, or `text` and the names of sections and site, with a sign between."""
    at = title.find(text)
    before, after = title[:at].rstrip(), title[at + len(text) :].lstrip()
    return at >= 0 and not before[-1:].isalnum() and not after[:1].isalnum()


def _names_section(text: str) -> bool:
    """Tell the name of a part of a site, or of the site itself."""
    return key_of(text) in words("furniture.txt") or _names_site(text)


def _may_be_headline(lines: Sequence[Line], number: int) -> bool:
    return spaces(lines[number].text) >= 1 and not _names_speaker(lines, number)


def _names_speaker(lines: Sequence[Line], number: int) -> bool:
    """Tell who speaks, above office, place and date, and the place: "Ada Holm", "Geneva, Switzerland"."""
    below = [line.kind for line in lines[number + 1 : number + 1 + OFFICE_AND_PLACE]]
    named = FULL_NAME.fullmatch(lines[number].text)
    if named is None or Kind.CLOCK not in below or _tells_document(lines[number].text):
        return False
    return below[0] is Kind.HEADLINE or named["country"] is not None


def _by_place(lines: Sequence[Line], first: int) -> int | None:
    """Return a headline without a word of the body: it stands alone above it, or above the date."""
    number = first - 1
    while number > 0 and (lines[number].kind in WHEN_AND_WHO or spaces(lines[number].text) == 0):
        number -= 1
    if number > 0 and all(line.kind is Kind.HEADLINE for line in lines[:first]) and number < MOST_DECKS:
        number = 0  # a text without navigation: the headline, and a deck below it
    alone = number < first - 1 or all(line.kind in (*NAVIGATION, Kind.CLOCK) for line in lines[:number])
    if number < 0 or not alone or BESIDE_TITLE.match(lines[number].text):
        return None
    return number if lines[number].kind is Kind.HEADLINE and spaces(lines[number].text) >= 2 else None


def bare_title(title: str) -> str:
    """Return a page's title without the name of the site behind it."""
    match = SITE.search(title)
    return title[: match.start()] if match and match.start() > len(match["site"]) else title
