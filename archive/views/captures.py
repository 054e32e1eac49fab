"""Captures: what the archive was made from, as it came, and beside what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from archive.models import Article, Capture
from archive.reading import Page, UnreadableError, read_bytes, text_of

from .addresses import moved_to
from .beside import lay_beside

SANDBOX = "default-src 'none'; sandbox"  # what a capture holds is never run, whatever it is


def capture(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show the text of a capture, markup and all, as it came; never as a page that could run."""
    return _inert(
        HttpResponse(text_of(_bytes(sha256)), content_type="text/plain; charset=utf-8"), sha256, "inline"
    )


def capture_bytes(request: HttpRequest, sha256: str) -> HttpResponse:
    """Answer the very bytes of a capture, to be saved."""
    return _inert(HttpResponse(_bytes(sha256), content_type="application/octet-stream"), sha256, "attachment")


def beside(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    """Show the captured text of an article beside what was made of it; other slugs lead to the article."""
    shown = get_object_or_404(
        Article.objects.select_related("source", "capture"), pk=pk, capture__isnull=False
    )
    if slug != shown.slug:
        return moved_to(shown)
    text = [shown.title, *(text for _, text in shown.paragraphs())]
    context = {
        "title": f"The capture of “{shown.heading}”",
        "article": shown,
        "rows": lay_beside(_lines_of(shown.capture), [*filter(None, text)], shown.boilerplate.splitlines()),
    }
    return render(request, "articles/beside.html", context)


def _lines_of(capture: Capture) -> list[str]:
    """Return the text of a capture line by line, as a reader of the page sees it."""
    try:
        page = next(read_bytes(_bytes(capture.sha256), capture.path))
    except UnreadableError as error:
        raise Http404(f"The capture cannot be read any more: {error}") from None
    if not isinstance(page, Page):
        raise Http404(f"The capture cannot be read any more: {page.reason}")
    return [*page.lines] or (page.body or "").splitlines()


def _bytes(sha256: str) -> bytes:
    try:
        return get_object_or_404(Capture, sha256=sha256).read_bytes()
    except FileNotFoundError:
        raise Http404("The file of this capture is not on this machine.") from None


def _inert(response: HttpResponse, sha256: str, disposition: str) -> HttpResponse:
    """Return what browsers neither run nor guess about, and may keep: what has a hash never changes."""
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = f'{disposition}; filename="{sha256[:12]}.txt"'
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
