"""The address of a search page into a SearchRequest, and back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal
from urllib.parse import urlencode

from django.http import QueryDict

from archive.models import Statement

from .labels import known_slugs
from .periods import first_day, last_day, period_of
from .results import FACETS

TYPES = ("articles", "statements")
SORTS = ("relevance", "newest", "oldest")
KINDS = tuple(Statement.Kind.values)
MOST_CHARACTERS = 2000  # of q
MOST_CHOICES = 50  # of one filter
PAGE = re.compile("[1-9][0-9]{0,6}")
PARAMETERS = {"start": "from", "end": "to"}  # where the address has another word than SearchRequest
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")  # control characters, lone surrogates


@dataclass(frozen=True)
class SearchRequest:
    """One search as its address asks for it: `query_string()` gives the address back.

    Slugs that no row has, dates that do not exist and the like are left out and told in `problems`,
    one plain sentence each. `start` and `end` are ``2015``, ``2015-10`` or ``2015-10-15``, both inclusive;
    what is dated to a month or a year matches where its span touches theirs.
    """

    q: str = ""
    type: Literal["articles", "statements"] = "articles"
    speaker: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()  # of statements: how they are given
    start: str | None = None
    end: str | None = None
    undated: bool = False  # only what has no date
    sort: Literal["relevance", "newest", "oldest"] = "relevance"
    page: int = 1
    problems: tuple[str, ...] = ()

    def query_string(self, **changes: Any) -> str:
        """Return the address's query with `changes` to this request's fields, in one fixed order.

        Defaults are left out; the page is the first again unless it is among the changes.
        """
        values = vars(self) | {"page": 1} | changes
        return urlencode(
            [
                (PARAMETERS.get(name, name), 1 if values[name] is True else values[name])
                for name, default in DEFAULTS.items()
                if values[name] != default
            ],
            doseq=True,
        )

    def choices(self) -> dict[str, tuple[str, ...]]:
        """Return the slugs chosen in each facet."""
        return {facet: getattr(self, facet) for facet in FACETS}


DEFAULTS = {field.name: field.default for field in fields(SearchRequest) if field.name != "problems"}


def parse_request(params: QueryDict) -> SearchRequest:
    """Return the search that an address's parameters ask for; those that it does not know are let be.

    Never raises: mistakes are told in `problems`.
    """
    problems: list[str] = []
    start, end, undated = _dates(params, problems)
    return SearchRequest(
        q=_words(params, problems),
        type=_one_of(TYPES, "type", params, problems),
        **_choices(params, problems),
        kind=_kinds(params, problems),
        start=start,
        end=end,
        undated=undated,
        sort=_one_of(SORTS, "sort", params, problems),
        page=_page(params, problems),
        problems=tuple(problems),
    )


def _words(params: QueryDict, problems: list[str]) -> str:
    words = UNSEEN.sub(" ", params.get("q", "")).strip()
    if len(words) > MOST_CHARACTERS:
        problems.append(f"Only the first {MOST_CHARACTERS} characters of what was searched for are used.")
    return words[:MOST_CHARACTERS].strip()


def _one_of(allowed: tuple[str, ...], name: str, params: QueryDict, problems: list[str]) -> Any:
    value = params.get(name, "")
    if value in allowed:
        return value
    if value:
        problems.append(f"“{_shown(value)}” is not a {name}: it is {_in_words(allowed)}.")
    return allowed[0]


def _choices(params: QueryDict, problems: list[str]) -> Mapping[str, tuple[str, ...]]:
    asked = {facet: _distinct(filter(None, params.getlist(facet))) for facet in FACETS}
    for facet, slugs in asked.items():
        if len(slugs) > MOST_CHOICES:
            problems.append(f"Only the first {MOST_CHOICES} of the {len(slugs)} choices of {facet} are used.")
            asked[facet] = slugs[:MOST_CHOICES]
    known = known_slugs(asked)
    for facet, slugs in asked.items():
        unknown = (_shown(slug) for slug in slugs if slug not in known[facet])
        problems += (f"There is no {facet} “{slug}” in the archive." for slug in unknown)
    return {facet: tuple(slug for slug in slugs if slug in known[facet]) for facet, slugs in asked.items()}


def _kinds(params: QueryDict, problems: list[str]) -> tuple[str, ...]:
    asked = _distinct(filter(None, params.getlist("kind")))
    unknown = [kind for kind in asked if kind not in KINDS]
    problems += (f"There is no kind “{_shown(kind)}”: it is {_in_words(KINDS)}." for kind in unknown[:1])
    return tuple(kind for kind in asked if kind in KINDS)


def _in_words(allowed: tuple[str, ...]) -> str:
    return f"{', '.join(allowed[:-1])} or {allowed[-1]}"


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _dates(params: QueryDict, problems: list[str]) -> tuple[str | None, str | None, bool]:
    start, end = _period("from", params, problems), _period("to", params, problems)
    undated = _undated(params, problems)
    if undated and (start or end):
        problems.append("What has no date cannot be within dates: “from” and “to” are left out.")
        return None, None, True
    if start and end and first_day(start) > last_day(end):
        problems.append(f"“from” ({start}) is after “to” ({end}): both are left out.")
        return None, None, False
    return start, end, undated


def _undated(params: QueryDict, problems: list[str]) -> bool:
    value = params.get("undated", "")
    if value not in ("", "0", "1"):
        problems.append(f"“undated” is 1 or nothing, not “{_shown(value)}”.")
    return value == "1"


def _period(name: str, params: QueryDict, problems: list[str]) -> str | None:
    value = params.get(name, "").strip()
    if not value:
        return None
    period = period_of(value) or value
    try:
        first_day(period)
    except ValueError:
        problems.append(
            f"There is no date “{_shown(value)}” (“{name}”): write a year, a month or a day, "
            "as 2015, 2015-10 or 2015-10-15."
        )
        return None
    return period


def _page(params: QueryDict, problems: list[str]) -> int:
    value = params.get("page", "").strip()
    if not value:
        return 1
    if PAGE.fullmatch(value):
        return int(value)
    problems.append(f"There is no page “{_shown(value)}”: pages are counted from 1. This is the first.")
    return 1


def _shown(value: str) -> str:
    """Return what an address said, fit for a sentence."""
    value = UNSEEN.sub(" ", value)
    return value if len(value) <= 40 else f"{value[:40]}…"
