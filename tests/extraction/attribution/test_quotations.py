"""Segments around quotations, tags inside them, transcripts."""

import pytest

from archive.extraction.attribution.quotations import inner_tag, last_tag, read_segments
from archive.extraction.attribution.transcripts import read_turns
from archive.extraction.sentences import read_text


def tags(body: str) -> list[str]:
    return ["".join(segment.tags) for segment in read_segments(read_text(body))]


def test_a_quotation_of_several_sentences_is_one_element():
    assert tags("“We won. They lost,” she said.") == ["QPV."]


def test_a_question_goes_on_with_its_tag():
    assert tags("“Is it over?” Berg asked. She said no.") == ["QNZ.", "PVD."]
    assert tags("“It is over.” Berg asked for water.") == ["Q", "NZIn."]


@pytest.mark.parametrize("body", ["The “green zone” fell.", "Troops took “Hill 5” at dawn."])
def test_a_quotation_of_a_word_or_two_may_be_a_noun(body):
    assert "q" in tags(body)[0]


def test_a_question_goes_on_with_a_verb_that_only_then_tells_who_spoke():
    assert tags("“Is it over?” Berg pressed.") == ["QNZ."]


def test_a_short_quotation_that_someone_says_is_none():
    assert "Q" in tags("“No”, she said.")[0]


@pytest.mark.parametrize(
    ("body", "speaker", "pieces"),
    [
        (
            '"We struck the camp, – said the head of the army. And then we left."',
            "the head of the army",
            ["We struck the camp,", "And then we left."],
        ),
        ('"We know nothing, he said. – Ask the army."', "he", ["We know nothing,", "Ask the army."]),
        (
            '"Talks go on, said in the ministry. – No day is set."',
            "the ministry",
            ["Talks go on,", "No day is set."],
        ),
    ],
)
def test_a_tag_inside_the_marks_is_found_where_a_dash_sets_it_off(body, speaker, pieces):
    found = inner_tag(body, read_text(body).quotations[0])
    assert body[slice(*found.speaker)] == speaker
    assert [body[start:end] for start, end in found.pieces] == pieces


def test_a_name_that_the_translation_has_lost_is_nobodys():
    body = '"Talks go on, said in ministrstva. – No day is set."'
    assert inner_tag(body, read_text(body).quotations[0]).speaker is None


def test_a_quotation_that_tells_what_someone_said_has_no_tag_inside():
    body = "“I was ill, he said, and so we left.”"
    assert inner_tag(body, read_text(body).quotations[0]) is None


TRANSCRIPT = (
    "BERG: We shall go on with the talks as long as it takes.\n\n"
    "QUESTION: Will the minister of Sudland come to the next round?\n\n"
    "BERG: He has been invited, and we expect him.\n\n"
    "We have no other news about that round today.\n\n"
    "LIND: I can confirm that he has been invited by letter."
)


def test_a_transcript_is_read_by_its_labels():
    turns = read_turns(read_text(TRANSCRIPT))
    assert [TRANSCRIPT[slice(*turn.label)] for turn in turns] == ["BERG", "QUESTION", "BERG", "LIND"]
    assert len(turns[2].pieces) == 2


def test_where_a_turn_stands_in_quotation_marks_its_label_is_quoted_with_it():
    quoted = "\n\n".join(f'"{paragraph}' for paragraph in TRANSCRIPT.split("\n\n")) + '"'
    turns = read_turns(read_text(quoted))
    assert [quoted[slice(*turn.label)] for turn in turns] == ["BERG", "QUESTION", "BERG", "LIND"]
    assert quoted[slice(*turns[3].pieces[0])] == ("LIND: I can confirm that he has been invited by letter.")
    assert quoted[slice(*turns[2].pieces[1])] == "We have no other news about that round today."


def test_a_table_is_no_transcript():
    assert read_turns(read_text("Berg: 12\nLind: 15\nBerg: 9\nLind: 3")) == []


def test_a_quotation_that_has_lost_its_closing_mark_ends_before_its_tag():
    body = "“Such treatment of a president is unacceptable, Ada Berg said."
    (quotation,) = read_text(body).quotations
    tag = last_tag(body, quotation)
    assert body[slice(*tag.pieces[0])] == "Such treatment of a president is unacceptable"
    assert (body[slice(*tag.speaker)], body[slice(*tag.cue)]) == ("Ada Berg", "said")


def test_a_quotation_that_the_next_paragraph_carries_on_has_no_tag_within():
    first, second = read_text("“It was late, she said.\n\n“It was dark.”").quotations
    assert last_tag("“It was late, she said.\n\n“It was dark.”", first) is None
    assert last_tag("“It was late, she said.\n\n“It was dark.”", second) is None
