"""What the model knows of a word: its shape and ending, and the word itself if it is common and no name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from archive.extraction import lexicon
from archive.extraction.verbs import CUE_VERBS, inflections

FILE = Path(__file__).parent / "words.tsv"

LOWER, CAPITALISED, UPPER, NUMBER, COMMA, STOP, COLON, DASH, OPENING, CLOSING, QUOTE = range(1, 12)
CLITIC, ABBREVIATION, QUOTATION, OTHER, MIXED = range(12, 17)
MARKS = {",": COMMA, ".": STOP, "!": STOP, "?": STOP, "…": STOP, ":": COLON, "–": DASH, "—": DASH, "-": DASH}
MARKS |= {"(": OPENING, "[": OPENING, ")": CLOSING, "]": CLOSING} | dict.fromkeys("\"“”‘’'«»", QUOTE)
SUFFIXES = lexicon.entries("word_endings.txt")
# Numbers of words: unknown words and quotations have the ones below.
FIRST_KNOWN = 400
MOST_SEEN = 50_000
# Verbs of saying that the training texts hardly have are read as one that they have in all its forms.
WELL_KNOWN = {kind: form for form, kind in inflections("insist").items() if kind in "dg"}
CLAUSE = "c"  # what such a verb takes (see lexicon/cue_verbs.txt)

Attributes = tuple[int, int, int, int, int]


def shape(token: str) -> int:
    """Return the class of a token by its characters alone."""
    first = token[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return CLITIC if first in "’'" and token[-1].isalpha() else MARKS.get(first, OTHER)
    if token[-1] == ".":
        return ABBREVIATION
    if token.islower():
        return LOWER
    if len(token) > 1 and token.isupper():
        return UPPER
    return CAPITALISED if first.isupper() else MIXED


def suffix(word: str) -> int:
    """Return the number (from 1) of the ending that `word` has after three letters or more, else 0."""
    for number, ending in enumerate(SUFFIXES, 1):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return number
    return 0


@dataclass(frozen=True)
class Vocabulary:
    """The words that the model knows.

    `known` gives a lower-case word its number, its cluster (words used alike share one) and its cue class: 0
    if it never reports what someone says, else 1 to 6 by how often it does.
    """

    known: dict[str, tuple[int, int, int]]

    @cached_property
    def attributes(self) -> Callable[[str], Attributes]:
        """Return the word number, shape, suffix, cluster and cue class of a token."""
        return lru_cache(MOST_SEEN)(self._look_up)

    def _look_up(self, token: str) -> Attributes:
        form, low = shape(token), token.lower()
        if form == LOWER and low not in self.known:
            verb = CUE_VERBS.get(low)
            low = WELL_KNOWN.get(verb.kind, low) if verb and CLAUSE in verb.frames else low
        ending = suffix(low) if form in (LOWER, CAPITALISED, MIXED) else 0
        if low in self.known:
            number, cluster, cue = self.known[low]
            return FIRST_KNOWN + number, form, ending, 100 + cluster, cue
        if form == LOWER:
            return 50 + ending, form, ending, ending, 0
        return form, form, ending, 50 + form, 0

    def write(self, path: Path) -> None:
        """Write the words to `path`, one a line: word, cluster, cue class."""
        lines = [
            "# The words that the model knows: a word, its cluster, its cue class (written by train.py)."
        ]
        ranked = sorted(self.known.items(), key=lambda item: item[1])
        lines += [f"{word}\t{cluster}\t{cue}" for word, (_, cluster, cue) in ranked]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_vocabulary(path: Path) -> Vocabulary:
    """Read what `Vocabulary.write` has written."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line]
    return Vocabulary({word: (at, int(cluster), int(cue)) for at, (word, cluster, cue) in enumerate(rows)})


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that the weights were trained with."""
    return read_vocabulary(FILE)
