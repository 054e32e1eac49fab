"""What the markup, and the library that finds the main text, tell of a story's lines."""

from archive.extraction import Record
from tests.extraction.pages import extracted

TITLE = "Norland and Sudia reopen border crossing"
FIRST = "<p>The ministers of Norland and Sudia agreed on Tuesday to reopen the crossing at Pell.</p>"
SECOND = "<p>“The guards will go back to their posts within a week,” Foreign Minister Ada Holm said.</p>"
LAST = "<p>The crossing has been closed since a shooting in the spring, and traders have asked for help.</p>"
MORE = "<p>Lorries have had to go round by Zell since then, which takes them a day and a half longer.</p>"


def story(inside: str, above: str = "", below: str = "") -> Record:
    """Return what is found in a page with this story under its headline."""
    return extracted(
        f"<html><head><title>{TITLE}</title></head><body><header><h1>{TITLE}</h1>{above}</header>"
        f"<article>{inside}</article>{below}</body></html>"
    )


def test_a_heading_within_the_story_belongs_to_it() -> None:
    record = story(f"{FIRST}{SECOND}<h2>Traders had to wait</h2>{LAST}{MORE}")
    assert "\n\nTraders had to wait\n\n" in record.body


def test_a_heading_that_no_paragraph_follows_does_not_belong_to_the_story() -> None:
    other = "<h3>Bridge at Zell is shut</h3><div>25 Sep 2011</div>"
    record = story(f"{FIRST}{SECOND}{LAST}<h2>Other roads</h2>{other}{MORE}")
    assert "Other roads" not in record.body and "Bridge" not in record.body


def test_the_items_of_a_list_within_the_story_belong_to_it() -> None:
    items = "<ul><li>Passports are checked at the bridge</li><li>Lorries pay no toll in May</li></ul>"
    record = story(f"{FIRST}{SECOND}{items}{LAST}{MORE}")
    assert "Lorries pay no toll in May" in record.body


def test_much_between_its_paragraphs_does_not_end_a_story() -> None:
    much = "".join(f"<div>Picture {n} of the crossing</div><div>2 March 2014</div>" for n in range(6))
    record = story(f"{FIRST}{SECOND}{much}{LAST}{MORE}")
    assert "traders have asked for help" in record.body and "round by Zell" in record.body


def test_what_stands_below_the_end_of_a_story_is_not_of_it() -> None:
    other = "<p>Sudia’s parliament will vote on the budget next week, its speaker said on Monday.</p>"
    record = story(f"{FIRST}{SECOND}{LAST}{MORE}<h3>Das könnte Sie auch interessieren</h3>{other}")
    assert "budget" not in record.body


def test_a_lead_beside_the_headline_opens_the_story() -> None:
    lead = "Ministers of Norland and Sudia agree that lorries pass the crossing at Pell again."
    record = story(f"{FIRST}{SECOND}{LAST}{MORE}", above=f"<h2>{lead}</h2>")
    assert record.title == TITLE
    assert record.body.startswith(lead)


def test_a_word_to_the_reader_beside_the_headline_is_no_lead() -> None:
    word = "Our journalism is free for everyone; whoever likes it may give a little every month, or once."
    record = story(f"{FIRST}{SECOND}{LAST}{MORE}", above=f"<p>{word}</p>")
    assert record.body.startswith("The ministers")


def test_a_day_between_lead_and_story_is_the_publications_whatever_stands_beside_it() -> None:
    lead = "<p>The ministers of Norland and Sudia let lorries pass the crossing at Pell again, they said.</p>"
    head = "<div>Datum:</div><div>3 March 2014</div><div>5 Kommentare</div><div>#Norland</div>"
    record = story(f"{FIRST}{SECOND}{LAST}{MORE}", above=lead + head)
    assert record.body.startswith("The ministers of Norland and Sudia let")
    assert record.published.date == "2014-03-03"
