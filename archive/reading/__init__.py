"""Files into Pages. What a file is, is told by its content, never by its name."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from archive.reading.decoding import decode, refuse_binary
from archive.reading.html import read_html
from archive.reading.jsonlines import read_jsonlines, read_record
from archive.reading.page import Metadata, Page, Unread, UnreadableError
from archive.reading.text import read_text

__all__ = ["Metadata", "Page", "Unread", "UnreadableError", "read", "read_bytes"]

LARGEST_DOCUMENT = 20_000_000  # bytes; the longest page of any news site is a hundredth of it
LONGEST_RECORD = 20_000_000  # bytes of one line of JSON Lines
LONGEST_LINE = 2_000_000  # characters; a page without line breaks is this long only where it is no page
HEAD = 65_536

TOO_LARGE = (
    f"The document is larger than {LARGEST_DOCUMENT // 1_000_000} MB, the most that one page may have."
)
TOO_LONG = f"One line is longer than {LONGEST_LINE // 1_000_000} million letters; no article is."

MARKUP = re.compile(
    r"""<!doctype \s+ html            # <!DOCTYPE html>
      | <html [\s>] | <head [\s>] | <body [\s>] | <article [\s>]
      | <(?:div|p|meta|table|span|h[1-6]) (?:\s [^<>]{0,2000})? >
    """,
    re.X | re.I,
)


def read(path: Path) -> Iterator[Page | Unread]:
    """Yield what the file holds: one page, or for JSON Lines one a line, read as a stream.

    A bad line of JSON Lines is an `Unread`; raises UnreadableError for a file that cannot be read at all.
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
    """Yield the page, or the records of JSON Lines, that `raw` is; `path` names where it came from."""
    if _is_jsonlines(raw[:HEAD], complete=len(raw) <= HEAD):
        yield from read_jsonlines(raw.splitlines(), path)
    else:
        yield _read_document(raw, path)


def _read_stream(file: BinaryIO, path: str) -> Iterator[Page | Unread]:
    head = file.read(HEAD)
    if _is_jsonlines(head, complete=len(head) < HEAD):
        yield from _read_records(head, file, path)
        return
    refuse_binary(head)
    raw = head + file.read(LARGEST_DOCUMENT + 1 - len(head))
    yield _read_document(raw, path)


def _read_records(head: bytes, file: BinaryIO, path: str) -> Iterator[Page | Unread]:
    """Yield the records of a stream whose `head` was read already; a line too long is skipped, unkept."""
    yield from read_jsonlines(_lines(head, file), path)


def _lines(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of `head` and `file` together; a line too long comes cut, so that it is refused."""
    *whole, begun = head.split(b"\n")
    yield from whole
    yield begun + file.readline(LONGEST_RECORD) if begun else begun
    while line := file.readline(LONGEST_RECORD):
        yield line
        while len(line) == LONGEST_RECORD and not line.endswith(b"\n"):
            line = file.readline(LONGEST_RECORD)


def _read_document(raw: bytes, path: str) -> Page:
    if not raw.strip():
        raise UnreadableError("The file is empty.")
    if len(raw) > LARGEST_DOCUMENT:
        raise UnreadableError(TOO_LARGE)
    text = decode(raw)
    if _is_html(text):
        return read_html(raw, text, path)
    if _is_object(raw):
        return read_record(raw, path)
    page = read_text(raw, text, path)
    if max(map(len, page.lines)) > LONGEST_LINE:
        raise UnreadableError(TOO_LONG)
    return page


def _is_html(text: str) -> bool:
    """Tell markup from a text that merely mentions a tag: it begins with a tag, or holds several early on."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    return bool(head.startswith("<") and MARKUP.search(head)) or len(MARKUP.findall(head)) > 2


def _is_jsonlines(head: bytes, complete: bool) -> bool:
    """Tell whether the first line that is not empty is, or begins, a JSON object.

    A line longer than the head counts if it begins like one: a brace and a key.
    """
    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")
    first = lines[0].strip()
    if not first.startswith(b"{"):
        return any(_is_object(line) for line in lines[:20])
    if len(lines) == 1 and not complete:
        return re.match(rb'\{\s*"[^"\n]{1,200}"\s*:', first) is not None
    return _is_object(first) or any(_is_object(line) for line in lines[1:20])


def _is_object(line: bytes) -> bool:
    line = line.strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
