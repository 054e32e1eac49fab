"""What the archive knows, made anew from its captures: after the extractor has learned something."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.db.models import QuerySet

from archive.extraction import __file__ as extraction
from archive.extraction.record import Record
from archive.models import Article, Capture, Rereading
from archive.reading import Page, Unread, UnreadableError, read_bytes
from archive.reading import __file__ as reading
from archive.search.queue import drained_later

from .extracting import extract_given
from .intake import drain_all
from .standing import ReadSoFar, Standing
from .tidying import forget_unread
from .versions import Document, Given, rewrite
from .workers import spread

BATCH = 32  # captures
WORTH_PROCESSES = 128  # captures; fewer are done before other processes have begun

ReadAgain = tuple[int, Document | Unread]  # with the capture's number


def reextract(
    jobs: int = 1, progress: Callable[[int], object] = lambda count: None
) -> tuple[int, list[Unread]]:
    """Read and extract every article's capture again; return how many were rewritten and what failed.

    What an editor set or confirmed stays, and an article whose capture fails stays as it was. All else is as
    in a new archive: what an earlier extractor took for a person, an office or an event, and this one does
    not, goes. Interrupted at any point, it goes on there when it is run again.
    """
    run = interrupted() or Rereading.objects.create(extractor=extractor())
    failed = [number for number, _, _ in run.failed]
    standing = ReadSoFar(Article.objects.filter(capture__lte=run.last).exclude(capture__in=failed))
    progress(run.done + len(run.failed))
    with drained_later():
        for number, document in _documents(jobs, run.last):
            _rewrite(number, document, run, standing)
            progress(1)
        forget_unread(standing)
        run.delete()
    drain_all()
    return run.done, [Unread(path, reason) for _, path, reason in run.failed]


def interrupted() -> Rereading | None:
    """Return the run that is to go on; None where there is none, or another extractor began it."""
    runs = Rereading.objects.all()
    runs.exclude(extractor=extractor()).delete()
    return runs.first()


@cache
def extractor() -> str:
    """Return what is another as soon as any file by which captures are read and extracted is."""
    digest = sha256()
    for room in (extraction, reading):
        for file in sorted(Path(room).parent.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _rewrite(number: int, document: Document | Unread, run: Rereading, standing: Standing) -> None:
    """Make one article anew, and write down that this is done."""
    run.last = number
    if isinstance(document, Unread):
        run.failed.append([number, document.path, document.reason])
        run.save()
    else:
        run.done += 1
        rewrite(document, standing, run.save)


def rewrite_articles(articles: QuerySet[Article]) -> tuple[int, list[Unread]]:
    """Make some articles anew, as `reextract` does all."""
    keys = list(articles.filter(capture__isnull=False).values_list("capture", flat=True))
    documents = [document for _, document in read_again(keys)]
    failed = [document for document in documents if isinstance(document, Unread)]
    for document in documents:
        if isinstance(document, Document):
            rewrite(document)
    return len(documents) - len(failed), failed


def _documents(jobs: int, last: int) -> Iterator[ReadAgain]:
    """Yield the documents of all articles after `last` in the order in which they came.

    At last come those that come in meanwhile.
    """
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


def _crashed(key: int) -> ReadAgain:
    return key, Unread(str(Capture.objects.get(pk=key)), "The extractor crashed on this capture.")


def read_again(keys: list[int]) -> list[ReadAgain]:
    """Return the document of each capture, as if it came in now."""
    captures = Capture.objects.in_bulk(keys)
    return [(key, _read(captures[key])) for key in keys if key in captures]


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
