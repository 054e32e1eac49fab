"""Articles as data: what the archive knows of one, with all that it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Prefetch

from archive.models import Article, EventMention, Mention, Office, Organization, Person

from .parties import Role, role
from .statements import STATEMENTS_OF_ARTICLE, Said, said
from .values import Absolute, Dated, Named, dated, iso_day, iso_moment

Party = TypeVar("Party", Person, Organization)

# Each relation as a plain list (`all_…`): a query set for each row and relation takes longer than all else.
EVENT_MENTIONS = EventMention.objects.select_related("event").prefetch_related(
    Prefetch("event__people", to_attr="all_people"),
    Prefetch("event__organizations", to_attr="all_organizations"),
)
ARTICLES = Article.objects.select_related("source", "capture").prefetch_related(
    Prefetch("topics", to_attr="all_topics"),
    Prefetch("evidence", to_attr="all_evidence"),
    Prefetch("mentions", Mention.objects.select_related("person", "organization"), to_attr="all_mentions"),
    Prefetch("offices", Office.objects.order_by("pk"), to_attr="all_offices"),
    Prefetch("statements", STATEMENTS_OF_ARTICLE, to_attr="all_statements"),
    Prefetch("event_mentions", EVENT_MENTIONS, to_attr="all_event_mentions"),
)


@dataclass(frozen=True)
class Dateline:
    """What stands before the first sentence: ``STRELSAU, Wire —``."""

    place: str | None
    agency: str | None


@dataclass(frozen=True)
class Reason:
    """One reason for a date: the page's own words, and what they say."""

    kind: str
    text: str
    says: str


@dataclass(frozen=True)
class Published(Dated):
    """When an article was published, and why the archive thinks so."""

    evidence: list[Reason]


@dataclass(frozen=True)
class NamedPerson(Named):
    """A person that an article names: the offices that it gives them, and the spans that name them."""

    roles: list[Role]
    mentions: list[tuple[int, int]]


@dataclass(frozen=True)
class NamedOrganization(Named):
    """An organization that an article names, and the spans that name it."""

    country: str | None
    mentions: list[tuple[int, int]]


@dataclass(frozen=True)
class Happening:
    """An event that an article tells of, and the span that does."""

    what: str
    slug: str
    date: str | None
    precision: str
    place: str | None
    participants: list[str]
    start: int
    end: int


@dataclass(frozen=True)
class ArticleRecord:
    """An article. Spans are code points of its body, end exclusive.

    `url` is its address here, `original` the one where it was published; `sha256` is the capture that it was
    made from, `changed` when the archive last took it in or changed it.
    """

    id: int
    url: str
    sha256: str | None
    title: str | None
    body: str
    language: str | None
    original: str | None
    source: str | None
    via: str | None
    dateline: Dateline | None
    captured: str | None
    changed: str
    published: Published
    topics: list[str]
    series: str | None
    countries: list[str]
    boilerplate: list[str]
    people: list[NamedPerson]
    organizations: list[NamedOrganization]
    statements: list[Said]
    events: list[Happening]


def article_record(article: Article, absolute: Absolute) -> ArticleRecord:
    """Return all that is known of one of `ARTICLES`."""
    return ArticleRecord(
        id=article.pk,
        url=absolute(article.get_absolute_url()),
        sha256=article.capture.sha256 if article.capture else None,
        title=article.title or None,
        body=article.body,
        language=article.language or None,
        original=article.url or None,
        source=article.source.name if article.source else None,
        via=article.via or None,
        dateline=_dateline(article),
        captured=_captured(article),
        changed=iso_moment(article.updated_at),
        published=_published(article),
        topics=[topic.name for topic in article.all_topics],
        series=article.series or None,
        countries=article.countries,
        boilerplate=article.boilerplate.splitlines(),
        people=_people(article),
        organizations=_organizations(article),
        statements=[said(statement, absolute) for statement in article.all_statements],
        events=[_happening(mention) for mention in article.all_event_mentions],
    )


def _dateline(article: Article) -> Dateline | None:
    if not (article.dateline_place or article.dateline_agency):
        return None
    return Dateline(article.dateline_place or None, article.dateline_agency or None)


def _captured(article: Article) -> str | None:
    moment = article.capture and article.capture.captured_at
    return iso_moment(moment) if moment else None


def _published(article: Article) -> Published:
    reasons = [Reason(reason.kind, reason.text, reason.says) for reason in article.all_evidence]
    return Published(**vars(dated(article)), evidence=reasons)


def _people(article: Article) -> list[NamedPerson]:
    spans = _spans((mention.person, mention) for mention in article.all_mentions if mention.person)
    return [
        NamedPerson(
            person.name,
            person.slug,
            roles=[role(office) for office in article.all_offices if office.person_id == person.pk],
            mentions=found,
        )
        for person, found in spans.items()
    ]


def _organizations(article: Article) -> list[NamedOrganization]:
    named = ((mention.organization, mention) for mention in article.all_mentions if mention.organization)
    return [
        NamedOrganization(party.name, party.slug, country=party.country or None, mentions=found)
        for party, found in _spans(named).items()
    ]


def _spans(named: Iterable[tuple[Party, Mention]]) -> dict[Party, list[tuple[int, int]]]:
    """Return each party with the spans that name it."""
    spans: dict[Party, list[tuple[int, int]]] = {}
    for party, mention in named:
        spans.setdefault(party, []).append((mention.start, mention.end))
    return spans


def _happening(mention: EventMention) -> Happening:
    event = mention.event
    return Happening(
        what=event.name,
        slug=event.slug,
        date=iso_day(event.date),
        precision=event.precision,
        place=event.place or None,
        participants=[party.name for party in (*event.all_people, *event.all_organizations)],
        start=mention.start,
        end=mention.end,
    )
