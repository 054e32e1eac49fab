"""Which documents have the words of a phrase one after another."""

import numpy as np

from .segment import SegmentView


def find_phrase(segment: SegmentView, field: str, terms: list[bytes], slop: int) -> np.ndarray:
    """Return the documents with all of `terms` where these follow each other within `slop` places.

    An occurrence is one number, the document's in its upper half and the position in its lower, so that the
    nearest occurrence of the word before is found by one search in order.
    """
    wanted = np.ones(segment.count, bool)
    for term in terms:
        having = np.zeros(segment.count, bool)
        having[segment.postings(field, term).ids] = True
        wanted &= having
    if not wanted.any():
        return np.empty(0, np.int32)
    ends = _occurrences(segment, field, terms[0], wanted)
    for term in terms[1:]:
        here = _occurrences(segment, field, term, wanted)
        if not len(ends) or not len(here):
            return np.empty(0, np.int32)
        before = ends[np.maximum(np.searchsorted(ends, here) - 1, 0)]
        near = (before < here) & (here - before <= slop) & (before >> 32 == here >> 32)
        ends = here[near]
    return np.unique(ends >> 32).astype(np.int32)


def _occurrences(segment: SegmentView, field: str, term: bytes, wanted: np.ndarray) -> np.ndarray:
    ids, found = segment.postings(field, term).ids, segment.occurrences(field, term)
    occurrences = (np.repeat(ids.astype(np.int64), found.counts) << 32) + found.positions
    return occurrences[np.repeat(wanted[ids], found.counts)]
