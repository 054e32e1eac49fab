"""The pages of events."""

import pytest

from archive.models import Statement
from archive.search.queue import drain

from .rows import make_event, make_full_article, make_organization, make_person, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    drain()
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
    assert f'<a href="{article.get_absolute_url()}#p1">met her colleague</a>' in html
    assert article.get_absolute_url() in html
    assert "/people/anna-berg/" in html and "/organizations/foreign-ministry-of-graustark/" in html


def test_what_tells_of_the_event_in_its_own_words_is_told_apart_from_the_rest_of_the_articles(client):
    make_full_article()
    html = get(client, "/events/meeting-in-strelsau/")
    assert "the treaty of Zenda stays in force" in html and "We will not be hurried," not in html
    html = get(client, "/events/meeting-in-strelsau/?of=articles")
    assert "the treaty of Zenda stays in force" in html and "We will not be hurried," in html
    assert "not every word of it need be about the event" in html


def test_where_no_words_of_a_statement_tell_of_it_the_articles_statements_are_shown_as_such(client):
    make_full_article()
    Statement.events.through.objects.all().delete()
    html = get(client, "/events/meeting-in-strelsau/")
    assert "In the articles that tell of it" in html and "in their own words" not in html


def test_reactions_stand_side_by_side_by_speaker_by_country_and_by_date(client):
    article = make_full_article()
    say(article, "did not comment", person=None, organization=make_organization())
    say(article, "by anyone.", person=None, unnamed="a source")
    html = get(client, "/events/meeting-in-strelsau/?of=articles")
    heads = ('href="/people/anna-berg/">Anna Berg</a>', "Foreign Ministry of Graustark</a>", "a source")
    assert all(f"<h3>{'<a ' if head.endswith('</a>') else ''}" in html and head in html for head in heads)
    html = get(client, "/events/meeting-in-strelsau/?of=articles&by=country")
    places = [html.index(f"<h3>{head}</h3>") for head in ("Germany", "Poland", "Country not known")]
    assert places == sorted(places)
    assert "quotations" in get(client, "/events/meeting-in-strelsau/?of=articles&by=date")


def test_an_event_leads_to_a_comparison_of_those_quoted_most(client):
    article = make_full_article()
    assert "/compare/" not in get(client, "/events/meeting-in-strelsau/").partition("<main")[2]
    say(article, "did not comment", person=make_person("Carl Zorn", "carl-zorn"))
    html = get(client, "/events/meeting-in-strelsau/")
    assert "/compare/?speaker=anna-berg&amp;speaker=carl-zorn&amp;event=meeting-in-strelsau" in html


@pytest.mark.parametrize("query", ["of=x", "by=x"])
def test_what_cannot_be_laid_out_is_told(client, query):
    make_full_article()
    assert "“x” is not known" in get(client, f"/events/meeting-in-strelsau/?{query}")


def test_only_an_editor_says_who_took_part(client):
    event = make_full_article().events.get()
    assert "Named in the very words that tell of it." in get(client, "/events/meeting-in-strelsau/")
    event.lock("participants")
    event.save()
    assert "Who took part" in get(client, "/events/meeting-in-strelsau/")


@pytest.mark.parametrize(
    "query",
    ["q=meeting+strelsau", "place=strels", "who=anna-berg", "who=Berg", "who=the+ministry", "year=2014"],
)
def test_events_are_narrowed_by_words_place_company_and_year(client, query):
    make_full_article()
    make_event(name="Second ball", slug="second", date="2016-01-01", place="Hentzau")
    html = get(client, f"/events/?{query}")
    assert "Meeting in Strelsau" in html and "Second ball" not in html


def test_years_lead_to_their_events_and_keep_what_is_asked_for(client):
    make_event()
    make_event(name="Second meeting", slug="second", date="2016-01-01")
    html = get(client, "/events/?q=meeting&year=2014")
    assert 'href="?q=meeting&amp;year=2016">2016</a>' in html and 'href="?q=meeting">Every year</a>' in html


def test_no_events_with_that_are_told(client):
    make_event()
    assert "No events with that in the archive." in get(client, "/events/?who=nobody")


def test_an_unknown_event_is_not_found(client):
    assert client.get("/events/nothing/").status_code == 404
