"""Cutting a body: paragraphs, sentences, tokens, quotations."""

import pytest

from archive.extraction.sentences import read_text


def sentences(body: str) -> list[str]:
    return [body[start:end] for start, end in read_text(body).sentences]


def quotations(body: str) -> list[str]:
    return [body[quotation.start : quotation.end] for quotation in read_text(body).quotations]


@pytest.mark.parametrize(
    "body",
    [
        "Gen. Ada Berg met Mr. Roe and Dr. J. F. Lind on Jan. 5.",
        "The U.S. delegation left Washington, D.C., at 5 p.m. on Monday.",
        "“Is it over?” she asked.",
        "He waited … and then … he left.",
        "It grew by 3.5 percent to 1,300.",
        "See agency.com for more.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(body):
    assert sentences(body) == [body]


def test_a_sentence_ends_with_its_closing_marks():
    assert sentences("“We left.” They stayed. (No one spoke.) Then it rained.") == [
        "“We left.”",
        "They stayed.",
        "(No one spoke.)",
        "Then it rained.",
    ]


def test_an_abbreviation_ends_a_sentence_before_a_word_that_begins_one():
    assert sentences("They met in the U.S. The talks failed.") == [
        "They met in the U.S.",
        "The talks failed.",
    ]


def test_the_name_of_a_network_is_no_initial():
    assert sentences("She wrote so on X. Berg agreed.") == ["She wrote so on X.", "Berg agreed."]


def test_a_dateline_is_a_sentence_of_its_own():
    assert sentences("OSLO, March 3. /WIRE/. The envoy arrived.") == [
        "OSLO, March 3. /WIRE/.",
        "The envoy arrived.",
    ]


def test_no_sentence_crosses_a_paragraph():
    assert sentences("A headline\n\nThe story") == ["A headline", "The story"]


def test_what_leans_on_a_word_is_a_token_of_its_own():
    assert read_text("Berg’s state-run U.N. mission...").texts == [
        "Berg",
        "’s",
        "state-run",
        "U.N.",
        "mission",
        "...",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('He said "a b c" and “d e”.', ["a b c", "d e"]),
        ("''It is so,'' he said.", ["It is so,"]),
        ("``It is so,'' he said.", ["It is so,"]),
        ('"Mixed marks,” he said.', ["Mixed marks,"]),
        ("“Typed twice the same“ he said “x”.", ["Typed twice the same", "x"]),
        ("“He called it ‘a big deal’ then,” she said.", ["He called it ‘a big deal’ then,"]),
        ('"He saw “The Film.” But it is late," she said.', ["He saw “The Film.” But it is late,"]),
        ("Minister: ‘We Are Not Going’ to the summit", ["We Are Not Going"]),
        ("The voters' plan and the parties' hopes", []),
        ("«Nous partons», he said.", ["Nous partons"]),
    ],
)
def test_quotations_are_told_by_the_shape_and_the_place_of_their_marks(body, expected):
    assert quotations(body) == expected


def test_a_quotation_without_a_closing_mark_runs_to_the_end_of_its_paragraph_and_on():
    first, second = read_text("“One two.\n\n“Three,” he said.").quotations
    assert (first.closed, first.continues) == (False, True)
    assert (second.closed, second.continues) == (True, False)


def test_a_paragraph_may_close_what_the_one_before_has_opened():
    body = '"One two.\n\nThree four," he said.'
    assert quotations(body) == ["One two.", "Three four,"]
    assert read_text(body).quotations[0].continues


def test_offsets_find_what_stands_there():
    body = "Berg spoke. “We won,” she said."
    text = read_text(body)
    assert text.sentence_index(body.index("she")) == 1
    assert text.quotation_at(body.index("won")) == text.quotations[0]
    assert text.quotation_at(0) is None
    assert text.quotes_in(0, len(body)) and text.quotes_in(body.index("won"), len(body))
    assert not text.quotes_in(0, body.index("“"))
    assert [token.text for token in text.tokens_in(0, 10)] == ["Berg", "spoke"]
