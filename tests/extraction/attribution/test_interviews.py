"""Interviews without labels, and texts that a sentence announces."""

import pytest

from archive.extraction.attribution.interviews import read_interview
from archive.extraction.names import find_names
from archive.extraction.sentences import read_text
from archive.extraction.statements import find_statements

INTERVIEW = (
    "Ada Berg negotiated for Norway in the eighties. We met her in Oslo.",
    "What do people misunderstand about that time?",
    "That it ended. I never thought so.",
    "Did you know the other side?",
    "We met twice. I knew them all. My colleague said that it rained.",
    "You stayed away from the last round.",
    "I was ill.",
    "Would you do it again?",
    "I would talk.",
)


def said(body: str) -> list[tuple[str | None, str]]:
    text = read_text(body)
    found = find_statements(text, find_names(text))
    return [(statement.speaker and statement.speaker.name, statement.text) for statement in found]


def test_who_answers_is_the_one_whom_the_introduction_names():
    assert said("\n\n".join(INTERVIEW)) == [("Ada Berg", INTERVIEW[number]) for number in (2, 4, 6, 8)]


def test_what_is_put_to_you_without_a_mark_is_a_question():
    body = [*INTERVIEW[:5], "You sound tired.", "I am old.", *INTERVIEW[5:]]
    body[2] += "\n\nAnd I went home."
    assert "You sound tired." not in " ".join(text for _, text in said("\n\n".join(body)))


def test_without_an_introduction_nobody_is_named():
    assert {speaker for speaker, _ in said("\n\n".join(INTERVIEW[1:]))} == {None}


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(INTERVIEW[:5]),  # two questions
        "Is it so?\n\nI think so.\n\nWhy?\n\nI do not know.\n\nUntil when?\n\nUntil May.",  # asked of no one
        "Is it so?\n\nIt is.\n\nWhy is it so?\n\nBecause it rains.\n\nUntil when?\n\nUntil May.",
    ],
)
def test_few_questions_or_answers_of_no_one_are_no_interview(body: str):
    assert read_interview(read_text(body)) is None


def test_each_paragraph_of_an_announced_text_is_a_statement():
    body = (
        "Oslo, March 2 (NTB) -- Han Yong-suk, vice director of the bureau, issued the following press "
        "statement on Sunday:\n\nThe drill goes on.\n\nThey should think twice.\n\nMr. Berg said it rained."
    )
    assert said(body)[:2] == [
        ("Han Yong-suk", "The drill goes on."),
        ("Han Yong-suk", "They should think twice."),
    ]
    assert len(said(body)) == 3
