"""Pages with more tags than any page of news: read without a tree, and no word of them is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading import Page, read_bytes
from archive.reading.abounding import lines_without_tree, split_abounding
from archive.reading.bounds import MOST_TAGS


def html(markup: str) -> Page:
    page = next(read_bytes(markup.encode(), "page"))
    assert isinstance(page, Page)
    return page


def test_an_ordinary_page_is_not_split() -> None:
    assert split_abounding("<p>The talks ended.</p>", MOST_TAGS) == ("<p>The talks ended.</p>", "")


def test_beyond_the_most_tags_every_paragraph_is_still_a_line() -> None:
    paragraphs = [f"Paragraph {number} of the record." for number in range(MOST_TAGS)]
    page = html("<!DOCTYPE html><html><body>" + "".join(f"<p>{words}</p>\n" for words in paragraphs))
    assert page.lines == tuple(paragraphs)
    assert set(page.kinds) == {"text"}


def test_a_page_with_too_many_tags_keeps_what_its_head_declares() -> None:
    page = html("<html><head><title>Long night</title></head><body>" + "<p>a</p>" * MOST_TAGS)
    assert page.metadata.title == "Long night"


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>The <b>envoy</b> left.</p><p>He flew\nhome.</p>", ["The envoy left.", "He flew home."]),
        ("one<br>two<BR/>three", ["one", "two", "three"]),
        ("<script>var a = '<p>b</p>';</script><p>Seen.", ["Seen."]),
        ("<SCRIPT src=x>a</script ><p>Seen.", ["Seen."]),
        ("<!-- <p>a</p> --><p>Seen.", ["Seen."]),
        ("<!DOCTYPE html><?xml a?><p>Fish &amp; chips, 3 &lt; 4", ["Fish & chips, 3 < 4"]),
        ("2 < 3 and <p>4 > 3</p>", ["2 < 3 and", "4 > 3"]),
        ("<script>never closed <p>a", ["never closed", "a"]),
        ("İ<style>b{}</style>stanbul", ["İ", "stanbul"]),
    ],
)
def test_lines_without_a_tree_are_what_a_reader_sees(markup: str, lines: list[str]) -> None:
    assert list(lines_without_tree(markup)) == lines


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<!--", "<x y>", "<a <b ", "word "])))
def test_no_word_outside_of_tags_and_comments_is_lost(pieces: list[str]) -> None:
    markup = "".join(pieces)
    seen = re.sub(r"<!--.*?-->", "", markup, flags=re.S)
    assert " ".join(lines_without_tree(markup)).count("word") == seen.count("word")
