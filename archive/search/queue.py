"""What the search index has yet to learn: written down with the change itself, and told soon after.

A change of a row that is searched writes an `IndexTask` in its own transaction. Once that is committed,
the tasks are drained: the documents are made anew from the database and put into the index, and then the
tasks are deleted. So whatever crashes in between, the next drain of any process finishes it. One process
drains at a time; it reads the rows as they are by then, so that the order in which several processes saved
does not matter.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Thread
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, signals
from haystack import connections
from haystack.backends import BaseSearchBackend
from haystack.constants import DEFAULT_ALIAS
from haystack.signals import BaseSignalProcessor

from archive.models import Article, IndexTask, Statement

from .changes import (
    ARTICLE,
    IN_TIME,
    JOINS,
    OWNERS,
    SHOWN,
    STATEMENT,
    articles_showing,
    task,
    task_for,
    tasks_of_deleted,
    tasks_of_joined,
)
from .turn import index_turn, is_attended

AT_ONCE = 20  # articles that the request which changed them waits for
BATCH = 50  # articles in one commit to the index
ROWS_APART = 200  # people, sources, … whose articles are looked up at once
SQL_BATCH = 5000
WAITED_FOR = (ARTICLE, STATEMENT)
ALL = (*WAITED_FOR, IN_TIME, *SHOWN)

FAILED = "The search index could not be brought up to date; the next change tries again."

log = logging.getLogger(__name__)
_later: ContextVar[bool] = ContextVar("later", default=False)
_together: ContextVar[dict[tuple[str, str], IndexTask] | None] = ContextVar("together", default=None)


class QueueSignalProcessor(BaseSignalProcessor):
    """Notes every change of a row that is searched as an `IndexTask`."""

    def setup(self) -> None:
        """Listen to the models of which a document shows something."""
        for model in OWNERS:
            signals.post_save.connect(self.note_saved, model)
            signals.pre_delete.connect(self.note_deleted, model)
        for through in JOINS:
            signals.m2m_changed.connect(self.note_joined, through)

    def teardown(self) -> None:
        """Listen no more."""
        for model in OWNERS:
            signals.post_save.disconnect(self.note_saved, model)
            signals.pre_delete.disconnect(self.note_deleted, model)
        for through in JOINS:
            signals.m2m_changed.disconnect(self.note_joined, through)

    def note_saved(self, instance: Model, created: bool, **kwargs: Any) -> None:
        """Note a row that was saved. One that is new, and is not itself a document, no document shows yet."""
        if not (created and instance._meta.label_lower in SHOWN):
            _note([task_for(instance)])

    def note_deleted(self, instance: Model, **kwargs: Any) -> None:
        """Note a row that is about to be deleted, while it is known which articles show it."""
        _note(tasks_of_deleted(instance))

    def note_joined(
        self, instance: Model, action: str, model: type[Model], pk_set: set[Any] | None, **kwargs: Any
    ) -> None:
        """Note rows that are joined to others, or about to be parted from all others."""
        if action in ("post_add", "post_remove", "pre_clear"):
            _note(tasks_of_joined(instance, model, pk_set))


def enqueue(rows: Iterable[Model]) -> None:
    """Note `rows` as changed, in the caller's transaction, for what sends no signals: bulk_create, update().

    An article stands for its statements too, so that they need not be among the rows.
    """
    _note(task_for(row) for row in rows)


def _note(tasks: Iterable[IndexTask]) -> None:
    noted = _together.get()
    if noted is not None:
        noted.update(((one.label, one.key), one) for one in tasks)
        return
    IndexTask.objects.bulk_create(tasks, batch_size=SQL_BATCH)
    if not _later.get() and not _is_due():
        transaction.on_commit(_after_commit)


def _is_due() -> bool:
    """Whether this transaction's commit drains already: many changes, one drain that the editor waits for."""
    return any(call is _after_commit for _, call, _ in connection.run_on_commit)


@contextmanager
def noted_together() -> Iterator[None]:
    """Write the tasks of the changes made within, each once, at its end; that is in their transaction."""
    noted: dict[tuple[str, str], IndexTask] = {}
    token = _together.set(noted)
    try:
        yield
    finally:
        _together.reset(token)
    _note(noted.values())


@contextmanager
def drained_later() -> Iterator[None]:
    """Leave the tasks of the changes made within to a `drain()` after it: many commits, one drain."""
    token = _later.set(True)
    try:
        yield
    finally:
        _later.reset(token)


def _after_commit() -> None:
    """Tell the index of the first few articles, and let a thread do the rest.

    The change itself is made: where the index cannot be told now, the tasks stay for the next drain.
    """
    try:
        drain(most=AT_ONCE, batch=AT_ONCE)
    except Exception:
        log.exception(FAILED)
        return
    if _is_waiting(ALL):
        drain_soon()


