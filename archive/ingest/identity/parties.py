"""Whom one article names and quotes, as rows of the archive."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from archive.extraction.record import OrganizationFound, PersonFound, Record, Speaker
from archive.ingest.removing import Removals
from archive.ingest.standing import Standing
from archive.models import Article, Organization, Person

from .known import KnownOrganizations, KnownPeople
from .organizations import identify_organizations
from .people import identify_people

Found = TypeVar("Found", PersonFound, OrganizationFound)


@dataclass(frozen=True)
class Parties:
    """The people and organizations of one article, by the names that its record gives them."""

    people: dict[str, Person] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)

    def speaker(self, speaker: Speaker | None) -> Person | Organization | str:
        """Return who speaks: a row, or the words used where the archive cannot tell who that is."""
        if speaker is None:
            return ""
        shelf = {"person": self.people, "organization": self.organizations}.get(speaker.kind, {})
        return shelf.get(speaker.name) or speaker.name or speaker.as_written


class Known:
    """Whom the names in a few records may mean; see `archive.ingest.identity.known`."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = list(records)
        self.people = KnownPeople(one for record in records for one in _named_people(record))
        named = (one for record in records for one in _named_organizations(record))
        self.organizations = KnownOrganizations(named)


def identify_parties(
    record: Record, article: Article, known: Known, removals: Removals, standing: Standing
) -> Parties:
    """Return whom the names in `record` mean; `article` is its row, whether it is saved yet or not."""
    rulings = list(article.identifications.select_related("person", "organization")) if article.pk else []
    people, organizations = _named_people(record), _named_organizations(record)
    around = {one.country for one in organizations if one.country}
    around |= {role.country for one in people for role in one.roles if role.country}
    return Parties(
        identify_people(people, around, rulings, known.people, removals, standing),
        identify_organizations(organizations, rulings, known.organizations, removals, standing),
    )


def _named_people(record: Record) -> list[PersonFound]:
    """Return the people that are named, and those who only speak."""
    speaking = (PersonFound(name) for name in _speakers(record, "person"))
    return _distinct((*record.people, *speaking))


def _named_organizations(record: Record) -> list[OrganizationFound]:
    speaking = (OrganizationFound(name) for name in _speakers(record, "organization"))
    return _distinct((*record.organizations, *speaking))


def _speakers(record: Record, kind: str) -> Iterable[str]:
    return (said.speaker.name for said in record.statements if said.speaker and said.speaker.kind == kind)


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Keep the first of each name; an empty name is nobody's."""
    first: dict[str, Found] = {}
    for one in found:
        if one.name.strip():
            first.setdefault(one.name, one)
    return list(first.values())
