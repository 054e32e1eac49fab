"""Which documents have the words of a phrase side by side."""

import pickle
from collections.abc import Iterable

import numpy as np

from .limits import Deadline
from .snapshot import SegmentView


def find_phrase(segment: SegmentView, field: str, terms: list[bytes], slop: int, ids: np.ndarray,
                deadline: Deadline) -> np.ndarray:  # fmt: skip
    """Return those of `ids` (which have all `terms`) where these follow each other within `slop` places."""
    ends: dict[int, set[int]] = {}
    for place, term in enumerate(terms):
        postings, values = segment.postings(field, term), segment.values(field, term)
        places = np.searchsorted(postings.ids, ids)
        for number, position in zip(ids.tolist(), places.tolist(), strict=True):
            if not number % 64:
                deadline.check()
            here = decode_positions(values[position])
            ends[number] = _follow(ends[number], here, slop) if place else set(here)
        ids = np.array([number for number in ids.tolist() if ends[number]], np.int32)
    return ids


def decode_positions(value: bytes) -> list[int]:
    """Return the positions that ``whoosh.formats.Positions`` encoded."""
    positions, position = [], 0
    for delta in pickle.loads(memoryview(value)[4:]):  # noqa: S301 (from our own index)
        position += delta
        positions.append(position)
    return positions


def _follow(ends: set[int], positions: Iterable[int], slop: int) -> set[int]:
    return {position for position in positions if any(position - gap in ends for gap in range(1, slop + 1))}
