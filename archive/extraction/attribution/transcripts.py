"""Transcripts: paragraphs that begin with who speaks, "PETROV: We shall see." """

import re
from collections import Counter
from dataclasses import dataclass

from archive.extraction import lexicon
from archive.extraction.record import Span
from archive.extraction.sentences import WORD, Text

FEWEST_TURNS = 3
FEWEST_WORDS = 8  # of a turn, on average
LABEL = re.compile(
    r"""
    ["“”]?                                   # the whole may be quoted
    (?P<name>[A-Z][\w.'’-]{1,30}             # PETROV
      (?:[ ][A-Z][\w.'’-]{0,30}){0,3}        # Foreign Minister Petrov
      (?:[ ]\([^()\n]{1,40}\))?)             # (through an interpreter)
    :[ ]+(?=\S)
    """,
    re.X,
)
NOT_SPEAKERS = lexicon.words("labels_not_speakers.txt")
QUESTIONERS = lexicon.words("questioners.txt")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go: the label and a span of every paragraph, without the label."""

    label: Span
    pieces: tuple[Span, ...]
    paragraphs: tuple[int, ...]


def read_turns(text: Text) -> list[Turn]:
    """Return the turns of a transcript, none if the text is not one: three labels, one of them twice.

    An unlabelled paragraph between two turns goes on with the first.
    """
    labels = _labels(text)
    names = Counter(text.body[slice(*match.span("name"))] for match in labels.values())
    if len(labels) < FEWEST_TURNS or names.most_common(1)[0][1] < 2 or not _are_speeches(text, labels):
        return []
    turns, last = [], max(labels)
    for number, match in labels.items():
        pieces, paragraphs = [_piece(text, number, match.end())], [number]
        following = number + 1
        while following < last and following not in labels:
            if text.body[text.paragraphs[following][0]] not in "([_*":  # (APPLAUSE)
                pieces.append(_piece(text, following, text.paragraphs[following][0]))
            paragraphs.append(following)
            following += 1
        turns.append(Turn(match.span("name"), tuple(pieces), tuple(paragraphs)))
    return turns


def is_question(text: Text, turn: Turn) -> bool:
    """Tell whether a reporter asks: "Q: …", "QUESTION: …"."""
    return text.body[slice(*turn.label)].lower() in QUESTIONERS


def _labels(text: Text) -> dict[int, re.Match[str]]:
    found = {}
    for number, (start, end) in enumerate(text.paragraphs):
        match = LABEL.match(text.body, start, end)
        if match and match["name"].lower() not in NOT_SPEAKERS:
            found[number] = match
    return found


def _are_speeches(text: Text, labels: dict[int, re.Match[str]]) -> bool:
    """Tell whether sentences follow the labels, as a rule, and not the numbers and names of a table."""
    words = 0
    for number, match in labels.items():
        words += len(WORD.findall(text.body, match.end(), text.paragraphs[number][1]))
    return words >= FEWEST_WORDS * len(labels)


def _piece(text: Text, number: int, start: int) -> Span:
    end = text.paragraphs[number][1]
    while start < end - 1 and text.body[start] in '"“”':
        start += 1
    while end - 1 > start and text.body[end - 1] in '"“”':
        end -= 1
    return start, end
