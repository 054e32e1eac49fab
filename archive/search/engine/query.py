"""Haystack's SQ trees as Whoosh's query objects; text is parsed only where Haystack says that it is raw."""

from collections.abc import Iterable, Iterator
from typing import Any

from haystack.backends import SQ, BaseSearchQuery
from haystack.constants import FUZZY_WHOOSH_MAX_EDITS, FUZZY_WHOOSH_MIN_PREFIX
from haystack.inputs import Exact
from whoosh import query as wq
from whoosh.fields import BOOLEAN, DATETIME, NUMERIC, TEXT

from .analysis import find_terms
from .limits import DEEPEST, MOST_WORDS, QueryTooCostly
from .schema import VALUES
from .values import from_python


def words_query(field: str, text: str) -> wq.Query:
    """Return the query for documents with all the words of `text`; stop words are passed over."""
    terms = list(dict.fromkeys(term for _, term in find_terms(text) if term))
    if len(terms) > MOST_WORDS:
        raise QueryTooCostly
    if len(terms) == 1:
        return wq.Term(field, terms[0])
    return wq.And([wq.Term(field, term) for term in terms]) if terms else wq.NullQuery


def phrase_query(field: str, text: str) -> wq.Query:
    """Return the query for documents with the words of `text` side by side."""
    terms = [term for _, term in find_terms(text) if term]
    if len(terms) > MOST_WORDS:
        raise QueryTooCostly
    if len(terms) == 1:
        return wq.Term(field, terms[0])
    return wq.Phrase(field, terms) if terms else wq.NullQuery


def without(found: Iterable[wq.Query], removed: list[wq.Query]) -> wq.Query:
    """Return the query for all of `found` and none of `removed`; scores are those of `found`."""
    found = list(found)
    base = wq.And(found) if len(found) > 1 else found[0] if found else wq.Every()
    return wq.AndNot(base, wq.Or(removed)) if removed else base


