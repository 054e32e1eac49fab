"""The links of a search page: each leads to the same search with one thing changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from archive.search import SearchRequest, SearchResult, count
from archive.search.facets import MOST_CHOICES
from archive.search.labels import KIND_NAMES
from archive.search.loosening import Way
from archive.search.results import FACETS, OF_STATEMENTS, Choice

from .charts import Bar, bars
from .dates import iso_in_words

SHOWN_CHOICES = 8  # of a facet; the others unfold
FACET_NAMES = {
    "speaker": "Speaker",
    "kind": "Kind",
    "source": "Source",
    "event": "Event",
    "country": "Country",
    "topic": "Topic",
}
PLURALS = {
    "speaker": "speakers",
    "kind": "kinds",
    "source": "sources",
    "event": "events",
    "country": "countries",
    "topic": "topics",
}
SORT_NAMES = {"relevance": "Best match", "newest": "Newest", "oldest": "Oldest"}
SPAN = "from=%2A&to=%2A"
TYPE_NAMES = {"articles": "Articles", "statements": "Statements"}


@dataclass(frozen=True)
class Link:
    """A link to a changed search. What is `chosen` is part of this search; following it takes it out."""

    label: str
    query: str
    count: int | None = None
    chosen: bool = False

    @property
    def told(self) -> str:
        """The number beside it, as it is written."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Facet:
    """One filter: its choices, the chosen ones first; `more` are those that unfold.

    `every` is the end of the address of a page with all choices, None where they are all here.
    """

    field: str
    choices: tuple[Link, ...]
    more: tuple[Link, ...]
    every: str | None = None

    @property
    def name(self) -> str:
        """What readers call it."""
        return FACET_NAMES[self.field]

    @property
    def all_of_them(self) -> str:
        """All its choices, in words: ``speakers``."""
        return PLURALS[self.field]


def told(asked: SearchRequest, found: SearchResult) -> str:
    """Return what was found, as the title of the page, which screen readers begin with."""
    thing = asked.type[:-1] if found.total == 1 else asked.type
    words = f"{found.total:,} {thing}{f' for {asked.q}' if asked.q else ''}"
    return " · ".join([words, *(chip.label for chip in chips(asked, found))])


def feed_title(asked: SearchRequest, found: SearchResult) -> str:
    """Return what tells a feed of this search from those of others."""
    words = asked.q or f"newest {asked.type}"
    return " · ".join([f"Chancery: {words}", *(chip.label for chip in chips(asked, found))])


def nothing_told(asked: SearchRequest) -> str:
    """Return the sentence above an empty page: ``Nothing from 2014 was found.``"""
    if not (asked.start or asked.end):
        return "Nothing was found."
    since = "from " if asked.start == asked.end else ""
    return f"Nothing {since}{span_in_words(asked)} was found."


def kind_links(asked: SearchRequest, found: SearchResult) -> list[Link]:
    """Return the tabs: the same search among articles and among statements, with what each finds."""
    links = []
    for kind, name in TYPE_NAMES.items():
        chosen = kind == asked.type
        total = found.total if chosen else count(replace(asked, type=kind))
        links.append(Link(name, asked.query_string(type=kind), total, chosen))
    return links


def facet_links(asked: SearchRequest, found: SearchResult) -> list[Facet]:
    """Return the filters that have a choice to offer."""
    facets = []
    for field in OF_STATEMENTS:
        links = choice_links(asked, field, found.facets.get(field, ()))
        shown = max(SHOWN_CHOICES, sum(link.chosen for link in links))
        if links:
            every = f"{field}?{asked.query_string()}" if len(links) >= MOST_CHOICES else None
            facets.append(Facet(field, tuple(links[:shown]), tuple(links[shown:]), every))
    return facets


def choice_links(asked: SearchRequest, field: str, choices: Iterable[Choice]) -> list[Link]:
    """Return a link for each choice of a filter, the chosen ones first."""
    ordered = sorted(choices, key=lambda choice: not choice.selected)
    before, after = _around_another(asked, field)
    return [
        Link(
            choice.label,
            toggled(asked, field, choice.slug) if choice.selected else f"{before}{quote(choice.slug)}{after}",
            choice.count,
            choice.selected,
        )
        for choice in ordered
    ]


def _around_another(asked: SearchRequest, field: str) -> tuple[str, str]:
    """Return the query on both sides of where one more choice of a filter goes: the same for all of them."""
    another = f"{field}=%2A"  # no slug has a star, and whatever a reader typed has no plain equals sign
    before, _, after = asked.query_string(**{field: (*getattr(asked, field), "*")}).partition(another)
    return f"{before}{field}=", after


