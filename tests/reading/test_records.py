"""Files of many pages, and pages with all their parts: WARC, feeds, gzip, MHTML."""

import contextlib
import gzip
import random
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction import extract
from archive.reading import Page, Unread, UnreadableError, read, read_bytes

STORY = (
    "<html><body><h1>Talks begin in Harven</h1>"
    "<p>The minister said on Monday that the talks went on.</p></body></html>"
)
ADDRESS = "https://paper.example/2015/11/25/talks/"


def record(kind: str, block: bytes, content: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: 2019-03-02T10:11:12Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "200 OK", content: str = "text/html") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {content}", *headers))
    return head.encode() + b"\r\n\r\n" + body


def pages(raw: bytes) -> list[Page | Unread]:
    return list(read_bytes(raw, "crawl"))


CRAWL = record("warcinfo", b"software: x", "application/warc-fields") + record(
    "response", answer(STORY.encode(), "Content-Encoding: identity")
)


def test_an_answer_in_a_warc_is_a_page_with_its_address_and_capture() -> None:
    raw = record("warcinfo", b"software: x", "application/warc-fields") + record(
        "response", answer(STORY.encode())
    )
    [page] = pages(raw)
    assert isinstance(page, Page)
    assert (page.path, page.format, page.metadata.url) == ("crawl#2", "warc", ADDRESS)
    assert extract(page).captured == "2019-03-02T10:11:00Z"
    assert page.lines[0] == "Talks begin in Harven"


def test_a_record_is_read_again_from_its_own_bytes() -> None:
    [page] = pages(record("request", b"GET /") + record("response", answer(STORY.encode())))
    assert isinstance(page, Page)
    [again] = read_bytes(page.raw, "crawl")
    assert isinstance(again, Page)
    assert (again.sha256, again.metadata, again.lines) == (page.sha256, page.metadata, page.lines)


@pytest.mark.parametrize(
    "block",
    [
        answer(b"gone", status="404 Not Found"),
        answer(b"moved", "Location: /x", status="301 Moved Permanently"),
        answer(b"\x89PNG\r\n", content="image/png"),
        answer(b"{}", content="application/json"),
    ],
)
def test_errors_redirections_and_pictures_of_a_warc_are_passed_over(block: bytes) -> None:
    found = pages(record("response", block) + record("response", answer(STORY.encode())))
    assert [page.path for page in found] == ["crawl#2"]


def test_a_warc_without_a_page_says_so() -> None:
    nameless = record("response", answer(STORY.encode())).replace(b"WARC-Target-URI", b"X")
    for raw in (record("request", b"GET /"), nameless):
        assert pages(raw) == [Unread("crawl", "The WARC file holds no page.")]


