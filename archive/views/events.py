"""Events: all of them in order, and one with what was said of it."""

import re

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from archive.models import Event, Statement

from .addresses import owner_of
from .paging import page_of
from .timelines import timeline

MENTIONS_PER_PAGE = 20
STATEMENTS = 20
YEAR = re.compile("(?!0000)[0-9]{4}")


def events(request: HttpRequest) -> HttpResponse:
    """Show the events of the archive, the latest first, all or those of one year (``year=``)."""
    rows, problems = Event.objects.annotate(told=Count("mentions")).order_by(*Event._meta.ordering), []
    year = request.GET.get("year", "")
    if YEAR.fullmatch(year):
        rows = rows.filter(date__year=int(year))
    elif year:
        problems.append(f"“{year[:20]}” is not a year; these are the events of every year.")
        year = ""
    listing = page_of(rows, request)
    context = {
        "title": f"Events of {year}" if year else "Events",
        "page": listing.page,
        "problems": [*problems, *filter(None, [listing.problem])],
        "year": year,
        "bars": timeline(Event.objects.all(), "date", "precision", lambda period: f"?year={period[:4]}"),
    }
    return render(request, "events/events.html", context)


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one event: when, where, who took part, what was said of it, and the words that tell it."""
    shown = owner_of(slug, Event)
    if shown.slug != slug:
        return redirect(shown, permanent=True)
    mentions = shown.mentions.select_related("article__source").order_by(
        "-article__published", "-article", "start"
    )
    said = Statement.objects.filter(events=shown).select_related("person", "organization", "article__source")
    listing = page_of(mentions, request, MENTIONS_PER_PAGE)
    context = {
        "title": shown.name,
        "description": f"{shown.name}: when, where, who took part, and what was said of it.",
        "event": shown,
        "people": shown.people.all(),
        "organizations": shown.organizations.all(),
        "statements": said.order_by("-article__published", "article", "position")[:STATEMENTS],
        "page": listing.page,
        "problems": [listing.problem] if listing.problem else [],
    }
    return render(request, "events/event.html", context)
