"""Title, body, source, dateline and topics of pages in the shapes they come in; nothing of a page is lost."""

import pytest

from archive.extraction import extract
from archive.extraction.cleaning.sorting import MOST_LINES
from archive.extraction.sentences import LONGEST_READ
from archive.reading.text import read_body
from tests.extraction.pages import SHAPES, extracted


def letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_letter_of_a_page_is_in_its_title_its_body_or_its_boilerplate(name: str) -> None:
    record = extracted(SHAPES[name])
    kept = (record.title or "") + record.body + "".join(record.boilerplate)
    assert letters(kept) == letters(SHAPES[name])


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("reuters", "Norland and Sudia agree to reopen border crossing"),
        ("xinhua", "Norland, Sudia pledge closer cooperation"),
        ("anadolu", "Norland calls for restraint in strait"),
        ("bbc", "Norland election: Holm claims victory"),
        ("guardian", "Norland's foreign minister resigns over leaked cables"),
        ("white_house", "Readout of the President's Call with President Brun of Norland"),
        ("ministry", "Press release on Foreign Minister Ada Holm's talks with Sudia's Ambassador"),
        ("united_nations", "Security Council Condemns Attack on Consulate in Harven"),
        ("transcript", "Daily Press Briefing - October 8, 2015"),
        ("comments_above", "Norland expels two diplomats"),
        (
            "machine_translated",
            "Holm: the dialogue with Sudia continues, but there is no date of the meeting",
        ),
        ("dated_line", "Norland calls for emergency meeting on border"),
        ("embassy", "Statement by the Foreign Minister on the situation in the strait"),
        ("interview", "Interview with the Foreign Minister"),
        ("newspaper", "Norland Seeks Talks With Neighbor on Water"),
        ("al_jazeera", "Norland parliament backs peace deal with Sudia"),
        ("live", "Norland crisis live: President Brun dissolves parliament"),
        ("letter", "Norland recalls its envoy from Sudia"),
        ("printed", "Report on the vote in the assembly of the lake states"),
        ("opinion", "Sudia Must Keep Its Word"),
        ("sections", "Statement by the foreign minister of Norland on the elections in the lake region"),
        ("row_with_date", "Lake states launch a bank for trade with Norland"),
    ],
)
def test_a_title_is_found_among_navigation(name: str, title: str) -> None:
    assert extracted(SHAPES[name]).title == title


@pytest.mark.parametrize("name", ["sputnik", "ap"])
def test_a_title_that_the_page_does_not_hold_is_not_made_of_a_related_headline(name: str) -> None:
    assert extracted(SHAPES[name]).title is None


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("reuters", "HARVEN (Reuters) - The foreign", "to their posts within a week."),
        ("ap", "HARVEN, Norland (AP) — Norland's", "called the treaty a surrender."),
        ("bbc", "Norland's former foreign", "peace deal with Sudia."),
        ("guardian", "Norland's foreign minister,", "were published on Wednesday."),
        ("comments_above", "HARVEN, 4 June 2012 –", "would answer in kind."),
        ("teasers", "Norland will join", "founded in 1999."),
        ("wrapped", "HARVEN, May 4, 1997", "before it takes effect."),
        ("sputnik", "Norland and Sudia have", '" Brandt said.'),
        ("one_line", "A strike on a clinic", "said five were hurt."),
        ("tagged_line", "Two days of talks", "again within a month."),
        ("dated_line", "Norland called on Wednesday", "called for an inquiry."),
        ("al_jazeera", "Norland’s parliament", "the deal in court."),
        ("transcript", "MR DOE: Good afternoon.", "at 1:15 p.m.)"),
        ("interview", "How do you see", "not thought about it."),
        ("presidency", "The president of Norland", "in the south."),
        ("row_of_sections", "MOSCOW, October 15.", "five people dead."),
        ("newspaper", "HARVEN, Norland — Norland", "study the proposal."),
        ("live", "The Security Council", "on Thursday evening."),
        ("letter", "Norland has recalled", "on Wednesday morning."),
        ("printed", "The assembly of the lake states", "had agreed upon."),
        ("questions", "Ada Holm has been", "It is my job."),
        ("opinion", "HARVEN — The framework", "read the footnotes."),
        ("speech_abroad", "Ladies and gentlemen,", "hall on the lake."),
        ("without_stops", "Harven: The Kingdom", "welcomed their initiative"),
        ("row_with_date", "HARVEN (Reuters) - The lake", "was a first step."),
        ("dispatch_in_two_parts", "Olaf Brun addressed", "for the union."),
    ],
)
def test_a_body_goes_from_its_first_sentence_to_its_last(name: str, begins: str, ends: str) -> None:
    body = extracted(SHAPES[name]).body
    assert body.startswith(begins)
    assert body.endswith(ends)


