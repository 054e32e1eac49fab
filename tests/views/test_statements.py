"""The page of one statement and its data."""

import pytest
from django.urls import reverse

from .rows import BODY, make_article, make_full_article, say

pytestmark = pytest.mark.django_db


def page(client, statement) -> str:
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_statement_is_shown_in_its_context(client):
    statement = make_full_article().statements.get(position=1)
    html = page(client, statement)
    assert '<span class="said direct highlighted" data-said="1 ">We will not be hurried,</span>' in html
    assert "Ruritania&#x27;s Foreign Minister" in html  # the paragraph before


def test_where_something_stands_between_the_parts_of_a_statement_it_is_shown(client):
    html = page(client, make_full_article().statements.get(position=1))
    assert "“We will not be hurried,” … “by anyone.”" in html


def test_a_text_that_an_editor_wrote_is_shown_as_it_is(client):
    html = page(client, say(make_article(), "by anyone.", text="by nobody at all"))
    assert "“by nobody at all”" in html


def test_only_the_paragraphs_beside_it_are_shown(client):
    article = make_article(body=f"Far away.\n\n{BODY}")
    assert "Far away." not in page(client, say(article, "did not comment"))


def test_how_sure_the_archive_is_is_told_in_words_and_in_percent(client):
    html = page(client, make_full_article().statements.get(position=2))
    assert "Uncertain" in html and "(60%)" in html


def test_a_speaker_that_is_not_known_is_told_so(client):
    html = page(client, say(make_article(), "by anyone.", person=None))
    assert "Speaker not identified" in html


def test_a_source_without_a_name_is_shown_in_its_own_words(client):
    assert "a source in the ministry" in page(
        client, say(make_article(), "by anyone.", unnamed="a source in the ministry")
    )


def test_a_statement_whose_words_are_gone_says_so(client):
    html = page(client, say(make_article(), text="We shall return."))
    assert "no longer holds these words" in html


def test_the_record_names_the_speaker_and_the_article(client):
    statement = make_full_article().statements.get(position=1)
    record = client.get(reverse("statement-json", args=[statement.pk])).json()
    assert record["speaker"]["slug"] == "anna-berg"
    assert record["article"]["published"] == {"date": "2014-03-04", "precision": "day"}
    assert record["kind"] == "direct" and record["confidence"] == 0.97


def test_a_citation_names_the_speaker_and_quotes_the_words(client):
    statement = make_full_article().statements.get(position=1)
    bib = client.get(reverse("statement-bib", args=[statement.pk])).content.decode()
    assert "author = {{Anna Berg}}" in bib and "note = {We will not be hurried, by anyone.}" in bib
    ris = client.get(reverse("statement-ris", args=[statement.pk])).content.decode()
    assert "AU  - Anna Berg\r\n" in ris


def test_an_unknown_statement_is_not_found(client):
    assert client.get("/statements/404/").status_code == 404
