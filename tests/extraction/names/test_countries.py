"""Which countries a body speaks of."""

import pytest

from archive.extraction.names import find_names
from archive.extraction.sentences import read_text


def countries(body: str) -> tuple[str, ...]:
    return find_names(read_text(body)).countries


def test_names_demonyms_capitals_and_palaces_count_and_the_most_named_is_first():
    body = "Moscow and the Kremlin denied it. The Russian envoy left. Norway and Oslo did not. Peru did."
    assert countries(body) == ("RU", "NO", "PE")


@pytest.mark.parametrize(
    "body",
    [
        "Michael Jordan was there.",
        "The Iowa and Ohio delegates met those of Utah and Georgia.",
        "Reuters reported it, and CNN did too.",
        "The turkey and the china were sold.",
    ],
)
def test_people_states_and_newspapers_are_no_countries(body: str):
    assert countries(body) == ()


def test_georgia_is_a_country_among_countries():
    assert countries("Georgia and Armenia met in Tbilisi.") == ("GE", "AM")
