"""Searching: the page, and the same search as data, as a feed and as a table."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags

from archive.models import Article
from archive.search import count, parse_request, search
from archive.search.request import SearchRequest
from archive.search.results import FACETS, Hit, SearchResult

from .charts import Bar, bars
from .dates import iso_in_words

SHOWN_CHOICES = 8  # of a facet; the others unfold
MOST_ROWS = 1000  # of a table
FEED_ENTRIES = 50
FACET_NAMES = {
    "speaker": "Speaker",
    "source": "Source",
    "event": "Event",
    "country": "Country",
    "topic": "Topic",
}
SORT_NAMES = {"relevance": "Best match", "newest": "Newest", "oldest": "Oldest"}
TYPE_NAMES = {"articles": "Articles", "statements": "Statements"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets would run (OWASP, CSV injection)
COLUMNS = (
    "type", "id", "url", "title", "source", "published", "precision", "speaker", "kind", "text", "snippet",
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A link to a changed search. What is `chosen` is part of this search; following it takes it out."""

    label: str
    query: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """One filter: its choices, the chosen ones first; `more` are those that unfold."""

    name: str
    choices: tuple[Link, ...]
    more: tuple[Link, ...]


def search_page(request: HttpRequest) -> HttpResponse:
    """Show the results, the filters and the histogram of dates."""
    asked = parse_request(request.GET)
    found = search(asked)
    context = {
        "title": f"Search: {asked.q}" if asked.q else "Search",
        "asked": asked,
        "found": found,
        "kinds": kind_links(asked, found),
        "facets": facet_links(asked, found),
        "chips": chips(asked, found),
        "bars": date_bars(asked, found),
        "sorts": [
            Link(SORT_NAMES[sort], asked.query_string(sort=sort), None, sort == asked.sort)
            for sort in SORT_NAMES
        ],
        "kept": kept_parameters(asked),
        "zoom_out": zoom_out(asked),
        "query": asked.query_string(),
        "undated_query": asked.query_string(undated=True, start=None, end=None),
        "previous": asked.query_string(page=min(found.page - 1, found.pages))
        if found.page > 1 < found.pages
        else None,
        "next": asked.query_string(page=found.page + 1) if found.page < found.pages else None,
        "suggestion": found.did_you_mean
        and Link(found.did_you_mean, asked.query_string(q=found.did_you_mean)),
    }
    return render(request, "search/search.html", context)


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
    for field in FACETS:
        choices = sorted(found.facets.get(field, ()), key=lambda choice: not choice.selected)
        links = [
            Link(choice.label, toggled(asked, field, choice.slug), choice.count, choice.selected)
            for choice in choices
        ]
        shown = max(SHOWN_CHOICES, sum(link.chosen for link in links))
        if links:
            facets.append(Facet(FACET_NAMES[field], tuple(links[:shown]), tuple(links[shown:])))
    return facets


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
    return bars(counts, lambda period: f"?{asked.query_string(start=period, end=period)}", span)


def zoom_out(asked: SearchRequest) -> Link | None:
    """Return the link from a day to its month, from a month to its year, from all else to every date."""
    if not (asked.start or asked.end):
        return None
    if asked.start != asked.end or len(asked.start) == 4:
        return Link("all dates", asked.query_string(start=None, end=None))
    wider = asked.start.rpartition("-")[0]
    return Link(iso_in_words(wider), asked.query_string(start=wider, end=wider))


def kept_parameters(asked: SearchRequest) -> list[tuple[str, str]]:
    """Return what a form of this page has to send along, but words and dates, which it asks for itself."""
    pairs = [(field, slug) for field in FACETS for slug in getattr(asked, field)]
    pairs += [("type", asked.type)] * (asked.type != "articles") + [("sort", asked.sort)] * (
        asked.sort != "relevance"
    )
    return pairs


def search_json(request: HttpRequest) -> JsonResponse:
    """Answer the search as data; what was wrong with the address is among `notices`."""
    return JsonResponse(search(parse_request(request.GET)).as_dict())


def search_atom(request: HttpRequest) -> HttpResponse:
    """Answer the search as a feed, the newest first unless the address sorts otherwise."""
    asked = parse_request(request.GET)
    hits = search(
        replace(asked, sort=request.GET.get("sort") and asked.sort or "newest"), size=FEED_ENTRIES
    ).hits
    page = request.build_absolute_uri(f"{reverse('search')}?{asked.query_string()}")
    feed = Atom1Feed(
        title=f"Chancery: {asked.q or 'newest'}",
        link=page,
        description="",
        feed_url=request.build_absolute_uri(),
        feed_guid=page,
    )
    changed = _changed(hits)
    for hit in hits:
        address = request.build_absolute_uri(hit.url)
        feed.add_item(
            title=hit.title if hit.type == "article" else f"{hit.speaker_name}, in “{hit.title}”",
            link=address,
            unique_id=address,
            description=hit.snippet,
            author_name=hit.speaker_name or hit.source_name or "Chancery",
            updateddate=changed[hit.article or hit.id],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _changed(hits: tuple[Hit, ...]) -> dict[int, object]:
    """Return when the article of each hit last changed in the archive."""
    articles = {hit.article or hit.id for hit in hits}
    return dict(Article.objects.filter(pk__in=articles).values_list("pk", "updated_at"))


def search_csv(request: HttpRequest) -> HttpResponse:
    """Answer the search as a table of at most MOST_ROWS rows, safe to open in a spreadsheet."""
    asked = parse_request(request.GET)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="chancery.csv"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for hit in search(asked, size=MOST_ROWS).hits:
        writer.writerow(harmless(cell) for cell in _cells(hit, request))
    return response


def _cells(hit: Hit, request: HttpRequest) -> Iterator[object]:
    speakers = [name for _, name in hit.speakers] or [hit.speaker_name]
    yield from (hit.type, hit.id, request.build_absolute_uri(hit.url), hit.title, hit.source_name)
    yield from (hit.published, hit.precision, "; ".join(filter(None, speakers)), hit.kind, hit.text)
    yield unescape(strip_tags(hit.snippet))


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: such text gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
