"""Offices told apart from the names of those who hold them."""

import pytest

from archive.extraction.names import find_names
from archive.extraction.sentences import read_text
from tests.extraction.names.test_speakers import meant


@pytest.mark.parametrize(
    ("phrase", "following"),
    [
        ("Zambia's president", "Chanda Mulenga told diplomats on Friday that it had rained."),
        ("a senior Norwegian diplomat", "“It rains,” Chanda Mulenga said."),
        ("the United Nations' top envoy to the country", "“It rains,” said Chanda Mulenga, who is ill."),
    ],
)
def test_the_office_of_a_lead_is_that_of_the_one_named_next(phrase: str, following: str):
    marked = (
        f"Private creditors must finish the talks before the end of the year, <{phrase}> said.\n\n{following}"
    )
    assert meant(marked) == ("Chanda Mulenga", "person")


@pytest.mark.parametrize(
    "following",
    [
        "The Swiss ambassador, Anna Moser, said that it rained.",  # another office
        "Talks with Anna Moser were cold.",  # nobody who acts
        "It rained.\n\nAnna Moser told reporters that it rained.",  # too late
    ],
)
def test_the_office_of_a_lead_is_not_given_to_just_anyone(following: str):
    marked = (
        f"Creditors must finish the talks by the end of the year, <Zambia's president> said.\n\n{following}"
    )
    assert meant(marked)[1] == "unnamed"


def test_several_share_an_office_told_before_them():
    body = (
        "Prime Ministers Tomaž Kranjec of Slovenia and Ivana Belova of Croatia met with ministers of finance."
    )
    found = {p.name: [(r.title, r.country) for r in p.roles] for p in find_names(read_text(body)).people}
    assert found == {"Tomaž Kranjec": [("Prime Minister", "SI")], "Ivana Belova": [("Prime Minister", "HR")]}


def test_a_name_turned_round_is_one_person():
    body = "Hungary's foreign minister, Szalai Gergely, came. Gergely Szalai said that it rained."
    assert [person.name for person in find_names(read_text(body)).people] == ["Gergely Szalai"]


def test_a_daughter_named_by_her_given_name_alone_is_a_person():
    marked = "Aubrey Hall has died. It was sudden, said <his daughter>, Cynthia, who is ill."
    assert meant(marked) == ("Cynthia", "person")


@pytest.mark.parametrize("label", ["FM JÓNSDÓTTIR", "FOREIGN MINISTER JÓNSDÓTTIR"])
def test_a_label_in_capitals_is_the_person_named_otherwise(label: str):
    marked = f"Minister Birna Jónsdóttir said that it rained.\n\n<{label}>: It is cold in the north."
    assert meant(marked) == ("Birna Jónsdóttir", "person")


def test_the_premier_is_the_prime_minister():
    marked = (
        "Croatian Prime Minister Ivana Belova came. Luc Moreau left. It rains, <the Croatian premier> said."
    )
    assert meant(marked) == ("Ivana Belova", "person")
