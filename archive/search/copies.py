"""Articles that carry the same text: an agency's dispatch in several papers, the same story sent twice."""

from dataclasses import dataclass

from django.db.models import Count

from archive.models import Article, TellingRun
from archive.models.likeness import runs_of

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
