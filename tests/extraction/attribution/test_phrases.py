"""The chunker: tags of words, subjects of verbs."""

import pytest

from archive.extraction.attribution.phrases import last_phrase, phrase_after, subject_before
from archive.extraction.attribution.quotations import read_segments
from archive.extraction.attribution.segments import Segment, tag
from archive.extraction.sentences import read_text
from archive.extraction.verbs import CUE_VERBS, inflections


def segment_of(body: str) -> Segment:
    (segment,) = read_segments(read_text(body))
    if not segment.tags:
        tag(segment)
    return segment


def subject(body: str, verb: str = "said") -> str | None:
    segment = segment_of(body)
    found = subject_before(segment, segment.lower.index(verb))
    return body[slice(*segment.span(*found))] if found else None


def tag_of(body: str, word: str) -> str:
    segment = segment_of(body)
    return segment.tags[segment.lower.index(word)]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("slam", {"slam", "slams", "slamed", "slaming", "slammed", "slamming"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_regular_verbs_are_inflected(base, forms):
    assert set(inflections(base)) == forms


def test_irregular_verbs_of_saying_have_their_own_past():
    assert CUE_VERBS["wrote"].base == "write"
    assert "writed" not in CUE_VERBS


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("The minister claims that it rained.", "claims", "V"),
        ("There were frequent claims that it rained.", "claims", "n"),
        ("The report said so.", "report", "n"),
        ("They report it.", "report", "V"),
        ("He wants to report it.", "report", "B"),
        ("Another armed himself.", "armed", "Z"),
        ("The armed men left.", "armed", "n"),
        ("Berg's gone.", "'s", "X"),
        ("Berg's house burned.", "'s", "'"),
        ("It ends in May now.", "may", "T"),
        ("It may end.", "may", "X"),
        ("USA TODAY said so.", "today", "N"),
        ("Nothing was said last week.", "last", "T"),
        ("Alarmed by the news, Berg left.", "alarmed", "Z"),
        ("Manning said so.", "manning", "N"),
    ],
)
def test_neighbours_decide_what_a_word_is(body, word, expected):
    assert tag_of(body, word) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The minister said so.", "The minister"),
        ("The head of the state bank of Norland said so.", "The head of the state bank of Norland"),
        ("Ada Berg, the foreign minister of Norland, said so.", "Ada Berg"),
        ("Ada Berg, 51, who lives in Oslo, said so.", "Ada Berg"),
        ("On Monday, Berg, speaking in Oslo, said so.", "Berg"),
        ("In a speech on Monday the minister said so.", "the minister"),
        ("Berg left the room and said so.", "Berg"),
        ("The aide who called the paper said so.", "The aide"),
        ("The man accused of the attack said so.", "The man"),
        ("A statement posted on the site said so.", "A statement"),
        ("He thinks Berg said so.", "Berg"),
        ("As one aide said so, it rained.", "one aide"),
        ("The minister himself said so.", "The minister"),
        ("Berg and Lind said so.", "Berg and Lind"),
        ("The plan will fail, Lind, the envoy, said so.", "Lind"),
        ("Berg later Thursday said so.", "Berg"),
        ("Opposition leaders on Monday said so.", "Opposition leaders"),
        ("British ministers last week said so.", "British ministers"),
        ("The ministry late on Monday evening said so.", "The ministry"),
        ("Berg this week also said so.", "Berg"),
        ("Berg on Wednesday (Aug 21) said so.", "Berg"),
        ("Earlier this week Berg said so.", "Berg"),
        ("Last week the minister said so.", "the minister"),
        ("Another said so.", "Another"),
        ("A day after Berg left Oslo, her predecessor, Lind, said so.", "her predecessor"),
        ("Hours before the talks, the envoy, Lind, said so.", "the envoy"),
        ("At the meeting Minister Berg said so.", "Minister Berg"),
        ("In Oslo Prime Minister Berg said so.", "Prime Minister Berg"),
        ("During the visit Berg said so.", "Berg"),
        ("But Berg, the head of the Coast Fund, said people slept.", "Berg"),
    ],
)
def test_the_subject_of_a_verb_is_not_the_nearest_name(body, expected):
    assert subject(body) == expected


def test_the_subject_of_a_relative_clause_is_its_pronoun():
    assert subject("Berg, who said so, left.") == "who"
    assert subject("Berg, who on Sunday said so, left.") == "who"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The envoy of the bank told Daily Wire the talks failed.", "The envoy of the bank"),
        ("Another left.", "Another"),
        ("Berg (the envoy) left.", "Berg (the envoy)"),
    ],
)
def test_a_noun_phrase_takes_its_prepositions_and_brackets_in_and_no_second_phrase(body, expected):
    segment = segment_of(body)
    assert body[slice(*segment.span(0, phrase_after(segment, 0)))] == expected


def test_the_nearest_phrase_is_a_name_with_its_office():
    body = "They met in the tunnels the ambassador to the United League Ada Berg said."
    segment = segment_of(body)
    found = last_phrase(segment, segment.lower.index("said") - 1)
    assert body[slice(*segment.span(*found))] == "the ambassador to the United League Ada Berg"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ada Berg, an aide to the minister said so.", "Ada Berg, an aide to the minister"),
        ("“It rained,” Ada Berg, the minister’s aide said.", "Ada Berg, the minister’s aide"),
        ("In Port Berg, an aide to the minister said so.", "an aide to the minister"),
        ("Berg, an aide to the minister said so.", "an aide to the minister"),
    ],
)
def test_a_description_without_its_second_comma_belongs_to_the_name_before(body, expected):
    assert subject(body) == expected
