"""The front page: the newest articles with a quotation each, the most quoted, events of this day."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.models import Article, Event, Statement
from archive.search import directory

from .holdings import LATELY, holdings

NEWEST = 8
LATEST_EVENTS = 6
TOPICS = 12
ON_THIS_DAY = 4  # events, and articles
SHORT = (30, 240)  # characters of a statement that the front page quotes
QUOTABLE = {"kind": "direct", "confidence__gte": 0.9, "position__lte": 30, "parts": 1, "length__range": SHORT}
EXACT = ("day", "minute")


def front(request: HttpRequest) -> HttpResponse:
    """Show the search box, what is new, who is quoted, what happened, and what the archive holds."""
    held, names, today = holdings.get(), directory.current.get(), timezone.now().date()
    rows = Article.objects.defer("boilerplate")
    articles = list(rows.select_related("source")[:NEWEST])
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
        "articles_then": rows.filter(published__in=then, precision__in=EXACT)[:ON_THIS_DAY],
    }
    return render(request, "front/front.html", context)


def quotations_of(articles: list[Article]) -> dict[int, Statement]:
    """Return for each article its first statement that is short, word for word, and sure to be someone's."""
    counted = Statement.objects.annotate(parts=Count("spans"), length=Length("text")).order_by("-position")
    named = counted.filter(Q(person__isnull=False) | Q(organization__isnull=False), article__in=articles)
    said = named.filter(**QUOTABLE).select_related("person", "organization")
    return {statement.article_id: statement for statement in said}


def same_day(today: date, year: int) -> date | None:
    """Return this day of another year; None where that year has none."""
    try:
        return today.replace(year=year)
    except ValueError:
        return None  # the 29th of February
