"""The directory's entries from the database, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from django.db.models import Count, QuerySet
from django.utils.text import capfirst

from archive.models import (
    Article,
    Event,
    EventMention,
    Mention,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Statement,
    Topic,
)
from archive.search.countries import country_name
from archive.search.periods import cut

from .finding import Entry


def make_entries() -> Iterator[Entry]:
    """Yield an entry for each person, organization, event and topic."""
    return chain(_people(), _organizations(), _events(), _topics())


def _people() -> Iterator[Entry]:
    names, offices = _names(PersonName.objects.all(), "person"), _offices()
    said = _count(Statement.objects.all(), "person")
    told = _count(Mention.objects.all(), "person", "article")
    for pk, slug, name in Person.objects.order_by().values_list("pk", "slug", "name"):
        others = tuple(other for other in names[pk] if other != name)
        yield Entry(
            "person", slug, name, others, offices.get(pk, ""), said=said.get(pk, 0), told=told.get(pk, 0)
        )


def _organizations() -> Iterator[Entry]:
    names = _names(OrganizationName.objects.all(), "organization")
    said = _count(Statement.objects.all(), "organization")
    told = _count(Mention.objects.all(), "organization", "article")
    rows = Organization.objects.order_by().values_list("pk", "slug", "name", "country")
    for pk, slug, name, country in rows:
        others = tuple(other for other in names[pk] if other != name)
        place = country and country_name(country)
        note = "" if place in name else place
        yield Entry("organization", slug, name, others, note, said=said.get(pk, 0), told=told.get(pk, 0))


def _events() -> Iterator[Entry]:
    told = _count(EventMention.objects.all(), "event", "article")
    for pk, slug, name, day, precision in Event.objects.order_by().values_list(
        "pk", "slug", "name", "date", "precision"
    ):
        yield Entry("event", slug, name, date=cut(day, precision) or "", told=told.get(pk, 0))


def _topics() -> Iterator[Entry]:
    told = _count(Article.topics.through.objects.all(), "topic")
    for pk, slug, name in Topic.objects.order_by().values_list("pk", "slug", "name"):
        yield Entry("topic", slug, name, told=told.get(pk, 0))


def _names(rows: QuerySet, owner: str) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for pk, name in rows.order_by("pk").values_list(owner, "name"):
        names[pk].append(name)
    return names


def _count(rows: QuerySet, owner: str, what: str | None = None) -> dict[int, int]:
    """Return how many rows each owner has, or how many different `what`."""
    counted = Count(what, distinct=True) if what else Count("pk")
    owned = rows.filter(**{f"{owner}__isnull": False}).order_by()
    return dict(owned.values_list(owner).annotate(counted))


def _offices() -> dict[int, str]:
    """Return for each person the office that an editor confirmed or, without one, that most articles give.

    Not the latest: that takes the dates of all articles, and a mistake in one of a thousand would show.
    """
    given = _count(Office.articles.through.objects.all(), "office")
    rows = Office.objects.order_by("-pk")
    ranked = sorted(rows, key=lambda office: (office.confirmed, given.get(office.pk, 0)))
    return {office.person_id: _in_words(office) for office in ranked}  # the last of a person's stays


def _in_words(office: Office) -> str:
    country = office.country and country_name(office.country)
    return capfirst(str(office) if country in str(office) else f"{office}, {country}")
