"""Files into Pages. What a file is, is told by its content, never by its name."""

import re
import zlib
from collections.abc import Iterator
from io import BufferedIOBase, BufferedReader, BytesIO, RawIOBase
from itertools import islice
from pathlib import Path

from archive.reading.bounds import LARGEST_DOCUMENT, LONGEST_RECORD
from archive.reading.decoding import decode, refuse_binary
from archive.reading.document import HEAD, is_object, read_document
from archive.reading.feeds import is_feed, read_feed
from archive.reading.jsonlines import read_jsonlines
from archive.reading.page import Metadata, Page, Unread, UnreadableError
from archive.reading.streams import Rewound, Unpacked
from archive.reading.warc import BEGIN, read_warc, unpack_record

__all__ = ["Metadata", "Page", "Unread", "UnreadableError", "may_hold_many", "read", "read_bytes", "text_of"]

FIRST = 20  # lines that tell whether a file holds a record a line
PACKED = b"\x1f\x8b"  # how what gzip packed begins
BEGINNINGS_OF_MANY = (b"{", BEGIN, PACKED, b"<?xml", b"<rss", b"<feed")  # JSON Lines, WARC, feeds


def read(path: Path) -> Iterator[Page | Unread]:
    """Yield what the file holds: one page, or the records of JSON Lines, WARC or a feed, read as a stream.

    A bad record is an `Unread`; raises UnreadableError for a file that cannot be read at all.
    """
    try:
        with open(path, "rb") as file:
            yield from _read_stream(file, _name(path))
    except PermissionError:
        raise UnreadableError("The file may not be read by this user.")
    except FileNotFoundError:
        raise UnreadableError("There is no such file.")
    except IsADirectoryError:
        raise UnreadableError("This is a folder, not a file.")
    except OSError as error:
        raise UnreadableError(f"The file cannot be read: {error.strerror or error}.")


def _name(path: Path) -> str:
    """Return `path` as text that can be written anywhere, even if its bytes are no UTF-8."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def read_bytes(raw: bytes, path: str) -> Iterator[Page | Unread]:
    """Yield the page, or the records of a file of many, that `raw` is; `path` names where it came from."""
    return _read_stream(BytesIO(raw), path)


def text_of(raw: bytes) -> str:
    """Return one document as text, with all its markup and headers. Raises UnreadableError if it is none."""
    return decode(unpack_record(raw) if raw.startswith(BEGIN) else raw)


def may_hold_many(head: bytes) -> bool:
    """Guess by the first letters of a file whether it holds more than one page."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(BEGINNINGS_OF_MANY)


def _read_stream(file: BufferedIOBase, path: str, packed: bool = False) -> Iterator[Page | Unread]:
    head = file.read(HEAD)
    if head.startswith(PACKED) and not packed:
        yield from _read_packed(Rewound(head, file), path)
    elif head.startswith(BEGIN):
        yield from read_warc(Rewound(head, file), path)
    elif _is_jsonlines(head, complete=len(head) < HEAD):
        yield from read_jsonlines(_lines(head, file), path)
    else:
        refuse_binary(head)
        raw = head + file.read(LARGEST_DOCUMENT + 1 - len(head))
        if is_feed(head) and len(raw) <= LARGEST_DOCUMENT:
            yield from read_feed(raw, path)
        else:
            yield read_document(raw, path)


def _read_packed(file: RawIOBase, path: str) -> Iterator[Page | Unread]:
    """Yield what a file holds that gzip packed, in one piece or record by record."""
    try:
        yield from _read_stream(BufferedReader(Unpacked(file)), path, packed=True)
    except (EOFError, zlib.error):
        raise UnreadableError("The file is packed by gzip, and damaged.")


def _lines(head: bytes, file: BufferedIOBase) -> Iterator[bytes]:
    """Yield the lines of `head` and `file` together; a line too long comes cut, so that it is refused."""
    *whole, begun = head.split(b"\n")
    yield from whole
    yield begun + file.readline(LONGEST_RECORD) if begun else begun
    while line := file.readline(LONGEST_RECORD):
        yield line
        while len(line) == LONGEST_RECORD and not line.endswith(b"\n"):
            line = file.readline(LONGEST_RECORD)


def _is_jsonlines(head: bytes, complete: bool) -> bool:
    """Tell whether the first lines are JSON objects, if not all of them: one in the midst of markup is not.

    A line longer than the head counts if it begins like one: a brace and a key.
    """
    lines = map(bytes.strip, head.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
    first = list(islice(filter(None, lines), FIRST))
    begun = [line for line in first if line.startswith(b"{")]
    if len(first) == len(begun) == 1 and not complete:
        return re.match(rb'\{\s*"[^"\n]{1,200}"\s*:', first[0]) is not None
    return 2 * len(begun) >= len(first) and any(map(is_object, begun))
