"""The default search engine: a Haystack backend on Whoosh's index files."""

from .backend import WhooshBackend, WhooshEngine
from .errors import QueryTooCostly
from .query import WhooshSearchQuery

__all__ = ["QueryTooCostly", "WhooshBackend", "WhooshEngine", "WhooshSearchQuery"]
