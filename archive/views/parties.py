"""What the pages of people and of organizations have in common."""

from dataclasses import dataclass
from functools import partial

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from archive.models import Organization, Person, Statement
from archive.search import SearchRequest

from .counts import count_of
from .paging import page_of
from .timelines import timeline

STATEMENTS_PER_PAGE = 20
NEWEST_FIRST = (F("article__published").desc(nulls_last=True), "-article_id", "position")
LONG = (
    "article__body",
    "article__boilerplate",
)  # not needed to show a statement, unless its article has no title
SORTS = {"name": "A–Z", "statements": "Most statements"}
ORDERS = {"name": ("name", "pk"), "statements": ("-said", "name", "pk")}


@dataclass(frozen=True)
class ListingRequest:
    """What a list of parties is asked for: names with `q` in them, in the order of `sort`."""

    q: str
    sort: str
    problem: str = ""


def parse_listing(request: HttpRequest) -> ListingRequest:
    """Return what the address asks for; a sort that there is not is told."""
    q, sort = request.GET.get("q", "").replace("\x00", "").strip()[:100], request.GET.get("sort", "name")
    if sort in SORTS:
        return ListingRequest(q, sort)
    return ListingRequest(q, "name", f"The list cannot be sorted by “{sort[:20]}”; it is sorted from A to Z.")


def listing_context(rows: QuerySet, request: HttpRequest) -> dict[str, object]:
    """Return what a list of people or organizations shows."""
    asked = parse_listing(request)
    if asked.q:
        rows = rows.filter(pk__in=rows.filter(names__name__icontains=asked.q).values("pk"))
    rows = rows.annotate(said=count_of(Statement, rows.model._meta.model_name))
    listing = page_of(rows.order_by(*ORDERS[asked.sort]), request)
    return {
        "asked": asked,
        "page": listing.page,
        "problems": [problem for problem in (asked.problem, listing.problem) if problem],
        "sorts": [(name, label, name == asked.sort) for name, label in SORTS.items()],
    }


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
