"""Events as data: what, when, where and who, as programs ask for it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from archive.models import Event

from .values import Absolute, Named, iso_day, named

EVENTS = Event.objects.prefetch_related(
    Prefetch("people", to_attr="all_people"), Prefetch("organizations", to_attr="all_organizations")
)


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
        people=[named(person) for person in event.all_people],
        organizations=[named(organization) for organization in event.all_organizations],
        note=event.note or None,
    )
