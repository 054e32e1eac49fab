"""The names of facets' choices by their slugs, in one query for all facets."""

import re
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet, Value

from archive.models import Event, Organization, Person, Source, Topic

from .countries import country_names

MODELS = (
    ("speaker", Person), ("speaker", Organization), ("source", Source), ("event", Event), ("topic", Topic),
)  # fmt: skip
SLUG = re.compile(r"[-\w]{1,300}")

Labels = dict[str, dict[str, str]]


def find_labels(slugs: Mapping[str, Iterable[str]]) -> Labels:
    """Return for each facet the labels of those of its `slugs` that exist."""
    labels: Labels = {facet: {} for facet in slugs}
    if "country" in slugs:
        names = country_names()
        labels["country"] = {code: names[code] for code in slugs["country"] if code in names}
    queries = [_query(facet, model, slugs.get(facet, ())) for facet, model in MODELS]
    queries = [query for query in queries if query is not None]
    if queries:
        for facet, slug, label in queries[0].union(*queries[1:], all=True):
            labels[facet].setdefault(slug, label)
    return labels


def _query(facet: str, model: type, slugs: Iterable[str]) -> QuerySet | None:
    wanted = [slug for slug in slugs if SLUG.fullmatch(slug)]
    if not wanted:
        return None
    rows = model.objects.filter(slug__in=wanted).order_by()
    return rows.annotate(facet=Value(facet)).values_list("facet", "slug", "name")


def known_slugs(slugs: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return those of each facet's `slugs` that exist."""
    return {facet: set(labels) for facet, labels in find_labels(slugs).items()}
