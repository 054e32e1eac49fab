"""Values of a Record in the shape that columns want."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.db import models

from archive.extraction.record import Evidence, Published

ZONES = timedelta(days=1)  # somewhere it may be tomorrow already


def fitted(model: type[models.Model], field: str, value: str | None) -> str:
    """Return `value` cut to the length of a text column; "" for None."""
    return writable(value or "")[: model._meta.get_field(field).max_length]


def writable(text: str) -> str:
    """Return `text` as it can be stored and shown: a file's name may hold bytes that are no letters."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "")


def day_of(text: str | None) -> date | None:
    """Return the day of an ISO date or time, or None."""
    moment = moment_of(text)
    return moment.date() if moment else None


def moment_of(text: str | None) -> datetime | None:
    """Return an ISO date or time as a moment, in UTC where it names no zone; None if it is none."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def none_ahead(published: Published, now: datetime) -> Published:
    """Return `published` as unknown where it is a day that has not come, as wrong metadata may have it."""
    day = day_of(published.date)
    if day is None or day <= (now + ZONES).date():
        return published
    says = f"The page gives {published.date}, a day that had not come when the archive took the page in."
    return Published(evidence=(*published.evidence, Evidence("ahead", "", says)))


def web_address(url: str | None, longest: int = 2000) -> str:
    """Return `url` if a reader may follow it: of the web, and not too long to keep; else ""."""
    try:
        parts = urlsplit((url or "").strip())
        allowed = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    whole = parts.geturl()
    return whole if allowed and len(whole) <= longest else ""
