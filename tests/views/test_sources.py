"""The pages of sources."""

import pytest

from archive.search.queue import drain

from .rows import make_article, make_full_article, make_source

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_sources_are_listed_with_their_number_of_articles(client):
    make_article()
    assert "Strelsau Courier" in get(client, "/sources/")


def test_a_source_is_shown_with_its_articles_and_whom_it_quotes(client):
    article = make_full_article()
    other = make_article(title="Elsewhere", source=make_source("Graustark Times", "graustark-times"))
    drain()
    html = get(client, "/sources/strelsau-courier/")
    assert article.get_absolute_url() in html and other.get_absolute_url() not in html
    assert "/search/?type=statements&amp;speaker=anna-berg&amp;source=strelsau-courier" in html
