"""Sources: who publishes, and what of it is in the archive."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from archive.models import Article, Source
from archive.search import SearchRequest, search

from .counts import count_of
from .paging import page_of
from .timelines import timeline

ARTICLES_PER_PAGE = 20
QUOTED = 12


def sources(request: HttpRequest) -> HttpResponse:
    """Show every source with the number of its articles."""
    rows = Source.objects.annotate(published=count_of(Article, "source")).order_by("name", "pk")
    listing = page_of(rows, request)
    context = {"title": "Sources", "page": listing.page, "problems": _told(listing.problem)}
    return render(request, "sources/sources.html", context)


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one source: its articles over time, the newest first, and whom it quotes."""
    shown = get_object_or_404(Source, slug=slug)
    articles = shown.articles.select_related("source").defer("boilerplate")
    listing = page_of(articles, request, ARTICLES_PER_PAGE)
    context = {
        "title": shown.name,
        "description": f"Articles of {shown.name}, and whom they quote.",
        "source": shown,
        "page": listing.page,
        "problems": _told(listing.problem),
        "bars": timeline(shown.articles.all(), "published", "precision", partial(_search_within, shown)),
        "search_query": SearchRequest(source=(slug,)).query_string(),
        "quoted": quoted_in(shown),
    }
    return render(request, "sources/source.html", context)


def quoted_in(source: Source) -> list[tuple[str, int, str]]:
    """Return whom `source` quotes most: names, numbers of statements, and the searches that find these."""
    asked = SearchRequest(type="statements", source=(source.slug,))
    speakers = search(asked, size=1).facets["speaker"][:QUOTED]
    return [(who.label, who.count, asked.query_string(speaker=(who.slug,))) for who in speakers]


def _search_within(source: Source, period: str) -> str:
    asked = SearchRequest(source=(source.slug,), start=period, end=period)
    return f"{reverse('search')}?{asked.query_string()}"


def _told(problem: str) -> list[str]:
    return [problem] if problem else []
