"""Rows that an extraction made and no article needs any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, Model, OuterRef, QuerySet

from archive.models import (
    Article,
    Event,
    EventMention,
    Mention,
    Office,
    Organization,
    Person,
    Source,
    Statement,
    Topic,
)

from .standing import ReadSoFar, is_an_editors

Party = Person | Organization


@dataclass(frozen=True)
class Told:
    """The rows that an article told of before it was read again."""

    parties: set[Party]
    events: set[Event]
    offices: list[Office]
    topics: list[Topic]
    source: Source | None


def doubted(article: Article, told: Told) -> set[Model]:
    """Return the rows that only `article` told of, whose mentions are gone, and that no editor touched."""
    alone = {*_unnamed(told.parties, but_for=article), *_untold(told.events, but_for=article)}
    joined = Office.articles.through.objects.filter(office__in=told.offices)
    known = set(joined.values_list("office", flat=True))
    offices = {office for office in told.offices if office.pk not in known and not office.confirmed}
    return {row for row in alone if not is_an_editors(row)} | offices


def forget_unused(told: Told) -> None:
    """Delete those of the rows that nothing names now and that no editor touched."""
    _drop_strangers({event for event in told.events if not event.is_locked("participants")})
    for office in told.offices:
        if not office.confirmed and not office.articles.exists():
            office.delete()
    for row in (*_untold(told.events), *_unnamed(told.parties)):
        if not is_an_editors(row):
            row.delete()
    for subject in (*told.topics, *([told.source] if told.source else [])):
        touched = subject.other_slugs.exists() or getattr(subject, "country", "")
        if not touched and not subject.articles.exists():
            subject.delete()


def forget_unread(standing: ReadSoFar) -> None:
    """Delete what no article told of when all were read again, and no editor touched."""
    for model in (Office, Event, Person, Organization):
        for row in _idle(model).iterator():
            if not standing.counts(row) and not is_an_editors(row):
                row.delete()


def _idle(model: type[Model]) -> QuerySet:
    """Return the rows of `model` that nothing in an article points to."""
    if model is Office:
        return Office.objects.filter(articles=None, confirmed=False)
    return model.objects.filter(statements=None, mentions=None)


def write_off_participants(events: Iterable[Event]) -> None:
    """Take all participants off events that are told anew."""
    for event in events:
        event.people.clear()
        event.organizations.clear()


def _drop_strangers(events: set[Event]) -> None:
    """Take off events whom none of the articles that tell of them names."""
    for field, through in (("person", Event.people.through), ("organization", Event.organizations.through)):
        telling = EventMention.objects.filter(event=OuterRef(OuterRef("event"))).values("article")
        named = Mention.objects.filter(**{field: OuterRef(field), "article__in": telling})
        through.objects.filter(~Exists(named), event__in=events).delete()


def _unnamed(parties: Iterable[Party], but_for: Article | None = None) -> Iterator[Party]:
    """Yield those whom no mention names and no statement has as its speaker, but for those of one article."""
    for field, model in (("person", Person), ("organization", Organization)):
        own = {party for party in parties if isinstance(party, model)}
        used: set[int] = set()
        for pointing in (Mention.objects, Statement.objects.exclude(article=but_for)):
            rows = pointing.filter(**{f"{field}__in": own}).order_by()
            used.update(rows.values_list(field, flat=True).distinct())
        yield from (party for party in own if party.pk not in used)


def _untold(events: Iterable[Event], but_for: Article | None = None) -> Iterator[Event]:
    """Yield the events that no article tells of and no statement speaks of, but for those of one article."""
    spoken = Statement.events.through.objects.filter(event__in=events).exclude(statement__article=but_for)
    told = EventMention.objects.filter(event__in=events).order_by()
    used = {*spoken.values_list("event", flat=True), *told.values_list("event", flat=True)}
    yield from (event for event in events if event.pk not in used)