def drain_soon() -> None:
    """Let a thread bring the index up to date: after a great change, or with what a crash has left.

    Where a process attends to the index it is left to that: a server has readers.
    """
    if is_attended():
        return
    Thread(target=_drain_in_background, name="search-queue").start()


def _drain_in_background() -> None:
    try:
        drain()
    except Exception:
        log.exception(FAILED)
    finally:
        connection.close()


def drain(most: int | None = None, batch: int = BATCH, in_time: bool = True) -> None:
    """Bring the index up to date with all that is noted, or with `most` articles of it.

    `batch` articles go in one commit. Without `in_time` only what someone may wait for is told. Where another
    process or thread is at it, it is left to that one, which looks for more before it ends.
    """
    labels = ALL if in_time else WAITED_FOR
    while not _later.get() and _is_waiting(labels):
        with index_turn(wait=False) as ours:
            if not ours:
                return
            if not most:
                while in_time and _take_apart():
                    pass
            done = 0
            while _drain_batch(batch, in_time):
                done += batch
                if most and done >= most:
                    return


def _is_waiting(labels: Iterable[str]) -> bool:
    return IndexTask.objects.filter(label__in=labels).exists()


def count_waiting() -> int:
    """Return how many tasks there are that someone may wait for."""
    return IndexTask.objects.filter(label__in=WAITED_FOR).count()


def _drain_batch(size: int, in_time: bool) -> bool:
    """Do up to `size` articles' tasks; return whether there were any."""
    tasks = _next_tasks(size, in_time)
    while not tasks and in_time and _take_apart():
        tasks = _next_tasks(size, in_time)
    articles = {int(task.key) for task in tasks if task.label != STATEMENT}
    statements = {int(task.key) for task in tasks if task.label == STATEMENT}
    same = IndexTask.objects.filter(label__in=(ARTICLE, IN_TIME), key__in=[str(key) for key in articles])
    done = {task.pk for task in tasks} | set(same.values_list("pk", flat=True))
    refresh(articles, statements)
    IndexTask.objects.filter(pk__in=done).delete()
    return bool(tasks)


def _next_tasks(size: int, in_time: bool) -> list[IndexTask]:
    """Return the newest tasks, for which someone waits; if there are none, those that may take their time."""
    newest = list(IndexTask.objects.filter(label__in=WAITED_FOR).order_by("-id")[:size])
    if newest or not in_time:
        return newest
    return list(IndexTask.objects.filter(label=IN_TIME).order_by("id")[:size])


def _take_apart() -> bool:
    """Turn tasks of rows that many articles show into tasks of those; tell whether there were any."""
    first = IndexTask.objects.filter(label__in=SHOWN).order_by("id").first()
    if first is None:
        return False
    with transaction.atomic():
        like_it = list(IndexTask.objects.filter(label=first.label).order_by("id")[:ROWS_APART])
        found = articles_showing(first.label, {task.key for task in like_it})
        noted = IndexTask.objects.filter(label__in=(ARTICLE, IN_TIME)).values_list("key", flat=True)
        new = sorted(found - set(map(int, noted)))
        IndexTask.objects.bulk_create((task(IN_TIME, key) for key in new), batch_size=SQL_BATCH)
        IndexTask.objects.filter(pk__in=[task.pk for task in like_it]).delete()
    return True


def refresh(articles: set[int], statements: Iterable[int] = ()) -> None:
    """Make the documents of `articles` and their statements anew; remove those of rows that are gone.

    `statements` are such as may be gone.
    """
    engine = connections[DEFAULT_ALIAS]
    backend, indexes = engine.get_backend(), engine.get_unified_index()
    found = {
        model: list(indexes.get_index(model).index_queryset().filter(**{f"{field}__in": articles}))
        for model, field in ((Article, "pk"), (Statement, "article"))
    }
    gone = [f"{ARTICLE}.{key}" for key in articles - {row.pk for row in found[Article]}]
    kept = set(Statement.objects.filter(pk__in=statements).values_list("pk", flat=True))
    gone += [f"{STATEMENT}.{key}" for key in statements if key not in kept]
    _remove(backend, gone)
    for model, rows in found.items():
        if rows:
            backend.update(indexes.get_index(model), rows)


def _remove(backend: BaseSearchBackend, identifiers: list[str]) -> None:
    """Delete documents: in one commit where the engine can, as ours does."""
    if not hasattr(backend, "remove_many"):
        for identifier in identifiers:
            backend.remove(identifier)
    elif identifiers:
        backend.remove_many(identifiers)
