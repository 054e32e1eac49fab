"""One document into the archive: as a new article, as a new version of a known one, or not at all."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db.models import Q

from archive.extraction.record import Record
from archive.models import Article, Capture
from archive.search.queue import noted_together

from .articles import write_article
from .fitting import fitted, moment_of, web_address, writable
from .keys import plain
from .lookups import Lookups
from .standing import Standing
from .turns import writing

Outcome = Literal["new", "updated", "unchanged"]

WEB = "web://"
FEED = "feed"  # the format of a capture
STANDARD_INPUT = re.compile(r"-(?:#\d+)?")
# Parts of an address that tell where a reader came from, not what is read.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid", re.I)
LIKE_PAGE = 0.2  # of the shorter text's runs of three words, the share that versions of a page have in common


@dataclass(frozen=True)
class Given:
    """What the person who ingests says of pages that do not say it themselves."""

    source: str = ""
    captured: str | None = None  # ISO 8601


@dataclass(frozen=True)
class Document:
    """One page, read and extracted; its bytes are kept under `record.sha256`."""

    record: Record
    size: int  # bytes
    format: str
    given: Given = Given()

    @property
    def path(self) -> str:
        """Where it was read from."""
        return self.record.path


class Held:
    """What the archive holds of some documents: the very bytes, and what came from their addresses."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.hashes: set[str] = set()
        self.articles: dict[str, set[int]] = defaultdict(set)
        records = list(records)
        addresses = {address_of(record) for record in records} - {""}
        same = Q(sha256__in={record.sha256 for record in records}) | Q(address__in=addresses)
        captures = Capture.objects.filter(same).order_by()
        for sha256, address, article in captures.values_list("sha256", "address", "article"):
            self._add(sha256, address, article)

    def add(self, capture: Capture) -> None:
        """Note that this was stored meanwhile."""
        self._add(capture.sha256, capture.address, capture.article_id)

    def _add(self, sha256: str, address: str, article: int) -> None:
        self.hashes.add(sha256)
        self.articles[address].add(article)


def store(documents: Sequence[Document]) -> list[Outcome]:
    """Put documents into the archive, all in one transaction, but for those whose very bytes are there."""
    with writing(), noted_together():
        held = Held(document.record for document in documents)
        lookups = Lookups(document.record for document in documents)
        return [_store(document, held, lookups) for document in documents]


def _store(document: Document, held: Held, lookups: Lookups) -> Outcome:
    if document.record.sha256 in held.hashes:
        return "unchanged"
    article = find_article(document.record, held)
    capture = _capture(document)
    if article is None or _supersedes(capture, article):
        outcome: Outcome = "updated" if article else "new"
        article = article or Article()
        write_article(article, document.record, lookups, document.given.source)
        _keep(capture, article)
        Article.objects.filter(pk=article.pk).update(capture=capture)
    else:
        outcome = "updated"
        _keep(capture, article)
    held.add(capture)
    return outcome


def rewrite(
    document: Document, standing: Standing | None = None, also: Callable[[], None] = lambda: None
) -> None:
    """Make an article anew from its capture, read and extracted again; an editor's words stay.

    `also` is done in the same transaction.
    """
    record = document.record
    with writing():
        article = Article.objects.filter(capture__sha256=record.sha256).first()
        if article:
            write_article(article, record, Lookups([record]), document.given.source, standing)
        also()


def find_article(record: Record, held: Held) -> Article | None:
    """Return the article that `record` is another version of, or None.

    The same web address is the same article. The same path of a file is, if the texts have something in
    common: a file may be written over with another page altogether.
    """
    address = address_of(record)
    numbers = held.articles.get(address) if address else None
    known = Article.objects.filter(pk__in=numbers).order_by("-pk") if numbers else ()
    on_web = address.startswith(WEB)
    return next((article for article in known if on_web or _is_like(article, record)), None)


def address_of(record: Record) -> str:
    """Return what tells that two captures are of one page; "" where nothing does.

    That is the web address without its fragment and tracking parameters, or the path of the file.
    A site's front page is no address of an article, nor is standard input.
    """
    address = _web_address(record)
    if not address and not STANDARD_INPUT.fullmatch(record.path):
        address = os.path.abspath(writable(record.path))
    return fitted(Capture, "address", address)


def _web_address(record: Record) -> str:
    parts = urlsplit(web_address(record.url))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not TRACKING.fullmatch(pair[0])])
    path = parts.path.rstrip("/")
    if not path and not query:
        return ""
    port = f":{parts.port}" if parts.port else ""
    host = (parts.hostname or "").removeprefix("www.")
    return f"{WEB}{host}{port}{path}" + (f"?{query}" if query else "")


def _is_like(article: Article, record: Record) -> bool:
    if article.title and article.title == record.title:
        return True
    ours, theirs = _runs(record.body), _runs(article.body)
    shared = len(ours & theirs)
    return shared > 0 and shared >= LIKE_PAGE * min(len(ours), len(theirs))


def _runs(body: str) -> set[tuple[str, ...]]:
    """Return all runs of three words."""
    words = plain(body).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _capture(document: Document) -> Capture:
    record = document.record
    return Capture(
        sha256=record.sha256,
        size=document.size,
        format=document.format,
        path=fitted(Capture, "path", record.path),
        address=address_of(record),
        captured_at=moment_of(record.captured or document.given.captured),
        given_source=fitted(Capture, "given_source", document.given.source),
    )


def _supersedes(capture: Capture, article: Article) -> bool:
    """Whether the capture is not known to be older, or to be less, than the one the article is made from.

    A feed often gives only the beginning of a page: its entry never takes the place of the page.
    """
    current = article.capture
    if current is None:
        return True
    if FEED in (capture.format, current.format) and capture.format != current.format:
        return current.format == FEED
    known = current.captured_at and capture.captured_at
    return not known or capture.captured_at >= current.captured_at


def _keep(capture: Capture, article: Article) -> None:
    capture.article = article
    capture.save()
