"""New articles, new versions of known ones, and nothing new."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive.extraction.record import Published
from archive.models import Article, Capture, Person

from .records import dated, person, put, record

pytestmark = pytest.mark.django_db

BODY = "The envoys met on the bridge at noon. They spoke of fish, of the weather and of the price of salt."
CHANGED = BODY.replace("noon", "midnight")
OTHER = "A cargo ship with nine sailors ran aground off the northern cape early in the morning."


def test_the_same_bytes_change_nothing():
    made = record(BODY)
    assert [put(made), put(made)] == ["new", "unchanged"]
    assert Article.objects.count() == Capture.objects.count() == 1


def test_a_changed_page_of_the_same_address_is_a_new_version_of_the_article():
    assert put(record(BODY, url="https://wire.example/a")) == "new"
    assert put(record(CHANGED, url="https://wire.example/a", title="Envoys meet late")) == "updated"
    article = Article.objects.get()
    assert (article.body, article.title) == (CHANGED, "Envoys meet late")
    assert article.captures.count() == 2 and article.capture == article.captures.first()


def test_a_page_is_not_dated_to_a_day_that_has_not_come():
    tomorrow, later = (timezone.now() + timedelta(days=ahead) for ahead in (1, 3))
    put(record(BODY, published=Published(f"{later:%Y-%m-%d}", "day")))
    put(record(OTHER, published=Published(f"{tomorrow:%Y-%m-%d}", "day")))
    ahead, dated = Article.objects.order_by("pk")
    assert (ahead.published, ahead.precision) == (None, "unknown")
    assert "had not come" in ahead.evidence.get().says
    assert dated.published == tomorrow.date()


@pytest.mark.parametrize(
    "other",
    [
        "https://wire.example/a/?utm_source=feed",
        "http://www.wire.example/a#photos",
        "https://WIRE.example/a",
    ],
)
def test_one_address_is_written_in_several_ways(other):
    put(record(BODY, url="https://wire.example/a"))
    assert put(record(CHANGED, url=other)) == "updated"


@pytest.mark.parametrize(
    "other", ["https://wire.example/b", "https://wire.example/a?id=2", "https://x.example/a"]
)
def test_another_address_is_another_article(other):
    put(record(BODY, url="https://wire.example/a"))
    assert put(record(CHANGED, url=other)) == "new"


def test_a_sites_front_page_is_no_address_of_an_article():
    put(record(BODY, url="https://wire.example/"))
    assert put(record(OTHER, url="https://wire.example/")) == "new"


def test_a_changed_file_is_a_new_version():
    put(record(BODY, path="pages/a.txt"))
    assert put(record(CHANGED, path="pages/a.txt")) == "updated"


def test_a_file_written_over_with_another_page_is_another_article():
    put(record(BODY, path="pages/a.txt", title="Envoys meet"))
    assert put(record(OTHER, path="pages/a.txt", title="Ship aground")) == "new"
    assert put(record(CHANGED, path="pages/a.txt", title="Envoys met")) == "updated"
    assert Article.objects.count() == 2


def test_what_comes_through_standard_input_has_no_address():
    put(record(BODY, path="-"))
    assert put(record(CHANGED, path="-")) == "new"


def test_an_older_capture_does_not_take_the_place_of_a_newer_one():
    url = "https://wire.example/a"
    put(record(CHANGED, url=url, captured="2020-04-08T11:55:00Z"))
    assert put(record(BODY, url=url, captured="2015-11-25T10:00:00Z")) == "updated"
    article = Article.objects.get()
    assert article.body == CHANGED and article.captures.count() == 2


def test_an_entry_of_a_feed_gives_way_to_its_page_and_never_takes_the_place_of_it():
    url = "https://wire.example/a"
    put(record(BODY, url=url), format="feed")
    put(record(CHANGED, url=url, captured="2015-11-25T10:00:00Z"), format="html")
    put(record(BODY + " More.", url=url, captured="2020-04-08T11:55:00Z"), format="feed")
    article = Article.objects.get()
    assert article.body == CHANGED and article.captures.count() == 3


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://x.ex:99999/", "http://["]
)
def test_an_address_that_nobody_should_follow_is_not_kept(url):
    put(record(BODY, url=url))
    assert Article.objects.get().url == ""


def test_what_an_editor_set_survives_a_new_version():
    put(record(BODY, url="https://wire.example/a", published=dated("2015-01-01"), topics=("Fish",)))
    article = Article.objects.get()
    article.title, article.published = "Set by hand", "2014-12-31"
    article.topics.clear()
    article.lock("title", "published", "topics")
    article.save()
    later = {"published": dated("2016-02-02"), "topics": ("Salt",), "series": "S"}
    put(record(CHANGED, url="https://wire.example/a", **later))
    article.refresh_from_db()
    assert (article.title, str(article.published), article.series) == ("Set by hand", "2014-12-31", "S")
    assert not article.topics.exists() and article.body == CHANGED


def test_a_date_to_the_minute_keeps_its_minute():
    put(record(BODY, published=Published("2015-11-25T10:57Z", "minute")))
    article = Article.objects.get()
    assert (str(article.published), article.published_at.minute) == ("2015-11-25", 57)


def test_people_whom_no_article_names_any_more_are_forgotten():
    url = "https://wire.example/a"
    body = "Washington Post and Ana Ilves met."
    wrong = person(body, "Washington Post")
    put(record(body, url=url, people=(wrong, person(body, "Ana Ilves", "Envoy", "EE"))))
    put(record(body, url=url, people=(person(body, "Ana Ilves"),), series="again"))
    assert [str(one) for one in Person.objects.all()] == ["Ana Ilves"]
    assert not Person.objects.get().offices.exists()
