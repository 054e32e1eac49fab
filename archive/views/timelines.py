"""How much there is of something in each year or month, as bars."""

from collections import Counter
from collections.abc import Callable

from django.db.models import Count, QuerySet

from archive.search.periods import cut

from .charts import Bar, bars

YEARS_IN_MONTHS = 3  # a span of at most so many years is drawn in months


def timeline(rows: QuerySet, day: str, precision: str, href: Callable[[str], str]) -> tuple[Bar, ...]:
    """Return a bar for each year, or month where the years are few: how many of `rows` are dated within it.

    `day` and `precision` name the fields that date a row. What is known to the year is in no chart of months.
    """
    dated = rows.filter(**{f"{day}__isnull": False}).order_by()
    counts = list(dated.values_list(day, precision).annotate(Count("pk")))
    years = {when.year for when, _, _ in counts}
    length = 7 if years and max(years) - min(years) < YEARS_IN_MONTHS else 4
    periods: Counter[str] = Counter()
    for when, known, count in counts:
        period = cut(when, known)[:length]
        periods[period] += count if len(period) == length else 0
    return bars(periods.items(), href)
