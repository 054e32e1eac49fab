"""The rows whom the names in a few records may mean, fetched together: most records name the same ones.

They are true until the transaction in which they were fetched ends, because nobody else writes meanwhile;
what is saved within it is added.
"""

from collections import defaultdict
from collections.abc import Iterable

from archive.extraction.record import OrganizationFound, PersonFound
from archive.ingest.keys import is_full, organization_key, person_key, surname_key
from archive.models import Office, Organization, OrganizationName, Person, PersonName


def sought(found: Iterable[PersonFound]) -> tuple[set[str], set[str]]:
    """Return the keys of all names, and the surnames of those that are told by these and an office."""
    found = list(found)
    keys = {person_key(one.name) for one in found}
    return keys, {surname_key(one.name) for one in found if one.roles and not is_full(one.name)}


class KnownPeople:
    """The names that share a key, or the surname, with some of those found, and their owners' offices."""

    def __init__(self, found: Iterable[PersonFound]) -> None:
        keys, surnames = sought(found)
        self._by_key: dict[str, list[PersonName]] = defaultdict(list)
        self._by_surname: dict[str, list[PersonName]] = defaultdict(list)
        self._offices: dict[int, list[Office]] = {}
        rows = PersonName.objects.select_related("person").order_by("person_id", "id")
        for name in rows.filter(key__in=keys) if keys else ():
            self._by_key[name.key].append(name)
        for name in rows.filter(surname__in=surnames) if surnames else ():
            self._by_surname[name.surname].append(name)
        shelves = (*self._by_key.values(), *self._by_surname.values())
        self._owners = {name.person_id for shelf in shelves for name in shelf}

    def of_key(self, key: str) -> list[PersonName]:
        """Return the names of this key, those of one person together."""
        return sorted(self._by_key[key], key=_owner_first)

    def of_surname(self, surname: str) -> list[PersonName]:
        """Return the names of this surname, those of one person together."""
        return sorted(self._by_surname[surname], key=_owner_first)

    def offices_of(self, people: Iterable[int]) -> list[Office]:
        """Return the offices that the people of these numbers are known to have held, in order."""
        people = set(people)
        if not people <= self._offices.keys():
            asked = (people | self._owners) - self._offices.keys()
            self._offices |= {number: [] for number in asked}
            for office in Office.objects.filter(person__in=asked).order_by("id"):
                self._offices[office.person_id].append(office)
        return sorted((office for number in people for office in self._offices[number]), key=_number)

    def add_people(self, people: Iterable[Person]) -> None:
        """Note who is new: nobody has said anything of them yet."""
        self._offices |= {person.pk: [] for person in people}

    def add_names(self, names: Iterable[PersonName]) -> None:
        """Note names that were saved."""
        for name in names:
            self._by_key[name.key].append(name)
            self._by_surname[name.surname].append(name)

    def add_offices(self, offices: Iterable[Office]) -> None:
        """Note offices that were saved."""
        for office in offices:
            self._offices[office.person_id].append(office)


class KnownOrganizations:
    """The names that share a key with some of those found; each organization is one object."""

    def __init__(self, found: Iterable[OrganizationFound]) -> None:
        keys = {organization_key(one.name) for one in found}
        self._by_key: dict[str, list[OrganizationName]] = defaultdict(list)
        rows: dict[int, Organization] = {}
        named = OrganizationName.objects.filter(key__in=keys).select_related("organization")
        for name in named.order_by("organization_id", "id") if keys else ():
            name.organization = rows.setdefault(name.organization_id, name.organization)
            self._by_key[name.key].append(name)

    def of_keys(self, keys: Iterable[str]) -> list[OrganizationName]:
        """Return the names of these keys, those of one organization together."""
        return sorted((name for key in keys for name in self._by_key[key]), key=_owner_first)

    def add_names(self, names: Iterable[OrganizationName]) -> None:
        """Note names that were saved."""
        for name in names:
            self._by_key[name.key].append(name)


def _owner_first(name: PersonName | OrganizationName) -> tuple[int, int]:
    owner = name.person_id if isinstance(name, PersonName) else name.organization_id
    return owner, name.pk


def _number(office: Office) -> int:
    return office.pk
