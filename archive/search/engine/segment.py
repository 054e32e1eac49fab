"""One segment as one commit has it."""

from functools import cached_property
from typing import Any

import numpy as np
from haystack.constants import DJANGO_CT
from whoosh.fields import BOOLEAN, NUMERIC
from whoosh.reading import TermNotFound

from .cache import ByteCache
from .columns import MISSING, Ordinals, order_pairs, order_values, read_lengths, read_numbers
from .files import MappedReader, WatchedReader
from .lexicon import read_terms
from .positions import Occurrences, decode_positions
from .postings import NO_POSTINGS, Postings, decode_postings, decode_values, read_bytes
from .schema import VALUES, value_of


class SegmentView:
    """A segment's files, and which of its documents are live.

    `offset` is the number of its first document in the whole index. What had to be decoded is remembered in
    the cache that all segments share.
    """

    def __init__(self, reader: MappedReader, segment: Any, cache: ByteCache, offset: int) -> None:
        self.reader, self.cache, self.offset = reader, cache, offset
        self.segment, self.id = segment, segment.segment_id()
        self.count = segment.doc_count_all()
        self.all_live = not segment.has_deletions()

    @cached_property
    def live(self) -> np.ndarray:
        """Which documents are not deleted."""
        live = np.ones(self.count, bool)
        live[list(self.segment.deleted_docs())] = False
        return live

    @cached_property
    def models(self) -> frozenset[str]:
        """The kinds of documents that are in the segment, as Haystack names them."""
        return read_models(self.reader)

    def as_committed(self) -> WatchedReader:
        """Return a reader for Whoosh's own searcher, with the deletions of this commit."""
        return WatchedReader(self.reader.storage(), self.reader.schema, self.segment)

    def frequency(self, field: str, term: bytes) -> int:
        """Return in how many documents, deleted ones too, `term` is."""
        try:
            return self.reader._terms.doc_frequency(field, term)
        except KeyError:
            return 0

    def postings(self, field: str, term: bytes) -> Postings:
        """Return the postings of `term`, deleted documents' too."""
        found = self.reader.arrays.ids_and_weights(field, term)
        if found is not None:
            return Postings(*found)
        return self.cache.get((self.id, None, field, term), lambda: self._read_postings(field, term))

    def _read_postings(self, field: str, term: bytes) -> Postings:
        try:
            info = self.reader._terms.term_info(field, term)
        except TermNotFound:
            return NO_POSTINGS
        return decode_postings(read_bytes(self.reader._terms, info), info.doc_frequency())

    def occurrences(self, field: str, term: bytes) -> Occurrences:
        """Return the positions of `term`, which the segment has, in each document of its postings."""
        found = self.reader.arrays.occurrences(field, term)
        return found or self.cache.get((self.id, None, "at", field, term), lambda: self._occur(field, term))

    def _occur(self, field: str, term: bytes) -> Occurrences:
        terms = self.reader._terms
        return decode_positions(decode_values(read_bytes(terms, terms.term_info(field, term))))

    def stored_fields(self, number: int) -> dict[str, Any]:
        """Return what is stored of a document."""
        return self.reader.stored[number]

    def lengths(self, field: str) -> np.ndarray:
        """Return the length of `field` in each document, as a byte."""
        return self.cache.get((self.id, None, "lengths", field), lambda: read_lengths(self.reader, field))

    def numbers(self, field: str) -> np.ndarray:
        """Return a numeric or date field in its sortable form, `MISSING` where there is none."""
        return self.cache.get((self.id, None, "numbers", field), lambda: read_numbers(self.reader, field))

    def ordinals(self, field: str) -> Ordinals:
        """Return which values of `field` each document has."""
        found = self.reader.arrays.ordinals(field)
        return found or self.cache.get((self.id, None, "ordinals", field), lambda: self._read_ordinals(field))

    def _read_ordinals(self, name: str) -> Ordinals:
        field = self.reader.schema[name]
        if isinstance(field, NUMERIC):
            return self._ordinals_of_numbers(name, field)
        if isinstance(field, VALUES | BOOLEAN):
            terms = read_terms(self.reader, name).texts
            documents = [self.postings(name, term).ids for term in terms]
            return order_values([value_of(field, term) for term in terms], documents, self.count)
        return self._ordinals_of_stored(name)

    def _ordinals_of_numbers(self, name: str, field: NUMERIC) -> Ordinals:
        numbers = self.numbers(name)
        documents = np.flatnonzero(numbers != MISSING)
        uniques, places = np.unique(numbers[documents], return_inverse=True)
        values = [field.from_column_value(int(number)) for number in uniques]
        return order_pairs(values, documents, places, self.count)

    def _ordinals_of_stored(self, name: str) -> Ordinals:
        """Read a text's whole values from the stored fields: slow, and done once a segment."""
        stored = [self.stored_fields(number).get(name) for number in range(self.count)]
        values = sorted({value for value in stored if value is not None})
        places = {value: place for place, value in enumerate(values)}
        documents = [number for number, value in enumerate(stored) if value is not None]
        ordinals = [places[stored[number]] for number in documents]
        return order_pairs(values, np.array(documents, np.int64), np.array(ordinals, np.int64), self.count)


def read_models(reader: MappedReader) -> frozenset[str]:
    """Return the kinds of documents that a segment has."""
    return frozenset(term.decode() for term in read_terms(reader, DJANGO_CT).texts)
