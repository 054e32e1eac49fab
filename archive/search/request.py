"""The address of a search page into a SearchRequest, and back."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class SearchRequest:
    """One search as its address asks for it: `query_string()` gives the address back.

    Slugs that no row has, dates that do not exist and the like are left out and told in `problems`,
    one plain sentence each. `start` and `end` are ``2015``, ``2015-10`` or ``2015-10-15``, both inclusive.
    """

    q: str = ""
    type: Literal["articles", "statements"] = "articles"
    speaker: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    undated: bool = False  # only what has no date
    sort: Literal["relevance", "newest", "oldest"] = "relevance"
    page: int = 1
    problems: tuple[str, ...] = ()
