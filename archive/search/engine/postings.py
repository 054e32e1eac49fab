"""Postings between Whoosh's files and arrays.

A term's postings are a magic word and then blocks: a length (negative for the last block), a pickle of the
block's statistics, and a pickle (zlib-compressed where the statistics say so) of document numbers as
differences, weights and values. See ``whoosh.codec.whoosh3.W3PostingsWriter``.
"""

import pickle
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3TermInfo
from whoosh.util.numeric import byte_to_length

BLOCK = 256  # postings in a block
SMALLEST_COMPRESSED = 200  # bytes; less is stored as it is
_BLOCK_LENGTH = struct.Struct("!i")


@dataclass(frozen=True)
class Postings:
    """The documents of one term in one segment: numbers ascending, and the term's weight in each."""

    ids: np.ndarray  # int32
    weights: np.ndarray | None  # float32; None where all are 1

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.ids.nbytes + (self.weights.nbytes if self.weights is not None else 0) + 200


NO_POSTINGS = Postings(np.empty(0, np.int32), None)


def read_blocks(data: bytes) -> Iterator[tuple[Any, Any, Any]]:
    """Yield each block's differences of document numbers, weights (None, a number or a tuple) and values."""
    position = len(WHOOSH3_HEADER_MAGIC)
    last = False
    while not last:
        (length,) = _BLOCK_LENGTH.unpack_from(data, position)
        last, length = length < 0, abs(length)
        position += _BLOCK_LENGTH.size
        statistics = pickle.loads(memoryview(data)[position : position + length])  # noqa: S301
        start = position + len(pickle.dumps(statistics, 2))
        block = data[start : position + length]
        yield pickle.loads(zlib.decompress(block) if statistics[3] else block)  # noqa: S301
        position += length


def read_bytes(terms: Any, info: W3TermInfo) -> bytes:
    """Return a term's bytes in the postings file of a segment's `terms`."""
    offset, length = info.extent()
    if isinstance(length, tuple):  # as Whoosh unpacks it
        (length,) = length
    return terms._postfile.get(offset, length)


def decode_postings(data: bytes, count: int) -> Postings:
    """Return the `count` postings of a term's bytes as arrays."""
    ids = np.empty(count, np.int32)
    weights = np.ones(count, np.float32)
    start = 0
    for differences, block_weights, _ in read_blocks(data):
        end = start + len(differences)
        np.cumsum(differences, out=ids[start:end])
        if block_weights is not None:
            weights[start:end] = block_weights
        start = end
    return Postings(ids, None if (weights == 1).all() else weights)


def decode_values(data: bytes) -> list[bytes]:
    """Return the values (the encoded positions) of a term's bytes, one a posting."""
    return [value for _, _, values in read_blocks(data) for value in values or ()]


def _smallest_weights(weights: Sequence[float]) -> Any:
    first = weights[0]
    if all(weight == first for weight in weights):
        return None if first == 1.0 else float(first)
    return tuple(weights)


def _write_block(
    file: Any, ids: list[int], weights: list[float], values: list[bytes], extent: tuple[int, int], last: bool
) -> None:
    differences = (ids[0], *(b - a for a, b in zip(ids, ids[1:], strict=False)))
    content = pickle.dumps((differences, _smallest_weights(weights), tuple(values) or None), 2)
    level = 1 if len(content) > SMALLEST_COMPRESSED else 0
    if level:
        content = zlib.compress(content, level)
    statistics = pickle.dumps((len(ids), ids[-1], max(weights), level, *extent), 2)
    length = len(statistics) + len(content)
    file.write(_BLOCK_LENGTH.pack(-length if last else length) + statistics + content)


def write_term(file: Any, ids: list[int], weights: list[float], values: list[bytes],
               lengths: bytes | None) -> W3TermInfo:  # fmt: skip
    """Write one term's postings to `file` and return what the term index keeps of it.

    `lengths` has the field's length (as Whoosh's byte) in each document; None where it is not scored.
    """
    offset = file.tell()
    file.write(WHOOSH3_HEADER_MAGIC)
    bounds = _length_bounds(ids, lengths)
    for start in range(0, len(ids), BLOCK):
        end = start + BLOCK
        extent = bounds if len(ids) <= BLOCK else _length_bounds(ids[start:end], lengths)
        _write_block(file, ids[start:end], weights[start:end], values[start:end], extent, end >= len(ids))
    info = W3TermInfo()
    info._weight, info._df, info._maxweight = sum(weights), len(ids), max(weights)
    info._minlength, info._maxlength = byte_to_length(bounds[0]), byte_to_length(bounds[1])
    info._minid, info._maxid = ids[0], ids[-1]
    info.set_extent(offset, file.tell() - offset)
    return info


def _length_bounds(ids: list[int], lengths: bytes | None) -> tuple[int, int]:
    if lengths is None:
        return 0, 0
    found = [lengths[number] for number in ids]
    return min(found), max(found)
