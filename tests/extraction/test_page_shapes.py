"""What stands around stories on pages of many shapes, and in other languages."""

import pytest

from tests.extraction.pages import body_of, extracted

FIRST = "HARVEN, March 14 (AP) - The ministers of Norland and Sudia met on Tuesday for talks on fishing."
SECOND = "“We shall meet again,” the minister of Norland, Ada Holm, told reporters after the talks."
TITLE = "Ministers of Norland meet"
STORY = f"{FIRST}\n{SECOND}"


def test_the_mark_at_the_end_of_a_dispatch_is_not_of_its_last_sentence() -> None:
    for mark in ("-0-", "Enditem", "(END)", "###", "ENDS"):
        assert body_of(f"{TITLE}\n{FIRST}\nThe talks go on. {mark}")[-1] == "The talks go on."


def test_notes_to_editors_are_not_the_story() -> None:
    text = f"{TITLE}\n{STORY}\nENDS\nNotes to editors:\nThe lake is some 300 kilometres long."
    assert body_of(text) == [FIRST, SECOND]


def test_a_correction_is_not_the_story() -> None:
    text = f"{TITLE}\n{STORY}\nCorrection, March 15, 2017: An earlier version said Monday."
    assert body_of(text) == [FIRST, SECOND]


LIVE = (
    "Norland and Sudia near a deal on fishing\n17 October 2019\n18:32\n"
    "That is all from us for tonight, good night.\n"
    "17:05\nHolm: 'We are close'\nAda Holm said as she left that the sides were close to an agreement.\n"
    "15:40\nAn official told reporters that the text had been finished in the morning.\n"
    "12:00\nGood afternoon, we shall be following the talks here all day.\nMost read\nFerries stay in port"
)


def test_a_report_by_the_hour_is_one_story_though_its_headline_does_not_say_so() -> None:
    record = extracted(LIVE)
    assert record.body.startswith("That is all") and record.body.endswith("all day.")
    assert record.title == "Norland and Sudia near a deal on fishing"
    assert record.published.date == "2019-10-17"


def test_a_list_of_stories_by_the_hour_is_not_taken_for_such_a_report() -> None:
    others = "\n".join(f"1{n}:00\nFerry number {n} stays in port\nIt will sail on Sunday." for n in range(5))
    assert body_of(f"{TITLE}\n{STORY}\nLatest news\n{others}") == [FIRST, SECOND]


def test_the_card_of_another_story_in_the_middle_is_not_the_body() -> None:
    question = "Explainer: What is at stake in Harven?"
    card = f"WORLD\n{question}\nThey meet for the first time. Here is why.\n3 min read"
    assert body_of(f"{TITLE}\n{FIRST}\n{card}\n{SECOND}") == [FIRST, SECOND]


def test_a_recording_in_the_middle_does_not_end_the_body() -> None:
    text = f"{TITLE}\n{STORY}\nWATCH: Holm speaks after the talks\n2:14\nShe left at once."
    assert body_of(text)[-1] == "She left at once."


def test_a_sections_name_is_not_the_title_though_the_story_uses_its_words() -> None:
    sections = "Norland Politics & Diplomacy\nWorld\nBusiness & Economy\nScience & Space"
    title = "Norland, Sudia to resume talks on fishing — minister"
    text = f"{sections}\n14 Mar 2017, 17:42\n{title}\n{STORY}\nHer politics and diplomacy were praised."
    assert extracted(text).title == title


def test_a_place_may_stand_before_the_byline() -> None:
    story = STORY.removeprefix("HARVEN, March 14 (AP) - ")
    record = extracted(f"{TITLE}\nGENEVA | By Jane Roe\n{story}")
    assert record.dateline is not None and record.dateline.place == "GENEVA"


def test_a_section_before_a_date_tells_that_it_is_the_storys() -> None:
    text = f"Edition: U.S.\nWorld | Tue Mar 14, 2017 7:13pm EDT\nRelated: World\n{TITLE}\n{STORY}"
    assert extracted(text).published.date == "2017-03-14"


def test_a_page_in_one_line_is_cut_between_byline_and_dateline() -> None:
    text = (
        "Home News World Search Norland offers help after ferry fire July 18, 2016 10:22 am By Ann Roe "
        "ISTANBUL — Norland has offered help after a fire on a ferry killed two, a minister said Monday. "
        "“We stand with our friends,” Ada Holm told reporters. The cause was not known. The ferry "
        "had left the city on Saturday night. Share this article Facebook Twitter"
    )
    record = extracted(text)
    assert record.title == "Norland offers help after ferry fire"
    assert record.body.startswith("ISTANBUL — Norland") and record.body.endswith("Saturday night.")
    assert record.published.date == "2016-07-18"


