"""A small library to search: two kinds of documents with every sort of field, on the archive's own tables."""

from haystack import indexes
from haystack.utils.loading import UnifiedIndex

from archive.models import Article, Person
from archive.search.engine import WhooshEngine


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Articles, with the odd fields put together from what an article has."""

    text = indexes.CharField(document=True)
    title = indexes.CharField(model_attr="title")
    place = indexes.CharField(model_attr="dateline_place", faceted=True, null=True)
    topics = indexes.MultiValueField(faceted=True)
    published = indexes.DateTimeField(model_attr="published_at", null=True)
    words = indexes.IntegerField()
    share = indexes.FloatField()
    long = indexes.BooleanField()

    def get_model(self):
        return Article

    def prepare_text(self, article):
        return f"{article.title}\n{article.body}"

    def prepare_topics(self, article):
        return [topic.name for topic in article.topics.all()]

    def prepare_words(self, article):
        return len(article.body.split())

    def prepare_share(self, article):
        return len(article.body.split()) / 8

    def prepare_long(self, article):
        return len(article.body.split()) > 5


class PersonIndex(indexes.SearchIndex, indexes.Indexable):
    """People, by name."""

    text = indexes.CharField(document=True, model_attr="name")
    place = indexes.CharField(faceted=True, null=True)

    def get_model(self):
        return Person

    def prepare_place(self, person):
        return "Vienna"


class ShelfEngine(WhooshEngine):
    """The engine with the indexes of this file in the place of the archive's."""

    def get_unified_index(self):
        if self._index is None:
            self._index = UnifiedIndex()
            self._index.build([ArticleIndex(), PersonIndex()])
        return self._index
