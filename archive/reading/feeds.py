"""Feeds (RSS 0.9 to 2.0, Atom): one page an entry."""

import re
from collections.abc import Iterator
from copy import deepcopy
from email.utils import parsedate_to_datetime
from hashlib import sha256

from bs4 import BeautifulSoup
from lxml import etree

from archive.reading.decoding import plain
from archive.reading.markup import Block, visible_blocks
from archive.reading.page import Metadata, Page, Unread, UnreadableError
from archive.reading.text import visible_lines

HEAD = 4096  # bytes
FEED = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*|<!DOCTYPE\s+rss[^>]*>\s*)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.S,
)
ENTRIES = ("item", "entry")
OF_THE_FEED = ("title", "link", "language")  # what is kept of the feed with each entry
TEXTS = ("encoded", "content", "description", "summary")  # the story, or else its beginning
DATES = ("pubDate", "published", "issued", "date", "created")
AUTHORS = ("creator", "author")
NO_TEXT = "The entry of the feed has no text."


def is_feed(raw: bytes) -> bool:
    """Tell a feed by its first element."""
    return FEED.match(raw[:HEAD].removeprefix(b"\xef\xbb\xbf")) is not None


def read_feed(raw: bytes, path: str) -> Iterator[Page | Unread]:
    """Yield a page an entry, named ``path#number``; an entry without text is an `Unread`.

    Each page's raw bytes are a feed of this entry alone. Raises UnreadableError where there is no entry.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(raw, parser)
    entries = [] if root is None else [node for node in root.iter() if _name(node) in ENTRIES]
    if not entries:
        raise UnreadableError("The feed holds no entry.")
    for number, entry in enumerate(entries, start=1):
        yield _page(root, entry, f"{path}#{number}")


def _page(root: etree._Element, entry: etree._Element, path: str) -> Page | Unread:
    feed = next((node for node in root.iter() if _name(node) == "channel"), root)
    metadata = _metadata(feed, entry)
    blocks = [Block(metadata.title, "title")] if metadata.title else []
    story = _story(entry)
    if not story:
        return Unread(path, NO_TEXT)
    raw = _alone(root, feed, entry)
    blocks += story
    return Page(
        path=path,
        raw=raw,
        sha256=sha256(raw).hexdigest(),
        format="feed",
        lines=tuple(block.text for block in blocks),
        kinds=tuple(block.kind for block in blocks),
        metadata=metadata,
    )


def _name(node: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _metadata(feed: etree._Element, entry: etree._Element) -> Metadata:
    language = feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    topics = (node.get("term") or _words(node) for node in entry if _name(node) == "category")
    return Metadata(
        title=_first(entry, ("title",)),
        url=_address(entry),
        site_name=_first(feed, ("title",)),
        published=_moment(_first(entry, DATES)),
        modified=_first(entry, ("updated", "modified")),
        language=_first(feed, ("language",)) or language,
        author=_first(entry, AUTHORS),
        keywords=tuple(dict.fromkeys(filter(None, topics))),
    )


def _moment(written: str | None) -> str | None:
    """Return a date as letters write it (RFC 5322, as RSS does) in ISO 8601; any other as it is."""
    try:
        return parsedate_to_datetime(written).isoformat() if written else None
    except ValueError:
        return written


def _first(parent: etree._Element, names: tuple[str, ...]) -> str | None:
    """Return the words of the first child of one of `names`, the first name that has some."""
    for name in names:
        for node in parent:
            if _name(node) == name and (found := _words(node)):
                return found
    return None


def _words(node: etree._Element) -> str:
    """Return the words of an element, which may hold markup as text, in one line."""
    text = plain("".join(node.itertext()))
    if "<" in text or "&" in text:
        text = BeautifulSoup(text, "lxml").get_text(" ")
    return " ".join(text.split())


def _address(entry: etree._Element) -> str | None:
    """Return the entry's own address: its link, or its identity where that is one."""
    for node in entry:
        if _name(node) == "link" and node.get("rel", "alternate") == "alternate":
            found = (node.get("href") or node.text or "").strip()
            if found.startswith(("http://", "https://")):
                return found
    identity = _first(entry, ("guid", "id")) or ""
    return identity if identity.startswith(("http://", "https://")) else None


def _story(entry: etree._Element) -> list[Block]:
    """Return the blocks of the longest text that the entry holds."""
    texts = [node for node in entry if _name(node) in TEXTS]
    return max(map(_blocks, texts), key=lambda blocks: sum(len(b.text) for b in blocks), default=[])


def _blocks(node: etree._Element) -> list[Block]:
    as_elements = len(node) > 0  # Atom's xhtml
    text = plain(etree.tostring(node, encoding="unicode", method="html") if as_elements else node.text or "")
    if "<" not in text:
        return [Block(line, "text") for line in visible_lines(BeautifulSoup(text, "lxml").get_text())]
    return visible_blocks(BeautifulSoup(text, "lxml"))[0]


def _alone(root: etree._Element, feed: etree._Element, entry: etree._Element) -> bytes:
    """Return a feed of the same kind that holds the one entry."""
    shell = etree.Element(root.tag, root.attrib, root.nsmap)
    holder = shell
    if feed is not root:
        holder = etree.SubElement(shell, feed.tag, feed.attrib, feed.nsmap)
    for node in feed:
        if _name(node) in OF_THE_FEED:
            holder.append(_copy(node))
    parent = holder if entry.getparent() is feed else shell
    parent.append(_copy(entry))
    return etree.tostring(shell, encoding="utf-8", xml_declaration=True)


def _copy(node: etree._Element) -> etree._Element:
    found = deepcopy(node)
    found.tail = None
    return found
