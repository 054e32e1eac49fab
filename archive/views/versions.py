"""The versions of an article: what changed from one capture to the next, and by an editor's hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import SequenceMatcher

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.extraction import extract
from archive.models import Article, Capture
from archive.reading import Page, UnreadableError, read_bytes

from .addresses import moved_to
from .dates import in_words

MOST_VERSIONS = 10  # the newest; each is extracted anew
KEPT = 3600  # seconds; a capture never changes
EDITED = ("title", "body", "published")  # what of the text an editor can lock
WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_COMPARED = 4_000_000  # words, or paragraphs, of one times those of the other; of more the whole is shown

Text = tuple[str, ...]  # a version's title, its day of publication and its paragraphs


@dataclass(frozen=True)
class Piece:
    """Words that two versions share, or that only one has: `change` is ``ins``, ``del`` or blank."""

    text: str
    change: str = ""


@dataclass(frozen=True)
class Step:
    """What a version changed: the paragraphs that differ, in pieces. `capture` is None for an editor."""

    capture: Capture | None
    paragraphs: list[list[Piece]]
    readable: bool = True


def versions(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show what changed from each version of an article to the next; other slugs lead to the article."""
    shown = get_object_or_404(Article.objects.select_related("source", "capture"), pk=pk)
    if slug != shown.slug:
        return moved_to(shown)
    captures = sorted(shown.captures.all(), key=_saved)
    context = {
        "title": f"What changed in “{shown.heading}”",
        "article": shown,
        "first": captures[-MOST_VERSIONS:][:1],
        "steps": [*_steps(captures[-MOST_VERSIONS:]), *_edits(shown)][::-1],
        "older": max(0, len(captures) - MOST_VERSIONS),
    }
    return render(request, "articles/versions.html", context)


def _saved(capture: Capture) -> tuple[datetime, int]:
    return capture.captured_at or capture.added_at, capture.pk


def _steps(captures: Sequence[Capture]) -> Iterator[Step]:
    """Yield what each version changed of the one before it that can be read."""
    before: Text | None = None
    for number, capture in enumerate(captures):
        text = text_of(capture)
        if number:
            yield Step(capture, changes(before or (), text or ()), bool(text and before))
        before = text or before


def _edits(article: Article) -> Iterator[Step]:
    """Yield what an editor changed of the version that the article is made from."""
    made_from = article.capture and any(map(article.is_locked, EDITED)) and text_of(article.capture)
    if made_from and (changed := changes(made_from, _shown(article))):
        yield Step(None, changed)


def _shown(article: Article) -> Text:
    return _text(article.title, article.published, article.precision, article.body)


def text_of(capture: Capture) -> Text | None:
    """Return what the extractor takes for the article in `capture`; None where it cannot be read any more."""
    return cache.get_or_set(f"version:{capture.sha256}", lambda: _read(capture), KEPT)


def _read(capture: Capture) -> Text | None:
    try:
        page = next(read_bytes(capture.read_bytes(), capture.path))
    except (OSError, UnreadableError):
        return None
    if not isinstance(page, Page):
        return None
    if capture.captured_at and not page.metadata.captured:
        page = replace(page, metadata=replace(page.metadata, captured=capture.captured_at.isoformat()))
    record = extract(page)
    day = record.published.date and date.fromisoformat(record.published.date[:10])
    return _text(record.title, day, record.published.precision, record.body)


def _text(title: str | None, day: date | None, precision: str, body: str) -> Text:
    return (title or "", f"Published: {in_words(day, precision, form='plain')}", *body.split("\n\n"))


def changes(before: Iterable[str], after: Iterable[str]) -> list[list[Piece]]:
    """Return the paragraphs that differ, each in pieces; several that became others are compared as one."""
    before, after = list(before), list(after)
    if len(before) * len(after) > MOST_COMPARED:
        before, after = ["\n\n".join(before)], ["\n\n".join(after)]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = ((before[a:b], after[c:d]) for kind, a, b, c, d in blocks if kind != "equal")
    return [paragraph for old, new in changed for paragraph in _compared(old, new)]


def _compared(old: list[str], new: list[str]) -> Iterator[list[Piece]]:
    """Yield paragraphs beside those that they became, word by word, and what has no counterpart whole."""
    for place in range(max(len(old), len(new))):
        yield list(_pieces("".join(old[place : place + 1]), "".join(new[place : place + 1])))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    ours, theirs = WORD.findall(old), WORD.findall(new)
    if len(ours) * len(theirs) > MOST_COMPARED:
        ours, theirs = [old], [new]
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("".join(ours[a:b]))
            continue
        for text, change in (("".join(ours[a:b]), "del"), ("".join(theirs[c:d]), "ins")):
            if text:
                yield Piece(text, change)
