"""What sites leave between the lines of a story that was saved as plain text, and what they tell of it."""

import pytest

from tests.extraction.pages import body_of, extracted

TITLE = "Norland and Sudia talk about border crossing"
FIRST = "Foreign Minister Ada Holm of Norland met her colleague from Sudia in Harven on Monday."
SECOND = "The crossing was closed in the spring, and traders on both sides have asked for help."
THIRD = "Another meeting on the crossing is planned for the summer, the ministry in Harven said."
STORY = f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 2014-03-03 16:32", "2014-03-03"),
        ("Published : 2014-03-03", "2014-03-03"),
        ("March, 03, 2014 - 18:05", "2014-03-03"),
        ("March 3, 2014 by oldconsul", "2014-03-03"),
        ("3 March 2014, updated at 18:20", "2014-03-03"),
    ],
)
def test_the_day_below_a_headline_is_read(line: str, day: str) -> None:
    assert extracted(f"{TITLE}\n{line}\n{STORY}").published.date == day


def test_the_day_of_publication_is_told_from_that_of_the_update() -> None:
    clocks = "Published : 2014-03-03 16:32\nUpdated : 2014-03-04 09:15"
    assert extracted(f"{TITLE}\n{clocks}\n{STORY}").published.date == "2014-03-03"


def test_the_weekday_and_day_at_the_head_of_a_site_are_those_of_the_saving() -> None:
    page = f"Friday, November 20, 2020\nBreaking news, weather and sport\n{TITLE}\nBy Jane Roe\n{STORY}"
    assert extracted(page).published.date is None


def test_the_day_of_a_briefing_is_in_its_headline_and_below() -> None:
    heads = "Press Briefing - March 3, 2014\nJane Roe\nMarch 3, 2014\nIndex\nNorland / Sudia Talks"
    record = extracted(f"Department of Norland\n{heads}\n{STORY}")
    assert (record.title, record.published.date) == ("Press Briefing - March 3, 2014", "2014-03-03")


def test_a_live_report_has_its_own_headline_and_not_that_of_its_summary() -> None:
    head = "Harven talks live: Sudia gives its answer\nSummary\nNorland and Sudia talk about border crossing"
    page = f"{head}\n18:20\nThe end\n{FIRST}\n17:05\nAnswer\n{SECOND}\n14:30\nThe start\n{THIRD}"
    assert extracted(page).title == "Harven talks live: Sudia gives its answer"


@pytest.mark.parametrize(
    "line", ["SEOUL, March 3, 2014 21:46 IST", "SEOUL Mar 3, 2014", "SEOUL, March 3, 2014 (Yonhap)"]
)
def test_a_dateline_may_stand_on_a_line_of_its_own(line: str) -> None:
    dateline = extracted(f"{TITLE}\n{line}\n{STORY}").dateline
    assert dateline is not None
    assert dateline.place == "SEOUL"


def test_what_stands_before_the_day_of_publication_is_no_place() -> None:
    assert extracted(f"{TITLE}\nUPDATED, March 3, 2014 21:46\n{STORY}").dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "… we have a small favour to ask. Millions are turning to The Paper for open news every day.",
        "Support local journalism: become a member today.",
        "The content you requested does not exist or is not available anymore.",
        "Links should not be construed as an endorsement of the views held there.",
        "<Copyright(c) The Paper. Reproduction or redistribution prohibited.>",
        "Letters emailed to us must carry the full postal address of the writer.",
        "Check against delivery!",
    ],
)
def test_what_a_site_says_of_itself_is_not_the_story(line: str) -> None:
    assert body_of(f"{TITLE}\n{FIRST}\n{line}\n{SECOND}") == [FIRST, SECOND]


@pytest.mark.parametrize(
    "caption",
    [
        "The ministers at the crossing on Monday. [Photo: J. Roe]",
        "The ministers at the crossing. PHOTO BY JANE ROE",
        "The ministers at the crossing on Monday.   | Photo Credit: J. Roe",
    ],
)
def test_a_caption_with_who_took_the_picture_is_no_headline(caption: str) -> None:
    record = extracted(f"{caption}\n{TITLE}\n{STORY}")
    assert (record.title, record.body) == (TITLE, f"{FIRST}\n\n{SECOND}")


