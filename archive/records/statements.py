"""Statements as data: the words, who said them, and the place in the article."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import Prefetch

from archive.models import Article, Statement

from .values import Absolute, Dated, Named, dated, named

# The spans as plain lists: a thousand query sets that share one query take longer than all else of a page.
SPANS = Prefetch("spans", to_attr="all_spans")
STATEMENTS_OF_ARTICLE = Statement.objects.select_related("person", "organization").prefetch_related(SPANS)
STATEMENTS = (
    STATEMENTS_OF_ARTICLE.select_related("article__source")
    .prefetch_related(Prefetch("events", to_attr="all_events"))
    .defer("article__boilerplate")
)


@dataclass(frozen=True)
class Speaker:
    """Whom a statement is of; `start` and `end` are the mention beside it, in the article's body."""

    name: str
    slug: str | None
    kind: Literal["person", "organization", "unnamed"]
    as_written: str
    start: int | None
    end: int | None


@dataclass(frozen=True)
class Said:
    """A statement; its spans are code points of the article's body, end exclusive.

    It has no speaker only where the text does not say who speaks.
    """

    id: int
    url: str
    kind: str
    spans: list[tuple[int, int]]
    text: str
    speaker: Speaker | None
    cue: str | None
    medium: str | None
    confidence: float
    confirmed: bool


@dataclass(frozen=True)
class Place:
    """The article that a statement stands in."""

    id: int
    url: str
    title: str | None
    source: str | None
    published: Dated


@dataclass(frozen=True)
class StatementRecord(Said):
    """A statement, the article that it stands in and the events that it speaks of."""

    article: Place
    events: list[Named]


def statement_record(statement: Statement, absolute: Absolute) -> StatementRecord:
    """Return all that is known of one of `STATEMENTS`."""
    return StatementRecord(
        **vars(said(statement, absolute)),
        article=_place(statement.article, absolute),
        events=[named(event) for event in statement.all_events],
    )


def said(statement: Statement, absolute: Absolute) -> Said:
    """Return what the record of an article tells of one of its statements."""
    return Said(
        id=statement.pk,
        url=absolute(statement.get_absolute_url()),
        kind=statement.kind,
        spans=[(span.start, span.end) for span in statement.all_spans],
        text=statement.text,
        speaker=_speaker(statement),
        cue=statement.cue or None,
        medium=statement.medium or None,
        confidence=statement.confidence,
        confirmed=statement.confirmed_at is not None,
    )


def _speaker(statement: Statement) -> Speaker | None:
    if not (statement.speaker or statement.unnamed):
        return None
    return Speaker(
        name=statement.speaker_name,
        slug=statement.speaker.slug if statement.speaker else None,
        kind="person" if statement.person else "organization" if statement.organization else "unnamed",
        as_written=statement.speaker_as_written,
        start=statement.speaker_start,
        end=statement.speaker_end,
    )


def _place(article: Article, absolute: Absolute) -> Place:
    return Place(
        id=article.pk,
        url=absolute(article.get_absolute_url()),
        title=article.title or None,
        source=article.source.name if article.source else None,
        published=dated(article),
    )