def test_an_answer_sent_in_chunks_and_packed_is_joined_and_unpacked() -> None:
    packed = gzip.compress(STORY.encode())
    chunks = (
        b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:50], packed[50:])) + b"0\r\n\r\n"
    )
    block = answer(chunks, "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    [page] = pages(record("response", block))
    assert isinstance(page, Page)
    assert page.lines[0] == "Talks begin in Harven"


def test_an_answer_that_only_says_that_it_is_packed_is_read_as_it_is() -> None:
    block = answer(STORY.encode(), "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    [page] = pages(record("response", block))
    assert isinstance(page, Page)


def test_a_warc_packed_record_by_record_is_read(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(b"".join(gzip.compress(record("response", answer(STORY.encode()))) for _ in range(3)))
    assert [page.path for page in read(file)] == [f"{file}#{number}" for number in (1, 2, 3)]


def test_the_text_made_of_a_page_is_a_page() -> None:
    [page] = pages(record("conversion", b"Talks begin\nThe minister said so on Monday.", "text/plain"))
    assert isinstance(page, Page)
    assert page.lines == ("Talks begin", "The minister said so on Monday.")


def test_a_warc_cut_short_gives_what_it_holds_and_says_so() -> None:
    whole = record("response", answer(STORY.encode()))
    found = pages(whole + whole[:-100])
    assert isinstance(found[0], Page)
    assert found[1:] == [Unread("crawl#2", "The file ends in the middle of a record.")]


def test_a_page_packed_by_gzip_is_read_and_a_damaged_one_told() -> None:
    packed = gzip.compress(STORY.encode())
    [page] = pages(packed)
    assert isinstance(page, Page)
    with pytest.raises(UnreadableError, match="damaged"):
        pages(packed[:-20])


RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harven Post</title><link>https://post.example/</link><language>en-gb</language>
<lastBuildDate>Sun, 03 Mar 2019 10:00:00 GMT</lastBuildDate>
<item><title>Norland &amp;amp; Tavria sign</title><link>https://post.example/a?id=1</link>
<dc:creator>Eva Holm</dc:creator>
<pubDate>Wed, 25 Nov 2015 10:57:00 +0100</pubDate><category>Treaties</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>Norland and Tavria signed a treaty on Wednesday, the foreign ministry said.</p>
<p>It will come into force next year.</p>
<p>The post <a href="x">Norland signs</a> appeared first on <a href="y">The Harven Post</a>.</p>]]>
</content:encoded></item>
<item><title>Empty</title></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ministry</title>
<link rel="self" href="https://m.example/f"/>
<entry><title>Talks held</title><id>tag:m,2015:1</id><link rel="alternate" href="https://m.example/1"/>
<published>2015-11-25T10:57:00Z</published><updated>2016-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The two ministers held talks in Harven and agreed to meet again.</p></div></content>
</entry></feed>"""


def test_each_item_of_a_feed_is_a_page_with_what_the_feed_says_of_it() -> None:
    page, empty = pages(RSS)
    assert isinstance(page, Page)
    assert page.path == "crawl#1"
    record = extract(page)
    assert (record.title, record.source, record.language) == (
        "Norland & Tavria sign",
        "The Harven Post",
        "en",
    )
    assert (record.published.date, record.url) == ("2015-11-25T09:57Z", "https://post.example/a?id=1")
    assert record.topics == ("Treaties",)
    assert record.body.split("\n\n") == [
        "Norland and Tavria signed a treaty on Wednesday, the foreign ministry said.",
        "It will come into force next year.",
    ]
    assert empty == Unread("crawl#2", "The entry has no text, only a title and an address.")


def test_an_entry_of_a_feed_is_read_again_from_its_own_bytes() -> None:
    for raw in (RSS, ATOM):
        page = pages(raw)[0]
        assert isinstance(page, Page)
        again = pages(page.raw)[0]
        assert isinstance(again, Page)
        assert (again.sha256, again.metadata, again.lines) == (page.sha256, page.metadata, page.lines)


def test_an_entry_of_an_atom_feed_is_dated_by_its_publication() -> None:
    [page] = pages(ATOM)
    assert isinstance(page, Page)
    record = extract(page)
    assert (record.title, record.published.date[:10], record.url) == (
        "Talks held",
        "2015-11-25",
        "https://m.example/1",
    )


def test_a_feed_of_another_day_holds_the_same_entry() -> None:
    later = RSS.replace(b"03 Mar 2019", b"04 Mar 2019")
    assert [page.sha256 for page in pages(RSS)[:1]] == [page.sha256 for page in pages(later)[:1]]


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://paper.example/talks
Subject: Talks
Date: Sat, 2 Mar 2019 11:12:13 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Part--x"

------Part--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://paper.example/talks

<html><body><h1>Talks in Z=C3=BCrich</h1><p>The minister said on Monday that the talks=
 went on.</p></body></html>
------Part--x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------Part--x--
"""


def test_a_page_saved_with_its_parts_is_read_with_its_address_and_time() -> None:
    [page] = pages(MHTML.replace(b"\n", b"\r\n"))
    assert isinstance(page, Page)
    assert page.lines == ("Talks in Zürich", "The minister said on Monday that the talks went on.")
    assert page.metadata.url == "https://paper.example/talks"
    assert extract(page).captured == "2019-03-02T10:12:00Z"


def test_an_answer_packed_by_brotli_is_unpacked() -> None:
    [page] = pages(record("response", answer(brotli.compress(STORY.encode()), "Content-Encoding: br")))
    assert isinstance(page, Page)
    assert page.lines[0] == "Talks begin in Harven"


def test_a_bomb_of_zeros_in_an_answer_is_refused_without_being_blown_up() -> None:
    bomb = gzip.compress(bytes(200_000_000))
    [found] = pages(record("response", answer(bomb, "Content-Encoding: gzip")))
    assert isinstance(found, Unread)
    assert found.reason.startswith("The document is larger than 20 MB")


def test_a_packed_warc_that_was_cut_gives_what_is_whole_and_says_so() -> None:
    noise = random.Random(1).randbytes(40_000).hex()
    whole = gzip.compress(record("response", answer(STORY.replace("went", noise).encode()))) * 3
    *first, last = pages(whole[:-100])
    assert [page.path for page in first] == ["crawl#1", "crawl#2"]
    assert last == Unread("crawl#3", "The file ends in the middle of a record.")


def test_a_warc_that_is_broken_in_the_middle_says_so() -> None:
    whole = record("response", answer(STORY.encode()))
    found = pages(whole + b"\x00broken\xff\n" * 3 + whole)
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], Unread)


