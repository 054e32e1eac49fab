"""Words that an outlet passes on, citing someone: who is cited speaks, the outlet is the medium."""

import pytest

from archive.extraction import extract
from archive.reading.text import read_body


def told(body: str) -> list[tuple[str, str, str | None]]:
    """Return who speaks, what was said and who passed it on."""
    statements = extract(read_body(body.encode(), "a text")).statements
    return [(found.speaker.name, found.text, found.medium) for found in statements if found.speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Interfax reported, citing Minister Ada Berg, that the talks had failed.",
        "Interfax reported with reference to Minister Ada Berg that the talks had failed.",
        "Interfax, citing Minister Ada Berg, reported that the talks had failed.",
        "Citing Minister Ada Berg, Interfax reported that the talks had failed.",
        "Interfax reported on Monday, quoting Ada Berg, the envoy of Norland, that the talks had failed.",
    ],
)
def test_who_is_cited_before_the_words_speaks(sentence: str) -> None:
    assert told(sentence) == [("Ada Berg", "the talks had failed", "Interfax")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks had failed, Interfax said, citing Minister Ada Berg.",
        "The talks had failed, said Interfax, referring to Minister Ada Berg.",
        "The talks had failed, Interfax reports, citing Minister Ada Berg, who was in Pell.",
        "The talks had failed, Interfax said, citing the head of the delegation, Ada Berg.",
        "The talks had failed, according to Interfax, citing Minister Ada Berg.",
    ],
)
def test_who_is_cited_after_the_words_speaks(sentence: str) -> None:
    assert told(sentence) == [("Ada Berg", "The talks had failed", "Interfax")]


@pytest.mark.parametrize("outlet", ["the agency", "the newspaper Novy Den", "the Pell Herald", "a report"])
def test_outlets_are_known_by_their_names_and_nouns(outlet: str) -> None:
    assert told(f"The talks had failed, {outlet} said, citing Minister Ada Berg.") == [
        ("Ada Berg", "The talks had failed", outlet)
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a source in the ministry", "source in the ministry"),
        ("two officials familiar with the talks", "two officials familiar with the talks"),
        ("unnamed diplomats", "unnamed diplomats"),
        ("the Foreign Ministry of Norland", "Foreign Ministry"),
    ],
)
def test_bodies_and_those_without_a_name_can_be_cited(written: str, name: str) -> None:
    body = f"The agency reported, citing {written}, that the talks had failed."
    assert told(body) == [(name, "the talks had failed", "The agency")]


def test_a_quotation_is_of_who_is_cited() -> None:
    body = "“The port is closed,” Interfax reported, citing Minister Ada Berg."
    assert told(body) == [("Ada Berg", "The port is closed", "Interfax")]


@pytest.mark.parametrize(
    "cited",
    [
        "data of the ministry",
        "a document",
        "a Foreign Ministry Statement",
        "the president of Norland’s words",
        "his service in the army",
        "media reports",
        "open sources",
        "Minister Ada Berg’s letter",
        "comments by Minister Ada Berg",
        "the Geneva Convention",
        "the Human Rights Act",
        "security concerns",
        "Iran",
        "Facebook",
        "the Pell Herald",
    ],
)
def test_things_places_and_other_outlets_do_not_speak(cited: str) -> None:
    body = f"The talks had failed, Interfax reported, citing {cited}."
    assert told(body) == [("Interfax", "The talks had failed", None)]


def test_who_is_no_outlet_speaks_whomever_they_cite() -> None:
    body = "The port was closed, Minister Ada Berg said, citing Ivo Lind."
    assert told(body) == [("Ada Berg", "The port was closed", None)]


def test_what_someone_said_before_an_outlet_passes_it_on_is_not_of_who_is_cited() -> None:
    body = "Minister Ada Berg said that the port was closed, Interfax reported, citing Ivo Lind."
    assert not [words for speaker, words, _ in told(body) if speaker == "Ivo Lind"]


def test_what_an_outlet_did_not_report_has_no_speaker() -> None:
    assert told("Interfax did not report, citing Ada Berg, that the port was closed.") == []
