"""What the pages of people and of organizations have in common: whom they spoke of, met, are named with."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from django.core.cache import cache as store
from django.db.models import Count, F, QuerySet
from django.http import QueryDict

from archive.models import Event, Mention, Organization, Person
from archive.models.folding import fold
from archive.search.keeping import state_of_archive

from .named import find_articles_naming, page_of_namings
from .within import Within

Party = Person | Organization
T = TypeVar("T")

COMPANY, EVENTS = 12, 12
MEETINGS, EVENTS_LOOKED_AT = 40, 1000
KEPT = 3600  # seconds
MEETING_WORDS = Path(__file__).with_name("lexicon") / "meetings.txt"
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Companion:
    """Someone else, and in how many statements or articles."""

    person: Person
    count: int


@dataclass(frozen=True)
class Met:
    """Someone else, and the meetings with them, the latest first."""

    party: Party
    events: list[Event]


def party_context(party: Party, parameters: QueryDict) -> dict[str, object]:
    """Return what the page of a person shows as that of an organization does, as `parameters` narrow it."""
    within = Within.page(parameters, type="statements", speaker=(party.slug,))
    named_in = kept("named-in", party, lambda: find_articles_naming(party))
    naming_page, namings = page_of_namings(party, named_in, parameters)
    return {
        "names": [name for name in party.names.all() if name.name != party.name],
        "within": within,
        "problems": within.found.notices,
        "named_in": named_in,
        "naming_page": naming_page,
        "namings": namings,
        "named": named_by(party),
        "met": met_by(party),
        "events": party.events.all()[:EVENTS],
        "company": named_with(party),
    }


def named_by(party: Party) -> list[Companion]:
    """Return whom the statements of `party` name in their own words, most often first."""
    statements = f"article__statements__{party._meta.model_name}"
    within = Mention.objects.filter(
        **{statements: party},
        article__statements__spans__start__lte=F("start"),
        article__statements__spans__end__gte=F("end"),
    )
    return kept("spoken-of", party, lambda: _most(party, within, "article__statements"))


def named_with(party: Party) -> list[Companion]:
    """Return who is named in the same articles as `party`, most often first."""
    together = Mention.objects.filter(article__in=party.mentions.values("article"))
    return kept("together", party, lambda: _most(party, together, "article"))


def kept(what: str, party: Party, make: Callable[[], T]) -> T:
    """Return what `make` returns, which takes all the statements or articles of `party` to work out.

    It is kept until the archive changes, by an ingest or by an editor.
    """
    state = "-".join(map(str, state_of_archive()))
    return store.get_or_set(f"{what}:{party._meta.model_name}:{party.pk}:{state}", make, KEPT)


def _most(party: Party, mentions: QuerySet[Mention], what: str) -> list[Companion]:
    """Return whom `mentions` name, but `party`, with the number of different `what` that each is named in."""
    others = mentions.filter(person__isnull=False)
    if isinstance(party, Person):
        others = others.exclude(person=party)
    counted = others.order_by().values_list("person").annotate(n=Count(what, distinct=True))
    most = dict(counted.order_by("-n", "person")[:COMPANY])
    people = Person.objects.in_bulk(most)
    return [Companion(people[pk], count) for pk, count in most.items()]


def met_by(party: Party) -> list[Met]:
    """Return with whom `party` met: the meetings that have both among those who took part, and in their name.

    Whom only the sentence around it names may be someone who speaks of the meeting; but who took part by an
    editor's word did.
    """
    names = party.events.values_list("pk", "name")[:EVENTS_LOOKED_AT]
    meetings = [pk for pk, name in names if meeting_words() & _words(name)][:MEETINGS]
    events = Event.objects.filter(pk__in=meetings).prefetch_related("people__names", "organizations__names")
    met: dict[Party, list[Event]] = defaultdict(list)
    for event in events:
        there = [one for one in (*event.people.all(), *event.organizations.all()) if _was_at(event, one)]
        for other in there if party in there else ():
            met[other].append(event)
    met.pop(party, None)
    return sorted((Met(*pair) for pair in met.items()), key=lambda one: -len(one.events))


@cache
def meeting_words() -> frozenset[str]:
    """Return the words by which the name of an event is known for that of a meeting."""
    lines = MEETING_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _was_at(event: Event, party: Party) -> bool:
    """Tell whether the name of `event` names `party`: a person by the last word of a name, others in full."""
    if event.is_locked("participants"):
        return True
    told = _words(event.name)
    for name in (party.name, *(other.name for other in party.names.all())):
        words = WORD.findall(fold(name).casefold())
        if words and (told.issuperset(words) or (isinstance(party, Person) and words[-1] in told)):
            return True
    return False


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text).casefold()))
