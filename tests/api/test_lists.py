"""Lists: what they hold, how they are narrowed, and how they are paged."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.models import Article, Person
from tests.views.rows import (
    make_article,
    make_event,
    make_full_article,
    make_organization,
    make_person,
    make_source,
    name,
    say,
)

pytestmark = pytest.mark.django_db


def ask(client, address: str) -> list:
    """Return the records that an address lists."""
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return response.json()["results"]


def ids(client, address: str) -> list[int]:
    return [record["id"] for record in ask(client, address)]


def test_a_list_holds_the_same_records_as_their_own_addresses(client):
    make_full_article()
    for kind in ("articles", "statements", "captures", "people", "organizations", "events", "sources"):
        for record in ask(client, kind):
            key = record["sha256"] if kind == "captures" else record.get("slug", record["id"])
            assert client.get(f"/api/v1/{kind}/{key}").json() == record


def test_an_article_is_told_as_beside_its_page(client):
    article = make_full_article()
    (told,) = ask(client, "articles")
    assert told | {"copies": []} == client.get(f"/articles/{article.pk}.json").json()
    said = article.statements.first()
    assert ask(client, "statements")[0] == client.get(f"/statements/{said.pk}.json").json()


def test_pages_follow_each_other_until_the_last_and_back_again(client):
    articles = [make_article(title=f"Dispatch {number}").pk for number in range(5)]
    found, page = [], client.get("/api/v1/articles?page-size=2").json()
    while page["next"]:
        found += [record["id"] for record in page["results"]]
        page = client.get(page["next"]).json()
    assert found + [record["id"] for record in page["results"]] == articles
    assert [record["id"] for record in client.get(page["previous"]).json()["results"]] == articles[2:4]


def test_what_comes_while_someone_pages_is_on_the_last_page(client):
    first = [make_article().pk for _ in range(3)]
    page = client.get("/api/v1/articles?page-size=2").json()
    late = make_article().pk
    assert [record["id"] for record in client.get(page["next"]).json()["results"]] == [first[2], late]


def test_articles_are_narrowed_by_speaker_source_event_and_topic(client):
    wanted = make_full_article()
    make_article(source=make_source("Graustark Times", "graustark-times"))
    for query in (
        "speaker=anna-berg",
        "source=strelsau-courier",
        "event=meeting-in-strelsau",
        "topic=treaties",
    ):
        assert ids(client, f"articles?{query}") == [wanted.pk], query


def test_choices_of_one_parameter_add_up_and_parameters_narrow(client):
    article = make_article()
    berg, zorn = make_person(), make_person("Carl Zorn", "carl-zorn")
    said = [say(article, "by anyone.", person=person).pk for person in (berg, zorn)]
    ministry = say(article, "did not comment", organization=make_organization()).pk
    assert ids(client, "statements?speaker=anna-berg&speaker=carl-zorn") == said
    assert ids(client, "statements?speaker=foreign-ministry-of-graustark&source=strelsau-courier") == [
        ministry
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from=2014-03-04&to=2014-03-04", ["the day", "the month", "the year"]),
        ("from=2014-03-05", ["the month", "the year"]),
        ("from=2014-04", ["the year"]),
        ("to=2014-02", ["the year"]),
        ("to=2014-03-01", ["the month", "the year"]),
        ("from=2015", []),
        ("to=2013", []),
        ("from=&to=", ["the day", "the month", "the year", "unknown"]),
    ],
)
def test_what_is_dated_to_a_month_or_a_year_is_found_where_its_span_touches(client, query, found):
    make_article(title="the day", published="2014-03-04", precision="day")
    make_article(title="the month", published="2014-03-01", precision="month")
    make_article(title="the year", published="2014-01-01", precision="year")
    make_article(title="unknown", published=None, precision="unknown")
    assert [record["title"] for record in ask(client, f"articles?{query}")] == found
    for article in Article.objects.all():
        say(article, "by anyone.")
    assert [record["article"]["title"] for record in ask(client, f"statements?{query}")] == found


def test_events_are_narrowed_by_their_dates(client):
    make_event()
    assert ids(client, "events?from=2014-03-03&to=2014-03") == ids(client, "events") != []
    assert ids(client, "events?from=2014-04") == []


def test_articles_changed_since_a_moment_are_found(client):
    old, new = make_article(), make_article()
    now = timezone.now()
    Article.objects.filter(pk=old.pk).update(updated_at=now - timedelta(days=2))
    day = f"{now - timedelta(days=1):%Y-%m-%d}"
    assert ids(client, f"articles?changed-since={day}") == [new.pk]
    assert ids(client, f"articles?changed-since={day}T00:00:00Z") == [new.pk]
    assert ids(client, "articles?changed-since=0001-01-01T00:00:00%2B14:00") == [old.pk, new.pk]


def test_people_are_found_by_a_part_of_any_name(client):
    berg, zorn = make_person(), make_person("Carl Zorn", "carl-zorn")
    zorn.names.create(name="Karl Bergmann", key="karl bergmann", surname="bergmann")
    assert ids(client, "people?q=Berg") == [berg.pk, zorn.pk]
    assert ids(client, "people?q=carl") == [zorn.pk]


def test_the_captures_of_an_article_are_its_versions(client):
    article = make_article()
    make_article()
    (record,) = ask(client, f"captures?article={article.pk}")
    assert record["sha256"] == article.capture.sha256 and record["article"] == article.pk
    assert client.get(record["url"]).content == article.capture.read_bytes()


def test_a_former_slug_leads_to_whom_it_meant(client):
    make_person()
    Person.objects.update(slug="anna-berg-zorn")
    assert client.get("/api/v1/people/anna-berg").json()["slug"] == "anna-berg-zorn"
    assert client.get("/api/v1/organizations/anna-berg").status_code == 404


QUERIES = {
    "articles": 11, "articles?speaker=anna-berg&from=2014": 12, "statements": 4, "people": 4,
    "organizations": 2, "events": 3, "sources": 1, "captures": 1,
}  # fmt: skip


@pytest.mark.parametrize("address", QUERIES)
def test_the_number_of_queries_of_a_page_is_bounded(client, address):
    article = make_full_article()
    for number in range(4):
        more = make_article(title=f"More {number}", source=make_source(f"Times {number}", f"times-{number}"))
        person = make_person(f"Person {number}", f"person-{number}")
        for party in (person, make_person()):
            say(more, "by anyone.", person=party)
            name(article, "her colleague", person=party)
        make_event(name=f"Event {number}", slug=f"event-{number}").people.add(person)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/api/v1/{address}").status_code == 200
    assert len(queries) <= QUERIES[address], "\n".join(query["sql"][:200] for query in queries)
