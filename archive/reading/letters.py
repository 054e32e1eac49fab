"""Dates as letters write them (RFC 5322), which RSS and saved pages use as well."""

from email.utils import parsedate_to_datetime


def letter_date(written: str) -> str | None:
    """Return the date and time in ISO 8601; None for what is not written so."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except ValueError:
        return None
