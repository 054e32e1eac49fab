"""The articles that name someone, whoever speaks in them, each with the first words that do."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import F, Model
from django.http import QueryDict

from archive.models import Article, Mention

PER_PAGE = 10
MOST = 1000  # articles that can be turned to
BEFORE = 160  # characters, at most, shown before the name


@dataclass(frozen=True)
class Found:
    """How many articles name someone, and the keys of the newest of them."""

    total: int
    newest: list[int]


@dataclass(frozen=True)
class Naming:
    """An article that names someone: the words around the name, and the address of where they stand."""

    article: Article
    before: str
    name: str
    after: str
    address: str


def find_articles_naming(party: Model) -> Found:
    """Return which articles name `party`; it takes all of them to tell."""
    naming = party.mentions.order_by().values("article").distinct()
    total, articles = naming.count(), Article.objects.all()
    if total > MOST:
        # Of so many, the newest are found first by going through all articles by date, in an index that has
        # nothing else: the sum keeps SQLite from looking each of them up.
        articles = articles.annotate(key=F("pk") + 0).filter(key__in=naming)
    else:
        articles = articles.filter(pk__in=naming)
    return Found(total, list(articles.values_list("pk", flat=True)[:MOST]))


def page_of_namings(party: Model, found: Found, params: QueryDict) -> tuple[Page, list[Naming]]:
    """Return the page that ``named=`` asks for, the nearest where there is none, and what stands on it."""
    page = Paginator(found.newest, PER_PAGE).get_page(params.get("named", 1))
    firsts: dict[int, Mention] = {}
    for mention in party.mentions.filter(article__in=list(page)).order_by("start"):
        firsts.setdefault(mention.article_id, mention)
    articles = Article.objects.select_related("source").defer("boilerplate").in_bulk(firsts)
    return page, [_naming(articles[pk], firsts[pk]) for pk in page if pk in articles]


def _naming(article: Article, mention: Mention) -> Naming:
    number, start, text = _paragraph_of(article, mention)
    first, last = mention.start - start, mention.end - start
    since = text.find(" ", first - BEFORE) + 1 if first > BEFORE else 0
    return Naming(
        article,
        before=f"… {text[since:first]}" if since else text[:first],
        name=text[first:last],
        after=text[last:],
        address=f"{article.get_absolute_url()}#p{number}",
    )


def _paragraph_of(article: Article, mention: Mention) -> tuple[int, int, str]:
    """Return the number of the paragraph that a mention stands in, where it begins, and its text."""
    paragraphs = enumerate(article.paragraphs(), 1)
    number, (start, text) = max(one for one in paragraphs if one[1][0] <= mention.start)
    return number, start, text
