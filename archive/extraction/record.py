"""The second of the four values: all that was found in one page.

Every span is a pair of Unicode code point offsets into `Record.body`, end exclusive.
"""

from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

Span = tuple[int, int]
Precision = Literal["minute", "day", "month", "year", "unknown"]
StatementKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organization", "unnamed"]


@dataclass(frozen=True)
class Evidence:
    """One reason for a date: its kind, the page's own words, and what they say in one plain sentence."""

    kind: str
    text: str
    says: str


@dataclass(frozen=True)
class Published:
    """When the article was published.

    `date` is ISO 8601: a day (``2015-11-25``), with ``T10:57Z`` appended for `minute`;
    the first day of the span for `month` and `year`; None for `unknown`.
    """

    date: str | None = None
    precision: Precision = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Dateline:
    """Where a dispatch was filed, as written, and the agency that it names."""

    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True)
class Role:
    """An office as the article gives it; `country` is ISO 3166-1 alpha-2."""

    title: str
    organization: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class PersonFound:
    """A person named in the body, under the fullest name given there."""

    name: str
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True)
class OrganizationFound:
    """An organization named in the body; `country` is ISO 3166-1 alpha-2."""

    name: str
    country: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Whom a statement is attributed to: `name` is whom is meant, `as_written` is ``body[start:end]``."""

    name: str
    kind: SpeakerKind
    as_written: str
    start: int
    end: int


@dataclass(frozen=True)
class StatementFound:
    """One statement; `text` is its spans of the body joined by single spaces. `confidence` is in 0..1."""

    kind: StatementKind
    spans: tuple[Span, ...]
    text: str
    speaker: Speaker | None
    cue: str | None
    medium: str | None
    confidence: float


@dataclass(frozen=True)
class EventFound:
    """A dated happening that the body tells of: `what` is a short phrase, `start`/`end` where it is told."""

    what: str
    date: str | None
    precision: Precision
    place: str | None
    participants: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Record:
    """All that one page says. Paragraphs of `body` are joined by one blank line."""

    path: str
    sha256: str
    title: str | None
    body: str
    url: str | None = None
    language: str | None = None
    source: str | None = None
    via: str | None = None
    dateline: Dateline | None = None
    captured: str | None = None
    published: Published = Published()
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    series: str | None = None
    boilerplate: tuple[str, ...] = ()
    people: tuple[PersonFound, ...] = ()
    organizations: tuple[OrganizationFound, ...] = ()
    statements: tuple[StatementFound, ...] = ()
    events: tuple[EventFound, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the record as JSON values, with the field names of the public interface."""
        return _plain(self)


def _plain(value: Any) -> Any:
    """Turn dataclasses into dictionaries and tuples into lists, all the way down; faster than `asdict`."""
    if isinstance(value, tuple):
        return list(map(_plain, value))
    if is_dataclass(value):
        return {name: _plain(part) for name, part in vars(value).items()}
    return value
