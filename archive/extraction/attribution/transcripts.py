"""Transcripts: paragraphs that begin with who speaks, "PETROV: We shall see." """

import re
from collections import Counter
from dataclasses import dataclass

from archive.extraction import lexicon
from archive.extraction.cleaning.sources import source_named
from archive.extraction.record import Span
from archive.extraction.sentences import WORD, Text

FEWEST_TURNS = 3
FEWEST_WORDS = 8  # of a turn, on average
LABEL = re.compile(
    r"""
    ["“”]?                                   # the whole may be quoted
    (?P<name>[QA](?:[ ]\([^()\n]{1,40}\))?   # question and answer: Q (Ann Lee, Harbour Post)
      | [A-Z][\w.'’-]{1,30}                  # PETROV
        (?:[ ][A-Z][\w.'’-]{0,30}){0,3}      # Foreign Minister Petrov
        (?:[ ]\([^()\n]{1,40}\))?)           # (through an interpreter)
    :[ ]+(?=\S)
    """,
    re.X,
)
MOSTLY = 0.7  # the share of someone's turns that end with a question, if that is all they do
CLOSING = " \"'”’»"
OUTLETS = lexicon.words("outlets.txt")
NOT_SPEAKERS = lexicon.words("labels_not_speakers.txt")
QUESTIONERS = lexicon.words("questioners.txt")
HOSTING = lexicon.entries("hosting.txt")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go: the label and a span of every paragraph, as `_begins` has it."""

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
        pieces, paragraphs = [_piece(text, number, _begins(match))], [number]
        following = number + 1
        while following < last and following not in labels:
            if text.body[text.paragraphs[following][0]] not in "([_*":  # (APPLAUSE)
                pieces.append(_piece(text, following, text.paragraphs[following][0]))
            paragraphs.append(following)
            following += 1
        turns.append(Turn(match.span("name"), tuple(pieces), tuple(paragraphs)))
    return turns


def questioners(text: Text, turns: list[Turn]) -> frozenset[str]:
    """Return the labels of those who ask: "Q", an outlet, and whose turns end, as a rule, with a question."""
    spoken, asked = Counter[str](), Counter[str]()
    for turn in turns:
        label = text.body[slice(*turn.label)]
        spoken[label] += 1
        asked[label] += text.body[slice(*turn.pieces[-1])].rstrip(CLOSING).endswith("?")
    asking = {
        label
        for label, times in spoken.items()
        if _is_outlet(label) or _asks_by_calling(label) or MOSTLY * times <= asked[label] > 1
    }
    hosts = {label.partition(" ")[2] for label in asking if _asks_by_calling(label)}  # HOST ANN LEE, ANN LEE
    asking.update(hosts.intersection(spoken))
    asking.update(_hosts(text, [turn for turn in turns if text.body[slice(*turn.label)] not in asking]))
    return frozenset(asking if len(asking) < len(spoken) else ())


def _hosts(text: Text, turns: list[Turn]) -> set[str]:
    """Return the labels of who receives the other in a talk of two: "Joining us is …"; he speaks less."""
    said: dict[str, str] = {}
    labels: dict[str, set[str]] = {}
    for turn in turns:
        label = text.body[slice(*turn.label)]
        name = label.split()[-1].lower()  # ANN LEE, LEE
        labels.setdefault(name, set()).add(label)
        said[name] = said.get(name, "") + " ".join(text.body[slice(*piece)].lower() for piece in turn.pieces)
    shorter = min(said, key=lambda name: len(said[name]), default="")
    receives = len(said) == 2 and any(phrase in said[shorter] for phrase in HOSTING)
    return labels[shorter] if receives else set()


def _asks_by_calling(label: str) -> bool:
    return label.lower() in QUESTIONERS or label.lower().partition(" ")[0] in QUESTIONERS


def _is_outlet(label: str) -> bool:
    words = label.lower().split()
    ends = (*words[-1:], " ".join(words[-2:]))
    return source_named(label) is not None or not OUTLETS.isdisjoint(ends)


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


def _begins(match: re.Match[str]) -> int:
    """Return where the words begin: behind the label, but what stands in quotation marks is quoted with it.

    So the labelled texts have it: PETROV: ⟦We shall see.⟧ and "⟦PETROV: We shall see.⟧"
    """
    return match.end() if match.start() == match.start("name") else match.start("name")


def _piece(text: Text, number: int, start: int) -> Span:
    end = text.paragraphs[number][1]
    while start < end - 1 and text.body[start] in '"“”':
        start += 1
    while end - 1 > start and text.body[end - 1] in '"“”':
        end -= 1
    return start, end
