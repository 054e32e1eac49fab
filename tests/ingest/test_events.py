"""Which happening an article tells of."""

import pytest

from archive.models import Event, Organization

from .records import event, organization, person, put_article, said

pytestmark = pytest.mark.django_db


def tell(what, day="2016-03-04", **more):
    """Store an article that tells of an event; return the event."""
    body = f"In Riga, {what}. That was report {Event.objects.count()} of {what[:3]}."
    return put_article(body, events=(event(body, what, day, **more),)).events.first()


def test_the_same_words_of_the_same_day_are_one_event():
    assert tell("the ferry Aurora sank") == tell("the ferry Aurora sank")


def test_most_words_of_the_same_day_are_one_event():
    assert tell("the passenger ferry Aurora sank") == tell("ferry Aurora sank")


def test_other_words_or_another_day_are_another_event():
    sunk = tell("the ferry Aurora sank")
    assert tell("the two ministers signed a treaty") != sunk
    assert tell("the ferry Aurora sank", "2016-03-05") != sunk


def test_the_same_words_at_another_place_are_another_event():
    assert tell("two envoys met there again", place="Riga") != tell("envoys met there again", place="Tartu")


def test_an_event_without_a_date_is_not_recorded():
    assert tell("the ministers met", None) is None


def test_participants_are_joined_to_the_event():
    body = "Ana Ilves met the Baltic Union on Friday."
    found = event(body, "Ana Ilves met the Baltic Union", "2016-03-04", "Ana Ilves", "Baltic Union", "Nobody")
    named = {"people": (person(body, "Ana Ilves"),), "organizations": (organization(body, "Baltic Union"),)}
    article = put_article(body, events=(found,), **named)
    met = article.events.get()
    assert [str(one) for one in met.people.all()] == ["Ana Ilves"]
    assert list(met.organizations.all()) == [Organization.objects.get()]


def test_a_statement_speaks_of_the_events_that_its_words_tell():
    body = "“The ferry sank on Friday,” Ana Ilves said. “Enough,” Ana Ilves added."
    first, second = said(body, "The ferry sank on Friday,", "Ana Ilves"), said(body, "Enough,", "Ana Ilves")
    article = put_article(
        body, statements=(first, second), events=(event(body, "The ferry sank", "2016-03-04"),)
    )
    assert [statement.events.count() for statement in article.statements.all()] == [1, 0]
