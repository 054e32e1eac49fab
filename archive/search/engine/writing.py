"""Documents into segments: a batch is inverted in memory and written in Whoosh's format."""

import os
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from haystack.constants import ID
from haystack.exceptions import SearchBackendError
from whoosh.codec import default_codec
from whoosh.fields import BOOLEAN, STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.reading import TermNotFound
from whoosh.util.filelock import try_for
from whoosh.util.numeric import length_to_byte

from .analysis import FastStemmingAnalyzer, find_terms
from .arrays import EXTENSION, ArraysWriter
from .current import INDEX_NAME
from .files import MappedReader, assemble, flush_to_disk, open_segment
from .merging import merge_segments, pick_all, pick_segments
from .positions import encode_positions
from .postings import write_term
from .schema import VALUES, WORDS, value_of

DOCUMENTS_A_SEGMENT = 5000  # a batch that is larger is written as several segments
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


class IndexWriter:
    """Writes to one index directory. Each call takes the lock, waiting for other writers, and is one commit.

    A commit is the renaming of a table of contents, so a crash before it leaves the index as it was.
    """

    def __init__(self, path: str, schema: Schema, content_field: str, wait: float) -> None:
        self.path, self.schema, self.content_field, self.wait = path, schema, content_field, wait

    def replace(self, documents: list[Document], merge: bool = True) -> None:
        """Put `documents` in, in the place of those of the same id."""
        newest = {document[ID]: document for document in documents}
        with self._transaction() as transaction:
            transaction.delete_terms(ID, newest)
            transaction.add(list(newest.values()), self.content_field)
            transaction.commit(merge)

    def delete(self, field: str, values: Iterable[str]) -> None:
        """Delete the documents that have one of `values` in `field`."""
        with self._transaction() as transaction:
            if transaction.delete_terms(field, values):
                transaction.commit()

    def clear(self) -> None:
        """Delete every document, whatever state the index is in."""
        storage = self.ensure_index()
        with self._locked(storage):
            generation = TOC._latest_generation(storage, INDEX_NAME) + 1
            write_contents(storage, TOC(self.schema, [], generation))
            clean_files(storage, INDEX_NAME, generation, [])

    def optimize(self) -> None:
        """Write all segments as one, without what was deleted."""
        with self._transaction() as transaction:
            transaction.merge_all()
            transaction.commit(merge=False)

    def ensure_index(self) -> FileStorage:
        """Return the index's storage, with an empty index made where there is none."""
        os.makedirs(self.path, exist_ok=True)
        storage = FileStorage(self.path)
        if TOC._latest_generation(storage, INDEX_NAME) < 0:
            with self._locked(storage):
                if TOC._latest_generation(storage, INDEX_NAME) < 0:
                    FileIndex.create(storage, self.schema, INDEX_NAME)
        return storage

    @contextmanager
    def _locked(self, storage: FileStorage) -> Iterator[None]:
        lock = storage.lock(f"{INDEX_NAME}_WRITELOCK")
        if not try_for(lock.acquire, timeout=self.wait, delay=0.02):
            raise SearchBackendError(
                f"The search index in {self.path} has been locked by another process for {self.wait:g} s. "
                "Try again when it has finished."
            )
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _transaction(self) -> Iterator["Transaction"]:
        storage = self.ensure_index()
        with self._locked(storage):
            yield Transaction(storage, self.schema)


class Transaction:
    """The segments as they will be after the commit; made and used under the lock."""

    def __init__(self, storage: FileStorage, schema: Schema) -> None:
        self.storage, self.schema = storage, schema
        toc = TOC.read(storage, INDEX_NAME, schema=schema)
        self.segments, self.generation = toc.segments, toc.generation + 1

    def delete_terms(self, field: str, values: Iterable[str]) -> int:
        """Mark the documents that have one of `values` in `field` as deleted; return how many there were."""
        values = [value.encode() for value in values]
        deleted = 0
        for segment in self.segments:
            reader = open_segment(self.storage, self.schema, segment)
            for number in list(_find_documents(reader, field, values)):
                segment.delete_document(number)
                deleted += 1
            reader.close()
        self.segments = [segment for segment in self.segments if segment.doc_count()]
        return deleted

    def add(self, documents: list[Document], content_field: str) -> None:
        """Add new segments with `documents`."""
        for start in range(0, len(documents), DOCUMENTS_A_SEGMENT):
            builder = SegmentBuilder(self.storage, self.schema, content_field)
            for document in documents[start : start + DOCUMENTS_A_SEGMENT]:
                builder.add(document)
            self.segments.append(builder.finish())

    def merge_all(self) -> None:
        """Make the segments of each kind of documents one."""
        for picked in list(pick_all(self.storage, self.schema, self.segments)):
            self._merge(picked)

    def _merge(self, picked: list[Any]) -> None:
        place = self.segments.index(picked[0])
        self.segments = [segment for segment in self.segments if segment not in picked]
        self.segments.insert(place, merge_segments(self.storage, self.schema, picked))

    def commit(self, merge: bool = True) -> None:
        """Make the new state the index's, then delete the files that it no longer has."""
        while merge and (picked := pick_segments(self.storage, self.schema, self.segments)):
            self._merge(picked)
        write_contents(self.storage, TOC(self.schema, self.segments, self.generation))
        clean_files(self.storage, INDEX_NAME, self.generation, self.segments)


def write_contents(storage: FileStorage, contents: TOC) -> None:
    """Put a table of contents into the place of the last one, at once and for certain."""
    memory = RamStorage()
    contents.write(memory, INDEX_NAME)
    name = TOC._filename(INDEX_NAME, contents.generation)
    partial = os.path.join(storage.folder, f"{INDEX_NAME}_contents.new")
    with open(partial, "wb") as file:
        file.write(memory.files[name])
        file.flush()
        os.fsync(file.fileno())
    os.rename(partial, os.path.join(storage.folder, name))
    flush_to_disk(storage.folder)


def _find_documents(reader: MappedReader, field: str, values: list[bytes]) -> Iterator[int]:
    for value in values:
        try:
            yield from reader.postings(field, value).all_ids()
        except TermNotFound:
            continue
