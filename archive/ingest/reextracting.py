"""What the archive knows, made anew from its captures: after the extractor has learned something."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from django.db.models import QuerySet

from archive.extraction.record import Record
from archive.models import Article, Capture
from archive.reading import Page, Unread, UnreadableError, read_bytes
from archive.search.queue import drained_later

from .extracting import extract_given
from .intake import drain_all
from .standing import ReadSoFar, Standing
from .tidying import forget_unread
from .versions import Document, Given, rewrite
from .workers import spread

BATCH = 32  # captures
WORTH_PROCESSES = 128  # captures; fewer are done before other processes have begun


def reextract(
    jobs: int = 1, progress: Callable[[int], object] = lambda count: None
) -> tuple[int, list[Unread]]:
    """Read and extract every article's capture again; return how many were rewritten and what failed.

    What an editor set or confirmed stays, and an article whose capture fails stays as it was. All else is as
    in a new archive: what an earlier extractor took for a person, an office or an event, and this one does
    not, goes.
    """
    standing = ReadSoFar()
    with drained_later():
        done, failed = _rewrite_all(_documents(jobs), progress, standing)
        forget_unread(standing)
    drain_all()
    return done, failed


def rewrite_articles(articles: QuerySet[Article]) -> tuple[int, list[Unread]]:
    """Make some articles anew, as `reextract` does all."""
    keys = list(articles.filter(capture__isnull=False).values_list("capture", flat=True))
    return _rewrite_all(read_again(keys), lambda count: None)


def _rewrite_all(
    documents: Iterable[Document | Unread],
    progress: Callable[[int], object],
    standing: Standing | None = None,
) -> tuple[int, list[Unread]]:
    done, failed = 0, []
    for document in documents:
        if isinstance(document, Unread):
            failed.append(document)
        else:
            rewrite(document, standing)
            done += 1
        progress(1)
    return done, failed


def _documents(jobs: int) -> Iterator[Document | Unread]:
    """Yield the documents of all articles in the order in which they came, at last those come meanwhile."""
    last = 0
    while keys := list(_current_after(last)):
        last = keys[-1]
        batches = [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]
        if jobs <= 1 or len(keys) <= WORTH_PROCESSES:
            yield from (document for batch in batches for document in read_again(batch))
        else:
            yield from spread(read_again, batches, jobs, _crashed)


def _current_after(key: int) -> QuerySet:
    captures = Capture.objects.filter(current_of__isnull=False, pk__gt=key)
    return captures.order_by("pk").values_list("pk", flat=True)


def _crashed(key: int) -> Unread:
    return Unread(str(Capture.objects.get(pk=key)), "The extractor crashed on this capture.")


def read_again(keys: list[int]) -> list[Document | Unread]:
    """Return the document of each capture, as if it came in now."""
    captures = Capture.objects.in_bulk(keys)
    return [_read(captures[key]) for key in keys if key in captures]


def _read(capture: Capture) -> Document | Unread:
    given = Given(capture.given_source, capture.captured_at and capture.captured_at.isoformat())
    try:
        record = _extract(capture, given)
    except (OSError, UnreadableError) as error:
        return Unread(capture.path, f"The capture {capture.sha256} cannot be read: {error}")
    if not record.body.strip():
        return Unread(capture.path, "No article was found in the capture.")
    return Document(record, capture.size, capture.format, given)


def _extract(capture: Capture, given: Given) -> Record:
    page = next(read_bytes(capture.read_bytes(), capture.path))
    if not isinstance(page, Page):
        raise UnreadableError(page.reason)
    return extract_given(replace(page, path=capture.path, sha256=capture.sha256), given)
