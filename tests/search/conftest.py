"""A small archive to search: a few articles by two sources, and who speaks in them."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils.text import slugify

from archive.models import (
    Article,
    Event,
    EventMention,
    Mention,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Source,
    Statement,
    StatementSpan,
    Topic,
)
from archive.search import SearchResult, parse_request, search
from archive.search.queue import drain


class Shelf:
    """Writes rows as the archive has them."""

    def person(self, name: str, *others: str) -> Person:
        person = Person.objects.create(name=name, slug=slugify(name))
        for each in (name, *others):
            PersonName.objects.create(person=person, name=each, key=each.casefold())
        return person

    def organization(self, name: str, country: str = "") -> Organization:
        made = Organization.objects.create(name=name, slug=slugify(name), country=country)
        OrganizationName.objects.create(organization=made, name=name, key=name.casefold())
        return made

    def source(self, name: str) -> Source:
        return Source.objects.create(name=name, slug=slugify(name))

    def event(self, name: str) -> Event:
        return Event.objects.create(name=name, slug=slugify(name))

    def article(self, title="", body="Nothing else is known.", day=None, precision="day", source=None,
                topics=(), events=(), mentions=(), countries=()) -> Article:  # fmt: skip
        article = Article.objects.create(
            title=title,
            body=body,
            source=source,
            published=day,
            precision=precision if day else "unknown",
            countries=list(countries),
        )
        article.topics.set([Topic.objects.get_or_create(name=t, slug=slugify(t))[0] for t in topics])
        for event in events:
            EventMention.objects.create(article=article, event=event, start=0, end=1)
        for party in mentions:
            kind = "person" if isinstance(party, Person) else "organization"
            Mention.objects.create(article=article, start=0, end=1, **{kind: party})
        return article

    def statement(self, article: Article, text: str, speaker=None, unnamed: str = "") -> Statement:
        start = article.body.index(text)
        statement = Statement.objects.create(
            article=article,
            position=article.statements.count() + 1,
            kind="direct",
            text=text,
            person=speaker if isinstance(speaker, Person) else None,
            organization=speaker if isinstance(speaker, Organization) else None,
            unnamed=unnamed,
            confidence=0.9,
        )
        StatementSpan.objects.create(statement=statement, start=start, end=start + len(text))
        return statement


@pytest.fixture
def shelf(db) -> Shelf:
    """What writes rows."""
    return Shelf()


@pytest.fixture
def ask(db):
    """A function that searches by an address's query, with all that was saved in the index."""

    def ask(query: str = "") -> SearchResult:
        drain()
        return search(parse_request(QueryDict(query)))

    return ask


@pytest.fixture
def titles(ask):
    """A function that returns the titles of what a query finds, in order."""
    return lambda query="": [hit.title for hit in ask(query).hits]


@pytest.fixture
def talks(shelf):
    """Three articles on talks in invented places: two of October 2015 and one of 2016."""
    wire, courier = shelf.source("Harbour Wire"), shelf.source("The Courier, Evening")
    orlova, brandt = shelf.person("Vera Orlova", "Wera Orlowa"), shelf.person("Jonas Brandt")
    ministry = shelf.organization("Ministry of Fisheries", "NO")
    summit = shelf.event("Lakeside summit")
    first = shelf.article(
        "Fishing quotas divide the delegations",
        "“The quota is final,” Orlova said. “We sail at dawn,” she said.",
        date(2015, 10, 5),
        source=wire,
        topics=["fisheries"],
        events=[summit],
        mentions=[orlova, ministry],
        countries=["NO", "IS"],
    )
    shelf.statement(first, "The quota is final,", orlova)
    shelf.statement(first, "We sail at dawn,", orlova)
    second = shelf.article(
        "Envoy welcomes harbour accord",
        "“The accord opens every harbour,” Brandt said in Lakeside.",
        date(2015, 10, 20),
        source=courier,
        topics=["trade", "fisheries"],
        events=[summit],
        mentions=[brandt],
    )
    shelf.statement(second, "The accord opens every harbour,", brandt)
    third = shelf.article(
        "Ministry publishes the accord",
        "“The accord has nine parts,” the ministry said.",
        date(2016, 2, 1),
        source=wire,
        topics=["trade"],
        mentions=[ministry],
        countries=["NO"],
    )
    shelf.statement(third, "The accord has nine parts,", ministry)
    return first, second, third
