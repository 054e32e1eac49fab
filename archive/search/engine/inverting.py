"""Documents into a segment: a batch is inverted in memory and written in Whoosh's format."""

import struct
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from whoosh.codec import default_codec
from whoosh.fields import BOOLEAN, STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.util.numeric import length_to_byte

from .analysis import FastStemmingAnalyzer, find_terms
from .arrays import EXTENSION, ArraysWriter
from .current import INDEX_NAME
from .files import assemble
from .positions import encode_positions
from .postings import write_term
from .schema import VALUES, WORDS, value_of

_FIELD_NUMBER = struct.Struct("!H")

Document = dict[str, Any]


def find_positions(text: str) -> tuple[dict[str, list[int]], list[str]]:
    """Return each term of `text` with its positions, and the words that became terms.

    Stop words take no place: Whoosh counts on from the first word that is kept.
    """
    places: dict[str, list[int]] = defaultdict(list)
    words = []
    position = -1
    for index, (word, term) in enumerate(find_terms(text)):
        if term is None:
            continue
        position = index if position < 0 else position + 1
        places[term].append(position)
        words.append(word)
    return places, words


class SegmentBuilder:
    """One new segment: add documents, then `finish` it."""

    def __init__(self, storage: FileStorage, schema: Schema, content_field: str) -> None:
        self.storage, self.schema, self.content_field = storage, schema, content_field
        self.codec = default_codec()
        self.segment = self.codec.new_segment(storage, INDEX_NAME)
        self.per_document = self.codec.per_document_writer(storage, self.segment)
        self.count = 0
        self.postings: dict[str, dict[bytes, tuple[list[int], list[float], list[bytes]]]] = defaultdict(dict)
        self.lengths: dict[str, bytearray] = defaultdict(bytearray)
        self.words: dict[str, list[int]] = {}

    def add(self, document: Document) -> None:
        """Add one document; its values are as the schema's fields take them."""
        self.per_document.start_doc(self.count)
        for name in sorted(document):
            if document[name] is not None:
                self._add_field(name, document[name])
        self.per_document.finish_doc()
        self.count += 1

    def _add_field(self, name: str, value: Any) -> None:
        field = self.schema[name]
        if isinstance(field, TEXT) and isinstance(field.analyzer, FastStemmingAnalyzer):
            length = self._add_text(name, value, field.format.field_boost)
        else:
            length = self._add_terms(name, field, value)
        self.per_document.add_field(name, field, value if field.stored else None, length)
        if field.column_type:
            self.per_document.add_column_value(name, field.column_type, field.to_column_value(value))
        if length:
            lengths = self.lengths[name]
            lengths.extend(bytes(self.count - len(lengths)))
            lengths.append(length_to_byte(length))

    def _add_text(self, name: str, text: str, boost: float) -> int:
        places, words = find_positions(text)
        for term, positions in places.items():
            self._post(name, term.encode(), len(positions) * boost, encode_positions(positions))
        if name == self.content_field:
            for word in words:
                self.words.setdefault(word.lower(), [self.count, 0])[1] += 1
        return len(words)

    def _add_terms(self, name: str, field: Any, value: Any) -> int:
        if isinstance(field, STORED):
            return 0
        total = 0
        for term, frequency, weight, encoded in field.index(value):
            self._post(name, term, weight, encoded)
            total += frequency
        return total if field.scorable else 0

    def _post(self, name: str, term: bytes, weight: float, value: bytes) -> None:
        terms = self.postings[name]
        if term not in terms:
            terms[term] = ([], [], [])
        ids, weights, values = terms[term]
        ids.append(self.count)
        weights.append(weight)
        if value:
            values.append(value)

    def finish(self) -> Any:
        """Write the segment's files and return it."""
        self.per_document.close()
        self.segment.set_doc_count(self.count)
        for word, (document, count) in self.words.items():
            self.postings[WORDS][word.encode()] = ([document], [float(count)], [])
        fields = self.codec.field_writer(self.storage, self.segment)
        arrays = ArraysWriter(self.segment.create_file(self.storage, EXTENSION))
        for name in sorted(self.postings):
            lengths = self.lengths.get(name)
            if lengths is not None:
                lengths.extend(bytes(self.count - len(lengths)))
            terms = sorted(self.postings[name].items())
            write_field(fields, arrays, name, self.schema[name], terms, lengths, self.count)
        fields.close()
        arrays.close()
        return assemble(self.storage, self.segment)


def write_field(
    fields: Any, arrays: ArraysWriter, name: str, field: Any, terms: Iterable[tuple[bytes, Any]],
    lengths: Any, count: int
) -> None:  # fmt: skip
    """Write the postings of one field's `terms`, which come in order, in a segment of `count` documents."""
    fields.start_field(name, field)
    prefix = _FIELD_NUMBER.pack(fields._fieldid)
    values, documents = [], []
    for term, (ids, weights, positions) in terms:
        info = write_term(fields._postfile, ids, weights, positions, lengths)
        fields._tindex.add(prefix + term, info.to_bytes())
        arrays.add_term(name, term, ids, weights, positions)
        values.append(term)
        documents.append(ids)
    if isinstance(field, VALUES | BOOLEAN) and not field.unique:
        arrays.add_field(name, [value_of(field, term) for term in values], documents, count)
    fields.finish_field()
