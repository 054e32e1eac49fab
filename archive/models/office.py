"""Who holds which post, and when."""

from django.db import models

from .party import Person


class OfficeQuerySet(models.QuerySet):
    """Offices, with the time for which the archive knows them."""

    def with_dates(self) -> "OfficeQuerySet":
        """Add `first` and `last`, the dates of the earliest and the latest article that says so, or None."""
        dates = {"first": models.Min("articles__published"), "last": models.Max("articles__published")}
        return self.annotate(**dates).order_by(models.F("last").desc(nulls_last=True), "title")


class Office(models.Model):
    """A post that someone holds; `articles` are those that say so, and their dates tell when.

    What an editor entered is `confirmed` and stays without any article.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="offices")
    title = models.CharField(max_length=300)
    organization = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, e.g. RU")
    articles = models.ManyToManyField("archive.Article", blank=True, related_name="offices")
    confirmed = models.BooleanField(default=False, help_text="entered or confirmed by an editor")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["person_id", "title"]
        constraints = [
            models.UniqueConstraint(fields=["person", "title", "organization", "country"], name="office_once")
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.organization) if part)
