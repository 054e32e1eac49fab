"""Rows together with what their documents are made of: a few queries for a batch of any size.

Foreign keys are looked up here and not by `prefetch_related`, which asks for ``id = 1 OR id = 2 OR …``
(Django 5.2, TupleIn on SQLite): SQLite refuses that beyond 1,000.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from archive.models import Article, Mention, Organization, Person, Statement

SAYING = Statement.objects.only("article", "person", "organization").order_by("article_id", "position")
NAMING = Mention.objects.only("article", "person", "organization").order_by("article_id", "start", "pk")


class LoadedQuerySet(QuerySet):
    """A query set whose rows, once read, are given to `load`."""

    def load(self, rows: list[Any]) -> None:
        """Read what belongs to `rows` and attach it to them."""
        raise NotImplementedError

    def _fetch_all(self) -> None:
        is_read = self._result_cache is not None
        super()._fetch_all()
        if not is_read and self._result_cache and isinstance(self._result_cache[0], Model):
            self.load(self._result_cache)


class LoadedArticles(LoadedQuerySet):
    """Articles with topics, events, statements and mentions, and whom they name under all names."""

    def load(self, rows: list[Article]) -> None:
        prefetch_related_objects(
            rows, "topics", "events", Prefetch("statements", SAYING), Prefetch("mentions", NAMING)
        )
        attach_parties(one for row in rows for one in (*row.statements.all(), *row.mentions.all()))


class LoadedStatements(LoadedQuerySet):
    """Statements with their spans and events, their speakers under all names, and their articles."""

    def load(self, rows: list[Statement]) -> None:
        prefetch_related_objects(rows, "events", "spans")
        articles = Article.objects.select_related("source").prefetch_related("topics", "events", "offices")
        attach(rows, "article", articles)
        attach_parties(rows)


def attach_parties(rows: Iterable[Model]) -> None:
    """Give each row its person or its organization, with all names."""
    rows = list(rows)
    for field, model in (("person", Person), ("organization", Organization)):
        attach(rows, field, model.objects.prefetch_related("names"))


def attach(rows: Iterable[Model], field: str, others: QuerySet) -> None:
    """Give each row the one of `others` that its foreign key `field` means; rows may share it."""
    wanting = [(row, key) for row in rows if (key := getattr(row, f"{field}_id")) is not None]
    found = others.in_bulk({key for _, key in wanting})
    for row, key in wanting:
        setattr(row, field, found[key])
