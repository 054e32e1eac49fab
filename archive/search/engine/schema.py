"""Haystack's fields as Whoosh's."""

from collections.abc import Iterator
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SearchBackendError
from whoosh.analysis import IDAnalyzer
from whoosh.columns import NumericColumn
from whoosh.fields import BOOLEAN, DATETIME, NGRAM, NGRAMWORDS, NUMERIC, STORED, TEXT, FieldType, Schema
from whoosh.formats import Existence
from whoosh.query import Term

from .analysis import FastStemmingAnalyzer

WORDS = "spelling_words"  # every word as written, once a segment: what spelling suggestions come from


class VALUES(FieldType):
    """Whole values, each a term as it stands: no separator, no stemming, no folding of case.

    A value may be of any script and hold commas, slashes or ampersands; a document may have several.
    """

    def __init__(self, stored: bool = True, unique: bool = False) -> None:
        self.format = Existence()
        self.analyzer = IDAnalyzer()
        self.scorable = False
        self.stored = stored
        self.unique = unique
        self.vector = None
        self.spelling = False

    def index(self, value: Any, **options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield a posting for each distinct value."""
        values = value if isinstance(value, list | tuple) else [value]
        for text in dict.fromkeys(values):
            yield text.encode(), 1, 1.0, b""

    def process_text(self, qstring: str, mode: str = "", **options: Any) -> Iterator[str]:
        """Yield the query's text as the one term it is."""
        yield qstring

    def self_parsing(self) -> bool:
        """Tell the query parser that text for this field is not to be split."""
        return True

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> Term:
        """Return the query for one whole value."""
        return Term(fieldname, qstring, boost=boost)


def build_schema(fields: dict[str, Any]) -> tuple[str, Schema]:
    """Return the name of the document field and the schema for Haystack's `fields`."""
    if not fields:
        raise SearchBackendError("No search index has any field; write one in a search_indexes module.")
    content = ""
    whoosh_fields: dict[str, FieldType] = {
        ID: VALUES(unique=True), DJANGO_CT: VALUES(), DJANGO_ID: VALUES(unique=True),
        WORDS: VALUES(stored=False, unique=True),
    }  # fmt: skip
    for field in fields.values():
        whoosh_fields[field.index_fieldname] = _whoosh_field(field)
        if field.document:
            content = field.index_fieldname
    return content, Schema(**whoosh_fields)


def value_of(field: FieldType, term: bytes) -> Any:
    """Return the value that `term` stands for in a field of values or a boolean one."""
    return term == b"t" if isinstance(field, BOOLEAN) else term.decode()


def _whoosh_field(field: Any) -> FieldType:
    kind = field.field_type
    if not field.indexed:
        return STORED()
    if field.is_multivalued or getattr(field, "facet_for", None) and kind == "string":
        return VALUES(stored=field.stored)
    if kind in ("date", "datetime"):
        return _without_tiers(DATETIME(stored=field.stored, sortable=True))
    if kind in ("integer", "float"):
        numtype = int if kind == "integer" else float
        column = NumericColumn("Q", default=2**64 - 1)
        return _without_tiers(NUMERIC(numtype, bits=64, stored=field.stored, sortable=column))
    if kind == "boolean":
        return BOOLEAN(stored=field.stored)
    if kind == "ngram":
        return NGRAM(minsize=3, maxsize=15, stored=field.stored, field_boost=field.boost or 1.0)
    if kind == "edge_ngram":
        return NGRAMWORDS(2, 15, stored=field.stored, at="start", field_boost=field.boost or 1.0)
    return _text_field(field)


def _without_tiers(field: NUMERIC) -> NUMERIC:
    """Return a numeric field whose values are one term each: ranges are found in its column here.

    Whoosh indexes a number again for every few bits of it, 16 times, to find ranges by terms.
    """
    field.shift_step = 0
    return field


def _text_field(field: Any) -> FieldType:
    analyzer = getattr(field, "analyzer", None) or FastStemmingAnalyzer()
    return TEXT(analyzer=analyzer, stored=field.stored, field_boost=field.boost or 1.0, phrase=True)
