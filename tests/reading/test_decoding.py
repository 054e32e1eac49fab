"""The encoding of a page is found, not believed."""

import random

import pytest

from archive.reading.decoding import decode, plain
from archive.reading.page import UnreadableError

RUSSIAN = "Министр заявил в понедельник, что переговоры будут продолжены на следующей неделе. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1251", "koi8-r"])
def test_russian_is_read_in_every_encoding_it_comes_in(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_a_wrong_declaration_is_survived() -> None:
    page = f'<meta charset="utf-8"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode(page.encode("windows-1251"))


def test_a_right_declaration_is_followed() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


def test_a_declaration_of_no_encoding_is_passed_over() -> None:
    page = '<meta charset="no-such-thing"><p>À Genève, les négociations ont été menées.</p>'
    assert "À Genève, les négociations" in decode(page.encode("windows-1252"))


def test_polish_is_told_from_french() -> None:
    polish = "Minister spraw zagranicznych oświadczył, że rozmowy będą kontynuowane."
    assert decode(polish.encode("windows-1250")) == polish


def test_one_broken_byte_does_not_spoil_a_page_in_utf8() -> None:
    assert decode("Genève ".encode() * 50 + b"\xff" + b" end").count("Genève") == 50


def test_line_ends_and_spaces_become_one_kind() -> None:
    assert plain("a\r\nb\u2028c\xa0d\te\u200bf") == "a\nb\nc d ef"


def test_a_few_random_bytes_are_no_text_though_they_hold_no_controls() -> None:
    for seed in (153, 2869, 3071, 3755):
        with pytest.raises(UnreadableError, match="binary"):
            decode(random.Random(seed).randbytes(300))


def test_a_short_text_with_numbers_and_marks_is_read() -> None:
    assert decode("Höhe: 3,5 m (11' 6\"); Maße: 2 × 4 m – 17.–19.5.".encode("windows-1252")).startswith(
        "Höhe"
    )
