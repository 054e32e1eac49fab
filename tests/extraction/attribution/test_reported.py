"""Cues and how far their content reaches."""

import pytest

from archive.extraction.attribution.cues import find_cues, medium
from archive.extraction.attribution.quotations import read_segments
from archive.extraction.attribution.reported import choose_content
from archive.extraction.sentences import read_text
from archive.extraction.statements import CONFIDENCE


def read(body: str) -> list[tuple[str, list[str], str]]:
    """Return speaker, pieces of content and rule for each cue of one sentence that has content."""
    (segment,) = read_segments(read_text(body))
    cues = find_cues(segment)
    found = []
    for number, cue in enumerate(cues):
        content = choose_content(segment, cue, 0, cues[number + 1 :], set())
        if content:
            pieces = [body[slice(*segment.span(*piece))] for piece in content.pieces]
            found.append((body[slice(*segment.span(*cue.subject))], pieces, content.rule))
    return found


@pytest.mark.parametrize(
    ("body", "speaker", "content", "rule"),
    [
        ("Berg said that the talks had failed.", "Berg", "the talks had failed", "that"),
        ("Berg said the talks had failed.", "Berg", "the talks had failed", "clause"),
        ("Berg said on Monday in Oslo that they had failed.", "Berg", "they had failed", "that"),
        ("Berg told the Daily Wire that they had failed.", "Berg", "they had failed", "that"),
        ("Berg told reporters Oslo had waited.", "Berg", "Oslo had waited", "clause"),
        ("The ministry said on X the text was secret.", "The ministry", "the text was secret", "clause"),
        (
            "Minister Berg, who took part, said the flight was late.",
            "Minister Berg",
            "the flight was late",
            "clause",
        ),
        ("It was noted by Berg that it rained.", "Berg", "it rained", "that"),
        ("As stated by Berg, it rained.", "Berg", "it rained", "according first"),
        (
            "A source close to him told Oslo News that it rained.",
            "A source close to him",
            "it rained",
            "that",
        ),
        (
            "Before leaving Oslo the minister said they had failed.",
            "the minister",
            "they had failed",
            "clause",
        ),
        ("A spokesman, asked whether it rained, said: “No.”", "A spokesman", "“No.”", "colon"),
        ("Berg testified in one of the suits that it rained.", "Berg", "it rained", "that"),
        ("Berg told envoys gathered in the hall that it rained.", "Berg", "it rained", "that"),
        ("Berg made it clear that it rained.", "Berg", "it rained", "that"),
        (
            "The talks failed, say people in the room.",
            "people in the room",
            "The talks failed",
            "clause before",
        ),
        (
            "The talks failed, assured this Monday the envoy.",
            "the envoy",
            "The talks failed",
            "clause before",
        ),
        ("The talks failed, Berg said Friday, as the sun set.", "Berg", "The talks failed", "clause before"),
        ("In the words of Berg, the talks had failed.", "Berg", "the talks had failed", "according first"),
        ("In his opinion, the talks had failed.", "his", "the talks had failed", "opinion first"),
        (
            "But Berg, the head of the fund, said people were sad.",
            "Berg",
            "people were sad",
            "clause",
        ),
        ("Berg expressed his hope that it rained.", "Berg", "it rained", "that"),
        ("Berg drew attention to the fact that it rained.", "Berg", "it rained", "that"),
        ("Berg explained why they had failed.", "Berg", "why they had failed", "question"),
        ("Berg vowed to go on.", "Berg", "to go on", "infinitive"),
        ("Berg called for new talks.", "Berg", "new talks", "preposition"),
        ("Berg criticized the plan.", "Berg", "the plan", "noun phrase"),
        ("Berg called it “a grave mistake”.", "Berg", "it “a grave mistake”", "noun phrase, mixed"),
        ("The talks failed, the envoy said on Monday.", "the envoy", "The talks failed", "clause before"),
        ("The talks failed, said Lind.", "Lind", "The talks failed", "clause before"),
        ("The talks failed, according to Lind.", "Lind", "The talks failed", "according last"),
        ("According to Lind, the envoy, the talks failed.", "Lind", "the talks failed", "according first"),
        ("“We won,” said Lind.", "Lind", "“We won,”", "quotation before"),
        ("“Who won?” asked Lind.", "Lind", "“Who won?”", "quotation before"),
        ("Berg said: “We won.”", "Berg", "“We won.”", "colon"),
        ("Berg said, “We won.”", "Berg", "“We won.”", "quotation after comma"),
        ("Said Berg, “We won.”", "Berg", "“We won.”", "quotation after comma"),
        ("As Berg put it, “We won.”", "Berg", "“We won.”", "quotation after comma"),
        ("Berg said, looking at Lind, “We won.”", "Berg", "“We won.”", "quotation after insertion"),
        (
            "Berg said Monday, speaking in Harven, “the talks went on” and he left.",
            "Berg",
            "“the talks went on” and he left",
            "quotation after insertion, mixed",
        ),
        ("Berg said it was “a sad day” for all.", "Berg", "it was “a sad day” for all", "clause"),
        ("Berg went on to say that they had failed.", "Berg", "they had failed", "that"),
        ("Berg has in the past said that they had failed.", "Berg", "they had failed", "that"),
    ],
)
def test_a_cue_finds_its_speaker_and_its_content(body, speaker, content, rule):
    assert read(body) == [(speaker, [content], rule)]


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("“We won,” Berg said, “and they lost.”", ["“We won,”", "“and they lost.”"]),
        ("The plan, Berg said, would fail.", ["The plan", "would fail"]),
    ],
)
def test_what_a_cue_interrupts_is_one_content_of_two_pieces(body, pieces):
    assert [found[1] for found in read(body)] == [pieces]


