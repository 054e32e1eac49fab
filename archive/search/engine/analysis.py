"""Text into terms: the same terms as Whoosh's StemmingAnalyzer with these stop words, many times faster."""

import re
from collections.abc import Iterator

from whoosh.analysis import STOP_WORDS, StemmingAnalyzer, Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.lang.porter import stem

# A word, with dots inside kept: "U.S", "2.5", "ria.ru". Whoosh's own default pattern.
WORD = re.compile(r"\w+(?:\.?\w+)*")
LONGEST_WORD = 100  # letters; what is longer is no word, and the stemmer takes ever longer for it
REMEMBERED_WORDS = 200_000
# Whoosh's own, without those that mean something here: "US sanctions", "9 May", "will not".
PASSED_OVER = STOP_WORDS - {"us", "may", "can", "will", "not", "yet", "tbd"}

_terms: dict[str, str | None] = {}


def term_of(word: str) -> str | None:
    """Return the term that `word` is indexed as; None for a stop word or a single letter."""
    lowered = word.lower()[:LONGEST_WORD]
    if len(lowered) < 2 or lowered in PASSED_OVER:
        return None
    return stem(lowered)


def find_terms(text: str) -> list[tuple[str, str | None]]:
    """Return each word of `text` with its term, in order; a word's index is its position."""
    if len(_terms) > REMEMBERED_WORDS:
        _terms.clear()
    found = []
    for word in WORD.findall(text):
        if len(word) > LONGEST_WORD:
            found.append((word, term_of(word)))
            continue
        if word not in _terms:
            _terms[word] = term_of(word)
        found.append((word, _terms[word]))
    return found


class FastStemmingAnalyzer(Analyzer):
    """Yields Whoosh's tokens, for queries and wherever else Whoosh asks."""

    def __init__(self) -> None:
        self._stock = StemmingAnalyzer(stoplist=PASSED_OVER)

    def __call__(self, value: str, **options: object) -> Iterator[Token]:
        return self._stock(WORD.sub(_cut, value), **options)


def _cut(word: re.Match[str]) -> str:
    return word[0][:LONGEST_WORD]
