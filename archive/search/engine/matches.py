"""Sets of documents with scores, as arrays: what a query is worked out with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

DENSE = 16  # arrays over all documents are used where one in so many matches


@dataclass(frozen=True)
class Matches:
    """Documents, by their numbers (int32, ascending), and their scores (float64)."""

    ids: np.ndarray
    scores: np.ndarray

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.ids.nbytes + self.scores.nbytes

    def keep(self, chosen: np.ndarray) -> "Matches":
        """Return those where `chosen` is true."""
        return Matches(self.ids[chosen], self.scores[chosen])

    def boosted(self, boost: float) -> "Matches":
        """Return the same with scores times `boost`."""
        return self if boost == 1.0 else Matches(self.ids, self.scores * boost)


NOTHING = Matches(np.empty(0, np.int32), np.empty(0))


def constant(ids: np.ndarray, score: float) -> Matches:
    """Return `ids`, each with `score`."""
    return Matches(ids, np.full(len(ids), score))


def unscored(ids: np.ndarray) -> Matches:
    """Return `ids`, with scores that nobody looks at."""
    return Matches(ids, np.broadcast_to(0.0, ids.shape))


def numbers_where(chosen: np.ndarray) -> np.ndarray:
    """Return the numbers of the documents where `chosen` is true."""
    return np.flatnonzero(chosen).astype(np.int32)


class Numbering:
    """What can be done with matches among `count` documents."""

    def __init__(self, count: int) -> None:
        self.count = count

    def find(self, ids: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where in `ids` each of `wanted` is, and whether it is there; both ascend."""
        if not len(ids):
            return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
        if len(wanted) * DENSE > self.count:
            places = np.full(self.count, -1, np.int32)
            places[ids] = np.arange(len(ids), dtype=np.int32)
            places = places[wanted]
            return places, places >= 0
        places = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
        return places, ids[places] == wanted

    def intersect(self, parts: Sequence[Matches]) -> Matches:
        """Return the documents of all `parts`, with the sums of their scores."""
        found, *others = sorted(parts, key=lambda part: len(part.ids))
        for other in others:
            places, inside = self.find(other.ids, found.ids)
            found = Matches(found.ids[inside], found.scores[inside] + other.scores[places[inside]])
        return found

    def unite(self, parts: Sequence[Matches]) -> Matches:
        """Return the documents of any of `parts`, with the sums of their scores."""
        parts = [part for part in parts if len(part.ids)]
        if len(parts) < 2:
            return parts[0] if parts else NOTHING
        if sum(len(part.ids) for part in parts) * DENSE > self.count:
            present, sums = np.zeros(self.count, bool), np.zeros(self.count)
            for part in parts:
                present[part.ids] = True
                sums[part.ids] += part.scores
            united = numbers_where(present)
            return Matches(united, sums[united])
        ids = np.concatenate([part.ids for part in parts])
        scores = np.concatenate([part.scores for part in parts])
        united, places = np.unique(ids, return_inverse=True)
        return Matches(united, np.bincount(places, scores, len(united)))

    def without(self, found: Matches, removed: np.ndarray) -> Matches:
        """Return those of `found` that are not among `removed`."""
        return found.keep(~self.find(removed, found.ids)[1])
