"""Articles: the page, the record, and how to cite it."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from archive.models import Article, EventMention, Mention, Office, Person, Statement
from archive.records import ARTICLES, article_record
from archive.search.copies import copies_of
from archive.search.related import related_to

from .addresses import moved_to
from .citations import Citation, bibtex_file, cite_article, csl_file, ris_file
from .evidence import Reason, reasons_for_date
from .metadata import article_data, meta_tags
from .segments import Mark, Paragraph, mark_paragraphs
from .versions import EDITED


def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show one article, its statements marked where they stand; another slug leads to the right address."""
    shown = get_object_or_404(Article.objects.select_related("source", "capture"), pk=pk)
    if slug != shown.slug:
        return moved_to(shown)
    statements = list(shown.statements.select_related("person", "organization").prefetch_related("spans"))
    mentions = list(shown.mentions.select_related("person", "organization"))
    told = list(shown.event_mentions.select_related("event"))
    parties = parties_in(statements, mentions)
    people = {party: said for party, said in parties.items() if isinstance(party, Person)}
    events = list(dict.fromkeys(mention.event for mention in told))
    reasons = reasons_for_date(shown)
    copies, citation = copies_of(shown), _citation(request, shown)
    context = {
        "title": shown.heading,
        "description": shown.body[:300],
        "article": shown,
        "reasons": reasons,
        "paragraphs": marked(shown, statements, mentions, told, reasons),
        "statements": statements,
        "lost": [statement for statement in statements if not statement.spans.all()],
        "people": people,
        "organizations": {party: said for party, said in parties.items() if party not in people},
        "offices": Office.objects.filter(articles=shown).select_related("person"),
        "events": events,
        "captures": shown.captures.all(),
        "edited": any(map(shown.is_locked, EDITED)),
        "copies": copies,
        "related": related_to(shown, [*events, *people], [copy.article for copy in copies]),
        "citation": citation,
        "meta_tags": meta_tags(citation),
        "data": article_data(shown, parties, events, request.build_absolute_uri),
    }
    return render(request, "articles/article.html", context)


def marked(
    article: Article,
    statements: Iterable[Statement],
    mentions: Iterable[Mention],
    told: Iterable[EventMention],
    reasons: Iterable[Reason],
) -> tuple[Paragraph, ...]:
    """Return the body in paragraphs: all statements marked, and the words that its date rests on; names and
    events where they first stand.
    """
    said = [
        Mark(span.start, span.end, statement) for statement in statements for span in statement.spans.all()
    ]
    named = _firsts(Mark(one.start, one.end, one.person or one.organization) for one in mentions)
    events = _firsts(Mark(one.start, one.end, one.event) for one in told)
    proven = [Mark(*reason.span, reason) for reason in reasons if reason.span]
    return mark_paragraphs(article.body, said, named, events, proven)


def _firsts(marks: Iterable[Mark]) -> list[Mark]:
    """Return the first mark of each thing."""
    firsts: dict[Any, Mark] = {}
    for mark in marks:
        firsts.setdefault(mark.what, mark)
    return list(firsts.values())


def parties_in(statements: list[Statement], mentions: list[Mention]) -> dict[Model, int]:
    """Return the people and organizations of an article, each with its number of statements."""
    said = [statement.speaker for statement in statements if statement.speaker]
    named = [mention.person or mention.organization for mention in mentions]
    return {party: said.count(party) for party in dict.fromkeys([*said, *named])}


def article_json(request: HttpRequest, pk: int) -> JsonResponse:
    """Answer the record of one article."""
    found = get_object_or_404(ARTICLES.all(), pk=pk)
    address = request.build_absolute_uri
    record = asdict(article_record(found, address))
    copies = [
        {
            "id": copy.article.pk,
            "url": address(copy.article.get_absolute_url()),
            "shared": round(copy.shared, 2),
        }
        for copy in copies_of(found)
    ]
    return JsonResponse(record | {"copies": copies})


def article_bib(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one article, as BibTeX."""
    return bibtex_file(_citation(request, _cited(pk)))


def article_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one article, as RIS."""
    return ris_file(_citation(request, _cited(pk)))


def article_csl(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer how to cite one article, as CSL-JSON."""
    return csl_file(_citation(request, _cited(pk)))


def _cited(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("source"), pk=pk)


def _citation(request: HttpRequest, article: Article) -> Citation:
    return cite_article(article, request.build_absolute_uri(article.get_absolute_url()))
