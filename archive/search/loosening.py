"""What a search that finds nothing would find with one part of it left out, or with what cannot be found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from .answering import count
from .query import ParsedQuery, QueryRefused, Token, parse_query
from .request import SearchRequest
from .results import FACETS

MOST_WAYS = 8  # each is a search


@dataclass(frozen=True)
class Way:
    """A search with `left_out` (a filter's name, or words of the query) left out, and what it finds."""

    left_out: tuple[str, ...]
    is_word: bool
    request: SearchRequest
    total: int


def ways_out(request: SearchRequest) -> tuple[Way, ...]:
    """Return the searches with one filter or one word less that find something; where none does, that with
    as many of the words as can be found together.
    """
    return tuple(way for way in _with_one_less(request) if way.total) or tuple(_with_what_is_found(request))


def _with_one_less(request: SearchRequest) -> Iterator[Way]:
    ways = [((name,), False, wider) for name, wider in _with_one_filter_less(request)]
    ways += [((word,), True, wider) for word, wider in _with_one_word_less(request)]
    for left_out, is_word, wider in ways[:MOST_WAYS]:
        yield Way(left_out, is_word, wider, count(wider))


def _with_one_filter_less(request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    for name in (*FACETS, "kind"):
        if getattr(request, name):
            yield name, _changed(request, **{name: ()})
    if request.start or request.end or request.undated:
        yield "date", _changed(request, start=None, end=None, undated=False)


def _with_one_word_less(request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    parsed = _parsed(request)
    for part in parsed.parts:
        yield part.text, _changed(request, q=parsed.without([part]))


def _with_what_is_found(request: SearchRequest) -> Iterator[Way]:
    """Yield the search with the rarest word that is found, and with each other that is found with it."""
    parsed = _parsed(request)
    if len(parsed.parts) > MOST_WAYS:
        return

    def with_only(kept: set[Token]) -> SearchRequest:
        return _changed(request, q=parsed.without(set(parsed.parts) - kept))

    found = {part: count(with_only({part})) for part in parsed.parts}
    kept: set[Token] = set()
    total = 0
    for part in sorted(filter(found.get, found), key=found.__getitem__):
        together = count(with_only(kept | {part})) if kept else found[part]
        if together:
            kept.add(part)
            total = together
    if kept:
        left_out = tuple(part.text for part in parsed.parts if part not in kept)
        yield Way(left_out, True, with_only(kept), total)


def _parsed(request: SearchRequest) -> ParsedQuery:
    try:
        return parse_query(request.q, request.type)
    except QueryRefused:
        return parse_query("", request.type)


def _changed(request: SearchRequest, **parts: Any) -> SearchRequest:
    return replace(request, page=1, problems=(), **parts)
