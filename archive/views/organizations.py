"""One organization, with its statements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Organization

from .addresses import moved_to, owner_of
from .parties import met_by, named_by, named_with
from .within import Within

EVENTS = 12


def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organization: its names, what it said and of what, whom it met."""
    shown = owner_of(slug, Organization)
    if shown.slug != slug:
        return moved_to(shown)
    within = Within.page(request.GET, type="statements", speaker=(slug,))
    context = {
        "title": shown.name,
        "description": f"What {shown.name} said, when and in which article.",
        "organization": shown,
        "names": [name for name in shown.names.all() if name.name != shown.name],
        "within": within,
        "problems": within.found.notices,
        "named": named_by(shown),
        "met": met_by(shown),
        "events": shown.events.all()[:EVENTS],
        "company": named_with(shown),
    }
    return render(request, "organizations/organization.html", context)
