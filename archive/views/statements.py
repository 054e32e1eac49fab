"""Statements: one statement in its context, its record, and how to cite it."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from archive.models import Statement
from archive.records import STATEMENTS, statement_record

from .articles import bibtex, marked, mentions_of, ris
from .citations import Citation, cite_statement
from .segments import Paragraph

SHOWN = Statement.objects.select_related("person", "organization", "article__source").prefetch_related(
    "spans"
)
CONTEXT = 1  # paragraphs shown before and after the statement


def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one statement where it stands, and how sure the archive is of it."""
    shown = get_object_or_404(SHOWN.all(), pk=pk)
    paragraphs = marked(shown.article, [shown], mentions_of(shown.article))
    context = {
        "title": f"{shown.speaker_name}: “{shown.text[:60]}”",
        "description": shown.text,
        "statement": shown,
        "article": shown.article,
        "paragraphs": around(paragraphs, shown),
        "events": shown.events.all(),
        "citation": _citation(request, shown),
    }
    return render(request, "statements/statement.html", context)


def around(paragraphs: tuple[Paragraph, ...], statement: Statement) -> tuple[Paragraph, ...]:
    """Return the paragraphs that `statement` stands in, with those beside them."""
    places = [place for place, paragraph in enumerate(paragraphs) if statement in paragraph.said]
    if not places:
        return ()
    return paragraphs[max(places[0] - CONTEXT, 0) : places[-1] + CONTEXT + 1]


def statement_json(request: HttpRequest, pk: int) -> JsonResponse:
    """Answer the record of one statement."""
    found = get_object_or_404(STATEMENTS.all(), pk=pk)
    return JsonResponse(asdict(statement_record(found, request.build_absolute_uri)))


def statement_bib(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one statement, as BibTeX."""
    return bibtex(_citation(request, get_object_or_404(SHOWN.all(), pk=pk)))


def statement_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one statement, as RIS."""
    return ris(_citation(request, get_object_or_404(SHOWN.all(), pk=pk)))


def _citation(request: HttpRequest, statement: Statement) -> Citation:
    return cite_statement(statement, request.build_absolute_uri(statement.get_absolute_url()))
