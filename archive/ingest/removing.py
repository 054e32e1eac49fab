"""What editors removed: which names mean nobody, or not this one; which offices someone does not hold."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db import transaction
from django.db.models import Model, Value
from django.db.models.functions import Coalesce, Left, NullIf

from archive.extraction.record import Record
from archive.models import (
    Article,
    Event,
    NameRemoval,
    Office,
    OfficeRemoval,
    Organization,
    Person,
    Statement,
)
from archive.search.queue import enqueue, noted_together

from .keys import event_key, organization_key, words_of

Owned = Person | Organization | Event
Kind = NameRemoval.Kind
KINDS: dict[type[Model], Kind] = {
    Person: Kind.PERSON,
    Organization: Kind.ORGANIZATION,
    Event: Kind.EVENT,
}
LONGEST_KEY = 400
LONGEST_WORDS = 300


class Removals:
    """What editors removed of the names that some articles give, and all offices that they removed."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._owners: dict[tuple[str, str], set[int | None]] = defaultdict(set)
        keys = set(keys)
        rows = (
            NameRemoval.objects.filter(key__in=keys)
            .order_by()
            .values_list("kind", "key", "person", "organization", "event")
        )
        for kind, key, *owners in rows if keys else ():
            self._owners[kind, key].add(next((owner for owner in owners if owner), None))

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Removals":
        """Return those that bear on the names and the events in `records`."""
        names: set[str] = set()
        keys: set[str] = set()
        for record in records:
            names.update(said.speaker.name for said in record.statements if said.speaker)
            names.update(one.name for one in (*record.people, *record.organizations))
            keys.update(event_key(one.what, one.date, one.precision) for one in record.events)
        return cls(keys | {make(name) for name in names for make in (_person_key, organization_key)})

    @cached_property
    def offices(self) -> set[tuple[int, str, str, str]]:
        """All offices that editors took from people: whose, title, organization, country."""
        rows = OfficeRemoval.objects.order_by()
        return set(rows.values_list("person", "title", "organization", "country"))

    def mean_nobody(self, kind: Kind, key: str) -> bool:
        """Whether what this comparable form names is none of its kind."""
        return None in self._owners.get((kind, key), ())

    def forbid(self, key: str, row: Owned) -> bool:
        """Whether what this comparable form names is not `row`."""
        return row.pk is not None and row.pk in self._owners.get((KINDS[type(row)], key), ())


def removed_key(kind: Kind, name: str) -> str:
    """Return the comparable form of the whole name of a person or an organization."""
    return _person_key(name) if kind == Kind.PERSON else organization_key(name)


def _person_key(name: str) -> str:
    return " ".join(words_of(name))[:LONGEST_KEY]


def note_name_removed(owner: Owned, name: str, user: Any, key: str = "") -> None:
    """Remember that `name` does not mean `owner`; `key` is the comparable form of an event's."""
    kind = KINDS[type(owner)]
    row = {"kind": kind, "key": key or removed_key(kind, name), kind.value: owner}
    NameRemoval.objects.get_or_create(**row, defaults={"name": name[:300], "removed_by": user})


def note_removed(row: Owned, user: Any) -> None:
    """Remember that none of the names of `row` means a person, an organization, an event at all."""
    kind = KINDS[type(row)]
    for name in row.names.all():
        key = name.key if kind == Kind.EVENT else removed_key(kind, name.name)
        NameRemoval.objects.get_or_create(
            kind=kind, key=key, person=None, organization=None, event=None,
            defaults={"name": name.name, "removed_by": user},
        )  # fmt: skip


@transaction.atomic
@noted_together()
def dissolve(party: Person | Organization, user: Any) -> None:
    """Take away what was wrongly taken for a person or an organization: statements keep the words used."""
    said = Statement.objects.filter(**{KINDS[type(party)].value: party})
    enqueue(Article.objects.filter(statements__in=said).distinct())
    note_removed(party, user)
    words = Coalesce(NullIf(Left("speaker_as_written", LONGEST_WORDS), Value("")), Value(party.name))
    said.update(person=None, organization=None, unnamed=words)
    party.delete()


def allow_name(owner: Owned, name: str) -> None:
    """Forget that `name` was removed: an editor enters it again."""
    kind = KINDS[type(owner)]
    removed = NameRemoval.objects.filter(kind=kind, key=removed_key(kind, name))
    (removed.filter(**{kind.value: owner}) | removed.filter(person=None, organization=None)).delete()


def note_office_removed(office: Office, user: Any) -> None:
    """Remember that the person does not hold this office."""
    OfficeRemoval.objects.get_or_create(
        person=office.person,
        title=office.title,
        organization=office.organization,
        country=office.country,
        defaults={"removed_by": user},
    )


def allow_office(office: Office) -> None:
    """Forget that the office was removed: an editor enters it again."""
    held = {"title": office.title, "organization": office.organization, "country": office.country}
    OfficeRemoval.objects.filter(person=office.person, **held).delete()
