"""Names whose family name is written in capitals, as the United Nations and French offices write them."""

import pytest

from tests.extraction.pages import extracted

HEAD = "Talks of the lake states\n7 November 2019\n"


@pytest.mark.parametrize(
    ("sentence", "name", "written"),
    [
        ("The president, Emmanuel HOLM, said that he would stay.", "Emmanuel Holm", "Emmanuel HOLM"),
        ("Mr. LUND said that the resolution was unfair.", "Lund", "LUND"),
        ("Minister WANG Lei said that the resolution was unfair.", "Wang Lei", "WANG Lei"),
        ("MR. MCALLEN said that the resolution was unfair.", "McAllen", "MCALLEN"),
        ("MATTHEW LUND (Norland) said that the images were shocking.", "Matthew Lund", "MATTHEW LUND"),
        ("The delegate of Norway, MALIK DENG, said that he was glad.", "Malik Deng", "MALIK DENG"),
        ("KIM WON-SOO, High Representative, said that he had no news.", "Kim Won-Soo", "KIM WON-SOO"),
    ],
)
def test_a_family_name_in_capitals_is_a_name(sentence: str, name: str, written: str) -> None:
    record = extracted(HEAD + sentence)
    assert [(one.name, record.body[slice(*one.mentions[0])]) for one in record.people] == [(name, written)]
    assert [one.speaker.name for one in record.statements if one.speaker] == [name]


def test_a_name_in_capitals_and_one_in_small_letters_are_one_person() -> None:
    record = extracted(
        HEAD + "Emmanuel HOLM spoke first. “We will stay,” Mr. Holm said. Nobody asked HOLM why."
    )
    assert [(one.name, len(one.mentions)) for one in record.people] == [("Emmanuel Holm", 3)]


@pytest.mark.parametrize("word", ["NATO", "UNICEF", "NOT", "FC"])
def test_abbreviations_and_words_in_capitals_are_no_family_names(word: str) -> None:
    record = extracted(
        HEAD + f"They told Emmanuel {word} was ready, and that they would come to the lake soon."
    )
    assert all(word.title() not in person.name for person in record.people)


def test_the_label_of_a_turn_is_the_name_of_whom_the_text_speaks_of_or_stands_behind_an_office() -> None:
    record = extracted(
        HEAD + "Ann Hill of the radio joins us to tell what she has seen in the harbour.\n\n"
        "HILL: It rained all day, and the ships were late by several hours, as they are so often.\n\n"
        "ASSISTANT SECRETARY CARVER: We shall look into it, as we have done before, I can tell you that.\n\n"
        "HILL: There were many of them, and more will come tomorrow, or so the captains have told us.\n"
    )
    assert [one.speaker.name for one in record.statements] == ["Ann Hill", "Carver", "Ann Hill"]
