"""What an editor removed stays away, whatever a later extraction says."""

import pytest

from archive.ingest.removing import note_name_removed, note_office_removed, note_removed
from archive.models import Dismissal, Event, NameRemoval, Office, Organization, Person, Statement

from .records import event, organization, person, put_article, said

pytestmark = pytest.mark.django_db
URL = "https://wire.example/a"


def tell(name, title=None, country=None, number=0, **found):
    """Store an article in which `name` speaks; return its statement."""
    body = f"{name} came. “We shall see,” {name} said. It was noon {number}."
    found |= {"people": (person(body, name, title, country),)}
    return put_article(body, statements=(said(body, "We shall see,", name),), **found).statements.get()


def test_a_name_that_an_editor_removed_means_someone_else():
    ana = tell("Ana Ilves").person
    tell("Ana Maria Ilves", number=1)
    ana.names.get(name="Ana Maria Ilves").delete()
    note_name_removed(ana, "Ana Maria Ilves", None)
    other = tell("Ana Maria Ilves", number=2).person
    assert other != ana and tell("Ana Maria Ilves", number=3).person == other
    assert tell("Ana Ilves", number=4).person == ana
    assert [str(name) for name in ana.names.all()] == ["Ana Ilves"]


def test_who_was_removed_as_no_person_is_none_later_either():
    post = tell("Washington Post").person
    Statement.objects.all().delete()
    note_removed(post, None)
    post.delete()
    statement = tell("Washington Post", number=1)
    assert (statement.person, statement.unnamed) == (None, "Washington Post")
    assert not Person.objects.exists()


def test_a_removal_that_is_deleted_allows_the_name_again():
    ana = tell("Ana Ilves").person
    note_removed(ana, None)
    NameRemoval.objects.all().delete()
    assert tell("Ana Ilves", number=1).person == ana


def test_an_office_that_an_editor_removed_is_not_found_again():
    ana = tell("Ana Ilves", "Envoy", "EE").person
    office = ana.offices.get()
    note_office_removed(office, None)
    office.delete()
    tell("Ana Ilves", "Envoy", "EE", number=1)
    tell("Ana Ilves", "Minister", "EE", number=2)
    assert [office.title for office in Office.objects.all()] == ["Minister"]


def test_an_event_that_an_editor_removed_is_not_found_again():
    body = "In Riga, the ferry sank."
    happened = put_article(body, events=(event(body, "the ferry sank", "2016-03-04"),)).events.get()
    note_removed(happened, None)
    happened.delete()
    body += " Again."
    put_article(body, events=(event(body, "the ferry sank", "2016-03-04"),))
    assert not Event.objects.exists()


def test_an_organization_that_an_editor_removed_is_not_found_again():
    body = "The Baltic Union met."
    put_article(body, organizations=(organization(body, "Baltic Union"),))
    note_removed(Organization.objects.get(), None)
    Organization.objects.all().delete()
    body += " Again."
    put_article(body, organizations=(organization(body, "Baltic Union"),))
    assert not Organization.objects.exists()


def test_two_spellings_of_a_new_organization_in_one_article_are_one():
    body = "The Baltic Union met. In Riga, Baltic Union rules were read."
    names = (organization(body, "The Baltic Union"), organization(body, "Baltic Union"))
    put_article(body, organizations=names)
    assert Organization.objects.count() == 1


def version(words, speaker="Ana Ilves"):
    """Store a version of a page whose extractor takes `words` for the statement."""
    body = "“We shall go on, come what may, to the very end of this,” Ana Ilves said. “No,” Ana Ilves added."
    found = {"url": URL, "series": words, "statements": (said(body, words, speaker),)}
    return put_article(body, **found)


def test_a_statement_that_is_cut_otherwise_keeps_its_address_and_what_an_editor_set():
    statement = version("We shall go on, come what may, to the very end of this,").statements.get()
    other = Person.objects.create(name="Juris Kalns", slug="juris-kalns", note="x")
    statement.person = other
    statement.lock("speaker")
    statement.save()
    again = version("We shall go on").statements.get()
    assert (again.pk, again.person, again.text) == (statement.pk, other, "We shall go on")


def test_what_was_dismissed_is_not_found_again_where_it_is_cut_otherwise():
    article = version("We shall go on, come what may, to the very end of this,")
    Dismissal.objects.create(article=article, text=article.statements.get().text)
    assert not version("We shall go on").statements.exists()
    assert version("No,").statements.get().text == "No,"
