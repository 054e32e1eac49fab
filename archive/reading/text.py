"""Plain-text dumps: one line a block of the page."""

import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from archive.reading.archived import CACHED, unarchived
from archive.reading.decoding import plain
from archive.reading.dumps import is_markdown, read_markdown, without_addresses, without_numbers
from archive.reading.page import LineKind, Metadata, Page, UnreadableError
from archive.reading.pieces import joined

FEWEST_WRAPPED = 4  # lines that go on in the next one
NARROWEST_WRAPPED, WIDEST_WRAPPED = 50, 100  # characters
FEWEST_BLOCKS = 2
FIRST_LINES = 5  # and last ones, among which the page's address may stand
ADDRESS_LINE = re.compile(
    r"""
    (?P<label>
        The\ Wayback\ Machine\ -
      | (?:(?:Source|Original|Page|Full)\s)? (?:URL|Link|Permalink|Address) \s?:
      | (?:Retrieved|Saved|Downloaded|Archived)\sfrom:?
      | Source\s?:
    )? \s* (?P<url>https?://\S+)
    """,
    re.I | re.X,
)
OF_ONE_PAGE = re.compile(r"://[^/]+/.*(?:\d|-|\.\w{3,5}$|/.*/)")  # not the address of a site or a section
HEADER = re.compile(r"[A-Z][A-Za-z-]{1,20}: ")  # Subject: …
GOES_ON = re.compile(r"[^\W_]-?$")
# A word with a hyphen that is no line's end; it may begin within another.
HYPHENED = re.compile(r"(?<![^\W\d_])(?=(?P<word>[^\W\d_]++-[^\W\d_]++))")
HYPHENATED = re.compile(r"(?P<head>[^\W\d_]++)-\n(?P<tail>[^\W\d_]++)")


def read_text(raw: bytes, text: str, path: str) -> Page:
    """Return the page that `text`, decoded from `raw`, is. Raises UnreadableError where nothing shows."""
    lines = joined(visible_lines(without_addresses(without_numbers(text))))
    kinds: tuple[LineKind, ...] = ()
    if is_markdown(lines):
        marked = read_markdown(lines)
        lines, kinds = [text for text, _ in marked], tuple(kind for _, kind in marked)
    if not lines:
        raise UnreadableError("The file holds no text.")
    return Page(
        path=path,
        raw=raw,
        sha256=sha256(raw).hexdigest(),
        format="text",
        lines=tuple(lines),
        kinds=kinds,
        metadata=_metadata(lines),
    )


def _metadata(lines: Sequence[str]) -> Metadata:
    """Return the address that the saver wrote above or, with a label, below the text."""
    ends = (*lines[:FIRST_LINES], *lines[-FIRST_LINES:])
    for number, line in enumerate(ends):
        if cached := CACHED.match(line):
            return Metadata(url=cached["url"], captured=cached["time"])
        match = ADDRESS_LINE.fullmatch(line) if "://" in line else None
        if match and (match["label"] or number < 2):
            url, captured = unarchived(match["url"])
            return Metadata(url=url if OF_ONE_PAGE.search(url) else None, captured=captured)
    return Metadata()


def visible_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that show something, without the spaces around them."""
    lines = plain(text).split("\n")
    lines = _unwrapped(lines) if _is_wrapped(lines) else _joined_blocks(lines)
    return tuple(line for line in (line.strip() for line in lines) if line)


def _joined_blocks(lines: list[str]) -> list[str]:
    """Join the lines of each block between empty lines that was broken at one width, if there are several."""
    widest = max(map(len, lines), default=0)
    if not NARROWEST_WRAPPED <= widest <= WIDEST_WRAPPED:
        return lines
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    if sum(_is_broken(block, widest) for block in found) < FEWEST_BLOCKS:
        return lines
    return [line for block in found for line in ([" ".join(block)] if _is_full(block, widest) else block)]


def _is_full(block: list[str], widest: int) -> bool:
    """Tell whether all lines but the last are nearly as wide as lines get."""
    return all(len(line) > 0.7 * widest for line in block[:-1])


def _is_broken(block: list[str], widest: int) -> bool:
    """Tell a paragraph that was broken into lines: they are full, and one ends amid a sentence."""
    goes_on = (GOES_ON.search(a) and b[0].islower() for a, b in pairwise(block))
    return _is_full(block, widest) and any(goes_on)


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
    hyphened = set(HYPHENED.findall(text))
    text = HYPHENATED.sub(lambda match: _joined(match["head"], match["tail"], hyphened), text)
    return [paragraph.replace("\n", " ") for paragraph in text.split("\n\n")]


def _joined(head: str, tail: str, hyphened: set[str]) -> str:
    """Return the word of which `head` ends a line; it keeps its hyphen if the text writes it so elsewhere."""
    word = f"{head}-{tail}"
    return word if word in hyphened or not tail.islower() else head + tail


def read_body(raw: bytes, path: str) -> Page:
    """Return clean body text as a page; its line ends stay, so that offsets count in the file itself.

    Raises UnreadableError for anything but UTF-8.
    """
    try:
        body = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableError("Body text must be UTF-8, so that offsets count in it.")
    return Page(path=path, raw=raw, sha256=sha256(raw).hexdigest(), format="text", body=body)
