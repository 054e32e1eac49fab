"""The front page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast, Length, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from archive.models import Article, Event, Organization, Person, Source, Statement
from archive.search import SearchRequest, directory
from archive.search.keeping import Kept

from .charts import Bar, bars

NEWEST = 8
LATEST_EVENTS = 6
MOST_QUOTED = 10
LATELY = 200  # articles that tell who is quoted most
TOPICS = 12
ON_THIS_DAY = 4  # events, and articles
SHORT = (30, 240)  # characters of a statement that the front page quotes
QUOTABLE = {"kind": "direct", "confidence__gte": 0.9, "position__lte": 30, "parts": 1, "length__range": SHORT}
EXACT = ("day", "minute")


@dataclass(frozen=True)
class Holdings:
    """How much of each kind there is, with its noun and its page; the articles of each year; whom the newest
    articles quote most, by slug, and how often."""

    counts: tuple[tuple[int, str, str], ...]
    years: tuple[Bar, ...]
    quoted: tuple[tuple[str, int], ...]


def front(request: HttpRequest) -> HttpResponse:
    """Show the search box, what is new, who is quoted, what happened, and what the archive holds."""
    held, names, today = holdings.get(), directory.current.get(), timezone.now().date()
    articles = list(Article.objects.select_related("source").defer("boilerplate")[:NEWEST])
    quotations = quotations_of(articles)
    then = [day for bar in held.years if (day := same_day(today, int(bar.start)))]
    context = {
        "holdings": held,
        "articles": [(article, quotations.get(article.pk)) for article in articles],
        "quoted": [(entry, said) for slug, said in held.quoted if (entry := names.get("person", slug))],
        "lately": LATELY,
        "topics": names.of_kind("topic", TOPICS),
        "events": Event.objects.filter(date__isnull=False)[:LATEST_EVENTS],
        "today": today,
        "events_then": Event.objects.filter(date__in=then, precision__in=EXACT)[:ON_THIS_DAY],
        "articles_then": Article.objects.filter(published__in=then, precision__in=EXACT)[:ON_THIS_DAY],
    }
    return render(request, "front/front.html", context)


def quotations_of(articles: list[Article]) -> dict[int, Statement]:
    """Return for each article its first statement that is short, word for word, and sure to be someone's."""
    counted = Statement.objects.annotate(parts=Count("spans"), length=Length("text")).order_by("-position")
    said = counted.filter(article__in=articles, person__isnull=False, **QUOTABLE).select_related("person")
    return {statement.article_id: statement for statement in said}


def same_day(today: date, year: int) -> date | None:
    """Return this day of another year; None where that year has none."""
    try:
        return today.replace(year=year)
    except ValueError:
        return None  # the 29th of February


def _look() -> Holdings:
    pages = {
        Article: reverse("search") + "?sort=newest",
        Statement: reverse("search") + "?type=statements",
        Person: reverse("people"),
        Organization: reverse("organizations"),
        Event: reverse("events"),
        Source: reverse("sources"),
    }
    counts = []
    for model, page in pages.items():
        number, meta = model.objects.count(), model._meta
        counts.append((number, meta.verbose_name if number == 1 else meta.verbose_name_plural, page))
    return Holdings(tuple(counts), _years(), tuple(_quoted_lately()))


def _quoted_lately() -> QuerySet:
    newest = Article.objects.values_list("pk", flat=True)[:LATELY]
    said = Statement.objects.filter(article__in=list(newest), person__isnull=False).order_by()
    said = said.values_list("person__slug").annotate(said=Count("pk"))
    return said.order_by("-said", "person__name")[:MOST_QUOTED]


def _years() -> tuple[Bar, ...]:
    years = Article.objects.filter(published__isnull=False).order_by()
    years = years.annotate(year=Substr(Cast("published", CharField()), 1, 4))
    counted = years.values_list("year").annotate(Count("pk"))
    return bars(counted, _address_of_year)


def _address_of_year(year: str) -> str:
    return f"{reverse('search')}?{SearchRequest(start=year, end=year).query_string()}"


holdings: Kept[Holdings] = Kept(_look)
