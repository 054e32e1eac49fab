"""How much of the index's files is mapped into memory at once.

The system counts every page of a map to the process that reads it, and a touch may map two megabytes, until
the process gives them back. Given back, they stay in the system's own cache of files, and are mapped again in
a microsecond or two.
"""

import ctypes
import resource
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from .files import MappedReader

SELDOM = 0.002  # seconds between two looks at what is mapped
NOW_AND_THEN = 2.0  # seconds after which freed memory is given back once more: it takes a millisecond or two

Part = TypeVar("Part")


class MappedPages:
    """Keeps what this process has mapped of the files of `readers` within `budget` bytes, about."""

    def __init__(self, budget: int) -> None:
        self.budget = budget + mapped_bytes()  # of the program itself: its libraries
        self.readers: Collection[MappedReader] = ()
        self._next_look = self._next_return = 0.0

    def between(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield `parts`, of which each is read from another segment, and `trim` between them."""
        for part in parts:
            yield part
            self.trim()

    def trim(self) -> None:
        """Give back what is mapped, if it is more than the budget, and now and then what was freed."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + SELDOM
        if mapped_bytes() > self.budget:
            for reader in self.readers:
                reader.storage().give_back()
        if now >= self._next_return:
            self._next_return = now + NOW_AND_THEN
            give_back_freed()


def mapped_bytes() -> int:
    """Return how much of mapped files this process has in memory, as Linux tells it; 0 elsewhere."""
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:
            return int(file.read().split()[2]) * resource.getpagesize()
    except OSError:
        return 0


def give_back_freed() -> None:
    """Let the system have back what was freed.

    The C library keeps it where a little that is in use lies behind it: 60 MB after the first search among a
    million documents, which has joined their facets. Only glibc can be told; elsewhere nothing happens.
    """
    if _malloc_trim:
        _malloc_trim(0)


def _find_malloc_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None


_malloc_trim = _find_malloc_trim()
