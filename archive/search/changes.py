"""Which documents a changed row makes out of date.

Everything is told in articles: an article's task stands for its document and those of all its statements.
A row that many articles show (a person, a source) gets one task of its own, so that renaming someone with
thousands of statements costs the editor nothing; `articles_showing` takes it apart later.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model

from archive.models import (
    Article,
    Event,
    EventMention,
    IndexTask,
    Mention,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Source,
    Statement,
    Topic,
)

# Where a row of each kind says which row's task it needs: the model of that row and the field with its key.
OWNERS: dict[type[Model], tuple[type[Model], str]] = {
    Article: (Article, "pk"),
    Statement: (Article, "article_id"),
    Mention: (Article, "article_id"),
    EventMention: (Article, "article_id"),
    Person: (Person, "pk"),
    PersonName: (Person, "person_id"),
    Organization: (Organization, "pk"),
    OrganizationName: (Organization, "organization_id"),
    Office: (Office, "pk"),
    Source: (Source, "pk"),
    Topic: (Topic, "pk"),
    Event: (Event, "pk"),
}
JOINS = (
    Article.topics.through,
    Article.events.through,
    Statement.events.through,
    Office.articles.through,
)

# Where the articles that show a row are found, by the row's label.
SHOWN: dict[str, tuple[tuple[type[Model], str, str], ...]] = {
    Person._meta.label_lower: ((Statement, "person", "article"), (Mention, "person", "article")),
    Organization._meta.label_lower: (
        (Statement, "organization", "article"),
        (Mention, "organization", "article"),
    ),
    Office._meta.label_lower: ((Article, "offices", "pk"),),
    Source._meta.label_lower: ((Article, "source", "pk"),),
    Topic._meta.label_lower: ((Article, "topics", "pk"),),
    Event._meta.label_lower: ((EventMention, "event", "article"), (Statement, "events", "article")),
}
ARTICLE, STATEMENT = Article._meta.label_lower, Statement._meta.label_lower
IN_TIME = f"{ARTICLE} in time"  # an article that shows a row that many show: nobody waits for just this one


def task_for(row: Model) -> IndexTask:
    """Return the task that a change of `row` needs."""
    model, field = OWNERS[type(row)]
    return task(model._meta.label_lower, getattr(row, field))


def tasks_of_deleted(row: Model) -> Iterator[IndexTask]:
    """Yield the tasks that deleting `row` needs; to be asked while its relations are still there."""
    if isinstance(row, Statement):
        yield task(STATEMENT, row.pk)
    if type(row)._meta.label_lower in SHOWN:
        yield from (task(ARTICLE, key) for key in articles_showing(row._meta.label_lower, [row.pk]))
    else:
        yield task_for(row)


def tasks_of_joined(row: Model, model: type[Model], keys: Iterable[Any] | None) -> Iterator[IndexTask]:
    """Yield the tasks for joining `row` to the rows of `model` with `keys` (None: to all that it is)."""
    if isinstance(row, Article | Statement):
        yield task_for(row)
    elif keys is None:
        yield from (task(ARTICLE, key) for key in articles_showing(row._meta.label_lower, [row.pk]))
    elif model is Statement:
        articles = Statement.objects.filter(pk__in=keys).order_by().values_list("article", flat=True)
        yield from (task(ARTICLE, key) for key in articles.distinct())
    else:
        yield from (task(model._meta.label_lower, key) for key in keys)


def task(label: str, key: Any) -> IndexTask:
    """Return a task that is not saved yet."""
    return IndexTask(label=label, key=str(key))


def articles_showing(label: str, keys: Iterable[Any]) -> set[Any]:
    """Return the keys of the articles whose documents, or whose statements', show one of the rows."""
    keys = list(keys)
    return {
        article
        for model, field, article_field in SHOWN[label]
        for article in model.objects.filter(**{f"{field}__in": keys})
        .order_by()
        .values_list(article_field, flat=True)
        .distinct()
    }
