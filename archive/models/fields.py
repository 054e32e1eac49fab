"""Fields that several models share."""

from django.db import models


class Precision(models.TextChoices):
    """How exactly a date is known."""

    MINUTE = "minute", "to the minute"
    DAY = "day", "to the day"
    MONTH = "month", "to the month"
    YEAR = "year", "to the year"
    UNKNOWN = "unknown", "unknown"


def dated_or_unknown(field: str, precision: str) -> models.Q:
    """Return the condition that `field` is null exactly where its precision is unknown."""
    return models.Q(**{f"{field}__isnull": True, precision: Precision.UNKNOWN}) | (
        models.Q(**{f"{field}__isnull": False}) & ~models.Q(**{precision: Precision.UNKNOWN})
    )


class Lockable(models.Model):
    """A row with fields that an editor has set by hand; their word is final, and no extraction changes them."""

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
