"""Who speaks and is spoken of."""

from django.db import models
from django.urls import reverse

from .fields import Lockable

ONE_PARTY = models.Q(person__isnull=False, organization__isnull=True) | models.Q(
    person__isnull=True, organization__isnull=False
)


class Party(Lockable):
    """What people and organizations have in common: one name to show, and an address."""

    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=300, unique=True)
    note = models.TextField(blank=True, help_text="for readers: one or two plain sentences")

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(Party):
    """A person under one name; every other name that means them is a `PersonName`."""

    class Meta(Party.Meta):
        verbose_name_plural = "people"

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])


class Organization(Party):
    """An organization that speaks or is spoken of."""

    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, e.g. RU")

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.slug])


class Name(models.Model):
    """A name that someone goes by. `key` is its comparable form; what an editor entered is `confirmed`."""

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True, editable=False)
    confirmed = models.BooleanField(default=False, help_text="entered or confirmed by an editor")

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonName(Name):
    """A name of a person. Two people may share one; one person has it once."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="personname_once")]


class OrganizationName(Name):
    """A name of an organization."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        constraints = [models.UniqueConstraint(fields=["organization", "key"], name="organizationname_once")]


class Office(models.Model):
    """A post that someone holds; `articles` are those that say so, and their dates tell when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="offices")
    title = models.CharField(max_length=300)
    organization = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, e.g. RU")
    articles = models.ManyToManyField("archive.Article", blank=True, related_name="offices")

    class Meta:
        ordering = ["person", "title"]
        constraints = [
            models.UniqueConstraint(fields=["person", "title", "organization", "country"], name="office_once")
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.organization) if part)


class Mention(models.Model):
    """Where an article names a person or an organization: a span of its body."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="mentions")
    organization = models.ForeignKey(
        Organization, models.CASCADE, null=True, blank=True, related_name="mentions"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(condition=ONE_PARTY, name="mention_of_one_party"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="mention_span"),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.organization} in {self.article}"
