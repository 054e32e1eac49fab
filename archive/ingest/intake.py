"""Paths into the archive: read, extract, store, count, and bring the search index up to date."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

from django.db import DatabaseError

from archive.models import Rejection
from archive.reading import Page, Unread
from archive.search.queue import drain, drained_later

from .extracting import Known, Taken, pages_of, take_in
from .files import files_of
from .fitting import fitted
from .versions import Document, Given, find_article, store
from .workers import spread

BATCH_FILES = 32
BATCH_BYTES = 250_000
LARGE_FILE = 250_000  # bytes; a larger file of many records is spread over the processes
WORTH_PROCESSES = 4  # batches; fewer are done before other processes have begun
DRAINED = 500  # articles that the search index is told of in one go

CRASHED = "The extractor crashed on this document."

NOTHING = Given()
Batch = list[Path | Page | Unread]


@dataclass
class Summary:
    """What became of all that was given."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rejections: list[Unread] = field(default_factory=list)

    @property
    def rejected(self) -> int:
        """How many were set aside."""
        return len(self.rejections)

    def count(self, outcome: str | Unread) -> None:
        """Count one outcome."""
        if isinstance(outcome, Unread):
            self.rejections.append(outcome)
        else:
            setattr(self, outcome, getattr(self, outcome) + 1)


def ingest(
    paths: Iterable[Path],
    given: Given = NOTHING,
    jobs: int = 1,
    dry_run: bool = False,
    progress: Callable[[int], object] = lambda size: None,
) -> Summary:
    """Put all documents that `paths` name into the archive; with `dry_run`, only say what would come of it.

    `jobs` processes read and extract, this one writes, each article in one transaction: it can be interrupted
    at any point and run again. `progress` is told the bytes of each document done.
    """
    summary = Summary()
    if dry_run:
        for taken in _take(paths, given, jobs, keep=False):
            summary.count(_would_store(taken))
            progress(_size(taken))
        return summary
    drain(batch=DRAINED)  # what an interrupted run left
    for number, taken in enumerate(_take(paths, given, jobs, keep=True), 1):
        summary.count(_store(taken))
        progress(_size(taken))
        if number % DRAINED == 0:
            drain(batch=DRAINED)
    drain(batch=DRAINED)
    return summary


def _store(taken: Taken) -> str | Unread:
    if isinstance(taken, Known):
        return "unchanged"
    if isinstance(taken, Document):
        try:
            with drained_later():
                return store(taken)
        except (DatabaseError, ValueError) as error:
            taken = Unread(taken.record.path, f"What was extracted cannot be stored: {error}.")
    Rejection.objects.update_or_create(
        path=fitted(Rejection, "path", taken.path), defaults={"reason": taken.reason}
    )
    return taken


def _would_store(taken: Taken) -> str | Unread:
    if isinstance(taken, Document):
        return "updated" if find_article(taken.record) else "new"
    return taken if isinstance(taken, Unread) else "unchanged"


def _size(taken: Taken) -> int:
    return 0 if isinstance(taken, Unread) else taken.size


def _take(paths: Iterable[Path], given: Given, jobs: int, keep: bool) -> Iterator[Taken]:
    """Yield each document, in the order of `paths`, from as many processes as are worth starting."""
    batches = _batches(files_of(paths))
    few = list(islice(batches, WORTH_PROCESSES + 1))
    task = partial(take_in, given=given, keep=keep)
    if jobs <= 1 or len(few) <= WORTH_PROCESSES:
        yield from (taken for batch in chain(few, batches) for taken in task(batch))
    else:
        yield from spread(task, chain(few, batches), jobs, _crashed)


def _crashed(item: Path | Page | Unread) -> Unread:
    return Unread(str(item) if isinstance(item, Path) else item.path, CRASHED)


def _batches(files: Iterable[Path | Unread]) -> Iterator[Batch]:
    """Put together what is worth one errand to a process; the records of a large file are parted."""
    batch: Batch = []
    weight = 0
    for item in chain.from_iterable(map(_parted, files)):
        batch.append(item)
        weight += _weight(item)
        if len(batch) >= BATCH_FILES or weight >= BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _parted(item: Path | Unread) -> Iterator[Path | Page | Unread]:
    """Yield the records of a large file of many, or of what can be read only once; else the item as it is."""
    if isinstance(item, Unread) or not _is_parted(item):
        yield item
    else:
        yield from pages_of(item)


def _is_parted(file: Path) -> bool:
    """A guess by the first letters, which decides only who does the work."""
    if not os.path.isfile(file):
        return True
    try:
        with file.open("rb") as opened:
            head = opened.read(20).lstrip(b"\xef\xbb\xbf \r\n\t")
        return head.startswith(b"{") and os.path.getsize(file) > LARGE_FILE
    except OSError:
        return False


def _weight(item: Path | Page | Unread) -> int:
    if isinstance(item, Path):
        return os.path.getsize(item) if os.path.isfile(item) else 0
    return len(item.raw) if isinstance(item, Page) else 0
