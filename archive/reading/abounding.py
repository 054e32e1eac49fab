"""Markup with more tags than any page of news: its beginning is read as a tree, the rest as it comes."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from archive.reading.markup import HIDDEN, INLINE

# A tag, or what no reader sees: a comment, a declaration. Nothing between two "<" is looked at twice.
PIECE = re.compile(
    r"<(?: (?P<comment>!--) | (?P<close>/)? (?P<name>[a-zA-Z][^\s<>/]*+) [^<>]*+> | [!?/][^<>]*+> )", re.X
)
END_OF_COMMENT = re.compile("-->")
ENDS = {name: re.compile(f"</{name}[^<>]*+>", re.I) for name in HIDDEN}


def split_abounding(markup: str, most: int) -> tuple[str, str]:
    """Return the markup up to its tag number `most`, and the rest, which is empty for nearly every page."""
    if markup.count("<") <= most:
        return markup, ""
    last = next(islice(_pieces(markup), most - 1, None), None)
    return (markup[: last[1]], markup[last[1] :]) if last else (markup, "")


def lines_without_tree(markup: str) -> Iterator[str]:
    """Yield the visible text of `markup`, a line for each block; all but INLINE tags part blocks."""
    parts: list[str] = []
    at = 0
    for start, end, name in _pieces(markup):
        parts += markup[at:start].replace("\n", " "), "" if name in INLINE else "\n"
        at = end
    parts.append(markup[at:].replace("\n", " "))
    lines = (" ".join(unescape(line).split()) for line in "".join(parts).split("\n"))
    return filter(None, lines)


def _pieces(markup: str) -> Iterator[tuple[int, int, str]]:
    """Yield beginning, end and name of each tag, and of all that is hidden, as one piece.

    A comment has no name. What is never closed hides nothing, so that no word is lost.
    """
    never_closed, at = set[re.Pattern[str]](), 0
    while piece := PIECE.search(markup, at):
        name, at = (piece["name"] or "").lower(), piece.end()
        end = END_OF_COMMENT if piece["comment"] else None if piece["close"] else ENDS.get(name)
        if end and end not in never_closed:
            closed = end.search(markup, at)
            at = closed.end() if closed else at
            never_closed |= set() if closed else {end}
        yield piece.start(), at, name
