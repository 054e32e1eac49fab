"""Rows that an extraction made and no article needs any more."""

from collections.abc import Iterable

from archive.models import Event, Office, Organization, Person


def forget_unused(
    parties: Iterable[Person | Organization], events: Iterable[Event], offices: Iterable[Office]
) -> None:
    """Delete those of the rows that nothing names now and that no editor touched."""
    for office in offices:
        if not office.confirmed and not office.articles.exists():
            office.delete()
    for event in events:
        if not event.mentions.exists() and not event.statements.exists() and not _is_an_editors(event):
            event.delete()
    for party in parties:
        if not party.mentions.exists() and not party.statements.exists() and not _is_an_editors(party):
            _delete_party(party)


def _is_an_editors(row: Person | Organization | Event) -> bool:
    return bool(row.locked or row.note) or row.names.filter(confirmed=True).exists()


def _delete_party(party: Person | Organization) -> None:
    if isinstance(party, Person) and party.offices.exists():
        return
    if not party.identifications.exists():
        party.delete()
