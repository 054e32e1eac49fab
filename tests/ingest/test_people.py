"""Whom a name means, over the whole archive."""

import pytest

from archive.models import IndexTask, Office, Person, PersonName, Statement

from .records import dated, person, put_article, said

pytestmark = pytest.mark.django_db


def tell(name, title=None, country=None, **found):
    """Store an article in which `name` says something; return who the archive thinks that is."""
    body = f"{name} spoke in Riga. “We shall meet again,” {name} said, to {Person.objects.count()} people."
    found |= {"people": (person(body, name, title, country),)}
    article = put_article(body, statements=(said(body, "We shall meet again,", name),), **found)
    return article.statements.get()


@pytest.mark.parametrize(
    "names",
    [
        ("Sergei Ivanov", "Sergey Ivanov", "Sergey Petrovich Ivanov"),
        ("Ahmet Erdoğan", "Ahmet Erdogan"),
        ("Kim Jong Un", "Kim Jong-Un"),
    ],
)
def test_one_person_goes_by_all_spellings(names):
    people = {tell(name).person for name in names}
    assert len(people) == 1
    assert {name.name for name in PersonName.objects.all()} == set(names)


def test_two_of_one_name_are_told_apart_by_the_countries_of_their_offices():
    british = tell("John Smith", "Foreign Secretary", "GB").person
    australian = tell("John Smith", "Defence Minister", "AU").person
    assert british != australian
    assert tell("John Smith", "Foreign Secretary", "GB").person == british
    assert tell("John Smith", "Prime Minister", "AU").person == australian


def test_a_name_that_two_bear_is_given_to_neither_without_evidence():
    british = tell("John Smith", "Foreign Secretary", "GB").person
    australian = tell("John Smith", "Defence Minister", "AU").person
    assert tell("John Smith").person not in {british, australian}
    assert Person.objects.count() == 3


def test_someone_without_an_office_gets_the_one_that_a_later_article_tells():
    first = tell("Ana Ilves").person
    assert tell("Ana Ilves", "Foreign Minister", "EE").person == first
    assert tell("Ana Ilves").person == first


def test_middle_names_that_differ_are_two_people():
    assert tell("George H. W. Walker").person != tell("George W. Walker").person


def test_a_surname_alone_makes_no_person():
    statement = tell("Ilves")
    assert statement.speaker is None and statement.unnamed == "Ilves"
    assert not Person.objects.exists()


def test_a_surname_with_an_office_that_one_known_person_holds_is_that_person():
    minister = tell("Ana Ilves", "Foreign Minister", "EE").person
    assert tell("Ilves", "Foreign Minister", "EE").person == minister


@pytest.mark.parametrize(
    "office", [("Foreign Minister", "FI"), ("Deputy Foreign Minister", "EE"), ("Mayor", "EE")]
)
def test_a_surname_with_another_office_or_of_another_country_is_not(office):
    tell("Ana Ilves", "Foreign Minister", "EE")
    assert tell("Ilves", *office).person is None


def test_a_surname_that_two_holders_of_the_office_bear_is_neither():
    tell("Ana Ilves", "Foreign Minister", "EE")
    tell("Toomas Ilves", "Foreign Minister", "EE")
    assert tell("Ilves", "Foreign Minister", "EE").person is None


def test_an_editors_name_means_whom_it_says():
    kept = tell("Dmitry Volkov", "Press Secretary", "RU").person
    PersonName.objects.create(person=kept, name="Wolves", key="wolves", surname="wolves", confirmed=True)
    assert tell("Wolves").person == kept


def test_offices_are_known_by_the_dates_of_the_articles_that_say_so():
    tell("Ana Ilves", "Envoy", "EE", published=dated("2010-05-01"))
    tell("Ana Ilves", "Envoy", "EE", published=dated("2012-06-02"))
    tell("Ana Ilves", "Foreign Minister", "EE", published=dated("2014-01-01"))
    held = [(office.title, office.first.year, office.last.year) for office in Office.objects.with_dates()]
    assert held == [("Foreign Minister", 2014, 2014), ("Envoy", 2010, 2012)]


def test_people_of_other_alphabets_have_addresses_too():
    assert tell("Иван Петров").person.slug == "ivan-petrov"


def test_a_name_that_is_markup_stays_text():
    assert str(tell("<script>alert(1)</script> Ivanov").person) == "<script>alert(1)</script> Ivanov"


def test_two_spellings_in_one_article_are_one_person():
    body = "Sergei Ivanov came. Sergey Ivanov went."
    put_article(body, people=(person(body, "Sergei Ivanov"), person(body, "Sergey Ivanov")))
    assert Person.objects.get().mentions.count() == 2


def test_a_speaker_who_is_not_among_the_people_is_one_of_them():
    body = "“Enough,” Ana Ilves said."
    put_article(body, statements=(said(body, "Enough,", "Ana Ilves"),))
    assert Statement.objects.get().person.name == "Ana Ilves"


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Olav K. Brandt", {"archive.article"}),
        ("OLAV BRANDT", {"archive.article"}),
        ("Olav Kristian Brandt", {"archive.article", "archive.person"}),
    ],
)
def test_only_a_name_of_other_words_makes_the_index_learn_of_all_articles_anew(name, labels):
    first = tell("Olav Brandt").person
    IndexTask.objects.all().delete()
    assert tell(name).person == first
    assert set(IndexTask.objects.values_list("label", flat=True)) == labels
