"""Streams of bytes that stand before a reader: begun ones from their beginning, packed ones unpacked."""

import zlib
from collections.abc import Iterator
from io import BufferedIOBase, RawIOBase

GZIP = zlib.MAX_WBITS | 16  # what zlib calls gzip's head and foot
PIECE = 16_384  # bytes unpacked at a time


class Rewound(RawIOBase):
    """A stream of which `head` was read already, from its beginning; it may be one that cannot be rewound."""

    def __init__(self, head: bytes, file: BufferedIOBase) -> None:
        self._head, self._file = head, file

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any buffer with a length
        """Fill some of `buffer`; return how many bytes, 0 at the end."""
        found = self._head[: len(buffer)] or self._file.read1(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


class Unpacked(RawIOBase):
    """What gzip packed, in one piece or in several; of a cut one all there is, then EOFError."""

    def __init__(self, packed: RawIOBase) -> None:
        self._pieces = _unpack(packed)
        self._rest = b""

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any buffer with a length
        """Fill some of `buffer`; return how many bytes. Raises zlib.error for what is no gzip."""
        found = self._rest or next(self._pieces, b"")
        size = min(len(found), len(buffer))
        buffer[:size], self._rest = found[:size], found[size:]
        return size


def _unpack(packed: RawIOBase) -> Iterator[bytes]:
    member, begun = zlib.decompressobj(GZIP), False
    while data := packed.read(PIECE):
        while data:
            begun = True
            if piece := member.decompress(data, PIECE):
                yield piece
            data = member.unconsumed_tail
            if member.eof:
                data, member, begun = member.unused_data, zlib.decompressobj(GZIP), False
    if begun:
        raise EOFError
