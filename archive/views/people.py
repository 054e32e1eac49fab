"""One person, with their offices, statements and company."""

from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Article, Office, Person

from .addresses import moved_to, owner_of
from .parties import kept, party_context

OFFICES = 30
ARTICLES_OF_OFFICE = 3


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one person: names, offices over time, what they said and of what, whom they met."""
    shown = owner_of(slug, Person)
    if shown.slug != slug:
        return moved_to(shown)
    context = {
        "title": shown.name,
        "description": f"What {shown.name} said, when and in which article: offices, statements, events.",
        "person": shown,
        "offices": kept("offices", shown, lambda: offices_of(shown)),
        **party_context(shown, request.GET),
    }
    return render(request, "people/person.html", context)


def offices_of(person: Person) -> list[Office]:
    """Return the offices with when the archive's articles give them, and the first articles that do."""
    dated = Article.objects.filter(published__isnull=False).order_by("published", "pk")
    dated = dated.only("title", "published", "published_at", "precision")
    shown = Prefetch("articles", dated[:ARTICLES_OF_OFFICE], to_attr="first_articles")
    offices = person.offices.with_dates().annotate(told=Count("articles"))
    return list(offices.prefetch_related(shown)[:OFFICES])
