"""Sentences inside a body that are the headlines and teasers of other stories."""

import re
from collections.abc import Sequence

from archive.extraction.cleaning.lines import (
    LONGEST_NAMED,
    ROUND_BULLETS,
    Kind,
    Line,
    ends_in_initials,
    key_of,
)
from archive.extraction.lexicon import words

LONG_LINE = 100  # characters: few headlines are longer
BULLET = re.compile(rf"(?:[{ROUND_BULLETS}–—-]|\d{{1,2}}[.)])\s?(?=\S)")
SPEECH = re.compile(r"\b(?:said|told|added|stressed|noted|stated|says)\b")
QUESTION = re.compile(r"(?:\d{1,2}[.)]\s)?[A-Z][^\s:“”\"]*(?: [^\s:“”\"]+){0,8}\?")
CARD = [Kind.HEADLINE, Kind.PROSE, Kind.CLOCK]  # of another story
BARE_CARD = [Kind.PROSE, Kind.CLOCK]
READING_TIMES = ("min read", "minute read", "mins read", "minutes read")
LONGEST_TEASER = 200
FEWEST_TEASERS = 2
LONGEST_ITEM = 70  # characters of another story's headline in a list
SENTENCE_WITHIN = re.compile(r"\w[.!?] [A-ZÀ-Þ]")
QUOTE_MARK = re.compile(r"[“”„«»\"]")


def find_teasers(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return those of the lines from `begin` to `end` that belong to other stories."""
    return (
        _under_labels(lines, begin, end)
        | _above_labels(lines, begin, end)
        | _teasers(lines, begin, end)
        | _last_teasers(lines, begin, end)
        | _cards(lines, begin, end)
        | _cards_within(lines, begin, end)
        | _bullets_of_others(lines, begin, end)
    )


def _under_labels(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return headlines that end in a stop, below a label like "See also"."""
    found = set()
    for number in range(begin, end):
        if lines[number].kind is not Kind.LABEL:
            continue
        below = number + 1
        while below < end and lines[below].kind in (Kind.CREDIT, Kind.CAPTION, Kind.CLOCK, Kind.HEADLINE):
            below += 1
        if lines[below].kind is Kind.PROSE and _like_headline(lines[below].text):
            found.add(below)
    return found


def _above_labels(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return headlines that end in a question mark, above the button "Read more"."""
    return {
        number
        for number in range(begin, end)
        if lines[number].kind is Kind.PROSE
        and lines[number + 1].kind in (Kind.LABEL, Kind.ENDER, Kind.FURNITURE)
        and key_of(lines[number + 1].text) == "read more"
        and _like_headline(lines[number].text)
    }


def _teasers(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return the list of other stories at the end: a label, then headlines and teasers in turn."""
    for number in range(begin, end):
        if lines[number].kind is Kind.LABEL and key_of(lines[number].text) in words("enders.txt"):
            below = [_is_heading(line) for line in lines[number + 1 : end + 1]]
            short = all(len(line.text) <= LONGEST_TEASER for line in lines[number + 1 : end + 1])
            if short and len(below) >= 4 and below == [True, False] * (len(below) // 2):
                return set(range(number, end + 1))
    return set()


def _last_teasers(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return what stands below the last label like "See also", if all of it are single short sentences."""
    label = next((n for n in range(end, begin, -1) if lines[n].kind is Kind.LABEL), None)
    below = [line for line in lines[label + 1 : end + 1] if line.kind is not Kind.CLOCK] if label else []
    if label is None or len(below) < FEWEST_TEASERS:
        return set()
    return set(range(label, end + 1)) if all(map(_is_teaser, below)) else set()


def _is_teaser(line: Line) -> bool:
    single = line.kind is Kind.PROSE and len(line.text) <= LONG_LINE and not SENTENCE_WITHIN.search(line.text)
    return single and not SPEECH.search(line.text) and not QUOTE_MARK.search(line.text)


def _cards(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return the last sentence if it is the first teaser of a row: with headline and date, or date alone."""
    row = [line.kind for line in lines[max(end - 1, 0) : end + 5]]
    bare = row[1:] == BARE_CARD * 2 + BARE_CARD[:1] and len(lines[end].text) <= LONGEST_TEASER
    dated = any(line.kind is Kind.CLOCK for line in lines[max(begin - 3, 0) : begin])
    own = bare and dated and end > begin and not SENTENCE_WITHIN.search(lines[end].text)
    return {end} if row == CARD * 2 or own else set()


def _cards_within(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return teasers that say how long their story takes to read, and the questions above them."""
    found = set()
    for number in range(begin + 2, end + 1):
        text, teaser, above = lines[number].text, lines[number - 1], lines[number - 2]
        is_time = len(text) < LONGEST_NAMED and key_of(text) in READING_TIMES
        if not is_time or len(teaser.text) > LONGEST_TEASER:
            continue
        found.add(number - 1)
        if QUESTION.search(above.text) and above.kind is Kind.PROSE:
            found.add(number - 2)
    return found


def _bullets_of_others(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return lists of short items that no colon announces and no full stop ends: other stories' headlines."""
    found: set[int] = set()
    items: list[int] = []
    for number in range(begin, end + 2):
        if number <= end and lines[number].text[0] in ROUND_BULLETS:
            items.append(number)
            continue
        texts = [lines[item].text for item in items]
        short = all(len(text) <= LONGEST_ITEM and text[-1] not in ".;," for text in texts)
        if len(items) > 1 and short and not lines[max(items[0] - 1, 0)].text.endswith(":"):
            found.update(items)
        items = []
    return found


def _like_headline(text: str) -> bool:
    stopped = text.endswith(".") and not ends_in_initials(text)
    return len(text) < 160 and not stopped and not SPEECH.search(text)


def _is_heading(line: Line) -> bool:
    return line.kind is Kind.HEADLINE or QUESTION.fullmatch(line.text) is not None
