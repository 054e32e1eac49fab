"""Where the words that an editor types stand in a body."""

import pytest

from archive.ingest.quoting import find_spans

BODY = "“We go,” she said, “and we stay.” We go, they say."


@pytest.mark.parametrize(
    "text, pieces",
    [
        ("We go", ["We go"]),
        ("We go, and we stay.", ["We go,", "and we stay."]),
        ("and  we\nstay.", ["and we stay."]),
        ("We go, they say.", ["We go, they say."]),
    ],
)
def test_words_are_found_in_the_fewest_pieces(text, pieces):
    assert [BODY[start:end] for start, end in find_spans(BODY, text)] == pieces


@pytest.mark.parametrize("text", ["", "We fly", "we stay. she said"])
def test_words_that_are_not_there_in_this_order_are_nowhere(text):
    assert find_spans(BODY, text) == ()
