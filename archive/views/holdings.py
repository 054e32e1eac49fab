"""What the archive holds, as the front page tells it."""

from dataclasses import dataclass

from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast, Substr
from django.urls import reverse

from archive.models import Article, Event, Organization, Person, Source, Statement
from archive.search import SearchRequest
from archive.search.keeping import Kept

from .charts import Bar, bars

LATELY = 200  # articles that tell who is quoted most
MOST_QUOTED = 10


@dataclass(frozen=True)
class Holdings:
    """The archive in numbers.

    `counts` are how much of each kind there is, with its noun and the address of its page; `years` the
    articles of each year; `quoted` the slugs of whom the newest articles quote most, with how often.
    """

    counts: tuple[tuple[int, str, str], ...]
    years: tuple[Bar, ...]
    quoted: tuple[tuple[str, int], ...]


def _look() -> Holdings:
    pages = {
        Article: f"{reverse('search')}?{SearchRequest(sort='newest').query_string()}",
        Statement: f"{reverse('search')}?{SearchRequest(type='statements').query_string()}",
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


def _years() -> tuple[Bar, ...]:
    dated = Article.objects.filter(published__isnull=False).order_by()
    years = dated.annotate(year=Substr(Cast("published", CharField()), 1, 4)).values_list("year")
    return bars(years.annotate(Count("pk")), _address_of_year)


def _address_of_year(year: str) -> str:
    return f"{reverse('search')}?{SearchRequest(start=year, end=year).query_string()}"


def _quoted_lately() -> QuerySet:
    newest = Article.objects.values_list("pk", flat=True)[:LATELY]
    said = Statement.objects.filter(article__in=list(newest), person__isnull=False).order_by()
    counted = said.values_list("person__slug").annotate(said=Count("pk"))
    return counted.order_by("-said", "person__name")[:MOST_QUOTED]


holdings: Kept[Holdings] = Kept(_look)
