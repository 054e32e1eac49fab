"""Paragraphs below a line that announces one person's key statements are that person's."""

import pytest

from archive.extraction.attribution import propose
from archive.extraction.attribution.digests import read_digest
from archive.extraction.sentences import read_text

DIGEST = """The talks will go on, President Jonas Lind told reporters.

Below are Lind’s key statements that the agency put together.

The country is in no hurry. "We have time," and it has patience.

No date has been set for the next round."""


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Below are Berg’s key statements that the agency put together.", "Berg"),
        ("Here are the main points of the minister's speech:", "the minister"),
        ("The agency has gathered the most important remarks by Anna Berg:", "Anna Berg"),
        ("Below are some of President Jonas Lind's main statements at the summit.", "President Jonas Lind"),
    ],
)
def test_the_announcement_names_the_speaker(line: str, speaker: str) -> None:
    digest = read_digest(read_text(f"{line}\n\nOne thing.\n\nAnother thing."))
    assert digest and line[slice(*digest.speaker)] == speaker
    assert digest.paragraphs == (1, 2)


@pytest.mark.parametrize(
    "body",
    [
        "He made several key points of order in the debate.\n\nOne thing.\n\nAnother thing.",
        "Below are the lake's main features.\n\nOne thing.\n\nAnother thing.",
        "Below are Berg's key statements.\n\nOnly one paragraph follows.",
    ],
)
def test_other_lines_announce_nothing(body: str) -> None:
    assert read_digest(read_text(body)) is None


def test_each_paragraph_below_is_one_statement_of_its_speaker() -> None:
    drafts = [draft for draft in propose(read_text(DIGEST)) if draft.rule == "digest"]
    said = [DIGEST[slice(*draft.pieces[0])] for draft in drafts]
    assert said == DIGEST.split("\n\n")[2:]
    assert {DIGEST[slice(*draft.speaker)] for draft in drafts if draft.speaker} == {"Lind"}
