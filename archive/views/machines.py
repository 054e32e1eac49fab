"""What browsers, crawlers and monitors expect."""

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db import DatabaseError
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.functional import cached_property

from archive.models import Article, Event, Organization, Person, Source


class KeyRanges(Paginator):
    """Rows in pages by ranges of their keys: the last page is found as fast as the first.

    `count` is the highest key; a page may hold fewer rows than others, or none.
    """

    @cached_property
    def count(self) -> int:
        return self.object_list.aggregate(last=Max("pk"))["last"] or 0

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        before = (number - 1) * self.per_page
        rows = self.object_list.filter(pk__gt=before, pk__lte=before + self.per_page)
        return self._get_page(rows, number, self)


class Rows(Sitemap):
    """The pages of one model."""

    limit = 500

    def __init__(self, rows: QuerySet) -> None:
        self.rows = rows

    def get_latest_lastmod(self) -> None:
        """Return nothing: to find it, every row would have to be read."""

    @property
    def paginator(self) -> KeyRanges:
        """The rows in files of the map."""
        return KeyRanges(self.rows.order_by("pk"), self.limit)


class Articles(Rows):
    """The pages of articles, with when each last changed."""

    def lastmod(self, article: Article) -> object:
        """Return when the article last changed in the archive."""
        return article.updated_at


SITEMAPS = {
    "articles": Articles(Article.objects.only("title", "body", "updated_at")),
    "people": Rows(Person.objects.all()),
    "organizations": Rows(Organization.objects.all()),
    "sources": Rows(Source.objects.all()),
    "events": Rows(Event.objects.all()),
}


def opensearch(request: HttpRequest) -> HttpResponse:
    """Answer the OpenSearch 1.1 description, so that browsers can search from the address bar."""
    context = {"root": request.build_absolute_uri("/")}
    content_type = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "machines/opensearch.xml", context, content_type=content_type)


def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the seal, for pages that name no icon (the editor's desk, data)."""
    return redirect(static("seal.svg"), permanent=True)


def robots(request: HttpRequest) -> HttpResponse:
    """Answer what crawlers may fetch: all but the endless addresses of searches."""
    context = {"root": request.build_absolute_uri("/")}
    return render(request, "machines/robots.txt", context, content_type="text/plain; charset=utf-8")


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer whether the database answers: 200, or 503 where it does not."""
    try:
        Article.objects.exists()
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})
