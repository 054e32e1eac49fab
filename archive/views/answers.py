"""Answers to searches, kept for the next reader who asks the same.

All that an answer says comes from the search index and from the names of what is in it. Whoever changes a
name changes the index with it (`archive.search.queue`), so an answer holds for one state of the index and is
not found again in another. What is wrong with an address is
worked out each time, and is part of what was asked.
"""

import zlib
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from archive.search import SearchRequest, parse_request, state

KEPT = 3600  # seconds
View = Callable[[HttpRequest, SearchRequest], HttpResponse]


def kept(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Let `view` answer a search once for all readers who are not signed in, until the index changes."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        asked = parse_request(request.GET)
        key = None if settings.SESSION_COOKIE_NAME in request.COOKIES else _key(view, request, asked)
        found = key and cache.get(key)
        if found:
            response = HttpResponse(zlib.decompress(found[0]), content_type=found[1])
        else:
            response = view(request, asked)
            if key:
                cache.set(key, (zlib.compress(response.content, 1), response["Content-Type"]), KEPT)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def _key(view: View, request: HttpRequest, asked: SearchRequest) -> str | None:
    """Return what an answer is found by again; None where the engine cannot tell when the index changes."""
    index = state()
    what = (view.__name__, request.build_absolute_uri("/"), index, asked)
    return index and sha256(repr(what).encode()).hexdigest()
