"""Events: all of them in order, and one with what was said of it."""

import re

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Event, EventMention

from .addresses import moved_to, owner_of
from .counts import count_of
from .paging import page_of
from .timelines import timeline

MENTIONS_PER_PAGE = 20
STATEMENTS = 20
NEWEST_FIRST = (F("article__published").desc(nulls_last=True), "-article_id")
YEAR = re.compile("(?!0000)[0-9]{4}")


def events(request: HttpRequest) -> HttpResponse:
    """Show the events of the archive, the latest first, all or those of one year (``year=``)."""
    year, problem = _asked_year(request)
    rows = Event.objects.filter(date__year=int(year)) if year else Event.objects.all()
    counted = rows.annotate(told=count_of(EventMention, "event"))
    listing = page_of(counted.order_by(*Event._meta.ordering), request)
    context = {
        "title": f"Events of {year}" if year else "Events",
        "page": listing.page,
        "problems": [*filter(None, (problem, listing.problem))],
        "year": year,
        "bars": timeline(Event.objects.all(), "date", "precision", lambda period: f"?year={period[:4]}"),
    }
    return render(request, "events/events.html", context)


def _asked_year(request: HttpRequest) -> tuple[str, str]:
    """Return the year that the address asks for, or nothing, and what is wrong with it."""
    year = request.GET.get("year", "")
    if not year or YEAR.fullmatch(year):
        return year, ""
    return "", f"“{year[:20]}” is not a year; these are the events of every year."


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one event: when, where, who took part, what was said of it, and the words that tell it."""
    shown = owner_of(slug, Event)
    if shown.slug != slug:
        return moved_to(shown)
    mentions = shown.mentions.select_related("article__source").order_by(*NEWEST_FIRST, "start")
    said = shown.statements.select_related("person", "organization", "article__source")
    listing = page_of(mentions, request, MENTIONS_PER_PAGE)
    context = {
        "title": shown.name,
        "description": f"{shown.name}: when, where, who took part, and what was said of it.",
        "event": shown,
        "people": shown.people.all(),
        "organizations": shown.organizations.all(),
        "statements": said.prefetch_related("spans").order_by(*NEWEST_FIRST, "position")[:STATEMENTS],
        "page": listing.page,
        "problems": [listing.problem] if listing.problem else [],
    }
    return render(request, "events/event.html", context)
