"""By which names the archive knows whom."""

from django.db import models

from .fields import OF_ONE_PARTY
from .party import Organization, Person


class Name(models.Model):
    """A name that someone or something goes by. `key` is its comparable form (see `archive.ingest.keys`).

    What an editor entered is `confirmed`: it means this one, whatever an extraction thinks.
    """

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=400, db_index=True, editable=False)
    confirmed = models.BooleanField(default=False, help_text="entered or confirmed by an editor")

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonName(Name):
    """A name of a person. Two people may share one; one person has it once."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    surname = models.CharField(
        max_length=300, db_index=True, editable=False, help_text="the comparable form of the last word"
    )

    class Meta(Name.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="personname_once")]


class OrganizationName(Name):
    """A name of an organization."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="organizationname_once")]


class EventName(Name):
    """Words in which articles tell of an event; its `key` holds the date as well."""

    event = models.ForeignKey("archive.Event", models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="eventname_once")]


class Identification(models.Model):
    """An editor's word on whom a name means in one article; kept when one person is split into two."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="identifications")
    key = models.CharField(max_length=400, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="identifications")
    organization = models.ForeignKey(
        Organization, models.CASCADE, null=True, blank=True, related_name="identifications"
    )

    class Meta:
        ordering = ["article_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="identification_once"),
            models.CheckConstraint(condition=OF_ONE_PARTY, name="identification_of_one_party"),
        ]

    def __str__(self) -> str:
        return f"“{self.key}” is {self.person or self.organization} in {self.article}"


class Address(models.Model):
    """A slug that a person, an organization or an event has or once had; none is ever given to another.

    Rows are written by the database itself whenever a slug is set (see `archive.models.triggers`), so that no
    two share one and a former address still leads to its owner.
    """

    slug = models.SlugField(max_length=300, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="addresses")
    organization = models.ForeignKey(Organization, models.CASCADE, null=True, related_name="addresses")
    event = models.ForeignKey("archive.Event", models.CASCADE, null=True, related_name="addresses")

    class Meta:
        ordering = ["slug"]
        verbose_name_plural = "addresses"

    def __str__(self) -> str:
        return self.slug

    @property
    def owner(self) -> models.Model:
        """Whose address it is."""
        return self.person or self.organization or self.event
