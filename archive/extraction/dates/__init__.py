"""Dates as a text writes them, wherever they stand in it. What they tell of its publication is for `dating/`.

`written` reads those of English pages, `abroad` those of other languages and calendars, `short` those whose
year has two digits.
"""

from archive.extraction.dates.written import MONTH, DateFound, days_of_page, find_dates, find_dates_of_page

__all__ = ["MONTH", "DateFound", "days_of_page", "find_dates", "find_dates_of_page"]
