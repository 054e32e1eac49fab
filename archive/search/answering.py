"""A SearchRequest into a SearchResult."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from haystack.backends import BaseSearchQuery
from haystack.query import SearchQuerySet

from .engine import QueryTooCostly
from .facets import Counts, FacetCounter, chosen_only, count_facet, name_choices
from .filters import Filters
from .hits import Found, as_hit
from .query import ParsedQuery, QueryRefused, parse_query
from .request import SearchRequest
from .results import Choice, Hit, SearchResult
from .spelling import suggest

HITS_A_PAGE = 20
MOST_LISTED = 2000  # choices of one facet
ORDERS = {
    "relevance": ("-score", "-published", "-number"),
    "newest": ("-published", "-number"),
    "oldest": ("published", "number"),
}


def search(request: SearchRequest, size: int = HITS_A_PAGE) -> SearchResult:
    """Return one page, of `size` hits, of what `request` finds.

    What cannot be searched is told in the result's notices.
    """
    try:
        return _find(request, parse_query(request.q, request.type), size)
    except (QueryRefused, QueryTooCostly) as refused:
        return SearchResult(
            total=0, page=1, pages=0, undated=0, hits=(), facets=name_choices(chosen_only(request), request),
            notices=(*request.problems, str(refused)),
        )  # fmt: skip


def count(request: SearchRequest) -> int:
    """Return how many `request` finds, and nothing else; none where it is refused."""
    try:
        return Filters.of(request, parse_query(request.q, request.type)).count()
    except (QueryRefused, QueryTooCostly):
        return 0


def all_choices(request: SearchRequest, facet: str) -> tuple[Choice, ...]:
    """Return every choice of `facet`, MOST_LISTED at most, with what picking it would give."""
    try:
        filters = Filters.of(request, parse_query(request.q, request.type))
        counts = count_facet(filters.query(leaving=facet), facet, limit=MOST_LISTED)
    except (QueryRefused, QueryTooCostly):
        counts = []
    return name_choices({facet: counts}, request)[facet]


def _find(request: SearchRequest, parsed: ParsedQuery, size: int) -> SearchResult:
    filters = Filters.of(request, parsed)
    counter = FacetCounter(request, filters)
    query = filters.query()
    counter.ask(query)
    page = _find_page(request, query, size)
    pages, typed = ceil(page.total / size), parsed.typed()
    return SearchResult(
        total=page.total,
        page=request.page,
        pages=pages,
        undated=counter.undated(page.counts),
        hits=tuple(as_hit(result, typed) for result in page.results),
        facets=name_choices(counter.counts(page.counts), request),
        dates=counter.periods(page.counts),
        did_you_mean=suggest(parsed, filters, page.total),
        notices=(*request.problems, *parsed.notices, *_page_notices(request.page, pages)),
    )


@dataclass(frozen=True)
class FoundPage:
    """What the engine gave for one page: Haystack's results, how many there are in all, counts by facet."""

    results: list[Any]
    total: int
    counts: Counts


def _find_page(request: SearchRequest, query: BaseSearchQuery, size: int) -> FoundPage:
    _order(query, request)
    query.set_limits((request.page - 1) * size, request.page * size)
    results = query.get_results()
    return FoundPage(results, query.get_count(), query.get_facet_counts().get("fields", {}))


def _order(query: BaseSearchQuery, request: SearchRequest) -> None:
    """Let `query` give its results as `request` orders them, with the words marked."""
    sort = request.sort if request.q else {"relevance": "newest"}.get(request.sort, request.sort)
    for order in ORDERS[sort]:
        query.add_order_by(order)
    query.add_highlight()
    query.set_result_class(Found)


@dataclass(frozen=True)
class EveryHit:
    """All that a search finds: how many, and the hits, which can be gone through once."""

    total: int
    hits: Iterator[Hit]


def search_all(request: SearchRequest) -> EveryHit:
    """Return all that `request` finds, in order, in the memory of one page; none where it is refused."""
    try:
        parsed = parse_query(request.q, request.type)
        query = Filters.of(request, parsed).query()
        _order(query, request)
        total, results = _all_results(query)
    except (QueryRefused, QueryTooCostly):
        return EveryHit(0, iter(()))
    return EveryHit(total, (as_hit(result, {}) for result in results))


def _all_results(query: BaseSearchQuery) -> tuple[int, Iterator[Any]]:
    """Ask the engine for all results at once where it gives them one by one, as ours does, else by pages."""
    backend = query.backend
    if hasattr(backend, "search_all"):
        return backend.search_all(query.build_query(), **query.build_params())
    found = SearchQuerySet(query=query)
    return found.count(), iter(found)


def _page_notices(page: int, pages: int) -> tuple[str, ...]:
    if page <= max(pages, 1):
        return ()
    found = {0: "nothing was found", 1: "there is one page"}.get(pages, f"there are {pages} pages")
    return (f"There is no page {page}: {found}.",)
