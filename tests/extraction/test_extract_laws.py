"""Laws that hold on any page: nothing raises, nothing is lost, every span lies in the body."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction import Record, extract
from archive.reading import Page, UnreadableError, read_bytes

WORDS = [
    "Norland", "the minister", "said", "on Monday", "told reporters", "“We agree,”", '"No," ',
    "He added:", "See also", "© Jane Roe/AFP", "HARVEN, October 15. /TASS/.", "3 March 2014", "Tags",
    "(276)", "Reporting by", "yesterday", "MOSCOW (Reuters) -", "U.S.", "Mr.", "’s", "''", "``", "—",
    "...", "?", ".", ",", "Read more:", "\n", "\n\n", "President Ada Holm", "of Sudia", "which",
    "that", "Related", "04/07/1998", "— The Palace (@Palace) May 5, 2014",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=400)


def pages(text: str) -> list[Page]:
    try:
        return [
            page
            for page in read_bytes(text.encode("utf-8", "surrogatepass"), "page")
            if isinstance(page, Page)
        ]
    except UnreadableError:
        return []


def check(record: Record) -> None:
    length = len(record.body)
    for found in (*record.people, *record.organizations):
        assert all(0 <= start < end <= length for start, end in found.mentions)
    for statement in record.statements:
        assert all(0 <= start < end <= length for start, end in statement.spans)
        assert statement.text == " ".join(record.body[start:end] for start, end in statement.spans)
        if statement.speaker:
            assert (
                record.body[statement.speaker.start : statement.speaker.end] == statement.speaker.as_written
            )
    for event in record.events:
        assert 0 <= event.start < event.end <= length
    json.dumps(record.as_dict())


@settings(max_examples=150)
@given(st.one_of(SENTENCES, ANYTHING))
def test_any_text_gives_a_lawful_record(text: str) -> None:
    for page in pages(text):
        check(extract(page))


@settings(max_examples=100)
@given(SENTENCES)
def test_no_letter_of_any_page_is_lost(text: str) -> None:
    for page in pages(text):
        record = extract(page)
        kept = (record.title or "") + record.body + "".join(record.boilerplate)
        shown = "".join(page.lines)
        assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, shown))


@settings(max_examples=60)
@given(st.one_of(SENTENCES, ANYTHING))
def test_the_same_page_gives_the_same_record(text: str) -> None:
    for page in pages(text):
        assert extract(page) == extract(page)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "3 March 2014\n", "See also\nHeadline here\n", "(Jane Roe/AFP) ", "By A B and C D ", "Ab/Cd ",
     "Topic a (2) ", "— The Palace (@Palace) May 5, 2014\n", "attacked on Friday ", "Why is this so?\n",
     "Tags Norland Sudia ", "A. B. C. ", "ter-\nri\n", "Subject: talks\n", "By Jane Roe ", "7 novembre 2019 ",
     "Norland live: it goes on\n12:30\nThe minister said this and that.\n", "Why?\nYes.\n", "Join our ",
     "<p>The minister said so.</p>"],
)  # fmt: skip
def test_the_time_that_a_page_takes_grows_no_faster_than_the_page(piece: str) -> None:
    def seconds(size: int) -> float:
        [page] = pages(piece * (size // len(piece)))
        began = time.process_time()
        extract(page)
        return time.process_time() - began

    seconds(2_000)
    assert seconds(100_000) < 0.5 + 20 * seconds(10_000)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
def test_no_words_said_again_and_again_take_long(piece: list[str]) -> None:
    text = " ".join(piece) + " "
    began = time.process_time()
    for page in pages(text * (20_000 // len(text))):
        extract(page)
    assert time.process_time() - began < 0.5
