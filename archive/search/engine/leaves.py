"""Which documents of one segment a term, a pattern, a phrase or a range matches, and their scores.

Scores are those of Whoosh's own matchers with BM25F (Robertson & Zaragoza 2009; B=0.75, K1=1.2). That
includes what Whoosh does to a pattern: in a segment of up to 5,000 documents, more than two of its terms
score 1.
"""

from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.fields import DATETIME
from whoosh.query.terms import MultiTerm
from whoosh.reading import TermNotFound
from whoosh.searching import SearchContext
from whoosh.util.numeric import byte_to_length

from .columns import MISSING
from .lexicon import Terms, expand
from .limits import Deadline
from .matches import NOTHING, Matches, Numbering, constant, numbers_where
from .phrases import find_phrase
from .segment import SegmentView
from .snapshot import Snapshot

B, K1 = 0.75, 1.2
LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
PRELOADED_UP_TO = 5000  # documents in a segment: whoosh.query.Or
CLAUSES = 1024  # whoosh.query.Or.TOO_MANY_CLAUSES


class SegmentLeaves:
    """Matches the leaves of a query's tree in one segment; deleted documents may be among what it returns."""

    def __init__(self, snapshot: Snapshot, segment: SegmentView, deadline: Deadline) -> None:
        self.snapshot, self.segment, self.deadline = snapshot, segment, deadline
        self.numbering = Numbering(segment.count)

    def _field(self, name: str) -> Any:
        names = self.snapshot.schema
        return names[name] if name in names else None  # noqa: SIM401 (it has no get)

    def match_term(self, name: str, term: bytes) -> Matches:
        """Return the documents with `term`."""
        postings = self.segment.postings(name, term)
        if not len(postings.ids):
            return NOTHING
        weights = 1.0 if postings.weights is None else postings.weights.astype(np.float64)
        if not self._field(name).scorable:
            return Matches(postings.ids, np.broadcast_to(weights, postings.ids.shape))
        norms = K1 * ((1 - B) + B * LENGTHS / self.snapshot.average_length(name))
        norm = norms[self.segment.lengths(name)[postings.ids]]
        return Matches(postings.ids, self.snapshot.idf(name, term) * (weights * (K1 + 1) / (weights + norm)))

    def match_every(self, query: wq.Every) -> Matches:
        """Return all documents, or those with anything in a field."""
        if query.fieldname is None:
            return constant(np.arange(self.segment.count, dtype=np.int32), query.boost)
        field = self._field(query.fieldname)
        if field is None:
            return NOTHING
        if field.scorable:
            present = self.segment.lengths(query.fieldname) > 0
        elif field.column_type:
            present = self.segment.numbers(query.fieldname) != MISSING
        else:
            present = self.segment.ordinals(query.fieldname).lengths() > 0
        return constant(numbers_where(present), query.boost)

    def match_number_range(self, query: wq.NumericRange) -> Matches:
        """Return the documents whose number or date is in a range."""
        field = self._field(query.fieldname)
        if not query.constantscore or not getattr(field, "column_type", None):
            return self.match_by_whoosh(query)
        numbers = self.segment.numbers(query.fieldname)
        inside = numbers != MISSING
        if query.start is not None:
            start = _column_number(field, query.start)
            inside &= numbers > start if query.startexcl else numbers >= start
        if query.end is not None:
            end = _column_number(field, query.end)
            inside &= numbers < end if query.endexcl else numbers <= end
        return constant(numbers_where(inside), query.boost)

    def match_pattern(self, query: MultiTerm, scored: bool) -> Matches:
        """Return the documents with any term that a prefix, a wildcard or the like stands for."""
        field = self._field(query.fieldname)
        if field is None:
            return NOTHING
        if type(query) in _EVERYTHING and query.text == _EVERYTHING[type(query)]:
            return self.match_every(wq.Every(query.fieldname, boost=query.boost))
        terms = expand(self.segment.reader, query, field, self.deadline)
        terms = terms.pick([len(text) > 0 for text in terms.texts])
        scored = (scored and not query.constantscore) or self._is_tree(len(terms.texts))
        if len(terms.texts) > 1 and not scored:
            return constant(self._having_any(query.fieldname, terms), 1.0)
        parts = []
        for text in terms.texts:
            self.deadline.check()
            parts.append(self.match_term(query.fieldname, text))
        return parts[0] if len(parts) == 1 else self.numbering.unite(parts).boosted(query.boost)

    def _is_tree(self, terms: int) -> bool:
        """Whether Whoosh unites so many terms by a tree of matchers, which always has scores."""
        return terms < CLAUSES and (terms == 2 or self.segment.count > PRELOADED_UP_TO)

    def _having_any(self, name: str, terms: Terms) -> np.ndarray:
        """Return the documents with any of `terms`; the index itself names those of a rare term."""
        present = np.zeros(self.segment.count, bool)
        few = terms.counts <= 2
        present[terms.firsts[few]] = True
        present[terms.lasts[few]] = True
        for place in np.flatnonzero(~few).tolist():
            self.deadline.check()
            present[self.segment.postings(name, terms.texts[place]).ids] = True
        return numbers_where(present)

    def find_phrase(self, name: str, terms: list[bytes], slop: int) -> np.ndarray:
        """Return the documents in which `terms` follow each other within `slop` places."""
        key = (self.segment.id, None, "phrase", name, tuple(terms), slop)
        return self.segment.cache.get(key, lambda: find_phrase(self.segment, name, terms, slop))

    def match_by_whoosh(self, query: wq.Query) -> Matches:
        """Let Whoosh's own matchers do it, one document after another."""
        with self.snapshot.lock:
            searcher = self.snapshot.searcher
            leaf = next(leaf for leaf, offset in searcher.leaf_searchers() if offset == self.segment.offset)
            leaf.reader().deadline = self.deadline
            try:
                matcher = query.matcher(leaf, SearchContext(weighting=searcher.weighting))
            except TermNotFound:
                return NOTHING
            ids: list[int] = []
            scores: list[float] = []
            while matcher.is_active():
                if not len(ids) % 64:
                    self.deadline.check()
                ids.append(matcher.id())
                scores.append(matcher.score())
                matcher.next()
        return Matches(np.array(ids, np.int32), np.array(scores, np.float64))


_EVERYTHING = {wq.Prefix: "", wq.Wildcard: "*"}


def _column_number(field: Any, bound: Any) -> np.uint64:
    """Return a bound of a range as the column has it; a DateRange has its bounds as numbers already."""
    return np.uint64(
        bound if isinstance(field, DATETIME) and isinstance(bound, int) else field.to_column_value(bound)
    )
