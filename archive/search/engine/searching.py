"""One search, from the query to what Haystack takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from haystack import connections
from haystack.constants import DJANGO_CT, DJANGO_ID
from haystack.models import SearchResult
from haystack.utils import get_model_ct
from haystack.utils.app_loading import haystack_get_model
from whoosh import query as wq
from whoosh.fields import TEXT

from .columns import Hits
from .facets import Key, count_without, date_histogram, facet, pick_first, sort_key
from .highlighting import PATTERNS, Marker
from .limits import Deadline, QueryTooCostly
from .matching import Matcher
from .snapshot import Snapshot
from .spelling import suggest
from .values import from_python

FACET_SUFFIX = "_exact"  # of the fields that Haystack adds for facets
FoundIn = dict[str, set[str]]  # the query's words (stems, and patterns as written) by the field that has them


@dataclass(frozen=True)
class Narrowing:
    """One of a reader's choices: the fields that it is on, and which of the query's matches it keeps."""

    fields: frozenset[str | None]
    kept: np.ndarray  # bool, one for each match


class Search:
    """One search on one snapshot.

    `facets` has for each field a dictionary of options. Beside Haystack's `limit` there are:

    - `open`: count as if no narrowing on this very field had been made, so that each choice shows what
      picking it would give;
    - `by` (year, month or day): the periods of a date field, in order;
    - `missing`: add None, with how many hits have no value.

    With `highlight`, a result also has `highlighted`, of each stored text the part to show with the words
    marked, and `found_in`, which of the query's words each field has, whether stored or not.
    """

    def __init__(self, backend: Any, snapshot: Snapshot, query: wq.Query, deadline: Deadline,
                 options: dict[str, Any]) -> None:  # fmt: skip
        self.backend, self.snapshot, self.query = backend, snapshot, query
        self.deadline, self.options = deadline, options
        self.section = snapshot.section(self._models())
        self.matcher = Matcher(self.section, deadline)
        self._fields: dict[tuple[str, str], dict[str, Any]] = {}

    def run(self) -> dict[str, Any]:
        """Return the answer."""
        start, end = self.options.get("start_offset") or 0, self.options.get("end_offset")
        matches, scores = self._match(self.query, scored=end is None or start < end)
        narrowings = self._narrowings(matches)
        kept = _all_kept(narrowings, len(matches))
        ids = matches[kept]
        return {
            "results": self._results(ids, scores[kept]),
            "hits": len(ids),
            "facets": self._facets(matches, ids, narrowings),
            "spelling_suggestion": self._suggestion(),
        }

    def _match(self, query: wq.Query, scored: bool = True) -> tuple[np.ndarray, np.ndarray]:
        """Return the live documents, of the models asked for, that `query` matches, and their scores."""
        found = self.matcher.live_matches(query, scored)
        models = self.section.models
        if models and any(segment.models - models for segment in self.section.segments):
            of_models = wq.Or([wq.Term(DJANGO_CT, name) for name in sorted(models)])
            found = found.keep(self.matcher.mask(of_models)[found.ids])
        return found.ids, found.scores

    def _models(self) -> set[str] | None:
        if self.options.get("models"):
            return {get_model_ct(model) for model in self.options["models"]}
        if self.options.get("limit_to_registered_models") is False:
            return None
        return set(self.backend.build_models_list())

    def _narrowings(self, matches: np.ndarray) -> list[Narrowing]:
        return [self._narrowing(narrow, matches) for narrow in self.options.get("narrow_queries") or ()]

    def _narrowing(self, narrow: Any, matches: np.ndarray) -> Narrowing:
        query = self.backend.parse(narrow) if isinstance(narrow, str) else narrow
        fields = frozenset(_plain(getattr(leaf, "fieldname", None)) for leaf in query.leaves())
        return Narrowing(fields, self.matcher.mask(query)[matches])

    def _results(self, ids: np.ndarray, scores: np.ndarray) -> list[SearchResult]:
        start, end = self.options.get("start_offset") or 0, self.options.get("end_offset")
        end = len(ids) if end is None else min(end, len(ids))
        if start >= end:
            return []
        chosen = pick_first(self._sort_keys(ids, scores), len(ids), end)[start:]
        ids, scores = ids[chosen], scores[chosen]
        found_in = self._found_in(ids) if self.options.get("highlight") else [None] * len(ids)
        rows = zip(ids.tolist(), scores.tolist(), found_in, strict=True)
        return [self._result(number, score, words) for number, score, words in rows]

    def all_results(self) -> tuple[int, Iterator[SearchResult]]:
        """Return how many are found, and all of them in order, read one after another from this snapshot."""
        matches, scores = self._match(self.query)
        kept = _all_kept(self._narrowings(matches), len(matches))
        ids, scores = matches[kept], scores[kept]
        order = pick_first(self._sort_keys(ids, scores), len(ids), len(ids))
        return len(ids), (self._result(int(ids[place]), float(scores[place])) for place in order)

    def _sort_keys(self, ids: np.ndarray, scores: np.ndarray) -> list[Key]:
        order = list(self.options.get("sort_by") or ["-score"])
        if self.backend.newest_first and order == ["-score"]:
            order.append(f"-{self.backend.newest_first}")
        return [self._sort_key(field, ids, scores) for field in order]

    def _sort_key(self, order: str, ids: np.ndarray, scores: np.ndarray) -> Key:
        field, descending = order.lstrip("-"), order.startswith("-")
        if field == "score":
            return lambda places: np.round(-scores[places] if descending else scores[places], 9)
        return lambda places: sort_key(self.section, field, ids[places], descending)

    def _result(self, number: int, score: float, found_in: FoundIn | None = None) -> SearchResult:
        stored = self.section.stored_fields(number)
        app, _, model_name = stored.pop(DJANGO_CT).partition(".")
        key = stored.pop(DJANGO_ID)
        fields = self._fields_of(app, model_name)
        values = {
            name: fields[name].convert(value) if name in fields else value for name, value in stored.items()
        }
        if self.options.get("highlight"):
            marked = ((name, self._marker.excerpt(values[name])) for name in self._texts if name in values)
            values |= {"found_in": found_in or {}, "highlighted": {name: [text] for name, text in marked}}
        result_class = self.options.get("result_class") or SearchResult
        return result_class(app, model_name, key, score, **values)

    def _fields_of(self, app: str, model_name: str) -> dict[str, Any]:
        if (app, model_name) not in self._fields:
            unified = connections[self.backend.connection_alias].get_unified_index()
            self._fields[app, model_name] = unified.get_index(haystack_get_model(app, model_name)).fields
        return self._fields[app, model_name]

    @cached_property
    def _marker(self) -> Marker:
        return Marker.of(self.query)

    @cached_property
    def _texts(self) -> list[str]:
        """The stored fields in which words are marked."""
        fields = self.snapshot.schema.items()
        return [name for name, field in fields if isinstance(field, TEXT) and field.stored]

    def _found_in(self, ids: np.ndarray) -> list[FoundIn]:
        """Return for each of the documents `ids` which of the query's words each of its fields has."""
        found: list[FoundIn] = [{} for _ in ids]
        for leaf in self.query.leaves():
            if isinstance(leaf, (wq.Term, wq.Phrase, *PATTERNS)):
                words = leaf.words if isinstance(leaf, wq.Phrase) else [leaf.text]
                for place in np.flatnonzero(self.matcher.has(leaf, ids)).tolist():
                    found[place].setdefault(leaf.fieldname, set()).update(words)
        return found

    def _facets(self, matches: np.ndarray, ids: np.ndarray, narrowings: list[Narrowing]) -> dict[str, Any]:
        asked = self.options
        if not (asked.get("facets") or asked.get("date_facets") or asked.get("query_facets")):
            return {}
        fields, hits = {}, Hits(ids.astype(np.intp), self.section.count)
        for name, options in _with_options(asked.get("facets")):
            counted = hits
            if options.get("open") and any(narrowing.fields == {_plain(name)} for narrowing in narrowings):
                open_to = matches[_all_kept(narrowings, len(matches), name)]
                counted = Hits(open_to.astype(np.intp), self.section.count)
            fields[name] = self._facet(name, counted, options)
        return {
            "fields": fields,
            "dates": {
                name: self._date_facet(name, ids, gap)
                for name, gap in (asked.get("date_facets") or {}).items()
            },
            "queries": {
                f"{name}_{text}": self._count_query(f"{name}:({text})", ids)
                for name, text in asked.get("query_facets") or ()
            },
        }

    def _facet(self, name: str, hits: Hits, options: dict[str, Any]) -> list[tuple[Any, int]]:
        counts: list[tuple[Any, int]] = []
        if "by" in options:
            counts += date_histogram(self.section, name, hits.ids, options["by"])
        else:
            counts += facet(self.section, name, hits, options.get("limit"))
        if options.get("missing"):
            counts.append((None, count_without(self.section, name, hits.ids)))
        return counts

    def _date_facet(self, name: str, ids: np.ndarray, gap: dict[str, Any]) -> list[tuple[Any, int]]:
        start, end = (from_python(gap[key], self.snapshot.schema[name]) for key in ("start_date", "end_date"))
        return date_histogram(self.section, name, ids, gap["gap_by"], gap.get("gap_amount") or 1, start, end)

    def _count_query(self, text: str, ids: np.ndarray) -> int:
        found, _ = self._match(self.backend.parse(text))
        return len(np.intersect1d(ids, found, assume_unique=True))

    def _suggestion(self) -> str | None:
        """Return the query's words put right; None where that would take too long: the hits stand."""
        text = self.options.get("spelling_query")
        if not self.backend.include_spelling or not text:
            return None
        try:
            return suggest(self.snapshot, self.backend.content_field_name, text, self.deadline)
        except QueryTooCostly:
            return None


def _plain(field: str | None) -> str | None:
    return field and field.removesuffix(FACET_SUFFIX)


def _all_kept(narrowings: list[Narrowing], count: int, but: str | None = None) -> np.ndarray | slice:
    """Return which of `count` matches every narrowing keeps, but for those on the field `but` alone."""
    if not narrowings:
        return slice(None)
    kept = np.ones(count, bool)
    for narrowing in narrowings:
        if but is None or narrowing.fields != {_plain(but)}:
            kept &= narrowing.kept
    return kept


def _with_options(facets: Any) -> Iterable[tuple[str, dict[str, Any]]]:
    if hasattr(facets, "items"):
        return ((name, options or {}) for name, options in facets.items())
    return ((name, {}) for name in facets or ())
