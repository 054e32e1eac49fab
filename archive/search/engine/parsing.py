"""Text as Whoosh's own query parser reads it, within limits."""

from functools import lru_cache
from itertools import accumulate

from whoosh import query as wq
from whoosh.fields import Schema
from whoosh.qparser import FuzzyTermPlugin, QueryParser

from .analysis import WORD
from .limits import DEEPEST, LONGEST_QUERY, MOST_WORDS, QueryTooCostly

LONGEST_PARSED_WORD = 300  # letters: for each the parser looks for a colon to the word's end
REMEMBERED = 500  # texts and what they mean: facet choices and the like come again and again


class QueryNotUnderstood(ValueError):
    """Text that Whoosh's parser cannot read, such as a range of dates that do not exist."""


class TextParser:
    """Whoosh's parser for one schema.

    It cannot be stopped half-way and its time grows faster than the text, so the text is measured first.
    """

    def __init__(self, content_field: str, schema: Schema) -> None:
        self._parser = QueryParser(content_field, schema=schema)
        self._parser.add_plugins([FuzzyTermPlugin()])
        self._parse = lru_cache(REMEMBERED)(self._parser.parse)

    def parse(self, text: str) -> wq.Query:
        """Return the query that `text` means.

        Raises QueryTooCostly where it is too long or too deep, QueryNotUnderstood where it cannot be read.
        """
        if text.strip() == "*":
            return wq.Every()
        words = [len(word) for word in WORD.findall(text[:LONGEST_QUERY])]
        if (
            len(text) > LONGEST_QUERY
            or len(words) > MOST_WORDS
            or max(words, default=0) > LONGEST_PARSED_WORD
        ):
            raise QueryTooCostly
        if _depth(text) > DEEPEST:
            raise QueryTooCostly
        try:
            return self._parse(text)
        except RecursionError:
            raise QueryTooCostly
        except Exception as error:  # Whoosh raises plain Exceptions, and whatever int() and the like raise
            raise QueryNotUnderstood(f"This search could not be read: {error}") from error


def _depth(text: str) -> int:
    steps = ({"(": 1, ")": -1}.get(sign, 0) for sign in text)
    return max(accumulate(steps), default=0)