def toggled(asked: SearchRequest, field: str, slug: str) -> str:
    """Return the query with the choice `slug` of a filter put in, or taken out where it is in."""
    chosen = getattr(asked, field)
    others = tuple(choice for choice in chosen if choice != slug)
    return asked.query_string(**{field: others if slug in chosen else (*chosen, slug)})


def chips(asked: SearchRequest, found: SearchResult) -> list[Link]:
    """Return what narrows this search, each with the query that is without it."""
    links = []
    for field in FACETS:
        labels = {choice.slug: choice.label for choice in found.facets.get(field, ())}
        for slug in getattr(asked, field):
            links.append(Link(f"{FACET_NAMES[field]}: {labels.get(slug, slug)}", toggled(asked, field, slug)))
    for kind in asked.kind if asked.type == "statements" else ():
        links.append(Link(KIND_NAMES[kind], toggled(asked, "kind", kind)))
    if asked.start or asked.end:
        links.append(Link(span_in_words(asked), asked.query_string(start=None, end=None)))
    if asked.undated:
        links.append(Link("Without a date", asked.query_string(undated=False)))
    return links


def span_in_words(asked: SearchRequest) -> str:
    """Return the dates of the search: ``October 2015``, ``from 2014 to March 2015``, ``until 2014``."""
    if asked.start == asked.end:
        return iso_in_words(asked.start, "plain")
    start = f"from {iso_in_words(asked.start, 'plain')}" if asked.start else ""
    end = f"{'to' if start else 'until'} {iso_in_words(asked.end, 'plain')}" if asked.end else ""
    return f"{start} {end}".strip()


def date_bars(asked: SearchRequest, found: SearchResult) -> tuple[Bar, ...]:
    """Return the histogram; each bar leads to the search within its period."""
    counts = ((period.start, period.count) for period in found.dates)
    span = (asked.start, asked.end) if asked.start and asked.end else None
    link = asked.query_string(start="*", end="*")
    return bars(counts, lambda period: "?" + link.replace(SPAN, f"from={period}&to={period}"), span)


def zoom_out(asked: SearchRequest) -> Link | None:
    """Return the link from a day to its month, from a month to its year, from all else to every date."""
    if not (asked.start or asked.end):
        return None
    if asked.start != asked.end or len(asked.start) == 4:
        return Link("all dates", asked.query_string(start=None, end=None))
    wider = asked.start.rpartition("-")[0]
    return Link(iso_in_words(wider), asked.query_string(start=wider, end=wider))


def sort_links(asked: SearchRequest) -> list[Link]:
    """Return the orders that results can be in."""
    return [
        Link(name, asked.query_string(sort=sort), chosen=sort == asked.sort)
        for sort, name in SORT_NAMES.items()
    ]


def page_links(asked: SearchRequest, found: SearchResult) -> dict[str, str | None]:
    """Return the queries of the pages before and after, None where there is none.

    From a page beyond the end, the page before is the last.
    """
    before, after = min(found.page - 1, found.pages), found.page + 1
    return {
        "previous": asked.query_string(page=before) if before > 0 else None,
        "next": asked.query_string(page=after) if after <= found.pages else None,
    }


def kept_parameters(asked: SearchRequest) -> list[tuple[str, str]]:
    """Return what a form of the page has to send along, but words and dates, which it asks for itself."""
    pairs = [(field, slug) for field in (*FACETS, "kind") for slug in getattr(asked, field)]
    if asked.type != "articles":
        pairs.append(("type", asked.type))
    if asked.sort != "relevance":
        pairs.append(("sort", asked.sort))
    return pairs


def ways_out_links(ways: Iterable[Way], asked: SearchRequest, found: SearchResult) -> list[Link]:
    """Return what to follow from a search that finds nothing: each with what it finds, most first."""
    links = [Link(_left_out(way, asked, found), way.request.query_string(), way.total) for way in ways]
    return sorted(links, key=lambda link: -link.count)


def _left_out(way: Way, asked: SearchRequest, found: SearchResult) -> str:
    """Return what a search leaves out, in words: ``without “quota”``, ``of any date, not only 2014``."""
    if way.is_word:
        return f"without {', '.join(f'“{word}”' for word in way.left_out)}"
    (name,) = way.left_out
    if name == "date":
        return "with a date" if asked.undated else f"of any date, not only {span_in_words(asked)}"
    only_it = SearchRequest(type=asked.type, **{name: getattr(asked, name)})
    return f"without {' or '.join(chip.label for chip in chips(only_it, found))}"
