"""What was read, kept within a budget of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class ByteCache:
    """Values by key, the least recently used dropped first. A key begins with the id of its segment."""

    def __init__(self, budget: int) -> None:
        self.budget, self.used = budget, 0
        self._values: OrderedDict[tuple[Hashable, ...], tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[Hashable, ...], make: Callable[[], Any]) -> Any:
        """Return the value of `key`, made by `make` where it is not at hand; `nbytes` is its size."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key][0]
        value = make()
        self._put(key, value)
        return value

    def _put(self, key: tuple[Hashable, ...], value: Any) -> None:
        size = value.nbytes + 300
        with self._lock:
            if key in self._values or size > self.budget:
                return
            self._values[key] = value, size
            self.used += size
            while self.used > self.budget:
                self.used -= self._values.popitem(last=False)[1][1]

    def keep_segments(self, segments: set[Hashable]) -> None:
        """Drop what belongs to a segment that is not in `segments`."""
        with self._lock:
            for key in [key for key in self._values if key[0] not in segments]:
                self.used -= self._values.pop(key)[1]

    def __len__(self) -> int:
        return len(self._values)
