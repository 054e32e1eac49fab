"""Which line of a page is its headline. None is invented: a page that holds none has none."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from archive.extraction.cleaning.lines import Kind, Line
from archive.extraction.lexicon import table

LONGEST = 260
BEGINNING, LONGEST_BEGINNING = 12, 4000  # paragraphs, characters: what the headline tells stands there
LEAST_SHARED = 0.25  # of a headline's telling words, those that the article uses too
INSTITUTION = re.compile(
    r"""(?:The\s|U\.?S\.?\s|[A-Z]\w+\s){0,2}
        (?:Ministry|Office|Embassy|Department|Secretary|House|Committee|Council|Government|Mission|Permanent|Federal|State
          |Press|Information|Commission|Bureau|Delegation|Consulate|Representation|Agency|Presidency|Kremlin)
        (?: \s(?:of|for|to|on)\s (?:the\s)? [A-Z][\w.&'’-]* (?:\s(?:[A-Z][\w.&'’-]*|and|&)){0,4} ){0,3}""",
    re.X,
)  # Ministry of Foreign Affairs of Norland; Office of the Press Secretary
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SITE = re.compile(r"\s+(?:[|·»]|[-–—])\s+(?P<site>[^|·»–—]{2,40})$")  # … | The Paper


def find_title(lines: Sequence[Line], body: Sequence[int], declared: str | None) -> int | None:
    """Return the number of the line that is the headline: above the body, and of what the body tells.

    `declared` is the title that the page's markup gives, if any.
    """
    if not body:
        return None
    told = telling(" ".join(lines[number].text for number in body[:BEGINNING])[:LONGEST_BEGINNING])
    marked = [n for n in range(body[0]) if lines[n].kind is Kind.TITLE]
    for number in marked:
        same = declared and lines[number].text.casefold() in declared.casefold()
        if same or len(marked) == 1 or shared(lines[number].text, told) >= LEAST_SHARED:
            return number
    above = [n for n in range(body[0]) if lines[n].kind is Kind.HEADLINE and len(lines[n].text) <= LONGEST]
    above = [n for n in above if not INSTITUTION.fullmatch(lines[n].text)] or above
    printed = Counter(lines[n].text.casefold() for n in above)
    for number in above:
        if printed[lines[number].text.casefold()] > 1 and shared(lines[number].text, told) >= LEAST_SHARED:
            return number
    for shortest in (4, 2):
        for number in above:
            enough = lines[number].text.count(" ") >= shortest - 1
            if enough and shared(lines[number].text, told) >= (LEAST_SHARED if shortest > 2 else 0.5):
                return number
    return _only_line_above(lines, body)


def _only_line_above(lines: Sequence[Line], body: Sequence[int]) -> int | None:
    """Return a headline that shares no word with the body, if it is all that stands above it."""
    if body[0] == 1 and lines[0].kind is Kind.HEADLINE and lines[0].text.count(" ") >= 2:
        return 0
    return None


def shared(title: str, told: frozenset[str]) -> float:
    """Return which part of a headline's telling words is in `told`, by their first five letters."""
    words = telling(title)
    return len(words & told) / len(words) if words else 0.0


def telling(text: str) -> frozenset[str]:
    """Return the words of `text` that tell something, each by its first five letters."""
    found = WORD.findall(text.lower().replace("’", "'"))
    return frozenset(word[:5] for word in found if len(word) > 2 and word not in _small())


@cache
def _small() -> frozenset[str]:
    return frozenset(row[0] for row in table("function_words.txt"))


def bare_title(title: str) -> str:
    """Return a page's title without the name of the site behind it."""
    match = SITE.search(title)
    return title[: match.start()] if match and match.start() > len(match["site"]) else title
