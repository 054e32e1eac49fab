"""Facets: which values the hits have, and how often."""

from datetime import UTC, date, datetime

import pytest


def at(year, month=1, day=1, hour=12):
    return datetime(year, month, day, hour, tzinfo=UTC)


ODD = [
    "Paris, France",
    "Trade & aid",
    "and/or",
    "Женева",
    "القاهرة",
    "São Tomé",
    'a:b (c) "d" *',
    "東京",
    "Talks",
    "talks",
]


@pytest.mark.parametrize("value", ODD)
def test_a_facet_has_whole_values_whatever_their_signs_and_script(write, found, value):
    for other in ODD:
        write("Report", "one", [other, "everywhere"], place=other)
    facets = found.facet("place").facet("topics").facet_counts()["fields"]
    assert (value, 1) in facets["place"]
    assert (value, 1) in facets["topics"]
    assert facets["topics"][0] == ("everywhere", len(ODD))
    assert len(facets["topics"]) == len(ODD) + 1
    assert found.filter(topics__exact=value).count() == 1
    assert found.filter(topics_exact__in=[value]).count() == 1


def test_facets_count_the_hits_only(write, found):
    write("Ferry", "sails", ["trade", "sea"])
    write("Ferry", "waits", ["trade"])
    write("Lorry", "waits", ["road"])
    facets = found.filter(content="ferry").facet("topics").facet_counts()
    assert facets["fields"]["topics"] == [("trade", 2), ("sea", 1)]


def test_facets_come_most_first_then_by_value_up_to_the_limit(write, found):
    for topics in (["b", "c"], ["c", "a"], ["d"]):
        write("Report", "one", topics)
    assert found.facet("topics").facet_counts()["fields"]["topics"] == [
        ("c", 2),
        ("a", 1),
        ("b", 1),
        ("d", 1),
    ]
    assert found.facet("topics", limit=2).facet_counts()["fields"]["topics"] == [("c", 2), ("a", 1)]


def test_numbers_booleans_and_text_facet_too(write, found):
    write("Short", "one two")
    write("Short", "three four")
    write("Long", "one two three four five six")
    facets = found.facet("words").facet("long").facet("title").facet_counts()["fields"]
    assert facets["words"] == [(2, 2), (6, 1)]
    assert facets["long"] == [(False, 2), (True, 1)]
    assert facets["title"] == [("Short", 2), ("Long", 1)]


def test_deleted_documents_do_not_count(shelf, write, found):
    gone, _ = write("Report", "one", ["a"]), write("Report", "two", ["a"])
    shelf.remove(gone)
    assert found.facet("topics").facet_counts()["fields"]["topics"] == [("a", 1)]


def test_a_date_facet_counts_each_period(write, found):
    for day in (at(2014, 5, 1), at(2014, 5, 31), at(2014, 6, 1, 0), at(2015, 1, 1), None):
        write("Report", "one", published=day)
    months = found.date_facet("published", date(2014, 1, 1), date(2016, 1, 1), "month").facet_counts()
    assert months["dates"]["published"] == [
        (datetime(2014, 5, 1), 2),
        (datetime(2014, 6, 1), 1),
        (datetime(2015, 1, 1), 1),
    ]
    years = found.date_facet("published", date(2014, 1, 1), date(2015, 1, 1), "year").facet_counts()
    assert years["dates"]["published"] == [(datetime(2014, 1, 1), 3)]
    days = found.date_facet("published", date(2014, 5, 30), date(2014, 6, 2), "day").facet_counts()
    assert days["dates"]["published"] == [(datetime(2014, 5, 31), 1), (datetime(2014, 6, 1), 1)]


def test_a_period_may_be_several_units_long_and_starts_where_it_is_told(write, found):
    for day in (at(2014, 2), at(2014, 4), at(2014, 5)):
        write("Report", "one", published=day)
    quarters = found.date_facet("published", date(2014, 2, 1), date(2015, 1, 1), "month", 3).facet_counts()
    assert quarters["dates"]["published"] == [(datetime(2014, 2, 1), 2), (datetime(2014, 5, 1), 1)]


def test_a_query_facet_counts_what_matches_it_too(write, found):
    write("Ferry", "sails")
    write("Ferry", "waits")
    write("Lorry", "waits")
    facets = (
        found.filter(content="ferry")
        .query_facet("text", "wait*")
        .query_facet("words", "[1 TO 5]")
        .facet_counts()
    )
    assert facets["queries"] == {"text_wait*": 1, "words_[1 TO 5]": 2}


def test_narrowing_takes_both_hits_and_counts(write, found):
    write("Ferry", "sails", ["sea", "trade"])
    write("Lorry", "waits", ["road", "trade"])
    narrowed = found.facet("topics").narrow('topics_exact:"sea"')
    assert narrowed.count() == 1
    assert narrowed.facet_counts()["fields"]["topics"] == [("sea", 1), ("trade", 1)]


@pytest.fixture
def five_voyages(write):
    write("Ferry", "sails", ["sea"], at(2014, 5), "Oslo")
    write("Ferry", "sails", ["sea", "trade"], at(2014, 6), "Bergen")
    write("Ferry", "sails", ["trade"], at(2015, 6), "Bergen")
    write("Ferry", "waits", ["road"], None, "Oslo")
    write("Lorry", "sails", ["road"], at(2016, 1), "Narvik")


def test_an_open_facet_counts_what_picking_another_of_its_choices_would_give(five_voyages, found):
    ferries = found.filter(content="ferry").facet("place", open=True).facet("topics", open=True)
    chosen = ferries.narrow('place_exact:"Oslo"')
    assert chosen.count() == 2
    facets = chosen.facet_counts()["fields"]
    assert facets["place"] == [("Bergen", 2), ("Oslo", 2)]
    assert facets["topics"] == [("road", 1), ("sea", 1)]
    both = ferries.narrow('place_exact:("Oslo" OR "Bergen")').narrow('topics_exact:"trade"')
    assert both.count() == 2
    assert both.facet_counts()["fields"]["place"] == [("Bergen", 2)]
    assert both.facet_counts()["fields"]["topics"] == [("sea", 2), ("trade", 2), ("road", 1)]


def test_a_narrowing_on_several_fields_holds_for_every_facet(five_voyages, found):
    mixed = found.facet("place", open=True).narrow('place_exact:"Oslo" OR topics_exact:"road"')
    assert mixed.facet_counts()["fields"]["place"] == [("Oslo", 2), ("Narvik", 1)]


def test_periods_and_the_undated_are_counted_in_one_search(five_voyages, found):
    by_year = found.filter(content="ferry").facet("published", by="year", missing=True, open=True)
    expected = [(datetime(2014, 1, 1), 2), (datetime(2015, 1, 1), 1), (None, 1)]
    assert by_year.facet_counts()["fields"]["published"] == expected
    narrowed = by_year.narrow("published:[20150101 TO 20151231]")
    assert narrowed.count() == 1
    assert narrowed.facet_counts()["fields"]["published"] == expected


def test_missing_counts_hits_without_a_value_of_a_facet(write, found):
    write("Report", "one", ["a"])
    write("Report", "two")
    assert found.facet("topics", missing=True).facet_counts()["fields"]["topics"] == [("a", 1), (None, 1)]
