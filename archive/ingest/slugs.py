"""Addresses for new rows: readable, unused, and never given twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from django.db.models import Model

from archive.models import Address
from archive.models.slugs import slug_of

from .standing import Standing, is_an_editors


@dataclass(frozen=True, eq=False)
class Newcomer:
    """A row yet to be saved, the `text` that its address is made from, and older rows that may be the same.

    `spare` are rows that do not count (see `archive.ingest.standing`).
    """

    row: Model
    text: str
    spare: tuple[Model, ...] = ()


def unused_slug(text: str, kind: str) -> str:
    """Return a slug for `text` that nobody has or had.

    Where `text` has neither letters nor digits, it is `kind` and a number that depends on `text` only.
    """
    return next(slug for slug in _slugs(text, kind) if not Address.objects.filter(slug=slug).exists())


def _slugs(text: str, kind: str) -> Iterable[str]:
    base = slug_of(text) or f"{kind}-{sha256(text.encode()).hexdigest()[:8]}"
    return (base if number == 1 else f"{base}-{number}" for number in count(1))


def save_newcomers(newcomers: Iterable[Newcomer], standing: Standing) -> list[Model]:
    """Save rows of one model, each under an address that nobody has or had; return those that are new.

    One whose address belongs to a row that does not count takes that row up, and so does one who may be such
    a row under another address: its number and its addresses stay, all else is made anew.
    """
    newcomers = list(newcomers)
    if not newcomers:
        return []
    model = type(newcomers[0].row)
    desk = _AddressDesk(newcomers, standing)
    for one in newcomers:
        desk.give(one)
    for one in newcomers:
        _take_up(one, standing)
    new = model.objects.bulk_create(one.row for one in newcomers if one.row.pk is None)
    standing.note(one.row for one in newcomers)
    return new


class _AddressDesk:
    """Gives newcomers of one model their addresses; most of those that they want are looked up at once."""

    def __init__(self, newcomers: list[Newcomer], standing: Standing) -> None:
        self.standing = standing
        self.kind = newcomers[0].row._meta.model_name
        self.wanted = {next(iter(_slugs(one.text, self.kind))) for one in newcomers}
        known = Address.objects.filter(slug__in=self.wanted)
        self.known = {address.slug: address for address in known.order_by()}
        self.given: set[str] = set()

    def give(self, one: Newcomer) -> None:
        """Set the address of the row, and its number where it takes up the row that has this address."""
        one.row.slug = next(slug for slug in _slugs(one.text, self.kind) if self._is_free(slug, one.row))
        self.given.add(one.row.slug)

    def _is_free(self, slug: str, row: Model) -> bool:
        """Whether nobody has or had a slug, or a row that does not count gives it up."""
        if slug in self.given:
            return False
        address = self.known.get(slug) if slug in self.wanted else Address.objects.filter(slug=slug).first()
        if address is None or not self.standing.doubts:
            return address is None
        owner = address.owner
        if self.standing.counts(owner) or is_an_editors(owner):
            return False
        if type(owner) is type(row):
            row.pk = owner.pk
            self.standing.note([owner])
        else:
            address.delete()
        return True


def _take_up(one: Newcomer, standing: Standing) -> None:
    """Let the newcomer be an older row, where there is one: what that was is made anew."""
    row = one.row
    if row.pk is None:
        free = (old for old in one.spare if not standing.counts(old) and not is_an_editors(old))
        row.pk = next((old.pk for old in free), None)
    if row.pk is not None:
        row.names.all().delete()
        row.save(force_update=True)
        standing.note([row])
