"""Which people the names of one article mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.extraction.record import PersonFound, Role
from archive.ingest.keys import (
    INITIAL_FIRST,
    is_full,
    names_agree,
    office_words,
    person_key,
    surname_key,
    words_of,
)
from archive.ingest.removing import Kind, Removals, removed_key
from archive.ingest.slugs import Newcomer, save_newcomers
from archive.ingest.standing import Standing
from archive.models import Identification, Office, Person, PersonName
from archive.models.folding import searched_forms
from archive.search.queue import enqueue

from .known import KnownPeople, sought

LIKE_OFFICE = 0.75  # of the words of two titles, the share that has to be the same: no deputy is the minister


@dataclass(eq=False)
class Candidate:
    """A person who may be meant: the names that share a key with the one in question, and their offices."""

    person: Person
    names: list[PersonName] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    @property
    def countries(self) -> set[str]:
        """The countries that the person held offices of."""
        return {office.country for office in self.offices if office.country}

    def is_foreign_to(self, countries: set[str]) -> bool:
        """Whether all known offices are other countries' than `countries`: then it is a namesake."""
        return bool(countries and self.countries) and countries.isdisjoint(self.countries)

    def agrees(self, name: str) -> bool:
        """Whether none of the names speaks against `name`."""
        return all(names_agree(known.name, name) for known in self.names)

    def is_called(self, name: str, confirmed: bool = False) -> bool:
        """Whether the person goes by this very name, spelling apart."""
        words = words_of(name)
        return any(words_of(n.name) == words for n in self.names if n.confirmed or not confirmed)

    def holds(self, role: Role) -> bool:
        """Whether one of the offices is `role`: the same country, and mostly the same words."""
        words = office_words(role.title)
        return any(
            office.country == role.country and _likeness(office_words(office.title), words) >= LIKE_OFFICE
            for office in self.offices
        )


def identify_people(
    found: Iterable[PersonFound],
    around: set[str],
    rulings: Iterable[Identification],
    known: KnownPeople,
    removals: Removals,
    standing: Standing,
) -> dict[str, Person]:
    """Return the person whom each name means; names that are not enough to tell are left out.

    `around` are the countries that the article is about, `rulings` what an editor said of the article's
    names, `removals` of names anywhere; `known` are those who may be meant. New people are saved.
    """
    found = [one for one in found if not removals.mean_nobody(Kind.PERSON, _whole(one.name))]
    shelf = _Shelf(found, around, rulings, known, removals, standing)
    people = {one.name: shelf.identify(one) for one in found}
    shelf.save()
    return {name: person for name, person in people.items() if person}


