"""The lists of everyone: people and organizations by letter, by name, by how much they are quoted."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.search import directory

from .holders import holders_of
from .paging import page_of

PER_PAGE = 90
MOST_CHARACTERS = 100


@dataclass(frozen=True)
class Order:
    """An order of a list: its name in the address, its label, and which word of a name gives its letter."""

    name: str
    label: str
    by: directory.Place


PEOPLE = (
    Order("name", "By last name", "last"),
    Order("first", "By first name", "first"),
    Order("statements", "Most quoted", "last"),
)
ORGANIZATIONS = (Order("name", "A–Z", "first"), Order("statements", "Most quoted", "first"))


def people(request: HttpRequest) -> HttpResponse:
    """Show everyone."""
    context = {"title": "People", **_listing_of("person", PEOPLE, request)}
    context["holders"] = holders_of(context["asked"]["q"])
    return render(request, "people/people.html", context)


def organizations(request: HttpRequest) -> HttpResponse:
    """Show every organization."""
    context = {"title": "Organizations", **_listing_of("organization", ORGANIZATIONS, request)}
    return render(request, "organizations/organizations.html", context)


def _listing_of(kind: directory.Kind, orders: tuple[Order, ...], request: HttpRequest) -> dict[str, object]:
    """Return what the list shows: names with the words of ``q=``, of one ``letter=``, sorted by ``sort=``."""
    q = request.GET.get("q", "").replace("\x00", "").strip()[:MOST_CHARACTERS]
    order, order_problem = _asked_order(request.GET.get("sort", ""), orders)
    filed = _named(directory.current.get(), kind, order.by, q)
    letters = list(dict.fromkeys(letter for letter, _ in filed))
    letter, letter_problem = _asked_letter(request.GET.get("letter", ""), letters)
    entries = [entry for its_letter, entry in filed if letter in ("", its_letter)]
    if order.name == "statements":
        entries.sort(key=lambda entry: -entry.said)
    listing = page_of(entries, request, PER_PAGE)
    words = directory.words_of(q)
    return {
        "asked": {"q": q, "letter": letter, "sort": order.name},
        "page": listing.page,
        "rows": [(entry, entry.other_name(words)) for entry in listing.page],
        "letters": letters if letter or len(entries) > PER_PAGE else (),
        "orders": orders,
        "problems": [*filter(None, (order_problem, letter_problem, listing.problem))],
    }


def _named(
    everyone: directory.Directory, kind: directory.Kind, by: directory.Place, q: str
) -> list[tuple[str, directory.Entry]]:
    """Return those of a kind, all or those with the words of `q`, each with its letter, from A to Z."""
    filed = everyone.filed(kind, by)
    if not q:
        return filed
    found = {entry.slug for entry in everyone.find(q, [kind])}
    return [(letter, entry) for letter, entry in filed if entry.slug in found]


def _asked_order(asked: str, orders: tuple[Order, ...]) -> tuple[Order, str]:
    """Return the order that the address asks for, the first unless it does, and what is wrong with it."""
    order = next((order for order in orders if order.name == asked), orders[0])
    if asked in ("", order.name):
        return order, ""
    return order, f"The list cannot be sorted by “{asked[:20]}”; it is sorted from A to Z."


def _asked_letter(asked: str, letters: list[str]) -> tuple[str, str]:
    """Return the letter that the address asks for, or none, and what is wrong with it."""
    letter = asked.upper()
    if not letter or letter in letters:
        return letter, ""
    return "", f"No name is filed under “{asked[:20]}”; these are all."
