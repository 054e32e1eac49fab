"""What each facet offers: its choices with the counts that picking them would give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from haystack import connections
from haystack.backends import BaseSearchQuery
from haystack.constants import DEFAULT_ALIAS

from .filters import Filters, any_of, touching
from .labels import Labels, find_labels
from .periods import first_day, last_day
from .request import SearchRequest
from .results import FACETS, OF_STATEMENTS, Choice, Period

MOST_CHOICES = 30
DAILY, MONTHLY = 62, 731  # days that a range may have to be shown by the day, by the month
UNITS = {"year": 4, "month": 7, "day": 10}  # characters of an ISO date

Counts = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Zoom:
    """How the dates are shown: by `unit`, from `start` to `end`, which are periods of that unit or None."""

    unit: str
    start: str | None = None
    end: str | None = None

    @classmethod
    def of(cls, request: SearchRequest) -> "Zoom":
        """Return the zoom that fits the dates that `request` asks for: the shorter, the nearer."""
        if not (request.start and request.end):
            return cls._by("year", request)
        days = (last_day(request.end) - first_day(request.start)).days + 1
        return cls._by("day" if days <= DAILY else "month" if days <= MONTHLY else "year", request)

    @classmethod
    def _by(cls, unit: str, request: SearchRequest) -> "Zoom":
        start = request.start and _cut(first_day(request.start), unit)
        end = request.end and _cut(last_day(request.end), unit)
        return cls(unit, start, end)

    def nearer(self, period: str) -> "Zoom":
        """Return the zoom that shows `period`, of this unit, by the next smaller one."""
        unit = {"year": "month", "month": "day"}[self.unit]
        return Zoom(unit, _cut(first_day(period), unit), _cut(last_day(period), unit))

    def shows(self, period: str) -> bool:
        """Whether `period`, of this unit, is shown."""
        return (self.start or "") <= period <= (self.end or "9999-99-99")


def _cut(day: date, unit: str) -> str:
    return day.isoformat()[: UNITS[unit]]


class FacetCounter:
    """Counts each facet with its own choice left open and all other filters holding.

    An engine that can do that in the one search that finds the hits (it says so in `open_facets`) is
    asked to; another is asked once more for each facet with a choice. Use: `ask` before, then `counts`.
    """

    def __init__(self, request: SearchRequest, filters: Filters) -> None:
        self.request, self.filters, self.zoom = request, filters, Zoom.of(request)
        self.facets = OF_STATEMENTS if request.type == "statements" else FACETS
        self.open = getattr(connections[DEFAULT_ALIAS].get_backend(), "open_facets", False)
        asked = filters.narrows.get("date", touching(None, None))
        self.aligned = asked == touching(self.zoom.start, self.zoom.end)

    def ask(self, query: BaseSearchQuery) -> None:
        """Let `query` count the facets that can be counted in the same search."""
        for facet in self.facets:
            if self.open or facet not in self.filters.narrows:
                query.add_field_facet(facet, **self._options)
        if "date" not in self.filters.narrows:
            query.add_field_facet("precision")
        if self.aligned:
            query.add_field_facet(self.zoom.unit)

    @property
    def _options(self) -> dict[str, Any]:
        return {"limit": MOST_CHOICES, "open": True} if self.open else {"limit": MOST_CHOICES}

    def counts(self, given: Counts) -> Counts:
        """Return the counts of each facet's choices, from those `given` by the search and from others."""
        return {facet: self._with_chosen(facet, self._counts_of(facet, given)) for facet in self.facets}

    def _counts_of(self, facet: str, given: Counts) -> list[tuple[str, int]]:
        if facet in given:
            return given[facet]
        return count_facet(self.filters.query(leaving=facet), facet, **self._options)

    def _with_chosen(self, facet: str, counts: list[tuple[str, int]]) -> list[tuple[str, int]]:
        counted = {slug for slug, _ in counts}
        missing = [slug for slug in getattr(self.request, facet) if slug not in counted]
        if len(counts) < MOST_CHOICES:
            return counts + [(slug, 0) for slug in missing]
        return counts + [(slug, self.filters.count(facet, any_of(facet, [slug]))) for slug in missing]

    def periods(self, given: Counts) -> tuple[Period, ...]:
        """Return the periods that the dates may be narrowed to, in order of time.

        Where no dates are asked for and all is of one year, they are its months; if of one month, its days.
        """
        zoom = self.zoom
        counts = _shown(given[zoom.unit], zoom) if self.aligned else self._counts_by_date(zoom)
        while len(counts) == 1 and zoom.unit != "day" and not (self.request.start or self.request.end):
            zoom = zoom.nearer(counts[0][0])
            nearer = self._counts_by_date(zoom)
            if len(nearer) > 1 and all(count == counts[0][1] for _, count in nearer):
                break  # nothing in it is known more exactly than that
            counts = nearer
        return tuple(Period(period, count) for period, count in counts)

    def _counts_by_date(self, zoom: Zoom) -> list[tuple[str, int]]:
        query = self.filters.query(leaving="date")
        for narrowing in touching(zoom.start, zoom.end):
            query.add_narrow_query(narrowing)
        return _shown(count_facet(query, zoom.unit), zoom)

    def undated(self, given: Counts) -> int:
        """Return how many without a date the other filters let through."""
        if "precision" in given:
            return dict(given["precision"]).get("unknown", 0)
        return self.filters.count("date", any_of("precision", ["unknown"]))


def _shown(counts: list[tuple[str, int]], zoom: Zoom) -> list[tuple[str, int]]:
    return sorted(pair for pair in counts if zoom.shows(pair[0]))


def count_facet(query: BaseSearchQuery, facet: str, **options: Any) -> list[tuple[str, int]]:
    """Return the values of `facet` with how many of what `query` finds have each."""
    query.add_field_facet(facet, **options)
    query.set_limits(1, 1)  # no rows
    return query.get_facet_counts()["fields"][facet]


def name_choices(counts: Counts, request: SearchRequest) -> dict[str, tuple[Choice, ...]]:
    """Return the choices of each facet with their labels, those of the highest count first."""
    labels = find_labels({facet: [slug for slug, _ in pairs] for facet, pairs in counts.items()})
    return {facet: _choices(facet, pairs, labels, getattr(request, facet)) for facet, pairs in counts.items()}


def _choices(
    facet: str, pairs: Iterable[tuple[str, int]], labels: Labels, chosen: tuple[str, ...]
) -> tuple[Choice, ...]:
    named = (Choice(slug, labels.get((facet, slug), slug), count, slug in chosen) for slug, count in pairs)
    return tuple(sorted(named, key=lambda choice: (-choice.count, choice.label)))


def chosen_only(request: SearchRequest) -> Counts:
    """Return counts of nothing but the choices of `request`, for a search that was not made."""
    return {facet: [(slug, 0) for slug in slugs] for facet, slugs in request.choices().items()}
