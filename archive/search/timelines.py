"""How what a search finds is spread over time, month by month or day by day."""

from typing import Literal

from archive.models import Precision

from .engine import QueryTooCostly
from .facets import count_facet
from .filters import Filters, any_of
from .query import QueryRefused, parse_query
from .request import SearchRequest
from .results import Period

EXACT = {
    "month": (Precision.MONTH, Precision.DAY, Precision.MINUTE),
    "day": (Precision.DAY, Precision.MINUTE),
}  # the precisions that say in which month, on which day


def spread(request: SearchRequest, unit: Literal["month", "day"] = "month") -> tuple[Period, ...]:
    """Return how many `request` finds in each month or on each day that has any, in order of time.

    What is not known so exactly is in none of them; nor is anything where the search is refused.
    """
    try:
        filters = Filters.of(request, parse_query(request.q, request.type))
        query = filters.query()
        query.add_narrow_query(any_of("precision", [str(known) for known in EXACT[unit]]))
        counts = count_facet(query, unit)
    except (QueryRefused, QueryTooCostly):
        return ()
    return tuple(Period(period, count) for period, count in sorted(counts) if count)
