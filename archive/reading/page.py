"""The first of the four values: what was read from one document, before anyone asks what it means."""

from dataclasses import dataclass, field
from typing import Literal

Format = Literal["text", "html", "jsonl", "warc", "feed"]
LineKind = Literal["text", "title", "heading", "caption", "item", "link", "navigation"]


class UnreadableError(Exception):
    """A document that cannot be read; its message is one sentence that tells a person why."""


@dataclass(frozen=True)
class Unread:
    """One record of a file that was set aside while the others were read; `reason` is a plain sentence."""

    path: str
    reason: str


@dataclass(frozen=True)
class Metadata:
    """What the document itself declares, as written and unverified; None where it is silent."""

    title: str | None = None
    url: str | None = None
    site_name: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    language: str | None = None
    author: str | None = None
    description: str | None = None
    keywords: tuple[str, ...] = ()
    section: str | None = None


@dataclass(frozen=True)
class Page:
    """One document as read.

    `path` names where it came from (a record of a file of many is ``file.jsonl#12``, counted from 1).
    `raw` is the bytes as they came and `sha256` their hash.
    `lines` is all visible text without markup, in page order, one string a block or line, never empty.
    `kinds` tells of each line what its markup says it is; empty where there is no markup.
    `main_lines` is what a main-text library takes for the article; empty where none was asked (plain text).
    `body` is given text that needs no cleaning (JSON Lines, `--as-body`); None for all else.
    """

    path: str
    raw: bytes = field(repr=False)
    sha256: str
    format: Format
    lines: tuple[str, ...] = ()
    kinds: tuple[LineKind, ...] = ()
    main_lines: tuple[str, ...] = ()
    body: str | None = None
    metadata: Metadata = Metadata()
