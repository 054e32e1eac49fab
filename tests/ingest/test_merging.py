"""An editor's word on who is who, and how long it holds."""

import pytest

from archive.ingest.merging import add_name, merge_events, merge_parties, split_person
from archive.models import Address, Article, Event, IndexTask, Organization, Person, Statement

from .records import dated, event, organization, person, put_article, record, said
from .records import put as put_record

pytestmark = pytest.mark.django_db


def tell(name, title=None, country=None, url=None, number=0):
    """Store an article in which `name` speaks; return its statement."""
    body = f"{name} came. “We shall see,” {name} said. It was noon {number}."
    found = {"people": (person(body, name, title, country),), "published": dated("2015-05-05")}
    article = put_article(body, statements=(said(body, "We shall see,", name),), url=url, **found)
    return article.statements.get()


def test_a_merged_person_gives_all_that_was_theirs():
    kept = tell("Dmitry Volkov", "Press Secretary", "RU").person
    other = tell("Dmitry Wolves", "Speaker").person
    merge_parties(kept, [other])
    assert Person.objects.get() == kept
    assert kept.statements.count() == kept.mentions.count() == 2
    assert {office.title for office in kept.offices.all()} == {"Press Secretary", "Speaker"}
    assert {name.name for name in kept.names.all()} == {"Dmitry Volkov", "Dmitry Wolves"}


def test_the_address_of_a_merged_person_leads_to_the_one_kept():
    kept, other = tell("Dmitry Volkov").person, tell("Dmitry Wolves").person
    merge_parties(kept, [other])
    assert Address.objects.get(slug="dmitry-wolves").owner == kept


def test_no_later_article_undoes_a_merge():
    kept = tell("Dmitry Volkov", "Secretary", "RU").person
    other = tell("Dmitry Wolves", "Secretary", "US").person
    merge_parties(kept, [other])
    assert tell("Dmitry Wolves", "Minister", "GB", number=1).person == kept


def test_an_office_that_both_held_is_held_once():
    kept, other = tell("Dmitry Volkov", "Envoy", "RU").person, tell("Dmitry Wolves", "Envoy", "RU").person
    merge_parties(kept, [other])
    assert kept.offices.get().articles.count() == 2


def test_merged_rows_are_noted_for_the_index():
    kept, other = tell("Dmitry Volkov").person, tell("Dmitry Wolves").person
    IndexTask.objects.all().delete()
    merge_parties(kept, [other])
    assert IndexTask.objects.filter(label="archive.person", key=str(kept.pk)).exists()


def test_a_person_is_not_merged_with_an_organization():
    union = Organization.objects.create(name="Union", slug="union")
    with pytest.raises(ValueError):
        merge_parties(tell("Ana Ilves").person, [union])


def test_organizations_merge_too():
    for name in ("Baltic Union", "Union of the Baltic"):
        body = f"The {name} met."
        put_article(body, organizations=(organization(body, name),))
    kept, other = Organization.objects.order_by("pk")
    merge_parties(kept, [other])
    body = "The Union of the Baltic rose."
    put_article(body, organizations=(organization(body, "Union of the Baltic"),))
    assert kept.mentions.count() == 3


def test_an_alias_mends_every_article_at_once_and_later_ones():
    kept, wrong = tell("Dmitry Volkov").person, tell("Dmitry Wolves").person
    add_name(kept, "Dmitry Wolves")
    assert not Person.objects.filter(pk=wrong.pk).exists()
    assert kept.statements.count() == 2
    assert tell("Dmitry Wolves", number=1).person == kept


def test_an_alias_that_is_a_bare_word_takes_the_statements_left_to_it():
    kept = tell("Dmitry Volkov").person
    assert tell("Wolves").unnamed == "Wolves"
    add_name(kept, "Wolves")
    assert set(Statement.objects.values_list("person", "unnamed")) == {(kept.pk, "")}
    assert tell("Wolves", number=1).person == kept


def test_an_alias_leaves_what_an_editor_said_of_one_statement():
    kept, statement = tell("Dmitry Volkov").person, tell("Wolves")
    statement.lock("speaker")
    statement.save()
    add_name(kept, "Wolves")
    statement.refresh_from_db()
    assert statement.unnamed == "Wolves"


def test_an_alias_moves_only_the_articles_that_write_it_so():
    kept, other = tell("Dmitry Volkov").person, tell("Sergei Ivanov").person
    assert tell("Sergey Ivanov", number=1).person == other
    add_name(kept, "Sergey Vasilyevich Ivanov")
    assert other.statements.count() == 2
    add_name(kept, "Sergey Ivanov")
    assert not Person.objects.filter(pk=other.pk).exists()


def test_a_person_who_is_two_is_split_by_articles():
    statements = [tell("John Smith", number=number) for number in range(3)]
    one = statements[0].person
    other = split_person(one, [statements[1].article], "John Smith")
    assert other.slug == "john-smith-2"
    assert [Statement.objects.get(pk=s.pk).person for s in statements] == [one, other, one]


def test_a_split_holds_when_the_articles_come_in_again():
    first, second = (tell("John Smith", url=f"https://wire.example/{n}", number=n) for n in range(2))
    other = split_person(first.person, [second.article], "John Smith")
    again = [tell("John Smith", url=f"https://wire.example/{n}", number=n + 7) for n in range(2)]
    assert [statement.person for statement in again] == [first.person, other]
    assert Person.objects.count() == 2


def test_a_split_takes_along_the_offices_of_its_articles():
    first, second = tell("John Smith", "Envoy", "GB"), tell("John Smith", "Envoy of the King", "GB")
    other = split_person(first.person, [second.article], "John Smith the Younger")
    assert [office.title for office in other.offices.all()] == ["Envoy of the King"]
    assert [office.title for office in first.person.offices.all()] == ["Envoy"]


def happen(what, number=0):
    body = f"In Riga, {what}. Report {number}."
    return put_article(body, events=(event(body, what, "2016-03-04"),)).events.get()


def test_merged_events_are_one_now_and_later():
    kept, other = happen("the ferry Aurora sank"), happen("nine sailors drowned off the cape")
    address = other.slug
    merge_events(kept, [other])
    assert Event.objects.get() == kept and kept.mentions.count() == 2
    assert Address.objects.get(slug=address).owner == kept
    assert happen("nine sailors drowned off the cape", number=1) == kept


def test_what_an_editor_merged_survives_a_new_version_of_the_page():
    url = "https://wire.example/a"
    kept, other = tell("Dmitry Volkov").person, tell("Dmitry Wolves", url=url).person
    merge_parties(kept, [other])
    body = "Dmitry Wolves left. “We shall see,” Dmitry Wolves said. It rained."
    put_record(record(body, url=url, statements=(said(body, "We shall see,", "Dmitry Wolves"),)))
    article = Article.objects.get(url=url)
    assert article.body == body and article.statements.get().person == kept