class _Shelf:
    """The people of the archive who may be meant by the names of one article."""

    def __init__(
        self,
        found: list[PersonFound],
        around: set[str],
        rulings: Iterable[Identification],
        known: KnownPeople,
        removals: Removals,
        standing: Standing,
    ) -> None:
        self.around, self.known, self.removals, self.standing = around, known, removals, standing
        self.rulings = {ruling.key: ruling.person for ruling in rulings if ruling.person}
        self.by_key: dict[str, list[Candidate]] = defaultdict(list)
        self.by_surname: dict[str, list[Candidate]] = defaultdict(list)
        self.spare: dict[str, list[Candidate]] = defaultdict(list)
        self.new: list[Newcomer] = []
        self.new_names: list[PersonName] = []
        self.found_anew: list[Person] = []  # who is found by words that none of their names had
        self._gather(found)

    def _gather(self, found: list[PersonFound]) -> None:
        keys, surnames = sought(found)
        for key in keys:
            _collect(self.known.of_key(key), self.by_key[key])
        for surname in surnames:
            _collect(self.known.of_surname(surname), self.by_surname[surname])
        for key, candidates in self.by_key.items():
            self.spare[key] = [one for one in candidates if not self.standing.counts(one.person)]
        for shelf in (self.by_key, self.by_surname):
            for key, candidates in shelf.items():
                shelf[key] = [one for one in candidates if self.standing.counts(one.person)]
        self._gather_offices()

    def _gather_offices(self) -> None:
        shelves = (*self.by_key.values(), *self.by_surname.values())
        offices: dict[int, list[Office]] = defaultdict(list)
        for office in self.known.offices_of(one.person.pk for shelf in shelves for one in shelf):
            if self.standing.counts(office):
                offices[office.person_id].append(office)
        for shelf in shelves:
            for candidate in shelf:
                candidate.offices = offices[candidate.person.pk]

    def identify(self, found: PersonFound) -> Person | None:
        """Return whom the name means: a known person, a new one who is yet to be saved, or None."""
        key = person_key(found.name)
        if key in self.rulings:
            return self.rulings[key]
        whole = _whole(found.name)
        allowed = [one for one in self.by_key[key] if not self.removals.forbid(whole, one.person)]
        told = [one for one in allowed if one.is_called(found.name, confirmed=True)]
        if len(told) == 1:
            return told[0].person
        if not is_full(found.name):
            return self._by_office(found)
        candidate = self._choose(told or allowed, found) or self._add(found, key)
        self._remember(found.name, candidate)
        return candidate.person

    def _choose(self, candidates: list[Candidate], found: PersonFound) -> Candidate | None:
        """Return the one candidate whom the name and the offices allow, or None."""
        countries = _countries(found)
        possible = [one for one in candidates if one.agrees(found.name) and not one.is_foreign_to(countries)]
        if len(possible) < 2:
            return _only(possible)
        return (
            _only([one for one in possible if one.countries & countries])
            or _only([one for one in possible if one.countries & self.around])
            or _only([one for one in possible if one.is_called(found.name)])
            or _only([one for one in possible if not one.offices])
        )

    def _by_office(self, found: PersonFound) -> Person | None:
        """Return the one person of this surname who is known to hold one of the offices given, or None."""
        roles = [role for role in found.roles if role.country]
        initial = words_of(found.name)[0] if INITIAL_FIRST.match(found.name) else ""
        fitting = {
            one.person
            for one in self.by_surname[surname_key(found.name)]
            if any(words_of(name.name)[0].startswith(initial) for name in one.names)
            and any(one.holds(role) for role in roles)
            and not self.removals.forbid(_whole(found.name), one.person)
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _add(self, found: PersonFound, key: str) -> Candidate:
        """Put a new person on the shelf, for the article's other names to agree with."""
        person = Person(name=found.name[:300])
        offices = [Office(title=role.title, country=role.country or "") for role in found.roles]
        candidate = Candidate(person, offices=offices)
        self.by_key[key].append(candidate)
        spare = tuple(one.person for one in self.spare[key] if one.agrees(found.name))
        self.new.append(Newcomer(person, found.name, spare))
        return candidate

    def _remember(self, name: str, candidate: Candidate) -> None:
        """Note that the candidate goes by `name`, where the archive does not know it."""
        name = name[:300]
        if all(known.name != name for known in candidate.names):
            known = PersonName(
                person=candidate.person, name=name, key=person_key(name), surname=surname_key(name)
            )
            self.new_names.append(known)
            if not _is_found_by(candidate, name):
                self.found_anew.append(candidate.person)
            candidate.names.append(known)

    def save(self) -> None:
        """Save the new people and the new names."""
        if not self.new_names:
            return
        known = [person for person in self.found_anew if person.pk]
        self.known.add_people(save_newcomers(self.new, self.standing))
        self.known.add_names(PersonName.objects.bulk_create(self.new_names))
        enqueue(known)  # their articles are found under the new name, too


def _collect(names: Iterable[PersonName], shelf: list[Candidate]) -> None:
    """Put a candidate on the shelf for each person whose names these are."""
    candidates: dict[int, Candidate] = {}
    for name in names:
        candidate = candidates.get(name.person_id)
        if candidate is None:
            candidate = candidates[name.person_id] = Candidate(name.person)
            shelf.append(candidate)
        candidate.names.append(name)


def _is_found_by(candidate: Candidate, name: str) -> bool:
    """Whether the names known so far have all by which `name` is found."""
    forms = {form for known in candidate.names for form in searched_forms(known.name)}
    return forms.issuperset(searched_forms(name))


def _whole(name: str) -> str:
    return removed_key(Kind.PERSON, name)


def _only(candidates: list[Candidate]) -> Candidate | None:
    return candidates[0] if len(candidates) == 1 else None


def _countries(found: PersonFound) -> set[str]:
    return {role.country for role in found.roles if role.country}


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index of two sets of words."""
    return len(one & other) / (len(one | other) or 1)
