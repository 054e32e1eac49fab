"""What browsers, crawlers and monitors ask for, and what is shown when something fails."""

import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from archive.views.machines import Rows

from .rows import make_article, make_full_article

pytestmark = pytest.mark.django_db


def test_a_browser_can_add_the_archive_to_its_search_engines(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    urls = ElementTree.fromstring(response.content).findall("{http://a9.com/-/spec/opensearch/1.1/}Url")  # noqa: S314
    assert "http://testserver/search/?q={searchTerms}" in [url.get("template") for url in urls]


def test_the_map_of_the_site_leads_to_every_page(client):
    article = make_full_article()
    index = client.get("/sitemap.xml").content.decode()
    assert "http://testserver/sitemap-articles.xml" in index
    assert article.get_absolute_url() in client.get("/sitemap-articles.xml").content.decode()
    assert "/people/anna-berg/" in client.get("/sitemap-people.xml").content.decode()


def test_a_large_map_of_the_site_is_split_and_each_page_is_in_one_part(client, monkeypatch):
    monkeypatch.setattr(Rows, "limit", 2)
    articles = [make_article(title=f"Dispatch {number}") for number in range(5)]
    articles.pop(1).delete()
    parts = re.findall("<loc>(.*?-articles.*?)</loc>", client.get("/sitemap.xml").content.decode())
    shown = "".join(client.get(part).content.decode() for part in parts)
    assert len(parts) > 1
    for article in articles:
        assert shown.count(f"{article.get_absolute_url()}</loc>") == 1
    assert client.get("/sitemap-articles.xml?p=999999").status_code == 404


def test_crawlers_are_kept_from_endless_searches(client):
    assert "Disallow: /search" in client.get("/robots.txt").content.decode()


def test_a_monitor_is_told_that_all_is_well(client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_page_that_is_not_there_is_told_in_plain_words(client):
    response = client.get("/no/such/page")
    assert response.status_code == 404
    html = response.content.decode()
    assert "<title>This page is not in the archive · Chancery</title>" in html
    assert "<h1>This page is not in the archive</h1>" in html


def test_a_failure_is_told_in_plain_words(monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("archive.models.Article.get_absolute_url", fail)
    make_full_article()
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()
    assert "secret detail" not in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/search/", "/people/", "/organizations/", "/sources/", "/events/"])
def test_every_page_has_a_title_a_description_and_one_heading(client, address):
    html = client.get(address).content.decode()
    for wanted in ("<title>", '<meta name="description"', '<link rel="canonical"', 'property="og:title"'):
        assert html.count(wanted) == 1
    assert html.count("<h1") == 1


def test_no_page_needs_what_the_content_security_policy_forbids(client):
    html = client.get(make_full_article().get_absolute_url()).content.decode()
    assert "<style" not in html and " style=" not in html and " onclick=" not in html


def test_pages_without_an_icon_of_their_own_get_the_seal(client):
    assert client.get("/favicon.ico").headers["Location"] == "/static/seal.svg"
