"""Which commit is the latest."""

import os
import threading
import time
from typing import cast

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError

from .cache import ByteCache
from .files import MappedReader, open_segment
from .mapped import MappedPages
from .snapshot import Snapshot

INDEX_NAME = "MAIN"
OPENING_ATTEMPTS = 20  # a writer may delete the files that a table of contents named a moment ago
RECENT = 0.1  # seconds; a directory that changed so lately may change again within one tick of its clock


class IndexReader:
    """One index directory's current snapshot, shared by the threads of a process."""

    def __init__(self, path: str, schema: Schema, cache_bytes: int, mapped_bytes: int) -> None:
        self.path, self.schema, self.names = path, schema, schema.names()
        self.cache, self.pages = ByteCache(cache_bytes), MappedPages(mapped_bytes)
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
            return cast(Snapshot, self._snapshot)

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
                    self._open("-".join(map(str, (self.path, *toc))))
                    self._toc = toc
                return
            except OSError:
                if attempt == OPENING_ATTEMPTS - 1:
                    raise
                time.sleep(0.01)

    def _open(self, name: str) -> None:
        toc = TOC.read(self.storage, INDEX_NAME, schema=self.schema)
        readers = {}
        for segment in self.pages.between(toc.segments):
            key = segment.segment_id()
            readers[key] = self._readers.get(key) or open_segment(self.storage, self.schema, segment)
        self._readers = readers
        self.pages.readers = readers.values()
        self._snapshot = Snapshot(name, toc, readers, self.cache, self.pages)
        self.cache.keep(set(readers), toc.generation)
