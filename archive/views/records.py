"""Articles and statements as data, with the field names that `manage.py extract` prints."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from archive.models import Article, EventMention, Mention, Office, Statement
from archive.search.periods import cut


def article_record(article: Article, url: str) -> dict[str, Any]:
    """Return all that is known of `article`: `url` is its address here, `original` where it was published."""
    mentions = list(article.mentions.select_related("person", "organization"))
    offices = list(Office.objects.filter(articles=article).order_by("pk"))
    statements = article.statements.select_related("person", "organization").prefetch_related("spans")
    happenings = article.event_mentions.select_related("event").prefetch_related(
        "event__people", "event__organizations"
    )
    return {
        "id": article.pk,
        "url": url,
        "sha256": article.capture.sha256 if article.capture else None,
        "title": article.title or None,
        "body": article.body,
        "language": article.language or None,
        "original": article.url or None,
        "source": article.source.name if article.source else None,
        "via": article.via or None,
        "dateline": _dateline(article),
        "captured": _captured(article),
        "published": _published(article),
        "topics": [topic.name for topic in article.topics.all()],
        "series": article.series or None,
        "countries": article.countries,
        "boilerplate": article.boilerplate.splitlines(),
        "people": _people(mentions, offices),
        "organizations": _organizations(mentions),
        "statements": [_said(statement) for statement in statements],
        "events": [_happened(mention) for mention in happenings],
    }


def statement_record(statement: Statement, url: str, article_url: str) -> dict[str, Any]:
    """Return one statement with the article that it stands in; both addresses are absolute."""
    article = statement.article
    return {
        "id": statement.pk,
        "url": url,
        "article": {
            "id": article.pk,
            "url": article_url,
            "title": article.title or None,
            "source": article.source.name if article.source else None,
            "published": {"date": _date(article), "precision": article.precision},
        },
        **_said(statement),
    }


def _dateline(article: Article) -> dict[str, str | None] | None:
    if not (article.dateline_place or article.dateline_agency):
        return None
    return {"place": article.dateline_place or None, "agency": article.dateline_agency or None}


def _captured(article: Article) -> str | None:
    moment = article.capture and article.capture.captured_at
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _date(article: Article) -> str | None:
    """Return the ISO date, with the minute where known; the first day of the span for a month and a year."""
    if article.published_at:
        return f"{article.published_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return cut(article.published, "day")


def _published(article: Article) -> dict[str, Any]:
    return {
        "date": _date(article),
        "precision": article.precision,
        "evidence": [{"kind": e.kind, "text": e.text, "says": e.says} for e in article.evidence.all()],
    }


def _people(mentions: Iterable[Mention], offices: list[Office]) -> list[dict[str, Any]]:
    people = _by_party(mention for mention in mentions if mention.person)
    return [
        {
            "name": person.name,
            "slug": person.slug,
            "roles": [
                {
                    "title": office.title,
                    "organization": office.organization or None,
                    "country": office.country or None,
                }
                for office in offices
                if office.person_id == person.pk
            ],
            "mentions": spans,
        }
        for person, spans in people
    ]


def _organizations(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    organizations = _by_party(mention for mention in mentions if mention.organization)
    return [
        {"name": party.name, "slug": party.slug, "country": party.country or None, "mentions": spans}
        for party, spans in organizations
    ]


def _by_party(mentions: Iterable[Mention]) -> list[tuple[Any, list[list[int]]]]:
    """Return each party with the spans that name it."""
    spans: dict[Any, list[list[int]]] = {}
    for mention in mentions:
        spans.setdefault(mention.person or mention.organization, []).append([mention.start, mention.end])
    return list(spans.items())


def _said(statement: Statement) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "spans": [[span.start, span.end] for span in statement.spans.all()],
        "text": statement.text,
        "speaker": _speaker(statement),
        "cue": statement.cue or None,
        "medium": statement.medium or None,
        "confidence": statement.confidence,
        "confirmed": statement.confirmed_at is not None,
    }


def _speaker(statement: Statement) -> dict[str, Any] | None:
    if not (statement.speaker or statement.unnamed):
        return None
    kind = "person" if statement.person else "organization" if statement.organization else "unnamed"
    return {
        "name": statement.speaker_name,
        "slug": statement.speaker.slug if statement.speaker else None,
        "kind": kind,
        "as_written": statement.speaker_as_written,
        "start": statement.speaker_start,
        "end": statement.speaker_end,
    }


def _happened(mention: EventMention) -> dict[str, Any]:
    event = mention.event
    return {
        "what": event.name,
        "slug": event.slug,
        "date": cut(event.date, "day"),
        "precision": event.precision,
        "place": event.place or None,
        "participants": [str(party) for party in (*event.people.all(), *event.organizations.all())],
        "start": mention.start,
        "end": mention.end,
    }
