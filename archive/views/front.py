"""The front page."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Article, Event, Organization, Person, Source, Statement

NEWEST = 8
MOST_QUOTED = 12
LATEST_EVENTS = 8


def front(request: HttpRequest) -> HttpResponse:
    """Show the search box and what the archive holds."""
    models = (Article, Statement, Person, Organization, Source, Event)
    context = {
        "counts": [(model._meta, model.objects.count()) for model in models],
        "articles": Article.objects.select_related("source").defer("boilerplate")[:NEWEST],
        "people": Person.objects.annotate(said=Count("statements"))
        .filter(said__gt=0)
        .order_by("-said", "name")[:MOST_QUOTED],
        "events": Event.objects.filter(date__isnull=False)[:LATEST_EVENTS],
    }
    return render(request, "front/front.html", context)
