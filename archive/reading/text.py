"""Plain-text dumps: one line a block of the page."""

from hashlib import sha256

from archive.reading.decoding import plain
from archive.reading.page import Page, UnreadableError


def read_text(raw: bytes, text: str, path: str) -> Page:
    """Return the page that `text`, decoded from `raw`, is. Raises UnreadableError where nothing is to be seen."""
    lines = visible_lines(text)
    if not lines:
        raise UnreadableError("The file holds no text.")
    return Page(path=path, raw=raw, sha256=sha256(raw).hexdigest(), format="text", lines=lines)


def visible_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that show something, without the spaces around them."""
    return tuple(line for line in (line.strip() for line in plain(text).split("\n")) if line)


def read_body(raw: bytes, path: str) -> Page:
    """Return clean body text as a page; its line ends stay, so that offsets count in the file itself.

    Raises UnreadableError for anything but UTF-8.
    """
    try:
        body = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableError("Body text must be UTF-8, so that offsets count in it.")
    return Page(path=path, raw=raw, sha256=sha256(raw).hexdigest(), format="text", body=body)
