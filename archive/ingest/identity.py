"""Is this Lavrov that Lavrov? Which row a name in a Record means, and a new row where the archive has none."""

import re
import unicodedata

from django.db import models
from django.utils.text import slugify

from archive.extraction.record import EventFound, PersonFound
from archive.models import (
    Event,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Source,
    Topic,
)

# Spellings of one name in Latin letters, after accents are gone: Sergei, Sergey and Sergej are one.
SPELLINGS = (("ei\\b|ej\\b|ey\\b|yi\\b|iy\\b|ij\\b|y\\b", "i"), ("yu", "iu"), ("ya", "ia"), ("kh", "h"), ("x", "ks"))
# Letters that no decomposition takes apart.
LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"})
DOUBLED = re.compile(r"([a-z])\1+")


def name_key(name: str) -> str:
    """Return the comparable form of a name: Erdoğan and Erdogan, Kim Jong-Un and Kim Jong Un, Sergei and Sergey agree."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = " ".join(re.sub(r"[^\w\s]|_", " ", plain.replace("'", "").replace("’", "")).split())
    for pattern, spelling in SPELLINGS:
        plain = re.sub(pattern, spelling, plain)
    return DOUBLED.sub(r"\1", plain)[:300]


def unused_slug(model: type[models.Model], text: str) -> str:
    """Return a slug for `text` that no row of `model` has."""
    base = slugify(text)[:80] or slugify(name_key(text), allow_unicode=False) or model._meta.model_name
    taken = set(model.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def person_named(found: PersonFound) -> Person:
    """Return the person whom the archive knows by this name.

    An editor's alias goes before what an extraction found. Two people of one name are told apart by the country
    of their offices; where that does not decide, the one who is named so most is meant.
    """
    key = name_key(found.name)
    known = PersonName.objects.filter(key=key).select_related("person").order_by("-confirmed", "person_id")
    people = list(dict.fromkeys(name.person for name in known))
    if not people:
        person = Person.objects.create(name=found.name[:300], slug=unused_slug(Person, found.name))
        PersonName.objects.create(person=person, name=found.name[:300], key=key)
        return person
    return people[0] if len(people) == 1 else _by_country(people, found)


def _by_country(people: list[Person], found: PersonFound) -> Person:
    countries = {role.country for role in found.roles if role.country}
    for person in people:
        if countries & set(person.offices.values_list("country", flat=True)):
            return person
    return people[0]


def organization_named(name: str, country: str | None) -> Organization:
    """Return the organization of this name (and country, where the name alone is shared: many a Foreign Ministry)."""
    key = name_key(name)
    known = OrganizationName.objects.filter(key=key).select_related("organization").order_by("-confirmed", "id")
    for alias in known:
        if not country or alias.organization.country in ("", country):
            return alias.organization
    organization = Organization.objects.create(
        name=name[:300], slug=unused_slug(Organization, name), country=country or ""
    )
    OrganizationName.objects.create(organization=organization, name=name[:300], key=key)
    return organization


def source_named(name: str) -> Source:
    """Return the source of this name or slug."""
    slug = slugify(name)[:200] or "source"
    return Source.objects.get_or_create(slug=slug, defaults={"name": name[:200]})[0]


def topic_named(name: str) -> Topic:
    """Return the topic of this name."""
    slug = slugify(name)[:200] or name_key(name).replace(" ", "-")[:200] or "topic"
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name[:200]})[0]


def event_found(found: EventFound) -> Event:
    """Return the event of this date and description: two articles that tell of one, in the same words, share it."""
    key = f"{found.date or ''}|{found.precision}|{' '.join(sorted(set(name_key(found.what).split())))}"[:400]
    known = Event.objects.filter(key=key).first()
    return known or Event.objects.create(
        name=found.what[:300],
        slug=unused_slug(Event, f"{found.what} {found.date or ''}"),
        key=key,
        date=found.date,
        precision=found.precision if found.date else "unknown",
        place=(found.place or "")[:200],
    )
