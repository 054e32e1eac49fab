"""The visible text of a parsed page, block by block, each with what its tag says it is."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.element import PreformattedString

from archive.reading.page import LineKind

HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea"}
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
KINDS: dict[str, LineKind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "figcaption": "caption", "caption": "caption", "figure": "caption",
    "li": "item", "nav": "navigation", "footer": "navigation", "button": "navigation", "aside": "navigation",
    "form": "navigation",
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """One line of the page as a reader sees it, and its kind."""

    text: str
    kind: LineKind


def visible_blocks(soup: BeautifulSoup) -> list[Block]:
    """Return the page's visible text, one block-level stretch each, in page order."""
    blocks: list[Block] = []
    pieces: list[str] = []
    kinds: list[LineKind] = ["text"]

    def close() -> None:
        text = " ".join("".join(pieces).split())
        pieces.clear()
        if text:
            blocks.append(Block(text, kinds[-1]))

    # An explicit stack, because pages nest deeper than Python's calls may.
    waiting: list[Tag | NavigableString | None] = [soup]
    while waiting:
        node = waiting.pop()
        if node is None:
            close()
            kinds.pop()
        elif isinstance(node, Tag):
            if node.name in HIDDEN or node.has_attr("hidden"):
                continue
            if node.name == "br":
                close()
            elif node.name not in INLINE:
                close()
                kinds.append(KINDS.get(node.name, kinds[-1]))
                waiting.append(None)
            waiting.extend(reversed(node.contents))
        elif not isinstance(node, (Comment, PreformattedString)):
            pieces.append(str(node))
    return blocks
