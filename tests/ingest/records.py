"""Records as an extractor would make them, from a body and what is to be found in it."""

from dataclasses import replace
from hashlib import sha256

from archive.extraction.record import (
    EventFound,
    OrganizationFound,
    PersonFound,
    Published,
    Record,
    Role,
    Speaker,
    StatementFound,
)
from archive.ingest.versions import Document, Outcome, store
from archive.models import Article


def span(body: str, words: str) -> tuple[int, int]:
    """Return where `words` stand in `body`."""
    start = body.index(words)
    return start, start + len(words)


def said(
    body: str, words: str, speaker: str, written: str | None = None, kind: str = "person"
) -> StatementFound:
    """Return a direct statement; `speaker` is who is meant, `written` the words used for them."""
    written = written or speaker
    start, end = span(body, written)
    return StatementFound(
        kind="direct",
        spans=(span(body, words),),
        text=words,
        speaker=Speaker(speaker, kind, written, start, end),
        cue="said",
        medium=None,
        confidence=0.9,
    )


def person(body: str, name: str, title: str | None = None, country: str | None = None) -> PersonFound:
    """Return a person who is mentioned once, with one office."""
    roles = (Role(title, None, country),) if title else ()
    return PersonFound(name, roles, (span(body, name),))


def organization(body: str, name: str, country: str | None = None) -> OrganizationFound:
    """Return an organization that is mentioned once."""
    return OrganizationFound(name, country, (span(body, name),))


def event(body: str, what: str, day: str | None, *participants: str, place: str | None = None) -> EventFound:
    """Return an event that is told of in the words `what`."""
    return EventFound(what, day, "day" if day else "unknown", place, participants, *span(body, what))


def record(body: str, path: str = "", **found: object) -> Record:
    """Return a record whose hash depends on all that is in it."""
    plain = Record(path=path, sha256="", title=None, body=body)
    made = replace(plain, **{"title": "Envoys meet", **found})
    made = replace(made, path=path or f"-#{abs(hash(repr(made)))}")
    return replace(made, sha256=sha256(repr(made).encode()).hexdigest())


def put(made: Record, format: str = "text") -> Outcome:
    """Store a record as ingest does."""
    return store([Document(made, len(made.body.encode()), format)])[0]


def put_article(body: str, **found: object) -> Article:
    """Store a record of `body` and return its article."""
    made = record(body, **found)
    put(made)
    return Article.objects.get(captures__sha256=made.sha256)


def dated(day: str) -> Published:
    """Return a date to the day."""
    return Published(day, "day")
