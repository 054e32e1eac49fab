"""What a reader may have meant."""

import re

from .analysis import WORD, term_of
from .lexicon import find_near, read_terms
from .limits import Deadline
from .schema import WORDS
from .snapshot import Snapshot

FURTHEST = 2  # edits
SHORTEST = 4  # letters; shorter words are near to too many others


def suggest(snapshot: Snapshot, content_field: str, text: str, deadline: Deadline) -> str | None:
    """Return `text` with each word that no document has put right; None where nothing is to be changed."""

    def put_right(match: re.Match[str]) -> str:
        return _suggest_word(snapshot, content_field, match[0], deadline) or match[0]

    suggested = WORD.sub(put_right, text)
    return suggested if suggested != text else None


def _suggest_word(snapshot: Snapshot, content_field: str, word: str, deadline: Deadline) -> str | None:
    term = term_of(word)
    if term is None or len(word) < SHORTEST:
        return None
    if any(segment.frequency(content_field, term.encode()) for segment in snapshot.segments):
        return None
    for distance in range(1, FURTHEST + 1):
        near = _words_within(snapshot, word.lower(), distance, deadline)
        if near:
            return max(near, key=lambda candidate: (near[candidate], candidate))
    return None


def _words_within(snapshot: Snapshot, word: str, distance: int, deadline: Deadline) -> dict[str, float]:
    """Return the words of the index that are `distance` edits away, with how often each was used."""
    near: dict[str, float] = {}
    for segment in snapshot.segments:
        known = read_terms(segment.reader, WORDS, word[:1].encode()).texts
        for term in find_near(known, word, distance, deadline):
            found = term.decode()
            near[found] = near.get(found, 0) + segment.reader._terms.frequency(WORDS, term)
    return near
