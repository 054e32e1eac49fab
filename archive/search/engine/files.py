"""A segment's one file, mapped into memory and read in place.

Whoosh's own classes for this copy every part of the file on opening; at a hundred thousand articles that is
hundreds of megabytes for each reader and each commit.
"""

import io
import mmap
import os
import shutil
from functools import cached_property
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile
from whoosh.reading import SegmentReader

from .arrays import ALIGNMENT, EXTENSION, Arrays
from .limits import Deadline
from .stored import StoredFields


class ViewStream(io.RawIOBase):
    """A stream over a memory view, for what is read once on opening (headers, pickled directories)."""

    def __init__(self, view: memoryview) -> None:
        self._view, self._position = view, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._view[self._position : self._position + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: len(self._view)}[whence]
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position


class MappedFile(BufferFile):
    """One of a segment's files within the map; `get` is safe in several threads at once."""

    def __init__(self, view: memoryview, name: str) -> None:
        StructFile.__init__(self, ViewStream(view), name=name)
        self._buf = view

    def part(self, offset: int, length: int) -> memoryview:
        """Return a part of it, in place."""
        return self._buf[offset : offset + length]


class MappedStorage(CompoundStorage):
    """A segment's compound file. It stays readable after a later commit has deleted it from its directory."""

    def open_file(self, name: str, *args: Any, **options: Any) -> MappedFile:
        offset, length = self.range(name)
        return MappedFile(memoryview(self._source)[offset : offset + length], name)

    def give_back(self) -> None:
        """Let the system have back what it has mapped; what is asked for again is mapped again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._source.madvise(mmap.MADV_DONTNEED)


class MappedReader(SegmentReader):
    """Whoosh's reader of one segment, over files that are mapped already."""

    def __init__(self, files: MappedStorage, schema: Schema, segment: Any) -> None:
        self.schema, self.is_closed = schema, False
        self._segment, self._segid, self._gen = segment, segment.segment_id(), None
        self._storage, self._codec = files, segment.codec()
        self._terms = self._codec.terms_reader(files, segment)
        self._perdoc = self._codec.per_document_reader(files, segment)

    @cached_property
    def stored(self) -> StoredFields:
        """What is stored of each document."""
        file, offset, length = self._perdoc._get_column_file("_stored")
        return StoredFields(file.part(offset, length), self.doc_count_all())

    @cached_property
    def arrays(self) -> Arrays:
        """What the segment keeps as arrays: nothing, if Whoosh itself wrote it."""
        name = self._segment.make_filename(EXTENSION)
        if not self._storage.file_exists(name):
            return Arrays.none()
        offset, length = self._storage.range(name)
        return Arrays(memoryview(self._storage._source)[offset : offset + length])


class WatchedReader(MappedReader):
    """A reader for Whoosh's own searcher, which asks for a term's postings without looking at the clock."""

    deadline: Deadline | None = None

    def postings(self, fieldname: str, text: Any, scorer: Any = None) -> Any:
        if self.deadline:
            self.deadline.check()
        return super().postings(fieldname, text, scorer=scorer)


def assemble(storage: FileStorage, segment: Any) -> Any:
    """Put a segment's files into one, on the disk for certain before any table of contents names it.

    Unlike in Whoosh's own `CompoundStorage.assemble`, each begins where arrays may be used in place.
    """
    names = segment.list_files(storage)
    directory = {}
    file = storage.create_file(segment.make_filename(segment.COMPOUND_EXT))
    file.write_long(0)  # where the directory is, and its length: `write_dir` fills them in
    file.write_int(0)
    for name in names:
        file.write(bytes(-file.tell() % ALIGNMENT))
        directory[name] = {"offset": file.tell(), "length": storage.file_length(name), "modified": 0}
        with storage.open_file(name) as part:
            shutil.copyfileobj(part, file)
    CompoundStorage.write_dir(file, 0, directory)
    for name in names:
        storage.delete_file(name)
    segment.compound = True
    flush_to_disk(os.path.join(storage.folder, segment.make_filename(segment.COMPOUND_EXT)))
    return segment


def flush_to_disk(path: str) -> None:
    """Return once the file or directory at `path` would survive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def file_size(storage: FileStorage, segment: Any) -> int:
    """Return the bytes of the file of `segment`."""
    return storage.file_length(segment.make_filename(segment.COMPOUND_EXT))


def map_segment(storage: FileStorage, segment: Any) -> MappedStorage:
    """Map the file of `segment`; raises OSError where a later commit has deleted it."""
    return MappedStorage(storage.open_file(segment.make_filename(segment.COMPOUND_EXT)))


def open_segment(storage: FileStorage, schema: Schema, segment: Any) -> MappedReader:
    """Return a reader of `segment`."""
    return MappedReader(map_segment(storage, segment), schema, segment)
