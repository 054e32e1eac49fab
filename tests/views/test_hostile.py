"""Every page with hostile text in every field: it is shown, and never runs."""

import pytest
from django.test import Client

from archive.models import Article, Event, Office, Organization, Person, Source, Statement, Topic
from archive.search.queue import drain

from .rows import BODY, make_full_article

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'</title><svg/onload=alert(1)>",
)
PAGES = (
    "/", "/search/", "/search/?type=statements", "/people/", "/people/?sort=statements", "/people/?q=alert",
    "/people/anna-berg/",
    "/organizations/", "/organizations/foreign-ministry-of-graustark/",
    "/sources/", "/sources/strelsau-courier/", "/events/", "/events/meeting-in-strelsau/",
    "/events/meeting-in-strelsau/?of=articles&by=country", "/compare/?speaker=anna-berg&q=hurried",
)  # fmt: skip


@pytest.fixture(params=PAYLOADS)
def article(request, db) -> Article:
    """An article every word of which, and of all about it, is hostile."""
    bad = request.param
    article = make_full_article()
    Person.objects.update(name=bad, note=bad)
    Organization.objects.update(name=bad, note=bad)
    Source.objects.update(name=bad)
    Topic.objects.update(name=bad)
    Event.objects.update(name=bad, place=bad, note=bad)
    Office.objects.update(title=bad, organization=bad)
    Statement.objects.update(text=f"{bad} hurried", cue=bad, medium=bad, speaker_as_written=bad)
    article.evidence.update(text=bad, says=bad)
    article.title = article.via = article.series = article.dateline_place = article.dateline_agency = bad
    article.countries = [bad]
    article.body, article.boilerplate = f"{BODY}\n\n{bad}", bad
    article.lock("title", "body")
    article.save()
    article.capture.file.write_bytes(f"{bad}\n\nTalks {bad} go on\n".encode())
    drain()
    return article


def tags_of(html: str) -> list[str]:
    """Return what a payload would have made, were it not escaped."""
    return [tag for tag in ("<script>", "<img src=x", "<svg/", "</title><") if tag in html]


def test_no_page_runs_what_it_shows(article):
    client = Client()
    said = [statement.get_absolute_url() for statement in article.statements.all()]
    beside, versions = (f"{article.get_absolute_url()}{page}/" for page in ("beside", "versions"))
    for address in (*PAGES, article.get_absolute_url(), beside, versions, *said):
        response = client.get(address)
        assert response.status_code == 200
        assert tags_of(response.content.decode()) == [], address


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_parameter_is_shown_as_markup(db, payload):
    client = Client()
    for name in (
        "q",
        "speaker",
        "source",
        "from",
        "to",
        "sort",
        "type",
        "page",
        "undated",
        "other",
        "year",
        "letter",
        "event",
        "who",
        "place",
        "kind",
    ):
        for path in ("/search/", "/people/", "/events/", "/sources/", "/compare/", "/nothing/"):
            html = client.get(path, {name: payload}).content.decode()
            assert tags_of(html) == [], (path, name)


BROKEN = (
    "q=%00", "q=%ff%fe", "q=" + "a" * 10_000, "q=" + "(" * 500, "q=" + "a*+OR+" * 200, "q=%3F%3F%3F*", 'q="',
    "q=-", "q=AND", "q=speaker:", "speaker=%00", "from=%00", "page=9" + "9" * 400,
    "&".join(["speaker=x"] * 500),
)  # fmt: skip


@pytest.mark.parametrize("query", BROKEN)
def test_broken_parameters_are_answered(db, query):
    for path in (
        "/search/",
        "/search.json",
        "/search.csv",
        "/search.atom",
        "/suggest.json",
        "/people/",
        "/events/",
        "/compare/",
    ):
        response = Client().get(f"{path}?{query}")
        assert response.status_code == 200
        response.close()


def test_a_web_address_that_is_a_script_is_no_link(db):
    article = make_full_article()
    Article.objects.update(url="javascript:alert(1)")
    Source.objects.update(url="javascript:alert(1)")
    for address in (article.get_absolute_url(), "/sources/strelsau-courier/"):
        assert 'href="javascript:' not in Client().get(address).content.decode()


@pytest.mark.parametrize("host", ["evil.example", "localhost\r\nX: y", "[::1"])
def test_a_host_that_is_not_ours_is_refused_in_plain_words(host):
    page = Client(raise_request_exception=False).get("/", HTTP_HOST=host)
    assert page.status_code == 400 and "could not be understood" in page.content.decode()
