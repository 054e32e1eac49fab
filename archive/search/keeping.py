"""What takes a look at the whole archive to work out, kept until the archive has changed."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar, cast

from django.contrib.admin.models import LogEntry
from django.db import connection

from archive.models import Article, Event, EventMention, Mention, OrganizationName, PersonName, Statement

# Whatever changes the archive adds a row to one of these: an ingest to the first, an editor to the log.
GROWING = (Article, Statement, Mention, EventMention, PersonName, OrganizationName, Event, LogEntry)
QUICK = 0.2  # seconds of work; what takes no more is worked out after every change
REST = 20  # what takes longer is kept for so many times as long: it takes a twentieth of the time at most

T = TypeVar("T")


class Kept(Generic[T]):
    """What `make` returns, made again where the archive has changed. Threads share it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self.make = make
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Make it again when next asked."""
        self._value: T | None = None
        self._state: tuple[int | None, ...] = ()
        self._fresh_until = 0.0

    def get(self) -> T:
        """Return the value. While one thread makes it again, the others get the one before."""
        if self._lock.acquire(blocking=self._value is None):
            try:
                self._refresh()
            finally:
                self._lock.release()
        return cast(T, self._value)

    def _refresh(self) -> None:
        if time.monotonic() < self._fresh_until:
            return
        state, started = state_of_archive(), time.thread_time()
        if state != self._state or self._value is None:
            self._value, self._state = self.make(), state
            took = time.thread_time() - started
            self._fresh_until = time.monotonic() + took * REST if took > QUICK else 0.0


def state_of_archive() -> tuple[int | None, ...]:
    """Return numbers that any change of the archive changes, in one query that is no matter of size."""
    tables = (connection.ops.quote_name(model._meta.db_table) for model in GROWING)
    newest = ", ".join(f"(SELECT MAX(id) FROM {table})" for table in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {newest}")
        return cursor.fetchone()
