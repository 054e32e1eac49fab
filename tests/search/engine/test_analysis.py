"""Words of a text into the terms that they are found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.engine.analysis import FastStemmingAnalyzer, find_terms


def terms(text: str) -> list[str]:
    return [term for _, term in find_terms(text) if term]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The sanctions of the US", ["sanction", "us"]),
        ("They signed it on 9 May", ["thei", "sign", "mai"]),
        ("We will not yield", ["will", "not", "yield"]),
    ],
)
def test_words_that_mean_something_in_diplomacy_are_found(text: str, found: list[str]) -> None:
    assert terms(text) == found


@given(st.text())
def test_terms_are_those_of_the_analyzer_that_whoosh_asks(text: str) -> None:
    assert terms(text) == [token.text for token in FastStemmingAnalyzer()(text)]
