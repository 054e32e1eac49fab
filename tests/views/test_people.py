"""The pages of people."""

import pytest

from archive.models import Office, PersonName

from .rows import make_article, make_full_article, make_person, name, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_person_is_shown_with_names_offices_and_statements(client):
    article = make_full_article()
    PersonName.objects.create(person=make_person(), name="A. Berg", key="a berg", surname="berg")
    html = get(client, "/people/anna-berg/")
    assert "Also written A. Berg" in html
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


def test_who_is_named_together_is_counted(client):
    article = make_full_article()
    name(article, "her colleague", person=make_person("Carl Zorn", "carl-zorn"))
    assert '<a href="/people/carl-zorn/">Carl Zorn</a>' in get(client, "/people/anna-berg/")


def test_statements_of_several_years_have_a_timeline_that_leads_to_the_search(client):
    for year in (2010, 2014):
        say(make_article(published=f"{year}-05-06"), "by anyone.")
    html = get(client, "/people/anna-berg/")
    assert "/search/?type=statements&amp;speaker=anna-berg&amp;from=2010&amp;to=2010" in html


def test_a_former_address_leads_to_the_person(client):
    person = make_person()
    person.slug = "anna-berg-minister"
    person.save()
    response = client.get("/people/anna-berg/")
    assert (response.status_code, response["Location"]) == (301, "/people/anna-berg-minister/")


@pytest.mark.parametrize("address", ["/people/nobody/", "/people/%00/"])
def test_someone_unknown_is_not_found(client, address):
    assert client.get(address).status_code == 404
