"""People and organizations as data."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from archive.models import Office, Organization, Person

from .values import Absolute

NAMES = Prefetch("names", to_attr="all_names")
PEOPLE = Person.objects.prefetch_related(NAMES, Prefetch("offices", to_attr="all_offices"))
ORGANIZATIONS = Organization.objects.prefetch_related(NAMES)


@dataclass(frozen=True)
class Role:
    """An office that someone holds or held."""

    title: str
    organization: str | None
    country: str | None


def role(office: Office) -> Role:
    """Return `office` as data."""
    return Role(office.title, office.organization or None, office.country or None)


@dataclass(frozen=True)
class PartyRecord:
    """A party under one name, with every other name that means it."""

    id: int
    url: str
    name: str
    slug: str
    names: list[str]
    note: str | None


@dataclass(frozen=True)
class PersonRecord(PartyRecord):
    """A person with every name and office that the archive knows of them."""

    roles: list[Role]


@dataclass(frozen=True)
class OrganizationRecord(PartyRecord):
    """An organization with every name that the archive knows it by; `country` is ISO 3166-1 alpha-2."""

    country: str | None


def person_record(person: Person, absolute: Absolute) -> PersonRecord:
    """Return all that is known of one of `PEOPLE`."""
    return PersonRecord(**_party(person, absolute), roles=[role(office) for office in person.all_offices])


def organization_record(organization: Organization, absolute: Absolute) -> OrganizationRecord:
    """Return all that is known of one of `ORGANIZATIONS`."""
    return OrganizationRecord(**_party(organization, absolute), country=organization.country or None)


def _party(party: Person | Organization, absolute: Absolute) -> dict[str, Any]:
    """Return the fields of a PartyRecord."""
    return {
        "id": party.pk,
        "url": absolute(party.get_absolute_url()),
        "name": party.name,
        "slug": party.slug,
        "names": [name.name for name in party.all_names],
        "note": party.note or None,
    }