def test_an_entry_of_rss_1_stands_beside_its_channel() -> None:
    feed = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>The Harven Post</title></channel><!-- one entry -->
    <item><title>Talks held</title><link>https://post.example/1</link>
    <description>The two ministers held talks in Harven.</description></item></rdf:RDF>"""
    [page] = pages(feed)
    assert isinstance(page, Page)
    assert page.lines == ("Talks held", "The two ministers held talks in Harven.")
    assert page.metadata.site_name == "The Harven Post"


def test_an_entry_is_the_same_wherever_it_stands_in_its_feed() -> None:
    other = b"<item><title>Other</title><description>Something else was said.</description></item>\n  "
    moved = RSS.replace(b"<item><title>Norland", other + b"<item><title>Norland")
    assert [page.sha256 for page in pages(RSS)[:1]] == [page.sha256 for page in pages(moved)[1:2]]


def test_a_feed_that_was_cut_gives_what_can_be_read() -> None:
    page = pages(RSS[: RSS.index(b"<item><title>Empty")])[0]
    assert isinstance(page, Page)


def test_a_feed_without_entries_is_told_in_a_sentence() -> None:
    with pytest.raises(UnreadableError, match="The feed has no entries"):
        pages(b"<rss version='2.0'><channel><title>The Harven Post</title></channel></rss>")


def test_the_entities_that_a_feed_defines_are_not_followed() -> None:
    bomb = b"""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
    <!ENTITY secret SYSTEM "file:///etc/passwd">]>"""
    entry = b"<item><description>They go on. &b;&secret; They do.</description></item>"
    [page] = pages(bomb + b"<rss version='2.0'><channel>" + entry + b"</channel></rss>")
    assert isinstance(page, Page)
    assert "root:" not in " ".join(page.lines)
    assert "aaaa" not in " ".join(page.lines)


@pytest.mark.parametrize("whole", [CRAWL, gzip.compress(CRAWL), RSS, ATOM, MHTML])
@settings(max_examples=20)
@given(data=st.data())
def test_a_file_with_any_bytes_changed_is_read_or_told_in_a_sentence(
    whole: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole)))
    put_in = data.draw(st.binary(max_size=4) | st.sampled_from([b"\r\n", b":", b"<", b"/>", b"&x;", b'"']))
    left_out = data.draw(st.integers(0, 40))
    with contextlib.suppress(UnreadableError):
        for found in read_bytes(whole[:at] + put_in + whole[at + left_out :], "crawl"):
            assert isinstance(found, Page) or found.reason.endswith(".")
