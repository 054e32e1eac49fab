"""Dates in words, and bars over time."""

from datetime import UTC, date, datetime

import pytest

from archive.views.charts import bars
from archive.views.dates import in_words, iso_in_words


@pytest.mark.parametrize(
    ("day", "precision", "form", "words"),
    [
        (date(2015, 11, 25), "day", "full", "Wednesday 25 November 2015"),
        (date(2015, 11, 25), "day", "plain", "25 November 2015"),
        (date(2015, 11, 25), "minute", "short", "25 Nov 2015"),
        (date(2015, 11, 1), "month", "full", "November 2015"),
        (date(2015, 1, 1), "year", "full", "2015"),
        (None, "unknown", "full", "date unknown"),
    ],
)
def test_a_date_is_as_exact_in_words_as_it_is_known(day, precision, form, words):
    assert in_words(day, precision, form=form) == words


def test_a_date_that_is_known_to_the_minute_tells_it():
    minute = datetime(2015, 11, 25, 10, 57, tzinfo=UTC)
    assert in_words(minute.date(), "minute", minute) == "Wednesday 25 November 2015, 10:57 UTC"


@pytest.mark.parametrize(
    ("text", "words"), [("2015", "2015"), ("2015-10", "October 2015"), (None, "date unknown")]
)
def test_an_iso_period_is_put_in_words(text, words):
    assert iso_in_words(text) == words


def link(period: str) -> str:
    return f"?{period}"


def test_periods_of_nothing_between_others_have_a_bar_too():
    drawn = bars([("2015-11", 4), ("2016-02", 1)], link)
    assert [(bar.start, bar.count, bar.height) for bar in drawn] == [
        ("2015-11", 4, 100),
        ("2015-12", 0, 0),
        ("2016-01", 0, 0),
        ("2016-02", 1, 25),
    ]


def test_what_is_little_beside_much_is_still_seen():
    assert min(bar.height for bar in bars([("2015", 10_000), ("2016", 1)], link)) == 3


def test_a_span_that_was_asked_for_is_drawn_whole():
    assert len(bars([("2015-06", 1)], link, span=("2015", "2015"))) == 12


def test_many_bars_have_few_labels():
    drawn = bars([("1900", 1), ("1999", 1)], link)
    assert len(drawn) == 100 and sum(bool(bar.label) for bar in drawn) <= 12


def test_a_span_of_two_thousand_years_keeps_the_counted_years_only():
    assert [bar.start for bar in bars([("0033", 1), ("2015", 1)], link)] == ["0033", "2015"]


def test_nothing_has_no_bars():
    assert bars([("2015", 0)], link) == ()
