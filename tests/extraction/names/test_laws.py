"""What holds of the names of any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.names import find_names
from archive.extraction.record import Speaker
from archive.extraction.sentences import read_text

WORDS = """
    . Mr. Gen. President minister the of Anna Berg Luc Moreau al al-Hadi Park Ji Won J. Jr. Moscow Russia
    French Foreign
    Ministry ministry said told , ’s ' “ ” ( ) - — NATO US U.S. he she Council St O’Leary d’ @ İ ß
"""
SCRAMBLED = st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=80).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SCRAMBLED)


@settings(max_examples=200)
@given(TEXTS)
def test_mentions_lie_within_the_body_in_order_and_apart(body: str):
    names = find_names(read_text(body))
    end = 0
    for mention in names.mentions:
        assert end <= mention.start < mention.end <= len(body)
        end = mention.end
    for person in names.people:
        assert person.mentions == tuple(sorted(person.mentions))
        assert all(0 <= start < stop <= len(body) for start, stop in person.mentions)


@settings(max_examples=200)
@given(TEXTS, st.data())
def test_any_stretch_may_be_asked_for(body: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    names = find_names(read_text(body))
    before = names.naming(0, start)
    previous = Speaker(before.name, before.kind, body[:start], 0, start)
    assert 0 <= names.naming(start, end, previous).sure <= 1


@pytest.mark.parametrize(
    "unit",
    ["Aa ", "Aa, ", "Mr. ", "minister of the ", "Anna Berg said. ", "Al al ", "A", "US, "]
    + ["Foreign Minister Anna Berg met Foreign Minister Olaf Lind. "],
)
def test_no_text_is_slow(unit: str):
    text = read_text(unit * (200_000 // len(unit)))
    start = time.process_time()
    find_names(text)
    assert time.process_time() - start < 10  # about 0.3; minutes where the time grows with the square
