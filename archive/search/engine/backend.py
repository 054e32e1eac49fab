"""The backend that Haystack drives: documents in, hits and facets out."""

import threading
from collections.abc import Iterable
from typing import Any

import numpy as np
from django.core.exceptions import ImproperlyConfigured
from haystack import connections
from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SkipDocument
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct
from haystack.utils.app_loading import haystack_get_model
from whoosh import query as wq
from whoosh.fields import Schema
from whoosh.index import EmptyIndexError
from whoosh.qparser import FuzzyTermPlugin, QueryParser

from .errors import QueryTooCostly
from .facets import date_histogram, facet, pick_first, sort_key
from .highlighting import highlight
from .matching import Deadline, Matches, SegmentMatcher
from .query import WhooshSearchQuery
from .schema import build_schema
from .similarity import similar_query
from .snapshot import IndexReader, Snapshot
from .spelling import suggest
from .values import from_python
from .writing import IndexWriter

CACHE_BYTES = 96 * 1024 * 1024
TIME_LIMIT = 0.8  # seconds
LOCK_WAIT = 120.0  # seconds that a writer waits for another
LONGEST_QUERY = 20_000  # characters of a raw query

_readers: dict[str, IndexReader] = {}  # one for each directory: Haystack makes a backend for each thread
_readers_lock = threading.Lock()


class WhooshBackend(BaseSearchBackend):
    """Haystack's backend on an index directory.

    Connection options: PATH (required), CACHE_BYTES (what one process keeps in memory of the index),
    TIME_LIMIT (seconds after which a search raises QueryTooCostly), LOCK_WAIT (seconds that a writer waits
    for another), NEWEST_FIRST (the date field by which equal scores are ordered, newest first).
    """

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.path = options.get("PATH")
        if not self.path:
            raise ImproperlyConfigured(f"The search connection {connection_alias!r} needs a PATH.")
        self.cache_bytes = options.get("CACHE_BYTES", CACHE_BYTES)
        self.time_limit = options.get("TIME_LIMIT", TIME_LIMIT)
        self.lock_wait = options.get("LOCK_WAIT", LOCK_WAIT)
        self.newest_first = options.get("NEWEST_FIRST")
        self._schema: tuple[str, Schema] | None = None

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

    def writer(self) -> IndexWriter:
        """Return what writes to the index."""
        return IndexWriter(str(self.path), self.schema, self.content_field_name, self.lock_wait)

    def snapshot(self) -> Snapshot:
        """Return the index as the latest commit left it, made empty where there is none."""
        path = str(self.path)
        with _readers_lock:
            reader = _readers.get(path)
            if reader is None or reader.schema.names() != self.schema.names():
                reader = _readers[path] = IndexReader(path, self.schema, self.cache_bytes)
        try:
            return reader.snapshot()
        except EmptyIndexError:
            pass
        self.writer().ensure_index()
        return reader.snapshot()

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
        if len(text) > LONGEST_QUERY:
            raise QueryTooCostly
        if text.strip() == "*":
            return wq.Every()
        parser = QueryParser(self.content_field_name, schema=self.schema)
        parser.add_plugins([FuzzyTermPlugin()])
        try:
            return parser.parse(text)
        except RecursionError:
            raise QueryTooCostly

    @log_query
    def search(self, query_string: Any, **options: Any) -> dict[str, Any]:
        """Return results, hits, facets and spelling_suggestion for a query: text or Whoosh's object.

        Raises QueryTooCostly after TIME_LIMIT.
        """
        query = self.parse(query_string) if isinstance(query_string, str) else query_string
        deadline = Deadline(options.get("time_limit") or self.time_limit)
        try:
            return Search(self, self.snapshot(), query, deadline, options).run()
        except RecursionError:
            raise QueryTooCostly

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


