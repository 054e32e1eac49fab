"""Sources and topics by their names."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils.text import slugify

from archive.models import Source, Topic

from .fitting import fitted


def source_named(name: str) -> Source:
    """Return the source of this name or slug, made if the archive has none."""
    defaults = {"name": fitted(Source, "name", name)}
    return Source.objects.get_or_create(slug=_slug(name, "source"), defaults=defaults)[0]


def topics_named(names: Iterable[str]) -> list[Topic]:
    """Return the topics of these names, made where the archive has none, each once."""
    wanted = {_slug(name, "topic"): fitted(Topic, "name", name.strip()) for name in names if name.strip()}
    if not wanted:
        return []
    known = {topic.slug: topic for topic in Topic.objects.filter(slug__in=wanted)}
    new = [Topic(slug=slug, name=name) for slug, name in wanted.items() if slug not in known]
    Topic.objects.bulk_create(new)
    known |= {topic.slug: topic for topic in new}
    return [known[slug] for slug in wanted]


def _slug(name: str, kind: str) -> str:
    """Return the slug of a name; one without Latin letters gets a number that depends on it only."""
    return slugify(name)[:200] or f"{kind}-{sha256(name.encode()).hexdigest()[:8]}"
