"""An index of its own for each test, on the shelf's two kinds of documents."""

import pytest
from haystack import connections
from haystack.query import SearchQuerySet

from archive.models import Article, Person, Topic

from .shelf import ArticleIndex

ALIAS = "shelf"


@pytest.fixture
def shelf(db, tmp_path):
    """The backend of an empty index."""
    connections.connections_info[ALIAS] = {
        "ENGINE": "tests.search.engine.shelf.ShelfEngine",
        "PATH": str(tmp_path / "index"),
        "INCLUDE_SPELLING": True,
        "TIME_LIMIT": 5,
    }
    yield connections.reload(ALIAS).get_backend()
    connections.reload(ALIAS)
    del connections.connections_info[ALIAS]


@pytest.fixture
def found(shelf):
    """All documents of the index, to be filtered."""
    return SearchQuerySet(using=ALIAS)


@pytest.fixture
def write(shelf):
    """A function that writes an article and puts it into the index."""

    def write(title, body="", topics=(), published=None, place="", index=True):
        article = Article.objects.create(
            title=title, body=body, dateline_place=place, published_at=published,
            published=published and published.date(), precision="minute" if published else "unknown",
        )  # fmt: skip
        article.topics.set([_topic(name) for name in topics])
        if index:
            shelf.update(ArticleIndex(), [article])
        return article

    return write


def _topic(name):
    return Topic.objects.get_or_create(name=name, defaults={"slug": f"t{Topic.objects.count()}"})[0]


@pytest.fixture
def person(db):
    """A function that writes a person, not in the index yet."""
    return lambda name: Person.objects.create(name=name, slug=name.lower())
