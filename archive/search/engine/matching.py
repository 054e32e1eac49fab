"""Which documents of a segment a query matches, and their scores, over whole arrays.

Scores are those of Whoosh's own matchers with BM25F (Robertson & Zaragoza 2009; B=0.75, K1=1.2). That
includes what Whoosh does to a union: in a segment of up to 5,000 documents, more than two terms of one
pattern score 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
from .phrases import find_phrase
from .segment import SegmentView
from .snapshot import Snapshot

B, K1 = 0.75, 1.2
LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
PRELOADED_UP_TO = 5000  # documents in a segment: whoosh.query.Or
CLAUSES = 1024  # whoosh.query.Or.TOO_MANY_CLAUSES
DENSE = 16  # arrays over all documents are used where one in so many matches


@dataclass(frozen=True)
class Matches:
    """Documents of one segment, ascending, and their scores (float64)."""

    ids: np.ndarray
    scores: np.ndarray

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.ids.nbytes + self.scores.nbytes

    def keep(self, chosen: np.ndarray) -> "Matches":
        """Return those where `chosen` is true."""
        return Matches(self.ids[chosen], self.scores[chosen])

    def boosted(self, boost: float) -> "Matches":
        """Return the same with scores times `boost`."""
        return self if boost == 1.0 else Matches(self.ids, self.scores * boost)


NOTHING = Matches(np.empty(0, np.int32), np.empty(0))


def constant(ids: np.ndarray, score: float) -> Matches:
    """Return `ids`, each with `score`."""
    return Matches(ids, np.full(len(ids), score))


class SegmentMatcher:
    """Matches queries against one segment."""

    def __init__(self, snapshot: Snapshot, segment: SegmentView, deadline: Deadline) -> None:
        self.snapshot, self.segment, self.deadline = snapshot, segment, deadline

    def live_matches(self, query: wq.Query) -> Matches:
        """Return what `query` matches, without deleted documents."""
        found = self.match(query)
        return found if self.segment.all_live else found.keep(self.segment.live[found.ids])

    def mask(self, query: wq.Query) -> np.ndarray:
        """Return for each document, deleted or not, whether `query` matches it."""
        return self.segment.cache.get((self.segment.id, None, "mask", query), lambda: self._mask(query))

    def _mask(self, query: wq.Query) -> np.ndarray:
        chosen = np.zeros(self.segment.count, bool)
        chosen[self.match(query, False).ids] = True
        return chosen

    def match(self, query: wq.Query, scored: bool = True) -> Matches:
        """Return what `query` matches; deleted documents may be among it.

        `scored` is false below a Not or a pattern, where Whoosh asks for no scores.
        """
        self.deadline.check()
        for kind, method in _METHODS:
            if isinstance(query, kind):
                return method(self, query, scored)
        return self._match_by_whoosh(query)

    def _in_schema(self, query: Any) -> Any:
        names = self.snapshot.schema
        return names[query.fieldname] if query.fieldname in names else None  # noqa: SIM401 (it has no get)

    def _match_term(self, query: wq.Term, scored: bool) -> Matches:
        field = self._in_schema(query)
        if field is None:
            return NOTHING
        try:
            term = field.to_bytes(query.text)
        except ValueError:
            return NOTHING
        return self._score_term(query.fieldname, field, term).boosted(query.boost)

    def _score_term(self, name: str, field: Any, term: bytes) -> Matches:
        key = (self.segment.id, self.snapshot.generation, name, term)
        return self.segment.cache.get(key, lambda: self._bm25f(name, field, term))

    def _bm25f(self, name: str, field: Any, term: bytes) -> Matches:
        postings = self.segment.postings(name, term)
        if not len(postings.ids):
            return NOTHING
        weights = 1.0 if postings.weights is None else postings.weights.astype(np.float64)
        if not field.scorable:
            return Matches(postings.ids, np.broadcast_to(weights, postings.ids.shape))
        norms = K1 * ((1 - B) + B * LENGTHS / self.snapshot.average_length(name))
        norm = norms[self.segment.lengths(name)[postings.ids]]
        return Matches(postings.ids, self.snapshot.idf(name, term) * (weights * (K1 + 1) / (weights + norm)))

    def _match_and(self, query: wq.And, scored: bool) -> Matches:
        if not query.subqueries:
            return NOTHING
        parts = [self.match(part, scored) for part in query.subqueries]
        if len(parts) == 1:
            return parts[0]
        return self._intersect(parts).boosted(query.boost)

    def _intersect(self, parts: list[Matches]) -> Matches:
        found, *others = sorted(parts, key=lambda part: len(part.ids))
        for other in others:
            places, inside = self._places(other.ids, found.ids)
            found = Matches(found.ids[inside], found.scores[inside] + other.scores[places[inside]])
        return found

    def _places(self, ids: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where in `ids` each of `wanted` is, and whether it is there; both ascend."""
        if not len(ids):
            return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
        if len(wanted) * DENSE > self.segment.count:
            places = np.full(self.segment.count, -1, np.int32)
            places[ids] = np.arange(len(ids), dtype=np.int32)
            places = places[wanted]
            return places, places >= 0
        places = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
        return places, ids[places] == wanted

    def _match_or(self, query: wq.Or, scored: bool) -> Matches:
        if query.scale or query.minmatch:
            return self._match_by_whoosh(query)
        if not query.subqueries:
            return NOTHING
        parts = [self.match(part, scored) for part in query.subqueries]
        return parts[0] if len(parts) == 1 else self._unite_like_whoosh(parts, query.boost, scored)

    def _unite_like_whoosh(self, parts: list[Matches], boost: float, scored: bool) -> Matches:
        found = self._unite([part for part in parts if len(part.ids)])
        if scored or self._is_tree(len(parts)):
            return found.boosted(boost)
        return constant(found.ids, 1.0)

    def _is_tree(self, parts: int) -> bool:
        """Whether Whoosh unites so many parts by a tree of matchers, which always has scores."""
        return parts < CLAUSES and (parts == 2 or self.segment.count > PRELOADED_UP_TO)

    def _unite(self, parts: list[Matches]) -> Matches:
        if not parts:
            return NOTHING
        if len(parts) == 1:
            return parts[0]
        ids = np.concatenate([part.ids for part in parts])
        scores = np.concatenate([part.scores for part in parts])
        if len(ids) * DENSE > self.segment.count:
            present = np.zeros(self.segment.count, bool)
            present[ids] = True
            united = np.flatnonzero(present).astype(np.int32)
            return Matches(united, np.bincount(ids, scores, self.segment.count)[united])
        united, places = np.unique(ids, return_inverse=True)
        return Matches(united, np.bincount(places, scores, len(united)))

    def _without(self, found: Matches, removed: np.ndarray) -> Matches:
        _, inside = self._places(removed, found.ids)
        return found.keep(~inside)

    def _match_and_not(self, query: wq.AndNot, scored: bool) -> Matches:
        return self._without(self.match(query.a, scored), self.match(query.b, False).ids)

    def _match_and_maybe(self, query: wq.AndMaybe, scored: bool) -> Matches:
        found, maybe = self.match(query.a, scored), self.match(query.b, scored)
        places, inside = self._places(maybe.ids, found.ids)
        scores = found.scores.copy()
        scores[inside] += maybe.scores[places[inside]]
        return Matches(found.ids, scores)

    def _match_require(self, query: wq.Require, scored: bool) -> Matches:
        found = self.match(query.a, scored)
        _, inside = self._places(self.match(query.b, False).ids, found.ids)
        return found.keep(inside)

    def _match_best(self, query: wq.DisjunctionMax, scored: bool) -> Matches:
        parts = [self.match(part, scored) for part in query.subqueries]
        ids = self._unite(parts).ids
        scores = np.zeros(len(ids))
        for part in parts:
            places, inside = self._places(part.ids, ids)
            scores[inside] = np.maximum(scores[inside], part.scores[places[inside]])
        return Matches(ids, scores).boosted(query.boost)

    def _match_not(self, query: wq.Not, scored: bool) -> Matches:
        return self._without(constant(self._all_ids(), 1.0), self.match(query.query, False).ids)

    def _all_ids(self) -> np.ndarray:
        return np.arange(self.segment.count, dtype=np.int32)

    def _match_every(self, query: wq.Every, scored: bool) -> Matches:
        if query.fieldname is None:
            return constant(self._all_ids(), query.boost)
        field = self._in_schema(query)
        if field is None:
            return NOTHING
        if field.scorable:
            present = self.segment.lengths(query.fieldname) > 0
        elif field.column_type:
            present = self.segment.numbers(query.fieldname) != MISSING
        else:
            present = self.segment.ordinals(query.fieldname).lengths() > 0
        return constant(np.flatnonzero(present).astype(np.int32), query.boost)

    def _match_constant(self, query: wq.ConstantScoreQuery, scored: bool) -> Matches:
        return constant(self.match(query.child, scored).ids, query.score)

    def _match_number_range(self, query: wq.NumericRange, scored: bool) -> Matches:
        field = self._in_schema(query)
        if not query.constantscore or not getattr(field, "column_type", None):
            return self._match_by_whoosh(query)
        numbers = self.segment.numbers(query.fieldname)
        inside = numbers != MISSING
        if query.start is not None:
            start = _column_number(field, query.start)
            inside &= numbers > start if query.startexcl else numbers >= start
        if query.end is not None:
            end = _column_number(field, query.end)
            inside &= numbers < end if query.endexcl else numbers <= end
        return constant(np.flatnonzero(inside).astype(np.int32), query.boost)

    def _match_pattern(self, query: MultiTerm, scored: bool) -> Matches:
        field = self._in_schema(query)
        if field is None:
            return NOTHING
        if type(query) in _EVERYTHING and query.text == _EVERYTHING[type(query)]:
            return self._match_every(wq.Every(query.fieldname, boost=query.boost), scored)
        terms = expand(self.segment.reader, query, field, self.deadline)
        terms = terms.pick([len(text) > 0 for text in terms.texts])
        scored = scored and not query.constantscore
        if len(terms.texts) > 1 and not scored and not self._is_tree(len(terms.texts)):
            return constant(self._having_any(query.fieldname, terms), 1.0)
        parts = []
        for text in terms.texts:
            self.deadline.check()
            parts.append(self._score_term(query.fieldname, field, text))
        if len(parts) <= 1:
            return parts[0] if parts else NOTHING
        return self._unite_like_whoosh(parts, query.boost, scored)

    def _having_any(self, name: str, terms: Terms) -> np.ndarray:
        """Return the documents with any of `terms`; the index itself names those of a rare term."""
        present = np.zeros(self.segment.count, bool)
        few = terms.counts <= 2
        present[terms.firsts[few]] = True
        present[terms.lasts[few]] = True
        for place in np.flatnonzero(~few).tolist():
            self.deadline.check()
            present[self.segment.postings(name, terms.texts[place]).ids] = True
        return np.flatnonzero(present).astype(np.int32)

    def _match_phrase(self, query: wq.Phrase, scored: bool) -> Matches:
        field = self._in_schema(query)
        if field is None or not query.words:
            return NOTHING
        terms = [field.to_bytes(word) for word in query.words]
        parts = [self._score_term(query.fieldname, field, term) for term in terms]
        found = self._intersect(parts)
        if not len(found.ids) or len(terms) == 1:
            return found.boosted(query.boost)
        key = (self.segment.id, None, "phrase", query.fieldname, tuple(terms), query.slop)
        ids = self.segment.cache.get(
            key,
            lambda: find_phrase(self.segment, query.fieldname, terms, query.slop, found.ids),
        )
        _, inside = self._places(ids, found.ids)
        return found.keep(inside).boosted(query.boost)

    def _match_by_whoosh(self, query: wq.Query) -> Matches:
        """Let Whoosh's own matchers do it, one document after another."""
        with self.snapshot.lock:
            searcher = self.snapshot.searcher
            leaf = next(leaf for leaf, offset in searcher.leaf_searchers() if offset == self.segment.offset)
            leaf.reader().deadline = self.deadline
            try:
                matcher = query.matcher(leaf, SearchContext(weighting=searcher.weighting))
            except TermNotFound:
                return NOTHING
            ids, scores = [], []
            while matcher.is_active():
                if not len(ids) % 64:
                    self.deadline.check()
                ids.append(matcher.id())
                scores.append(matcher.score())
                matcher.next()
        return Matches(np.array(ids, np.int32), np.array(scores, np.float64))


