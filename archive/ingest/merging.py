"""An editor's word on who is who: two rows that are one, one row that is two, a name that means someone.

Everything moves with it, former addresses still lead there, and no later ingest undoes it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Substr

from archive.models import (
    Address,
    Article,
    Event,
    EventMention,
    Identification,
    Mention,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Statement,
)
from archive.search.queue import enqueue

from .keys import organization_key, person_key, surname_key, words_of
from .removing import allow_name
from .slugs import unused_slug

Party = Person | Organization
ONE_AT_ONCE = 500  # rows in one query


@dataclass(frozen=True)
class _Kind:
    """How people and organizations differ here."""

    field: str  # of the rows that point to one
    names: type[PersonName] | type[OrganizationName]
    key: Callable[[str], str]
    sameness: Callable[[str], object]  # two names are one if it is equal


def _kind(party: Party) -> _Kind:
    if isinstance(party, Person):
        return _Kind("person", PersonName, person_key, words_of)
    return _Kind("organization", OrganizationName, organization_key, organization_key)


@transaction.atomic
def merge_parties(kept: Party, others: Iterable[Party]) -> None:
    """Make `others` one with `kept`: what was theirs is its own, and their names mean it from now on."""
    kind = _kind(kept)
    for other in others:
        if type(other) is not type(kept) or other.pk == kept.pk:
            raise ValueError("Only two different people, or two different organizations, can be merged.")
        _move(other, kept)
        _move_participation(other, kept)
        _move_names(other, kept)
        for model in (Address, Identification):
            model.objects.filter(**{kind.field: other}).update(**{kind.field: kept})
        kept.note = kept.note or other.note
        other.delete()
    kept.save()
    enqueue([kept])


@transaction.atomic
def split_person(person: Person, articles: Iterable[Article], name: str) -> Person:
    """Make a new person, called `name`, of the one whom `articles` mean; which article means whom is kept."""
    articles = list(articles)
    other = Person.objects.create(name=name[:300], slug=unused_slug(name, "person"))
    moved = {article.pk for article in articles}
    stayed = set(articles_of(person).order_by().values_list("pk", flat=True)) - moved
    names = {known.name for known in person.names.all()} | {person.name}
    for known in names | {name}:
        add_name(other, known, mend=False)
    for known in names:
        add_name(person, known, mend=False)
    _rule(other, moved, names | {name})
    _rule(person, stayed, names)
    _move(person, other, moved)
    enqueue([*articles, person, other])
    return other


@transaction.atomic
def add_name(party: Party, name: str, mend: bool = True) -> models.Model:
    """Let `name` mean `party`, whatever an extraction thinks; with `mend`, in all articles that are there.

    Whoever an extraction made under this name only becomes one with `party`; where others go by it among more
    names, the articles that write it so are moved; statements left to the bare words are given to `party`.
    """
    row = _write_name(party, name, confirmed=True)
    allow_name(party, name)
    if mend:
        _mend_namesakes(party, name)
        _mend_unnamed(party, name)
        enqueue([party])
    return row


@transaction.atomic
def call(party: Party, name: str) -> models.Model:
    """Let `party` go by `name`: it means this one only where no namesake bears it, and mends nothing."""
    kind = _kind(party)
    namesakes = kind.names.objects.filter(key=kind.key(name)).exclude(**{kind.field: party})
    return _write_name(party, name, confirmed=not namesakes.exists())


def _write_name(party: Party, name: str, confirmed: bool) -> models.Model:
    kind = _kind(party)
    columns = {"key": kind.key(name), "confirmed": confirmed}
    if isinstance(party, Person):
        columns["surname"] = surname_key(name)
    own = {kind.field: party, "name": name[:300]}
    return kind.names.objects.update_or_create(**own, defaults=columns)[0]


@transaction.atomic
def merge_events(kept: Event, others: Iterable[Event]) -> None:
    """Make `others` one with `kept`: their articles, statements, participants and wordings are its own."""
    for other in others:
        if other.pk == kept.pk:
            raise ValueError("Only two different events can be merged.")
        _move_event_mentions(other, kept)
        for through in (Statement.events.through, Event.people.through, Event.organizations.through):
            _move_joins(through, "event", other, kept)
        known = set(kept.names.values_list("key", flat=True))
        other.names.exclude(key__in=known).update(event=kept, confirmed=True)
        Address.objects.filter(event=other).update(event=kept)
        kept.note = kept.note or other.note
        other.delete()
    kept.save()
    enqueue([kept])


def _move(source: Party, target: Party, articles: set[int] | None = None) -> None:
    """Give what `source` is and says in `articles`, or everywhere, to `target`."""
    field = _kind(source).field
    for model in (Mention, Statement):
        rows = model.objects.filter(**{field: source})
        _within(rows, articles).update(**{field: target})
    if isinstance(source, Person):
        for office in source.offices.all():
            _move_office(office, target, articles)


def _within(rows: QuerySet, articles: set[int] | None) -> QuerySet:
    return rows if articles is None else rows.filter(article__in=articles)


def _move_office(office: Office, target: Person, articles: set[int] | None) -> None:
    same = {"title": office.title, "organization": office.organization, "country": office.country}
    through = Office.articles.through
    rows = _within(through.objects.filter(office=office), articles)
    if articles is not None and not rows.exists():
        return
    held, _ = Office.objects.get_or_create(person=target, **same)
    if office.confirmed and articles is None:
        Office.objects.filter(pk=held.pk).update(confirmed=True)
    moved = [through(office=held, article_id=pk) for pk in rows.values_list("article", flat=True)]
    through.objects.bulk_create(moved, ignore_conflicts=True)
    rows.delete()
    if not office.articles.exists() and (articles is None or not office.confirmed):
        office.delete()


def _move_participation(source: Party, target: Party) -> None:
    through = Event.people.through if isinstance(source, Person) else Event.organizations.through
    _move_joins(through, _kind(source).field, source, target)


def _move_joins(through: type[models.Model], field: str, source: models.Model, target: models.Model) -> None:
    """Join to `target` all that is joined to `source`, once."""
    other = next(f for f in through._meta.fields if f.is_relation and f.name != field).attname
    rows = through.objects.filter(**{field: source})
    moved = [through(**{field: target, other: pk}) for pk in rows.values_list(other, flat=True)]
    through.objects.bulk_create(moved, ignore_conflicts=True)
    rows.delete()


def _move_names(source: Party, target: Party) -> None:
    for known in {name.name for name in source.names.all()} | {source.name}:
        add_name(target, known, mend=False)


def _move_event_mentions(source: Event, target: Event) -> None:
    known = set(target.mentions.values_list("article", "start"))
    twice = [m.pk for m in source.mentions.all() if (m.article_id, m.start) in known]
    EventMention.objects.filter(pk__in=twice).delete()
    source.mentions.update(event=target)


def articles_of(party: Party) -> QuerySet[Article]:
    """Return the articles that name or quote someone."""
    own = {_kind(party).field: party}
    named, quoting = (model.objects.filter(**own).values("article") for model in (Mention, Statement))
    return Article.objects.filter(models.Q(pk__in=named) | models.Q(pk__in=quoting))


def _rule(person: Person, articles: set[int], names: set[str]) -> None:
    """Keep that in `articles` each of `names` means `person`."""
    keys = sorted({person_key(name) for name in names})
    Identification.objects.bulk_create(
        (Identification(article_id=pk, key=key, person=person) for pk in sorted(articles) for key in keys),
        batch_size=ONE_AT_ONCE,
        update_conflicts=True,
        unique_fields=["article", "key"],
        update_fields=["person", "organization"],
    )


def _mend_namesakes(party: Party, name: str) -> None:
    kind, same = _kind(party), _kind(party).sameness(name)
    rows = kind.names.objects.filter(key=kind.key(name), confirmed=False).exclude(**{kind.field: party})
    akin = [row for row in rows.select_related(kind.field) if kind.sameness(row.name) == same]
    for other in {getattr(row, kind.field) for row in akin}:
        if all(kind.sameness(known.name) == same for known in other.names.all()):
            merge_parties(party, [other])
        else:
            _move(other, party, articles_writing(other, name))
            other.names.filter(pk__in=[row.pk for row in akin]).delete()
            enqueue([other])


def articles_writing(row: Party | Event, name: str) -> set[int]:
    """Return the articles that name the party, or tell of the event, in these very words."""
    sameness = words_of if isinstance(row, Event) else _kind(row).sameness
    span = Substr("article__body", F("start") + 1, F("end") - F("start"))
    written = row.mentions.order_by().annotate(written=span).values_list("article", "written")
    return {article for article, words in written if sameness(words) == sameness(name)}


def _mend_unnamed(party: Party, name: str) -> None:
    said = Statement.objects.filter(unnamed=name, confirmed_at__isnull=True)
    free = [statement for statement in said if not statement.is_locked("speaker")]
    rows = Statement.objects.filter(pk__in=[statement.pk for statement in free])
    rows.update(unnamed="", **{_kind(party).field: party})
