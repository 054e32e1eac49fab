"""What narrows a list: the parameters of the search page, where a list knows them."""

from datetime import UTC, datetime
from typing import Annotated, Any

from django.db.models import Q, QuerySet
from django.http import Http404
from ninja import Field, Schema
from pydantic import BeforeValidator

from archive.models import Article, Organization, Person, Precision, Statement
from archive.search.labels import known_slugs
from archive.search.periods import first_day, last_day

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
PERIOD = "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"
MOST_CHOICES = 50


def _moment(written: str) -> datetime:
    """Return the moment that is written, or the nearest that a database can hold in universal time."""
    moment = datetime.fromisoformat(written)
    return min(max(moment if moment.tzinfo else moment.replace(tzinfo=UTC), EARLIEST), LATEST)


Slugs = Annotated[list[str], Field(max_length=MOST_CHOICES)]
Period = Annotated[str, Field(pattern=PERIOD)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Text = Annotated[str, Field(max_length=100, pattern="^[^\x00]*$")]


class Dates(Schema):
    """From when until when, both inclusive.

    What is dated to a month or a year is within them where its span touches theirs.
    """

    start: Period = Field("", alias="from", description="a year, a month or a day")
    end: Period = Field("", alias="to", description="a year, a month or a day")

    def within(self, dated: str, precision: str) -> Q:
        """Return the condition that the fields `dated` and `precision` date a row within these dates.

        Raises Http404 for a day that there is not.
        """
        if not (self.start or self.end):
            return Q()
        try:
            first, last = first_day(self.start or "0001"), last_day(self.end or "9999")
        except ValueError:
            raise Http404(f"There is no day {self.start or self.end}.") from None
        month, year = first.replace(day=1), first.replace(day=1, month=1)
        touches = (
            Q(**{f"{dated}__gte": first})
            | Q(**{precision: Precision.MONTH, f"{dated}__gte": month})
            | Q(**{precision: Precision.YEAR})
        )
        # Two plain bounds, so that the index of dates is used.
        return Q(**{f"{dated}__gte": year, f"{dated}__lte": last}) & touches


class ArticleFilters(Dates):
    """Which articles. Choices of one parameter add up; parameters narrow."""

    speaker: Slugs = Field([], description="slugs of people or organizations that are quoted")
    source: Slugs = Field([], description="slugs of publishers")
    event: Slugs = Field([], description="slugs of events that are told of")
    topic: Slugs = Field([], description="slugs of topics")
    changed_since: Moment = Field(
        EARLIEST,
        alias="changed-since",
        description="taken in or made anew since then (RFC 3339)",
    )

    def narrow(self, articles: QuerySet[Article]) -> QuerySet[Article]:
        """Return those of `articles`. Raises Http404 for a slug that nothing has."""
        _check(speaker=self.speaker, source=self.source, event=self.event, topic=self.topic)
        conditions = self.within("published", "precision")
        if self.speaker:
            conditions &= Q(pk__in=Statement.objects.filter(_of(self.speaker)).values("article"))
        if self.source:
            conditions &= Q(source__slug__in=self.source)
        if self.event:
            conditions &= Q(events__slug__in=self.event)
        if self.topic:
            conditions &= Q(topics__slug__in=self.topic)
        if self.changed_since > EARLIEST:
            conditions &= Q(updated_at__gte=self.changed_since)
        return _narrowed(articles, conditions)


class StatementFilters(Dates):
    """Which statements. Choices of one parameter add up; parameters narrow."""

    speaker: Slugs = Field([], description="slugs of the people or organizations that speak")
    source: Slugs = Field([], description="slugs of publishers")
    event: Slugs = Field([], description="slugs of events that are spoken of")

    def narrow(self, statements: QuerySet[Statement]) -> QuerySet[Statement]:
        """Return those of `statements`. Raises Http404 for a slug that nothing has."""
        _check(speaker=self.speaker, source=self.source, event=self.event)
        conditions = self.within("article__published", "article__precision")
        if self.speaker:
            conditions &= _of(self.speaker)
        if self.source:
            conditions &= Q(article__source__slug__in=self.source)
        if self.event:
            conditions &= Q(events__slug__in=self.event)
        return _narrowed(statements, conditions)


class NameFilters(Schema):
    """Which people or organizations."""

    q: Text = Field("", description="a part of any of their names")

    def narrow(self, parties: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `parties`."""
        return _narrowed(parties, Q(names__name__icontains=self.q) if self.q else Q())


class EventFilters(Dates):
    """Which events."""

    def narrow(self, events: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `events`."""
        return _narrowed(events, self.within("date", "precision"))


class CaptureFilters(Schema):
    """Which captures."""

    article: list[int] = Field([], max_length=MOST_CHOICES, description="ids of articles")

    def narrow(self, captures: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `captures`."""
        return captures.filter(article__in=self.article) if self.article else captures


def _narrowed(rows: QuerySet[Any], conditions: Q) -> QuerySet[Any]:
    """Return those of `rows` that fulfil `conditions`, each once.

    They are found by their keys alone: only what is on the page is read whole.
    """
    if not conditions:
        return rows
    return rows.filter(pk__in=rows.model.objects.filter(conditions).order_by().values("pk"))


def _of(speakers: list[str]) -> Q:
    """Return the condition that a statement is of one of `speakers`: two lists, for an index to find each."""
    people, organizations = (model.objects.filter(slug__in=speakers) for model in (Person, Organization))
    return Q(person__in=people) | Q(organization__in=organizations)


def _check(**slugs: list[str]) -> None:
    """Raise Http404 for the first of `slugs` that nothing has."""
    known = known_slugs(slugs)
    for name, asked in slugs.items():
        for slug in asked:
            if slug not in known[name]:
                raise Http404(f"There is no {name} “{slug[:80]}” in the archive.")
