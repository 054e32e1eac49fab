"""Articles that carry the same text: an agency's dispatch in several papers, the same story sent twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest

from django.db import connection
from django.db.models import Count

from archive.models import Article, TellingRun
from archive.models.likeness import KEPT, runs_of

from .results import Hit

LOOKED_AT = 12  # candidates whose bodies are compared word for word
ALIKE = 0.6  # of the shorter text's runs of words, the share that stands in the longer as well


@dataclass(frozen=True)
class Copy:
    """An article and how much of the shorter text, 0 to 1, stands in both, word for word."""

    article: Article
    shared: float


def copies_of(article: Article) -> list[Copy]:
    """Return articles whose text is nearly that of `article`, or a part of it; the nearest few first."""
    ours = runs_of(article.body)
    found = [Copy(other, _shared(ours, runs_of(other.body))) for other in _candidates(article)]
    return sorted((copy for copy in found if copy.shared >= ALIKE), key=lambda copy: -copy.shared)


def fold_copies(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return `hits`, articles, without copies of one that comes before: that one has them in `copies`."""
    hits = list(hits)
    drawn = _drawn_of([hit.id for hit in hits])
    folded: list[list[Hit]] = []
    having: dict[int, list[int]] = defaultdict(list)  # the places in `folded` of what begins with such a hit
    for hit in hits:
        ours = drawn[hit.id]
        sharing = sorted({place for number in ours for place in having.get(number, ())})
        likes = (folded[place] for place in sharing if _seem_alike(drawn[folded[place][0].id], ours))
        if (group := next(likes, None)) is not None:
            group.append(hit)
            continue
        for number in ours:
            having[number].append(len(folded))
        folded.append([hit])
    return tuple(replace(first, copies=tuple(others)) if others else first for first, *others in folded)


def _drawn_of(articles: Collection[int]) -> dict[int, set[int]]:
    """Return the numbers of the telling runs of each of `articles`: in SQL, because each search asks it."""
    drawn: dict[int, set[int]] = defaultdict(set)
    table, places = TellingRun._meta.db_table, ", ".join(["%s"] * len(articles))
    if articles:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT article_id, number FROM {table} WHERE article_id IN ({places})",  # noqa: S608
                articles,
            )
            for article, number in cursor.fetchall():
                drawn[article].add(number)
    return drawn


def _seem_alike(ours: set[int], theirs: set[int]) -> bool:
    """Tell whether two articles have about `ALIKE` of all their runs in common, by those drawn of each.

    Of the `KEPT` smallest numbers of both, as large a share is in both as of all (Broder, 1997).
    """
    shared = len(ours & theirs)
    if shared < ALIKE * min(KEPT, max(len(ours), len(theirs))):  # too few, whichever are the smallest
        return False
    smallest = nsmallest(KEPT, ours | theirs)
    return len(ours & theirs & set(smallest)) >= ALIKE * len(smallest)


def _candidates(article: Article) -> list[Article]:
    """Return the articles with which `article` shares most telling runs."""
    numbers = article.telling_runs.values("number")
    sharing = (
        TellingRun.objects.filter(number__in=numbers)
        .exclude(article=article)
        .values("article")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "article")[:LOOKED_AT]
    )
    return list(Article.objects.filter(pk__in=[row["article"] for row in sharing]).select_related("source"))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / min(len(ours), len(theirs))
