"""The front page."""

import pytest

from .rows import make_full_article, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_page_of_an_empty_archive_says_how_to_fill_it(client):
    assert "manage.py ingest" in get(client, "/")


def test_the_front_page_shows_the_newest_the_most_quoted_and_the_latest(client):
    article = make_full_article()
    say(article, "by anyone.")
    html = get(client, "/")
    assert article.get_absolute_url() in html
    assert "/people/anna-berg/" in html
    assert "/events/meeting-in-strelsau/" in html