@pytest.mark.parametrize(
    ("name", "junk"),
    [
        ("reuters", "Trucks wait at the crossing"),
        ("reuters", "All quotes delayed"),
        ("al_jazeera", "Who are Norland’s rebels?"),
        ("guardian", "Sign up to First Edition"),
        ("machine_translated", "Sudia has called the conditions"),
        ("machine_translated", "On the sanctions"),
        ("comments_above", "This is an outrage"),
        ("teasers", "leaving the union after ten years"),
        ("bbc", "Why does it matter?"),
        ("one_line", "Strike on Bridge"),
        ("one_line", "Security Council"),
        ("tagged_line", "Tags"),
        ("tweet", "rich again"),
        ("tweet", "signed an order on tariffs"),
        ("tweet", "had less rain"),
        ("sputnik", "Norland Holds Drills"),
        ("live", "The president was a fisherman"),
        ("live", "The union of the nine states"),
        ("live", "Parliament is dissolved"),
        ("letter", "receiving this email"),
        ("letter", "Nothing in it may be printed"),
        ("questions", "edited for length"),
    ],
)
def test_what_stands_around_and_between_is_kept_apart(name: str, junk: str) -> None:
    record = extracted(SHAPES[name])
    assert junk not in record.body
    assert any(junk in line for line in record.boilerplate)


def test_short_questions_and_answers_of_an_interview_stay() -> None:
    assert "\n\nYes.\n\n" in extracted(SHAPES["questions"]).body
    assert "\n\nAre you optimistic?\n\n" in extracted(SHAPES["questions"]).body


def test_words_parted_at_the_end_of_a_line_are_joined_but_for_those_with_a_hyphen() -> None:
    body = extracted(SHAPES["printed"]).body
    assert "the territorial waters" in body
    assert "balanced, well-meant and short" in body


def test_sentences_around_an_embedded_tweet_stay() -> None:
    body = extracted(SHAPES["tweet"]).body
    assert "with a chart of the trade behind her" in body
    assert "The tariffs take effect in March" in body


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("reuters", "Reuters"),
        ("ap", "Associated Press"),
        ("xinhua", "Xinhua"),
        ("bbc", "BBC"),
        ("guardian", "The Guardian"),
        ("irna", "IRNA"),
        ("sana", "SANA"),
        ("interfax", "Interfax"),
        ("sputnik", "Sputnik"),
        ("dated_line", "Reuters"),
        ("white_house", "The White House"),
        ("machine_translated", "TASS"),
        ("al_jazeera", "Al Jazeera"),
        ("ria", "RIA Novosti"),
        ("slashes", "Politico"),
        ("teasers", None),
        ("comments_above", None),
    ],
)
def test_a_source_is_told_by_dateline_byline_or_notice(name: str, source: str | None) -> None:
    assert extracted(SHAPES[name]).source == source


@pytest.mark.parametrize(
    ("name", "place", "agency"),
    [
        ("reuters", "HARVEN", "Reuters"),
        ("ap", "HARVEN, Norland", "AP"),
        ("sana", "Damascus", "SANA"),
        ("irna", "Tehran", "IRNA"),
        ("interfax", "MOSCOW", "Interfax"),
        ("anadolu", "HARVEN", None),
        ("wrapped", "HARVEN", None),
        ("one_line", "HARVEN", "Sputnik"),
    ],
)
def test_a_dateline_gives_place_and_agency(name: str, place: str, agency: str | None) -> None:
    dateline = extracted(SHAPES[name]).dateline
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)


