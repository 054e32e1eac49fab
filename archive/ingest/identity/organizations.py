"""Which organizations the names of one article mean."""

from collections import defaultdict
from collections.abc import Iterable

from archive.extraction.record import OrganizationFound
from archive.ingest.keys import is_shared, organization_key
from archive.ingest.slugs import unused_slug
from archive.models import Identification, Organization, OrganizationName


def identify_organizations(
    found: Iterable[OrganizationFound], rulings: Iterable[Identification] = ()
) -> dict[str, Organization]:
    """Return the organization that each name means; new ones are saved."""
    found = list(found)
    shelf = _Shelf({organization_key(one.name) for one in found}, rulings)
    organizations = {one.name: shelf.identify(one) for one in found}
    shelf.save()
    return organizations


class _Shelf:
    """The organizations of the archive that may be meant by the names of one article, fetched together."""

    def __init__(self, keys: set[str], rulings: Iterable[Identification]) -> None:
        self.rulings = {ruling.key: ruling.organization for ruling in rulings if ruling.organization}
        self.by_key: dict[str, list[OrganizationName]] = defaultdict(list)
        self.new: list[OrganizationName] = []
        named = OrganizationName.objects.filter(key__in=keys).select_related("organization")
        for name in named.order_by("organization_id", "id") if keys else ():
            self.by_key[name.key].append(name)

    def identify(self, found: OrganizationFound) -> Organization:
        """Return which one is meant: a known one, or a new one that is yet to be saved."""
        key = organization_key(found.name)
        if key in self.rulings:
            return self.rulings[key]
        told = {name.organization for name in self.by_key[key] if name.confirmed}
        known = told or {name.organization for name in self.by_key[key]}
        if len(told) == 1:
            return told.pop()
        return self._choose(known, found) or self._add(found, key)

    def _choose(self, known: set[Organization], found: OrganizationFound) -> Organization | None:
        """Return the one of the same country; names that only one has are told without it."""
        same = [one for one in known if one.country == (found.country or "")]
        if same:
            return min(same, key=lambda one: one.pk or 0)
        if is_shared(found.name) or len(known) != 1:
            return None
        (only,) = known
        if found.country and only.country:
            return None
        if found.country and only.pk and not only.is_locked("country"):
            only.country = found.country
            only.save(update_fields=["country"])
        return only

    def _add(self, found: OrganizationFound, key: str) -> Organization:
        taken = {name.organization.slug for name in self.new}
        slug = unused_slug(found.name, "organization", taken)
        organization = Organization(name=found.name[:300], slug=slug, country=found.country or "")
        name = OrganizationName(organization=organization, name=found.name[:300], key=key)
        self.by_key[key].append(name)
        self.new.append(name)
        return organization

    def save(self) -> None:
        """Save the new organizations and their names."""
        Organization.objects.bulk_create(name.organization for name in self.new)
        OrganizationName.objects.bulk_create(self.new)
