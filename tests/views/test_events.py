"""The pages of events."""

import pytest

from .rows import make_event, make_full_article

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_events_are_listed_by_year_the_latest_first_and_undated_ones_last(client):
    make_event()
    make_event(name="Second meeting", slug="second", date="2016-01-01", precision="year")
    make_event(name="Some talks", slug="talks", date=None, precision="unknown")
    html = get(client, "/events/")
    assert html.index("Second meeting") < html.index("Meeting in Strelsau") < html.index("Some talks")
    assert "<h2>2016</h2>" in html and "<h2>Date unknown</h2>" in html


def test_events_of_one_year_can_be_asked_for(client):
    make_event()
    make_event(name="Second meeting", slug="second", date="2016-01-01", precision="year")
    assert "Second meeting" not in get(client, "/events/?year=2014")


@pytest.mark.parametrize("year", ["x", "0", "99999", "٢٠١٤"])
def test_what_is_not_a_year_is_told_or_finds_nothing(client, year):
    make_event()
    html = get(client, f"/events/?year={year}")
    assert "is not a year" in html or "No events of" in html


def test_an_event_is_shown_with_when_where_who_and_what_was_said(client):
    article = make_full_article()
    html = get(client, "/events/meeting-in-strelsau/")
    assert "Monday 3 March 2014" in html and "Strelsau" in html
    assert "the treaty of Zenda stays in force" in html
    assert "<q>met her colleague</q>" in html
    assert article.get_absolute_url() in html
    assert "/people/anna-berg/" in html and "/organizations/foreign-ministry-of-graustark/" in html


def test_an_unknown_event_is_not_found(client):
    assert client.get("/events/nothing/").status_code == 404
