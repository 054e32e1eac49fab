"""The shipped model: what it decides on the rules' proposals, how sure it is, and how fast."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.attribution import Draft, propose
from archive.extraction.model import decide
from archive.extraction.model.pointers import FILE as WEIGHTS
from archive.extraction.model.pointers import read_weights
from archive.extraction.model.words import FILE as WORDS
from archive.extraction.model.words import read_vocabulary
from archive.extraction.sentences import read_text


def decided(body: str) -> list[Draft]:
    text = read_text(body)
    return decide(text, propose(text))


def told(body: str) -> list[tuple[str, str]]:
    """Return speaker and words of each draft."""
    return [
        (body[slice(*draft.speaker)] if draft.speaker else "", " … ".join(body[a:b] for a, b in draft.pieces))
        for draft in decided(body)
    ]


def test_a_reported_clause_has_its_speaker_and_its_words():
    body = "Premier Ilse Tamm said on Monday that the ferry would sail again in spring."
    assert told(body) == [("Premier Ilse Tamm", "the ferry would sail again in spring")]


def test_a_cue_after_the_words_takes_the_whole_sentence_before_it():
    body = "The two ports will open in May, the harbour ministry said."
    assert told(body) == [("the harbour ministry", "The two ports will open in May")]


def test_a_quotation_that_its_cue_interrupts_is_one_statement_of_two_pieces():
    body = "“We will rebuild the bridge,” Tamm told reporters. “It is our duty.”"
    assert told(body) == [("Tamm", "We will rebuild the bridge, … It is our duty.")]


def test_the_name_of_a_show_is_no_piece_of_what_is_said_on_it():
    body = (
        "“We will rebuild the bridge,” Tamm said on the channel’s “Morning With Friends.” “It is our duty.”"
    )
    assert told(body) == [("Tamm", "We will rebuild the bridge, … It is our duty.")]


@pytest.mark.parametrize("joint", ["and warned of storms", "but told them to wait for the spring"])
def test_what_is_said_ends_before_a_second_verb_of_the_same_speaker(joint: str):
    assert ("Tamm", "the ferry would sail") in told(f"Tamm said the ferry would sail {joint}.")


@pytest.mark.parametrize("said", ["it would reply in kind", "the raid went too far"])
def test_what_the_speaker_did_is_no_part_of_what_was_said(said: str):
    body = f"The ministry said that {said} and summoned the ambassador of Norland on Monday."
    assert told(body) == [("The ministry", said)]


@pytest.mark.parametrize("verb", ["affirmed", "underlined", "specified", "clarified", "cautioned"])
def test_a_verb_of_saying_that_news_hardly_has_attributes_as_others_do(verb: str):
    assert told(f"Minister Tamm {verb} that Norland values its ferries.") == [
        ("Minister Tamm", "Norland values its ferries")
    ]


def test_an_opinion_is_its_owners():
    assert told("Tamm came to Oslo. In her opinion, the ferry should sail.")[-1] == (
        "her",
        "the ferry should sail",
    )


def test_a_quotation_that_two_cues_could_claim_has_one_speaker():
    body = "Tamm said she agreed with the mayor, who called the plan “a total disaster for us” last week."
    words = "she agreed with the mayor, who called the plan “a total disaster for us” last week"
    assert told(body) == [("Tamm", words)]


def test_a_quotation_behind_the_end_of_what_is_reported_is_recorded_by_itself():
    body = (
        "Tamm wrote, recalling the meeting of the captains, where Berg went with a willingness "
        "“to build a bridge between the two islands without losing the port.”"
    )
    words = "to build a bridge between the two islands without losing the port."
    assert words in [said for _, said in told(body)]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Premier Tamm came home, attacking the builders for “the greed and the silence of ten years.”",
            "Premier Tamm",
        ),
        ("Berg, the harbour master, took credit for “being right about the old bridge” and left.", "Berg"),
    ],
)
def test_a_quotation_that_no_cue_attributes_has_the_speaker_that_its_sentence_points_at(
    body: str, speaker: str
):
    (draft,) = decided(body)
    assert draft.speaker and body[slice(*draft.speaker)].startswith(speaker)
    assert 0.4 <= draft.confidence < 0.95


def test_words_quoted_in_a_clause_that_nothing_attributes_are_recorded_without_a_speaker():
    body = "The road was built on the promise to “bring every worker home” before winter."
    assert told(body) == [("", "bring every worker home")]


@pytest.mark.parametrize(
    "title", ["His new book, “The Long Way Home,” tells of the war.", "We saw “Gone With It” twice."]
)
def test_the_title_of_a_book_or_a_film_is_no_statement(title: str):
    assert told(title) == []


@pytest.mark.parametrize(
    "body",
    [
        '"The Long Road to Norhavn: A Life of Ilse Tamm"\n\nThe book came out on Monday.',
        '<post by="tamm" on="May 3\n">Stands empty; crowd in one end zone. pic.norhavn.example/9zj0<post/>.',
    ],
)
def test_a_title_or_the_rest_of_markup_that_stands_alone_is_no_statement(body: str):
    assert told(body) == []


def test_what_nobody_says_is_no_statement():
    assert told("The ferry sailed again in spring, and the port was full of people.") == []


@pytest.mark.parametrize(
    "body",
    [
        "Tamm did not say that the port would open.",
        "Tamm condemned the plan.",
        "Tamm vowed to go.",
        "The ministry declined to comment.",
        "Tamm declined to say whether the port would open.",
        "If Tamm says that the ferry will sail, nobody will listen.",
        "Tamm should have said that the ferry would sail.",
        "No one in Norland said that the ferry would sail.",
        "Nobody said that the ferry would sail.",
        "Did Tamm say that the ferry would sail?",
        "Had Tamm said that the ferry would sail, it would have sailed.",
        "Norlandish officials met in Oslo on Monday to talk about trade and fishing.",
    ],
)
def test_what_is_denied_or_only_told_of_is_no_statement(body: str):
    assert told(body) == []


def test_a_quotation_without_a_cue_stays_as_the_rules_left_it():
    body = "“We will rebuild the bridge,” Tamm said.\n\n“It is our duty to those who live on the island.”"
    text = read_text(body)
    alone = [draft.pieces for draft in propose(text) if draft.cue is None]
    assert [draft.pieces for draft in decided(body) if draft.cue is None] == alone


def test_a_text_that_has_lost_its_commas_is_left_to_the_rules():
    body = " ".join(["The minister said the bridge would open soon."] * 10)
    text = read_text(body)
    proposed = propose(text)
    assert decide(text, proposed) == proposed


def test_every_attribution_says_how_sure_it_is():
    plain = decided("“We will rebuild the bridge,” Tamm said.")
    assert [draft.confidence > 0.8 for draft in plain] == [True]


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("aAbs ,.:;-–—'\"“”‘’«»()1\n"), max_size=200))
def test_on_any_text_the_spans_lie_in_the_body(scraps: str):
    body = f"{scraps} he said {scraps} according to Tamm {scraps}"
    for draft in decided(body):
        for start, end in [*draft.pieces, *([draft.speaker] if draft.speaker else [])]:
            assert 0 <= start < end <= len(body)


def test_a_text_full_of_cues_is_left_to_the_rules():
    text = read_text("He said, she said that. " * 200)
    assert all(draft.confidence in (0.5,) for draft in decide(text, propose(text)))


@pytest.mark.parametrize("body", ["", "\n\n", "said", "“", "said said said", "“said” said “said”"])
def test_a_scrap_is_no_error(body: str):
    assert isinstance(decided(body), list)


@pytest.mark.parametrize("paragraphs", [200, 2100])
def test_neither_a_long_article_nor_a_megabyte_takes_long(paragraphs: int):
    sentence = (
        "The minister said that the bridge, which is old, would open, and “all will cross it,” he added. "
    )
    text = read_text("\n\n".join([sentence * 5] * paragraphs))
    proposed = propose(text)
    begun = time.process_time()
    decide(text, proposed)
    assert time.process_time() - begun < 10  # about 1


def test_weights_and_words_are_small_and_quick_to_read():
    assert WEIGHTS.stat().st_size < 3_000_000
    assert WORDS.stat().st_size < 200_000
    begun = time.process_time()
    read_weights(WEIGHTS)
    read_vocabulary(WORDS)
    assert time.process_time() - begun < 1  # about 0.05


def test_the_words_that_ship_are_single_words_in_lower_case():
    words = list(read_vocabulary(WORDS).known)
    assert all(word == word.lower() and " " not in word for word in words)


def test_the_weights_that_ship_are_whole_numbers():
    kept = read_weights(WEIGHTS)
    assert {table.dtype for table in (kept.around, kept.cue, kept.pair, kept.none, kept.quotation)} == {
        np.dtype(np.int8)
    }
