"""The backend that Haystack drives: documents in, hits and facets out."""

import threading
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from haystack import connections
from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from haystack.constants import DJANGO_CT, ID
from haystack.exceptions import SkipDocument
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct
from whoosh import query as wq
from whoosh.fields import Schema
from whoosh.index import EmptyIndexError

from .current import IndexReader
from .limits import Deadline, QueryTooCostly
from .parsing import TextParser
from .query import WhooshSearchQuery
from .schema import build_schema
from .searching import Search
from .similarity import similar_query
from .snapshot import Snapshot
from .values import from_python
from .writing import DOCUMENTS_A_SEGMENT, IndexWriter

CACHE_BYTES = 96 * 1024 * 1024
MAPPED_BYTES = 64 * 1024 * 1024
TIME_LIMIT = 0.8  # seconds
LOCK_WAIT = 120.0  # seconds that a writer waits for another

_readers: dict[str, IndexReader] = {}  # one for each directory: Haystack makes a backend for each thread
_readers_lock = threading.Lock()


class WhooshBackend(BaseSearchBackend):
    """Haystack's backend on an index directory.

    Connection options: PATH (required), CACHE_BYTES (what one process keeps in memory of what it decoded),
    MAPPED_BYTES (what it has mapped of the index's files at once, about),
    TIME_LIMIT (seconds after which a search raises QueryTooCostly), LOCK_WAIT (seconds that a writer waits
    for another), NEWEST_FIRST (the date field by which equal scores are ordered, newest first),
    INCLUDE_SPELLING, BATCH_SIZE (how many documents rebuild_index puts in at once).
    """

    open_facets = True  # the facet options of `searching.Search`

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **{"BATCH_SIZE": DOCUMENTS_A_SEGMENT, **options})
        self.path = options.get("PATH")
        if not self.path:
            raise ImproperlyConfigured(f"The search connection {connection_alias!r} needs a PATH.")
        self.cache_bytes = options.get("CACHE_BYTES", CACHE_BYTES)
        self.mapped_bytes = options.get("MAPPED_BYTES", MAPPED_BYTES)
        self.time_limit = options.get("TIME_LIMIT", TIME_LIMIT)
        self.lock_wait = options.get("LOCK_WAIT", LOCK_WAIT)
        self.newest_first = options.get("NEWEST_FIRST")
        self._schema: tuple[str, Schema] | None = None
        self._parser: TextParser | None = None

    def _built_schema(self) -> tuple[str, Schema]:
        if self._schema is None:
            self._schema = build_schema(
                connections[self.connection_alias].get_unified_index().all_searchfields()
            )
        return self._schema

    @property
    def content_field_name(self) -> str:
        """The name of the document field."""
        return self._built_schema()[0]

    @property
    def schema(self) -> Schema:
        """The index's schema, from Haystack's fields."""
        return self._built_schema()[1]

    @cached_property
    def _names(self) -> list[str]:
        return self.schema.names()

    def writer(self) -> IndexWriter:
        """Return what writes to the index."""
        return IndexWriter(str(self.path), self.schema, self.content_field_name, self.lock_wait)

    def snapshot(self) -> Snapshot:
        """Return the index as the latest commit left it, made empty where there is none."""
        path = str(self.path)
        with _readers_lock:
            reader = _readers.get(path)
            if reader is None or reader.names != self._names:
                reader = _readers[path] = IndexReader(path, self.schema, self.cache_bytes, self.mapped_bytes)
        try:
            return reader.snapshot()
        except EmptyIndexError:
            pass
        self.writer().ensure_index()
        return reader.snapshot()

    def state(self) -> str:
        """Return what names this state of the index: it is another after each commit of any process."""
        return self.snapshot().name

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """Put the documents of `iterable` in, in one commit; what the index says to skip is left out."""
        documents = []
        for instance in iterable:
            try:
                documents.append(self._prepare(index.full_prepare(instance)))
            except SkipDocument:
                self.log.debug("Indexing for object `%s` skipped", instance)
        if documents:
            self.writer().replace(documents)

    def _prepare(self, prepared: dict[str, Any]) -> dict[str, Any]:
        return {
            name: from_python(value, self.schema[name])
            for name, value in prepared.items()
            if name in self.schema
        }

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """Delete one document."""
        self.remove_many([obj_or_string])

    def remove_many(self, objects: Iterable[Any]) -> None:
        """Delete several documents, given as models, identifiers or both, in one commit."""
        self.writer().delete(ID, [get_identifier(item) for item in objects])

    def clear(self, models: Iterable[Any] | None = None, commit: bool = True) -> None:
        """Delete every document, or every one of `models`."""
        if models is None:
            self.writer().clear()
        else:
            self.writer().delete(DJANGO_CT, [get_model_ct(model) for model in models])

    def optimize(self) -> None:
        """Make the index one segment."""
        self.writer().optimize()

    def parse(self, text: str) -> wq.Query:
        """Return what `text` means to Whoosh's own parser; raise QueryTooCostly where it is too long."""
        if self._parser is None:
            self._parser = TextParser(self.content_field_name, self.schema)
        return self._parser.parse(text)

    @log_query
    def search(self, query_string: Any, **options: Any) -> dict[str, Any]:
        """Return results, hits, facets and spelling_suggestion for a query: text or Whoosh's object.

        Raises QueryTooCostly after TIME_LIMIT.
        """
        snapshot = self.snapshot()  # to open the index is no cost of the query
        deadline = Deadline(options.get("time_limit") or self.time_limit)
        query = self.parse(query_string) if isinstance(query_string, str) else query_string
        try:
            return Search(self, snapshot, query, deadline, options).run()
        except RecursionError:
            raise QueryTooCostly

    def search_all(self, query: wq.Query, **options: Any) -> tuple[int, Iterator[SearchResult]]:
        """Return how many `query` finds, and an iterator over all of them in order.

        They are read one by one, in the state that the index is in now, whatever is committed meanwhile.
        """
        deadline = Deadline(self.time_limit)
        return Search(self, self.snapshot(), query, deadline, options).all_results()

    def more_like_this(self, model_instance: Any, additional_query_string: Any = None,
                       **options: Any) -> dict[str, Any]:  # fmt: skip
        """Return the documents whose words are most like those of `model_instance`'s."""
        query = similar_query(self.snapshot(), self.content_field_name, get_identifier(model_instance))
        if additional_query_string and additional_query_string != wq.Every():
            options["narrow_queries"] = {additional_query_string, *(options.get("narrow_queries") or ())}
        return self.search(query, **options)

    def extract_file_contents(self, file_obj: Any, **kwargs: Any) -> None:
        """Haystack's hook for rich documents; this engine has none."""
        raise NotImplementedError("The Whoosh engine does not read rich documents.")


class WhooshEngine(BaseEngine):
    """What HAYSTACK_CONNECTIONS names as its ENGINE."""

    backend = WhooshBackend
    query = WhooshSearchQuery
