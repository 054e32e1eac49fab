"""The words and the filters of a request, each of which filters can be left open."""

from dataclasses import dataclass

from django.db.models import Model
from haystack import connections
from haystack.backends import SQ, BaseSearchQuery
from haystack.constants import DEFAULT_ALIAS

from archive.models import Article, Statement

from .periods import as_number, first_day, last_day
from .query import ParsedQuery, QueryRefused
from .request import SearchRequest

MODELS = {"articles": Article, "statements": Statement}
EARLIEST, LATEST = 10101, 99991231


@dataclass(frozen=True)
class Filters:
    """What is looked for and what narrows it, by filter: a facet's name, or ``date``. All of it must hold."""

    model: type[Model]
    words: SQ | None
    narrows: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, request: SearchRequest, parsed: ParsedQuery) -> "Filters":
        """Return the filters of `request` over what its words, `parsed`, find. Raises QueryRefused."""
        if parsed.condition is None and parsed.notices:
            raise QueryRefused(" ".join(parsed.notices))
        narrows: dict[str, tuple[str, ...]] = {}
        narrows |= {facet: (any_of(facet, slugs),) for facet, slugs in request.choices().items() if slugs}
        if request.kind and request.type == "statements":
            narrows["kind"] = (any_of("kind", request.kind),)
        if request.undated:
            narrows["date"] = (any_of("precision", ["unknown"]),)
        elif request.start or request.end:
            narrows["date"] = touching(request.start, request.end)
        return cls(MODELS[request.type], parsed.condition, narrows)

    def query(self, leaving: str | None = None) -> BaseSearchQuery:
        """Return a query for what all filters let through; the one named `leaving` is left open.

        A Haystack query and not a query set, which is copied at each step.
        """
        query = connections[DEFAULT_ALIAS].get_query()
        query.add_model(self.model)
        if self.words is not None:
            query.add_filter(SQ(self.words))
        for name, narrowings in self.narrows.items():
            for narrowing in narrowings if name != leaving else ():
                query.add_narrow_query(narrowing)
        return query

    def count(self, name: str | None = None, *narrowings: str) -> int:
        """Return how many there are; how many there would be with `narrowings` for the filter `name`."""
        query = self.query(leaving=name)
        for narrowing in narrowings:
            query.add_narrow_query(narrowing)
        query.set_limits(1, 1)  # no rows
        return query.get_count()


def any_of(field: str, values: tuple[str, ...] | list[str]) -> str:
    """Return the narrowing query for documents with one of `values`, which are slugs."""
    quoted = " OR ".join(f'"{value}"' for value in values)
    return f"{field}:({quoted})"


def touching(start: str | None, end: str | None) -> tuple[str, ...]:
    """Return the narrowing queries for documents whose span of days touches that from `start` to `end`."""
    since = as_number(first_day(start)) if start else EARLIEST
    until = as_number(last_day(end)) if end else LATEST
    return f"last_day:[{since} TO {LATEST}]", f"first_day:[{EARLIEST} TO {until}]"
