"""Saved HTML pages: what the markup declares, what it shows, and which part of that is the article."""

import re
import warnings
from hashlib import sha256
from itertools import zip_longest

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from archive.reading.abounding import lines_without_tree, split_abounding
from archive.reading.archived import without_toolbar
from archive.reading.bounds import DEEPEST, MOST_TAGS
from archive.reading.declarations import declared
from archive.reading.decoding import plain
from archive.reading.markup import Block, visible_blocks
from archive.reading.page import Page, UnreadableError
from archive.reading.text import visible_lines

warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)  # XHTML is read as browsers read it

# Shown only where scripts do not run; a tag that opens within one may close in another.
NOSCRIPT = re.compile(r"<(/?)noscript\b[^<>]{0,300}>", re.I)


def read_html(raw: bytes, text: str, path: str) -> Page:
    """Return the page that the markup `text`, decoded from `raw`, is.

    Raises UnreadableError where nothing is to be seen.
    """
    text, rest = split_abounding(without_noscript(without_toolbar(text)), MOST_TAGS)
    soup = BeautifulSoup(plain(text), "lxml", multi_valued_attributes=None)
    metadata = declared(soup)
    blocks, depth = visible_blocks(soup)
    blocks += [Block(line, "text") for line in lines_without_tree(plain(rest))]
    if not blocks:
        raise UnreadableError("The page shows no text.")
    return Page(
        path=path,
        raw=raw,
        sha256=sha256(raw).hexdigest(),
        format="html",
        lines=tuple(block.text for block in blocks),
        kinds=tuple(block.kind for block in blocks),
        main_lines=() if rest or depth > DEEPEST else _main_lines(text),
        metadata=metadata,
    )


def without_noscript(markup: str) -> str:
    """Return `markup` without what is shown only where scripts do not run."""
    first, *rest = NOSCRIPT.split(markup)  # a slash or none of each tag, and what follows it
    tags, texts = rest[::2], rest[1::2]
    within = (tag == "" and following == "/" for tag, following in zip_longest(tags, tags[1:]))
    return first + "".join(text for text, hidden in zip(texts, within, strict=True) if not hidden)


def _main_lines(text: str) -> tuple[str, ...]:
    """Return the lines that trafilatura takes for the article; none where it finds no article."""
    import trafilatura  # here, because it takes half a second, and most runs read no HTML

    found = trafilatura.extract(text, include_comments=False, include_tables=False, favor_recall=True)
    return visible_lines(found) if found else ()
