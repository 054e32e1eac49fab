"""No page asks the database more often because there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Article
from archive.search.queue import drain
from tests.conftest import forget_what_is_kept

from .rows import make_article, make_event, make_full_article, make_person, name, say

PAGES = {
    "/": 30,  # of which 23 once after a change of the archive: the directory, and what the archive holds
    "/suggest.json?q=berg": 15,  # of which 14 once after a change
    "/search/": 6,
    "/search/?type=statements": 6,
    "/people/": 15,
    "/people/anna-berg/": 24,
    "/organizations/": 15,
    "/organizations/foreign-ministry-of-graustark/": 20,
    "/compare/?speaker=anna-berg&speaker=person-1&speaker=person-2&speaker=person-3": 30,
    "/sources/": 4,
    "/sources/strelsau-courier/": 8,
    "/events/": 5,
    "/events/meeting-in-strelsau/": 12,
    "article": 16,
    "statement": 15,
}


@pytest.fixture
def article(db) -> Article:
    """Return an article in an archive with several of everything."""
    article = make_full_article()
    for number in range(4):
        more = make_article(title=f"More {number}")
        person = make_person(f"Person {number}", f"person-{number}")
        for party in (person, make_person()):
            say(more, "by anyone.", person=party)
            name(more, "her colleague", person=party)
            name(article, "her colleague", person=party)
        say(article, "did not comment", person=person)
        make_event(name=f"Event {number}", slug=f"event-{number}").people.add(person)
    drain()
    return article


def test_the_number_of_queries_is_bounded(client, article):
    address = {
        "article": article.get_absolute_url(),
        "statement": article.statements.first().get_absolute_url(),
    }
    beyond = {}
    for page, most in PAGES.items():
        forget_what_is_kept()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address.get(page, page)).status_code == 200
        if len(queries) > most:
            beyond[page] = [query["sql"][:200] for query in queries]
    assert beyond == {}
