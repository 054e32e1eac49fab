"""What the search box suggests while someone types."""

import pytest

from archive.models import Organization, PersonName

from .rows import make_full_article, make_person

pytestmark = pytest.mark.django_db


def suggested(client, text: str) -> list[dict[str, str]]:
    response = client.get("/suggest.json", {"q": text})
    assert response.status_code == 200
    return response.json()["suggestions"]


def test_a_person_is_suggested_with_an_office_and_the_way_to_their_page(client):
    make_full_article()
    (row,) = suggested(client, "ber")
    assert row == {
        "label": "Anna Berg",
        "written": "",
        "kind": "person",
        "note": "Foreign Minister, Germany",
        "url": "/people/anna-berg/",
    }
    assert client.get(row["url"]).status_code == 200


def test_organizations_events_and_topics_are_suggested_with_the_way_to_them(client):
    make_full_article()
    rows = [row for text in ("graus", "meet", "treat") for row in suggested(client, text)]
    assert [(row["kind"], row["note"], row["url"]) for row in rows] == [
        ("organization", "Poland", "/organizations/foreign-ministry-of-graustark/"),
        ("event", "3 Mar 2014", "/events/meeting-in-strelsau/"),
        ("topic", "", "/search/?topic=treaties"),
    ]
    assert [client.get(row["url"]).status_code for row in rows] == [200, 200, 200]


def test_those_who_speak_or_events_are_suggested_alone_where_that_is_asked_for(client):
    make_full_article()
    make_person("Meera Feld", "meera-feld")

    def kinds(only: str) -> set[str]:
        rows = client.get("/suggest.json", {"q": "me", "only": only}).json()["suggestions"]
        return {row["kind"] for row in rows}

    assert (kinds("people"), kinds("events"), kinds("all")) == ({"person"}, {"event"}, {"person", "event"})


def test_the_name_that_was_meant_is_told_where_another_is_shown(client):
    PersonName.objects.create(person=make_person(), name="Anna Mountain", key="x", surname="x")
    assert [row["written"] for row in suggested(client, "mount")] == ["Anna Mountain"]


def test_eight_are_suggested_at_most(client):
    for number in range(12):
        make_person(f"Number {number}", f"number-{number}")
    assert len(suggested(client, "number")) == 8


@pytest.mark.parametrize("text", ["", " ", "\x00", "%", "'; --", "<script>", "a" * 100_000, "ё" * 500])
def test_what_means_nobody_is_answered_with_nothing(client, text):
    make_person()
    assert suggested(client, text) == []


def test_bytes_that_are_no_text_are_answered_with_nothing(client):
    make_person()
    assert client.get("/suggest.json?q=%ff%fe&q=%00").json() == {"suggestions": []}


def test_no_name_is_markup(client):
    Organization.objects.create(name="</script><script>alert(1)", slug="bad")
    assert client.get("/suggest.json?q=alert")["Content-Type"] == "application/json"
    assert suggested(client, "alert")[0]["label"] == "</script><script>alert(1)"


def test_an_answer_may_be_kept_for_a_minute_by_everyone(client):
    response = client.get("/suggest.json?q=a")
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")


def test_only_the_first_question_after_a_change_takes_more_than_one_query(client, django_assert_num_queries):
    make_full_article()
    suggested(client, "a")
    with django_assert_num_queries(1):
        assert suggested(client, "ann")


@pytest.mark.parametrize("page", ["/", "/people/", "/search/", "/nothing/"])
def test_every_search_box_asks_for_suggestions(client, page):
    assert 'type="search" name="q"' in client.get(page).content.decode()
    assert 'data-suggest="/suggest.json"' in client.get(page).content.decode()


def test_a_search_for_a_name_leads_to_the_page_of_that_name(client):
    make_full_article()
    html = client.get("/search/?q=berg").content.decode()
    named = html[html.index('aria-label="Pages of that name"') :].partition("</ul>")[0]
    assert '<a href="/people/anna-berg/">Anna Berg</a>' in named and "Foreign Minister, Germany" in named
    for query in ("q=ber", "q=hurried", ""):
        assert "Pages of that name" not in client.get(f"/search/?{query}").content.decode()


def test_a_browsers_address_bar_suggests_the_same(client):
    make_person()
    assert '/suggestions.json?q={searchTerms}"' in client.get("/opensearch.xml").content.decode()
    response = client.get("/suggestions.json?q=ber")
    assert response["Content-Type"] == "application/x-suggestions+json"
    assert response.json() == ["ber", ["Anna Berg"]]
