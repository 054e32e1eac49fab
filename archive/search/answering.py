"""A SearchRequest into a SearchResult."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from haystack.backends import BaseSearchQuery
from haystack.query import SearchQuerySet

from archive.models import Article, Statement

from .engine import QueryTooCostly
from .facets import Counts, FacetCounter, chosen_only, name_choices
from .filters import Filters
from .hits import as_hit
from .query import ParsedQuery, QueryRefused, parse_query
from .request import SearchRequest
from .results import SearchResult
from .spelling import suggest

HITS_A_PAGE = 20
MODELS = {"articles": Article, "statements": Statement}
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
        return _find(request, parse_query(request.q), size)
    except (QueryRefused, QueryTooCostly) as refused:
        return SearchResult(
            total=0, page=1, pages=0, undated=0, hits=(), facets=name_choices(chosen_only(request), request),
            notices=(*request.problems, str(refused)),
        )  # fmt: skip


def count(request: SearchRequest) -> int:
    """Return how many `request` finds, and nothing else; none where it is refused."""
    try:
        return Filters.of(request, found_by_words(request, parse_query(request.q))).count()
    except (QueryRefused, QueryTooCostly):
        return 0


def found_by_words(request: SearchRequest, parsed: ParsedQuery) -> SearchQuerySet:
    """Return what the words of `request` find, before any filter. Raises QueryRefused."""
    found = SearchQuerySet().models(MODELS[request.type])
    if parsed.condition is not None:
        return found.filter(parsed.condition)
    if parsed.notices:
        raise QueryRefused(" ".join(parsed.notices))
    return found


def _find(request: SearchRequest, parsed: ParsedQuery, size: int) -> SearchResult:
    filters = Filters.of(request, found_by_words(request, parsed))
    counter = FacetCounter(request, filters)
    query = filters.query()
    counter.ask(query)
    page = _find_page(request, query, size)
    pages = ceil(page.total / size)
    return SearchResult(
        total=page.total,
        page=request.page,
        pages=pages,
        undated=counter.undated(page.counts),
        hits=tuple(as_hit(result) for result in page.results),
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
    sort = request.sort if request.q else {"relevance": "newest"}.get(request.sort, request.sort)
    for order in ORDERS[sort]:
        query.add_order_by(order)
    query.add_highlight()
    query.set_limits((request.page - 1) * size, request.page * size)
    results = query.get_results()
    return FoundPage(results, query.get_count(), query.get_facet_counts().get("fields", {}))


def _page_notices(page: int, pages: int) -> tuple[str, ...]:
    if page <= max(pages, 1):
        return ()
    found = {0: "nothing was found", 1: "there is one page"}.get(pages, f"there are {pages} pages")
    return (f"There is no page {page}: {found}.",)
