"""The search room's door: an address into a SearchRequest, and that into a SearchResult."""

from .answering import count, search
from .request import SearchRequest, parse_request
from .results import SearchResult
from .timelines import spread

__all__ = ["SearchRequest", "SearchResult", "count", "parse_request", "search", "spread"]
