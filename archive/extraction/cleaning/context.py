"""What each line of a page is, told from the lines around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.extraction.cleaning.credits import CAPTION_WITHIN
from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.cleaning.lines import (
    SENTENCE_BEGINS,
    SENTENCE_END,
    Kind,
    Line,
    ends_in_initials,
    key_of,
    spaces,
)
from archive.extraction.cleaning.sources import source_named
from archive.extraction.cleaning.teasers import SPEECH
from archive.extraction.cleaning.titles import LONGEST
from archive.extraction.lexicon import words

LONGEST_TITLE_SENTENCE = 200
LONGEST_QUESTION = 120  # of a headline that nothing parts from the story
FEW_PARAGRAPHS = 3
LONGEST_INSET = 12  # lines
ISOLATING = (Kind.CAPTION, Kind.BYLINE, Kind.CLOCK, Kind.CREDIT, Kind.FURNITURE, Kind.ASIDE)
SLOGAN = re.compile(r"(?:\w+(?: \w+){0,2}\. ){2,4}\w+(?: \w+){0,2}\.")  # Near. Far. Everywhere.
AGENCY_BEHIND = re.compile(r"(?<=[.!?\"”’])\s?\((?P<agency>[A-Z][A-Za-z .-]{1,24})\)$")
CREDIT_LABELS = ("credit", "credits", "photo credit", "image credit", "photo by", "photograph by")
LONGEST_CREDIT = 60
FEWEST_OF_HEADLINE = 3  # spaces


def in_context(read: Sequence[Line]) -> list[Line]:
    """Return the lines, of which each was read by itself, as those around them show them to be."""
    lines = _with_title_printed_twice(list(_with_last_paragraph(read)))
    return _with_insets_aside(_with_title_apart(_with_credits_below_labels(lines)))


def _with_last_paragraph(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; the last paragraph of a dispatch that its agency signs is no caption with its credit:
    "They meet again in May. (Yonhap)" right below another paragraph and above none.
    """
    for number, line in enumerate(lines):
        signed = _signature(lines, number) if line.kind is Kind.CAPTION else None
        if signed:
            yield Line(line.text[: signed.start()], Kind.PROSE)
            yield Line(signed.group().strip(), Kind.SIGNOFF)
        else:
            yield line


def _signature(lines: Sequence[Line], number: int) -> re.Match[str] | None:
    """Return the agency behind a line that stands below a paragraph and above none."""
    line, below = lines[number], lines[number + 1 : number + 2]
    if not number or lines[number - 1].kind is not Kind.PROSE or any(one.kind is Kind.PROSE for one in below):
        return None
    signed = None if CAPTION_WITHIN.search(line.text, 0, 200) else AGENCY_BEHIND.search(line.text)
    return signed if signed and source_named(signed["agency"]) else None


def _with_title_apart(lines: list[Line]) -> list[Line]:
    """Tell a headline that looks like a paragraph from the body: it is the first of the page's sentences.

    It stands by itself, and no other line can be the headline, or it is a question; or its full stop is that
    of initials; or it is long, and has no full stop, as the paragraphs below it have.
    """
    first = next((number for number, line in enumerate(lines) if line.kind is Kind.PROSE), None)
    if first is None or first + 1 == len(lines) or find_dateline(lines[first].text):
        return lines
    text = lines[first].text
    if SLOGAN.fullmatch(text):
        lines[first] = Line(text, Kind.FURNITURE)
        return lines
    below = lines[first + 1].kind
    asked = text.endswith("?") and below is not Kind.PROSE and not SENTENCE_BEGINS.search(text)
    asked = asked or (first == 0 and text.endswith("?") and len(text) <= LONGEST_QUESTION)
    only = below in ISOLATING and not any(line.kind in (Kind.HEADLINE, Kind.TITLE) for line in lines[:first])
    is_apart = asked or only or _ends_in_initials(lines, first)
    if (is_apart and len(text) <= LONGEST_TITLE_SENTENCE) or _is_long_title(lines, first):
        lines[first] = Line(text, Kind.HEADLINE)
    return lines


def _ends_in_initials(lines: Sequence[Line], number: int) -> bool:
    """Tell "Minister ends his visit to the U.S." by its end, if nothing above looks like a headline."""
    text = lines[number].text
    if not ends_in_initials(text) or SENTENCE_BEGINS.search(text) or SPEECH.search(text):
        return False
    return not any(
        line.kind is Kind.HEADLINE and spaces(line.text) >= FEWEST_OF_HEADLINE for line in lines[:number]
    )


def _is_long_title(lines: Sequence[Line], number: int) -> bool:
    """Tell a long headline from a paragraph: it alone lacks the full stop."""
    text = lines[number].text
    if len(text) > LONGEST or not text[-1].isalnum():
        return False
    below = [line.text for line in lines[number + 1 :] if line.kind is Kind.PROSE][:FEW_PARAGRAPHS]
    return bool(below) and all(SENTENCE_END.search(paragraph[-6:]) for paragraph in below)


def _with_title_printed_twice(lines: list[Line]) -> list[Line]:
    """Tell a headline that looks like a paragraph: it has no full stop, and is printed twice in a row."""
    for number in range(1, len(lines)):
        line = lines[number]
        if line.text == lines[number - 1].text and line.kind is Kind.PROSE and line.text[-1].isalnum():
            lines[number - 1 : number + 1] = [Line(line.text, Kind.HEADLINE)] * 2
    return lines


def _with_credits_below_labels(lines: list[Line]) -> list[Line]:
    """Tell the photographer whose name stands below the word "Credit" from who wrote the story."""
    for number, (label, named) in enumerate(pairwise(lines)):
        is_name = named.kind in (Kind.BYLINE, Kind.HEADLINE) and len(named.text) <= LONGEST_CREDIT
        if is_name and key_of(label.text) in CREDIT_LABELS:
            lines[number : number + 2] = [Line(label.text, Kind.CREDIT), Line(named.text, Kind.CREDIT)]
    return lines


def _with_insets_aside(lines: list[Line]) -> list[Line]:
    """Set aside the lists of other stories that "Continue reading the main story" parts from the story."""
    for number in range(1, len(lines) - 1):
        resumes = lines[number].kind in (Kind.FURNITURE, Kind.LABEL) and lines[number + 1].kind is Kind.PROSE
        if not resumes or key_of(lines[number].text) not in words("resumes.txt"):
            continue
        above = next((n for n in range(number, 0, -1) if lines[n - 1].kind is Kind.PROSE), None)
        if above is not None and number - above <= LONGEST_INSET:
            lines[above:number] = [Line(line.text, Kind.ASIDE) for line in lines[above:number]]
    return lines
