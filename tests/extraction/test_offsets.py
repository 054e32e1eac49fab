"""Laws that hold on any text: offsets mean what they say, and no text takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.names.naming import Naming
from archive.extraction.record import Span, Speaker
from archive.extraction.sentences import read_text
from archive.extraction.statements import find_statements

WILD = 10  # seconds; the time is about 1, and that of a rule that grows with the square is minutes

MARKS = ["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", ",", ".", "?", "!", ":", ";", "–", " - ", "("]
WORDS = ["he", "said", "that", "and", "who", "Berg", "the minister", "according to", "told", "adding"]
OTHERS = ["was", "in Oslo", "on Monday", "BERG: ", "3.5", "U.S.", "Gen.", "é", "\u200b", "\x00", " ", "\n"]
PIECES = st.sampled_from(MARKS + WORDS + OTHERS)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join) | st.text()


class AsWritten:
    """Names that know nobody."""

    def __init__(self, body: str) -> None:
        self.body = body

    def naming(self, start: int, end: int, previous: Speaker | None, asked: bool = False) -> Naming:
        return Naming(self.body[start:end], "unnamed", 1.0)

    def whole(self, start: int, end: int) -> Span:
        return start, end


@settings(max_examples=120)
@given(TEXTS)
def test_every_part_of_a_text_lies_where_it_says(body):
    text = read_text(body)
    tokens = text.tokens_in(0, len(body))
    assert all(body[token.start : token.end] == token.text for token in tokens)
    assert all(0 <= start < end <= len(body) for start, end in (*text.paragraphs, *text.sentences))
    ends = [end for _, end in text.sentences]
    assert ends == sorted(ends)
    for quotation in text.quotations:
        assert quotation.left <= quotation.start < quotation.end <= quotation.right <= len(body)
        assert "\n" not in body[quotation.left : quotation.right]


@settings(max_examples=120)
@given(TEXTS)
def test_the_text_of_a_statement_is_its_spans_joined(body):
    for statement in find_statements(read_text(body), AsWritten(body)):
        assert statement.text == " ".join(body[start:end] for start, end in statement.spans)
        assert all(0 <= start < end <= len(body) for start, end in statement.spans)
        assert list(statement.spans) == sorted(statement.spans)
        assert 0 <= statement.confidence <= 1
        if statement.speaker:
            start, end = statement.speaker.start, statement.speaker.end
            assert statement.speaker.as_written == body[start:end] != ""


@pytest.mark.parametrize(
    "piece",
    ["he said ", '"', "\"'", "who said ", "'s' ", "a\n", ", – said "],
)
def test_no_text_of_a_megabyte_drives_a_rule_wild(piece):
    body = piece * (1_000_000 // len(piece))
    started = time.process_time()
    find_statements(read_text(body), AsWritten(body))
    assert time.process_time() - started < WILD
