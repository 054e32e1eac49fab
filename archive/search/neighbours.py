"""What a speaker said last before a statement, and first after it, in other articles."""

from typing import Literal

from django.db.models import Exists, OuterRef, Q

from archive.models import Article, Statement

MANY = 500  # statements of one speaker; of more, one in the next few articles is likely

Side = Literal["lt", "gt"]


def said_before(statement: Statement) -> Statement | None:
    """Return the last statement of the same speaker in an earlier article; None where there is none."""
    return _nearest(statement, "lt", "-")


def said_after(statement: Statement) -> Statement | None:
    """Return the first statement of the same speaker in a later article; None where there is none."""
    return _nearest(statement, "gt", "")


def _nearest(statement: Statement, side: Side, sign: Literal["", "-"]) -> Statement | None:
    """Return the nearest statement on one `side` in time; undated articles are on neither."""
    speaker = {"person": statement.person} if statement.person else {"organization": statement.organization}
    day, own = statement.article.published, Statement.objects.filter(**speaker)
    if statement.speaker is None or day is None:
        return None
    later = Q(**{f"published__{side}": day}) | Q(**{f"pk__{side}": statement.article_id})
    beyond = Q(**{f"published__{side}e": day}) & later  # the first part lets the database use its index
    # Both ways find the same: from article to article until the speaker is in one, or all of the speaker's.
    if own.order_by()[: MANY + 1].count() > MANY:
        articles = Article.objects.filter(beyond, Exists(own.filter(article=OuterRef("pk"))))
    else:
        articles = Article.objects.filter(beyond, pk__in=own.values("article"))
    nearest = articles.order_by(f"{sign}published", f"{sign}pk").first()
    return (
        nearest and own.filter(article=nearest).select_related("article").order_by(f"{sign}position").first()
    )
