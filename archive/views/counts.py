"""Numbers beside the rows of a list."""

from django.db.models import Func, Model, OuterRef, Subquery


def count_of(things: type[Model], field: str) -> Subquery:
    """Return, for an annotation, how many `things` have the row beside it in `field`.

    Unlike ``Count`` over a join, it is worked out for the rows of the page only, not for all before them.
    """
    theirs = things.objects.filter(**{field: OuterRef("pk")}).order_by()
    return Subquery(theirs.annotate(count=Func("pk", function="COUNT")).values("count"))
