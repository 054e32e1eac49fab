"""What the head of a page tells citation managers and crawlers: meta tags, and schema.org as JSON-LD."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from archive.models import Article, Event, Person, Statement
from archive.search.periods import cut

from .citations import Citation

Absolute = Callable[[str], str]  # an address within the site with the site's own before it

# So that no text can end the script element or begin another (as Django's json_script).
INERT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}
MOST_NAMED = 50  # of the parties that an article names


def meta_tags(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Return the names and contents of the meta tags by which citation managers know an article.

    Those of Highwire Press (``citation_…``, as Google Scholar reads them), of Dublin Core (``DC.…``), and
    Zotero's own for the kind of item. What is not known has none; a month is ``2015/10`` and ``2015-10``.
    """
    day = cut(citation.day, citation.precision) or ""
    tags = (
        ("citation_title", citation.title),
        ("citation_journal_title", citation.publisher),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_language", citation.language),
        ("citation_public_url", citation.address),
        ("DC.title", citation.title),
        ("DC.publisher", citation.publisher),
        ("DC.date", day),
        ("DC.language", citation.language),
        ("DC.identifier", citation.address),
        ("DC.source", citation.original),
        ("DC.type", "Text"),
        ("z:itemType", "newspaperArticle"),
    )
    return tuple((name, content) for name, content in tags if content)


def article_data(
    article: Article, parties: Iterable[Model], events: Iterable[Event], absolute: Absolute
) -> SafeString:
    """Return an article as a schema.org NewsArticle: what it is about, and whom it names."""
    described = _news_article(article, absolute) | {
        "about": [_event(event, absolute) for event in events],
        "mentions": [_party(party, absolute) for party in list(parties)[:MOST_NAMED]],
    }
    return _data_block(described)


def statement_data(statement: Statement, absolute: Absolute) -> SafeString:
    """Return a statement as a schema.org Quotation; one that is not word for word is a Claim."""
    direct = statement.kind == Statement.Kind.DIRECT
    article = _news_article(statement.article, absolute)
    described = {
        "@type": "Quotation" if direct else "Claim",
        "url": absolute(statement.get_absolute_url()),
        "text": statement.text,
        "creator": statement.speaker and _party(statement.speaker, absolute),
        "isPartOf" if direct else "appearance": _without_gaps(article),
    }
    return _data_block(described)


def _news_article(article: Article, absolute: Absolute) -> dict[str, Any]:
    address = absolute(article.get_absolute_url())
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": article.heading,
        "datePublished": cut(article.published, article.precision),
        "inLanguage": article.language,
        "dateline": article.dateline_place,
        "publisher": article.source and {"@type": "Organization", "name": article.source.name},
        "isBasedOn": article.url,
    }


def _party(party: Model, absolute: Absolute) -> dict[str, str]:
    kind = "Person" if isinstance(party, Person) else "Organization"
    return {"@type": kind, "name": party.name, "url": absolute(party.get_absolute_url())}


def _event(event: Event, absolute: Absolute) -> dict[str, Any]:
    described = {
        "@type": "Event",
        "name": event.name,
        "startDate": cut(event.date, event.precision),
        "location": event.place and {"@type": "Place", "name": event.place},
        "url": absolute(event.get_absolute_url()),
    }
    return _without_gaps(described)


def _without_gaps(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}


def _data_block(described: dict[str, Any]) -> SafeString:
    """Return a script element that holds data and is never run; a strict policy allows it therefore."""
    whole = {"@context": "https://schema.org", **_without_gaps(described)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(INERT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
