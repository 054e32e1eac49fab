"""Who speaks and is spoken of."""

from django.db import models

from .addressing import address_of
from .fields import NOT_EMPTY, OF_ONE_PARTY, Lockable


class Party(Lockable):
    """What people and organizations have in common: one name to show, and an address."""

    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=300, unique=True)
    note = models.TextField(blank=True, help_text="for readers: one or two plain sentences")

    class Meta:
        abstract = True
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Person(Party):
    """A person under one name; every other name that means them is a `PersonName`."""

    class Meta(Party.Meta):
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["name", "id"], name="person_by_name")]

    def get_absolute_url(self) -> str:
        return address_of("person", self.slug)


class Organization(Party):
    """An organization that speaks or is spoken of."""

    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, e.g. RU")

    class Meta(Party.Meta):
        indexes = [models.Index(fields=["name", "id"], name="organization_by_name")]

    def get_absolute_url(self) -> str:
        return address_of("organization", self.slug)


class Mention(models.Model):
    """Where an article names a person or an organization: a span of its body."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="mentions", db_index=False
    )
    organization = models.ForeignKey(
        Organization, models.CASCADE, null=True, blank=True, related_name="mentions", db_index=False
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["article_id", "start", "id"]
        indexes = [
            models.Index(fields=["person", "article"], name="mention_of_person"),
            models.Index(fields=["organization", "article"], name="mention_of_organization"),
        ]
        constraints = [
            models.CheckConstraint(condition=OF_ONE_PARTY, name="mention_of_one_party"),
            models.CheckConstraint(condition=NOT_EMPTY, name="mention_span"),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.organization} in {self.article}"
