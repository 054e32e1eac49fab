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


def read_one(text: str) -> Page:
    page = next(read_bytes(text.encode(), "page"))
    assert isinstance(page, Page)
    return page


def test_a_dump_by_lynx_loses_the_numbers_of_its_links_and_their_list() -> None:
    page = read_one(
        "   [1]Home | [2]World\n\n   Ministers open talks in Harven\n\n"
        "   HARVEN (AFP) - The ministers of twenty countries gathered here on\n"
        "   Monday for talks on the future of [3]Tavria, and said they would\n   stay.\n\n"
        "   They will be back in the spring if the talks end without any text\n   they can sign.\n\n"
        "References\n\n   1. http://paper.example/\n   2. http://paper.example/world\n"
    )
    assert page.lines == (
        "Home | World",
        "Ministers open talks in Harven",
        "HARVEN (AFP) - The ministers of twenty countries gathered here on Monday for talks on the future of "
        "Tavria, and said they would stay.",
        "They will be back in the spring if the talks end without any text they can sign.",
    )


def test_a_text_saved_by_a_browser_loses_the_addresses_of_its_links() -> None:
    page = read_one(
        "Skip <#skip>\nPaper <http://p.example/>\nBy Ann Roe <mailto:ann@p.example>\nHe left <sic> on Monday."
    )
    assert page.lines == ("Skip", "Paper", "By Ann Roe", "He left <sic> on Monday.")


def test_a_page_in_markdown_says_what_its_lines_are() -> None:
    page = read_one(
        '[Skip](#main)\n\n* [Home](/)\n* [World](/world/ "World")\n\n# Norland recalls its envoy\n\n'
        "![The embassy](https://img.example/1.jpg)\n\nBy [Eva Holm](/a/eva/) | May 3, 2021\n\n"
        "Norland’s **foreign minister** [called the arrest](https://p.example/x_(y)) *wrong*.\n\n"
        "- It was the second arrest\n\n### Related\n"
    )
    assert list(zip(page.lines, page.kinds, strict=True)) == [
        ("Skip", "navigation"),
        ("Home", "navigation"),
        ("World", "navigation"),
        ("Norland recalls its envoy", "title"),
        ("By Eva Holm | May 3, 2021", "text"),
        ("Norland’s foreign minister called the arrest wrong.", "text"),
        ("- It was the second arrest", "text"),
        ("Related", "heading"),
    ]


def test_an_end_mark_and_a_hashtag_make_no_markdown() -> None:
    assert read_one("The minister said so.\n#Norland\n# # #\n").kinds == ()


def test_the_address_above_a_text_is_that_of_the_page() -> None:
    assert read_one("URL: http://p.example/2015/01/12/envoy/\nEnvoy arrives").metadata.url == (
        "http://p.example/2015/01/12/envoy/"
    )
    assert read_one("https://p.example/news/\nEnvoy arrives").metadata.url is None


def test_the_address_of_a_copy_in_an_archive_is_not_that_of_the_page() -> None:
    copy = "https://web.archive.org/web/20030208112233/http://p.example:80/news/0206un.html"
    metadata = read_one(f"The Wayback Machine - {copy}\nEnvoy arrives").metadata
    assert metadata.url == "http://p.example/news/0206un.html"
    assert metadata.captured == "2003-02-08T11:22:33Z"


def test_a_word_broken_at_a_line_s_end_keeps_its_hyphen_only_where_the_text_writes_it_so() -> None:
    text = (
        "The vice-president of the assembly received the envoy on Sunday and told the vice-\n"
        "president of Sudia that the peace-keepers of both countries would stay in the moun-\n"
        "tains until the commission has settled where the border between the two countries\n"
        "runs, and that the guards will go back to their posts on the day after that one.\n"
        "The re-entry of the vice-presidents was agreed upon by both.\n"
    )
    (line,) = visible_lines(text)
    assert "told the vice-president of Sudia" in line
    assert "in the mountains until" in line