def test_a_list_beside_the_story_does_not_cut_it_and_a_title_leaves_the_lead() -> None:
    page = (
        "<article><h1>Talks</h1><p>By Ada Kroll</p><p>{}</p><div>Advertisement</div><p>{}</p>"
        "<aside><h3>Most read</h3><ul><li>Ferry sinks</li><li>Mayor resigns</li><li>Fog</li></ul></aside>"
        "<p>The talks on fishing had begun in the spring of 2017.</p></article>"
    )
    assert len(body_of(page.format(FIRST, SECOND))) == 3


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24 ENE 2019 - 22:10 CET", "2019-01-24"),
        ("15 Aban 1397", "2018-11-06"),
        ("۱۳۹۷/۰۸/۱۵ - ۱۳:۲۰", "2018-11-06"),
        ("14 ส.ค. 2561", "2018-08-14"),
        ("วันที่ ๑๔ สิงหาคม ๒๕๖๑", "2018-08-14"),
        ("令和元年5月8日", "2019-05-08"),
        ("2018年12月11日 18:30 来源：日报", "2018-12-11"),
        ("٦ أبريل ٢٠٢١", "2021-04-06"),
        ("6 נובמבר 2018", "2018-11-06"),
        ("26. 10. 2020", "2020-10-26"),
        ("Giriş Tarihi: 26 Ekim 2020 Güncelleme Tarihi: 27 Ekim 2020", "2020-10-26"),
        ("Thứ Ba, ngày 6 tháng 4 năm 2021", "2021-04-06"),
    ],
)
def test_a_date_in_another_language_or_calendar_dates_the_page(line: str, day: str) -> None:
    text = f"{TITLE}\n{line}\nThe ministers of Norland met for talks on fishing, and went on."
    assert extracted(text).published.date == day


@pytest.mark.parametrize("line", ["12 Rabi' I 1441", "1445/03/12", "30 Esfand 1398"])
def test_a_day_of_the_moons_calendar_or_of_none_is_not_claimed(line: str) -> None:
    text = f"{TITLE}\n{line}\nThe ministers of Norland met for talks on fishing, and went on."
    assert extracted(text).published.date is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "外交部发言人李明在例行记者会上说，中方一贯主张通过对话解决分歧。"),
        ("ja", "外務大臣は八日、ノルランドの外務大臣と電話で会談し、協力を確認した。"),
        ("ko", "외교부 대변인은 기자들에게 회담이 곧 재개될 것이라고 밝혔다."),
        ("he", "שר החוץ אמר כי השיחות יימשכו בשבוע הבא בעיר הבירה."),
        ("tr", "Bakan Arslanoğlu görüşmelerin süreceğini söyledi. Heyetin yarın gelmesi bekleniyor."),
    ],
)
def test_a_language_is_told_by_its_letters_too(language: str, text: str) -> None:
    assert extracted(text).language == language


def test_a_page_in_chinese_has_title_and_body() -> None:
    record = extracted(
        "首页\n国际\n外交部发言人就诺兰问题答记者问\n2018年12月11日 18:30 来源：日报\n"
        "外交部发言人李明就诺兰问题说，中方一贯主张通过对话解决分歧。\n"
        "李明说：“我们希望有关各方保持克制，避免采取使局势升级的行动。”\n责任编辑：王芳\n分享到"
    )
    assert record.title == "外交部发言人就诺兰问题答记者问"
    assert record.body.startswith("外交部发言人李明就") and record.body.endswith("行动。”")


def test_a_title_printed_with_the_sites_name_and_again_alone_is_the_one_alone() -> None:
    for line in (f"{TITLE} for talks - The Paper", f"3/4/2021 {TITLE} for talks - The Paper"):
        assert extracted(f"{line}\nHome\n{TITLE} for talks\n{STORY}").title == f"{TITLE} for talks"


