"""What is indexed of an article and of a statement, for whichever engine Haystack drives.

Both kinds of document have the same fields, so that one search page serves both:

- words: `text` (the body, the statement), `title` (of the article), `names` (who and what it is about,
  under every name that they go by; of a statement also the word that attributes it: "denied"),
  `speaker_names`, `source_name`;
- facets: slugs, and every `year`, `month` and `day` that the span of its date touches, so that an article
  that is known to be of October 2015 counts for each day of it;
- sorting: `published` (the first day of the span where only that is known) and `number` (the primary key);
- `card`: what a result page shows of it, so that a hit costs no query; `fingerprint`: tells that the
  document is up to date.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, time
from hashlib import sha256
from itertools import accumulate
from typing import Any

from django.db.models import Model, QuerySet
from haystack import indexes
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.utils import get_identifier, get_model_ct

from archive.models import Article, Organization, Person, Precision, Statement
from archive.models.folding import fold, searched_forms

from .countries import country_name
from .loading import LoadedArticles, LoadedStatements
from .periods import as_number, cut, first_day, last_day, periods_between

TITLE_BOOST = 3.0
NAMES_BOOST = 1.5


class Document(indexes.SearchIndex):
    """The fields that articles and statements share."""

    text = indexes.CharField(document=True)
    title = indexes.CharField(boost=TITLE_BOOST)
    names = indexes.CharField(boost=NAMES_BOOST, stored=False)
    speaker_names = indexes.CharField(stored=False)
    source_name = indexes.CharField(stored=False)
    speaker = indexes.MultiValueField(stored=False)
    source = indexes.MultiValueField(stored=False)
    event = indexes.MultiValueField(stored=False)
    country = indexes.MultiValueField(stored=False)
    topic = indexes.MultiValueField(stored=False)
    kind = indexes.MultiValueField(stored=False)
    precision = indexes.MultiValueField(stored=False)
    year = indexes.MultiValueField(stored=False)
    month = indexes.MultiValueField(stored=False)
    day = indexes.MultiValueField(stored=False)
    first_day = indexes.IntegerField(null=True, stored=False)
    last_day = indexes.IntegerField(null=True, stored=False)
    published = indexes.DateTimeField(null=True, stored=False)
    number = indexes.IntegerField(stored=False)
    card = indexes.CharField(indexed=False)
    fingerprint = indexes.CharField(indexed=False)

    def prepare(self, obj: Model) -> dict[str, Any]:
        """Return the document of `obj`."""
        content = self.describe(obj)
        content["card"] = json.dumps(content["card"], ensure_ascii=False, separators=(",", ":"))
        content["fingerprint"] = sha256(repr(content).encode()).hexdigest()[:16]
        row = {ID: get_identifier(obj), DJANGO_CT: get_model_ct(obj), DJANGO_ID: str(obj.pk)}
        self.prepared_data = row | content
        return self.prepared_data

    def describe(self, obj: Any) -> dict[str, Any]:
        """Return the content of each field."""
        raise NotImplementedError


class ArticleDocument(Document, indexes.Indexable):
    """An article as it is searched."""

    def get_model(self) -> type[Model]:
        return Article

    def get_updated_field(self) -> str:
        return "updated_at"

    def index_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Return all articles with what their documents are made of."""
        return LoadedArticles(Article).select_related("source")

    def describe(self, obj: Article) -> dict[str, Any]:
        """Return the fields of an article's document."""
        speakers = _speakers(obj)
        mentioned = (mention.person or mention.organization for mention in obj.mentions.all())
        parties = [*speakers, *mentioned]
        about = [obj.dateline_place, obj.series, *_subjects(obj)]
        card = _card(obj) | {"speakers": [[party.slug, party.name] for party in speakers]}
        return _facets(obj) | {
            "text": obj.body,
            "title": _lines([obj.title]),
            "names": _lines([*about, *_all_names(parties)]),
            "speaker_names": _lines(_all_names(speakers)),
            "speaker": [party.slug for party in speakers],
            "number": obj.pk,
            "card": card,
        }


