"""What editors removed of what an extraction said: no later run brings it back while the removal is there."""

from django.conf import settings
from django.db import models

from .party import Organization, Person


class Removal(models.Model):
    """Who removed it, and when."""

    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    removed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-removed_at", "-id"]


class NameRemoval(Removal):
    """A name that does not mean this person, organization or event; where it says none, it means none at all.

    `key` is the comparable form of the whole name (see `archive.ingest.removing`).
    """

    class Kind(models.TextChoices):
        PERSON = "person", "a person"
        ORGANIZATION = "organization", "an organization"
        EVENT = "event", "an event"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=400, db_index=True, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="name_removals")
    organization = models.ForeignKey(
        Organization, models.CASCADE, null=True, blank=True, related_name="name_removals"
    )
    event = models.ForeignKey(
        "archive.Event", models.CASCADE, null=True, blank=True, related_name="name_removals"
    )

    def __str__(self) -> str:
        return f"“{self.name}” is not {self.owner or self.get_kind_display()}"

    @property
    def owner(self) -> models.Model | None:
        """Whom the name does not mean; None where it means nobody of its kind."""
        return self.person or self.organization or self.event


class OfficeRemoval(Removal):
    """An office that someone does not hold, whatever an article seems to say."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="office_removals")
    title = models.CharField(max_length=300)
    organization = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=2, blank=True)

    class Meta(Removal.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["person", "title", "organization", "country"], name="officeremoval_once"
            )
        ]

    def __str__(self) -> str:
        office = ", ".join(part for part in (self.title, self.organization) if part)
        return f"{self.person} is not {office}"
