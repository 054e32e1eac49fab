"""Which happenings the words of one article tell of."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from archive.extraction.record import EventFound
from archive.ingest.keys import plain
from archive.ingest.slugs import unused_slug
from archive.models import Event, EventName, Precision

SMALL_WORDS = frozenset((
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "the", "to",
    "with",
))  # fmt: skip
LIKE_WORDING = 0.6  # of the words of two wordings, the share that has to be the same for them to be one event
FEWEST_SHARED = 2
LONGEST_KEY = 400


def event_key(what: str, day: str | None, precision: str) -> str:
    """Return the comparable form of an event: its date and its words, in any order."""
    return f"{day or ''}|{precision}|{' '.join(sorted(event_words(what)))}"[:LONGEST_KEY]


def event_words(what: str) -> frozenset[str]:
    """Return the words that tell what happened, without plurals and small words."""
    words = (word[:-1] if len(word) > 3 and word.endswith("s") else word for word in plain(what).split())
    return frozenset(words) - SMALL_WORDS


def identify_events(found: Iterable[EventFound]) -> list[tuple[EventFound, Event]]:
    """Return each dated event with its row; new ones are saved.

    Two articles tell of one event if its date is the same and most of its words are. An event without a date
    could be any meeting of those two: it is not recorded.
    """
    dated = [one for one in found if _is_dated(one) and event_words(one.what)]
    if not dated:
        return []
    shelf = _Shelf(dated)
    return [(one, shelf.identify(one)) for one in dated]


def _is_dated(found: EventFound) -> bool:
    return bool(found.date) and found.precision != Precision.UNKNOWN


class _Shelf:
    """The events of the archive on the days that one article tells of."""

    def __init__(self, found: list[EventFound]) -> None:
        self.by_key: dict[str, Event] = {}
        self.by_date: dict[tuple[str, str], list[EventName]] = defaultdict(list)
        keys = [event_key(one.what, one.date, one.precision) for one in found]
        same = EventName.objects.filter(key__in=keys).select_related("event")
        for name in same.order_by("-confirmed", "id"):
            self.by_key.setdefault(name.key, name.event)
        days = {one.date for one in found if one.precision == Precision.DAY}
        near = EventName.objects.filter(event__date__in=days, event__precision=Precision.DAY)
        for name in near.select_related("event").order_by("event_id", "id") if days else ():
            self._place(name)

    def _place(self, name: EventName) -> None:
        self.by_date[str(name.event.date), name.event.precision].append(name)

    def identify(self, found: EventFound) -> Event:
        """Return the event that is told of: a known or a new one, saved under this wording."""
        key = event_key(found.what, found.date, found.precision)
        if key in self.by_key:
            return self.by_key[key]
        event = self._alike(found) or _new_event(found)
        name = EventName(event=event, name=found.what[:300], key=key)
        EventName.objects.bulk_create([name])
        self.by_key[key] = event
        if found.precision == Precision.DAY:
            self._place(name)
        return event

    def _alike(self, found: EventFound) -> Event | None:
        """Return the event of the same day whose wording shares most words, if there are enough of them."""
        words, best, event = event_words(found.what), LIKE_WORDING, None
        for name in self.by_date.get((str(found.date), found.precision), ()):
            theirs = event_words(name.name)
            likeness = len(words & theirs) / len(words | theirs)
            if len(words & theirs) >= FEWEST_SHARED and likeness >= best and _same_place(found, name.event):
                best, event = likeness, event if event and likeness == best else name.event
        return event


def _same_place(found: EventFound, event: Event) -> bool:
    return not found.place or not event.place or plain(found.place) == plain(event.place)


def _new_event(found: EventFound) -> Event:
    event = Event(
        name=found.what[:300],
        slug=unused_slug(f"{found.what} {found.date}", "event"),
        date=date.fromisoformat(found.date),
        precision=found.precision,
        place=(found.place or "")[:200],
    )
    Event.objects.bulk_create([event])
    return event
