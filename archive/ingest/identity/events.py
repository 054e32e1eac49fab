"""Which happenings the words of one article tell of."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from archive.extraction.record import EventFound
from archive.ingest.keys import event_key, event_words, plain
from archive.ingest.removing import Kind, Removals
from archive.ingest.slugs import Newcomer, save_newcomers
from archive.ingest.standing import Standing
from archive.models import Event, EventName, Precision

LIKE_WORDING = 0.6  # of the words of two wordings, the share that has to be the same for them to be one event
FEWEST_SHARED = 2


def identify_events(
    found: Iterable[EventFound], removals: Removals, standing: Standing
) -> list[tuple[EventFound, Event]]:
    """Return each dated event with its row; new ones are saved.

    Two articles tell of one event if its date is the same and most of its words are. An event without a date
    could be any meeting of those two: it is not recorded, nor is what an editor removed.
    """
    dated = [
        one
        for one in found
        if _is_dated(one) and event_words(one.what) and not removals.mean_nobody(Kind.EVENT, _key(one))
    ]
    if not dated:
        return []
    shelf = _Shelf(dated, removals, standing)
    return [(one, shelf.identify(one)) for one in dated]


def _is_dated(found: EventFound) -> bool:
    return bool(found.date) and found.precision != Precision.UNKNOWN


def _key(found: EventFound) -> str:
    return event_key(found.what, found.date, found.precision)


class _Shelf:
    """The events of the archive on the days that one article tells of."""

    def __init__(self, found: list[EventFound], removals: Removals, standing: Standing) -> None:
        self.removals, self.standing = removals, standing
        self.by_key: dict[str, Event] = {}
        self.by_date: dict[tuple[str, str], list[EventName]] = defaultdict(list)
        self.spare: dict[str, list[Event]] = defaultdict(list)
        same = EventName.objects.filter(key__in=map(_key, found)).select_related("event")
        for name in same.order_by("-confirmed", "id"):
            if not standing.counts(name.event):
                self.spare[name.key].append(name.event)
            elif not removals.forbid(name.key, name.event):
                self.by_key.setdefault(name.key, name.event)
        days = {one.date for one in found if one.precision == Precision.DAY}
        near = EventName.objects.filter(event__date__in=days, event__precision=Precision.DAY)
        for name in near.select_related("event").order_by("event_id", "id") if days else ():
            self._place(name)

    def _place(self, name: EventName) -> None:
        if self.standing.counts(name.event):
            self.by_date[str(name.event.date), name.event.precision].append(name)

    def identify(self, found: EventFound) -> Event:
        """Return the event that is told of: a known or a new one, saved under this wording."""
        key = _key(found)
        if key in self.by_key:
            return self.by_key[key]
        event = self._alike(found) or self._add(found)
        name = EventName(event=event, name=found.what[:300], key=key)
        EventName.objects.bulk_create([name], ignore_conflicts=True)
        self.by_key[key] = event
        if found.precision == Precision.DAY:
            self._place(name)
        return event

    def _alike(self, found: EventFound) -> Event | None:
        """Return the event of the same day whose wording shares most words, if there are enough of them."""
        words, best, event, key = event_words(found.what), LIKE_WORDING, None, _key(found)
        for name in self.by_date.get((str(found.date), found.precision), ()):
            theirs = event_words(name.name)
            likeness = len(words & theirs) / (len(words | theirs) or 1)
            enough = len(words & theirs) >= FEWEST_SHARED and likeness >= best
            if enough and _same_place(found, name.event) and not self.removals.forbid(key, name.event):
                best, event = likeness, event if event and likeness == best else name.event
        return event

    def _add(self, found: EventFound) -> Event:
        event = Event(
            name=found.what[:300],
            date=date.fromisoformat(found.date),
            precision=found.precision,
            place=(found.place or "")[:200],
        )
        spare = tuple(self.spare[_key(found)])
        save_newcomers([Newcomer(event, f"{found.what} {found.date}", spare)], self.standing)
        return event


def _same_place(found: EventFound, event: Event) -> bool:
    return not found.place or not event.place or plain(found.place) == plain(event.place)
