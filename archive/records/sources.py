"""Sources as data: who publishes."""

from dataclasses import dataclass

from archive.models import Source

from .values import Absolute

SOURCES = Source.objects.all()


@dataclass(frozen=True)
class SourceRecord:
    """A publisher; `website` is its own, `country` ISO 3166-1 alpha-2."""

    id: int
    url: str
    name: str
    slug: str
    website: str | None
    country: str | None


def source_record(source: Source, absolute: Absolute) -> SourceRecord:
    """Return all that is known of `source`."""
    return SourceRecord(
        id=source.pk,
        url=absolute(source.get_absolute_url()),
        name=source.name,
        slug=source.slug,
        website=source.url or None,
        country=source.country or None,
    )
