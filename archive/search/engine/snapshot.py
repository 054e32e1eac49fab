"""The index as one commit left it, and whether there is a newer one."""

import os
import threading
import time
from math import log
from typing import Any

import numpy as np
from whoosh.fields import BOOLEAN, NUMERIC, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError
from whoosh.reading import MultiReader, TermNotFound
from whoosh.searching import Searcher

from .cache import ByteCache
from .columns import MISSING, Ordinals, read_lengths, read_numbers
from .files import MappedReader, open_segment
from .lexicon import read_terms
from .postings import NO_POSTINGS, Postings, decode_postings, decode_values, read_bytes
from .schema import VALUES

INDEX_NAME = "MAIN"
OPENING_ATTEMPTS = 20  # a writer may delete the files that a table of contents named a moment ago
RECENT = 0.1  # seconds; a directory that changed so lately may change again within one tick of its clock


class SegmentView:
    """One segment as one commit has it: its files, and which of its documents are live."""

    def __init__(self, reader: MappedReader, segment: Any, cache: ByteCache, offset: int) -> None:
        self.reader, self.cache, self.offset = reader, cache, offset
        self.segment, self.id = segment, segment.segment_id()
        self.count = segment.doc_count_all()
        self.live = np.ones(self.count, bool)
        self.live[list(segment.deleted_docs())] = False
        self.all_live = not segment.has_deletions()

    def as_committed(self) -> MappedReader:
        """Return a reader for Whoosh's own searcher, with the deletions of this commit."""
        return MappedReader(self.reader.storage(), self.reader.schema, self.segment)

    def frequency(self, field: str, term: bytes) -> int:
        """Return in how many documents, deleted ones too, `term` is."""
        try:
            return self.reader._terms.doc_frequency(field, term)
        except KeyError:
            return 0

    def postings(self, field: str, term: bytes) -> Postings:
        """Return the postings of `term`, deleted documents' too."""
        return self.cache.get((self.id, None, field, term), lambda: self._read_postings(field, term))

    def _read_postings(self, field: str, term: bytes) -> Postings:
        try:
            info = self.reader._terms.term_info(field, term)
        except TermNotFound:
            return NO_POSTINGS
        return decode_postings(read_bytes(self.reader._terms, info), info.doc_frequency())

    def values(self, field: str, term: bytes) -> list[bytes]:
        """Return the encoded positions of `term`, one for each of its postings."""
        terms = self.reader._terms
        return decode_values(read_bytes(terms, terms.term_info(field, term)))

    def lengths(self, field: str) -> np.ndarray:
        """Return the length of `field` in each document, as a byte."""
        return self.cache.get((self.id, None, "lengths", field), lambda: read_lengths(self.reader, field))

    def numbers(self, field: str) -> np.ndarray:
        """Return a numeric or date field in its sortable form, `MISSING` where there is none."""
        return self.cache.get((self.id, None, "numbers", field), lambda: read_numbers(self.reader, field))

    def ordinals(self, field: str) -> Ordinals:
        """Return the values of `field` and the documents that have them."""
        return self.cache.get((self.id, None, "ordinals", field), lambda: self._read_ordinals(field))

    def _read_ordinals(self, name: str) -> Ordinals:
        field = self.reader.schema[name]
        if isinstance(field, NUMERIC):
            return self._ordinals_of_numbers(name, field)
        if isinstance(field, VALUES | BOOLEAN):
            return self._ordinals_of_terms(name, field)
        return self._ordinals_of_stored(name)

    def _ordinals_of_numbers(self, name: str, field: NUMERIC) -> Ordinals:
        numbers = self.numbers(name)
        documents = np.flatnonzero(numbers != MISSING).astype(np.int32)
        uniques, ordinals = np.unique(numbers[documents], return_inverse=True)
        values = [field.from_column_value(int(number)) for number in uniques]
        return Ordinals(values, documents, ordinals.astype(np.int32))

    def _ordinals_of_terms(self, name: str, field: Any) -> Ordinals:
        terms = read_terms(self.reader, name)
        found = [self._read_postings(name, term).ids for term in terms]
        documents = np.concatenate([np.empty(0, np.int32), *found])
        ordinals = np.repeat(np.arange(len(terms), dtype=np.int32), [len(ids) for ids in found])
        order = np.argsort(documents, kind="stable")
        values = [_value_of(field, term) for term in terms]
        return Ordinals(values, documents[order], ordinals[order])

    def _ordinals_of_stored(self, name: str) -> Ordinals:
        """Read a text's whole values from the stored fields: slow, and done once a segment."""
        stored = [self.reader.stored_fields(number).get(name) for number in range(self.count)]
        values = sorted({value for value in stored if value is not None})
        places = {value: place for place, value in enumerate(values)}
        documents = [number for number, value in enumerate(stored) if value is not None]
        ordinals = [places[stored[number]] for number in documents]
        return Ordinals(values, np.array(documents, np.int32), np.array(ordinals, np.int32))


def _value_of(field: Any, term: bytes) -> Any:
    return term == b"t" if isinstance(field, BOOLEAN) else term.decode()


