"""Plain-text dumps: one line a block of the page."""

from hashlib import sha256

from archive.reading import Page, read_bytes
from archive.reading.text import visible_lines


def test_empty_lines_and_indents_are_dropped() -> None:
    assert visible_lines("One\n\n   Two  \n\t\nThree") == ("One", "Two", "Three")


def test_a_text_broken_at_one_width_is_put_together_again() -> None:
    text = (
        "Norland and Sudia sign a treaty\n\n"
        "HARVEN, May 4, 1997 -- The foreign ministers of Norland and Sudia\n"
        "signed a treaty on Sunday that settles the line of their border in\n"
        "the eastern mountains.\n\n"
        "The treaty must be ratified by both parliaments before it takes\n"
        "effect, and the commission that had worked for six years will be\n"
        "dissolved on the day after that, the two of them said.\n"
    )
    lines = visible_lines(text)
    assert len(lines) == 3
    assert lines[1].endswith("the line of their border in the eastern mountains.")


def test_a_list_of_headlines_is_not_put_together() -> None:
    headlines = "\n".join(f"Minister {name} Visits Capital For Talks" for name in "ABCDEFGH")
    assert len(visible_lines(headlines)) == 8


def test_the_hash_is_that_of_the_bytes_as_they_came() -> None:
    page = next(read_bytes(b"The minister\r\nsaid so.", "page"))
    assert isinstance(page, Page)
    assert page.raw == b"The minister\r\nsaid so."
    assert page.sha256 == sha256(page.raw).hexdigest()
