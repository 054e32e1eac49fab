"""The words of a query where they stand in a text."""

import re
from functools import lru_cache
from itertools import islice

from django.utils.html import escape

from .analysis import find_terms

EXCERPT = 300  # characters, about
LEAD = 60  # characters of it before the first word that is marked
MOST_WORDS = 200  # that are looked at
UNSTEMMED = 2  # letters at the end of a stem that a word of that stem may lack

Word = tuple[tuple[int, int], str]  # where it is, and its term


def highlight(text: str, terms: set[str], before: str = "<em>", after: str = "</em>") -> str:
    """Return the part of `text` with the most different `terms`, as HTML, each in `before` and `after`."""
    words = find_words(text, terms)
    start, end = _excerpt(text, words)
    parts, last = [], start
    for (word_start, word_end), _ in words:
        if start <= word_start and word_end <= end:
            parts += [escape(text[last:word_start]), before, escape(text[word_start:word_end]), after]
            last = word_end
    return "".join([*parts, escape(text[last:end])])


def find_words(text: str, terms: set[str]) -> list[Word]:
    """Return the first words of `text` that have one of `terms`."""
    if not terms:
        return []
    candidates = _candidates(frozenset(terms)).finditer(text)
    found = ((match.span(), find_terms(match[0])[0][1]) for match in candidates)
    return list(islice((word for word in found if word[1] in terms), MOST_WORDS))


@lru_cache(100)
def _candidates(terms: frozenset[str]) -> re.Pattern[str]:
    """Return what finds every word that may have one of `terms`: stemming changes the ends of words only."""
    beginnings = {term[: max(1, len(term) - UNSTEMMED)] for term in terms}
    return re.compile(
        rf"""
        (?<!\w)(?<!\w\.)                    # where a word begins; a dot may be within one
        (?:{"|".join(re.escape(beginning) for beginning in sorted(beginnings))})
        \w*(?:\.?\w+)*
        """,
        re.X | re.I,
    )


def _excerpt(text: str, words: list[Word]) -> tuple[int, int]:
    best, start = 0, 0
    for (word_start, _), _ in words:
        inside = {term for (place, _), term in words if word_start <= place < word_start + EXCERPT - LEAD}
        if len(inside) > best:
            best, start = len(inside), max(0, word_start - LEAD)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + EXCERPT)
    return start, len(text) if end < 0 else end
