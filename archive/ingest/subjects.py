"""Sources and topics by their names, and an editor's word on which of them are one."""

from collections.abc import Iterable
from hashlib import sha256

from django.db import transaction
from django.utils.text import slugify

from archive.models import Article, Source, SourceSlug, Topic, TopicSlug
from archive.search.queue import enqueue

from .fitting import fitted


def source_named(name: str, known: dict[str, Source]) -> Source:
    """Return the source of this name or slug, made if the archive has none; it is put among the `known`."""
    slug = _slug(name, "source")
    if slug not in known:
        known[slug] = (
            Source.objects.filter(slug=slug).first()
            or Source.objects.filter(other_slugs__slug=slug).first()
            or Source.objects.create(slug=slug, name=fitted(Source, "name", name))
        )
    return known[slug]


def topics_named(names: Iterable[str], known: dict[str, Topic | None]) -> list[Topic]:
    """Return the topics of these names, made where the archive has none, each once; none that was removed.

    What is looked up is put among the `known`.
    """
    wanted = {_slug(name, "topic"): fitted(Topic, "name", name.strip()) for name in names if name.strip()}
    _look_up({slug: name for slug, name in wanted.items() if slug not in known}, known)
    return list(dict.fromkeys(known[slug] for slug in wanted if known[slug]))


def _look_up(wanted: dict[str, str], known: dict[str, Topic | None]) -> None:
    """Put the topics of these slugs and names among the `known`, made where the archive has none."""
    if not wanted:
        return
    known.update((topic.slug, topic) for topic in Topic.objects.filter(slug__in=wanted))
    if left := wanted.keys() - known:
        others = TopicSlug.objects.filter(slug__in=left).select_related("topic")
        known.update((other.slug, other.topic) for other in others)
    new = [Topic(slug=slug, name=name) for slug, name in wanted.items() if slug not in known]
    Topic.objects.bulk_create(new)
    known.update((topic.slug, topic) for topic in new)


@transaction.atomic
def merge_sources(kept: Source, others: Iterable[Source]) -> None:
    """Make `others` one with `kept`, now and whenever a page names them."""
    for other in others:
        Article.objects.filter(source=other).update(source=kept)
        other.other_slugs.update(source=kept)
        kept.url, kept.country = kept.url or other.url, kept.country or other.country
        other.delete()
        SourceSlug.objects.update_or_create(slug=other.slug, defaults={"source": kept})
    kept.save()
    enqueue([kept])


@transaction.atomic
def merge_topics(kept: Topic, others: Iterable[Topic]) -> None:
    """Make `others` one with `kept`, now and whenever a page names them."""
    through = Article.topics.through
    for other in others:
        articles = through.objects.filter(topic=other).values_list("article", flat=True)
        joined = (through(article_id=pk, topic=kept) for pk in articles)
        through.objects.bulk_create(joined, ignore_conflicts=True)
        other.other_slugs.update(topic=kept)
        other.delete()
        TopicSlug.objects.update_or_create(slug=other.slug, defaults={"topic": kept})
    enqueue([kept])


def remove_topic(topic: Topic) -> None:
    """Delete a topic, and remember that its names mean none."""
    slugs = [topic.slug, *topic.other_slugs.values_list("slug", flat=True)]
    topic.delete()
    TopicSlug.objects.bulk_create(TopicSlug(slug=slug) for slug in slugs)


def keep_slug(subject: Source | Topic, former: str) -> None:
    """Let a slug that a source or a topic had mean it from now on as well; its own one is an editor's."""
    for slug in {former, subject.slug} - {""}:
        field = subject._meta.model_name
        subject.other_slugs.model.objects.update_or_create(slug=slug, defaults={field: subject})


def _slug(name: str, kind: str) -> str:
    """Return the slug of a name; one without Latin letters gets a number that depends on it only."""
    return slugify(name)[:200] or f"{kind}-{sha256(name.encode()).hexdigest()[:8]}"
