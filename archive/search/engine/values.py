"""Python's values as the index has them."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from whoosh.fields import BOOLEAN, DATETIME, NUMERIC

from .schema import VALUES


def from_python(value: Any, field: Any) -> Any:
    """Return `value` as `field` takes it; None stays None. Times are UTC, without a zone, in the index."""
    if value is None:
        return None
    if isinstance(field, DATETIME):
        return _as_datetime(value)
    if isinstance(field, NUMERIC):
        return field.numtype(value)
    if isinstance(field, BOOLEAN):
        return bool(value)
    if isinstance(field, VALUES) and isinstance(value, list | tuple | set | frozenset):
        return [_as_text(item) for item in value]
    if isinstance(value, list | tuple | set | frozenset):
        return "\n".join(_as_text(item) for item in value)
    return _as_text(value)


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _as_datetime(value: Any) -> datetime:
    if isinstance(value, str):
        value = parse_datetime(value) or datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
