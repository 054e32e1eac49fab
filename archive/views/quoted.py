"""The statements that a search found, as rows, so that they can be shown in full."""

import re
from collections.abc import Iterable
from html import unescape

from archive.models import Statement
from archive.search.results import Hit

MARKED = re.compile("<mark>(.*?)</mark>")
# Not needed to show a statement; the body of an article without a title is read where its heading is shown.
LONG = ("article__body", "article__boilerplate")
SHOWN = Statement.objects.select_related("person", "organization", "article__source").defer(*LONG)


def load_statements(hits: Iterable[Hit]) -> list[Statement]:
    """Return the statements of `hits`, in their order; `found` has the words of each that were searched for.

    What was deleted since it was indexed is left out.
    """
    hits = list(hits)
    rows = SHOWN.prefetch_related("spans").in_bulk([hit.id for hit in hits])
    statements = []
    for hit in hits:
        if statement := rows.get(hit.id):
            statement.found = frozenset(map(unescape, MARKED.findall(hit.snippet)))
            statements.append(statement)
    return statements