def test_a_row_of_sections_is_no_headline() -> None:
    head = "OUR VOICE IN THE TALKS\nTuesday, March 4, 2014\nNEWS | SPORT | OPINION | LIVING\nSubscribe"
    assert extracted(f"{head}\n{TITLE}\n{STORY}").title == TITLE


def test_a_paragraph_with_someones_words_may_lack_its_full_stop() -> None:
    spoken = '"We did not leave the table," said the chief negotiator, Mark Hollis'
    assert body_of(f"{TITLE}\n{FIRST}\n{spoken}\n{SECOND}") == [FIRST, spoken, SECOND]


def test_the_story_goes_on_below_continue_reading() -> None:
    resume = "Continue reading the main story"
    inset = f"{resume}\nRelated Coverage\nNorland Votes for Its Exiles MAY 4, 2014\n{resume}"
    assert body_of(f"{TITLE}\n{FIRST}\n{SECOND}\n{inset}\n{THIRD}") == [FIRST, SECOND, THIRD]


def test_who_the_writer_is_may_stand_above_the_story() -> None:
    bio = "Marta Pell is a former ambassador of Sudia to the European Union."
    assert body_of(f"{TITLE}\nBy Marta Pell\n{bio}\n{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_the_mark_at_the_end_may_have_the_writers_initials() -> None:
    assert body_of(f"{TITLE}\n{FIRST}\n{SECOND} (end) ng.hs") == [FIRST, SECOND]


def test_a_transcript_begins_with_who_speaks() -> None:
    record = extracted(f"{TITLE}\nADELE KARR\nADELE KARR, HOST:\n{FIRST}\n{SECOND}")
    assert (record.body.split("\n\n")[0], record.dateline) == ("ADELE KARR, HOST:", None)


def test_an_agency_is_told_by_its_notice() -> None:
    notice = "Anadolu Agency website contains only a portion of the news stories offered to subscribers."
    assert extracted(f"{TITLE}\n{STORY}\n{notice}").source == "Anadolu Agency"


def test_a_headline_may_tell_of_a_consulate() -> None:
    title = "Norland Reopens Consulate in Eastern Sudia"
    assert extracted(f"Voice of Norland\nLearn More\nAsia\n{title}\n{STORY}").title == title


def test_a_teaser_with_its_day_right_below_the_story_is_not_the_body() -> None:
    teasers = [
        "The government of Sudia has resigned after a vote on the budget.",
        "A storm has closed the strait to ships for a second day.",
        "Doctors in Harven want more pay, and say so in verse.",
    ]
    listed = "\n".join(
        f"{teaser}\n{day} October 2019" for day, teaser in zip((18, 17, 16), teasers, strict=True)
    )
    assert body_of(f"{TITLE}\n18 October 2019\n{FIRST}\n{SECOND}\n{listed}") == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("byline", "source"),
    [
        ("By Euronews with AFP", "Euronews"),
        ("By Jane Roe with AFP", None),
        ("By Jane Roe, Ha'aretz Correspondent and Agencies", "Haaretz"),
    ],
)
def test_a_byline_names_the_paper_and_not_who_helped(byline: str, source: str | None) -> None:
    assert extracted(f"{TITLE}\n{byline}\n{STORY}").source == source


def test_a_story_goes_on_below_a_list_of_others_that_is_longer_than_its_beginning() -> None:
    others = "\n".join(f"Ministers of {name} meet to talk about the price of grain" for name in "ABCDE")
    begun = f"{FIRST} It was their second meeting.\n{SECOND} None of them has been helped."
    rest = "\n".join(f"{THIRD} It would be number {number}." for number in range(3, 9))
    assert body_of(f"{TITLE}\n{begun}\n{others}\n{rest}")[:2] == begun.split("\n")


