"""Paths into the archive: read, extract, store, count, and bring the search index up to date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, OperationalError

from archive.models import Rejection
from archive.reading import Unread
from archive.search.queue import drain, drained_later

from .batches import take
from .extracting import Known, Taken
from .fitting import fitted, writable
from .versions import Document, Given, find_article, store

DRAINED = 500  # articles that the search index is told of in one go
NOTHING = Given()


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
            self.rejections.append(Unread(writable(outcome.path), writable(outcome.reason)))
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
    at any point and run again. `progress` is told the bytes of each document done. Raises OSError or
    OperationalError where a disk or the database fails: what is stored by then stays.
    """
    summary = Summary()
    finish = _would_store if dry_run else _Desk().put
    aside = None if dry_run else f"{__name__}.{drain_all.__name__}"
    for taken in take(paths, given, jobs, keep=not dry_run, aside=aside):
        summary.count(finish(taken))
        progress(0 if isinstance(taken, Unread) else taken.size)
    if not dry_run:
        drain_all()
    return summary


def drain_all() -> None:
    """Bring the search index up to date, in large steps; that is also what an interrupted run left to do."""
    drain(batch=DRAINED)


class _Desk:
    """Where documents are put into the archive, or set aside with the reason."""

    def __init__(self) -> None:
        self.rejected = set(Rejection.objects.values_list("path", flat=True))

    def put(self, taken: Taken) -> str | Unread:
        """Store one document; what was set aside under its path once is so no longer."""
        outcome = self._stored(taken)
        path = fitted(Rejection, "path", taken.path)
        if isinstance(outcome, Unread):
            Rejection.objects.update_or_create(path=path, defaults={"reason": writable(outcome.reason)})
        elif path in self.rejected:
            Rejection.objects.filter(path=path).delete()
        return outcome

    def _stored(self, taken: Taken) -> str | Unread:
        if not isinstance(taken, Document):
            return _would_store(taken)
        try:
            with drained_later():
                return _store_twice(taken)
        except (OSError, OperationalError):
            raise
        except Exception as error:  # a fault of ours: it is shown with the page that brought it to light
            return Unread(taken.path, f"What was extracted cannot be stored: {error}.")


def _store_twice(document: Document) -> str:
    """Store a document; once more where someone at the desk took an address at the same moment."""
    try:
        return store(document)
    except IntegrityError:
        return store(document)


def _would_store(taken: Taken) -> str | Unread:
    """Return what would come of storing, without doing it."""
    if isinstance(taken, Document):
        return "updated" if find_article(taken.record) else "new"
    return "unchanged" if isinstance(taken, Known) else taken
