"""Every address of the site. Names: one word for a page, e.g. ``article``, ``person``, ``search``."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import path, re_path

from archive.api import api
from archive.api.guide import guide
from archive.views import (
    articles,
    captures,
    compare,
    events,
    front,
    listings,
    machines,
    organizations,
    people,
    search,
    sources,
    statements,
    suggestions,
    versions,
)

CAPTURE = r"^captures/(?P<sha256>[0-9a-f]{64})"

urlpatterns = [
    path("", front.front, name="front"),
    path("search/", search.search_page, name="search"),
    path("search.json", search.search_json, name="search-json"),
    path("search.atom", search.search_atom, name="search-atom"),
    path("search.csv", search.search_csv, name="search-csv"),
    path("search.ris", search.search_references, name="search-references"),
    path("search.jsonl", search.search_lines, name="search-lines"),
    path("search/choices/<slug:facet>/", search.choices_page, name="search-choices"),
    path("suggest.json", suggestions.suggest, name="suggest"),
    path("suggestions.json", suggestions.complete, name="suggestions"),
    path("articles/<int:pk>.json", articles.article_json, name="article-json"),
    path("articles/<int:pk>.bib", articles.article_bib, name="article-bib"),
    path("articles/<int:pk>.ris", articles.article_ris, name="article-ris"),
    path("articles/<int:pk>.csl.json", articles.article_csl, name="article-csl"),
    path("articles/<int:pk>/", articles.article, name="article-short"),
    path("articles/<int:pk>/<str:slug>/", articles.article, name="article"),
    path("articles/<int:pk>/<str:slug>/beside/", captures.beside, name="beside"),
    path("articles/<int:pk>/<str:slug>/versions/", versions.versions, name="versions"),
    re_path(rf"{CAPTURE}/$", captures.capture, name="capture"),
    re_path(rf"{CAPTURE}/bytes$", captures.capture_bytes, name="capture-bytes"),
    path("statements/<int:pk>.json", statements.statement_json, name="statement-json"),
    path("statements/<int:pk>.bib", statements.statement_bib, name="statement-bib"),
    path("statements/<int:pk>.ris", statements.statement_ris, name="statement-ris"),
    path("statements/<int:pk>.csl.json", statements.statement_csl, name="statement-csl"),
    path("statements/<int:pk>/", statements.statement, name="statement"),
    path("people/", listings.people, name="people"),
    path("people/<str:slug>/", people.person, name="person"),
    path("organizations/", listings.organizations, name="organizations"),
    path("organizations/<str:slug>/", organizations.organization, name="organization"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<str:slug>/", sources.source, name="source"),
    path("compare/", compare.compare, name="compare"),
    path("events/", events.events, name="events"),
    path("events/<str:slug>/", events.event, name="event"),
    path("api/v1/", guide, name="api"),
    path("api/v1/", api.urls),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": machines.SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        sitemaps.sitemap,
        {"sitemaps": machines.SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("robots.txt", machines.robots, name="robots"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("healthz", machines.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
