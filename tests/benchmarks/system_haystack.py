"""The archive's own engine and Haystack's stock one, both over the archive's documents."""

from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command
from haystack import connections
from haystack.backends.whoosh_backend import WhooshEngine as StockWhoosh
from haystack.management.commands import rebuild_index
from haystack.query import SearchQuerySet
from haystack.utils.loading import UnifiedIndex

from archive.models import Article, Statement
from archive.search.documents import ArticleDocument, StatementDocument
from archive.search.engine import WhooshEngine
from archive.search.query import parse_query
from tests.benchmarks.wire import Story
from tests.benchmarks.workload import FACETS, Answer, Query

SHOWN_ONLY = ("card", "fingerprint", "month", "day", "first_day", "last_day")


class OnlyArticles(StatementDocument):
    """No statements: what is measured is articles, in every system."""

    def index_queryset(self, using: str | None = None) -> object:
        return super().index_queryset(using).none()


class LeanArticle(ArticleDocument):
    """An article without the fields that the measured searches do not need, in favour of the stock engine."""

    def __init__(self) -> None:
        super().__init__()
        for name in SHOWN_ONLY:
            del self.fields[name]

    def prepare(self, obj: Article) -> dict[str, object]:
        return {name: value for name, value in super().prepare(obj).items() if name not in SHOWN_ONLY}


class OurEngine(WhooshEngine):
    """The archive's engine."""

    def get_unified_index(self) -> UnifiedIndex:
        if self._index is None:
            self._index = UnifiedIndex()
            self._index.build([ArticleDocument(), OnlyArticles()])
        return self._index


class StockEngine(StockWhoosh):
    """Haystack's engine."""

    def get_unified_index(self) -> UnifiedIndex:
        if self._index is None:
            self._index = UnifiedIndex()
            self._index.build([LeanArticle()])
        return self._index


class HaystackSystem:
    """A Haystack connection as one of the systems."""

    def __init__(self, name: str, alias: str, engine: str, folder: Path) -> None:
        self.name, self.alias, self.path = name, alias, folder / alias
        options = {"ENGINE": f"tests.benchmarks.system_haystack.{engine}", "PATH": str(self.path)}
        connections.connections_info[alias] = options
        connections.reload(alias)

    @property
    def built(self) -> bool:
        """Whether there is an index from an earlier run."""
        return (self.path / "built").exists()

    def build(self, stories: Iterable[Story]) -> None:
        """Index what is in the database, which has been filled with `stories`."""
        call_command(rebuild_index.Command(), using=[self.alias], interactive=False, verbosity=0)
        (self.path / "built").touch()

    def open(self) -> None:
        """Make ready to search."""
        self.everything = SearchQuerySet(using=self.alias).models(Article)
        for facet in FACETS:
            self.everything = self.everything.facet(facet)

    def search(self, query: Query) -> Answer:
        """Return the best 20 and the counts of the six facets."""
        found = self.matching(query)
        first = [int(result.pk) for result in found[:20]]
        facets = {facet: dict(counts) for facet, counts in found.facet_counts()["fields"].items()}
        return Answer(found.count(), first, facets)

    def matching(self, query: Query) -> SearchQuerySet:
        """Return the query set of a query, as simple as the engine has it."""
        lookup = "content__exact" if query.phrase else "content"
        return self.everything.filter(**{lookup: " ".join(query.words)})


class Ours(HaystackSystem):
    """The archive's engine, asked as the archive's search page asks it: in title, text and names."""

    def __init__(self, folder: Path) -> None:
        super().__init__("Chancery", "default", "OurEngine", folder)

    def matching(self, query: Query) -> SearchQuerySet:
        return self.everything.filter(parse_query(query.text).condition)

    def forget(self) -> None:
        """Drop whatever this process has read of the index."""
        from archive.search.engine import backend

        backend._readers.clear()


class Statements(Ours):
    """The archive's engine with all statements beside their articles, asked for statements."""

    def __init__(self, folder: Path) -> None:
        HaystackSystem.__init__(self, "Chancery, statements", "default", "WhooshEngine", folder)

    def open(self) -> None:
        super().open()
        self.everything = self.everything.models(Statement)


class Stock(HaystackSystem):
    """Haystack's Whoosh engine."""

    def __init__(self, folder: Path) -> None:
        super().__init__("Haystack's Whoosh", "stock", "StockEngine", folder)
