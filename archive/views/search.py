"""Searching: the page, and the same search as data, as a feed and as a table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from archive.models import Article
from archive.models.folding import fold
from archive.models.statement import NOT_IDENTIFIED
from archive.search import SearchRequest, all_choices, parse_request, search, search_all
from archive.search.copies import fold_copies
from archive.search.loosening import ways_out
from archive.search.results import FACETS, Hit

from . import search_links as links
from . import search_rows as rows
from .answers import kept
from .attributed import said_of_it
from .citations import RIS
from .downloads import download
from .holders import are_an_office
from .suggestions import pages_named

FEED_ENTRIES = 50
QUOTED = re.compile('["“][^"“”]*["”]')  # what is one phrase
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2


@kept
def search_page(request: HttpRequest, asked: SearchRequest) -> HttpResponse:
    """Show the results, the filters and the histogram of dates."""
    found = search(asked)
    ways = () if found.total else ways_out(asked)
    context = {
        "title": links.told(asked, found),
        "path": f"{request.path}?{asked.query_string(page=asked.page)}",
        "asked": asked,
        "found": found,
        "hits": fold_copies(found.hits) if asked.type == "articles" else found.hits,
        "kinds": links.kind_links(asked, found),
        "facets": links.facet_links(asked, found),
        "chips": links.chips(asked, found),
        "bars": links.date_bars(asked, found),
        "words": asked.q[1:-1] if QUOTED.fullmatch(asked.q) else asked.q,
        "nothing": links.nothing_told(asked),
        "undated": f"{found.undated:,}",
        "total": f"{found.total:,}",
        "sorts": links.sort_links(asked),
        "kept": links.kept_parameters(asked),
        "zoom_out": links.zoom_out(asked),
        "ways_out": links.ways_out_links(ways, asked, found),
        "size": rows.size_in_words(found),
        "query": asked.query_string(),
        "undated_query": asked.query_string(undated=True, start=None, end=None),
        "pages_named": pages_named(asked.q),
        "said_of_it": said_of_it(asked),
        "is_office": are_an_office(asked.q),
        "suggested_query": asked.query_string(q=found.did_you_mean or ""),
        **links.page_links(asked, found),
    }
    return render(request, "search/search.html", context)


@kept
def search_json(request: HttpRequest, asked: SearchRequest) -> JsonResponse:
    """Answer the search as data; what was wrong with the address is among `notices`."""
    return JsonResponse(search(asked).as_dict(), json_dumps_params={"check_circular": False})


def choices_page(request: HttpRequest, facet: str) -> HttpResponse:
    """Show every choice of one filter of a search, or those with the words that ``find=`` asks for."""
    if facet not in FACETS:
        raise Http404(f"There is no filter “{facet}”.")
    asked, text = parse_request(request.GET), request.GET.get("find", "").strip()
    wanted, every = fold(text).lower(), all_choices(asked, facet)
    choices = [choice for choice in every if wanted in fold(choice.label).lower()]
    context = {
        "title": f"{links.PLURALS[facet].capitalize()} in this search",
        "asked": asked,
        "find": text,
        "choices": links.choice_links(asked, facet, choices),
        "kept": links.kept_parameters(asked),
        "query": asked.query_string(),
        "problems": asked.problems,
    }
    return render(request, "search/choices.html", context)


def search_atom(request: HttpRequest) -> HttpResponse:
    """Answer the search as a feed (Atom, RFC 4287), the newest first unless the address sorts otherwise."""
    asked = parse_request(request.GET)
    sort = asked.sort if "sort" in request.GET else "newest"
    page = request.build_absolute_uri(f"{reverse('search')}?{asked.query_string()}")
    found = search(replace(asked, sort=sort), size=FEED_ENTRIES)
    feed = Atom1Feed(
        title=NOT_XML.sub("", links.feed_title(asked, found)),
        link=page,
        description="",
        feed_url=request.build_absolute_uri(),
        feed_guid=page,
    )
    changed = _changed(found.hits)
    for hit in found.hits:
        when = changed.get(hit.article or hit.id)
        if when:  # not deleted a moment ago
            feed.add_item(**_entry(hit, request), updateddate=when)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _entry(hit: Hit, request: HttpRequest) -> dict[str, str]:
    address = request.build_absolute_uri(hit.url)
    title = hit.title if hit.type == "article" else f"{hit.speaker_name or NOT_IDENTIFIED}, in “{hit.title}”"
    author = hit.speaker_name or hit.source_name or "Chancery"
    entry = {"title": title, "description": hit.snippet, "author_name": author}
    shown = {name: NOT_XML.sub("", text) for name, text in entry.items()}
    return {**shown, "link": address, "unique_id": address}


def _changed(hits: tuple[Hit, ...]) -> dict[int, object]:
    """Return when the article of each hit last changed in the archive."""
    articles = {hit.article or hit.id for hit in hits}
    return dict(Article.objects.filter(pk__in=articles).values_list("pk", "updated_at"))


def search_csv(request: HttpRequest) -> HttpResponseBase:
    """Answer the search as a table of all that it finds, safe to open in a spreadsheet."""
    return _stream(request, rows.as_table, "text/csv; charset=utf-8", "chancery.csv")


def search_lines(request: HttpRequest) -> HttpResponseBase:
    """Answer the search as JSON Lines: all that it finds, one object a line."""
    return _stream(request, rows.as_lines, "application/jsonl; charset=utf-8", "chancery.jsonl")


def search_references(request: HttpRequest) -> HttpResponseBase:
    """Answer the search as references to all that it finds, for reference managers."""
    return _stream(request, rows.as_references, RIS, "chancery.ris")


def _stream(
    request: HttpRequest, write: Callable[..., Iterator[str]], content_type: str, name: str
) -> HttpResponseBase:
    found = search_all(parse_request(request.GET))
    response = download(request, write(found.hits, request.build_absolute_uri), content_type, name)
    response["X-Total-Count"] = str(found.total)
    return response
