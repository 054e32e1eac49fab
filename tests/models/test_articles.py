"""What articles, offices and locked rows answer about themselves."""

from datetime import date

import pytest
from django.db import connection

from archive.models import Article, Office, Person, Source

pytestmark = pytest.mark.django_db


def test_without_a_title_the_heading_is_the_first_words_of_the_body():
    article = Article(body="The two envoys met on the bridge at noon and spoke of nothing but fish.")
    assert article.heading == "The two envoys met on the bridge at noon and spoke of …"


def test_paragraphs_know_where_they_start():
    assert Article(body="One.\n\nTwo.").paragraphs() == [(0, "One."), (6, "Two.")]


@pytest.mark.parametrize(
    "title, slug",
    [("Envoys meet", "envoys-meet"), ("Послы", "posly"), ("Yıldırım", "yildirim"), ("…", "untitled")],
)
def test_an_article_has_an_address_that_can_be_read(title, slug):
    assert Article(title=title).slug == slug


def test_newest_articles_come_first_and_undated_ones_last():
    for body, published in (("old", date(2010, 1, 1)), ("never", None), ("new", date(2020, 1, 1))):
        Article.objects.create(body=body, published=published, precision="day" if published else "unknown")
    assert [article.body for article in Article.objects.all()] == ["new", "old", "never"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another database sorts few rows without an index")
@pytest.mark.parametrize("rows", [Article.objects.all(), Article.objects.filter(source=1)])
def test_lists_of_articles_are_read_off_an_index_without_sorting(rows):
    plan = rows[:20].explain()
    assert "INDEX" in plan.upper() and "TEMP B-TREE" not in plan.upper()


def test_an_office_is_held_from_the_first_article_that_says_so_to_the_last():
    office = Office.objects.create(person=Person.objects.create(name="Ana Ilves", slug="a"), title="envoy")
    for day in (date(2012, 3, 1), date(2010, 1, 5), date(2015, 9, 9)):
        office.articles.add(Article.objects.create(body="x", published=day, precision="day"))
    office.articles.add(Article.objects.create(body="x"))
    found = Office.objects.with_dates().get()
    assert (found.first, found.last) == (date(2010, 1, 5), date(2015, 9, 9))


def test_a_lock_is_kept_once():
    source = Source.objects.create(name="Wire", slug="wire")
    article = Article(body="x", source=source)
    article.lock("title", "source")
    article.lock("title")
    assert article.locked == ["source", "title"] and article.is_locked("title")


def test_the_heading_of_an_endless_word_is_short():
    assert len(Article(body="x" * 2_000_000).heading) < 250
