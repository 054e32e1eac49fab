"""Whoever writes without a pause lets others write now and then."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LONGEST = 0.5  # seconds of writing, after which others have their turn
PAUSE = 0.11  # seconds; who waits for SQLite's lock looks again every tenth of a second, and does not queue


class _Turns:
    """Counts how long this process has written since it last paused."""

    written = 0.0  # seconds

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Open a transaction as the archive's only writer, so that two ingests never make one person twice.

        SQLite's transactions begin as writers (see the settings).
        """
        with transaction.atomic():
            began = time.monotonic()
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("LOCK TABLE archive_capture IN SHARE ROW EXCLUSIVE MODE")
            yield
        self.written += time.monotonic() - began
        if self.written > LONGEST and not connection.in_atomic_block:
            self.written = 0.0
            if connection.vendor == "sqlite":
                time.sleep(PAUSE)


writing = _Turns().writing
