"""Paths into the archive: read, extract, store, count, and bring the search index up to date."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from django.db import IntegrityError, OperationalError

from archive.models import Rejection
from archive.reading import Unread
from archive.search.keeping_up import ENOUGH, keep_up
from archive.search.queue import drain, drained_later

from .batches import take
from .extracting import Known, Taken
from .fitting import fitted, writable
from .versions import Document, Given, Held, Outcome, find_article, store

TOGETHER = 16  # documents that one transaction stores
SEEN = 256  # documents of which some are stored, some were there and some are set aside
PATIENCE = 1.0  # seconds that the first of them waits for the others
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

    `jobs` processes read and extract, this one writes, a few articles in one transaction: it can be
    interrupted at any point and run again. `progress` is told the bytes of each document done. Raises
    OSError or OperationalError where a disk or the database fails: what is stored by then stays.
    """
    summary = Summary()
    finish = _would_store_all if dry_run else _Desk().put
    aside = None if dry_run else f"{keep_up.__module__}.{keep_up.__name__}"
    for group in _groups(take(paths, given, jobs, keep=not dry_run, aside=aside)):
        for taken, outcome in zip(group, finish(group), strict=True):
            summary.count(outcome)
            progress(0 if isinstance(taken, Unread) else taken.size)
    if not dry_run:
        drain_all()
    return summary


def _groups(taken: Iterable[Taken]) -> Iterator[list[Taken]]:
    """Put together what one transaction is to store, and what is set aside or known meanwhile."""
    group: list[Taken] = []
    begun, documents = monotonic(), 0
    for one in taken:
        begun = begun if group else monotonic()
        group.append(one)
        documents += isinstance(one, Document)
        if documents == TOGETHER or len(group) == SEEN or monotonic() - begun > PATIENCE:
            yield group
            group, documents = [], 0
    if group:
        yield group


def drain_all() -> None:
    """Bring the search index up to date, in large steps; that is also what an interrupted run left to do."""
    drain(batch=ENOUGH)


class _Desk:
    """Where documents are put into the archive, or set aside with the reason."""

    def __init__(self) -> None:
        self.rejected = set(Rejection.objects.values_list("path", flat=True))

    def put(self, taken: list[Taken]) -> list[str | Unread]:
        """Store documents; what was set aside under the path of one once is so no longer."""
        documents = [one for one in taken if isinstance(one, Document)]
        stored = iter(_store_all(documents) if documents else ())
        outcomes = [next(stored) if isinstance(one, Document) else _would_store(one) for one in taken]
        self._note(taken, outcomes)
        return outcomes

    def _note(self, taken: list[Taken], outcomes: list[str | Unread]) -> None:
        """Write down what was set aside, and why; of two documents of one path the last one counts."""
        last = {fitted(Rejection, "path", one.path): it for one, it in zip(taken, outcomes, strict=True)}
        aside = {path: writable(it.reason) for path, it in last.items() if isinstance(it, Unread)}
        Rejection.objects.filter(path__in=self.rejected & (last.keys() - aside.keys())).delete()
        Rejection.objects.bulk_create(
            [Rejection(path=path, reason=reason) for path, reason in aside.items()],
            update_conflicts=True,
            unique_fields=["path"],
            update_fields=["reason", "rejected_at"],
        )
        self.rejected |= aside.keys()


def _store_all(documents: list[Document]) -> list[str | Unread]:
    """Store documents together; where one of them fails, each on its own, and set that one aside."""
    try:
        with drained_later():
            return _store_twice(documents)
    except (OSError, OperationalError):
        raise
    except Exception as error:  # a fault of ours: it is shown with the page that brought it to light
        if len(documents) > 1:
            return [outcome for one in documents for outcome in _store_all([one])]
        return [Unread(documents[0].path, f"What was extracted cannot be stored: {error}.")]


def _store_twice(documents: list[Document]) -> list[Outcome]:
    """Store documents; once more where someone at the desk took an address at the same moment."""
    try:
        return store(documents)
    except IntegrityError:
        return store(documents)


def _would_store_all(taken: list[Taken]) -> list[str | Unread]:
    """Return what would come of storing, without doing it."""
    return [_would_store(one) for one in taken]


def _would_store(taken: Taken) -> str | Unread:
    if isinstance(taken, Document):
        return "updated" if find_article(taken.record, Held([taken.record])) else "new"
    return "unchanged" if isinstance(taken, Known) else taken
