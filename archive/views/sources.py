"""Sources: who publishes, and what of it is in the archive."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.models import Article, Source
from archive.search import SearchRequest, search

from .addresses import moved_to
from .counts import count_of
from .paging import page_of
from .within import Within

QUOTED = 12


def sources(request: HttpRequest) -> HttpResponse:
    """Show every source with the number of its articles."""
    rows = Source.objects.annotate(published=count_of(Article, "source")).order_by("name", "pk")
    listing = page_of(rows, request)
    problems = [listing.problem] if listing.problem else []
    return render(
        request, "sources/sources.html", {"title": "Sources", "page": listing.page, "problems": problems}
    )


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one source: its articles over time, the newest first, what they are about and whom they quote."""
    shown = Source.objects.filter(slug=slug).first() or get_object_or_404(Source, other_slugs__slug=slug)
    if shown.slug != slug:
        return moved_to(shown)
    within = Within.page(request.GET, source=(slug,))
    context = {
        "title": shown.name,
        "description": f"Articles of {shown.name}, and whom they quote.",
        "source": shown,
        "within": within,
        "problems": within.found.notices,
        "quoted": quoted_in(shown),
    }
    return render(request, "sources/source.html", context)


def quoted_in(source: Source) -> list[tuple[str, int, str]]:
    """Return whom `source` quotes most: names, numbers of statements, and the searches that find these."""
    asked = SearchRequest(type="statements", source=(source.slug,))
    speakers = search(asked, size=1).facets["speaker"][:QUOTED]
    return [(who.label, who.count, asked.query_string(speaker=(who.slug,))) for who in speakers]