class Search:
    """One search, from the query to what Haystack takes."""

    def __init__(self, backend: WhooshBackend, snapshot: Snapshot, query: wq.Query, deadline: Deadline,
                 options: dict[str, Any]) -> None:  # fmt: skip
        self.backend, self.snapshot, self.query = backend, snapshot, query
        self.deadline, self.options = deadline, options

    def run(self) -> dict[str, Any]:
        """Return the answer."""
        narrowing = self._narrowing()
        found = [self._match(segment, narrowing) for segment in self.snapshot.segments]
        ids = np.concatenate([np.empty(0, np.int32), *(
            matches.ids + np.int32(segment.offset) for segment, matches in
            zip(self.snapshot.segments, found, strict=True)
        )])  # fmt: skip
        scores = np.concatenate([np.empty(0), *(matches.scores for matches in found)])
        return {
            "results": self._results(ids, scores),
            "hits": len(ids),
            "facets": self._facets(ids, narrowing),
            "spelling_suggestion": self._suggestion(),
        }

    def _match(self, segment: Any, narrowing: list[tuple[Any, wq.Query]]) -> Matches:
        matcher = SegmentMatcher(self.snapshot, segment, self.deadline)
        found = matcher.live_matches(self.query)
        for key, query in narrowing:
            chosen = segment.cache.get((segment.id, "narrow", key), lambda query=query: matcher.mask(query))
            found = found.keep(chosen[found.ids])
        return found

    def _narrowing(self) -> list[tuple[Any, wq.Query]]:
        queries = []
        for narrow in self.options.get("narrow_queries") or ():
            query = self.backend.parse(narrow) if isinstance(narrow, str) else narrow
            queries.append((narrow, query))
        models = self._model_names()
        if models:
            queries.append((models, wq.Or([wq.Term(DJANGO_CT, name) for name in models])))
        return queries

    def _model_names(self) -> tuple[str, ...]:
        if self.options.get("models"):
            return tuple(sorted(get_model_ct(model) for model in self.options["models"]))
        limited = self.options.get("limit_to_registered_models")
        return () if limited is False else tuple(self.backend.build_models_list())

    def _results(self, ids: np.ndarray, scores: np.ndarray) -> list[SearchResult]:
        start, end = self.options.get("start_offset") or 0, self.options.get("end_offset")
        end = len(ids) if end is None else min(end, len(ids))
        if start >= end:
            return []
        chosen = pick_first(self._sort_keys(ids, scores), end)[start:]
        pairs = zip(ids[chosen].tolist(), scores[chosen].tolist(), strict=True)
        return [self._result(number, score) for number, score in pairs]

    def _sort_keys(self, ids: np.ndarray, scores: np.ndarray) -> list[np.ndarray]:
        order = list(self.options.get("sort_by") or ["-score"])
        if self.backend.newest_first and order == ["-score"]:
            order.append(f"-{self.backend.newest_first}")
        return [self._sort_key(field, ids, scores) for field in order]

    def _sort_key(self, order: str, ids: np.ndarray, scores: np.ndarray) -> np.ndarray:
        field, descending = order.lstrip("-"), order.startswith("-")
        if field == "score":
            return np.round(-scores if descending else scores, 9)
        return sort_key(self.snapshot, field, ids, descending)

    def _result(self, number: int, score: float) -> SearchResult:
        stored = self.snapshot.stored_fields(number)
        app, _, model_name = stored.pop(DJANGO_CT).partition(".")
        key = stored.pop(DJANGO_ID)
        unified = connections[self.backend.connection_alias].get_unified_index()
        fields = unified.get_index(haystack_get_model(app, model_name)).fields
        values = {
            name: fields[name].convert(value) if name in fields else value for name, value in stored.items()
        }
        if self.options.get("highlight"):
            values["highlighted"] = self._highlight(values)
        result_class = self.options.get("result_class") or SearchResult
        return result_class(app, model_name, key, score, **values)

    def _highlight(self, values: dict[str, Any]) -> dict[str, list[str]]:
        name = self.backend.content_field_name
        terms = {text for field, text in self.query.iter_all_terms(phrases=True) if isinstance(text, str)}
        return {name: [highlight(values.get(name) or "", terms)]}

    def _facets(self, ids: np.ndarray, narrowing: list[tuple[Any, wq.Query]]) -> dict[str, Any]:
        asked = self.options
        if not (asked.get("facets") or asked.get("date_facets") or asked.get("query_facets")):
            return {}
        return {
            "fields": {
                name: facet(self.snapshot, name, ids, (options or {}).get("limit"))
                for name, options in _with_options(asked.get("facets"))
            },
            "dates": {
                name: date_histogram(self.snapshot, name, ids, gap["gap_by"], gap.get("gap_amount") or 1,
                                     from_python(gap["start_date"], self.snapshot.schema[name]),
                                     from_python(gap["end_date"], self.snapshot.schema[name]))
                for name, gap in (asked.get("date_facets") or {}).items()
            },
            "queries": {
                f"{name}_{text}": self._count_query(f"{name}:({text})", ids)
                for name, text in asked.get("query_facets") or ()
            },
        }  # fmt: skip

    def _count_query(self, text: str, ids: np.ndarray) -> int:
        query = self.backend.parse(text)
        hit = np.zeros(self.snapshot.count, bool)
        hit[ids] = True
        return sum(
            int(hit[found.ids + segment.offset].sum())
            for segment in self.snapshot.segments
            for found in [SegmentMatcher(self.snapshot, segment, self.deadline).live_matches(query)]
        )

    def _suggestion(self) -> str | None:
        text = self.options.get("spelling_query")
        if not self.backend.include_spelling or not text:
            return None
        return suggest(self.snapshot, self.backend.content_field_name, text, self.deadline)


def _with_options(facets: Any) -> Iterable[tuple[str, Any]]:
    return facets.items() if hasattr(facets, "items") else ((name, None) for name in facets or ())


class WhooshEngine(BaseEngine):
    """What HAYSTACK_CONNECTIONS names as its ENGINE."""

    backend = WhooshBackend
    query = WhooshSearchQuery
