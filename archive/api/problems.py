"""What is wrong with a request, in sentences."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError


class Problem(Schema):
    """Why there is no answer, in plain sentences."""

    detail: str


PROBLEMS = {404: Problem, 422: Problem}  # what every address may answer


def tell_problems(api: NinjaAPI) -> None:
    """Make `api` tell every problem as a Problem."""

    @api.exception_handler(Http404)
    def not_found(request: HttpRequest, problem: Http404) -> HttpResponse:
        return api.create_response(request, {"detail": str(problem)}, status=404)

    @api.exception_handler(ValidationError)
    def not_understood(request: HttpRequest, problem: ValidationError) -> HttpResponse:
        detail = " ".join(_sentence(error) for error in problem.errors)
        return api.create_response(request, {"detail": detail}, status=422)


def _sentence(error: dict[str, Any]) -> str:
    """Return one of pydantic's errors as a sentence: ``“page_size”: Input should be a valid integer.``"""
    parameter = next(part for part in reversed(error["loc"]) if isinstance(part, str))
    return f"“{parameter}”: {error['msg'].removeprefix('Value error, ')}."
