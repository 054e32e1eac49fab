"""The front page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from archive.views.front import same_day

from .rows import make_article, make_event, make_full_article, make_organization, make_person, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_page_of_an_empty_archive_says_how_to_fill_it(client):
    assert "manage.py ingest" in get(client, "/")


def test_the_front_page_shows_the_newest_the_most_quoted_and_the_latest(client):
    article = make_full_article()
    say(article, "by anyone.")
    html = get(client, "/")
    assert article.get_absolute_url() in html
    assert "/people/anna-berg/" in html and "Foreign Minister, Germany" in html
    assert "/events/meeting-in-strelsau/" in html
    assert "/search/?topic=treaties" in html


def test_what_came_in_a_moment_ago_is_counted(client):
    assert "<strong>0</strong> articles" in get(client, "/")
    make_full_article()
    html = get(client, "/")
    assert "<strong>1</strong> article<" in html and "<strong>2</strong> statements" in html


def test_a_new_article_is_shown_with_words_that_are_surely_someones(client):
    article = make_article()
    doubtful = say(article, "We will not be hurried,", confidence=0.5)
    reported = say(article, "the treaty of Zenda stays in force", kind="indirect")
    nobodys = say(article, "met her colleague in Strelsau on 3 March", person=None)
    sure = say(article, "She added that the treaty of Zenda stays")
    html = get(client, "/")
    assert f'<q><a href="{sure.get_absolute_url()}">{sure.text}</a></q>' in html
    for other in (doubtful, reported, nobodys):
        assert other.get_absolute_url() not in html


def test_the_words_of_an_organization_are_shown_too(client):
    article, navy = make_article(), make_organization()
    said = say(article, "She added that the treaty of Zenda stays", person=None, organization=navy)
    html = get(client, "/")
    assert said.get_absolute_url() in html and navy.get_absolute_url() in html


def test_who_is_quoted_most_in_the_newest_articles_comes_first(client):
    article = make_article()
    say(article, "by anyone.", person=make_person("Carl Zorn", "carl-zorn"))
    for _ in range(2):
        say(article, "We will not be hurried,")
    html = get(client, "/")
    quoted = html[html.index('id="quoted"') :]
    assert quoted.index("Anna Berg") < quoted.index("Carl Zorn")


def test_the_years_lead_to_the_search_of_each(client):
    make_article(published="2012-05-06")
    make_article(published="2014-05-06")
    html = get(client, "/")
    assert "/search/?from=2012&amp;to=2012" in html
    assert "2012 – 2014" in html


def test_this_day_of_other_years_is_remembered(client):
    today = timezone.now().date()
    then = same_day(today, 2012)
    make_article(title="Newest", published=today + timedelta(days=1))
    make_article(title="That very day", published=then)
    make_article(title="That month", published=then, precision="month")
    make_event(date=then)
    html = get(client, "/")
    remembered = html[html.index("On this day") :].partition("</section>")[0]
    assert "That very day" in remembered and "Meeting in Strelsau" in remembered
    assert "Newest" not in remembered and "That month" not in remembered


def test_nothing_is_said_of_this_day_where_nothing_is_known(client):
    make_article(published=same_day(timezone.now().date(), 2012), precision="month")
    assert "On this day" not in get(client, "/")


def test_the_29th_of_february_is_in_leap_years_only():
    assert same_day(date(2020, 2, 29), 2016) == date(2016, 2, 29)
    assert same_day(date(2020, 2, 29), 2015) is None