def test_the_heading_of_a_blogs_post_is_the_title_and_not_the_blogs_name() -> None:
    page = (
        "<html><head><title>Notes: Ministers of Norland meet</title></head><body><h1>Notes</h1>"
        f"<h2>Wednesday, March 15, 2017</h2><h3>{TITLE}</h3><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    assert extracted(page).title == TITLE


def test_a_label_on_the_line_above_tells_which_date_is_the_first() -> None:
    text = f"{TITLE}\nPosted\n16 Mar 2017\nOriginally published\n15 Mar 2017\n{STORY}"
    assert extracted(text.replace("March 14 ", "")).published.date == "2017-03-15"
    text = f"{TITLE}\nUpdated:\n16 Mar 2017\nCreated:\n15 Mar 2017\n{STORY}"
    assert extracted(text.replace("March 14 ", "")).published.date == "2017-03-15"


def test_a_date_may_stand_below_the_tags_of_a_message() -> None:
    story = STORY.replace("HARVEN, March 14 (AP) - ", "")
    text = f"{TITLE}\n{story}\n#Norland #Sudia\n@mfa_norland\n14 March 2017, 11:32\n14.2K views"
    assert extracted(text).published.date == "2017-03-14"


def test_the_first_question_of_a_broadcast_is_said_and_no_title() -> None:
    host = "The talks have been put off by a month. Our correspondent is in Vienna. Peter, why was that?"
    text = (
        f"Talks put off again\nNovember 24, 2014\nANN HART, HOST:\n{host}\nPETER KANE, BYLINE:\n"
        "Well, Ann, both sides said that they needed time for the rest.\nHART:\nAnd now?\n"
        "KANE:\nThey meet again in December, and hope to have the outline of the text by March."
    )
    record = extracted(text)
    assert record.title == "Talks put off again"
    assert host in record.body and "And now?" in record.body


def test_a_paragraph_with_the_dateline_is_no_part_of_the_tweet_below_it() -> None:
    tweet = "Great day! #fish pic.twitter.com/xyz\n— Some Person (@someperson) March 14, 2017"
    assert body_of(f"{TITLE}\n{FIRST}\n{tweet}\n{SECOND}\nThe talks go on.")[0] == FIRST


def test_what_a_blog_adds_below_a_post_is_not_the_story() -> None:
    assert body_of(f"{TITLE}\n{STORY}\nThe post {TITLE} appeared first on The Paper.") == [FIRST, SECOND]


ARCHIVED = """<html><body><h1>Ministers of Norland meet</h1><p>{}</p><p>{}</p><!--
     FILE ARCHIVED ON 08:44:12 {}, {} AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 Jan 02, 2021.
--></body></html>"""


def test_a_datelines_day_in_the_week_before_an_archives_copy_is_of_that_year() -> None:
    found = extracted(ARCHIVED.format(FIRST, SECOND, "Mar 16", 2017)).published
    assert (found.date, found.precision) == ("2017-03-14", "day")
    assert {evidence.kind for evidence in found.evidence} == {"dateline", "captured", "weekday"}


@pytest.mark.parametrize(("day", "year"), [("Mar 16", 2018), ("Mar 30", 2017), ("Mar 13", 2017)])
def test_a_datelines_day_is_not_claimed_where_weekday_or_week_do_not_fit(day: str, year: int) -> None:
    assert extracted(ARCHIVED.format(FIRST, SECOND, day, year)).published.date is None


def test_the_speaker_of_a_meetings_record_is_no_dateline() -> None:
    other = "VASSILY GROMYKO-PETROV (Russian Federation) said his country had backed the Mission for long."
    assert body_of(f"Council Debates the Situation\n{SECOND}\n{other}") == [SECOND, other]


def test_who_is_said_not_to_have_shaken_hands_stands_in_no_caption() -> None:
    line = "Mrs Holm, who did not shake hands with the envoy before the cameras, said it had been “cordial”."
    assert line in body_of(f"{TITLE}\n{FIRST}\n{line}\n{SECOND}")


@pytest.mark.parametrize(
    "title",
    [
        "Analysis: What next after the talks?",
        "N. Sudia: leader’s aide slams drills as ‘rehearsal for war’",
    ],
)
def test_a_headline_without_navigation_is_told_from_the_story(title: str) -> None:
    record = extracted(f"{title}\nThe ministers were to meet for a week. They met for an hour.\n{SECOND}")
    assert record.title == title
    assert record.body.startswith("The ministers were")


def test_of_headline_and_deck_without_navigation_the_first_is_the_title() -> None:
    text = (
        "Questions and answers in English\nPress conference of 12 October\nQ: Has he been told of the case?\n"
    )
    assert extracted(text + "A: He knows of the case and will raise it again.").title == (
        "Questions and answers in English"
    )


def test_the_agency_behind_the_last_sentence_signs_the_story() -> None:
    record = extracted(f"{TITLE}\n{SECOND}\nShe said that it was “the most difficult stretch”. — Bernama")
    assert record.body.endswith("“the most difficult stretch”.")
    assert record.source == "Bernama"


HEADED = (
    "<html><head><title>{0}</title>"
    '<meta property="article:published_time" content="2017-03-14T23:30:00-05:00">'
    "</head><body><p>{1}</p><h1>{0}</h1><p>{2}</p></body></html>"
)


def test_a_date_above_the_headline_and_after_the_markups_is_that_of_the_saving() -> None:
    page = HEADED.format(TITLE, "Friday, 8 March 2024", SECOND)
    record = extracted(page)
    assert (record.published.date, record.captured) == ("2017-03-14", "2024-03-08")


def test_a_date_above_the_headline_and_before_the_markups_is_the_storys() -> None:
    assert extracted(HEADED.format(TITLE, "Friday, 8 March 2013", SECOND)).published.date == "2013-03-08"


def test_a_well_known_city_before_a_dash_is_a_dateline_without_capitals() -> None:
    record = extracted(f"{TITLE}\nBamako — The ministers of Norland met on Monday for talks.\n{SECOND}")
    assert record.dateline is not None and record.dateline.place == "Bamako"


def test_the_name_of_a_paper_with_its_place_is_not_the_title() -> None:
    text = f"The Daily Norland (Harven)\n{TITLE} after coup\nBy Ann Roe\n{STORY}"
    assert extracted(text).title == f"{TITLE} after coup"


@pytest.mark.parametrize("line", ["marți, 16 noiembrie 2021, 18:20", "16 नवंबर 2021", "16 نومبر 2021"])
def test_a_weekday_beside_a_date_abroad_makes_no_list_of_topics(line: str) -> None:
    text = f"{TITLE}\n{line}\nThe ministers of Norland met for talks on fishing, and went on."
    assert extracted(text).published.date == "2021-11-16"


def test_romanian_is_not_taken_for_french() -> None:
    text = "Ministrul a declarat că negocierile vor continua la Harven marți și nu au fost amânate."
    assert extracted(text).language == "ro"


def test_the_day_in_the_head_of_a_search_engine_s_copy_is_that_of_saving() -> None:
    text = (
        "This is Google's cache of http://post.example/world/talks.html. It is a snapshot of the page as it"
        " appeared on 17 Mar 2017 03:12:44 GMT. Learn more\nThese search terms are highlighted: talks\n"
        f"The Harven Post\nFriday, March 17, 2017\nNews\nSports\n{TITLE}\nMarch 14, 2017\n{STORY}"
    )
    record = extracted(text)
    assert record.title == TITLE
    assert (record.published.date, record.captured) == ("2017-03-14", "2017-03-17")


def test_of_several_dispatches_on_one_page_only_the_month_is_claimed() -> None:
    briefs = "\n".join(
        f"{place}, March {day}, 2017 (AP) - The minister of {place.title()} spoke of fishing at length."
        for place, day in (("HARVEN", 14), ("LISBON", 15), ("GENEVA", 16))
    )
    published = extracted(f"News in brief\n{briefs}").published
    assert (published.date, published.precision) == ("2017-03-01", "month")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("von Jana Roe, 8.5.12", "2012-05-08"),
        ("23/11/04", "2004-11-23"),  # a Tuesday, as in the story; 4 November 2023 is none
        ("Source: Agency website, Harven, in English 0950 gmt 9 Feb 99", "1999-02-09"),
        ("Publié le mardi 7 mars 2017 à 18:02 - Mis à jour le 08/03/2017", "2017-03-07"),
    ],
)
def test_a_year_may_have_two_digits_and_two_dates_two_forms(line: str, day: str) -> None:
    text = FIRST.removeprefix("HARVEN, March 14 (AP) - ")
    assert extracted(f"{TITLE}\n{line}\n{text}\n{SECOND}").published.date == day


