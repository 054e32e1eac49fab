"""Pages of records, in the order in which the archive took the rows in."""

import re
from collections.abc import Callable
from typing import Any

import pydantic
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Field
from ninja.errors import ValidationError
from ninja.pagination import CursorPagination

PAGE, LARGEST_PAGE = 20, 100
KEY = re.compile("[0-9]{1,18}")


class RecordPages(CursorPagination):
    """Rows from a cursor on, each as the record that `record` makes of it.

    However far on, a page costs what the first one does; rows that come meanwhile are on the last page.
    """

    class Input(CursorPagination.Input):
        """How a page is asked for."""

        page_size: int = Field(
            PAGE, ge=1, le=LARGEST_PAGE, alias="page-size", description="records on a page"
        )
        cursor: str = Field("", description="where to go on, as in `next`")

    def __init__(self, record: Callable[..., Any]) -> None:
        super().__init__(ordering=("pk",), page_size=PAGE, max_page_size=LARGEST_PAGE)
        self.record = record

    def paginate_queryset(
        self, queryset: QuerySet, pagination: Input, request: HttpRequest, **params: Any
    ) -> dict[str, Any]:
        """Return the records of a page with the addresses of the pages beside it.

        Raises Http404 for a cursor that no page gave.
        """
        _check(pagination.cursor)
        page = super().paginate_queryset(queryset, pagination, request, **params)
        records = [self.record(row, request.build_absolute_uri) for row in page["results"]]
        return {**page, "results": records}


def _check(cursor: str) -> None:
    try:
        position = CursorPagination.Cursor.from_encoded_param(cursor).p
    except (ValidationError, pydantic.ValidationError):
        position = ""
    if position is not None and not KEY.fullmatch(position):
        raise Http404("No page gave this cursor.")
