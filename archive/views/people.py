"""One person, with their offices, statements and company."""

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Article, Event, Office, Person

from .addresses import moved_to, owner_of
from .parties import statements_context

COMPANY = 12
EVENTS = 12
OFFICES = 30
ARTICLES_OF_OFFICE = 3


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one person: names, offices over time, statements, events and whom they are named with."""
    shown = owner_of(slug, Person)
    if shown.slug != slug:
        return moved_to(shown)
    context = {
        "title": shown.name,
        "description": f"What {shown.name} said, when and in which article: offices, statements, events.",
        "person": shown,
        "names": [name for name in shown.names.all() if name.name != shown.name],
        "offices": offices_of(shown),
        "events": Event.objects.filter(people=shown)[:EVENTS],
        "company": company_of(shown),
        **statements_context(shown, request),
    }
    return render(request, "people/person.html", context)


def offices_of(person: Person) -> QuerySet[Office]:
    """Return the offices with when the archive's articles give them, and the first articles that do."""
    dated = Article.objects.filter(published__isnull=False).order_by("published", "pk")
    dated = dated.only("title", "published", "published_at", "precision")
    shown = Prefetch("articles", dated[:ARTICLES_OF_OFFICE], to_attr="first_articles")
    return person.offices.with_dates().annotate(told=Count("articles")).prefetch_related(shown)[:OFFICES]


def company_of(person: Person) -> QuerySet[Person]:
    """Return who is named in the same articles most often."""
    articles = person.mentions.values("article")
    others = Person.objects.filter(mentions__article__in=articles).exclude(pk=person.pk)
    return others.annotate(together=Count("mentions__article", distinct=True)).order_by("-together", "name")[
        :COMPANY
    ]