@pytest.mark.parametrize("line", ["03/04/05", "8.5.45", "Version 2.5.12.1", "12 March 10:30"])
def test_numbers_that_may_be_several_days_or_none_date_nothing(line: str) -> None:
    text = FIRST.removeprefix("HARVEN, March 14 (AP) - ")
    assert extracted(f"{TITLE}\n{line}\n{text}\n{SECOND}").published.date is None


@pytest.mark.parametrize("number", ["SC/7815", "Vol. 4, No. 187", "DPB # 128"])
def test_a_date_beside_the_number_of_a_document_is_that_of_the_document(number: str) -> None:
    text = f"LAKE COUNCIL\nPress Release\n{number}\n14/03/2017\nLake Assembly\n17th Meeting\n{TITLE}\n"
    assert extracted(text + STORY.removeprefix("HARVEN, March 14 (AP) - ")).published.date == "2017-03-14"


def test_a_pages_day_in_the_week_before_an_archives_copy_is_of_that_year() -> None:
    archived = "<!-- FILE ARCHIVED ON 05:11:20 Mar 16, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"
    text = FIRST.removeprefix("HARVEN, March 14 (AP) - ")
    page = (
        f"<html><body><h1>{TITLE}</h1><div>Tuesday 14th March</div><p>{text}</p><p>{SECOND}</p></body></html>"
    )
    assert extracted(page + archived).published.date == "2017-03-14"
