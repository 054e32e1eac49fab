"""Statements: one statement in its context, its record, and how to cite it."""

from dataclasses import asdict, dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from archive.extraction.sentences import read_text
from archive.models import Article, Office, Statement
from archive.records import STATEMENTS, statement_record
from archive.search.copies import Copy, copies_of
from archive.search.neighbours import said_after, said_before

from .citations import Citation, bibtex_file, cite_statement, csl_file, ris_file
from .evidence import reasons_for_date
from .metadata import statement_data
from .segments import Mark, Paragraph, mark_paragraphs

SHOWN = Statement.objects.select_related(
    "person", "organization", "article__source", "confirmed_by"
).prefetch_related("spans")
CONTEXT = 1  # paragraphs shown before and after the statement


@dataclass(frozen=True)
class Sentence:
    """A sentence that holds a part of the statement shown."""

    start: int


def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one statement where it stands, and how sure the archive is of it."""
    shown = get_object_or_404(SHOWN.all(), pk=pk)
    article = shown.article
    context = {
        "title": f"{shown.speaker_name}: “{shown.text[:60]}”",
        "description": shown.text,
        "statement": shown,
        "article": article,
        "reasons": reasons_for_date(article),
        "paragraphs": paragraphs_around(shown),
        "offices": Office.objects.filter(articles=article, person=shown.person),
        "events": shown.events.all(),
        "events_set": shown.is_locked("events"),
        "previous": article.statements.filter(position__lt=shown.position).last(),
        "next": article.statements.filter(position__gt=shown.position).first(),
        "same": said_in(copies_of(article), shown.text),
        "before": said_before(shown),
        "after": said_after(shown),
        "citation": _citation(request, shown),
        "data": statement_data(shown, request.build_absolute_uri),
    }
    return render(request, "statements/statement.html", context)


def said_in(copies: list[Copy], text: str) -> QuerySet[Statement]:
    """Return the statements in the same words that copies of an article carry."""
    articles = [copy.article for copy in copies]
    return SHOWN.filter(article__in=articles, text=text)


def paragraphs_around(statement: Statement) -> tuple[Paragraph, ...]:
    """Return the paragraphs that `statement` stands in, with those beside them: its words marked, the
    sentences that they are part of, and the words for its speaker.
    """
    article = statement.article
    spans = [Mark(span.start, span.end, statement) for span in statement.spans.all()]
    start, end = statement.speaker_start, statement.speaker_end
    named = [] if start is None else [Mark(start, end, statement.speaker or statement.unnamed)]
    paragraphs = mark_paragraphs(article.body, [*_sentences_of(spans, article), *spans], named)
    places = [place for place, paragraph in enumerate(paragraphs) if statement in paragraph.said]
    if not places:
        return ()
    return paragraphs[max(places[0] - CONTEXT, 0) : places[-1] + CONTEXT + 1]


def _sentences_of(spans: list[Mark], article: Article) -> list[Mark]:
    """Return the sentences that any of `spans` lies in."""
    paragraphs = [(start, text) for start, text in article.paragraphs() if _touches(spans, start, len(text))]
    return [
        Mark(start + first, start + last, Sentence(start + first))
        for start, text in paragraphs
        for first, last in read_text(text).sentences
        if _touches(spans, start + first, last - first)
    ]


def _touches(spans: list[Mark], start: int, length: int) -> bool:
    return any(span.start < start + length and start < span.end for span in spans)


def statement_json(request: HttpRequest, pk: int) -> JsonResponse:
    """Answer the record of one statement."""
    found = get_object_or_404(STATEMENTS.all(), pk=pk)
    return JsonResponse(asdict(statement_record(found, request.build_absolute_uri)))


def statement_bib(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one statement, as BibTeX."""
    return bibtex_file(_citation(request, get_object_or_404(SHOWN.all(), pk=pk)))


def statement_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one statement, as RIS."""
    return ris_file(_citation(request, get_object_or_404(SHOWN.all(), pk=pk)))


def statement_csl(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one statement, as CSL-JSON."""
    return csl_file(_citation(request, get_object_or_404(SHOWN.all(), pk=pk)))


def _citation(request: HttpRequest, statement: Statement) -> Citation:
    return cite_statement(statement, request.build_absolute_uri(statement.get_absolute_url()))
