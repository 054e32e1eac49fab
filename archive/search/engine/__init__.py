"""The default search engine: a Haystack backend on Whoosh's index files."""

from .backend import WhooshBackend, WhooshEngine
from .limits import QueryTooCostly
from .parsing import QueryNotUnderstood
from .query import WhooshSearchQuery

__all__ = ["QueryNotUnderstood", "QueryTooCostly", "WhooshBackend", "WhooshEngine", "WhooshSearchQuery"]
