"""RSS and Atom: each entry of a feed is a page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from lxml import etree

from archive.reading.html import read_html
from archive.reading.letters import letter_date
from archive.reading.page import Metadata, Page, Unread, UnreadableError

FEED = re.compile(
    rb"""\s*+
         (?: (?: <\?(?:(?!\?>).)*\?> | <!--(?:(?!-->).)*--> | <!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*+> ) \s*+ )*
         <(?:\w+:)?(?: rss | RDF | feed ) [\s>]        # <?xml version="1.0"?> <rdf:RDF xmlns:rdf="...">
    """,
    re.X | re.S | re.I,
)
# What of a feed's own head goes with each entry; its clocks change daily, and would make each entry another.
KEPT_OF_HEAD = ("{*}channel", "{*}title", "{*}link", "{*}language", "{*}publisher")


def is_feed(head: bytes) -> bool:
    """Tell whether the first bytes of a document are those of RSS 0.9 to 2.0 or of Atom."""
    return FEED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_feed(raw: bytes, path: str) -> Iterator[Page | Unread]:
    """Yield a page an entry, named ``path#number``, counted from 1; an entry without text is an `Unread`.

    Its raw bytes are a feed of this one entry. Raises UnreadableError for a feed without entries.
    """
    number = 0
    for number, entry in enumerate(_entries(raw), start=1):
        try:
            yield _read_entry(entry, f"{path}#{number}")
        except UnreadableError as error:
            yield Unread(f"{path}#{number}", str(error))
    if not number:
        raise UnreadableError("The feed has no entries.")


def _entries(raw: bytes) -> Iterator[bytes]:
    """Yield each entry as a feed of its own, below the head of the whole one."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(raw, parser)
    if root is None:
        return
    entries = [(entry, entry.getparent()) for entry in root.iter("{*}item", "{*}entry") if entry is not root]
    for entry, parent in entries:
        parent.remove(entry)
        entry.tail = None
    for head in (root, *root.iterchildren("{*}channel")):
        kept = set(head.iterchildren(*KEPT_OF_HEAD))
        for element in list(head):
            if element not in kept:
                head.remove(element)
    for entry, parent in entries:
        parent.append(entry)
        yield etree.tostring(root, encoding="utf-8")
        parent.remove(entry)


def _read_entry(raw: bytes, path: str) -> Page:
    import feedparser  # here, because most runs read no feed

    found = feedparser.parse(BytesIO(raw))
    entry: Any = next(iter(found.entries), {})
    text = _text(entry)
    if not text:
        raise UnreadableError("The entry has no text, only a title and an address.")
    metadata = _metadata(entry, found.feed)
    page = read_html(raw, f"<article><h1>{escape(metadata.title or '')}</h1>{text}</article>", path)
    return replace(page, format="feed", metadata=metadata)


def _text(entry: dict[str, Any]) -> str:
    """Return the longest of an entry's texts as markup: its content, or else its summary."""
    return max(map(_markup, [*entry.get("content", ()), entry.get("summary_detail", {})]), key=len)


def _markup(text: dict[str, Any]) -> str:
    value = text.get("value") or ""
    return f"<pre>{escape(value)}</pre>" if text.get("type") == "text/plain" else value


def _metadata(entry: dict[str, Any], feed: dict[str, Any]) -> Metadata:
    """Return what the entry declares, and its feed where it is silent."""
    details = entry.get("content", [{}])[0]
    updated = dict.get(entry, "updated")  # the library's own `get` would give "published" for it
    published = entry.get("published") or updated
    return Metadata(
        title=_plain(entry.get("title", "")) or None,
        url=entry.get("link"),
        site_name=_plain(feed.get("publisher") or feed.get("title", "")) or None,
        published=published and (letter_date(published) or published),
        modified=updated,
        language=details.get("language") or feed.get("language"),
        author=entry.get("author"),
        keywords=tuple(tag["term"] for tag in entry.get("tags", ()) if tag.get("term")),
    )


def _plain(markup: str) -> str:
    return " ".join(BeautifulSoup(markup, "lxml").get_text().split())
