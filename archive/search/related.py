"""Articles about the same things as a given one: the events and people that few others have in common."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from math import log

from django.db.models import Count

from archive.models import Article, Event, EventMention, Mention, Person

MOST = 500  # articles that may have a thing in common for it to tell anything
LOOKED_FOR = 40  # things of one article, in order of their first mention
LOOKED_AT = 12  # candidates, of which the nearest in time are shown
SHOWN = 5

Thing = Event | Person


@dataclass(frozen=True)
class Related:
    """An article, and the events and people that it shares with another, the rarest first."""

    article: Article
    shares: tuple[Thing, ...]


def related_to(article: Article, about: Iterable[Thing], but: Collection[Article] = ()) -> list[Related]:
    """Return the articles that share most of what `article` is `about`, save those of `but`.

    A thing counts the more, the fewer articles have it: 1 / log(their number), so that a minister who is in
    the news each day counts for little (L. A. Adamic, E. Adar, "Friends and neighbors on the Web", 2003).
    """
    things = list(about)[:LOOKED_FOR]
    events = [thing for thing in things if isinstance(thing, Event)]
    people = [thing for thing in things if isinstance(thing, Person)]
    shared: dict[int, dict[Thing, float]] = defaultdict(dict)
    _share(shared, EventMention, "event", events)
    _share(shared, Mention, "person", people)
    for known in (article, *but):
        shared.pop(known.pk, None)
    best = sorted(shared, key=lambda key: (-sum(shared[key].values()), -key))[:LOOKED_AT]
    found = Article.objects.select_related("source").in_bulk(best)
    nearest = sorted(
        found.values(), key=lambda other: (-sum(shared[other.pk].values()), _days_between(article, other))
    )
    return [
        Related(other, tuple(sorted(shared[other.pk], key=lambda thing: -shared[other.pk][thing])))
        for other in nearest[:SHOWN]
    ]


def _share(
    shared: dict[int, dict[Thing, float]],
    mentions: type[EventMention] | type[Mention],
    field: str,
    things: list[Thing],
) -> None:
    """Note in `shared` which articles have which of `things`, and how much each counts."""
    by_key = {thing.pk: thing for thing in things}
    told = mentions.objects.filter(**{f"{field}__in": list(by_key)}).order_by()
    numbers = told.values_list(field).annotate(Count("article", distinct=True))
    weights = {key: 1 / log(number) for key, number in numbers if 1 < number <= MOST}
    for article, key in told.filter(**{f"{field}__in": list(weights)}).values_list("article", field):
        shared[article][by_key[key]] = weights[key]


def _days_between(one: Article, other: Article) -> int:
    return abs(((one.published or date.min) - (other.published or date.min)).days)
