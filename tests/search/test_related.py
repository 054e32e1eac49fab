"""Articles about the same things, and what a speaker said before and after."""

import pytest

from archive.search import related
from archive.search.neighbours import said_after, said_before
from archive.search.related import related_to
from tests.views.rows import make_article, make_event, make_person, name, say

pytestmark = pytest.mark.django_db


def about(article, *people):
    """Have `article` name `people`."""
    for person in people:
        name(article, "Anna Berg", person=person)
    return article


def test_what_few_articles_have_in_common_counts_more_than_what_many_have():
    minister, envoy = make_person(), make_person("Carl Zorn", "carl-zorn")
    shown = about(make_article(), minister, envoy)
    often = [about(make_article(), minister) for _ in range(4)]
    rare = about(make_article(), envoy)
    found = related_to(shown, [minister, envoy])
    assert [one.article for one in found][0] == rare
    assert {one.article for one in found[1:]} == set(often)
    assert found[0].shares == (envoy,)


def test_of_equals_the_nearest_in_time_comes_first():
    minister = make_person()
    far, near, undated, shown = (
        about(make_article(published=day, precision="day" if day else "unknown"), minister)
        for day in ("2001-01-01", "2014-03-01", None, "2014-03-04")
    )
    shown.refresh_from_db()
    assert [one.article for one in related_to(shown, [minister])] == [near, far, undated]


def test_what_is_in_the_news_each_day_tells_nothing(monkeypatch):
    monkeypatch.setattr(related, "MOST", 2)
    minister = make_person()
    shown, *_ = [about(make_article(), minister) for _ in range(3)]
    assert related_to(shown, [minister]) == []


def test_copies_and_the_article_itself_are_left_out():
    event = make_event()
    shown, copy, other = (make_article() for _ in range(3))
    for article in (shown, copy, other):
        article.event_mentions.create(event=event, start=0, end=5)
    assert [one.article for one in related_to(shown, [event], [copy])] == [other]


def test_an_undated_statement_has_none_before_and_none_after():
    say(make_article(), "by anyone.")
    undated = say(make_article(published=None, precision="unknown"), "by anyone.")
    assert said_before(undated) is None and said_after(undated) is None


def test_one_who_is_not_known_has_said_nothing_else():
    first, second = (say(make_article(), "by anyone.", person=None, unnamed="a source") for _ in range(2))
    assert said_after(first) is None and said_before(second) is None


def test_both_ways_to_the_nearest_statement_lead_to_the_same(monkeypatch):
    said = [say(make_article(published=f"2014-03-0{day}"), "by anyone.") for day in (3, 1, 2)]
    for many in (0, 500):
        monkeypatch.setattr("archive.search.neighbours.MANY", many)
        assert said_after(said[1]) == said[2] and said_before(said[0]) == said[2]
        assert said_before(said[1]) is None and said_after(said[0]) is None
