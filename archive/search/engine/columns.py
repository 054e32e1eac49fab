"""A segment's values by document, as arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.reading import SegmentReader

MISSING = np.uint64(2**64 - 1)  # what a numeric column has for a document without a value
MOST_LAYERS = 8
FEW_VALUES = 64  # so many have a bit for each document
DENSE = 64  # one document in so many among the hits, and counting bits is faster than counting ordinals
WORD_BITS = 64


def read_lengths(reader: SegmentReader, field: str) -> np.ndarray:
    """Return the field's length in each document, as Whoosh's byte (uint8)."""
    return _read_column(reader, f"_{field}_len", np.dtype("u1"), 0)


def read_numbers(reader: SegmentReader, field: str) -> np.ndarray:
    """Return a numeric or date column in its sortable form (uint64), `MISSING` where there is no value."""
    return _read_column(reader, field, np.dtype(">u8"), MISSING).astype(np.uint64)


def _read_column(reader: SegmentReader, name: str, dtype: np.dtype, default: Any) -> np.ndarray:
    values = np.full(reader.doc_count_all(), default, dtype)
    if reader._perdoc.has_column(name):
        file, offset, length = reader._perdoc._get_column_file(name)
        found = np.frombuffer(file.get(offset, length), dtype)[: len(values)]
        values[: len(found)] = found
    return values


@dataclass(frozen=True)
class Hits:
    """Some of `documents` documents, by their numbers (ascending)."""

    ids: np.ndarray
    documents: int

    @cached_property
    def are_many(self) -> bool:
        """Whether there are so many that they are counted fastest by bits."""
        return len(self.ids) * DENSE > self.documents

    @cached_property
    def bits(self) -> np.ndarray:
        """A bit for each document, in words of `WORD_BITS`."""
        chosen = np.zeros(-(-self.documents // WORD_BITS) * WORD_BITS, bool)
        chosen[self.ids] = True
        return np.packbits(chosen).view(np.uint64)


@dataclass(frozen=True)
class Ordinals:
    """Which of a field's `values` each document has, by their places in that list.

    Where no document has more than one, `ordinals` has one number for each document, ``len(values)`` for
    none, and `starts` is None. Otherwise those of document `i` are ``ordinals[starts[i]:starts[i + 1]]``.
    """

    values: list[Any]
    ordinals: np.ndarray
    starts: np.ndarray | None

    @property
    def nbytes(self) -> int:
        """How much memory it takes, about."""
        made = [self.starts, self.bits if self._are_few else self.layers]
        arrays = [self.ordinals, *(array for array in made if array is not None)]
        return sum(array.nbytes for array in arrays) + 80 * len(self.values)

    @property
    def _documents(self) -> int:
        return len(self.ordinals) if self.starts is None else len(self.starts) - 1

    @property
    def _are_few(self) -> bool:
        return len(self.values) <= FEW_VALUES

    @cached_property
    def bits(self) -> np.ndarray:
        """For each value, a bit for each document that has it, in words of `WORD_BITS`."""
        present = self.present()
        documents = np.repeat(np.arange(self._documents), self.lengths())[np.argsort(present, kind="stable")]
        ends = np.cumsum(np.bincount(present, minlength=len(self.values)))
        return np.array([Hits(ids, self._documents).bits for ids in np.split(documents, ends[:-1])])

    @cached_property
    def layers(self) -> np.ndarray | None:
        """The first ordinal of each document, the second of each, and so on.

        A document with fewer has ``len(values)``. Counting over layers is several times faster. None where no
        document has more than one, or some have very many.
        """
        if self.starts is None:
            return None
        lengths = self.lengths()
        deepest = int(lengths.max(initial=0))
        if deepest > MOST_LAYERS:
            return None
        layers = np.full((deepest, len(lengths)), len(self.values), self.ordinals.dtype)
        for depth in range(deepest):
            documents = np.flatnonzero(lengths > depth)
            layers[depth, documents] = self.ordinals[self.starts[documents] + depth]
        return layers

    def count(self, hits: Hits) -> np.ndarray:
        """Return how many of `hits` have each value."""
        if self.values and self._are_few and hits.are_many:
            return np.bitwise_count(self.bits & hits.bits).sum(axis=1, dtype=np.intp)
        return np.bincount(self._of(hits.ids), minlength=len(self.values) + 1)[: len(self.values)]

    def _of(self, ids: np.ndarray) -> np.ndarray:
        """Return the ordinals of the documents `ids`, all together."""
        if self.starts is None:
            return self.ordinals[ids]
        if not self._are_few and self.layers is not None:
            return self.layers.take(ids, axis=1).ravel()
        starts = self.starts[ids]
        lengths = self.starts[ids + 1] - starts
        before = np.cumsum(lengths) - lengths
        return self.ordinals[np.repeat(starts - before, lengths) + np.arange(lengths.sum())]

    def lengths(self) -> np.ndarray:
        """Return how many values each document has."""
        if self.starts is None:
            return (self.ordinals < len(self.values)).astype(np.int32)
        return np.diff(self.starts)

    def present(self) -> np.ndarray:
        """Return the ordinals of all documents that have values, in order of document."""
        return self.ordinals if self.starts is not None else self.ordinals[self.ordinals < len(self.values)]


def join(parts: list[Ordinals]) -> Ordinals:
    """Return the ordinals of the documents of all `parts`, one part after another; values ascend."""
    values = sorted({value for part in parts for value in part.values})
    places = {value: place for place, value in enumerate(values)}
    moves = [
        np.array([*(places[value] for value in part.values), len(values)], np.min_scalar_type(len(values)))
        for part in parts
    ]
    moved = list(zip(moves, parts, strict=True))
    if all(part.starts is None for part in parts):
        return Ordinals(values, _concatenate(move[part.ordinals] for move, part in moved), None)
    starts = np.cumsum(_concatenate([[0], *(part.lengths() for part in parts)]), dtype=np.int32)
    return Ordinals(values, _concatenate(move[part.present()] for move, part in moved), starts)


def _concatenate(arrays: Iterable[Any]) -> np.ndarray:
    """Return the arrays as one; of none, an empty one."""
    arrays = list(arrays)
    return np.concatenate(arrays) if arrays else np.empty(0, np.int32)


def order_values(values: list[Any], documents: list[Any], count: int) -> Ordinals:
    """Return the ordinals of `count` documents; `documents` has those of each value, ascending."""
    places = np.repeat(np.arange(len(values), dtype=np.int64), [len(ids) for ids in documents])
    return order_pairs(
        values, np.concatenate([np.empty(0, np.int32), *documents]).astype(np.int64), places, count
    )


def order_pairs(values: list[Any], documents: np.ndarray, places: np.ndarray, count: int) -> Ordinals:
    """Return the ordinals of `count` documents from pairs: a document, the place of one of its values."""
    dtype = np.min_scalar_type(len(values))
    lengths = np.bincount(documents, minlength=count)
    if lengths.max(initial=0) <= 1:
        single = np.full(count, len(values), dtype)
        single[documents] = places
        return Ordinals(values, single, None)
    ordered = places[np.argsort(documents, kind="stable")].astype(dtype)
    return Ordinals(values, ordered, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32))
