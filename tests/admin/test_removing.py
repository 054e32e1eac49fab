"""What an editor removes, merges or renames at the desk, and what later pages make of it."""

import pytest
from django.contrib.admin.models import LogEntry
from haystack.query import SearchQuerySet

from archive.models import (
    Article,
    Event,
    NameRemoval,
    Office,
    OfficeRemoval,
    Person,
    PersonName,
    Source,
    Statement,
    Topic,
)
from archive.search.queue import drain
from tests.ingest.records import event, person, put_article, said

pytestmark = pytest.mark.django_db


def tell(name="Ana Ilves", number=0, **found):
    """Store an article in which `name` speaks."""
    body = f"{name} came. “We shall see,” {name} said. It was noon {number}."
    found = {"people": (person(body, name, "Envoy", "EE"),)} | found
    return put_article(body, statements=(said(body, "We shall see,", name),), **found)


def test_an_office_deleted_beside_the_person_is_not_found_again(desk):
    tell()
    ana = Person.objects.get()
    assert desk.save(ana, offices__0__DELETE="on") == []
    tell(number=1)
    assert not Office.objects.exists()
    assert OfficeRemoval.objects.get().removed_by.username == "admin"


def test_an_office_that_an_editor_mends_takes_the_place_of_the_one_found(desk):
    tell()
    assert desk.save(Person.objects.get(), offices__0__title="Special Envoy") == []
    tell(number=1)
    office = Office.objects.get()
    assert (office.title, office.confirmed) == ("Special Envoy", True)


def test_an_office_deleted_from_the_list_is_not_found_again(desk):
    tell()
    desk.act("delete_selected", [Office.objects.get()], post="yes")
    tell(number=1)
    assert not Office.objects.exists()


def test_a_name_deleted_at_the_desk_is_told_in_the_history(desk):
    tell()
    ana = Person.objects.get()
    PersonName.objects.create(person=ana, name="Ana Wednesday", key="ana wednesday", surname="wednesday")
    assert desk.save(ana, names__1__DELETE="on") == []
    assert NameRemoval.objects.get().name == "Ana Wednesday"
    assert "Ana Wednesday" in LogEntry.objects.get(object_id=ana.pk).change_message
    assert tell("Ana Wednesday", number=1).statements.get().person != ana


def test_a_name_entered_again_is_allowed_again(desk):
    tell()
    ana = Person.objects.get()
    NameRemoval.objects.create(kind="person", name="Wolves", key="wolves", person=ana)
    assert desk.save(ana, names__TOTAL_FORMS=2, names__1__name="Wolves") == []
    assert not NameRemoval.objects.exists()


def test_what_is_no_person_keeps_its_words_and_stays_away(desk):
    article = tell("Washington Post")
    post = Person.objects.get()
    assert desk.act("remove", [post]).status_code == 200 and Person.objects.exists()
    desk.act("remove", [post], sure="yes")
    assert article.statements.get().unnamed == "Washington Post"
    assert tell("Washington Post", number=1).statements.get().unnamed == "Washington Post"
    assert not Person.objects.exists()


def test_a_deleted_event_is_not_found_again(desk):
    body = "In Riga, the ferry sank."
    put_article(body, events=(event(body, "the ferry sank", "2016-03-04"),))
    desk.client.post(desk.address(Event.objects.get(), "delete"), {"post": "yes"})
    body += " Again."
    put_article(body, events=(event(body, "the ferry sank", "2016-03-04"),))
    assert not Event.objects.exists()


def test_sources_that_are_one_are_merged_now_and_later(desk):
    for number, source in enumerate(("Wire", "The Wire")):
        tell(number=number, source=source)
    kept, other = Source.objects.get(slug="wire"), Source.objects.get(slug="the-wire")
    desk.act("merge", [kept, other], kept=kept.pk)
    tell(number=2, source="The Wire")
    assert Source.objects.get() == kept and kept.articles.count() == 3
    assert desk.client.get("/sources/the-wire/").url == "/sources/wire/"


def test_a_source_with_a_new_address_is_still_meant_by_the_old_name(desk):
    tell(source="Wire")
    source = Source.objects.get()
    assert desk.save(source, name="Baltic Wire", slug="baltic-wire") == []
    assert tell(number=1, source="Wire").source == source


def test_topics_that_are_one_are_merged_now_and_later(desk):
    for number, topic in enumerate(("Fish", "Fishes")):
        tell(number=number, topics=(topic,))
    kept, other = Topic.objects.get(slug="fish"), Topic.objects.get(slug="fishes")
    desk.act("merge", [kept, other], kept=kept.pk)
    tell(number=2, topics=("Fishes", "Fish"))
    assert Topic.objects.get() == kept and kept.articles.count() == 3


def test_a_deleted_topic_is_not_found_again(desk):
    tell(topics=("Listen Live", "Fish"))
    desk.client.post(desk.address(Topic.objects.get(slug="listen-live"), "delete"), {"post": "yes"})
    tell(number=1, topics=("Listen Live", "Fish"))
    assert [topic.name for topic in Topic.objects.all()] == ["Fish"]


def test_a_wording_taken_off_an_event_tells_of_another(desk):
    body = "In Riga, the ferry sank. Later, the ferry sank deep."
    found = (
        event(body, "the ferry sank", "2016-03-04"),
        event(body, "the ferry sank deep", "2016-03-04"),
    )
    article = put_article(body, events=found)
    happened = article.events.distinct().get()
    wording = {str(name): position for position, name in enumerate(happened.names.all())}
    desk.save(happened, **{f"names__{wording['the ferry sank deep']}__DELETE": "on"})
    body += " Again."
    again = put_article(body, events=(event(body, "the ferry sank deep", "2016-03-04"),))
    assert again.events.get() != happened


def test_everything_removed_is_searched_otherwise_at_once(desk):
    tell("Washington Post")
    desk.act("remove", [Person.objects.get()], sure="yes")
    drain()
    found = SearchQuerySet().models(Article, Statement).filter(speaker="washington-post")
    assert found.count() == 0
