"""What articles that are stored in one transaction look up only once."""

from collections.abc import Iterable

from archive.extraction.record import Record
from archive.models import Source, Topic

from .removing import Removals


class Lookups:
    """Sources, topics and what editors removed, as the archive has them until the caller's transaction ends.

    Nobody else writes meanwhile. `sources` and `topics` are by slug; a topic that was removed is None.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.removals = Removals.of(records)
        self.sources: dict[str, Source] = {}
        self.topics: dict[str, Topic | None] = {}

    def forget(self) -> None:
        """Look sources and topics up again: some may have been deleted."""
        self.sources.clear()
        self.topics.clear()
