"""The names of facets' choices by their slugs, in one query for all facets that are not remembered."""

import re
from collections.abc import Iterable, Mapping

from django.db import connection

from archive.models import Event, Organization, Person, Source, Topic

from .countries import country_names
from .freshness import Remembered

MODELS = (
    ("speaker", Person), ("speaker", Organization), ("source", Source), ("event", Event), ("topic", Topic),
)  # fmt: skip
KIND_NAMES = {"direct": "Word for word", "mixed": "Partly quoted", "indirect": "Reported"}
SLUG = re.compile(r"[-\w]{1,300}")

Labels = dict[tuple[str, str], str]  # by facet and slug

_remembered = Remembered()


def find_labels(slugs: Mapping[str, Iterable[str]]) -> Labels:
    """Return the labels of those of each facet's `slugs` that exist, among others."""
    labels: Labels = _remembered.now()
    labels |= _read_labels(
        {facet: [slug for slug in asked if (facet, slug) not in labels] for facet, asked in slugs.items()}
    )
    return labels


def _read_labels(slugs: Mapping[str, Iterable[str]]) -> Labels:
    names = {"country": country_names(), "kind": KIND_NAMES}
    labels = {
        (facet, slug): known[slug]
        for facet, known in names.items()
        for slug in slugs.get(facet, ())
        if slug in known
    }
    for facet, slug, label in _named_rows(slugs):
        labels.setdefault((facet, slug), label)
    return labels


def _named_rows(slugs: Mapping[str, Iterable[str]]) -> list[tuple[str, str, str]]:
    """Return facet, slug and name of the rows with one of `slugs`.

    In SQL, because each search asks it, and building the same from five query sets takes ten times as long.
    """
    selects, values = [], []
    for facet, model in MODELS:
        wanted = [slug for slug in slugs.get(facet, ()) if SLUG.fullmatch(slug)]
        if wanted:
            places = ", ".join(["%s"] * len(wanted))
            table = connection.ops.quote_name(model._meta.db_table)
            selects.append(f"SELECT '{facet}', slug, name FROM {table} WHERE slug IN ({places})")  # noqa: S608
            values += wanted
    if not selects:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects), values)
        return cursor.fetchall()


def known_slugs(slugs: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return those of each facet's `slugs` that exist now."""
    known = _read_labels(slugs)
    return {facet: {slug for slug in asked if (facet, slug) in known} for facet, asked in slugs.items()}
