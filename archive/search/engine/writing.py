"""Commits: documents in and out, one writer at a time."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from haystack.constants import ID
from haystack.exceptions import SearchBackendError
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.reading import TermNotFound
from whoosh.util.filelock import try_for

from .current import INDEX_NAME
from .files import MappedReader, flush_to_disk, open_segment
from .inverting import Document, SegmentBuilder
from .merging import merge_segments, pick_all, pick_segments

DOCUMENTS_A_SEGMENT = 5000  # a batch that is larger is written as several segments


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
        encoded = [value.encode() for value in values]
        deleted = 0
        for segment in self.segments:
            reader = open_segment(self.storage, self.schema, segment)
            for number in list(_find_documents(reader, field, encoded)):
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