class StatementDocument(Document, indexes.Indexable):
    """A statement as it is searched."""

    def get_model(self) -> type[Model]:
        return Statement

    def get_updated_field(self) -> str:
        return "article__updated_at"

    def index_queryset(self, using: str | None = None) -> QuerySet[Statement]:
        """Return all statements with what their documents are made of."""
        return LoadedStatements(Statement)

    def describe(self, obj: Statement) -> dict[str, Any]:
        """Return the fields of a statement's document: its own words, and the facets of its article."""
        article, speaker = obj.article, obj.speaker
        names = _lines([obj.unnamed, *_all_names([speaker] if speaker else [])])
        offices = [office for person, office in _offices(article) if person == obj.person_id]
        facets = _facets(article)
        own_events = [event.slug for event in obj.events.all()]
        card = _card(article) | {
            "article": article.pk,
            "kind": obj.kind,
            "speaker": speaker and speaker.slug,
            "speaker_name": str(speaker or obj.unnamed) or None,
            "speaker_kind": speaker and speaker._meta.model_name,
            "confidence": 1.0 if obj.confirmed_at else round(obj.confidence, 2),
            "breaks": _breaks(obj),
        }
        return facets | {
            "text": obj.text,
            "title": _lines([article.title]),
            "names": _lines([names, *offices, obj.cue]),
            "speaker_names": names,
            "speaker": [speaker.slug] if speaker else [],
            "event": _distinct([*facets["event"], *own_events]),
            "kind": [obj.kind],
            "number": obj.pk,
            "card": card,
        }


def made_once(make: Callable[[Article], Any]) -> Callable[[Article], Any]:
    """Keep on the article what `make` makes of it: its statements, which share it in a batch, ask again."""

    def kept(article: Article) -> Any:
        made = article.__dict__.setdefault("_documents", {})
        if make not in made:
            made[make] = make(article)
        return made[make]

    return kept


@made_once
def _facets(article: Article) -> dict[str, Any]:
    """Return the fields that a statement has from its article."""
    source = article.source
    return _date_fields(article) | {
        "source_name": _lines([source.name]) if source else "",
        "source": [source.slug] if source else [],
        "event": _distinct(event.slug for event in article.events.all()),
        "country": _countries(article),
        "topic": [topic.slug for topic in article.topics.all()],
        "precision": [article.precision],
    }


@made_once
def _offices(article: Article) -> list[tuple[int, str]]:
    """Return the offices that the article names, each with the key of whose it is."""
    return sorted((office.person_id, str(office)) for office in article.offices.all())


def _date_fields(article: Article) -> dict[str, Any]:
    period = cut(article.published, article.precision)
    if period is None:
        return dict.fromkeys(("first_day", "last_day", "published")) | {"year": [], "month": [], "day": []}
    first, last = first_day(period), last_day(period)
    return {
        "first_day": as_number(first),
        "last_day": as_number(last),
        "published": article.published_at or datetime.combine(first, time.min),
        "year": list(periods_between(first, last, 4)),
        "month": list(periods_between(first, last, 7)),
        "day": list(periods_between(first, last, 10)),
    }


@made_once
def _card(article: Article) -> dict[str, Any]:
    """Return what is shown of an article with each of its statements."""
    source = article.source
    return {
        "title": article.heading,
        "slug": article.slug,
        "source": source and source.slug,
        "source_name": source and source.name,
        "published": cut(article.published, article.precision),
        "precision": str(Precision(article.precision)),
    }


def _breaks(statement: Statement) -> list[int]:
    """Return where the spans of a statement meet in its text: the article has other words there."""
    lengths = [span.end - span.start + 1 for span in statement.spans.all()]
    return [end - 1 for end in accumulate(lengths)][:-1]


def _speakers(article: Article) -> list[Person | Organization]:
    """Return whoever speaks in the article and is known to the archive, in order of speaking."""
    return _distinct(said.speaker for said in article.statements.all() if said.speaker)


def _countries(article: Article) -> list[str]:
    """Return the lower-case codes of the countries that the article speaks of."""
    return _distinct(code.lower() for code in article.countries if isinstance(code, str))


def _subjects(article: Article) -> list[str]:
    names = [article.source.name] if article.source else []
    names += [str(row) for row in (*article.topics.all(), *article.events.all())]
    return names + [country_name(code) for code in _countries(article)]


def _all_names(parties: Iterable[Person | Organization]) -> list[str]:
    return _distinct(
        form
        for party in _distinct(parties)
        for name in (party.name, *map(str, party.names.all()))
        for form in searched_forms(name)
    )


def _distinct(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _lines(texts: Iterable[str]) -> str:
    """Return the texts one below the other, each once; those with accents without them, too."""
    return "\n".join(_distinct(form for text in texts if text for form in (text, fold(text))))