def test_a_second_cue_ends_the_content_of_the_first():
    assert read("Berg said that it rained, adding that roads were closed.") == [
        ("Berg", ["it rained"], "that"),
        ("Berg", ["roads were closed"], "that"),
    ]
    assert read("Berg said that it rained, but Lind said that it snowed.") == [
        ("Berg", ["it rained"], "that"),
        ("Lind", ["it snowed"], "that"),
    ]


def test_a_subordinate_cue_ends_with_its_clause():
    assert read("When Berg said that it rained, the minister left the room.") == [
        ("Berg", ["it rained"], "that")
    ]


def test_what_is_set_off_after_a_quotation_is_the_reporters():
    assert read("Berg said it was “a sad day”, a swipe at the envoy.") == [
        ("Berg", ["it was “a sad day”"], "clause")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Berg did not say that it rained.",
        "Berg was told that it rained.",
        "A tariff announced by Berg is high.",
        "A group called Future left.",
        "Oslo has recalled its ambassador to Rome.",
    ],
)
def test_what_nobody_says_has_no_content(body):
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Berg told Daily Wire that it rained.", "told Daily Wire"),
        ("Berg said in a statement that it rained.", "said in a statement"),
        ("Berg said in Oslo that it rained.", None),
        ("Berg told reporters that it rained.", None),
    ],
)
def test_through_whom_or_what_it_was_said(body, expected):
    (segment,) = read_segments(read_text(body))
    found = medium(segment, find_cues(segment)[0])
    assert (body[slice(*segment.span(*found))] if found else None) == expected


@pytest.mark.parametrize("verbs", ["will tell reporters", "’ll say", "would say"])
def test_what_is_still_to_be_said_is_no_content(verbs: str):
    assert read(f"Berg {verbs} that it rained.") == []


def test_a_second_that_clause_may_be_of_the_first_speaker_and_not_of_its_nearest_noun():
    body = "Berg recalled that the council had met in May and stressed that science could not wait."
    assert [(speaker, *pieces) for speaker, pieces, _ in read(body)] == [
        ("Berg", "the council had met in May"),
        ("Berg", "science could not wait"),
    ]


def test_what_someone_says_who_is_reported_ends_before_the_reporter():
    assert ("Berg", ["firms would open a plant"], "clause") in read(
        "Berg said firms would open a plant, Kim said."
    )


def test_what_someone_who_is_reported_announces_is_part_of_the_report():
    assert ("Kim", ["on Monday, Berg announced the opening of a plant"], "that") in read(
        "Kim recalled that on Monday, Berg announced the opening of a plant."
    )


def test_every_rule_that_ends_a_quotation_is_rated():
    rules = {"quotation after", "quotation after comma", "quotation after insertion"}
    assert {f"{rule}{tail}" for rule in rules for tail in ("", ", mixed")} <= CONFIDENCE.keys()
