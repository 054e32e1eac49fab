"""Who publishes: sources, and the addresses that they had."""

from django.db import models

from .addressing import address_of


class Source(models.Model):
    """A publisher: an agency, a newspaper, a ministry's own site."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    url = models.URLField(max_length=500, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, e.g. RU")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("source", self.slug)


class SourceSlug(models.Model):
    """A slug by which pages name a source beside its own: of one merged with it, or one it had before."""

    slug = models.SlugField(max_length=200, unique=True)
    source = models.ForeignKey(Source, models.CASCADE, related_name="other_slugs")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
