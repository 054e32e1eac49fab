"""The index as one commit left it."""

import threading
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from math import log
from typing import Any

import numpy as np
from whoosh.index import TOC
from whoosh.reading import MultiReader
from whoosh.searching import Searcher

from .cache import ByteCache
from .columns import Ordinals, join
from .files import MappedReader
from .mapped import MappedPages
from .segment import SegmentView

REMEMBERED_TERMS = 20_000


class Snapshot:
    """All segments of one commit, and the statistics over them that scores need; no other has its `name`."""

    def __init__(
        self, name: str, toc: TOC, readers: dict[str, MappedReader], cache: ByteCache, pages: MappedPages
    ) -> None:
        self.name, self.pages = name, pages
        self.generation, self.schema, self.cache = toc.generation, toc.schema, cache
        self.segments: list[SegmentView] = []
        offset = 0
        for segment in toc.segments:
            self.segments.append(SegmentView(readers[segment.segment_id()], segment, cache, offset))
            offset += segment.doc_count_all()
        self.count = offset
        self.lock = threading.RLock()  # Whoosh's own searcher serves one thread at a time
        self._average_lengths: dict[str, float] = {}
        self._idfs: dict[tuple[str, bytes], float] = {}
        self._sections: dict[frozenset[str] | None, Section] = {}

    def idf(self, field: str, term: bytes) -> float:
        """Return Whoosh's inverse document frequency of `term`."""
        if len(self._idfs) > REMEMBERED_TERMS:
            self._idfs.clear()
        if (field, term) not in self._idfs:
            frequency = sum(s.frequency(field, term) for s in self.pages.between(self.segments))
            self._idfs[field, term] = log(self.count / (frequency + 1)) + 1
        return self._idfs[field, term]

    def average_length(self, field: str) -> float:
        """Return the mean length of `field`, as BM25F needs it."""
        if field not in self._average_lengths:
            total = sum(segment.reader.field_length(field) for segment in self.segments)
            self._average_lengths[field] = total / (self.count or 1) or 1
        return self._average_lengths[field]

    @cached_property
    def searcher(self) -> Searcher:
        """Whoosh's own searcher of this commit; use it under `lock`."""
        readers = [segment.as_committed() for segment in self.segments]
        return Searcher(readers[0] if len(readers) == 1 else MultiReader(readers))

    def section(self, models: Iterable[str] | None = None) -> "Section":
        """Return the segments that have documents of `models` (None: all)."""
        key = None if models is None else frozenset(models)
        if key not in self._sections:
            chosen = [s for s in self.pages.between(self.segments) if key is None or s.models & key]
            self._sections[key] = Section(self, chosen, key)
        return self._sections[key]


class Section:
    """Some segments of a snapshot; their documents are numbered through from 0."""

    def __init__(
        self, snapshot: Snapshot, segments: list[SegmentView], models: frozenset[str] | None
    ) -> None:
        self.snapshot, self.segments, self.models = snapshot, segments, models
        counts = [segment.count for segment in segments]
        self.count = sum(counts)
        self.offsets = [sum(counts[:place]) for place in range(len(counts))]

    def remember(self, what: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` makes of this section, kept as long as the commit is the latest."""
        return self.snapshot.cache.get((None, self.snapshot.generation, self.models, what), make)

    def read_in_turn(self) -> Iterator[SegmentView]:
        """Yield the segments, and keep what is mapped of them within its budget."""
        return self.snapshot.pages.between(self.segments)

    @cached_property
    def live(self) -> np.ndarray | None:
        """Which documents are not deleted; None where none is."""
        if all(segment.all_live for segment in self.segments):
            return None
        return np.concatenate([segment.live for segment in self.segments])

    def stored_fields(self, number: int) -> dict[str, Any]:
        """Return what is stored of the document `number`."""
        self.snapshot.pages.trim()
        place = bisect_right(self.offsets, number) - 1
        return self.segments[place].stored_fields(number - self.offsets[place])

    def numbers(self, field: str) -> np.ndarray:
        """Return a numeric or date field by document, in its sortable form."""
        none = [np.empty(0, np.uint64)]
        return self.remember(
            ("numbers", field), lambda: np.concatenate(none + [s.numbers(field) for s in self.read_in_turn()])
        )

    def ordinals(self, field: str) -> Ordinals:
        """Return which values of `field` each document has; values ascend."""
        return self.remember(("ordinals", field), lambda: self._join_ordinals(field))

    def _join_ordinals(self, field: str) -> Ordinals:
        parts = [segment.ordinals(field) for segment in self.read_in_turn()]
        return parts[0] if len(parts) == 1 else join(parts)
