"""What a segment keeps as arrays beside Whoosh's own files, to be used in place without decoding.

Whoosh's posting blocks are pickles: a frequent term's thousands of them take tens of milliseconds to read,
with the positions that only phrases need. So a segment has one more file, which Whoosh passes over, with

- for each term of a block's length or more (`BLOCK`): document numbers, how often the term is in each
  document, and the positions;
- for each field of values: which values each document has.

The file is the arrays, then of each field's frequent terms a table of where their arrays are (`_ROW`), then a
pickled directory, then the directory's length. Of a term only its name is held in memory.
"""

import pickle
import struct
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from .columns import Ordinals, order_values
from .positions import Occurrences, decode_positions

EXTENSION = ".arrays"
BLOCK = 256  # postings in a block of Whoosh's; terms with fewer are read from there
ALIGNMENT = 8  # bytes
_LENGTH = struct.Struct("<q")
_ROW = struct.Struct("<qqqcqqcd")


@dataclass(frozen=True)
class Place:
    """Where an array is in the file."""

    offset: int
    count: int
    dtype: str


class TermPlaces(NamedTuple):
    """Where a frequent term's arrays are: document numbers (int32), counts and positions.

    The types are NumPy's letters. Its weight in a document is `boost` times its count there; where that is 1
    in all, there are no counts (`counts_at` is 0), and no positions.
    """

    ids_at: int
    documents: int
    counts_at: int = 0
    counts_type: bytes = b"B"
    positions_at: int = 0
    positions: int = 0
    positions_type: bytes = b"B"
    boost: float = 1.0


@dataclass(frozen=True)
class FieldPlaces:
    """Where a field's values (pickled) are, and their arrays, as in `Ordinals`."""

    values: Place
    ordinals: Place
    starts: Place | None


class ArraysWriter:
    """Writes one segment's file."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.terms: dict[str, dict[bytes, TermPlaces]] = {}
        self.fields: dict[str, FieldPlaces] = {}

    def _add(self, array: np.ndarray) -> Place:
        self.file.write(bytes(-self.file.tell() % ALIGNMENT))
        offset = self.file.tell()
        self.file.write(np.ascontiguousarray(array).tobytes())
        return Place(offset, len(array), array.dtype.str)

    def add_term(
        self, field: str, term: bytes, ids: list[int], weights: list[float], values: list[bytes]
    ) -> None:
        """Add a term's postings, unless they are few or not of the common form. Terms come in order."""
        if len(ids) < BLOCK:
            return
        terms = self.terms.setdefault(field, {})
        if not values:
            if max(weights) == min(weights) == 1:
                terms[term] = TermPlaces(self._add(np.array(ids, np.int32)).offset, len(ids))
            return
        found = decode_positions(values)
        boost = weights[0] / found.counts[0]
        if np.allclose(found.counts * boost, weights, rtol=1e-6):
            counts, positions = narrowed(found.counts), narrowed(found.positions)
            terms[term] = TermPlaces(
                self._add(np.array(ids, np.int32)).offset, len(ids),
                self._add(counts).offset, counts.dtype.char.encode(),
                self._add(positions).offset, len(positions), positions.dtype.char.encode(), float(boost),
            )  # fmt: skip

    def add_field(self, field: str, values: list[Any], documents: list[list[int]], count: int) -> None:
        """Add a field of values: which of `count` documents have each."""
        found = order_values(values, documents, count)
        starts = None if found.starts is None else self._add(found.starts)
        pickled = self._add(np.frombuffer(pickle.dumps(values, 4), np.uint8))
        self.fields[field] = FieldPlaces(pickled, self._add(found.ordinals), starts)

    def close(self) -> None:
        """Write the tables and the directory, and close the file."""
        tables = {field: (self._add_table(terms), list(terms)) for field, terms in self.terms.items()}
        directory = pickle.dumps((tables, self.fields), 4)
        self.file.write(directory + _LENGTH.pack(len(directory)))
        self.file.close()

    def _add_table(self, terms: dict[bytes, TermPlaces]) -> int:
        return self._add(np.frombuffer(b"".join(_ROW.pack(*row) for row in terms.values()), np.uint8)).offset


def narrowed(numbers: np.ndarray) -> np.ndarray:
    """Return whole numbers in as few bytes as they need."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


class Arrays:
    """Reads one segment's file; what it returns is a view of the file."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        (length,) = _LENGTH.unpack(view[-_LENGTH.size :])
        directory = view[-_LENGTH.size - length : -_LENGTH.size]
        self._tables, self._fields = pickle.loads(directory)  # noqa: S301 (our own index)

    @classmethod
    def none(cls) -> "Arrays":
        """Return what a segment without such a file has."""
        empty = pickle.dumps(({}, {}), 4)
        return cls(memoryview(empty + _LENGTH.pack(len(empty))))

    def _read(self, offset: int, count: int, dtype: Any) -> np.ndarray:
        return np.frombuffer(self._view, dtype, count, offset)

    def _read_place(self, place: Place) -> np.ndarray:
        return self._read(place.offset, place.count, place.dtype)

    def _find(self, field: str, term: bytes) -> TermPlaces | None:
        table, terms = self._tables.get(field, (0, ()))
        row = bisect_left(terms, term)
        if row == len(terms) or terms[row] != term:
            return None
        return TermPlaces(*_ROW.unpack_from(self._view, table + row * _ROW.size))

    def ids_and_weights(self, field: str, term: bytes) -> tuple[np.ndarray, np.ndarray | None] | None:
        """Return the term's documents and its weight in each (None: 1); None where the term is not here."""
        found = self._find(field, term)
        if found is None:
            return None
        ids = self._read(found.ids_at, found.documents, np.int32)
        if not found.counts_at:
            return ids, None
        return ids, self._counts(found) * np.float32(found.boost)

    def _counts(self, found: TermPlaces) -> np.ndarray:
        return self._read(found.counts_at, found.documents, found.counts_type)

    def occurrences(self, field: str, term: bytes) -> Occurrences | None:
        """Return where in its documents the term is; None where the term is not here."""
        found = self._find(field, term)
        if found is None or not found.counts_at:
            return None
        positions = self._read(found.positions_at, found.positions, found.positions_type)
        return Occurrences(self._counts(found), positions)

    def ordinals(self, field: str) -> Ordinals | None:
        """Return the field's values by document; None where the field is not here."""
        places = self._fields.get(field)
        if places is None:
            return None
        starts = None if places.starts is None else self._read_place(places.starts)
        values = pickle.loads(self._read_place(places.values).data)  # noqa: S301 (our own index)
        return Ordinals(values, self._read_place(places.ordinals), starts)
