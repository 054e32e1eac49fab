"""One Record into the rows of one article; what an editor locked stays as it is."""

from typing import Any

from django.utils import timezone

from archive.extraction.record import EventFound, Published, Record
from archive.models import (
    Article,
    Event,
    EventMention,
    Evidence,
    Mention,
    Office,
    Precision,
    TellingRun,
)
from archive.models.likeness import telling_runs

from .fitting import day_of, fitted, moment_of, none_ahead, web_address
from .identity import KnownPeople, Parties, identify_events, identify_parties
from .lookups import Lookups
from .removing import Removals
from .rows import insert
from .standing import AllBut, Standing
from .statements import Said, take_statements, write_statements
from .subjects import source_named, topics_named
from .tidying import Told, doubted, forget_unused, write_off_participants


def write_article(
    article: Article,
    record: Record,
    lookups: Lookups,
    given_source: str = "",
    standing: Standing | None = None,
) -> None:
    """Write what `record` says into `article` and the rows that hang on it, within the caller's transaction.

    `given_source` names the publisher where the record does not. `standing` is given where all articles are
    read again.
    """
    is_known = article.pk is not None
    before = _Before(article) if is_known else None
    standing = standing or (AllBut(doubted(article, before.told)) if before else Standing())
    known = lookups.known_to(record)
    parties = identify_parties(record, article, known, lookups.removals, standing)
    published = none_ahead(record.published, timezone.now())
    _set_fields(article, record, lookups, given_source)
    if not article.is_locked("published"):
        _set_published(article, published)
    article.save()
    _write_telling_runs(article, is_known)
    _write_evidence(article, published, is_known)
    _write_topics(article, record, lookups, is_known)
    _write_mentions(article, record, parties)
    _write_offices(article, record, parties, known.people, lookups.removals, standing)
    if before and article.is_locked("events"):
        events = _move_events(article, before.event_words)
    else:
        told = identify_events(record.events, lookups.removals, standing)
        events = _write_events(article, told, parties, standing)
    write_statements(article, record.statements, parties, events, before.said if before else None)
    if before:
        forget_unused(before.told)
        lookups.forget()


class _Before:
    """What hung on an article before; its spans are taken off, so that the body may change."""

    def __init__(self, article: Article) -> None:
        mentions = list(article.mentions.select_related("person", "organization"))
        events = list(article.event_mentions.select_related("event"))
        self.event_words = [(mention.event, article.body[mention.start : mention.end]) for mention in events]
        self.said: list[Said] = take_statements(article)
        parties = {mention.person or mention.organization for mention in mentions}
        parties |= {said.statement.speaker for said in self.said if said.statement.speaker}
        self.told = Told(
            parties=parties,
            events={mention.event for mention in events},
            offices=list(article.offices.all()),
            topics=list(article.topics.all()),
            source=article.source,
        )
        article.mentions.all().delete()
        article.event_mentions.all().delete()
        article.offices.clear()


def _set_fields(article: Article, record: Record, lookups: Lookups, given_source: str) -> None:
    article.body = record.body
    for field, value in _columns(record).items():
        if not article.is_locked(field):
            setattr(article, field, fitted(Article, field, value))
    if not article.is_locked("countries"):
        article.countries = list(record.countries)
    if not article.is_locked("source"):
        source = record.source or given_source
        article.source = source_named(source, lookups.sources) if source else None


def _columns(record: Record) -> dict[str, str | None]:
    dateline = record.dateline
    return {
        "title": record.title,
        "language": record.language,
        "url": web_address(record.url),
        "via": record.via,
        "dateline_place": dateline and dateline.place,
        "dateline_agency": dateline and dateline.agency,
        "series": record.series,
        "boilerplate": "\n".join(record.boilerplate),
    }


def _set_published(article: Article, published: Published) -> None:
    article.published = day_of(published.date)
    article.precision = published.precision if article.published else Precision.UNKNOWN
    exact = article.precision == Precision.MINUTE
    article.published_at = moment_of(published.date) if exact else None


def _write_telling_runs(article: Article, known: bool) -> None:
    if known:
        article.telling_runs.all().delete()
    insert(TellingRun, ("article", "number"), ((article.pk, number) for number in telling_runs(article.body)))


