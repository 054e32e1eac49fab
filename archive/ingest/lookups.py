"""What articles that are stored in one transaction look up only once."""

from collections.abc import Iterable

from archive.extraction.record import Record
from archive.models import Source, Topic

from .identity import Known
from .removing import Removals


class Lookups:
    """Whom names mean, sources, topics and what editors removed, as the archive has them.

    True until the caller's transaction ends, as nobody else writes meanwhile. `sources` and `topics` are by
    slug; a topic that was removed is None.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        records = list(records)
        self.removals = Removals.of(records)
        self.sources: dict[str, Source] = {}
        self.topics: dict[str, Topic | None] = {}
        self._known: Known | None = Known(records)

    def known_to(self, record: Record) -> Known:
        """Return whom the names in one of the records may mean."""
        return self._known or Known([record])

    def forget(self) -> None:
        """Look all up again: some may have been deleted."""
        self.sources.clear()
        self.topics.clear()
        self._known = None
