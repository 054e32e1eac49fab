"""How what is found is spread over months and days."""

import pytest

from archive.search import SearchRequest, spread
from archive.search.queue import drain
from tests.views.rows import make_article, make_person, say

pytestmark = pytest.mark.django_db

DATED = (
    ("2014-03-04", "day"), ("2014-03-09", "minute"), ("2014-03-01", "month"), ("2014-01-01", "year"),
    ("2015-01-02", "day"), (None, "unknown"),
)  # fmt: skip


@pytest.fixture
def said() -> None:
    for published, precision in DATED:
        say(make_article(published=published, precision=precision), "We will not be hurried,")
    drain()


def spread_of(unit: str, **asked: object) -> list[tuple[str, int]]:
    return [
        (period.start, period.count) for period in spread(SearchRequest(type="statements", **asked), unit)
    ]


def test_each_month_counts_what_is_known_to_be_of_it(said):
    assert spread_of("month") == [("2014-03", 3), ("2015-01", 1)]


def test_each_day_counts_what_is_known_to_be_of_it(said):
    assert spread_of("day") == [("2014-03-04", 1), ("2014-03-09", 1), ("2015-01-02", 1)]


def test_filters_and_words_hold(said):
    assert spread_of("month", start="2015", end="2015", q="hurried") == [("2015-01", 1)]
    make_person("Carl Zorn", "carl-zorn")
    assert spread_of("month", speaker=("carl-zorn",)) == []


def test_what_is_refused_is_spread_nowhere(said):
    assert spread_of("month", q="word " * 200) == []
