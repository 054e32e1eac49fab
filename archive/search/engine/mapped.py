"""How much of the index's files is mapped into memory at once.

The system counts every page of a map to the process that reads it, and a touch may map two megabytes, until
the process gives them back. Given back, they stay in the system's own cache of files, and are mapped again in
a microsecond or two.
"""

import resource
import time
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from .files import MappedReader

SELDOM = 0.002  # seconds between two looks at what is mapped

Part = TypeVar("Part")


class MappedPages:
    """Keeps what this process has mapped of the files of `readers` within `budget` bytes, about."""

    def __init__(self, budget: int) -> None:
        self.budget = budget + mapped_bytes()  # of the program itself: its libraries
        self.readers: Collection[MappedReader] = ()
        self._next_look = 0.0

    def between(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield `parts`, of which each is read from another segment, and `trim` between them."""
        for part in parts:
            yield part
            self.trim()

    def trim(self) -> None:
        """Give back what is mapped, if it is more than the budget."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + SELDOM
        if mapped_bytes() > self.budget:
            for reader in self.readers:
                reader.storage().give_back()


def mapped_bytes() -> int:
    """Return how much of mapped files this process has in memory, as Linux tells it; 0 elsewhere."""
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:
            return int(file.read().split()[2]) * resource.getpagesize()
    except OSError:
        return 0
