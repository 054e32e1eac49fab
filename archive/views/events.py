"""Events: all of them in order, and one with what was said of it."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from archive.models import Event, EventMention, Organization, Person

from .addresses import moved_to, owner_of
from .counts import count_of
from .paging import page_of
from .reactions import Reactions

MENTIONS_PER_PAGE = 20
NEWEST_FIRST = (F("article__published").desc(nulls_last=True), "-article_id")
YEAR = re.compile("(?!0000)[0-9]{4}")
MOST_CHARACTERS, MOST_WORDS = 100, 8


@dataclass(frozen=True)
class ListRequest:
    """Which events are asked for: of a year, with words in their names, in a place, with whom."""

    q: str
    place: str
    who: str
    year: str
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, params: QueryDict) -> "ListRequest":
        """Return what `params` ask for."""
        texts = {name: _cleaned(params.get(name, "")) for name in ("q", "place", "who")}
        year = params.get("year", "")
        if not year or YEAR.fullmatch(year):
            return cls(**texts, year=year)
        problem = f"“{year[:20]}” is not a year; these are the events of every year."
        return cls(**texts, year="", problems=(problem,))

    @property
    def narrowed(self) -> bool:
        """Whether anything but a year is asked for."""
        return bool(self.q or self.place or self.who)

    def query_string(self, year: str = "") -> str:
        """Return the query of the same events of another year."""
        asked = {"q": self.q, "place": self.place, "who": self.who, "year": year}
        return urlencode({name: value for name, value in asked.items() if value})

    def events(self) -> QuerySet[Event]:
        """Return the events of every year."""
        rows = Event.objects.all()
        for word in self.q.split()[:MOST_WORDS]:
            rows = rows.filter(name__icontains=word)
        if self.place:
            rows = rows.filter(place__icontains=self.place)
        if self.who:
            people = _named(Person, "people", self.who)
            rows = rows.filter(people | _named(Organization, "organizations", self.who))
        return rows


def _cleaned(text: str) -> str:
    return text.replace("\x00", "").strip()[:MOST_CHARACTERS]


def _named(model: type[Person | Organization], field: str, who: str) -> Q:
    """Return the condition that someone of this slug, or with these words in a name, is named with it."""
    whom = model.objects.filter(Q(slug=who) | Q(name__icontains=who) | Q(names__name__icontains=who))
    through = getattr(Event, field).through
    return Q(pk__in=through.objects.filter(**{f"{model._meta.model_name}__in": whom}).values("event"))


def events(request: HttpRequest) -> HttpResponse:
    """Show the events of the archive, the latest first, narrowed as the address asks."""
    asked = ListRequest.read(request.GET)
    rows = asked.events()
    years = rows.filter(date__isnull=False).order_by().values_list(ExtractYear("date")).annotate(Count("pk"))
    if asked.year:
        rows = rows.filter(date__year=int(asked.year))
    counted = rows.annotate(told=count_of(EventMention, "event"))
    listing = page_of(counted.order_by(*Event._meta.ordering), request)
    context = {
        "title": f"Events of {asked.year}" if asked.year else "Events",
        "asked": asked,
        "page": listing.page,
        "problems": [*asked.problems, *filter(None, [listing.problem])],
        "years": [(year, n, asked.query_string(f"{year:04}")) for year, n in sorted(years, reverse=True)],
        "every_year": asked.query_string(),
    }
    return render(request, "events/events.html", context)


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one event: when, where, who, what was said of it, and the words that tell it."""
    shown = owner_of(slug, Event)
    if shown.slug != slug:
        return moved_to(shown)
    told = shown.mentions.select_related("article__source").order_by(*NEWEST_FIRST, "start")
    mentions = page_of(told, request, MENTIONS_PER_PAGE)
    reactions = Reactions(shown, request.GET)
    context = {
        "title": shown.name,
        "description": f"{shown.name}: when, where, who, and what was said of it.",
        "event": shown,
        "people": shown.people.all(),
        "organizations": shown.organizations.all(),
        "participants_set": shown.is_locked("participants"),
        "reactions": reactions,
        "page": mentions.page,
        "problems": [*reactions.problems, *filter(None, [mentions.problem])],
    }
    return render(request, "events/event.html", context)
