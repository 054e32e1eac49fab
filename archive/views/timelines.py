"""How much there is of something in each year or month, as bars."""

from collections import Counter
from collections.abc import Callable

from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast, Substr

from .charts import Bar, bars

YEARS_IN_MONTHS = 3  # a span of at most so many years is drawn in months
YEAR, MONTH = 4, 7  # characters of an ISO date


def timeline(rows: QuerySet, day: str, precision: str, href: Callable[[str], str]) -> tuple[Bar, ...]:
    """Return a bar for each year, or month where the years are few: how many of `rows` are dated within it.

    `day` and `precision` name the fields that date a row. What is known to the year is in no chart of months.
    """
    months = rows.filter(**{f"{day}__isnull": False}).order_by()
    months = months.annotate(month=Substr(Cast(day, CharField()), 1, MONTH))
    counts = list(months.values_list("month", precision).annotate(Count("pk")))
    years = {int(month[:YEAR]) for month, _, _ in counts}
    length = MONTH if years and max(years) - min(years) < YEARS_IN_MONTHS else YEAR
    periods: Counter[str] = Counter()
    for month, known, count in counts:
        if length == YEAR or known != "year":
            periods[month[:length]] += count
    return bars(periods.items(), href)