class WhooshSearchQuery(BaseSearchQuery):
    """Builds the query that `WhooshBackend.search` takes."""

    def __str__(self) -> str:
        return str(self.build_query())

    def get_spelling_suggestion(self, preferred_query: str | None = None) -> str | None:
        """Return the words that were asked for put right, or those of `preferred_query`; None where they are.

        It is worked out only here, and not with every search: it takes longer than the search.
        """
        asked = preferred_query or self.spelling_query or " ".join(self._words_asked(self.query_filter))
        return super().get_spelling_suggestion(asked)

    def _words_asked(self, node: SQ) -> Iterator[str]:
        for child in node.children:
            if hasattr(child, "children"):
                yield from self._words_asked(child)
            elif child[0].startswith("content") and isinstance(child[1], str):
                yield child[1]

    def build_query(self) -> wq.Query:
        """Return the whole query, boosted words included."""
        built = self._build(self.query_filter, 0) if self.query_filter else wq.Every()
        for word, boost in self.boost.items():
            bonus = words_query(self.backend.content_field_name, word).with_boost(boost)
            built = wq.AndMaybe(built, bonus)
        return built

    def _build(self, node: SQ, depth: int) -> wq.Query:
        if depth > DEEPEST or len(node.children) > MOST_WORDS:
            raise QueryTooCostly
        built = [self._build_child(child, depth + 1) for child in node.children]
        kept = [query for query, negated in built if not negated]
        removed = [query for query, negated in built if negated]
        if node.connector == SQ.OR:
            kept += [without([], [query]) for query in removed]
            joined = kept[0] if len(kept) == 1 else wq.Or(kept)
        else:
            joined = without(kept, removed)
        return joined

    def _build_child(self, child: Any, depth: int) -> tuple[wq.Query, bool]:
        if hasattr(child, "children"):
            return self._build(child, depth), child.negated
        expression, value = child
        field, filter_type = self.query_filter.split_expression(expression)
        if getattr(value, "input_type_name", "") == "not":
            return self._leaf(field, filter_type, value.query_string), True
        return self._leaf(field, filter_type, value), False

    def _leaf(self, field: str, filter_type: str, value: Any) -> wq.Query:
        name = self._index_field(field)
        kind = getattr(value, "input_type_name", None)
        if kind in ("raw", "auto_query", "alt_parser"):
            text = value.prepare(self)
            return self.backend.parse(text if field == "content" else f"{name}:({text})")
        if isinstance(value, Exact):
            return self._exact(name, value.query_string)
        if hasattr(value, "query_string"):
            value = value.query_string
        return getattr(self, f"_{filter_type}", self._content)(name, value)

    def _index_field(self, field: str) -> str:
        from haystack import connections

        if field == "content":
            return self.backend.content_field_name
        return connections[self._using].get_unified_index().get_index_fieldname(field)

    def _field(self, name: str) -> Any:
        schema = self.backend.schema
        return schema[name] if name in schema else None  # noqa: SIM401 (it has no get)

    def _content(self, name: str, value: Any) -> wq.Query:
        if isinstance(self._field(name), TEXT) and isinstance(value, str):
            return wq.Every() if value == "*" else words_query(name, value)
        return self._exact(name, value)

    def _exact(self, name: str, value: Any) -> wq.Query:
        field = self._field(name)
        if isinstance(field, TEXT):
            return phrase_query(name, str(value))
        if isinstance(field, BOOLEAN):
            return wq.Term(name, bool(value))
        return wq.Term(name, from_python(value, field))

    def _in(self, name: str, values: Iterable[Any]) -> wq.Query:
        built = [self._exact(name, value) for value in values]
        return wq.Or(built) if built else wq.NullQuery

    def _startswith(self, name: str, value: Any) -> wq.Query:
        return self._patterns(name, value, lambda word: wq.Prefix(name, word))

    def _endswith(self, name: str, value: Any) -> wq.Query:
        return self._patterns(name, value, lambda word: wq.Wildcard(name, f"*{word}"))

    def _contains(self, name: str, value: Any) -> wq.Query:
        return self._patterns(name, value, lambda word: wq.Wildcard(name, f"*{word}*"))

    def _fuzzy(self, name: str, value: Any) -> wq.Query:
        def near(word: str) -> wq.Query:
            prefix = min(FUZZY_WHOOSH_MIN_PREFIX, len(word))
            return wq.FuzzyTerm(name, word, maxdist=FUZZY_WHOOSH_MAX_EDITS, prefixlength=prefix)

        return self._patterns(name, value, near)

    def _patterns(self, name: str, value: Any, make: Any) -> wq.Query:
        """Return the query for each word of `value`; a whole word is found by its stem as well."""
        text = str(value)
        if isinstance(self._field(name), VALUES):
            return make(text)
        words = [(word.lower(), term) for word, term in find_terms(text)]
        if len(words) > MOST_WORDS:
            raise QueryTooCostly
        built = [wq.Or([make(word), wq.Term(name, term)]) if term else make(word) for word, term in words]
        return wq.And(built) if len(built) > 1 else built[0] if built else wq.NullQuery

    def _gt(self, name: str, value: Any) -> wq.Query:
        return self._between(name, value, None, startexcl=True)

    def _gte(self, name: str, value: Any) -> wq.Query:
        return self._between(name, value, None)

    def _lt(self, name: str, value: Any) -> wq.Query:
        return self._between(name, None, value, endexcl=True)

    def _lte(self, name: str, value: Any) -> wq.Query:
        return self._between(name, None, value)

    def _range(self, name: str, bounds: tuple[Any, Any]) -> wq.Query:
        return self._between(name, *bounds)

    def _between(
        self, name: str, start: Any, end: Any, startexcl: bool = False, endexcl: bool = False
    ) -> wq.Query:
        field = self._field(name)
        start, end = (None if bound is None else from_python(bound, field) for bound in (start, end))
        if isinstance(field, DATETIME):
            return wq.DateRange(name, start, end, startexcl, endexcl)
        if isinstance(field, NUMERIC):
            return wq.NumericRange(name, start, end, startexcl, endexcl)
        return wq.TermRange(name, start, end, startexcl, endexcl)

    def clean(self, query_fragment: Any) -> Any:
        """Return text with nothing in it that Whoosh's parser would take for its own."""
        if not isinstance(query_fragment, str):
            return query_fragment
        words = [word for word, _ in find_terms(query_fragment)]
        return " ".join(word.lower() if word in ("AND", "OR", "NOT", "TO") else word for word in words)

    def build_exact_query(self, query_string: str) -> str:
        """Return the text of a phrase for Whoosh's parser."""
        return '"{}"'.format(query_string.replace('"', " "))

    def build_not_query(self, query_string: str) -> str:
        """Return the text that excludes a word for Whoosh's parser."""
        return f"NOT ({query_string})" if query_string else ""
