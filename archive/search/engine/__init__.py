"""The default search engine: a Haystack backend on Whoosh's index files, fast at a hundred thousand articles.

How a query walks through the files:

1. `backend.py` is what Haystack calls. `query.py` makes Whoosh's query objects of Haystack's conditions,
   `parsing.py` of text; `limits.py` says what they may cost and holds the clock.
2. `current.py` finds the latest commit, once for all threads, and gives a `Snapshot` of it
   (`snapshot.py`): its segments (`segment.py`) and the statistics over all of them. Segments never
   change; `files.py` maps each into memory, and `cache.py` remembers, within a budget, what had to be
   decoded.
3. `searching.py` is one search. For each segment, `matching.py` turns the query into an array of document
   numbers and an array of scores, from postings (`postings.py`, `arrays.py`), terms (`lexicon.py`) and
   positions (`positions.py`, `phrases.py`); `facets.py` counts and sorts over the numbers (`columns.py`).
   What is not known here, Whoosh's own matchers do.
4. Only the hits that are shown are then read, and marked (`highlighting.py`). `spelling.py` and
   `similarity.py` are "did you mean" and "more like this".

How a document gets in: `values.py` makes its values fit `schema.py`; `inverting.py` turns a batch into one
new segment (`analysis.py` cuts words to terms); `writing.py` renames a new table of contents into place,
under a lock that only writers take; `merging.py` keeps the segments few.

The files are Whoosh 2.7.4's (codec `whoosh3`), and Whoosh itself can read them. It stores with pickle,
which runs what it reads: so an index must be as well guarded as the program, and one from a stranger is
not to be opened. Nothing that a reader sends is ever unpickled.
"""

from .backend import WhooshBackend, WhooshEngine
from .limits import QueryTooCostly
from .parsing import QueryNotUnderstood
from .query import WhooshSearchQuery

__all__ = ["QueryNotUnderstood", "QueryTooCostly", "WhooshBackend", "WhooshEngine", "WhooshSearchQuery"]
