"""Searching: the page, and the same search as data, as a feed and as a table."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags

from archive.models import Article
from archive.search import parse_request, search
from archive.search.results import Hit

from . import search_links as links
from .suggestions import pages_named

MOST_ROWS = 1000  # of a table
FEED_ENTRIES = 50
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets would run (OWASP, CSV injection)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2
COLUMNS = (
    "type", "id", "url", "title", "source", "published", "precision", "speaker", "kind", "text", "snippet",
)  # fmt: skip


def search_page(request: HttpRequest) -> HttpResponse:
    """Show the results, the filters and the histogram of dates."""
    asked = parse_request(request.GET)
    found = search(asked)
    context = {
        "title": f"Search: {asked.q}" if asked.q else "Search",
        "asked": asked,
        "found": found,
        "kinds": links.kind_links(asked, found),
        "facets": links.facet_links(asked, found),
        "chips": links.chips(asked, found),
        "bars": links.date_bars(asked, found),
        "sorts": links.sort_links(asked),
        "kept": links.kept_parameters(asked),
        "zoom_out": links.zoom_out(asked),
        "query": asked.query_string(),
        "undated_query": asked.query_string(undated=True, start=None, end=None),
        "pages_named": pages_named(asked.q),
        "suggested_query": asked.query_string(q=found.did_you_mean or ""),
        **links.page_links(asked, found),
    }
    return render(request, "search/search.html", context)


def search_json(request: HttpRequest) -> JsonResponse:
    """Answer the search as data; what was wrong with the address is among `notices`."""
    return JsonResponse(search(parse_request(request.GET)).as_dict())


def search_atom(request: HttpRequest) -> HttpResponse:
    """Answer the search as a feed (Atom, RFC 4287), the newest first unless the address sorts otherwise."""
    asked = parse_request(request.GET)
    sort = asked.sort if "sort" in request.GET else "newest"
    page = request.build_absolute_uri(f"{reverse('search')}?{asked.query_string()}")
    feed = Atom1Feed(
        title=f"Chancery: {asked.q or 'newest'}",
        link=page,
        description="",
        feed_url=request.build_absolute_uri(),
        feed_guid=page,
    )
    hits = search(replace(asked, sort=sort), size=FEED_ENTRIES).hits
    changed = _changed(hits)
    for hit in hits:
        when = changed.get(hit.article or hit.id)
        if when:  # not deleted a moment ago
            feed.add_item(**_entry(hit, request), updateddate=when)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _entry(hit: Hit, request: HttpRequest) -> dict[str, str]:
    address = request.build_absolute_uri(hit.url)
    title = hit.title if hit.type == "article" else f"{hit.speaker_name}, in “{hit.title}”"
    author = hit.speaker_name or hit.source_name or "Chancery"
    entry = {"title": title, "description": hit.snippet, "author_name": author}
    shown = {name: NOT_XML.sub("", text) for name, text in entry.items()}
    return {**shown, "link": address, "unique_id": address}


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