_METHODS: tuple[tuple[Any, Callable[..., Matches]], ...] = (
    (wq.Term, SegmentMatcher._match_term),
    (wq.AndNot, SegmentMatcher._match_and_not),
    (wq.AndMaybe, SegmentMatcher._match_and_maybe),
    (wq.Require, SegmentMatcher._match_require),
    (wq.And, SegmentMatcher._match_and),
    (wq.DisjunctionMax, SegmentMatcher._match_best),
    (wq.Or, SegmentMatcher._match_or),
    (wq.Not, SegmentMatcher._match_not),
    (wq.Phrase, SegmentMatcher._match_phrase),
    (wq.Every, SegmentMatcher._match_every),
    (wq.ConstantScoreQuery, SegmentMatcher._match_constant),
    (wq.NumericRange, SegmentMatcher._match_number_range),
    (MultiTerm, SegmentMatcher._match_pattern),
    (type(wq.NullQuery), lambda self, query, scored: NOTHING),
)
_EVERYTHING = {wq.Prefix: "", wq.Wildcard: "*"}


def _column_number(field: Any, bound: Any) -> np.uint64:
    """Return a bound of a range as the column has it; a DateRange has its bounds as numbers already."""
    return np.uint64(
        bound if isinstance(field, DATETIME) and isinstance(bound, int) else field.to_column_value(bound)
    )
