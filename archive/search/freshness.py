"""What holds as long as the index stays as it is.

Whoever changes a name changes the index with it (`archive.search.queue`), so what a search shows of the
database holds for one state of the index.
"""

from typing import Any

from haystack import connections
from haystack.constants import DEFAULT_ALIAS

MOST = 100_000  # things remembered


def state() -> str | None:
    """Return what names the state that the index is in: it is another after each change that is searched.

    None where the engine has no name for it.
    """
    backend = connections[DEFAULT_ALIAS].get_backend()
    return backend.state() if hasattr(backend, "state") else None


class Remembered:
    """A dictionary for each state of the index. Threads share it."""

    def __init__(self) -> None:
        self._kept: tuple[str | None, dict[Any, Any]] = (None, {})

    def now(self) -> dict[Any, Any]:
        """Return what is remembered of the state that the index is in; nothing at first."""
        index, (of, kept) = state(), self._kept
        if index is None or of != index or len(kept) > MOST:
            kept = {}
            self._kept = index, kept
        return kept