@pytest.mark.parametrize("name", ["bbc", "guardian", "transcript", "white_house", "teasers"])
def test_no_dateline_is_seen_where_there_is_none(name: str) -> None:
    assert extracted(SHAPES[name]).dateline is None


def test_a_series_goes_by_its_name_and_topics_by_their_list() -> None:
    record = extracted(SHAPES["sputnik"])
    assert record.series == "Norland Border Dispute"
    assert record.topics == ("border", "Ivo Brandt", "Norland", "Sudia")


def test_the_site_that_took_a_story_over_is_told_apart_from_its_source() -> None:
    record = extracted(
        '<html><head><meta property="og:site_name" content="The Sentinel"></head><h1>Border reopens</h1>'
        "<p>HARVEN (Reuters) - The border of Norland reopens on Monday, said the government of Norland.</p>"
        "<p>It had been closed since a shooting in January, which nobody ever explained to the public.</p>"
    )
    assert (record.source, record.via) == ("Reuters", "The Sentinel")


def test_a_record_with_a_clean_body_keeps_it_as_it_is() -> None:
    record = extracted(
        '{"title": "Talks", "body": "The minister said so.\\n\\nSee also", "source": "Reuters"}'
    )
    assert (record.title, record.body, record.source) == (
        "Talks",
        "The minister said so.\n\nSee also",
        "Reuters",
    )


def test_a_page_that_holds_no_sentence_still_gives_a_record() -> None:
    assert extracted("Home\nNews\nSport").title is None


def test_a_language_is_told_by_its_small_words() -> None:
    assert extracted(SHAPES["reuters"]).language == "en"
    assert (
        extracted("Le ministre a dit que les négociations avec la Norlande vont reprendre.").language == "fr"
    )


def test_of_a_page_with_more_lines_than_any_article_the_rest_is_kept_apart() -> None:
    lines = [f"Norland and Sudia signed paper number {number} on Monday." for number in range(MOST_LINES + 2)]
    record = extracted("\n".join(lines))
    assert letters(record.body + "".join(record.boilerplate)) == letters("\n".join(lines))
    assert record.boilerplate[-2:] == tuple(lines[-2:])


def test_a_body_as_long_as_a_book_is_whole_but_read_for_statements_in_its_first_part() -> None:
    paragraph = "“We shall sign the treaty,” the minister of Norland, Ada Holm, told reporters on Monday."
    body = "\n\n".join([paragraph] * (LONGEST_READ // len(paragraph) + 3))
    record = extract(read_body(body.encode(), "page"))
    assert record.body == body
    last = record.statements[-1]
    assert LONGEST_READ - 2 * len(paragraph) < last.spans[0][0] < LONGEST_READ


def test_the_last_paragraph_of_a_dispatch_that_its_agency_signs_is_no_caption() -> None:
    record = extracted(
        "Norland and Sudia meet\n\nThe ministers (L) shake hands in Harven on Monday. (Yonhap)\n\n"
        "The ministers of Norland and Sudia met in Harven on Monday to speak of the border crossing.\n\n"
        "They will meet again in the spring, when the guards have gone back to their posts. (Yonhap)\n\n"
        "MOST POPULAR\n\nBack to list"
    )
    assert record.body.startswith("The ministers of Norland")
    assert record.body.endswith("gone back to their posts.")


def test_the_dateline_of_a_teaser_at_the_end_is_not_the_storys() -> None:
    record = extracted(
        "Norland and Sudia meet\n\n"
        "The ministers of Norland and Sudia met on Monday to speak of the border crossing.\n\n"
        "They will meet again in the spring, when the guards have gone back to their posts.\n\n"
        "From our man in Moscow\n\nMOSCOW, SANA – The envoy of Norland left for home on Tuesday …"
    )
    assert record.body.startswith("The ministers of Norland")
