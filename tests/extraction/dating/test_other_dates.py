"""Days on a page that are not the day of publication: none of them is claimed."""

import pytest

from tests.extraction.pages import extracted

TITLE = "Norland and Sudia talk about border crossing"
STORY = (
    "Foreign Minister Ada Holm of Norland met her colleague from Sudia in Geneva on Monday.\n"
    "The crossing was closed in the spring, and traders on both sides have asked for help."
)


def day_of(text: str) -> str | None:
    return extracted(text).published.date


@pytest.mark.parametrize(
    "line",
    [
        "Born: 3 March 1950",
        "Founded    3 March 1950",
        "Adopted: 3 March 1950",
        "Entered into force on 3 March 1950",
        "Deadline: 9 March 2020",
        "When: 5–6 May 2014",
        "Accessed: 9 March 2020",
        "4 comments, last on 9 March 2020",
        "USD 9.03.2020 67.52",
        "Harven, 9 March 2020, 12°C",
        "(AP Photo/Jane Roe, Jan. 6, 2014)",
        "Version 3.4.12",
        "8.3.12 kB",
    ],
)
def test_a_line_may_hold_another_day_than_that_of_publication(line: str) -> None:
    assert day_of(f"{TITLE}\n{line}\n{STORY}") is None


@pytest.mark.parametrize("line", ["Printed on 9 March 2020", "Retrieved 9 March 2020"])
def test_the_day_on_which_a_reader_took_the_page_is_not_that_of_publication(line: str) -> None:
    assert day_of(f"{TITLE}\n{STORY}\n{line}") is None


@pytest.mark.parametrize(
    "title", ["Norland marks the treaty of 3 March 1991", "The crisis of 3 March 1991, ten years on"]
)
def test_the_day_of_an_event_in_the_headline_is_not_claimed(title: str) -> None:
    assert day_of(f"{title}\n{STORY}") is None


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Ada Holm on 3 March 2014",
        f"{TITLE} (3 March 2014)",
        "Lake news, Monday 3 March 2014",
        f"Home {TITLE} 3 March 2014",
    ],
)
def test_the_day_of_a_document_or_beside_a_headline_is_claimed(title: str) -> None:
    assert day_of(f"{title}\n{STORY}") == "2014-03-03"


def test_the_days_of_other_stories_above_the_headline_are_not_claimed() -> None:
    others = "9 March 2020\nFerries stay in port\n8 March 2020\nHerring is dear again"
    assert day_of(f"Archive\n{others}\n{TITLE}\n{STORY}") is None


def test_the_day_above_the_next_story_is_not_that_of_the_one_above_it() -> None:
    assert day_of(f"{TITLE}\n{STORY}\n14 March 2014\nFerries stay in port\n13 March 2014") is None


def test_the_day_of_what_a_notice_announces_is_not_claimed() -> None:
    notice = "Conference on ferries\nVenue: Harven\nDate: 5 May 2014"
    assert day_of(f"{notice}\nThe lake council will hold a conference on ferries in Harven in May.") is None


def test_a_date_with_its_label_is_claimed_where_nothing_is_announced() -> None:
    assert day_of(f"{TITLE}\nDate: 3 March 2014\n{STORY}") == "2014-03-03"


@pytest.mark.parametrize("line", ["3 March 2014 | 1,245 views", "3 March 2014, 07.10"])
def test_the_number_of_readers_or_a_time_beside_the_day_leaves_it_that_of_publication(line: str) -> None:
    assert day_of(f"{TITLE}\n{line}\n{STORY}") == "2014-03-03"


COMMENT = "<div>9 March 2020</div><p>I do not like it at all, and nobody asked me.</p>"
TIMED = COMMENT.replace("<div>9 March 2020</div>", '<time datetime="2020-03-09">9 March 2020</time>')


@pytest.mark.parametrize("comment", [COMMENT, f'<section id="comments"><article>{TIMED}</article></section>'])
@pytest.mark.parametrize("frame", ["<article>{}</article>{}", "<article>{}{}</article>"])
def test_the_day_of_a_comment_is_not_claimed(comment: str, frame: str) -> None:
    story = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in STORY.split("\n"))
    assert day_of(f"<html><body><main>{frame.format(story, comment)}</main></body></html>") is None
