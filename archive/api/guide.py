"""The page that tells people what programs can ask for: made from the API's own description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from . import describe

PAGING = ("page-size", "cursor")  # what every list knows: told once


@dataclass(frozen=True)
class Described:
    """One list, what narrows it (names and meanings), and the address of one of its records."""

    name: str
    address: str
    holds: str
    parameters: tuple[tuple[str, str], ...]
    one: str


def guide(request: HttpRequest) -> HttpResponse:
    """Show every address of the API, with an example."""
    context = {
        "title": "For programs",
        "description": "The records of the archive as JSON: articles, statements, people, events and more.",
        "lists": tuple(_lists(describe()["paths"])),
        "example": request.build_absolute_uri(f"{reverse('api:statements')}?page-size=1"),
    }
    return render(request, "api/guide.html", context)


def _lists(paths: dict[str, Any]) -> Iterator[Described]:
    addresses = iter(paths)
    for listed, one in zip(addresses, addresses, strict=True):  # each list with its records' address
        asked = paths[listed]["get"]
        parameters = ((each["name"], each["description"]) for each in asked["parameters"])
        narrows = tuple(each for each in parameters if each[0] not in PAGING)
        one_of_them = one.replace("{", "<").replace("}", ">")
        yield Described(asked["summary"], listed, asked["description"], narrows, one_of_them)
