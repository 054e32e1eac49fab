"""Which organization a name means."""

from importlib import import_module

import pytest
from django.apps import apps

from archive.ingest.keys import organization_key
from archive.models import Identification, Organization, OrganizationName, Person

from .records import organization, person, put_article, said

pytestmark = pytest.mark.django_db


def tell(name, country=None):
    """Store an article in which an organization speaks; return it."""
    body = f"The {name} met. “No comment,” the {name} said. Paper {Organization.objects.count()}."
    statement = said(body, "No comment,", name, kind="organization")
    article = put_article(body, organizations=(organization(body, name, country),), statements=(statement,))
    return article.statements.get().organization


def test_ministries_of_one_name_are_told_apart_by_their_countries():
    assert tell("Foreign Ministry", "RU") != tell("Foreign Ministry", "TR")
    assert tell("Foreign Ministry", "RU") == tell("foreign ministry", "RU")


def test_a_shared_name_without_a_country_is_nobodys_in_particular():
    assert tell("Foreign Ministry") not in {tell("Foreign Ministry", "RU"), tell("Foreign Ministry", "TR")}


def test_a_name_that_only_one_bears_needs_no_country():
    assert tell("Baltic Union") == tell("Baltic Union", "EE") == tell("Baltic Union")
    assert Organization.objects.get().country == "EE"


def test_an_organization_of_a_country_is_one_however_the_country_is_told():
    assert tell("Government of Norway", "NO") == tell("Norwegian Government", "NO")
    assert tell("Scottish Government", "GB") != tell("British Government", "GB")


def test_names_that_were_there_before_are_compared_as_new_ones_are():
    navy = tell("Navy of Norway", "NO")
    OrganizationName.objects.update(key="navy of norway")
    article = navy.mentions.get().article
    ruling = Identification.objects.create(article=article, key="navy of norway", organization=navy)
    name = "archive.migrations.0005_organizations_of_one_country_are_compared_without_its_name"
    import_module(name).compare_anew(apps, None)
    ruling.refresh_from_db()
    assert navy.names.get().key == ruling.key == organization_key("Norwegian Navy")


def test_people_and_organizations_never_share_an_address():
    body = "Nova Terra came."
    put_article(body, people=(person(body, "Nova Terra"),))
    assert Person.objects.get().slug == "nova-terra"
    assert tell("Nova Terra").slug == "nova-terra-2"
