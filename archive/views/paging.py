"""Pages of a long list, each with an address of its own."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 50


@dataclass(frozen=True)
class Listing:
    """One page of rows, and what was wrong with the page asked for, in a plain sentence."""

    page: Page
    problem: str = ""


def page_of(rows: Any, request: HttpRequest, per_page: int = PER_PAGE) -> Listing:
    """Return the page of `rows` that ``page=`` asks for; the nearest there is where it asks wrongly."""
    asked = request.GET.get("page", "1")
    paginator = Paginator(rows, per_page)
    page = paginator.get_page(asked)
    if asked == str(page.number):
        return Listing(page)
    return Listing(
        page, f"There is no page “{asked[:20]}”; this is page {page.number} of {paginator.num_pages}."
    )
