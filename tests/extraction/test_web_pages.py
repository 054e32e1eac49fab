"""What is found in saved web pages: invented ones, in the shapes that news sites build theirs in."""

import pytest

from archive.extraction import Record
from tests.extraction.pages import extracted

STORY = """<p>The foreign ministers of Norland and Sudia agreed on Tuesday to reopen the border crossing at
Pell.</p><p>“The guards will go back to their posts within a week,” Foreign Minister Ada Holm told
reporters in Geneva after the talks.</p><p>The crossing has been closed since a shooting in the spring, and
traders on both sides have asked their governments for help.</p>"""
TITLE = "Norland and Sudia reopen border crossing"


def web_page(head: str = "", above: str = "", below: str = "", body: str = STORY) -> Record:
    """Return what is found in a page with a title, this head, and this markup around its story."""
    return extracted(
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title>{head}</head>'
        f"<body><main><h1>{TITLE}</h1>{above}{body}</main>{below}</body></html>"
    )


def published(record: Record) -> tuple[str | None, str]:
    return record.published.date, record.published.precision


@pytest.mark.parametrize(("site", "declared"), [("News", f"{TITLE} - The News"), ("Pell", TITLE)])
def test_the_name_of_a_site_marked_as_a_title_is_not_the_title(site: str, declared: str) -> None:
    record = extracted(
        f'<html><head><meta property="og:title" content="{declared}"></head>'
        f"<body><div><h1>{site}</h1></div><div><h1>{TITLE}</h1>{STORY}</div></body></html>"
    )
    assert record.title == TITLE


def test_the_date_of_the_article_comes_before_that_of_the_page_that_holds_it() -> None:
    graph = """{"@graph": [{"@type": "WebPage", "datePublished": "2014-02-01T09:00:00Z"},
    {"@type": ["Article", "NewsArticle"], "datePublished": "2021-03-02T09:30:00Z"}]}"""
    record = web_page(head=f'<script type="application/ld+json">{graph}</script>')
    assert published(record) == ("2021-03-02T09:30Z", "minute")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Nov 27, 2018 at 4:05 p.m. UTC", "2018-11-27T16:05Z"),
        ("Nov 27, 2018 12:05 AM GMT", "2018-11-27T00:05Z"),
        ("27.11.2018 16:05 GMT", "2018-11-27T16:05Z"),
        ("Wed 28 Nov 2018 22.59 GMT First published on Tue 27 Nov 2018 06.10 GMT", "2018-11-27T06:10Z"),
    ],
)
def test_the_clock_beside_the_date_gives_the_minute(line: str, date: str) -> None:
    assert published(web_page(above=f"<p>{line}</p>")) == (date, "minute")


def test_the_series_of_a_recording_below_is_not_the_source() -> None:
    podcasts = (
        "<div><h2>Podcasts</h2><ul><li>From: The Long View</li><li>Why did the talks fail?</li></ul></div>"
    )
    record = web_page(head='<meta property="og:site_name" content="The Courier">', below=podcasts)
    assert record.source == "The Courier"
