"""What a file is, is told by its content; what cannot be read is told in a plain sentence."""

from pathlib import Path

import pytest

from archive.reading import Page, Unread, UnreadableError, read, read_bytes

PROSE = "The minister said on Monday that the talks would go on for a week."


def read_one(raw: bytes) -> Page | Unread:
    return next(read_bytes(raw, "page"))


def refusal(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        list(read_bytes(raw, "page"))
    return str(caught.value)


def test_a_text_is_a_text_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PROSE)
    [page] = read(path)
    assert isinstance(page, Page)
    assert page.format == "text"


def test_markup_is_html_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"<html><body><p>{PROSE}</p></body></html>")
    [page] = read(path)
    assert isinstance(page, Page)
    assert page.format == "html"


def test_a_text_that_mentions_a_tag_is_no_html() -> None:
    page = read_one(f"{PROSE}\nHe wrote <p> into his notes.".encode())
    assert isinstance(page, Page)
    assert page.format == "text"


def test_a_text_that_holds_scraps_of_markup_is_no_html() -> None:
    scraps = '<span class="by">Sponsored by </span>Pell Ltd\n' * 4
    page = read_one(f"Talks\n{scraps}{(PROSE + chr(10)) * 40}".encode())
    assert isinstance(page, Page)
    assert (page.format, len(page.lines)) == ("text", 45)


def test_a_page_below_a_warning_and_with_long_scripts_is_html() -> None:
    script = "<script>\n" + "go();\n" * 200 + "</script>"
    page = read_one(
        f"Warning: no route\n<html><head>{script}</head><body><p>{PROSE}</p></body></html>".encode()
    )
    assert isinstance(page, Page)
    assert page.format == "html"


def test_lines_of_json_objects_are_records() -> None:
    found = list(read_bytes(b'{"body": "One said so."}\n\n{"body": "Two said so."}\n', "wire"))
    assert [page.path for page in found] == ["wire#1", "wire#3"]


def test_an_object_on_a_line_of_its_own_amid_markup_or_words_makes_no_records() -> None:
    told = '{"@type": "NewsArticle", "headline": "Talks resume"}\n'
    markup = f'<!DOCTYPE html>\n<script type="application/ld+json">\n{told}</script>\n<p>They met.</p>\n'
    (page,) = read_bytes(markup.encode(), "page.html")
    assert (page.format, page.lines) == ("html", ("They met.",))
    (text,) = read_bytes(f"Talks resume\nGENEVA\n{told}They met.\n".encode(), "page.txt")
    assert text.format == "text"


def test_one_json_object_over_several_lines_is_a_record() -> None:
    page = read_one(b'{\n  "title": "Talks",\n  "body": "The minister said so."\n}')
    assert isinstance(page, Page)
    assert (page.format, page.body) == ("jsonl", "The minister said so.")


def test_a_bad_line_of_json_is_set_aside_and_the_others_go_on() -> None:
    raw = b'{"body": "One said so."}\n[1, 2]\n{"title": "x"}\nnonsense\n{"body": "Two said so."}\n'
    found = list(read_bytes(raw, "wire"))
    assert [type(page) for page in found] == [Page, Unread, Unread, Unread, Page]
    reasons = [page.reason for page in found if isinstance(page, Unread)]
    assert reasons == [
        "The line is JSON, but no object.",
        'The record has no "body".',
        "The line is not valid JSON.",
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "The file is empty."),
        (b"  \n\t\n ", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n....", "This is a PNG image, not a text or an HTML page."),
        (b"%PDF-1.4 ...", "This is a PDF document, not a text or an HTML page."),
        (bytes(range(256)) * 20, "This is a binary file, not a text or an HTML page."),
        (b"<html><body><script>only()</script></body></html>", "The page shows no text."),
        (b'<?xml version="1.0"?><urlset></urlset>', "This is XML, but neither a page nor a feed."),
        (b"\xe2\x80\x8b\xe2\x80\x8b", "The file holds no text."),
    ],
)
def test_what_is_no_page_is_told_in_a_sentence(raw: bytes, reason: str) -> None:
    assert refusal(raw) == reason


def test_a_file_of_fifty_megabytes_in_one_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    with pytest.raises(UnreadableError, match="larger than 20 MB"):
        list(read(path))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="There is no such file"):
        list(read(tmp_path / "nothing"))
    with pytest.raises(UnreadableError, match="folder, not a file"):
        list(read(tmp_path))


def test_a_record_keeps_a_date_as_short_as_its_precision() -> None:
    raw = b'{"body": "A said so.", "published": {"date": "2015-11-01", "precision": "month"}}'
    page = read_one(raw)
    assert isinstance(page, Page)
    assert page.metadata.published == "2015-11"
