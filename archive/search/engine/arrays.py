"""What a segment keeps as arrays beside Whoosh's own files, to be used in place without decoding.

Whoosh's posting blocks are pickles: a frequent term's thousands of them take tens of milliseconds to read,
with the positions that only phrases need. So a segment has one more file, which Whoosh passes over, with

- for each term of a block's length or more (`BLOCK`): document numbers, how often the term is in each
  document, and the positions;
- for each field of values: which values each document has.

The file is the arrays, then a pickled directory of them, then the directory's length.
"""

import pickle
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np

from .columns import Ordinals, order_values
from .positions import Occurrences, decode_positions

EXTENSION = ".arr"
BLOCK = 256  # postings in a block of Whoosh's; terms with fewer are read from there
ALIGNMENT = 8  # bytes
_LENGTH = struct.Struct("<q")


@dataclass(frozen=True)
class Place:
    """Where an array is in the file."""

    offset: int
    count: int
    dtype: str


@dataclass(frozen=True)
class TermPlaces:
    """A frequent term's arrays. Its weight in a document is `boost` times its count there (None: 1)."""

    ids: Place
    boost: float
    counts: Place | None
    positions: Place | None


@dataclass(frozen=True)
class FieldPlaces:
    """A field's values and their arrays, as in `Ordinals`."""

    values: list[Any]
    ordinals: Place
    starts: Place | None


class ArraysWriter:
    """Writes one segment's file."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.terms: dict[tuple[str, bytes], TermPlaces] = {}
        self.fields: dict[str, FieldPlaces] = {}

    def _add(self, array: np.ndarray) -> Place:
        self.file.write(bytes(-self.file.tell() % ALIGNMENT))
        offset = self.file.tell()
        self.file.write(np.ascontiguousarray(array).tobytes())
        return Place(offset, len(array), array.dtype.str)

    def add_term(
        self, field: str, term: bytes, ids: list[int], weights: list[float], values: list[bytes]
    ) -> None:
        """Add a term's postings, unless they are few or not of the common form."""
        if len(ids) < BLOCK:
            return
        if not values:
            if max(weights) == min(weights) == 1:
                self.terms[field, term] = TermPlaces(self._add(np.array(ids, np.int32)), 1.0, None, None)
            return
        found = decode_positions(values)
        boost = weights[0] / found.counts[0]
        if np.allclose(found.counts * boost, weights, rtol=1e-6):
            places = [self._add(narrowed(array)) for array in (found.counts, found.positions)]
            self.terms[field, term] = TermPlaces(self._add(np.array(ids, np.int32)), float(boost), *places)

    def add_field(self, field: str, values: list[Any], documents: list[list[int]], count: int) -> None:
        """Add a field of values: which of `count` documents have each."""
        found = order_values(values, documents, count)
        starts = None if found.starts is None else self._add(found.starts)
        self.fields[field] = FieldPlaces(values, self._add(found.ordinals), starts)

    def close(self) -> None:
        """Write the directory and close the file."""
        directory = pickle.dumps((self.terms, self.fields), 4)
        self.file.write(directory + _LENGTH.pack(len(directory)))
        self.file.close()


def narrowed(numbers: np.ndarray) -> np.ndarray:
    """Return whole numbers in as few bytes as they need."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


class Arrays:
    """Reads one segment's file; what it returns is a view of the file."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        (length,) = _LENGTH.unpack(view[-_LENGTH.size :])
        directory = view[-_LENGTH.size - length : -_LENGTH.size]
        self._terms, self._fields = pickle.loads(directory)  # noqa: S301 (our own index)

    @classmethod
    def none(cls) -> "Arrays":
        """Return what a segment without such a file has."""
        empty = pickle.dumps(({}, {}), 4)
        return cls(memoryview(empty + _LENGTH.pack(len(empty))))

    def _read(self, place: Place) -> np.ndarray:
        return np.frombuffer(self._view, place.dtype, place.count, place.offset)

    def ids_and_weights(self, field: str, term: bytes) -> tuple[np.ndarray, np.ndarray | None] | None:
        """Return the term's documents and its weight in each (None: 1); None where the term is not here."""
        places = self._terms.get((field, term))
        if places is None:
            return None
        if places.counts is None:
            return self._read(places.ids), None
        return self._read(places.ids), self._read(places.counts) * np.float32(places.boost)

    def occurrences(self, field: str, term: bytes) -> Occurrences | None:
        """Return where in its documents the term is; None where the term is not here."""
        places = self._terms.get((field, term))
        if places is None or places.positions is None:
            return None
        return Occurrences(self._read(places.counts), self._read(places.positions))

    def ordinals(self, field: str) -> Ordinals | None:
        """Return the field's values by document; None where the field is not here."""
        places = self._fields.get(field)
        if places is None:
            return None
        starts = None if places.starts is None else self._read(places.starts)
        return Ordinals(places.values, self._read(places.ordinals), starts)
