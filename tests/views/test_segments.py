"""A body in segments: what is marked is marked once, and nothing of the text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from archive.views.segments import Mark, mark_paragraphs


def texts(paragraph) -> list[str]:
    return [segment.text for segment in paragraph.segments]


def mark(body: str, words: str, what: str) -> Mark:
    start = body.index(words)
    return Mark(start, start + len(words), what)


def test_a_body_without_marks_is_its_paragraphs():
    paragraphs = mark_paragraphs("First.\n\nSecond.", [], [])
    assert [texts(paragraph) for paragraph in paragraphs] == [["First."], ["Second."]]


def test_an_empty_body_has_no_paragraphs():
    assert mark_paragraphs("", [], []) == ()


def test_a_name_within_a_statement_is_a_segment_of_its_own_and_still_said():
    body = "He said that Anna Berg will come."
    (paragraph,) = mark_paragraphs(
        body, [mark(body, "Anna Berg will come", 1)], [mark(body, "Anna Berg", "anna")]
    )
    assert [(s.text, s.said, s.named) for s in paragraph.segments] == [
        ("He said that ", (), None),
        ("Anna Berg", (1,), "anna"),
        (" will come", (1,), None),
        (".", (), None),
    ]


def test_a_name_that_crosses_the_start_of_a_statement_is_cut_there():
    body = "Anna Berg: yes"
    (paragraph,) = mark_paragraphs(body, [Mark(5, 14, 1)], [Mark(0, 9, "anna")])
    assert [(s.text, s.said, s.named) for s in paragraph.segments] == [
        ("Anna ", (), "anna"),
        ("Berg", (1,), "anna"),
        (": yes", (1,), None),
    ]


def test_a_statement_within_a_statement_stands_in_both():
    body = "he said she said no"
    (paragraph,) = mark_paragraphs(body, [Mark(8, 19, "outer"), Mark(17, 19, "inner")], [])
    assert [(s.text, s.said) for s in paragraph.segments] == [
        ("he said ", ()),
        ("she said ", ("outer",)),
        ("no", ("outer", "inner")),
    ]


def test_a_statement_interrupted_by_its_cue_begins_once_and_ends_once():
    body = "“Go,” he said, “now.”"
    (paragraph,) = mark_paragraphs(body, [mark(body, "Go", 1), mark(body, "now.", 1)], [])
    assert [s.begins for s in paragraph.segments if s.begins] == [(1,)]
    assert [s.ends for s in paragraph.segments if s.ends] == [(1,)]


def test_the_end_of_a_statement_is_told_behind_the_quotation_mark_that_closes_it():
    body = "“Go,” he said."
    (paragraph,) = mark_paragraphs(body, [mark(body, "Go", 1)], [])
    assert [(s.text, s.ends) for s in paragraph.segments] == [
        ("“", ()),
        ("Go", ()),
        (",”", (1,)),
        (" he said.", ()),
    ]


def test_the_end_of_a_statement_before_a_word_is_told_at_once():
    body = "That it is over is what he said."
    (paragraph,) = mark_paragraphs(body, [mark(body, "it is over", 1)], [])
    assert [(s.text, s.ends) for s in paragraph.segments][1] == ("it is over", (1,))


def test_a_statement_over_two_paragraphs_is_marked_in_both():
    body = "“One.\n\n“Two,” he said."
    first, second = mark_paragraphs(body, [Mark(1, 12, 1)], [])
    assert first.begins == (1,) and second.begins == ()
    assert first.said == second.said == (1,)
    assert [segment.ends for segment in first.segments if segment.ends] == []


def test_an_event_is_told_behind_the_sign_that_closes_its_words():
    body = "They met in Zenda. It rained."
    (paragraph,) = mark_paragraphs(body, [], [], [mark(body, "met in Zenda", "meeting")])
    assert [(s.text, s.tells) for s in paragraph.segments if s.tells] == [(".", ("meeting",))]
    assert paragraph.tells == ("meeting",)


def test_the_words_that_a_reason_rests_on_are_marked_through_a_statement_and_begin_once():
    body = "On Monday he said yes."
    (paragraph,) = mark_paragraphs(
        body, [mark(body, "yes", 1)], [], reasons=[mark(body, "Monday he said yes", "weekday")]
    )
    assert [s.text for s in paragraph.segments if s.proves] == ["Monday he said ", "yes"]
    assert [s.text for s in paragraph.segments if s.opens] == ["Monday he said "]


def test_within_the_same_statements_segments_are_one_stretch():
    body = "He said that Anna Berg will come, and went."
    (paragraph,) = mark_paragraphs(
        body, [mark(body, "Anna Berg will come", 1)], [mark(body, "Anna Berg", "anna")]
    )
    stretches = [("".join(s.text for s in one.segments), one.said, one.ends) for one in paragraph.stretches]
    assert stretches == [
        ("He said that ", (), ()),
        ("Anna Berg will come", (1,), ()),
        (",", (), (1,)),
        (" and went.", (), ()),
    ]


def test_marks_outside_the_body_are_cut_or_dropped():
    (paragraph,) = mark_paragraphs("abc", [Mark(2, 99, 1), Mark(50, 60, 2)], [Mark(-5, 1, "x")])
    assert [(s.text, s.said, s.named) for s in paragraph.segments] == [
        ("a", (), "x"),
        ("b", (), None),
        ("c", (1,), None),
    ]


BODY = st.text(alphabet="ab “”,.\n", max_size=60)
MARKS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


@given(BODY, MARKS, MARKS, MARKS)
def test_no_text_is_lost_and_each_statement_begins_and_ends_once(body, said, named, told):
    statements, events = (
        [Mark(start, end, number) for number, (start, end) in enumerate(spans)] for spans in (said, told)
    )
    names = [Mark(start, end, "name") for start, end in named]
    paragraphs = mark_paragraphs(body, statements, names, events, events)
    assert ["".join(texts(paragraph)) for paragraph in paragraphs] == [p for p in body.split("\n\n") if p]
    segments = [segment for paragraph in paragraphs for segment in paragraph.segments]
    seen = {what for segment in segments if segment.text.strip() for what in segment.said}
    for place in ("begins", "ends"):
        told = [what for segment in segments for what in getattr(segment, place)]
        assert sorted(told) == sorted(seen)


def test_a_body_with_thousands_of_marks_is_cut_in_time_that_grows_with_their_number():
    body = "word " * 20_000
    marks = [Mark(start, start + 4, start) for start in range(0, len(body), 5)]
    (paragraph,) = mark_paragraphs(body, marks, marks)
    assert len(paragraph.segments) == 40_000
