"""Saved HTML pages: what they declare, what they show, what the markup says of each line."""

import time

import pytest

from archive.reading import Metadata, Page, read_bytes

ARTICLE = """<!DOCTYPE html><html lang="en-GB"><head><title>Border reopens | The Sentinel</title>
<link rel="canonical" href="https://sentinel.example/2014/03/03/border">
<meta property="og:title" content="Border reopens"><meta property="og:site_name" content="The Sentinel">
<meta name="author" content="Jane Roe"><meta name="keywords" content="Norland, Sudia">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
"datePublished": "2014-03-03T16:12:00Z", "articleSection": "World"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Border reopens</h1>
<figure><img><figcaption>Trucks wait at the crossing on Sunday.</figcaption></figure>
<p>The foreign ministers of <a>Norland</a> and Sudia agreed on Monday to reopen the crossing at Pell.</p>
<h2>Guards return</h2><p>The guards will go back to their posts within a week, the ministers said.</p>
</article><footer>All rights reserved</footer></body></html>"""


def html(markup: str) -> Page:
    page = next(read_bytes(markup.encode(), "page"))
    assert isinstance(page, Page)
    return page


def test_declarations_of_every_kind_are_read() -> None:
    assert html(ARTICLE).metadata == Metadata(
        title="Border reopens",
        url="https://sentinel.example/2014/03/03/border",
        site_name="The Sentinel",
        published="2014-03-03T16:12:00Z",
        language="en-GB",
        author="Jane Roe",
        keywords=("Norland", "Sudia"),
        section="World",
    )


def test_each_line_says_what_its_markup_makes_it() -> None:
    page = html(ARTICLE)
    kinds = dict(zip(page.lines, page.kinds, strict=True))
    assert kinds["Border reopens"] == "title"
    assert kinds["Guards return"] == "heading"
    assert kinds["Trucks wait at the crossing on Sunday."] == "caption"
    assert kinds["Home"] == "navigation"
    assert kinds["All rights reserved"] == "navigation"


def test_a_link_does_not_cut_its_paragraph() -> None:
    paragraph = "The foreign ministers of Norland and Sudia agreed on Monday to reopen the crossing at Pell."
    page = html(ARTICLE)
    assert paragraph in page.lines
    assert paragraph in " ".join(page.main_lines)


def test_scripts_and_what_is_hidden_are_not_shown() -> None:
    page = html("<p>Seen by all.<script>unseen()</script></p><div hidden>unseen</div><!-- unseen -->")
    assert page.lines == ("Seen by all.",)


def test_line_breaks_part_lines() -> None:
    page = html("<div>One here.<br><br>Two here.</div><p>Three.</p>")
    assert page.lines == ("One here.", "Two here.", "Three.")


def test_broken_markup_still_shows_its_text() -> None:
    page = html("<html><div><p>The talks go on for <b>a week.<table><tr><td>Nobody knows why.</p></div>")
    assert page.lines == ("The talks go on for a week.", "Nobody knows why.")


def test_ten_thousand_nested_elements_are_read() -> None:
    began = time.process_time()
    page = html("<html><body>" + "<div>" * 10_000 + "<p>Deep down.</p>" + "</div>" * 10_000)
    assert page.lines == ("Deep down.",)
    assert time.process_time() - began < 20  # about 1


def test_declarations_that_are_nonsense_are_passed_over() -> None:
    page = html(
        '<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="//[x">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": 7, "author": [[]]}</script>'
        '<script type="application/ld+json">{broken</script></head><body><p>Text.</p></body></html>'
    )
    assert page.metadata == Metadata()


def test_the_mark_of_the_internet_archive_tells_when_the_page_was_saved() -> None:
    mark = "FILE ARCHIVED ON 16:30:12 Nov 25, 2015 AND RETRIEVED FROM THE INTERNET ARCHIVE"
    page = html(f"<p>Text.</p><!-- {mark} -->")
    assert page.metadata.captured == "Nov 25, 2015 16:30:12 GMT"


def test_a_copy_in_an_archive_tells_its_own_address_and_time() -> None:
    copy = "http://web.archive.org/web/20030208112233/http://p.example:80/envoy"
    page = html(f'<html><head><link rel="canonical" href="{copy}"></head><body><p>Seen.</p></body></html>')
    assert (page.metadata.url, page.metadata.captured) == ("http://p.example/envoy", "2003-02-08T11:22:33Z")


def test_the_bar_of_an_archive_is_not_the_page() -> None:
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
    assert html(f"<html><body>{bar}<p>The story.</p></body></html>").lines == ("The story.",)


def test_a_form_around_the_whole_page_sets_nothing_beside_the_story() -> None:
    story = "<h1>Border reopens</h1><p>The crossing at Pell is open again, the ministers said.</p>"
    page = html(f"<form id='aspnetForm'><nav>Home</nav>{story}<form><p>Search</p></form></form>")
    assert page.kinds[:3] == ("navigation", "title", "text")


@pytest.mark.parametrize(
    "mark",
    [
        '<abbr class="published" title="2019-06-27T10:21:40Z">27 June</abbr>',
        '<time class="entry-date published" datetime="2019-06-27T10:21:40Z">27 June</time>',
    ],
)
def test_the_moment_that_a_blog_marks_as_published_is_read(mark: str) -> None:
    assert html(f"<div><p>The story.</p>{mark}</div>").metadata.published == "2019-06-27T10:21:40Z"
    assert html(f"<div><p>Story.</p>{mark}<p>Story.</p>{mark}</div>").metadata.published is None


def test_a_heading_in_an_aside_stands_beside_the_story() -> None:
    page = html("<div><p>The story.</p><aside><h3>Most read</h3><ul><li>Another</li></ul></aside></div>")
    assert page.kinds == ("text", "navigation", "navigation")


def test_machine_readable_tags_do_not_cut_their_paragraph() -> None:
    place = '<span itemtype="Place"><meta itemprop="name" content="Pell"><link href="/pell">Pell</span>'
    assert html(f"<p>The crossing at {place} was reopened on Monday.</p>").lines == (
        "The crossing at Pell was reopened on Monday.",
    )


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p><span>21 April 2016</span><span>18:12</span></p>", "21 April 2016 18:12"),
        ("<p><a href='/a'>English</a><a href='/b'>Deutsch</a></p>", "English Deutsch"),
        ("<p><span>N</span><span>orland</span> has 10<sup>6</sup> ships</p>", "Norland has 106 ships"),
    ],
)
def test_a_day_and_the_clock_beside_it_and_links_in_a_row_are_parted(markup: str, shown: str) -> None:
    assert html(markup).lines == (shown,)


def test_a_tag_that_opens_where_scripts_do_not_run_hides_nothing_of_the_page() -> None:
    page = html(
        "<html><body><noscript><div class=none></noscript><p>Norland reopens the crossing at Pell.</p>"
        "<noscript></div></noscript></body></html>"
    )
    assert page.lines == ("Norland reopens the crossing at Pell.",)