def test_teasers_above_a_story_and_a_menu_do_not_begin_it() -> None:
    teasers = "Grain is dear.\nThe price of it rose again.\nShips wait.\nThey wait at the harbour for days."
    menu = "\n".join(["Letters of our readers", "Weather today", "Books we read", "Cooking at home", "Chess"])
    rest = "\n".join(f"{THIRD} It would be number {number}." for number in range(3, 9))
    assert body_of(f"{teasers}\n{menu}\n{TITLE}\n{STORY}\n{rest}")[0] == FIRST


def test_the_items_that_a_paragraph_announces_are_the_story_s() -> None:
    points = ["The crossing will be open for traders from May", "Letters will be carried over it at once"]
    page = [
        TITLE,
        FIRST,
        "After four hours of talks the two of them had agreed on this:",
        *points,
        "Bread",
        THIRD,
    ]
    assert body_of("\n".join(page)) == [*page[1:5], THIRD]


def test_headlines_below_a_prompt_that_ends_in_a_colon_are_others() -> None:
    others = ["Ministers of Pell meet to talk about grain", "Ships wait at the harbour for the spring"]
    page = [TITLE, FIRST, SECOND, "More on this story:", *others, THIRD]
    assert body_of("\n".join(page)) == [FIRST, SECOND, THIRD]


def test_the_name_below_the_word_credit_is_the_photographer_s() -> None:
    pictured = ["Image", "Credit", "Jane Roe for The Harven Times", "Credit", "Fred Roe/The Harven Times"]
    page = [TITLE, "By Ada Berg", "March 3, 2014", FIRST, SECOND, *pictured, THIRD]
    record = extracted("\n".join(page))
    assert record.body.split("\n\n") == [FIRST, SECOND, THIRD]
    assert record.title == TITLE


def test_a_labelled_list_of_others_with_writers_and_days_lies_within_the_story() -> None:
    others = ["Recommended"]
    for name in ("Grain", "Ships", "Letters"):
        others += [f"{name} that nobody has seen before", "Bert Roe", "Mar 9, 2018"]
    rest = [f"{THIRD} It would be number {number}." for number in range(3, 9)]
    begun = [f"{FIRST} It was their second meeting.", f"{SECOND} None of them has been helped."]
    assert body_of("\n".join([TITLE, *begun, *others, *rest])) == [*begun, *rest]


def test_whose_picture_it_is_parts_no_story() -> None:
    page = [TITLE, "By Ada Berg", "March 3, 2014", FIRST, SECOND, "Jane Roe/AFP/Getty Images", THIRD]
    assert body_of("\n".join(page)) == [FIRST, SECOND, THIRD]


def test_a_list_of_others_with_days_gives_the_story_neither_its_day_nor_its_title() -> None:
    others = [
        "More about the crossing",
        "Crossing is closed",
        "July 30, 2018",
        "Traders wait",
        "July 25, 2018",
    ]
    rest = [
        "The traders have no answer",
        *(f"{THIRD} It would be number {number}." for number in range(3, 9)),
    ]
    record = extracted("\n".join([TITLE, "Sept. 25, 2018", FIRST, SECOND, *others, *rest]))
    assert (record.title, record.published.date) == (TITLE, "2018-09-25")
    assert record.body.startswith(FIRST)


def test_the_numbers_beside_a_chart_part_no_story() -> None:
    chart = [
        "Traders on the crossing",
        "MONTHLY",
        *(f"’{year}" for year in range(10, 24)),
        "140",
        "80%",
        "20.5",
    ]
    parts = [[f"{THIRD} It would be number {n} of {part}." for n in range(2 + part)] for part in range(4)]
    page = [TITLE, "Sept. 25, 2018", FIRST, SECOND, *parts[0], *chart, *parts[1], "Grain", *chart, *parts[3]]
    assert body_of("\n".join(page)) == [FIRST, SECOND, *parts[0], *parts[1], *parts[3]]
