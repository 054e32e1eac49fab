"""Words that one passes on and another has spoken: the speaker is who is quoted, the other the medium."""

import pytest

from archive.extraction import extract
from archive.reading.text import read_body


def told(body: str) -> list[tuple[str, str, str | None]]:
    """Return the words for the speaker, what was said and who passed it on."""
    statements = extract(read_body(body.encode(), "a text")).statements
    return [(found.speaker.as_written, found.text, found.medium) for found in statements if found.speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency quoted Minister Ada Berg as saying the talks had failed.",
        "Minister Ada Berg was quoted by the agency as saying that the talks had failed.",
        "Minister Ada Berg was quoted as saying by the agency that the talks had failed.",
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_is_the_medium(sentence: str):
    [(speaker, words, medium)] = told(sentence)
    assert (speaker, words, medium.lower()) == ("Minister Ada Berg", "the talks had failed", "the agency")


def test_a_quotation_before_who_quotes_it_is_of_who_is_quoted():
    body = "“We will not leave the talks,” the agency quoted Minister Ada Berg as saying."
    assert told(body) == [("Minister Ada Berg", "We will not leave the talks", "the agency")]


def test_a_quotation_is_of_who_was_quoted_in_the_next_sentence():
    body = "“The border will open in May.” Spokesman Ivo Lind quoted Minister Ada Berg as saying."
    assert [words[:2] for words in told(body)] == [("Minister Ada Berg", "The border will open in May.")]


def test_who_is_quoted_by_nobody_has_no_medium():
    body = "Minister Ada Berg was quoted as saying that the talks had failed."
    assert told(body) == [("Minister Ada Berg", "the talks had failed", None)]


def test_what_the_quoted_one_says_of_the_words_of_others_is_theirs():
    body = "The agency quoted Minister Ada Berg as saying that Ivo Lind had said the port was closed."
    assert ("Ivo Lind", "the port was closed", None) in told(body)
