"""Whether the index has what the database has."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.query import SearchQuerySet

from archive.models import Article, IndexTask, Statement

from .changes import ARTICLE, STATEMENT, task
from .queue import drain
from .turn import index_turn

BATCH = 500  # rows compared at once
MOST_DOCUMENTS = 1_000_000_000
Fingerprints = dict[int, str]


@dataclass(frozen=True)
class Differences:
    """The primary keys of one model's rows for which the index and the database differ."""

    model: type[Model]
    missing: frozenset[int]  # a row without a document
    stale: frozenset[int]  # a document that is not what the row gives now
    surplus: frozenset[int]  # a document without a row

    @classmethod
    def between(cls, model: type[Model], rows: Fingerprints, documents: Fingerprints) -> "Differences":
        """Return how the rows' fingerprints and the documents' differ."""
        return cls(
            model,
            missing=frozenset(rows.keys() - documents.keys()),
            stale=frozenset(key for key in rows.keys() & documents.keys() if rows[key] != documents[key]),
            surplus=frozenset(documents.keys() - rows.keys()),
        )

    @property
    def keys(self) -> frozenset[int]:
        """All of them."""
        return self.missing | self.stale | self.surplus


def find_differences() -> list[Differences]:
    """Compare every document with what its row gives now; return the differences of each model.

    What is noted for the index is put in first. Rows that change meanwhile are looked at again at the end.
    """
    drain()
    with _unhurried():
        found = {
            model: [key for part in _compare_all(model) for key in part.keys]
            for model in (Article, Statement)
        }
        with index_turn(wait=True):
            return [_compare(model, keys) for model, keys in found.items()]


@contextmanager
def _unhurried() -> Iterator[None]:
    """Let the searches of this thread take longer than a reader's may."""
    backend = connections[DEFAULT_ALIAS].get_backend()
    limit, backend.time_limit = backend.time_limit, math.inf
    try:
        yield
    finally:
        backend.time_limit = limit


def _compare_all(model: type[Model]) -> Iterator[Differences]:
    """Yield the differences of one range of primary keys after the other."""
    after = 0
    while rows := _fingerprints(model, model.objects.filter(pk__gt=after).order_by("pk")[:BATCH]):
        until = max(rows)
        yield Differences.between(model, rows, _indexed(model, number__gt=after, number__lte=until))
        after = until
    yield Differences.between(model, {}, _indexed(model, number__gt=after))


def _compare(model: type[Model], keys: Iterable[int]) -> Differences:
    keys = sorted(keys)
    rows: Fingerprints = {}
    documents: Fingerprints = {}
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        rows |= _fingerprints(model, model.objects.filter(pk__in=some))
        documents |= _indexed(model, number__in=some)
    return Differences.between(model, rows, documents)


def _fingerprints(model: type[Model], rows: Any) -> Fingerprints:
    index = connections[DEFAULT_ALIAS].get_unified_index().get_index(model)
    keys = list(rows.values_list("pk", flat=True))
    return {row.pk: index.prepare(row)["fingerprint"] for row in index.index_queryset().filter(pk__in=keys)}


def _indexed(model: type[Model], **numbers: Any) -> Fingerprints:
    query = SearchQuerySet().models(model).filter(**numbers).query
    query.set_limits(0, MOST_DOCUMENTS)
    return {int(found.pk): found.fingerprint for found in query.get_results()}


def mend(differences: Iterable[Differences]) -> None:
    """Make the documents that differ anew, and remove those that are surplus."""
    for part in differences:
        IndexTask.objects.bulk_create(_tasks(part))
    drain(batch=BATCH)


def _tasks(part: Differences) -> Iterator[IndexTask]:
    if part.model is Article:
        yield from (task(ARTICLE, key) for key in part.keys)
        return
    rows = Statement.objects.filter(pk__in=part.missing | part.stale).order_by()
    yield from (task(ARTICLE, key) for key in rows.values_list("article", flat=True).distinct())
    yield from (task(STATEMENT, key) for key in part.surplus)
