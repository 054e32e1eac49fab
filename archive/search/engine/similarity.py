"""Documents like a given one."""

from collections import Counter

from haystack.constants import ID
from whoosh import query as wq

from .analysis import find_terms
from .snapshot import Snapshot

TERMS = 20  # the most telling terms of a document that others are looked for by


def similar_query(snapshot: Snapshot, content_field: str, identifier: str) -> wq.Query:
    """Return the query for documents with the most telling terms (tf·idf) of the one with `identifier`."""
    text = _stored_text(snapshot, content_field, identifier)
    counts = Counter(term for _, term in find_terms(text) if term)
    telling = sorted(counts, key=lambda term: -counts[term] * snapshot.idf(content_field, term.encode()))[
        :TERMS
    ]
    if not telling:
        return wq.NullQuery
    similar = wq.Or([wq.Term(content_field, term) for term in telling])
    return wq.AndNot(similar, wq.Term(ID, identifier))


def _stored_text(snapshot: Snapshot, content_field: str, identifier: str) -> str:
    for segment in snapshot.segments:
        for number in segment.postings(ID, identifier.encode()).ids.tolist():
            if segment.live[number]:
                return segment.stored_fields(number).get(content_field) or ""
    return ""
