"""The pages of people."""

import pytest

from archive.models import Office, PersonName
from archive.search.queue import drain

from .rows import BODY, make_article, make_event, make_full_article, make_person, name, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    drain()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_person_is_shown_with_names_offices_and_statements(client):
    article = make_full_article()
    PersonName.objects.create(person=make_person(), name="A. Berg", key="a berg", surname="berg")
    html = get(client, "/people/anna-berg/")
    assert "Also written <bdi>A. Berg</bdi>" in html
    assert "Foreign Minister" in html and "4 March 2014" in html
    assert "“We will not be hurried,” … “by anyone.”" in html
    assert article.get_absolute_url() in html


def test_the_offices_lead_to_the_articles_that_give_them(client):
    person = make_person()
    office = Office.objects.create(person=person, title="Envoy")
    articles = [make_article(title=f"Story {number}") for number in range(5)]
    office.articles.add(*articles)
    html = get(client, "/people/anna-berg/")
    assert "in 5 articles" in html
    assert html.count("Story ") == 3


def test_the_articles_that_name_someone_are_there_with_the_words(client):
    article = make_article()
    name(article, "Anna Berg", person=make_person())
    html = get(client, "/people/anna-berg/")
    assert "Named in 1 article</h2>" in html and "0 statements" in html
    place = f"{article.get_absolute_url()}#p1"
    assert f'<a href="{place}">Ruritania&#x27;s Foreign Minister <mark>Anna Berg</mark> met her coll' in html


def test_the_newest_articles_that_name_someone_come_first_and_older_ones_on_further_pages(client):
    for day in range(1, 13):
        article = make_article(title=f"Story of the {day}th", published=f"2014-03-{day:02}")
        name(article, "Anna Berg", person=make_person())
    html = get(client, "/people/anna-berg/")
    assert "Named in 12 articles</h2>" in html and "Story of the 12th" in html
    assert "Story of the 2th" not in html
    assert "Story of the 2th" in get(client, "/people/anna-berg/?named=2")
    assert "Story of the 2th" in get(client, "/people/anna-berg/?named=99")


def test_who_is_named_together_is_counted(client):
    article = make_full_article()
    name(article, "her colleague", person=make_person("Carl Zorn", "carl-zorn"))
    assert '<a href="/people/carl-zorn/">Carl Zorn</a>' in get(client, "/people/anna-berg/")


def test_statements_of_several_months_have_a_timeline_that_narrows_the_page(client):
    for year in (2010, 2014):
        say(make_article(published=f"{year}-05-06"), "by anyone.")
    html = get(client, "/people/anna-berg/")
    assert '<a href="?from=2010&amp;to=2010" aria-label="2010: 1">' in html
    html = get(client, "/people/anna-berg/?from=2010&to=2010")
    assert "1 statement<" in html and "Back to all dates" in html


def test_the_newest_statement_comes_first_unless_the_oldest_is_asked_for(client):
    for year in (2010, 2014):
        say(make_article(published=f"{year}-05-06"), "by anyone.")
    html = get(client, "/people/anna-berg/")
    assert html.index("6 May 2014") < html.index("6 May 2010")
    html = get(client, "/people/anna-berg/?sort=oldest")
    assert html.index("6 May 2010") < html.index("6 May 2014")


@pytest.mark.parametrize(
    ("query", "kept", "gone"),
    [
        ("q=treaty", "Zenda stays", "We will not"),
        ("kind=direct", "We will not", "Zenda stays"),
        ("from=2014&to=2014", "Zenda stays", ""),
        ("topic=treaties&kind=indirect", "Zenda stays", "We will not"),
        ("event=meeting-in-strelsau", "Zenda stays", ""),
    ],
)
def test_statements_are_narrowed_as_the_address_asks(client, query, kept, gone):
    make_full_article()
    html = get(client, f"/people/anna-berg/?{query}").replace("<mark>", "").replace("</mark>", "")
    assert kept in html and (not gone or gone not in html)


def test_the_words_that_were_searched_for_are_marked(client):
    make_full_article()
    assert "the <mark>treaty</mark> of Zenda" in get(client, "/people/anna-berg/?q=treaty")


def test_what_fits_nothing_is_told_with_a_way_back(client):
    make_full_article()
    html = get(client, "/people/anna-berg/?q=wombats")
    assert "Nothing here fits." in html and "0 statements" in html


@pytest.mark.parametrize(
    ("query", "told"),
    [("kind=shouted", "There is no kind “shouted”"), ("from=x", "There is no date “x”"),
     ("topic=none", "There is no topic “none”"), ("page=9", "There is no page 9")],
)  # fmt: skip
def test_what_cannot_be_narrowed_by_is_told(client, query, told):
    make_full_article()
    assert told in get(client, f"/people/anna-berg/?{query}")


def test_what_they_spoke_of_narrows_the_page(client):
    make_full_article()
    html = get(client, "/people/anna-berg/")
    assert 'href="?topic=treaties"' in html and 'href="?event=meeting-in-strelsau"' in html


def test_whom_their_own_words_name_is_told_apart_from_whom_the_article_names(client):
    article = make_article(body=BODY + "\n\nBerg said that Carl Zorn had left. Dora Falk was there.")
    say(article, "Carl Zorn had left", kind="indirect")
    name(article, "Berg", person=make_person())
    name(article, "Carl Zorn", person=make_person("Carl Zorn", "carl-zorn"))
    name(article, "Dora Falk", person=make_person("Dora Falk", "dora-falk"))
    spoken_of, _, company = get(client, "/people/anna-berg/").partition("Named in the same articles")
    assert '<a href="/people/carl-zorn/">' in spoken_of and '<a href="/people/dora-falk/">' not in spoken_of
    assert '<a href="/people/carl-zorn/">' in company and '<a href="/people/dora-falk/">' in company


def test_whom_they_met_is_whom_a_meeting_names_beside_them(client):
    berg, zorn, falk = make_person(), *(make_person(f"{n} {n}", n) for n in ("zorn", "falk"))
    make_event(name="Berg met Zorn in Strelsau").people.add(berg, zorn, falk)  # Falk told of it
    make_event(name="Berg praised Falk", slug="praise").people.add(berg, falk)
    html = get(client, "/people/anna-berg/")
    met = html[html.index("Met, as articles tell") : html.index("Events that name them")]
    assert "/people/zorn/" in met and "/people/falk/" not in met


def test_an_editors_word_on_who_took_part_in_a_meeting_counts(client):
    event = make_event(name="Talks in Strelsau")
    event.people.add(make_person(), make_person("Carl Zorn", "carl-zorn"))
    assert "Met, as articles tell" not in get(client, "/people/anna-berg/")
    event.lock("participants")
    event.save()
    assert "Met, as articles tell" in get(client, "/people/anna-berg/")


def test_a_former_address_leads_to_the_person(client):
    person = make_person()
    person.slug = "anna-berg-minister"
    person.save()
    response = client.get("/people/anna-berg/")
    assert (response.status_code, response["Location"]) == (301, "/people/anna-berg-minister/")


@pytest.mark.parametrize("address", ["/people/nobody/", "/people/%00/"])
def test_someone_unknown_is_not_found(client, address):
    assert client.get(address).status_code == 404
