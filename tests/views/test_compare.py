"""Speakers side by side."""

import pytest

from archive.models import PersonName
from archive.search.queue import drain

from .rows import make_article, make_event, make_full_article, make_organization, make_person, say

pytestmark = pytest.mark.django_db

BOTH = "speaker=anna-berg&speaker=carl-zorn"


def get(client, query: str) -> str:
    drain()
    response = client.get(f"/compare/?{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def said():
    """What Berg and Zorn said on two days, and Zorn on a third."""
    berg, zorn = make_person(), make_person("Carl Zorn", "carl-zorn")
    first, second = make_article(published="2014-03-04"), make_article(published="2014-03-09")
    say(first, "We will not be hurried,", person=berg)
    say(first, "by anyone.", person=zorn)
    say(second, "the treaty of Zenda stays in force", person=zorn, kind="indirect")
    say(make_article(published=None, precision="unknown"), "by anyone.", person=berg)
    say(make_article(published="2015-01-01", precision="month"), "by anyone.", person=berg)


def row_of(html: str, day: str) -> str:
    start = html.index(f'<time datetime="{day}">')
    return html[start : html.index("</tr>", start)]


def test_what_was_said_on_one_day_stands_side_by_side(client, said):
    row = row_of(get(client, BOTH), "2014-03-04")
    berg, zorn = row.split("<td")[1:]
    assert "We will not be hurried," in berg and "by anyone." not in berg
    assert "by anyone." in zorn and "/statements/" in zorn and "Strelsau Courier" in zorn


def test_who_said_nothing_on_a_day_has_an_empty_cell(client, said):
    assert '<td class="lane-1"></td>' in row_of(get(client, BOTH), "2014-03-09")


def test_days_are_in_order_below_their_months_and_the_undated_last(client, said):
    html = get(client, BOTH)
    heads = ["March 2014</th>", "2014-03-04", "2014-03-09", "January 2015</th>", "Date unknown</th>"]
    places = [html.index(head) for head in heads]
    assert places == sorted(places)
    assert "day not known" in row_of(html, "2015-01")
    newest = get(client, f"{BOTH}&sort=newest")
    assert newest.index("2014-03-09") < newest.index("2014-03-04") < newest.index("Date unknown</th>")


def test_each_speaker_has_a_count_a_lane_and_a_way_to_be_removed(client, said):
    html = get(client, BOTH)
    assert "3 statements" in html and "2 statements" in html
    assert 'aria-label="March 2014: Anna Berg 1, Carl Zorn 2"' in html
    assert 'href="?speaker=carl-zorn">Remove' in html


def test_words_an_event_and_dates_narrow_the_comparison(client, said):
    event = make_event()
    make_full_article_of(event)
    assert "1 statement for" in get(client, f"{BOTH}&q=zenda&from=2014-03-09&to=2014-03-09")
    html = get(client, f"{BOTH}&event={event.slug}")
    assert "Event: Meeting in Strelsau" in html and "1 statement<" in html


def make_full_article_of(event) -> None:
    statement = say(make_article(published="2014-03-05"), "by anyone.")
    statement.events.add(event)


def test_names_lead_to_the_address_with_slugs(client, said):
    PersonName.objects.create(person=make_person(), name="Анна Берг", key="x", surname="x")
    response = client.get("/compare/", {"speaker": ["анна берг", "Zorn", ""], "q": "treaty"})
    assert (response.status_code, response["Location"]) == (302, f"/compare/?q=treaty&{BOTH}")


def test_a_former_slug_leads_to_the_one_of_today(client, said):
    person = make_person()
    person.slug = "anna-berg-minister"
    person.save()
    response = client.get(f"/compare/?{BOTH}")
    assert response["Location"] == "/compare/?speaker=anna-berg-minister&speaker=carl-zorn"


def test_a_name_that_may_mean_several_is_asked_about(client, said):
    make_person("Olga Berg", "olga-berg")
    html = get(client, "speaker=Berg&speaker=carl-zorn")
    assert "“Berg” may mean more than one name" in html
    assert 'href="?speaker=anna-berg&amp;speaker=carl-zorn"' in html
    assert 'href="?speaker=olga-berg&amp;speaker=carl-zorn"' in html


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("speaker=nobody&speaker=anna-berg", "Nothing in the archive goes by the name “nobody”."),
        ("event=nothing", "Nothing in the archive goes by the name “nothing”."),
        ("from=x", "There is no date “x”"),
        ("q=%22", "There is no word"),
    ],
)
def test_what_cannot_be_compared_is_told(client, said, query, told):
    assert told in get(client, query)


def test_at_most_four_are_compared(client, said):
    for number in range(3):
        say(make_article(), "by anyone.", person=make_person(f"Person {number}", f"person-{number}"))
    html = get(client, f"{BOTH}&speaker=person-0&speaker=person-1&speaker=person-2")
    assert "Only the first 4 speakers are compared." in html
    assert html.count('scope="col"') == 4


def test_organizations_are_compared_with_people(client, said):
    say(make_article(), "did not comment", person=None, organization=make_organization())
    html = get(client, "speaker=anna-berg&speaker=foreign-ministry-of-graustark")
    assert "/organizations/foreign-ministry-of-graustark/" in html and "did not comment" in html


def test_who_else_is_quoted_on_the_same_can_be_added(client, said):
    html = get(client, "speaker=anna-berg")
    assert 'href="?speaker=anna-berg&amp;speaker=carl-zorn">Carl Zorn</a>' in html
    assert "Compare Anna Berg with" in html


def test_without_speakers_the_most_quoted_are_offered(client, said):
    assert 'href="?speaker=anna-berg">Anna Berg</a>' in get(client, "")


def test_nothing_found_is_told_with_a_way_out(client, said):
    html = get(client, f"{BOTH}&q=wombats")
    assert "None of them is quoted on this." in html and f'href="?{BOTH.replace("&", "&amp;")}"' in html


def test_one_speaker_of_two_without_a_word_on_it_is_told(client, said):
    assert "Nothing on this" in get(client, f"{BOTH}&q=zenda")


def test_namesakes_stay_apart_in_the_form(client, said):
    say(make_article(), "by anyone.", person=make_person("Anna Berg", "anna-berg-2"))
    html = get(client, BOTH)
    assert 'name="speaker" value="anna-berg"' in html and 'name="speaker" value="Carl Zorn"' in html


def test_what_was_said_without_a_date_is_offered_beside_a_span(client, said):
    assert "1 without a date" in get(client, f"{BOTH}&from=2014&to=2014")


def test_a_search_for_two_speakers_leads_to_their_comparison(client, said):
    drain()
    html = client.get(f"/search/?type=statements&{BOTH}&q=anyone").content.decode()
    address = "/compare/?q=anyone&type=statements&speaker=anna-berg&speaker=carl-zorn"
    assert f'href="{address.replace("&", "&amp;")}"' in html
    assert "3 statements for" in client.get(address).content.decode()
    assert "/compare/?" not in client.get("/search/?speaker=anna-berg").content.decode()


def test_a_person_leads_to_a_comparison(client):
    make_full_article()
    drain()
    assert 'href="/compare/?speaker=anna-berg"' in client.get("/people/anna-berg/").content.decode()
