"""Events as data."""

from dataclasses import dataclass

from archive.models import Event

from .values import Absolute, Named, iso_day, named

EVENTS = Event.objects.prefetch_related("people", "organizations")


@dataclass(frozen=True)
class EventRecord:
    """What happened, when, where and who took part."""

    id: int
    url: str
    what: str
    slug: str
    date: str | None
    precision: str
    place: str | None
    people: list[Named]
    organizations: list[Named]
    note: str | None


def event_record(event: Event, absolute: Absolute) -> EventRecord:
    """Return all that is known of one of `EVENTS`."""
    return EventRecord(
        id=event.pk,
        url=absolute(event.get_absolute_url()),
        what=event.name,
        slug=event.slug,
        date=iso_day(event.date),
        precision=event.precision,
        place=event.place or None,
        people=[named(person) for person in event.people.all()],
        organizations=[named(organization) for organization in event.organizations.all()],
        note=event.note or None,
    )
