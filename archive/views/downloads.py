"""Downloads of all that a search finds: a few at once, so that the server has threads left for all else."""

from collections.abc import Iterable, Iterator
from threading import BoundedSemaphore
from weakref import finalize

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render

AT_ONCE = 3  # of the eight threads that `manage.py serve` has
AGAIN = 20  # seconds, after which a refused program may ask again

turns = BoundedSemaphore(AT_ONCE)


class _Lines:
    """The lines of one download; when it is closed, or nobody holds it any more, the next may begin."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.close = finalize(self, turns.release)

    def __iter__(self) -> Iterator[str]:
        yield from self._lines


def download(request: HttpRequest, lines: Iterable[str], content_type: str, name: str) -> HttpResponseBase:
    """Send `lines` as a file called `name`, or say that others are being sent."""
    if not turns.acquire(blocking=False):
        return _busy(request)
    response = StreamingHttpResponse(_Lines(lines), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _busy(request: HttpRequest) -> HttpResponse:
    response = render(request, "503.html", status=503)
    response["Retry-After"] = str(AGAIN)
    return response
