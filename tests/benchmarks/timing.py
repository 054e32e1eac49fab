"""Times, as medians and 95th percentiles."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Times:
    """Milliseconds of a number of calls."""

    median: float
    p95: float
    count: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        """Return the summary of `seconds`."""
        ordered = sorted(1000 * second for second in seconds)
        return cls(median(ordered), ordered[max(0, -(-95 * len(ordered) // 100) - 1)], len(ordered))

    def __str__(self) -> str:
        return f"{self.median:.2f} ms (p95 {self.p95:.2f})"


def time_once(call: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """Return how many seconds `call` takes, after `before`."""
    before()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def time_cold(calls: Iterable[Callable[[], Any]]) -> Times:
    """Return how long each of `calls` takes, made once."""
    gc.collect()
    return Times.of([time_once(call) for call in calls])


def time_warm(
    calls: Iterable[Callable[[], Any]], repeats: int = 5, before: Callable[[], Any] = lambda: None
) -> Times:
    """Return how long each of `calls`, made before, takes at its median; `before` goes before each time."""
    gc.collect()
    return Times.of([median(time_once(call, before) for _ in range(repeats)) for call in calls])
