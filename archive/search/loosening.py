"""What a search that finds nothing would find with one part of it left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .answering import count
from .query import QueryRefused, parse_query
from .request import SearchRequest
from .results import FACETS

MOST_WAYS = 8  # each is a search


@dataclass(frozen=True)
class Way:
    """A search with `left_out` (a filter's name or one of the query's words) left out, and what it finds."""

    left_out: str
    is_word: bool
    request: SearchRequest
    total: int


def ways_out(request: SearchRequest) -> tuple[Way, ...]:
    """Return the searches with one filter or one word less that find something."""
    return tuple(way for way in _ways(request) if way.total)


def _ways(request: SearchRequest) -> Iterator[Way]:
    ways = [(name, False, wider) for name, wider in _with_one_filter_less(request)]
    ways += [(word, True, wider) for word, wider in _with_one_word_less(request)]
    for left_out, is_word, wider in ways[:MOST_WAYS]:
        wider = replace(wider, page=1, problems=())
        yield Way(left_out, is_word, wider, count(wider))


def _with_one_filter_less(request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    for name in (*FACETS, "kind"):
        if getattr(request, name):
            yield name, replace(request, **{name: ()})
    if request.start or request.end or request.undated:
        yield "date", replace(request, start=None, end=None, undated=False)


def _with_one_word_less(request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    try:
        parsed = parse_query(request.q, request.type)
    except QueryRefused:
        return
    for word, rest in parsed.with_one_less():
        yield word, replace(request, q=rest)
