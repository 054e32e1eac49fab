"""What was read, kept within a budget of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

OVERHEAD = 300  # bytes of a key and its value beside the value's arrays

# A key begins with the segment that the value was read from (None: the whole index), and the commit that it
# holds for (None: any commit, because a segment never changes).
Key = tuple[Hashable, ...]


class ByteCache:
    """Values by key, the least recently used dropped first."""

    def __init__(self, budget: int) -> None:
        self.budget, self.used = budget, 0
        self._values: OrderedDict[Key, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Any]) -> Any:
        """Return the value of `key`, made by `make` where it is not at hand; `nbytes` is its size."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key][0]
        value = make()
        self._put(key, value)
        return value

    def _put(self, key: Key, value: Any) -> None:
        size = value.nbytes + OVERHEAD
        with self._lock:
            if key in self._values or size > self.budget:
                return
            self._values[key] = value, size
            self.used += size
            while self.used > self.budget:
                self.used -= self._values.popitem(last=False)[1][1]

    def keep(self, segments: set[Hashable], generation: int) -> None:
        """Drop what is of a segment that is not in `segments`, or of another commit than `generation`."""
        with self._lock:
            for key in list(self._values):
                if key[0] not in segments | {None} or key[1] not in (None, generation):
                    self.used -= self._values.pop(key)[1]

    def __len__(self) -> int:
        return len(self._values)
