"""Which organizations the names of one article mean."""

from collections import defaultdict
from collections.abc import Iterable

from archive.extraction.record import OrganizationFound
from archive.ingest.keys import is_shared, organization_key
from archive.ingest.removing import Kind, Removals
from archive.ingest.slugs import Newcomer, save_newcomers
from archive.ingest.standing import Standing
from archive.models import Identification, Organization, OrganizationName

from .known import KnownOrganizations


def identify_organizations(
    found: Iterable[OrganizationFound],
    rulings: Iterable[Identification],
    known: KnownOrganizations,
    removals: Removals,
    standing: Standing,
) -> dict[str, Organization]:
    """Return the organization that each name means; new ones are saved. What an editor removed is none."""
    found = [one for one in found if not removals.mean_nobody(Kind.ORGANIZATION, organization_key(one.name))]
    shelf = _Shelf({organization_key(one.name) for one in found}, rulings, known, removals, standing)
    organizations = {one.name: shelf.identify(one) for one in found}
    shelf.save()
    return organizations


class _Shelf:
    """The organizations of the archive that may be meant by the names of one article."""

    def __init__(
        self,
        keys: set[str],
        rulings: Iterable[Identification],
        known: KnownOrganizations,
        removals: Removals,
        standing: Standing,
    ) -> None:
        self.known, self.standing = known, standing
        self.rulings = {ruling.key: ruling.organization for ruling in rulings if ruling.organization}
        self.by_key: dict[str, list[OrganizationName]] = defaultdict(list)
        self.spare: dict[str, list[Organization]] = defaultdict(list)
        self.new: list[OrganizationName] = []
        for name in known.of_keys(keys):
            if not standing.counts(name.organization):
                self.spare[name.key].append(name.organization)
            elif not removals.forbid(name.key, name.organization):
                self.by_key[name.key].append(name)

    def identify(self, found: OrganizationFound) -> Organization:
        """Return which one is meant: a known one, or a new one that is yet to be saved."""
        key = organization_key(found.name)
        if key in self.rulings:
            return self.rulings[key]
        told = _each([name for name in self.by_key[key] if name.confirmed])
        if len(told) == 1:
            return told[0]
        return self._choose(told or _each(self.by_key[key]), found) or self._add(found, key)

    def _choose(self, known: list[Organization], found: OrganizationFound) -> Organization | None:
        """Return the one of the same country; names that only one has are told without it."""
        same = [one for one in known if one.country == (found.country or "")]
        if same:
            return same[0]
        if is_shared(found.name) or len(known) != 1:
            return None
        (only,) = known
        if found.country and only.country:
            return None
        if found.country and not only.is_locked("country"):
            only.country = found.country
            if only.pk:
                only.save(update_fields=["country"])
        return only

    def _add(self, found: OrganizationFound, key: str) -> Organization:
        organization = Organization(name=found.name[:300], country=found.country or "")
        name = OrganizationName(organization=organization, name=found.name[:300], key=key)
        self.by_key[key].append(name)
        self.new.append(name)
        return organization

    def save(self) -> None:
        """Save the new organizations and their names."""
        save_newcomers(
            (
                Newcomer(name.organization, name.organization.name, tuple(self.spare[name.key]))
                for name in self.new
            ),
            self.standing,
        )
        self.known.add_names(OrganizationName.objects.bulk_create(self.new))


def _each(names: list[OrganizationName]) -> list[Organization]:
    """Return whose names these are, each once, in their order; new ones have no number yet."""
    return list({name.organization_id or id(name.organization): name.organization for name in names}.values())
