"""The articles that name someone, whoever speaks in them, each with the first sentence that does."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Model
from django.http import QueryDict

from archive.extraction.sentences import read_text
from archive.models import Article, Mention

PER_PAGE = 10
MOST = 1000  # articles that can be turned to


@dataclass(frozen=True)
class Found:
    """How many articles name someone, and the keys of the newest of them."""

    total: int
    newest: list[int]


@dataclass(frozen=True)
class Naming:
    """An article that names someone: the sentence in three parts, the name in the middle, and where it is."""

    article: Article
    before: str
    name: str
    after: str
    address: str


def find_articles_naming(party: Model) -> Found:
    """Return which articles name `party`; it takes all of them to tell."""
    articles = Article.objects.filter(pk__in=party.mentions.values("article"))
    newest = list(articles.values_list("pk", flat=True)[:MOST])
    return Found(len(newest) if len(newest) < MOST else articles.count(), newest)


def page_of_namings(party: Model, found: Found, params: QueryDict) -> tuple[Page, list[Naming]]:
    """Return the page that ``named=`` asks for, the nearest where there is none, and what stands on it."""
    page = Paginator(found.newest, PER_PAGE).get_page(params.get("named", 1))
    firsts: dict[int, Mention] = {}
    for mention in party.mentions.filter(article__in=list(page)).order_by("start"):
        firsts.setdefault(mention.article_id, mention)
    articles = Article.objects.select_related("source").defer("boilerplate").in_bulk(firsts)
    return page, [_naming(articles[pk], firsts[pk]) for pk in page if pk in articles]


def _naming(article: Article, mention: Mention) -> Naming:
    for number, (offset, text) in enumerate(article.paragraphs(), 1):
        for first, last in read_text(text).sentences if offset + len(text) > mention.start else ():
            start, end = offset + first, offset + last
            if end > mention.start:
                return Naming(
                    article,
                    before=article.body[start : mention.start],
                    name=article.body[mention.start : mention.end],
                    after=article.body[mention.end : max(end, mention.end)],
                    address=f"{article.get_absolute_url()}#p{number}",
                )
    return Naming(article, "", article.body[mention.start : mention.end], "", article.get_absolute_url())
