"""Plain-text dumps: one line a block of the page."""

import re
from hashlib import sha256
from itertools import pairwise

from archive.reading.decoding import plain
from archive.reading.page import Page, UnreadableError

FEWEST_WRAPPED = 4  # lines that go on in the next one
WIDEST_WRAPPED = 100  # characters
HEADER = re.compile(r"[A-Z][A-Za-z-]{1,20}: ")  # Subject: …
GOES_ON = re.compile(r"[^\W_]-?$")
HYPHENATED = re.compile(r"(?P<head>[^\W\d_]++)-\n(?P<tail>[^\W\d_]++)")


def read_text(raw: bytes, text: str, path: str) -> Page:
    """Return the page that `text`, decoded from `raw`, is. Raises UnreadableError where nothing shows."""
    lines = visible_lines(text)
    if not lines:
        raise UnreadableError("The file holds no text.")
    return Page(path=path, raw=raw, sha256=sha256(raw).hexdigest(), format="text", lines=lines)


def visible_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that show something, without the spaces around them."""
    lines = plain(text).split("\n")
    if _is_wrapped(lines):
        lines = _unwrapped(lines)
    return tuple(line for line in (line.strip() for line in lines) if line)


def _is_wrapped(lines: list[str]) -> bool:
    """Tell a text whose paragraphs were broken into lines of one width, as old dispatches were.

    In one, most lines that another follows at once are nearly full, and end in the middle of a sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    widths = sorted(len(line) for line, _ in pairs)
    if len(pairs) < FEWEST_WRAPPED or widths[-1] > WIDEST_WRAPPED:
        return False
    full = sum(len(a) > 0.7 * widths[-1] for a, _ in pairs)
    broken = sum(GOES_ON.search(a.rstrip()) is not None and b.lstrip()[0].islower() for a, b in pairs)
    return full > 0.6 * len(pairs) and broken > 0.3 * len(pairs)


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph.

    Paragraphs are parted by an empty line or one that ends early; the lines at a letter's head stay apart.
    """
    lines = [line.strip() for line in lines]
    widest = max(map(len, lines))
    for number, (line, below) in enumerate(pairwise(lines)):
        early = len(line) < widest / 2 and below[:1].isupper()
        if early or (HEADER.match(line) and HEADER.match(below)):
            lines[number] += "\n"
    text = "\n".join(lines)
    text = HYPHENATED.sub(lambda match: _joined(match["head"], match["tail"], text), text)
    return [paragraph.replace("\n", " ") for paragraph in text.split("\n\n")]


def _joined(head: str, tail: str, text: str) -> str:
    """Return the word of which `head` ends a line; it keeps its hyphen if `text` writes it so elsewhere."""
    hyphened = f"{head}-{tail}"
    return hyphened if hyphened in text or not tail.islower() else head + tail


def read_body(raw: bytes, path: str) -> Page:
    """Return clean body text as a page; its line ends stay, so that offsets count in the file itself.

    Raises UnreadableError for anything but UTF-8.
    """
    try:
        body = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableError("Body text must be UTF-8, so that offsets count in it.")
    return Page(path=path, raw=raw, sha256=sha256(raw).hexdigest(), format="text", body=body)
