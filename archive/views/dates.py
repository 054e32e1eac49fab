"""Dates in words, as exact as they are known."""

from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from django.utils.dateformat import format as format_date

Form = Literal["full", "plain", "short"]

UNKNOWN = "date unknown"
DAYS: dict[Form, str] = {"full": "l j F Y", "plain": "j F Y", "short": "j M Y"}
MONTHS: dict[Form, str] = {"full": "F Y", "plain": "F Y", "short": "M Y"}


def in_words(day: date | None, precision: str, minute: datetime | None = None, form: Form = "full") -> str:
    """Return ``Wednesday 25 November 2015``, ``November 2015``, ``2015`` or ``date unknown``.

    In full and with `minute`, a date known to the minute tells it: ``…, 10:57 UTC``. `plain` leaves the
    weekday out, `short` is for lists: ``25 Nov 2015``.
    """
    if day is None or precision == "unknown":
        return UNKNOWN
    if precision == "year":
        return f"{day.year:04}"
    text = format_date(day, (MONTHS if precision == "month" else DAYS)[form])
    return f"{text}, {minute:%H:%M} UTC" if minute and precision == "minute" and form == "full" else text


@lru_cache(maxsize=10_000)
def iso_in_words(text: str | None, form: Form = "full") -> str:
    """Return an ISO day, month or year in words; ``date unknown`` for None."""
    if not text:
        return UNKNOWN
    precision = {4: "year", 7: "month"}.get(len(text), "day")
    return in_words(date.fromisoformat(f"{text}-01-01"[:10]), precision, form=form)
