"""One organization, with its statements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Organization

from .addresses import moved_to, owner_of
from .parties import party_context


def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organization: its names, what it said and of what, whom it met."""
    shown = owner_of(slug, Organization)
    if shown.slug != slug:
        return moved_to(shown)
    context = {
        "title": shown.name,
        "description": f"What {shown.name} said, when and in which article.",
        "organization": shown,
        **party_context(shown, request.GET),
    }
    return render(request, "organizations/organization.html", context)
