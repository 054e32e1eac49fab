"""The default search engine: a Haystack backend on Whoosh's index files."""

from haystack.backends.whoosh_backend import WhooshEngine as StockEngine
from haystack.backends.whoosh_backend import WhooshSearchBackend, WhooshSearchQuery


class WhooshEngine(StockEngine):
    """What HAYSTACK_CONNECTIONS names as its ENGINE."""

    backend = WhooshSearchBackend
    query = WhooshSearchQuery
