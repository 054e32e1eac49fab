"""The search room's door: an address into a SearchRequest, and that into a SearchResult."""

from .answering import all_choices, count, search, search_all
from .freshness import state
from .request import SearchRequest, parse_request
from .results import SearchResult
from .timelines import spread

__all__ = [
    "SearchRequest",
    "SearchResult",
    "all_choices",
    "count",
    "parse_request",
    "search",
    "search_all",
    "spread",
    "state",
]
