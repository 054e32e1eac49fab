"""A captured text beside what was made of it."""

from hypothesis import given
from hypothesis import strategies as st

from archive.views.beside import Row, lay_beside


def kept(row: Row) -> list[str]:
    return [piece.text.strip() for line in row.lines for piece in line if piece.became is not None]


def left(row: Row) -> list[str]:
    return [piece.text.strip() for line in row.lines for piece in line if piece.became is None]


def test_lines_that_became_a_paragraph_stand_beside_it_and_others_beside_nothing():
    lines = ["Home News Sport", "The envoys met again today.", "Share this page"]
    menu, body, share = lay_beside(lines, ["The envoys met again today."])
    assert (left(menu), menu.paragraph) == (["Home News Sport"], None)
    assert (kept(body), body.paragraph) == (["The envoys met again today."], "The envoys met again today.")
    assert (left(share), share.paragraph) == (["Share this page"], None)


def test_what_was_cut_from_a_line_is_told_from_what_was_kept_of_it():
    (row,) = lay_beside(["The envoys met again today. Photo: A. Stringer"], ["The envoys met again today."])
    assert kept(row) == ["The envoys met again today."]
    assert left(row) == ["Photo: A. Stringer"]


def test_a_page_on_one_line_is_cut_into_its_paragraphs():
    page = "Menu “We met,” the envoy said there. It rained all day long in Zenda."
    paragraphs = ["“We met,” the envoy said there.", "It rained all day long in Zenda."]
    first, second = lay_beside([page], paragraphs)
    assert left(first) == ["Menu"] and kept(first) == [paragraphs[0]]
    assert kept(second) == [paragraphs[1]]
    assert [first.paragraph, second.paragraph] == paragraphs


def test_a_paragraph_that_was_broken_over_lines_stands_beside_all_of_them():
    (row,) = lay_beside(["The envoys met", "again today in Zenda."], ["The envoys met again today in Zenda."])
    assert kept(row) == ["The envoys met", "again today in Zenda."]


def test_a_teaser_that_repeats_the_first_words_is_kept_text_without_the_paragraph():
    text = "The envoys met again today, and nobody said why they had."
    teaser, _, body = lay_beside(["The envoys met again", "Advertisement", text], [text])
    assert (kept(teaser), teaser.paragraph) == (["The envoys met again"], None)
    assert body.paragraph == text


def test_a_line_that_was_left_out_is_so_whatever_words_it_shares_with_the_text():
    text = "He called it a way out of the crisis and left."
    card, body = lay_beside(
        ["Is it a way out of the crisis?", text], [text], ["Is it a way out of the crisis?"]
    )
    assert left(card) == ["Is it a way out of the crisis?"] and kept(body) == [text]


def test_a_paragraph_that_the_capture_does_not_hold_stands_by_itself():
    first, second, third = lay_beside(
        ["One two three.", "Seven eight nine."], ["One two three.", "Four.", "Seven eight nine."]
    )
    assert (second.lines, second.paragraph) == ([], "Four.")
    assert first.paragraph == "One two three." and third.paragraph == "Seven eight nine."


TEXTS = st.lists(st.text(alphabet="ab cd.“”", max_size=30), max_size=6)


@given(TEXTS, TEXTS)
def test_nothing_of_the_capture_is_lost_and_each_paragraph_stands_once(lines, paragraphs):
    rows = lay_beside(lines, paragraphs)
    shown = "".join(piece.text for row in rows for line in row.lines for piece in line)
    assert shown == "".join(lines)
    assert sorted(row.paragraph for row in rows if row.paragraph is not None) == sorted(paragraphs)


def test_a_long_page_of_the_same_few_words_is_laid_out_in_no_time():
    words = ["go on and on and on " * 10] * 500
    rows = lay_beside(words, ["on and on and go " * 10] * 500)
    assert sum(row.paragraph is not None for row in rows) == 500
