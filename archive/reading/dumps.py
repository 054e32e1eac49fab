"""Texts that programs made of pages (lynx, html2text, a browser): their marks taken away again."""

import re
from collections.abc import Sequence

from archive.reading.page import LineKind

FEWEST_MARKS = 3  # links written out, of a text that a program made
# A list of addresses at the end, and in the text the numbers that point there: [3]Home
REFERENCES = re.compile(r"^(?:References|Visible links)[ \t]*\n\s*(?:Visible links\s+)?1\. \S", re.M)
NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
# Addresses behind the words of their links: Home <https://paper.example/>
BEHIND = re.compile(r"[ ]?<(?:https?:|mailto:|javascript:|#)[^<>\s]*>")
LINK = re.compile(
    r"""
    \[ (?P<words>[^\[\]]*) \]
    \( \s? <? (?:https?:|mailto:|javascript:|[/\#.?]) [^()\s]* (?:\([^()\s]*\)[^()\s]*)? >? (?:\s"[^"]*")?
    \s? \)
    """,
    re.X,
)  # [Home](/); [Home](https://paper.example/ "The Paper")
IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
HEADING = re.compile(r"(?P<level>#{1,6}) (?=\W{0,3}[^\W\d_])")
STRONG = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_\n]+?)(?<=\S)\1(?![\w*])")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
LIST_MARK = re.compile(r"(?:[*+-]|\d{1,2}\.) +|> ?")
BETWEEN_LINKS = re.compile(r"[\s|/·•,>»*+-]*")


def without_numbers(text: str) -> str:
    """Return a text by lynx without the numbers of its links and the list of their addresses."""
    listed = REFERENCES.search(text)
    return NUMBER.sub("", text[: listed.start()]) if listed else text


def without_addresses(text: str) -> str:
    """Return a text that a browser saved without the addresses behind its links."""
    return BEHIND.sub("", text) if len(BEHIND.findall(text)) >= FEWEST_MARKS else text


def is_markdown(lines: Sequence[str]) -> bool:
    """Tell a page in Markdown by its headings, or by its links written out."""
    if any(HEADING.match(line) for line in lines):
        return True
    return sum(len(LINK.findall(line)) for line in lines if "](" in line) >= FEWEST_MARKS


def read_markdown(lines: Sequence[str]) -> list[tuple[str, LineKind]]:
    """Return the lines as a reader of the page saw them, each with what its marks say it is."""
    found = []
    for line in lines:
        kind = _kind(line)
        text = _bare(line, keep_mark=kind == "text")
        if text:
            found.append((text, kind))
    return found


def _kind(line: str) -> LineKind:
    heading = HEADING.match(line)
    if heading:
        return "title" if len(heading["level"]) == 1 else "heading"
    if LINK.search(line) and BETWEEN_LINKS.fullmatch(LINK.sub("", LIST_MARK.sub("", line, count=1))):
        return "navigation"
    return "text"


def _bare(line: str, keep_mark: bool) -> str:
    text = HEADING.sub("", line, count=1)
    text = LINK.sub(lambda match: match["words"], IMAGE.sub("", text))
    text = ESCAPED.sub(r"\1", STRONG.sub(lambda match: match["words"], text))
    mark = LIST_MARK.match(text)
    if mark and not (keep_mark and mark.group()[0] in "-*+0123456789"):
        text = text[mark.end() :]
    return text.strip()
