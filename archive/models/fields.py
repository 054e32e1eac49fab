"""Fields and conditions that several models share."""

from typing import Any

from django.db import models


class Precision(models.TextChoices):
    """How exactly a date is known."""

    MINUTE = "minute", "to the minute"
    DAY = "day", "to the day"
    MONTH = "month", "to the month"
    YEAR = "year", "to the year"
    UNKNOWN = "unknown", "unknown"


DATED_OR_UNKNOWN = "Give a date together with its precision, or neither: no date has the precision unknown."
NOT_EMPTY = models.Q(start__lt=models.F("end"))
OF_ONE_PARTY = models.Q(person__isnull=False) ^ models.Q(organization__isnull=False)


class NewestFirstIndex(models.Index):
    """An index that answers an ordering by descending dates with undated rows last.

    PostgreSQL has to be told where nulls go; SQLite puts them there unasked, and refuses to be told.
    """

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """Return the statement that creates the index."""
        index = models.Index(fields=self.fields, name=self.name)
        if schema_editor.connection.vendor == "postgresql":
            nullable = {field.name for field in model._meta.fields if field.null}
            index.fields_orders = [
                (name, f"{order} NULLS LAST" if order and name in nullable else order)
                for name, order in self.fields_orders
            ]
        return index.create_sql(model, schema_editor, using, **kwargs)


def dated_or_unknown(field: str, precision: str) -> models.Q:
    """Return the condition that `field` is null exactly where its precision is unknown."""
    return models.Q(**{f"{field}__isnull": True, precision: Precision.UNKNOWN}) | (
        models.Q(**{f"{field}__isnull": False}) & ~models.Q(**{precision: Precision.UNKNOWN})
    )


class Lockable(models.Model):
    """A row with fields that an editor has set by hand; no extraction changes them."""

    locked = models.JSONField(
        default=list, blank=True, editable=False, help_text="names of the fields that an editor has set"
    )

    class Meta:
        abstract = True

    def lock(self, *fields: str) -> None:
        """Mark `fields` as set by an editor; the caller saves."""
        self.locked = sorted({*self.locked, *fields})

    def is_locked(self, field: str) -> bool:
        """Whether an editor has set `field`."""
        return field in self.locked
