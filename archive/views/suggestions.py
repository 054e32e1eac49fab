"""What the search box suggests while someone types."""

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from archive.models.addressing import address_of
from archive.search import SearchRequest, directory

from .dates import iso_in_words

MOST = 8
MOST_PAGES = 3
PAGES: tuple[directory.Kind, ...] = ("person", "organization", "event")
MOST_CHARACTERS = 100
ONLY: dict[str, tuple[directory.Kind, ...]] = {"people": ("person", "organization"), "events": ("event",)}
KEPT = 60  # seconds that a browser keeps an answer


@cache_control(public=True, max_age=KEPT)
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer the people, organizations, events and topics with words that begin as those of ``q=`` do.

    With ``only=people`` (organizations are among them, who speak as well) or ``only=events`` no others.
    """
    text = request.GET.get("q", "")[:MOST_CHARACTERS]
    kinds = ONLY.get(request.GET.get("only", ""), directory.KINDS)
    found = directory.current.get().find(text, kinds, MOST)
    return JsonResponse({"suggestions": [_suggestion(entry, directory.words_of(text)) for entry in found]})


@cache_control(public=True, max_age=KEPT)
def complete(request: HttpRequest) -> JsonResponse:
    """Answer the same to a browser's address bar (OpenSearch Suggestions 1.1: what was typed, the names)."""
    text = request.GET.get("q", "")[:MOST_CHARACTERS]
    names = [entry.name for entry in directory.current.get().find(text, most=MOST)]
    return JsonResponse([text, names], safe=False, content_type="application/x-suggestions+json")


def pages_named(text: str) -> list[dict[str, str]]:
    """Return the pages of those whose names have the very words that someone searched for."""
    words = directory.words_of(text)
    found = directory.current.get().named(text, PAGES, MOST_PAGES) if words else ()
    return [_suggestion(entry, words) for entry in found]


def _suggestion(entry: directory.Entry, words: tuple[str, ...]) -> dict[str, str]:
    """Return what a row shows; `written` is the name that was meant where it is not the one shown."""
    return {
        "label": entry.name,
        "written": entry.other_name(words),
        "kind": entry.kind,
        "note": entry.note or (iso_in_words(entry.date, "short") if entry.date else ""),
        "url": _address_of(entry),
    }


def _address_of(entry: directory.Entry) -> str:
    """Return the page of an entry; of a topic, the articles on it."""
    if entry.kind == "topic":
        return f"{reverse('search')}?{SearchRequest(topic=(entry.slug,)).query_string()}"
    return address_of(entry.kind, entry.slug)
