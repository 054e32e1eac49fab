"""WARC: pages as a crawler or a browser saved them, each with its address and the time (ISO 28500)."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO, RawIOBase

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from archive.reading.bounds import LARGEST_DOCUMENT
from archive.reading.document import read_document
from archive.reading.page import Page, Unread, UnreadableError

BEGIN = b"WARC/"
# The records that hold a page: what a server answered, what was put in by hand, what was made of it (WET).
HOLD_PAGES = frozenset({"response", "resource", "conversion"})
TYPES_OF_PAGES = ("text/html", "application/xhtml+xml", "text/plain")

NO_PAGE = "The WARC file holds no page."
CUT_SHORT = "The file ends in the middle of a record."
BROKEN = "From here on the file cannot be read as WARC"


class _Brotli(brotli.Decompressor):
    """Brotli under the names that the WARC library calls, which its releases of today no longer have."""

    unused_data = None

    def decompress(self, data: bytes) -> bytes:
        """Return what `data` packs; no more than shows that it is too large for a page."""
        return self.process(data, output_buffer_limit=LARGEST_DOCUMENT + 1)


BufferedReader.DECOMPRESSORS["br"] = _Brotli


def read_warc(file: RawIOBase, path: str) -> Iterator[Page | Unread]:
    """Yield the pages of a WARC file; images, redirections and errors are no pages and are passed over.

    A page is named ``path#number`` after its record, counted from 1. Its raw bytes are the whole record, so
    that it can be read again from them alone.
    """
    number, found = 0, False
    try:
        for number, record in enumerate(ArchiveIterator(file, no_record_parse=True), start=1):
            page = _read_record(record, f"{path}#{number}") if _may_hold_page(record) else None
            if page:
                found = True
                yield page
        if not found:
            yield Unread(path, NO_PAGE)
    except EOFError:
        yield Unread(f"{path}#{number}", CUT_SHORT)
    except (ArchiveLoadFailed, zlib.error) as error:
        yield Unread(f"{path}#{number + 1}", f"{BROKEN} ({error}).")


def unpack_record(raw: bytes) -> bytes:
    """Return one record with its headers as they stand and what it holds as the server meant it, unpacked."""
    record = _parsed(raw)
    answer = record.http_headers.to_bytes() if record.http_headers else b""
    return record.rec_headers.to_bytes() + answer + record.content_stream().read(LARGEST_DOCUMENT)


def _may_hold_page(record: ArcWarcRecord) -> bool:
    address = record.rec_headers.get_header("WARC-Target-URI")
    return record.rec_type in HOLD_PAGES and bool(address) and record.length is not None


def _read_record(record: ArcWarcRecord, path: str) -> Page | Unread | None:
    """Return the page of a record, or why it has none; of one that is larger than any page, read no more."""
    block = record.raw_stream.read(LARGEST_DOCUMENT + 1)
    raw = record.rec_headers.to_bytes() + block + b"\r\n\r\n"
    parsed = _parsed(raw)
    if not _holds_page(parsed):
        return None
    if len(block) < min(record.length, LARGEST_DOCUMENT):
        return Unread(path, CUT_SHORT)
    try:
        return _page(parsed, raw, path)
    except UnreadableError as error:
        return Unread(path, str(error))


def _parsed(raw: bytes) -> ArcWarcRecord:
    return next(iter(ArchiveIterator(BytesIO(raw))))


def _holds_page(record: ArcWarcRecord) -> bool:
    answer = record.http_headers
    if answer and answer.get_statuscode() != "200":
        return False
    declared = (answer or record.rec_headers).get_header("Content-Type") or ""
    return declared.lower().startswith(TYPES_OF_PAGES)


def _page(record: ArcWarcRecord, raw: bytes, path: str) -> Page:
    """Return the page of a record; its address stands in for one that the page itself does not give."""
    page = read_document(record.content_stream().read(LARGEST_DOCUMENT + 1), path)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    metadata = replace(
        page.metadata,
        url=page.metadata.url or address.strip("<>") or None,
        captured=record.rec_headers.get_header("WARC-Date"),
    )
    return replace(page, raw=raw, sha256=sha256(raw).hexdigest(), format="warc", metadata=metadata)
