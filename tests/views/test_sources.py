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


def test_articles_of_a_source_are_narrowed_as_the_address_asks(client):
    make_full_article()
    make_article(title="A ball in Hentzau", body="There was dancing.", published="2012-01-01")
    drain()
    html = get(client, "/sources/strelsau-courier/?q=dancing")
    assert "A ball in Hentzau" in html and "1 article<" in html
    html = get(client, "/sources/strelsau-courier/?topic=treaties")
    assert "Ruritania will not be hurried" in html and "A ball" not in html
    assert "Nothing here fits." in get(client, "/sources/strelsau-courier/?from=1999&to=1999")


def test_articles_of_a_source_have_a_timeline(client):
    for published in ("2010-01-02", "2014-03-04"):
        make_article(published=published)
    drain()
    assert 'aria-label="2010: 1"' in get(client, "/sources/strelsau-courier/")
