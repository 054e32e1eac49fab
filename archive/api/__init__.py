"""The archive for programs: ``/api/v1/``, read-only and open to every origin, described by OpenAPI."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from .problems import tell_problems
from .resources import router

DESCRIPTION = (
    "Who said what to whom, when, about which event: the records of a Chancery archive, read-only. "
    "Lists come in pages; `next` is the address of the page that follows, null on the last."
)


class OpenAPI(NinjaAPI):
    """An API whose answers every web page may read: all that it tells is public."""

    def create_response(self, request: HttpRequest, data: Any, **how: Any) -> HttpResponse:
        """Return `data` as JSON."""
        response = super().create_response(request, data, **how)
        response["Access-Control-Allow-Origin"] = "*"
        return response


api = OpenAPI(title="Chancery", version="1", description=DESCRIPTION, openapi_url=None, urls_namespace="api")
tell_problems(api)
api.add_router("", router)


@cache
def describe() -> dict[str, Any]:
    """Return the description of this API (OpenAPI 3.1)."""
    return api.get_openapi_schema()


@api.get("/openapi.json", include_in_schema=False)
def openapi(request: HttpRequest) -> dict[str, Any]:
    """Answer the description."""
    return describe()
