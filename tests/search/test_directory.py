"""The directory: who and what is found by the beginnings of words."""

from datetime import date

import pytest

from archive.models import Office, PersonName
from archive.search import directory


@pytest.fixture
def names(shelf, talks):
    """A function that returns the names of what a text finds."""
    return lambda text: [entry.name for entry in directory.current.get().find(text)]


def test_any_word_of_a_name_finds_it_by_its_beginning(names):
    assert names("orl") == names("ver") == ["Vera Orlova"]


def test_every_word_has_to_begin_one_of_the_name_in_any_order(names):
    assert names("orlova v") == ["Vera Orlova"]
    assert names("orlova x") == []


@pytest.mark.parametrize("spelled", ["Sergei Zelenskiy", "sergej zelenskyj", "Sergey Zelenskyy"])
def test_names_are_found_in_spellings_that_differ_at_the_end(shelf, names, spelled):
    shelf.person("Sergey Zelensky")
    shelf.person("Serge Zeller")
    assert names(spelled) == ["Sergey Zelensky"]


def test_what_is_spelled_so_is_not_joined_by_what_is_spelled_alike(shelf, names):
    for name in ("Sergei Brandt", "Sergey Brandt"):
        shelf.person(name)
    assert names("sergei") == ["Sergei Brandt"]


def test_whole_words_can_be_asked_for(names):
    everyone = directory.current.get()
    assert [entry.name for entry in everyone.named("ORLOVA")] == ["Vera Orlova"]
    assert everyone.named("orlov") == everyone.named("vera brandt") == everyone.named("") == []


def test_a_person_is_found_by_a_further_name_which_is_told(names):
    assert names("orlowa") == ["Vera Orlova"]
    (entry,) = directory.current.get().find("orlowa")
    assert entry.other_name(["orlowa"]) == "Wera Orlowa"
    assert entry.other_name(["vera"]) == ""


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Şule Gürsoy", "sule gursoy"),
        ("Sule Gursoy", "ŞULE gürs"),
        ("Conor O’Brien", "o'br"),
        ("Conor O'Brien", "obrien"),
        ("Kim Jong-Un", "jong un"),
        ("Анна Берг", "берг"),
        ("Þóra Weiß", "thora weiss"),
    ],
)
def test_accents_capitals_apostrophes_and_hyphens_make_no_difference(shelf, name, asked):
    shelf.person("Someone else")
    person = shelf.person("Somebody", name)
    assert [entry.slug for entry in directory.current.get().find(asked)] == [person.slug]


def test_people_organizations_events_and_topics_are_in_it(names):
    assert set(names("fish")) == {"Ministry of Fisheries", "fisheries"}
    assert names("lakes") == ["Lakeside summit"]


def test_what_most_articles_speak_of_comes_first(shelf, talks):
    for number in range(3):
        shelf.article(f"More {number}", topics=["fishing boats"])
    found = directory.current.get().find("fish")
    assert [(entry.name, entry.told) for entry in found] == [
        ("fishing boats", 3),
        ("Ministry of Fisheries", 2),
        ("fisheries", 2),
    ]
    assert directory.current.get().find("fish", most=1) == found[:1]


@pytest.mark.parametrize(
    "text", ["", " ", "'", "%", "_", "\x00", "*", "\ud800", "a" * 10_000, "(" * 500, "z " * 500]
)
def test_what_is_no_name_finds_nothing(names, text):
    assert names(text) == []


def test_an_organization_has_its_country_beside_it_unless_its_name_says_it(shelf):
    shelf.organization("Ministry of Fisheries", "NO")
    shelf.organization("Navy of Norway", "NO")
    notes = {entry.name: entry.note for entry in directory.current.get().entries}
    assert notes == {"Ministry of Fisheries": "Norway", "Navy of Norway": ""}


def test_an_event_has_its_date_as_far_as_it_is_known(shelf):
    event = shelf.event("Lakeside summit")
    event.date, event.precision = date(2015, 10, 1), "month"
    event.save()
    assert directory.current.get().get("event", event.slug).date == "2015-10"


class TestOffices:
    """The office beside a person's name."""

    @pytest.fixture
    def offices(self, shelf):
        """Two offices of one person: three articles give the first, one the other."""
        person = shelf.person("Vera Orlova")
        minister = Office.objects.create(person=person, title="foreign minister", country="NO")
        envoy = Office.objects.create(person=person, title="Envoy", organization="Lakeside Council")
        minister.articles.set(shelf.article(f"Story {number}") for number in range(3))
        envoy.articles.add(shelf.article("Another"))
        return minister, envoy

    def test_the_one_that_most_articles_give_is_shown(self, offices):
        assert directory.current.get().get("person", "vera-orlova").note == "Foreign minister, Norway"

    def test_the_one_that_an_editor_confirmed_is_shown_before_all_others(self, offices):
        offices[1].confirmed = True
        offices[1].save()
        assert directory.current.get().get("person", "vera-orlova").note == "Envoy, Lakeside Council"


class TestFiling:
    """The order of the lists."""

    @pytest.fixture
    def filed(self, shelf):
        """A function that files four people by the first or the last word of their names."""
        for name in ("Zoë Abel", "Abel Ørsted", "Carl Zorn", "3rd Secretary 007", "Ирина Юрьева"):
            shelf.person(name)
        return lambda by: [(letter, e.name) for letter, e in directory.current.get().filed("person", by)]

    def test_people_are_filed_by_the_last_word_of_their_names(self, filed):
        assert filed("last") == [
            ("#", "3rd Secretary 007"),
            ("A", "Zoë Abel"),
            ("O", "Abel Ørsted"),
            ("Z", "Carl Zorn"),
            ("Ю", "Ирина Юрьева"),
        ]

    def test_people_may_be_filed_by_their_first_name(self, filed):
        assert [letter for letter, _ in filed("first")] == ["#", "A", "C", "Z", "И"]


def test_a_name_that_is_added_is_found_at_once(shelf, names):
    assert names("kap") == []
    PersonName.objects.create(person=shelf.person("Jonas Kapp"), name="Kapp")
    assert names("kap") == ["Jonas Kapp"]
