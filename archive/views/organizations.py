"""Organizations: all of them, and one with its statements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Event, Organization

from .addresses import moved_to, owner_of
from .parties import listing_context, statements_context

EVENTS = 12


def organizations(request: HttpRequest) -> HttpResponse:
    """Show every organization, by name or by how much it is quoted."""
    context = {"title": "Organizations", **listing_context(Organization.objects.all(), request)}
    return render(request, "organizations/organizations.html", context)


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
