"""A text that was cut at every tag is put together again, sentence by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading import Page, read_bytes
from archive.reading.pieces import joined

TITLE = "Norland wants to have talks on the crossing again - The Paper"
LEAD = "The foreign ministers of Norland and Sudia met in Harven on Monday."
CUT = ["They will meet again in", "Pell", ", the ministry said."]  # tells that the text was cut
WHOLE = "They will meet again in Pell, the ministry said."


def lines_of(*lines: str) -> list[str]:
    """Return what becomes of lines of a text that was cut."""
    found = list(joined([TITLE, LEAD, *lines, LEAD, *CUT]))
    assert (found[:2], found[-2:]) == ([TITLE, LEAD], [LEAD, WHOLE])
    return found[2:-2]


@pytest.mark.parametrize(
    "pieces",
    [
        ["The leader of", "Norland", ", who came to power in March, has asked for", "talks", "."],
        ["Ada Holm", "told the committee on Tuesday that nothing had been decided yet."],
        ["The talks began on Monday when the minister,", "who had come by train,", "asked for a map."],
        ["What she had said before was, in the words of the paper,", "“a mistake”", "and nothing more."],
        [
            "Both sides have now asked the Court of Norland",
            "– which sits in Pell –",
            "for help with the border.",
        ],
        ["In the second of these letters to the foreign minister", "Bert Roe", ", she asked for a map."],
        ["HARVEN —", "The ministers of four states have met for the first time since spring."],
        ["The letter that the ministry published on Monday (", "in full", ") names no date."],
        [
            "From the report of the commission that was made public: it speaks of",
            "The Crossing",
            "only once.",
        ],
    ],
)
def test_the_pieces_of_a_sentence_are_one_line(pieces: list[str]) -> None:
    assert len(lines_of(*pieces)) == 1


def test_no_space_stands_before_a_comma_or_within_a_bracket() -> None:
    cut = [
        "The treaty on the crossing of the hills (",
        "signed in the 19",
        "th",
        "century",
        ") was",
        "Holm",
        "’s.",
    ]
    assert lines_of(*cut) == [
        "The treaty on the crossing of the hills (signed in the 19th century) was Holm’s."
    ]


@pytest.mark.parametrize(
    "apart",
    [
        ["News", "World", "business", "sport", "Opinion"],
        ["Norland and Sudia talk about the crossing", "By Ada Holm", LEAD],
        ["Ministers meet in Harven to talk about border", "Bert Roe", "The crossing was closed in spring."],
        [LEAD, "advertisement", "Ministers of four states will meet in Pell in the summer"],
        ["Read the whole of the letter here", "https://paper.example/letter", "The letter has no date."],
        ["Log in", "To save articles or get newsletters, alerts or recommendations", "Sign up"],
    ],
)
def test_headlines_and_menus_stay_apart(apart: list[str]) -> None:
    assert lines_of(*apart) == apart


def test_the_page_s_headline_is_not_joined_with_the_name_below_it() -> None:
    page = [TITLE.removesuffix(" - The Paper"), "Ada Holm", ", its minister, said so on Monday."]
    assert lines_of(*page) == [page[0], "Ada Holm, its minister, said so on Monday."]


def test_the_page_s_title_is_not_joined_with_its_menu() -> None:
    assert list(joined([TITLE, "menu", "more", "search", *CUT]))[:4] == [TITLE, "menu", "more", "search"]


def test_a_text_that_shows_no_cut_stays_as_it_is() -> None:
    lines = [LEAD, "ada holm, who was there, said on monday that they would meet again", "in", "summer"]
    assert joined(lines) is lines


def test_a_picture_in_markdown_is_no_cut() -> None:
    lines = [LEAD, "![The crossing](crossing.png)", "![Pell](pell.png)"]
    assert joined(lines) is lines


def test_a_page_that_was_cut_is_read_in_sentences() -> None:
    (page,) = read_bytes("\n".join([LEAD, *CUT]).encode(), "page.txt")
    assert isinstance(page, Page)
    assert page.lines == (LEAD, WHOLE)


@given(st.lists(st.text("aB1 ,.“”’(\n", min_size=1).filter(str.strip).map(str.strip), min_size=1))
def test_nothing_is_lost_or_moved(lines: list[str]) -> None:
    assert "".join("".join(joined(lines)).split()) == "".join("".join(lines).split())
