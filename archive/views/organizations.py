"""One organization, with its statements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Event, Organization

from .addresses import moved_to, owner_of
from .parties import statements_context

EVENTS = 12


def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organization: its names, statements and events."""
    shown = owner_of(slug, Organization)
    if shown.slug != slug:
        return moved_to(shown)
    context = {
        "title": shown.name,
        "description": f"What {shown.name} said, when and in which article.",
        "organization": shown,
        "names": [name for name in shown.names.all() if name.name != shown.name],
        "events": Event.objects.filter(organizations=shown)[:EVENTS],
        **statements_context(shown, request),
    }
    return render(request, "organizations/organization.html", context)
