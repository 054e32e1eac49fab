"""Answers to searches, kept for the next reader who asks the same.

All that an answer says comes from the search index and from the names of what is in it. Whoever changes a
name changes the index with it (`archive.search.queue`), so an answer holds for one state of the index and is
not found again in another. What is wrong with an address is worked out each time, and is part of what was
asked. Answers are kept as they are sent to nearly everyone: compressed.
"""

import gzip
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from archive.search import SearchRequest, parse_request, state

KEPT = 3600  # seconds
LEVEL = 3  # of compression: a page is a tenth larger than at 6, and compressed in half the time
View = Callable[[HttpRequest, SearchRequest], HttpResponse]


def kept(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Let `view` answer a search once for all readers who are not signed in, until the index changes."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        asked = parse_request(request.GET)
        key = None if settings.SESSION_COOKIE_NAME in request.COOKIES else _key(view, request, asked)
        found = key and cache.get(key)
        if not found:
            made = view(request, asked)
            found = gzip.compress(made.content, LEVEL, mtime=0), made["Content-Type"]
            if key:
                cache.set(key, found, KEPT)
        return _sent(request, *found)

    return answer


def _sent(request: HttpRequest, body: bytes, content_type: str) -> HttpResponse:
    """Return an answer as it is kept, which is compressed, to a reader who takes it so."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(body if takes_gzip else gzip.decompress(body), content_type=content_type)
    if takes_gzip:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response


def _key(view: View, request: HttpRequest, asked: SearchRequest) -> str | None:
    """Return what an answer is found by again; None where the engine cannot tell when the index changes."""
    index = state()
    what = (view.__name__, request.build_absolute_uri("/"), index, asked)
    return index and sha256(repr(what).encode()).hexdigest()
