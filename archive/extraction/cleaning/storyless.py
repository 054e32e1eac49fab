"""Pages that hold no article: errors, checks of the reader, and lists of other pages."""

from collections.abc import Sequence

from archive.extraction.cleaning.lines import Kind, Line, key_of
from archive.extraction.cleaning.telling import shared, telling
from archive.extraction.cleaning.titles import LEAST_SHARED, bare_title
from archive.extraction.lexicon import words

LONGEST_EXCUSE = 600  # letters that an error page says of itself
LONGEST_TEASER = 300
MOST_TEASERS = 2  # paragraphs
LEAST_DATED = 3  # dates and times on a list of stories
FEW_HEADS = 12  # lines at a page's head among which it names itself


def is_storyless(lines: Sequence[Line], body: Sequence[int], title: int | None, declared: str | None) -> bool:
    """Tell whether what was taken for the body is none: the words of an error page, or a teaser of a list."""
    paragraphs = [lines[number].text for number in body]
    letters = sum(map(len, paragraphs))
    if letters <= LONGEST_EXCUSE and _is_error(lines, declared):
        return True
    heading = lines[title].text if title is not None else bare_title(declared or "")
    clocks = sum(line.kind is Kind.CLOCK for line in lines)
    if letters > LONGEST_TEASER or len(body) > MOST_TEASERS or clocks < LEAST_DATED or not heading:
        return False
    return shared(heading, telling(" ".join(paragraphs))) < LEAST_SHARED


def _is_error(lines: Sequence[Line], declared: str | None) -> bool:
    heads = [line.text for line in lines[:FEW_HEADS] if line.kind in (Kind.TITLE, Kind.HEADLINE)]
    heads += [line.text for line in lines if line.kind is Kind.TITLE]
    return any(_names_error(head) for head in (*heads, bare_title(declared or "")))


def _names_error(head: str) -> bool:
    known = words("error_pages.txt")
    return key_of(head) in known or head.strip(" .!?").lower() in known
