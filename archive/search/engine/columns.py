"""A segment's values by document, as arrays."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from whoosh.reading import SegmentReader

MISSING = np.uint64(2**64 - 1)  # what a numeric column has for a document without a value


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
class Ordinals:
    """A field's values and which documents have them, as pairs in order of document.

    `documents[i]` has the value `values[ordinals[i]]`; a document may come several times, or not at all.
    """

    values: list[Any]
    documents: np.ndarray  # int32
    ordinals: np.ndarray  # int32

    @property
    def nbytes(self) -> int:
        """How much memory it takes, about."""
        return self.documents.nbytes + self.ordinals.nbytes + 80 * len(self.values)
