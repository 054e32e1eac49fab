"""Did you mean …? The words of a search that finds little, as the index spells them."""

from dataclasses import replace

from .engine import QueryTooCostly
from .filters import Filters
from .query import FIELDS, ParsedQuery, parse_query
from .wordings import other_wordings

FEW = 3  # a search that finds fewer may be misspelled
MOST_PARTS = 8


def suggest(parsed: ParsedQuery, filters: Filters, total: int) -> str | None:
    """Return the query with words of the index for words that it does not have, where that finds more."""
    if total >= FEW or not parsed.spelled or len(parsed.spelled) > MOST_PARTS:
        return None
    try:
        suggested = _put_right(parsed, filters)
        if suggested == parsed.text or _finds(suggested, parsed.kind, filters) <= total:
            return None
        return suggested
    except QueryTooCostly:
        return None


def _put_right(parsed: ParsedQuery, filters: Filters) -> str:
    text = parsed.text
    for token in reversed(parsed.spelled):
        better = None if _is_known(token.text) else _nearest(token.text, filters)
        if better:
            text = text[: token.start] + better + text[token.end :]
    return text


def _is_known(text: str) -> bool:
    """Whether `text` is a known wording or the name of a field, whatever the archive has of it."""
    return bool(other_wordings(text)) or text.lower().rstrip(":") in FIELDS


def _nearest(words: str, filters: Filters) -> str | None:
    """Return the engine's suggestion for `words`; it comes with a search, best with one that finds little."""
    query = replace(filters, narrows={}).query()
    query.set_limits(1, 1)  # no rows
    return query.get_spelling_suggestion(words)


def _finds(text: str, kind: str, filters: Filters) -> int:
    condition = parse_query(text, kind).condition
    if condition is None:
        return 0
    return replace(filters, words=condition).count()
