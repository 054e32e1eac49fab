"""Which documents a query matches, and their scores.

The leaves of the query's tree are matched segment by segment, and what joins them over the whole section at
once: the fewer and the longer the arrays, the less of the time goes into anything but the arrays.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.query.terms import MultiTerm

from .leaves import SegmentLeaves
from .limits import Deadline
from .matches import DENSE, NOTHING, Matches, Numbering, constant, unscored
from .postings import Postings
from .snapshot import Section


class Matcher:
    """Matches queries against one section of a snapshot."""

    def __init__(self, section: Section, deadline: Deadline) -> None:
        self.section, self.deadline = section, deadline
        self.numbering = Numbering(section.count)
        self.leaves = [SegmentLeaves(section.snapshot, segment, deadline) for segment in section.segments]

    def live_matches(self, query: wq.Query, scored: bool = True) -> Matches:
        """Return what `query` matches, without deleted documents."""
        found = self.match(query, scored)
        return found if self.section.live is None else found.keep(self.section.live[found.ids])

    def mask(self, query: wq.Query) -> np.ndarray:
        """Return for each document, deleted or not, whether `query` matches it."""
        return self.section.remember(("mask", query), lambda: self._mask(query))

    def has(self, query: wq.Query, ids: np.ndarray) -> np.ndarray:
        """Return which of the documents `ids` match `query`."""
        return self.numbering.find(self.match(query, False).ids, ids)[1]

    def _mask(self, query: wq.Query) -> np.ndarray:
        chosen = np.zeros(self.section.count, bool)
        chosen[self.match(query, False).ids] = True
        return chosen

    def match(self, query: wq.Query, scored: bool = True) -> Matches:
        """Return what `query` matches; deleted documents may be among it.

        `scored` is false where the scores do not matter, as below a Not: Whoosh asks for none there.
        """
        self.deadline.check()
        for kind, method in _METHODS:
            if isinstance(query, kind):
                return method(self, query, scored)
        return self._join(lambda leaves: leaves.match_by_whoosh(query))

    def _join(self, match: Callable[[SegmentLeaves], Matches]) -> Matches:
        """Return what `match` finds in each segment, numbered through."""
        found = [match(leaves) for leaves in self.section.snapshot.pages.between(self.leaves)]
        if len(found) < 2:
            return found[0] if found else NOTHING
        ids = [part.ids + np.int32(offset) for part, offset in zip(found, self.section.offsets, strict=True)]
        return Matches(np.concatenate(ids), np.concatenate([part.scores for part in found]))

    def _match_term(self, query: wq.Term, scored: bool) -> Matches:
        term = self._encode(query.fieldname, query.text)
        if term is None:
            return NOTHING
        if not scored:
            return self._find_term(query.fieldname, term)
        return self._score_term(query.fieldname, term).boosted(query.boost)

    def _encode(self, name: str, text: Any) -> bytes | None:
        """Return the term that `text` is in a field; None where there can be none."""
        schema = self.section.snapshot.schema
        if name not in schema:
            return None
        try:
            return schema[name].to_bytes(text)
        except ValueError:
            return None

    def _find_term(self, name: str, term: bytes) -> Matches:
        """Return the documents with `term` without working out their scores."""

        def find() -> Postings:
            found = self._join(lambda leaves: unscored(leaves.segment.postings(name, term).ids))
            return Postings(found.ids, None)

        return unscored(self.section.remember(("documents", name, term), find).ids)

    def _score_term(self, name: str, term: bytes) -> Matches:
        return self.section.remember(
            ("term", name, term), lambda: self._join(lambda leaves: leaves.match_term(name, term))
        )

    def _match_phrase(self, query: wq.Phrase, scored: bool) -> Matches:
        return self.section.remember(("phrase", query), lambda: self._score_phrase(query))

    def _score_phrase(self, query: wq.Phrase) -> Matches:
        """Return the documents with a phrase; they score as its words do."""
        name = query.fieldname
        encoded = [self._encode(name, word) for word in query.words]
        terms = [term for term in encoded if term is not None]
        if not terms or len(terms) < len(encoded):
            return NOTHING
        found = self.numbering.intersect([self._score_term(name, term) for term in terms])
        if len(found.ids) and len(terms) > 1:
            having = self._join(lambda leaves: constant(leaves.find_phrase(name, terms, query.slop), 0.0))
            found = found.keep(self.numbering.find(having.ids, found.ids)[1])
        return found.boosted(query.boost)

    def _match_and(self, query: wq.And, scored: bool) -> Matches:
        """Match the rarest part, and then look up only what it found in the others."""
        if not query.subqueries:
            return NOTHING
        first, *others = sorted(query.subqueries, key=self._most)
        found = self.match(first, scored)
        for part in others:
            scores, inside = self._score_at(found.ids, part, scored)
            found = Matches(found.ids[inside], found.scores[inside] + scores[inside])
        return found.boosted(query.boost) if others else found

    def _most(self, query: wq.Query) -> int:
        """Return how many documents `query` matches at most."""
        if isinstance(query, wq.Term):
            return len(self.match(query).ids)
        if isinstance(query, wq.Or):
            return sum(map(self._most, query.subqueries))
        if isinstance(query, wq.And):
            return min(map(self._most, query.subqueries), default=0)
        return self.section.count

    def _score_at(self, ids: np.ndarray, query: wq.Query, scored: bool) -> tuple[np.ndarray, np.ndarray]:
        """Return the scores of `query` at the documents `ids`, and which of these it matches."""
        if _is_plain_or(query) and len(ids) * DENSE < self.section.count:
            parts = [self._score_at(ids, part, scored) for part in query.subqueries]
            scores = sum(np.where(inside, found, 0.0) for found, inside in parts)
            return scores * query.boost, np.logical_or.reduce([inside for _, inside in parts])
        found = self.match(query, scored)
        places, inside = self.numbering.find(found.ids, ids)
        if not len(found.ids):
            return np.zeros(len(ids)), inside
        return found.scores[places], inside

    def _match_or(self, query: wq.Or, scored: bool) -> Matches:
        if query.scale or query.minmatch:
            return self._join(lambda leaves: leaves.match_by_whoosh(query))
        parts = self._match_parts(query, scored)
        if len(parts) < 2:
            return parts[0] if parts else NOTHING
        return self.numbering.unite(parts).boosted(query.boost)

    def _match_parts(self, query: wq.compound.CompoundQuery, scored: bool) -> list[Matches]:
        return [self.match(part, scored) for part in query.subqueries]

    def _match_best(self, query: wq.DisjunctionMax, scored: bool) -> Matches:
        parts = self._match_parts(query, scored)
        ids = self.numbering.unite(parts).ids
        scores = np.zeros(len(ids))
        for part in parts:
            places, inside = self.numbering.find(part.ids, ids)
            scores[inside] = np.maximum(scores[inside], part.scores[places[inside]])
        return Matches(ids, scores).boosted(query.boost)

    def _match_and_not(self, query: wq.AndNot, scored: bool) -> Matches:
        return self.numbering.without(self.match(query.a, scored), self.match(query.b, False).ids)

    def _match_and_maybe(self, query: wq.AndMaybe, scored: bool) -> Matches:
        found, maybe = self.match(query.a, scored), self.match(query.b, scored)
        places, inside = self.numbering.find(maybe.ids, found.ids)
        scores = found.scores.copy()
        scores[inside] += maybe.scores[places[inside]]
        return Matches(found.ids, scores)

    def _match_require(self, query: wq.Require, scored: bool) -> Matches:
        found = self.match(query.a, scored)
        return found.keep(self.numbering.find(self.match(query.b, False).ids, found.ids)[1])

    def _match_not(self, query: wq.Not, scored: bool) -> Matches:
        everything = constant(np.arange(self.section.count, dtype=np.int32), 1.0)
        return self.numbering.without(everything, self.match(query.query, False).ids)

    def _match_constant(self, query: wq.ConstantScoreQuery, scored: bool) -> Matches:
        return constant(self.match(query.child, scored).ids, query.score)

    def _match_every(self, query: wq.Every, scored: bool) -> Matches:
        return self._join(lambda leaves: leaves.match_every(query))

    def _match_number_range(self, query: wq.NumericRange, scored: bool) -> Matches:
        return self._join(lambda leaves: leaves.match_number_range(query))

    def _match_pattern(self, query: MultiTerm, scored: bool) -> Matches:
        def find() -> Matches:
            return self._join(lambda leaves: leaves.match_pattern(query, scored))

        if not isinstance(query, wq.PatternQuery):
            return find()
        meant = (type(query), query.fieldname, query.text, query.boost, query.constantscore, scored)
        return self.section.remember(("pattern", *meant), find)

    def _match_nothing(self, query: Any, scored: bool) -> Matches:
        return NOTHING


def _is_plain_or(query: wq.Query) -> bool:
    return isinstance(query, wq.Or) and len(query.subqueries) > 1 and not (query.scale or query.minmatch)


_METHODS: tuple[tuple[Any, Callable[..., Matches]], ...] = (
    (wq.Term, Matcher._match_term),
    (wq.AndNot, Matcher._match_and_not),
    (wq.AndMaybe, Matcher._match_and_maybe),
    (wq.Require, Matcher._match_require),
    (wq.And, Matcher._match_and),
    (wq.DisjunctionMax, Matcher._match_best),
    (wq.Or, Matcher._match_or),
    (wq.Not, Matcher._match_not),
    (wq.Phrase, Matcher._match_phrase),
    (wq.Every, Matcher._match_every),
    (wq.ConstantScoreQuery, Matcher._match_constant),
    (wq.NumericRange, Matcher._match_number_range),
    (MultiTerm, Matcher._match_pattern),
    (type(wq.NullQuery), Matcher._match_nothing),
)
