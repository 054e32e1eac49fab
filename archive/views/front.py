"""The front page."""

from typing import Any

from django.core.cache import cache
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Article, Event, Organization, Person, Source, Statement

NEWEST = 8
MOST_QUOTED = 12
LATEST_EVENTS = 8
KEPT = 60  # seconds that what takes a count of the whole archive is kept


def front(request: HttpRequest) -> HttpResponse:
    """Show the search box and what the archive holds."""
    context = {
        **cache.get_or_set("front", count_all, KEPT),
        "articles": Article.objects.select_related("source").defer("boilerplate")[:NEWEST],
        "events": Event.objects.filter(date__isnull=False)[:LATEST_EVENTS],
    }
    return render(request, "front/front.html", context)


def count_all() -> dict[str, Any]:
    """Return how much of everything there is, and who is quoted most."""
    counts = []
    for model in (Article, Statement, Person, Organization, Source, Event):
        number, meta = model.objects.count(), model._meta
        counts.append((number, meta.verbose_name if number == 1 else meta.verbose_name_plural))
    quoted = Person.objects.annotate(said=Count("statements")).filter(said__gt=0)
    return {"counts": counts, "people": list(quoted.order_by("-said", "name")[:MOST_QUOTED])}
