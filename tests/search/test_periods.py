"""Days, months and years as readers write them."""

from datetime import date

import pytest

from archive.search.countries import country_name
from archive.search.periods import as_number, cut, first_day, last_day, periods_between


def test_a_period_has_a_first_and_a_last_day():
    assert (first_day("2016"), last_day("2016")) == (date(2016, 1, 1), date(2016, 12, 31))
    assert (first_day("2016-02"), last_day("2016-02")) == (date(2016, 2, 1), date(2016, 2, 29))
    assert first_day("2016-02-29") == last_day("2016-02-29") == date(2016, 2, 29)


@pytest.mark.parametrize(
    "text", ["2015-02-29", "2015-13", "0000", "15", "2015-1", "2015-10-5", " 2015", "٢٠١٥", "x"]
)
def test_what_is_no_period_is_an_error(text):
    with pytest.raises(ValueError):
        first_day(text)
    with pytest.raises(ValueError):
        last_day(text)


def test_a_date_is_cut_to_what_is_known():
    day = date(2015, 10, 1)
    cuts = [cut(day, precision) for precision in ("minute", "day", "month", "year")]
    assert cuts == ["2015-10-01", "2015-10-01", "2015-10", "2015"]
    assert cut(None, "unknown") is None


def test_the_periods_between_two_days_are_all_that_they_touch():
    first, last = date(2015, 11, 30), date(2016, 1, 1)
    assert list(periods_between(first, last, 4)) == ["2015", "2016"]
    assert list(periods_between(first, last, 7)) == ["2015-11", "2015-12", "2016-01"]
    assert len(list(periods_between(first, last, 10))) == 33
    assert list(periods_between(last, last, 10)) == ["2016-01-01"]
    assert list(periods_between(date(9999, 1, 1), date(9999, 12, 31), 4)) == ["9999"]


def test_days_sort_as_numbers():
    assert as_number(date(2015, 10, 5)) == 20151005


def test_countries_are_named_by_their_code_in_either_case():
    assert country_name("de") == country_name("DE") == "Germany"
    assert country_name("zz") == "ZZ"
