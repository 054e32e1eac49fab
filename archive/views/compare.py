"""Comparing: two to four speakers side by side, on one query, one event or one span of time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from archive.models.addressing import address_of
from archive.search import SearchRequest, SearchResult, directory, parse_request, search

from . import search_links as links
from .lanes import Chart, chart_of
from .ordered import Ordered
from .picks import Pick, Picker
from .quoted import load_statements
from .sides import Column, Span, lay_out

MOST = 4  # speakers
MOST_CHARACTERS = 300  # of a name
STATEMENTS_PER_PAGE = 60
OTHERS = 8  # whom else to compare with
PARTIES: tuple[directory.Kind, ...] = ("person", "organization")


def compare(request: HttpRequest) -> HttpResponse:
    """Show who said what and when, a column for each speaker.

    Names may stand where slugs do: such an address leads on to the one with the slugs.
    """
    form = Form.read(request.GET)
    if form.has_names and not form.problems:
        return redirect(f"{reverse('compare')}?{form.here.query_string()}")
    comparison = Comparison(form.here, tuple(pick.entry for pick in form.speakers if pick.entry))
    context = {
        "title": comparison.title,
        "description": f"{comparison.title}: who said what, and when.",
        "form": form,
        "comparison": comparison,
        "problems": [*form.problems, *comparison.found.notices],
    }
    return render(request, "compare/compare.html", context)


@dataclass(frozen=True)
class Form:
    """What the address asks for: whom its names mean, and the search with the slugs of these."""

    params: QueryDict
    speakers: tuple[Pick, ...]
    events: tuple[Pick, ...]
    here: SearchRequest
    problems: tuple[str, ...]
    people: Picker
    happenings: Picker

    @classmethod
    def read(cls, params: QueryDict) -> "Form":
        """Return what `params` ask for; the oldest comes first unless they ask for the newest."""
        known = directory.current.get()
        people, happenings = Picker(known, PARTIES), Picker(known, ("event",))
        named = _picks(people, params.getlist("speaker"))
        speakers, events = named[:MOST], _picks(happenings, params.getlist("event"))
        slugs = params.copy()
        slugs.setlist("speaker", [pick.entry.slug for pick in speakers if pick.entry])
        slugs.setlist("event", [pick.entry.slug for pick in events if pick.entry])
        asked = parse_request(slugs)
        sort = Comparison.in_address(Comparison.order_of(asked))
        problems = [pick.problem for pick in (*speakers, *events) if pick.problem]
        if len(named) > MOST:
            problems.append(f"Only the first {MOST} speakers are compared.")
        here = replace(asked, type="articles", sort=sort)
        return cls(params, speakers, events, here, tuple(problems), people, happenings)

    @property
    def has_names(self) -> bool:
        """Whether a name stands where a slug might."""
        return any(pick.entry and pick.text != pick.entry.slug for pick in (*self.speakers, *self.events))

    @property
    def boxes(self) -> list[str]:
        """What stands in each of the boxes for speakers."""
        texts = [self.people.written(pick.entry) if pick.entry else pick.text for pick in self.speakers]
        return texts + [""] * (MOST - len(texts))

    @property
    def event_box(self) -> str:
        """What stands in the box for the event."""
        return next((self.happenings.written(e.entry) if e.entry else e.text for e in self.events), "")

    def choices(self) -> list[tuple[str, list[links.Link]]]:
        """Return each name that may mean several, with the links that choose one of them."""
        return [
            (
                pick.text,
                [links.Link(_told(entry), self._with(name, pick, entry)) for entry in pick.candidates],
            )
            for name, picks in (("speaker", self.speakers), ("event", self.events))
            for pick in picks
            if pick.candidates and not pick.entry
        ]

    def _with(self, name: str, chosen: Pick, entry: directory.Entry) -> str:
        params = self.params.copy()
        others = [entry.slug if text.strip() == chosen.text else text for text in params.getlist(name)]
        params.setlist(name, others)
        return params.urlencode()


def _picks(picker: Picker, texts: Sequence[str]) -> tuple[Pick, ...]:
    """Return what each of `texts` means, but for blank ones; whoever is meant twice is there once."""
    cleaned = (text.replace("\x00", "").strip()[:MOST_CHARACTERS] for text in texts[: 2 * MOST])
    picks = [picker.pick(text) for text in dict.fromkeys(cleaned) if text]
    return tuple({pick.entry or pick.text: pick for pick in picks}.values())


def _told(entry: directory.Entry) -> str:
    return f"{entry.name}, {entry.note}" if entry.note else entry.name


@dataclass(frozen=True)
class Comparison(Ordered):
    """What the speakers said; `here` is the search as this page's address says it."""

    ORDERS = ("oldest", "newest")

    here: SearchRequest
    speakers: tuple[directory.Entry, ...]

    @cached_property
    def asked(self) -> SearchRequest:
        """The search itself."""
        return replace(self.here, type="statements", sort=self.order_of(self.here))

    @cached_property
    def found(self) -> SearchResult:
        """One page of what all of them said, in order of time."""
        return search(self.asked, STATEMENTS_PER_PAGE)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The speakers, with how much of each is found."""
        counts = {choice.slug: choice.count for choice in self.found.facets.get("speaker", ())}
        return tuple(
            Column(
                number,
                entry.slug,
                entry.name,
                entry.note,
                address_of(entry.kind, entry.slug),
                counts.get(entry.slug, 0),
                links.toggled(self.here, "speaker", entry.slug),
            )
            for number, entry in enumerate(self.speakers, 1)
        )

    @cached_property
    def spans(self) -> list[Span]:
        """The statements of this page, by month and day."""
        return lay_out(load_statements(self.found.hits), self.columns) if self.columns else []

    def chart(self) -> Chart | None:
        """Return how much each said over time."""
        lanes = [(one.name, replace(self.asked, speaker=(one.slug,))) for one in self.columns]
        return chart_of(lanes, lambda period: f"?{self.here.query_string(start=period, end=period)}")

    @property
    def title(self) -> str:
        """Who is compared."""
        names = [entry.name for entry in self.speakers]
        if len(names) < 2:
            return f"Compare {names[0]} with …" if names else "Compare speakers"
        return f"{', '.join(names[:-1])} and {names[-1]}"

    def others(self) -> list[links.Link]:
        """Return who else is quoted most on the same, while there is room for another column."""
        choices = self.found.facets.get("speaker", ()) if len(self.speakers) < MOST else ()
        return [
            links.Link(choice.label, links.toggled(self.here, "speaker", choice.slug), choice.count)
            for choice in choices
            if choice.count and not choice.selected
        ][:OTHERS]

    def chips(self) -> list[links.Link]:
        """Return what narrows the comparison, but its speakers, whose columns can be closed."""
        chips = links.chips(self.here, self.found)[len(self.columns) :]
        words = [links.Link(f"“{self.here.q}”", self.here.query_string(q=""))] if self.here.q else []
        return words + chips

    def kept(self) -> list[tuple[str, str]]:
        """Return what the form has to send along."""
        asked = ("speaker", "event")
        return [pair for pair in links.kept_parameters(self.here) if pair[0] not in asked]

    @property
    def all_query(self) -> str:
        """The query of all that the speakers said."""
        return SearchRequest(speaker=self.here.speaker).query_string()
