"""Articles: the page, the record, how to cite it, and the capture that it was made from."""

from collections.abc import Iterable
from dataclasses import asdict

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from archive.models import Article, Capture, Mention, Office, Statement
from archive.reading.decoding import decode
from archive.records import ARTICLES, article_record

from .addresses import moved_to
from .citations import Citation, cite_article
from .segments import Mark, Paragraph, mark_paragraphs

SANDBOX = "default-src 'none'; sandbox"  # what a capture holds is never run, whatever it is


def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show one article, its statements marked where they stand; another slug leads to the right address."""
    shown = get_object_or_404(Article.objects.select_related("source", "capture"), pk=pk)
    if slug != shown.slug:
        return moved_to(shown)
    statements, mentions = list(statements_of(shown)), list(mentions_of(shown))
    people, organizations = parties_in(statements, mentions)
    context = {
        "title": shown.heading,
        "description": shown.body[:300],
        "article": shown,
        "paragraphs": marked(shown, statements, mentions),
        "statements": statements,
        "lost": [statement for statement in statements if not statement.spans.all()],
        "people": people,
        "organizations": organizations,
        "offices": Office.objects.filter(articles=shown).select_related("person"),
        "events": shown.events.distinct(),
        "captures": shown.captures.all(),
        "citation": _citation(request, shown),
    }
    return render(request, "articles/article.html", context)


def statements_of(article: Article) -> QuerySet[Statement]:
    """Return the statements of one article with all that is shown of them."""
    return article.statements.select_related("person", "organization").prefetch_related("spans")


def mentions_of(article: Article) -> QuerySet[Mention]:
    """Return where one article names people and organizations."""
    return article.mentions.select_related("person", "organization")


def marked(
    article: Article, statements: Iterable[Statement], mentions: Iterable[Mention]
) -> tuple[Paragraph, ...]:
    """Return the body of `article` in paragraphs, its statements and names marked."""
    said = [
        Mark(span.start, span.end, statement) for statement in statements for span in statement.spans.all()
    ]
    named = [Mark(mention.start, mention.end, mention.person or mention.organization) for mention in mentions]
    return mark_paragraphs(article.body, said, named)


def parties_in(statements: list[Statement], mentions: list[Mention]) -> tuple[dict, dict]:
    """Return the people and the organizations of an article, each with its number of statements."""
    said = [statement.speaker for statement in statements if statement.speaker]
    named = [mention.person or mention.organization for mention in mentions]
    counts = {party: said.count(party) for party in dict.fromkeys([*said, *named])}
    people = {party: count for party, count in counts.items() if party._meta.model_name == "person"}
    return people, {party: count for party, count in counts.items() if party not in people}


def article_json(request: HttpRequest, pk: int) -> JsonResponse:
    """Answer the record of one article."""
    found = get_object_or_404(ARTICLES.all(), pk=pk)
    return JsonResponse(asdict(article_record(found, request.build_absolute_uri)))


def article_bib(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one article, as BibTeX."""
    return bibtex(_citation(request, get_object_or_404(Article.objects.select_related("source"), pk=pk)))


def article_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one article, as RIS."""
    return ris(_citation(request, get_object_or_404(Article.objects.select_related("source"), pk=pk)))


def _citation(request: HttpRequest, article: Article) -> Citation:
    return cite_article(article, request.build_absolute_uri(article.get_absolute_url()))


def bibtex(citation: Citation) -> HttpResponse:
    """Return a BibTeX file."""
    return _download(citation.bibtex(), "application/x-bibtex", f"{citation.key}.bib")


def ris(citation: Citation) -> HttpResponse:
    """Return an RIS file."""
    return _download(citation.ris(), "application/x-research-info-systems", f"{citation.key}.ris")


def _download(text: str, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def capture(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show the text of a capture, markup and all, as it came; never as a page that could run."""
    return _inert(
        HttpResponse(decode(_bytes(sha256)), content_type="text/plain; charset=utf-8"), sha256, "inline"
    )


def capture_bytes(request: HttpRequest, sha256: str) -> HttpResponse:
    """Answer the very bytes of a capture, to be saved."""
    return _inert(HttpResponse(_bytes(sha256), content_type="application/octet-stream"), sha256, "attachment")


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
