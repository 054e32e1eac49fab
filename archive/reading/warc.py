"""WARC files (ISO 28500), as crawlers and web archives write them: the pages among their records."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import BinaryIO

from archive.reading.document import LARGEST_DOCUMENT, TOO_LARGE, read_document
from archive.reading.page import Page, Unread, UnreadableError

BEGIN = b"WARC/"
LONGEST_HEADER = 65_536  # bytes of one line
MOST_HEADERS = 200  # lines of one record
SKIPPED_AT_ONCE = 1_000_000  # bytes of a record that is no page
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
ANY_WINDOW = 47  # zlib: gzip or zlib, told from the head
CUT_SHORT = "The file ends in the middle of a record."


@dataclass(frozen=True)
class Record:
    """One record: its headers, names in lower case; all its bytes, and those behind the headers."""

    headers: dict[str, str]
    raw: bytes
    block: bytes


def read_warc(file: BinaryIO, path: str) -> Iterator[Page | Unread]:
    """Yield the pages that the records hold, named ``path#number``; one that cannot be read is an `Unread`.

    Records that hold no page (requests, pictures, redirections, errors) are passed over. Each page's raw
    bytes are its record, so that its address and the time of its capture stay with it.
    """
    number = 0
    try:
        while (record := _next_record(file)) is not None:
            number += 1
            found = _page(record, f"{path}#{number}")
            if found:
                yield found
    except (EOFError, OSError, zlib.error):
        yield Unread(f"{path}#{number + 1}", CUT_SHORT)


def _next_record(file: BinaryIO) -> Record | None:
    """Return the next record; its block is empty where it is no page or larger than one may be."""
    line = file.readline(LONGEST_HEADER)
    while line and not line.startswith(BEGIN):
        line = file.readline(LONGEST_HEADER)
    if not line:
        return None
    written = [line, *_header_lines(file)]
    headers = _fields(written[1:])
    length = int(headers["content-length"]) if headers.get("content-length", "").isdecimal() else 0
    if not _is_page(headers) or length > LARGEST_DOCUMENT:
        _skip(file, length)
        return Record(headers, b"".join(written), b"")
    block = file.read(length)
    if len(block) < length:
        raise EOFError
    return Record(headers, b"".join(written) + block + b"\r\n\r\n", block)


def _header_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines up to the empty one, and that."""
    for _ in range(MOST_HEADERS):
        line = file.readline(LONGEST_HEADER)
        yield line
        if not line.strip():
            return


def _fields(lines: list[bytes]) -> dict[str, str]:
    """Return the headers by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _is_page(headers: dict[str, str]) -> bool:
    """Tell a record that may hold a page: an answer, a resource, or the text made of one."""
    kind, content = headers.get("warc-type"), headers.get("content-type", "").lower()
    if kind == "response":
        return content.startswith("application/http") and "dns:" not in headers.get("warc-target-uri", "")
    return kind in ("resource", "conversion") and content.startswith(PAGES)


def _skip(file: BinaryIO, length: int) -> None:
    while length > 0:
        read = len(file.read(min(length, SKIPPED_AT_ONCE)))
        if not read:
            raise EOFError
        length -= read


def _page(record: Record, path: str) -> Page | Unread | None:
    """Return the page of a record, or why it cannot be read; None where it holds none."""
    if not _is_page(record.headers):
        return None
    if not record.block:
        length = record.headers.get("content-length", "")
        return Unread(path, TOO_LARGE) if length.isdecimal() and int(length) > LARGEST_DOCUMENT else None
    try:
        document = _answer(record.block) if record.headers["warc-type"] == "response" else record.block
        if document is None:
            return None
        page = read_document(document, path)
    except UnreadableError as error:
        return Unread(path, str(error))
    address = record.headers.get("warc-target-uri", "").strip("<>")
    metadata = replace(
        page.metadata,
        url=page.metadata.url or address or None,
        captured=record.headers.get("warc-date") or page.metadata.captured,
    )
    return replace(page, raw=record.raw, sha256=sha256(record.raw).hexdigest(), metadata=metadata)


def _answer(block: bytes) -> bytes | None:
    """Return the document that an HTTP answer brings, unpacked; None where it brings no page.

    Raises UnreadableError where it is packed in a way that is not known.
    """
    head, _, body = block.partition(b"\r\n\r\n")
    status, *lines = head.split(b"\r\n")
    headers = _fields(lines)
    if status.split(b" ")[1:2] != [b"200"] or not headers.get("content-type", PAGES[0]).lower().startswith(
        PAGES
    ):
        return None
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    packed = headers.get("content-encoding", "identity").lower()
    if packed in ("gzip", "x-gzip", "deflate"):
        return _unpacked(body)
    if packed not in ("", "identity", "none", "utf-8"):
        raise UnreadableError(f"The page is packed as “{packed}”, which is not read here.")
    return body


def _joined(body: bytes) -> bytes:
    """Return the bytes of an answer sent in chunks (RFC 9112, 7.1); as they are if joined before."""
    parts, at = [], 0
    while at < len(body):
        end = body.find(b"\r\n", at)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(parts) if parts else body
        if length == 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts)


def _unpacked(body: bytes) -> bytes:
    """Return the bytes that gzip or zlib packed; as they are where they were unpacked before."""
    for window in (ANY_WINDOW, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(body, LARGEST_DOCUMENT + 1)
        except zlib.error:
            continue
        return found
    return body
