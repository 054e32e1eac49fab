"""What the pages of people and of organizations have in common."""

from functools import partial

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse

from archive.models import Organization, Person
from archive.search import SearchRequest

from .paging import page_of
from .timelines import timeline

STATEMENTS_PER_PAGE = 20
NEWEST_FIRST = (F("article__published").desc(nulls_last=True), "-article_id", "position")
LONG = (
    "article__body",
    "article__boilerplate",
)  # not needed to show a statement, unless its article has no title


def statements_context(party: Person | Organization, request: HttpRequest) -> dict[str, object]:
    """Return a page of what `party` said, newest first, and its timeline."""
    statements = party.statements.all()
    shown = statements.select_related("person", "organization", "article__source").defer(*LONG)
    shown = shown.prefetch_related("spans")
    listing = page_of(shown.order_by(*NEWEST_FIRST), request, STATEMENTS_PER_PAGE)
    return {
        "page": listing.page,
        "problems": [listing.problem] if listing.problem else [],
        "bars": timeline(
            statements, "article__published", "article__precision", partial(_search_within, party)
        ),
        "search_query": SearchRequest(type="statements", speaker=(party.slug,)).query_string(),
    }


def _search_within(party: Person | Organization, period: str) -> str:
    asked = SearchRequest(type="statements", speaker=(party.slug,), start=period, end=period)
    return f"{reverse('search')}?{asked.query_string()}"
