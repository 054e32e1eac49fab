"""The lists of people and organizations."""

import pytest

from archive.models import Office, PersonName

from .rows import make_article, make_full_article, make_organization, make_person

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def make_many() -> None:
    """Make 60 people whose names end with Orsova, and 60 with Zenda."""
    for number in range(60):
        make_person(f"Anna{number} Orsova", f"orsova-{number}")
        make_person(f"Anna{number} Zenda", f"zenda-{number}")


def test_people_are_listed_by_the_last_word_of_their_names(client):
    make_person("Zoe Abel", "zoe-abel")
    make_person("Carl Zorn", "carl-zorn")
    html = get(client, "/people/")
    assert html.index("Zoe Abel") < html.index("Carl Zorn")


def test_people_may_be_listed_by_their_first_name(client):
    make_person("Zoe Abel", "zoe-abel")
    make_person("Carl Zorn", "carl-zorn")
    html = get(client, "/people/?sort=first")
    assert html.index("Carl Zorn") < html.index("Zoe Abel")


def test_or_by_their_number_of_statements(client):
    make_full_article()
    make_person("Aaron Aaronson", "aaron-aaronson")
    html = get(client, "/people/?sort=statements")
    assert html.index("Anna Berg") < html.index("Aaron Aaronson")


def test_a_person_has_an_office_beside_the_name(client):
    make_full_article()
    assert "Foreign Minister, Germany" in get(client, "/people/")


def test_a_name_is_found_under_any_spelling_that_is_known_and_that_is_told(client):
    person = make_person()
    make_person("Carl Zorn", "carl-zorn")
    PersonName.objects.create(person=person, name="Анна Берг", key="x", surname="x")
    html = get(client, "/people/?q=Берг")
    assert "Anna Berg" in html and "also Анна Берг" in html
    assert "Carl Zorn" not in html


def test_a_name_is_found_without_its_accents(client):
    make_person("Zoë Gürsoy", "zoe-gursoy")
    assert "Zoë Gürsoy" in get(client, "/people/?q=gursoy")


def test_a_long_list_is_cut_by_letters(client):
    make_many()
    html = get(client, "/people/")
    assert '<a href="?letter=O">O</a>' in html and '<a href="?letter=Z">Z</a>' in html
    html = get(client, "/people/?letter=z")
    assert "60 people under Z" in html
    assert "Anna3 Zenda" in html and "Anna3 Orsova" not in html


def test_the_letters_of_a_search_are_those_of_what_it_finds(client):
    make_many()
    make_person("Berta Quist", "berta-quist")
    assert ">Q</a>" not in get(client, "/people/?q=anna")


def test_a_letter_and_an_order_hold_on_the_next_page(client):
    make_many()
    html = get(client, "/people/?letter=A&sort=first")
    assert 'rel="next" href="?letter=A&amp;sort=first&amp;page=2"' in html


def test_a_short_list_has_no_letters(client):
    make_person()
    assert "letters" not in get(client, "/people/")


def test_organizations_are_listed_with_their_country(client):
    make_organization()
    html = get(client, "/organizations/")
    assert "Foreign Ministry of Graustark" in html and "Poland" in html
    assert "1 organization<" in html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("page=0", "no page “0”"),
        ("page=x", "no page “x”"),
        ("sort=up", "“up”"),
        ("letter=7", "“7”"),
        ("letter=" + "x" * 50, "“xxxxxxxxxxxxxxxxxxxx”"),
    ],
)
def test_a_bad_parameter_is_told(client, query, said):
    make_person()
    for page in ("/people/", "/organizations/"):
        assert said in get(client, f"{page}?{query}")


def test_that_nobody_has_the_name_is_told(client):
    assert "Nobody of that name." in get(client, "/people/?q=zzz")


@pytest.mark.parametrize(
    "words", ["foreign+minister", "Turkish+Foreign+Minister", "foreign+minister+of+Türkiye"]
)
def test_who_held_an_office_is_found_by_its_words_with_the_time_that_articles_give(client, words):
    make_person("Carl Zorn", "carl-zorn")
    for surname, day in (("Abel", "2014-03-04"), ("Quist", "2016-05-06")):
        person = make_person(f"Berta {surname}", f"berta-{surname.lower()}")
        office = Office.objects.create(person=person, title="Foreign Minister", country="TR")
        office.articles.add(make_article(published=day))
    Office.objects.create(person=make_person(), title="Deputy Foreign Minister", country="TR", confirmed=True)
    html = get(client, f"/people/?q={words}")
    in_order = ["Berta Quist", "6 May 2016", "Berta Abel", "4 March 2014", "Anna Berg", "by an editor’s word"]
    assert sorted(in_order, key=html.index) == in_order
    assert "Carl Zorn" not in html and "0 people" not in html


@pytest.mark.parametrize(
    ("words", "leads"),
    [("foreign+minister+turkey", True), ("turkey", False), ("foreign+visit", False), ("minister", True)],
)
def test_a_search_for_an_office_leads_to_who_held_it(client, words, leads):
    Office.objects.create(person=make_person(), title="Foreign Minister", country="TR")
    html = get(client, f"/search/?q={words}")
    assert (f'<a href="/people/?q={words.replace("+", "%20")}">Who held that office' in html) is leads


@pytest.mark.parametrize("words", ["foreign+minister+france", "the", "%00", "zzz"])
def test_other_words_find_no_office(client, words):
    Office.objects.create(person=make_person(), title="Foreign Minister", country="TR")
    assert "held such an office" not in get(client, f"/people/?q={words}")


def test_the_tab_of_a_list_says_what_of_it_is_shown(client):
    make_many()
    assert "<title>zenda · People · Chancery</title>" in get(client, "/people/?q=zenda")
    assert "<title>O · People · Chancery</title>" in get(client, "/people/?letter=o")
    assert "<title>Page 2 · People · Chancery</title>" in get(client, "/people/?page=2")
    assert "<title>zenda · Events · Chancery</title>" in get(client, "/events/?place=zenda")
