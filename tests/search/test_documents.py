"""What documents are made of."""

from datetime import date

import pytest

from archive.models import Article, Person, Statement
from archive.search.documents import ArticleDocument, StatementDocument


@pytest.fixture
def document(talks):
    """The first article's document."""
    return ArticleDocument().prepare(ArticleDocument().index_queryset().get(pk=talks[0].pk))


def test_an_article_is_found_by_whom_and_what_it_is_about(document):
    assert document["names"].split("\n") == [
        "Harbour Wire", "fisheries", "Lakeside summit", "Norway", "Iceland", "vera orlova", "wera orlowa",
        "ministry of fisheries",
    ]  # fmt: skip
    assert document["speaker_names"].split("\n") == ["vera orlova", "wera orlowa"]


def test_initials_and_capitals_make_no_name_that_is_searched(shelf):
    brandt = shelf.person("Jonas Brandt", "J. Brandt", "Jonas K. BRANDT", "Jónas Brandt")
    article = shelf.article("Quiet talks", mentions=[brandt])
    document = ArticleDocument().prepare(ArticleDocument().index_queryset().get(pk=article.pk))
    assert document["names"].split("\n") == ["jonas brandt", "brandt", "jónas brandt"]


def test_a_month_touches_each_of_its_days(shelf):
    article = shelf.article("Some time in February", day=date(2016, 2, 1), precision="month")
    document = ArticleDocument().prepare(article)
    assert (document["year"], document["month"]) == (["2016"], ["2016-02"])
    assert (document["first_day"], document["last_day"], len(document["day"])) == (20160201, 20160229, 29)


def test_the_fingerprint_is_that_of_the_content(document, talks):
    again = ArticleDocument().index_queryset().get(pk=talks[0].pk)
    assert ArticleDocument().prepare(again)["fingerprint"] == document["fingerprint"]
    again.title = "Another"
    assert ArticleDocument().prepare(again)["fingerprint"] != document["fingerprint"]


def test_a_batch_may_be_of_any_size_and_takes_few_queries(db, django_assert_max_num_queries):
    people = Person.objects.bulk_create(Person(name=str(n), slug=f"p{n}") for n in range(1100))
    articles = Article.objects.bulk_create(Article(title=str(n), body="Words.") for n in range(1100))
    Statement.objects.bulk_create(
        Statement(article=article, person=person, position=1, kind="direct", text="Words.", confidence=1)
        for article, person in zip(articles, people, strict=True)
    )
    for index in (ArticleDocument(), StatementDocument()):
        with django_assert_max_num_queries(20):
            documents = [dict(index.prepare(row)) for row in index.index_queryset()]
        assert len({tuple(document["speaker"]) for document in documents}) == 1100