class Snapshot:
    """All segments as one commit left them, and the statistics over them that scores need."""

    def __init__(self, toc: TOC, readers: dict[str, MappedReader], cache: ByteCache) -> None:
        self.generation, self.schema, self.cache = toc.generation, toc.schema, cache
        self.segments: list[SegmentView] = []
        offset = 0
        for segment in toc.segments:
            self.segments.append(SegmentView(readers[segment.segment_id()], segment, cache, offset))
            offset += segment.doc_count_all()
        self.count = offset
        self.live_count = sum(segment.doc_count() for segment in toc.segments)
        self.lock = threading.RLock()  # Whoosh's own searcher serves one thread at a time
        self._searcher: Searcher | None = None
        self._average_lengths: dict[str, float] = {}

    def idf(self, field: str, term: bytes) -> float:
        """Return Whoosh's inverse document frequency of `term`."""
        frequency = sum(segment.frequency(field, term) for segment in self.segments)
        return log(self.count / (frequency + 1)) + 1

    def average_length(self, field: str) -> float:
        """Return the mean length of `field`, as BM25F needs it."""
        if field not in self._average_lengths:
            total = sum(segment.reader.field_length(field) for segment in self.segments)
            self._average_lengths[field] = total / (self.count or 1) or 1
        return self._average_lengths[field]

    def searcher(self) -> Searcher:
        """Return Whoosh's own searcher of this commit; use it under `lock`."""
        if self._searcher is None:
            readers = [segment.as_committed() for segment in self.segments]
            self._searcher = Searcher(readers[0] if len(readers) == 1 else MultiReader(readers))
        return self._searcher

    def stored_fields(self, number: int) -> dict[str, Any]:
        """Return what is stored of the document `number` of the whole index."""
        segment = next(s for s in reversed(self.segments) if s.offset <= number)
        with self.lock:
            return segment.reader.stored_fields(number - segment.offset)

    def ordinals(self, field: str) -> Ordinals:
        """Return the values of `field` over the whole index; their order is that of first meeting."""
        key = (None, self.generation, "ordinals", field)
        return self.cache.get(key, lambda: self._join_ordinals(field))

    def _join_ordinals(self, field: str) -> Ordinals:
        places: dict[Any, int] = {}
        documents, ordinals = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
        for segment in self.segments:
            found = segment.ordinals(field)
            joined = np.array([places.setdefault(value, len(places)) for value in found.values], np.int32)
            documents.append(found.documents + np.int32(segment.offset))
            ordinals.append(joined[found.ordinals])
        return Ordinals(list(places), np.concatenate(documents), np.concatenate(ordinals))

    def numbers(self, field: str) -> np.ndarray:
        """Return a numeric or date field over the whole index, in its sortable form."""
        key = (None, self.generation, "numbers", field)
        return self.cache.get(key, lambda: np.concatenate([s.numbers(field) for s in self.segments]))


class IndexReader:
    """One index directory's current snapshot, shared by the threads of a process."""

    def __init__(self, path: str, schema: Schema, cache_bytes: int) -> None:
        self.path, self.schema, self.cache = path, schema, ByteCache(cache_bytes)
        self.storage = FileStorage(path)
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._seen: tuple[int, int] | None = None
        self._toc: tuple[int, float] | None = None
        self._readers: dict[str, MappedReader] = {}

    def snapshot(self) -> Snapshot:
        """Return the latest commit's snapshot. Raises EmptyIndexError where there is no index yet."""
        with self._lock:
            seen = self._look()
            if self._snapshot is None or seen is None or seen != self._seen:
                self._refresh()
                self._seen = seen
            return self._snapshot

    def _look(self) -> tuple[int, int] | None:
        """Return what tells that the directory has not changed; None where that cannot be told yet."""
        try:
            status = os.stat(self.path)
        except FileNotFoundError:
            raise EmptyIndexError(f"There is no search index in {self.path}; run rebuild_index.")
        if time.time() - status.st_mtime < RECENT:
            return None
        return status.st_mtime_ns, status.st_ino

    def _refresh(self) -> None:
        for attempt in range(OPENING_ATTEMPTS):
            try:
                generation = TOC._latest_generation(self.storage, INDEX_NAME)
                if generation < 0:
                    raise EmptyIndexError(f"There is no search index in {self.path}; run rebuild_index.")
                toc = (generation, self.storage.file_modified(TOC._filename(INDEX_NAME, generation)))
                if toc != self._toc:
                    self._open()
                    self._toc = toc
                return
            except OSError:
                if attempt == OPENING_ATTEMPTS - 1:
                    raise
                time.sleep(0.01)

    def _open(self) -> None:
        toc = TOC.read(self.storage, INDEX_NAME, schema=self.schema)
        readers = {}
        for segment in toc.segments:
            name = segment.segment_id()
            readers[name] = self._readers.get(name) or open_segment(self.storage, self.schema, segment)
        self._readers = readers
        self._snapshot = Snapshot(toc, readers, self.cache)
        self.cache.keep(set(readers), toc.generation)
