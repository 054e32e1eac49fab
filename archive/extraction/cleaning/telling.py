"""The telling words of a text: what a headline and its story share."""

import re
from functools import cache
from itertools import pairwise

from archive.extraction.cleaning.lines import UNSPACED
from archive.extraction.lexicon import table

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def shared(title: str, told: frozenset[str]) -> float:
    """Return which part of a headline's telling words is in `told`, by their first five letters."""
    named = telling(title)
    return len(named & told) / len(named) if named else 0.0


def telling(text: str) -> frozenset[str]:
    """Return the words of `text` that tell something, each by its first five letters.

    In a script without spaces between words each two letters are one.
    """
    found = set(WORD.findall(text.lower().replace("’", "'"))) - _small()
    told = {word[:5] for word in found if len(word) > 2}
    if not text.isascii() and UNSPACED.search(text):
        told = {a + b for word in found for a, b in pairwise(word)} | {w for w in told if w.isascii()}
    return frozenset(told)


@cache
def _small() -> frozenset[str]:
    return frozenset(row[0] for row in table("function_words.txt"))
