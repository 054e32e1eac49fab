"""The visible text of a parsed page, block by block, each with what its tag says it is."""

import re
from dataclasses import dataclass
from typing import cast

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString, PreformattedString

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

LINKED = 3  # elements deep, words within a link
ASKING = re.compile(r"cookie|consent|gdpr|onetrust|didomi|usercentrics", re.I)  # for the reader's consent
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
    linked: list[bool] = []
    kinds: list[LineKind] = ["text"]
    deepest, half = 0, len(soup.get_text()) / 2

    def close() -> None:
        text = " ".join("".join(pieces).split())
        if text:
            is_link = all(linked) and kinds[-1] in ("text", "item")
            blocks.append(Block(text, "link" if is_link else kinds[-1]))
        pieces.clear()
        linked.clear()

    # An explicit stack, because pages nest deeper than Python's calls may; None closes the block opened last.
    waiting: list[Tag | NavigableString | None] = [soup]
    while waiting:
        node = waiting.pop()
        if node is None:
            close()
            kinds.pop()
        elif not isinstance(node, Tag):
            pieces.append(_parted(pieces[-1][-1:] if pieces else "", _shown(node), node))
            linked.append(not pieces[-1].strip() or _is_linked(node))
        elif node.name == "pre":
            close()
            blocks += _preformatted(node, kinds[-1])
        elif node.name not in HIDDEN and not node.has_attr("hidden"):
            if node.name not in INLINE:
                close()
            if node.name not in INLINE and node.name != "br":
                kinds.append(_kind(node, kinds[-1], half if len(kinds) < HIGHEST else 0))
                deepest = max(deepest, len(kinds))
                waiting.append(None)
            waiting.extend(reversed(cast(list[Tag | NavigableString], node.contents)))
    return blocks, deepest


def _is_linked(text: NavigableString) -> bool:
    """Tell whether the words lead to another page."""
    outer = text.parent
    for _ in range(LINKED):
        if outer is None or outer.name == "a":
            break
        outer = outer.parent
    return outer is not None and outer.name == "a" and outer.has_attr("href")


def _kind(node: Tag, outer: LineKind, half: float) -> LineKind:
    """Return what an element makes its lines; what stands beside the story stays beside it.

    An element with more than `half` of the page's letters stands around it (0: none does).
    """
    if outer == "navigation":
        return outer
    kind = KINDS.get(node.name, "navigation" if _asks(node) else outer)
    return outer if kind == "navigation" and half and _is_frame(node, half) else kind


def _asks(node: Tag) -> bool:
    """Tell a box that asks for the reader's consent, by its name."""
    names = [*node.get_attribute_list("class"), *node.get_attribute_list("id")] if node.attrs else ()
    return any(name and ASKING.search(name) for name in names)


def _is_frame(node: Tag, half: float) -> bool:
    """Tell a form, or the like, that stands around a page rather than beside its story."""
    if len(node.get_text()) <= half:
        return False
    return node.name == "form" or _asks(node) or node.find(["h1", "article"]) is not None


def _shown(text: NavigableString) -> str:
    return "" if isinstance(text, Comment | PreformattedString) else str(text)


def _parted(before: str, text: str, node: NavigableString) -> str:
    """Return the words of `node` with a space before them where only the page's style would part them.

    It does a day from the clock in the element beside it, and links in a row.
    """
    if not before.isalnum() or not text[:1].isalnum() or node.parent is None or node.previous_sibling:
        return text
    beside = node.parent.previous_sibling
    if not isinstance(beside, Tag):
        return text
    both_links = node.parent.name == beside.name == "a"
    return f" {text}" if both_links or (before + text[0]).isdigit() else text


def _preformatted(node: Tag, kind: LineKind) -> list[Block]:
    """Return the lines of a text whose line breaks count, as in a file of plain text."""
    return [Block(line, kind) for line in visible_lines(node.get_text())]
