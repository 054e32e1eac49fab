"""The visible text of a parsed page, block by block, each with what its tag says it is."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.element import PreformattedString

from archive.reading.page import LineKind
from archive.reading.text import visible_lines

HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea",
     "meta", "link"]
)  # fmt: skip
INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
     "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
     "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
KINDS: dict[str, LineKind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "figcaption": "caption", "caption": "caption", "figure": "caption",
    "li": "item", "nav": "navigation", "footer": "navigation", "button": "navigation", "aside": "navigation",
    "form": "navigation",
}  # fmt: skip

HIGHEST = 20  # elements deep; what is the frame of a page stands higher


@dataclass(frozen=True)
class Block:
    """One line of the page as a reader sees it, and its kind."""

    text: str
    kind: LineKind


def visible_blocks(soup: BeautifulSoup) -> tuple[list[Block], int]:
    """Return the page's visible text, a block each, in page order, and how deep blocks nest."""
    blocks: list[Block] = []
    pieces: list[str] = []
    kinds: list[LineKind] = ["text"]
    deepest, half = 0, len(soup.get_text()) / 2

    def close() -> None:
        text = " ".join("".join(pieces).split())
        pieces.clear()
        if text:
            blocks.append(Block(text, kinds[-1]))

    # An explicit stack, because pages nest deeper than Python's calls may; None closes the block opened last.
    waiting: list[Tag | NavigableString | None] = [soup]
    while waiting:
        node = waiting.pop()
        if node is None:
            close()
            kinds.pop()
        elif not isinstance(node, Tag):
            pieces.append(_shown(node))
        elif node.name == "pre":
            close()
            blocks += _preformatted(node, kinds[-1])
        elif node.name not in HIDDEN and not node.has_attr("hidden"):
            if node.name not in INLINE:
                close()
            if node.name not in INLINE and node.name != "br":
                is_frame = len(kinds) < HIGHEST and _is_frame(node, half)
                kinds.append(kinds[-1] if is_frame else _kind(node.name, kinds[-1]))
                deepest = max(deepest, len(kinds))
                waiting.append(None)
            waiting.extend(reversed(node.contents))
    return blocks, deepest


def _is_frame(node: Tag, half: float) -> bool:
    """Tell a form, or the like, that stands around a page rather than beside its story."""
    if KINDS.get(node.name) != "navigation" or len(node.get_text()) <= half:
        return False
    return node.name == "form" or node.find(["h1", "article"]) is not None


def _kind(name: str, outer: LineKind) -> LineKind:
    """Return what an element of this name makes its lines; what stands beside the story stays beside it."""
    return outer if outer == "navigation" else KINDS.get(name, outer)


def _shown(text: NavigableString) -> str:
    return "" if isinstance(text, Comment | PreformattedString) else str(text)


def _preformatted(node: Tag, kind: LineKind) -> list[Block]:
    """Return the lines of a text whose line breaks count, as in a file of plain text."""
    return [Block(line, kind) for line in visible_lines(node.get_text())]