def _write_evidence(article: Article, published: Published, known: bool) -> None:
    if article.is_locked("published"):
        return
    if known:
        article.evidence.all().delete()
    insert(
        Evidence,
        ("article", "position", "kind", "text", "says"),
        (
            (article.pk, number, one.kind[:40], one.text, one.says)
            for number, one in enumerate(published.evidence, 1)
        ),
    )


def _write_topics(article: Article, record: Record, lookups: Lookups, known: bool) -> None:
    if not article.is_locked("topics"):
        topics = topics_named(record.topics, lookups.topics)
        _join(article.topics.through, "article", article, "topic", topics, known)


def _join(through: Any, left: str, row: Any, right: str, others: list[Any], known: bool) -> None:
    """Join `row` to `others` and nothing else, without a signal for each."""
    if known:
        through.objects.filter(**{left: row}).delete()
    insert(through, (left, right), ((row.pk, other.pk) for other in others))


def _write_mentions(article: Article, record: Record, parties: Parties) -> None:
    people = {
        (article.pk, start, end, parties.people[one.name].pk): None
        for one in record.people
        if one.name in parties.people
        for start, end in one.mentions
    }
    organizations = {
        (article.pk, start, end, parties.organizations[one.name].pk): None
        for one in record.organizations
        if one.name in parties.organizations
        for start, end in one.mentions
    }
    insert(Mention, ("article", "start", "end", "person"), people)
    insert(Mention, ("article", "start", "end", "organization"), organizations)


def _write_offices(
    article: Article,
    record: Record,
    parties: Parties,
    people: KnownPeople,
    removals: Removals,
    standing: Standing,
) -> None:
    wanted = {
        (parties.people[one.name].pk, *_office(role)): None
        for one in record.people
        if one.name in parties.people
        for role in one.roles
        if role.title.strip()
    }
    for removed in removals.offices & wanted.keys():
        del wanted[removed]
    if not wanted:
        return
    held = people.offices_of(key[0] for key in wanted)
    known = {(one.person_id, one.title, one.organization, one.country): one for one in held}
    new = {
        key: Office(person_id=key[0], title=key[1], organization=key[2], country=key[3])
        for key in wanted
        if key not in known
    }
    people.add_offices(Office.objects.bulk_create(new.values()))
    known |= new
    standing.note(known[key] for key in wanted)
    insert(Office.articles.through, ("office", "article"), ((known[key].pk, article.pk) for key in wanted))


def _office(role: Any) -> tuple[str, str, str]:
    return (
        fitted(Office, "title", role.title.strip()),
        fitted(Office, "organization", role.organization),
        fitted(Office, "country", role.country),
    )


def _write_events(
    article: Article, told: list[tuple[EventFound, Event]], parties: Parties, standing: Standing
) -> list[EventMention]:
    """Write which events the article tells of, and who took part; return the mentions."""
    mentions = {
        (event.pk, one.start): EventMention(article=article, event=event, start=one.start, end=one.end)
        for one, event in told
    }
    for one, event in told:
        if not event.is_locked("participants"):
            if standing.is_first_told(event):
                write_off_participants([event])
            _write_participants(event, one.participants, parties)
    return EventMention.objects.bulk_create(mentions.values())


def _move_events(article: Article, told: list[tuple[Event, str]]) -> list[EventMention]:
    """Write the events that an editor set: where their words stand now, else beside the first paragraph."""
    mentions = {}
    for event, words in told:
        start = max(article.body.find(words), 0)
        length = len(words) if article.body.startswith(words, start) else len(article.paragraphs()[0][1])
        span = {"start": start, "end": start + length}
        mentions[event.pk, start] = EventMention(article=article, event=event, **span)
    return EventMention.objects.bulk_create(mentions.values())


def _write_participants(event: Event, names: tuple[str, ...], parties: Parties) -> None:
    for field, shelf in (("person", parties.people), ("organization", parties.organizations)):
        through = (Event.people if field == "person" else Event.organizations).through
        rows = [through(event=event, **{field: shelf[name]}) for name in names if name in shelf]
        if rows:
            through.objects.bulk_create(rows, ignore_conflicts=True)
