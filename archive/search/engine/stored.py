"""What a segment stores of its documents, read in place.

Whoosh keeps it as a column of compressed pickles (``whoosh.columns.CompressedBytesColumn``): the values one
after another, the length of each, perhaps where each begins, and at the end the types of these numbers.
Whoosh itself makes lists of both on opening, 12 bytes a document; here they take 4.
"""

import pickle
import struct
import zlib
from typing import Any

import numpy as np

WITH_OFFSETS = b"X"


class StoredFields:
    """The stored fields of one segment, `column` with `count` values, by the number of the document."""

    def __init__(self, column: memoryview, count: int) -> None:
        self._values, length = column, len(column)
        end = length - 1
        if self._values[end:] == WITH_OFFSETS:
            end -= 2
            end -= count * struct.calcsize(bytes(self._values[length - 2 : length - 1]))
            kind = bytes(self._values[length - 3 : length - 2])
        else:
            kind = bytes(self._values[end:])
        code = np.dtype(kind.decode()).newbyteorder(">")
        self._lengths = np.frombuffer(self._values, code, count, end - count * code.itemsize)
        self._ends = np.cumsum(self._lengths, dtype=np.min_scalar_type(length))

    def __getitem__(self, number: int) -> dict[str, Any]:
        """Return what is stored of the document `number`."""
        end = int(self._ends[number])
        value = self._values[end - int(self._lengths[number]) : end]
        return pickle.loads(zlib.decompress(value)) if value else {}  # noqa: S301 (our own index)
