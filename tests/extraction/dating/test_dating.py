"""When an article was published: the page's own date, or what its story leaves no second choice of."""

import pytest

from archive.extraction.record import Published
from tests.extraction.pages import SHAPES, extracted

BODY = (
    "The foreign minister of Norland, Ada Holm, said on {weekday} that the talks with Sudia would go on.\n"
    "She had met her colleague in the capital. Nobody else was at the table, the ministry told reporters.\n"
)


def published(text: str) -> Published:
    return extracted(text).published


def dated(text: str) -> tuple[str | None, str]:
    found = published(text)
    return found.date, found.precision


def story(first: str, weekday: str = "Wednesday") -> str:
    return f"Talks with Sudia to go on\n{first}\n{BODY.format(weekday=weekday)}"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("21 August 2013", "2013-08-21"),
        ("August 21, 2013", "2013-08-21"),
        ("Wednesday 21 August 2013 07.10 BST", "2013-08-21"),
        ("21.08.2013", "2013-08-21"),
        ("2013-08-21 07:10", "2013-08-21"),
        ("08/21/2013", "2013-08-21"),
        ("Published: 21 Aug 2013, 07:10 MSK", "2013-08-21"),
        ("By Jane Roe | August 21, 2013", "2013-08-21"),
        ("Jane Roe / TNN / Updated: Aug 21, 2013, 11:05 IST", "2013-08-21"),
        ("This story is from August 21, 2013", "2013-08-21"),
        ("APW20130821.0896", "2013-08-21"),
    ],
)
def test_a_date_below_the_title_is_the_date_of_publication(line: str, day: str) -> None:
    assert dated(story(line)) == (day, "day")


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 7 novembre 2019",
        "Veröffentlicht am 7. November 2019",
        "7 de noviembre de 2019",
        "Опубликовано: 7 ноября 2019",
        "7 Kasım 2019",
        "2019年11月7日",
        "2019년 11월 7일",
        "วันที่ 7 Nov 2019",
        "The-Paper.com | Jane Roe Published November 7, 2019 Updated November 8, 2019 07:05am",
    ],
)
def test_a_page_may_give_its_date_in_another_language(line: str) -> None:
    page = f"Norland calls for talks\n{line}\nThe ministers met in Harven. They will meet again, they said."
    assert published(page).date == "2019-11-07"


def test_a_clock_of_greenwich_gives_the_minute() -> None:
    assert dated(story("21 August 2013 07:10 GMT")) == ("2013-08-21T07:10Z", "minute")


@pytest.mark.parametrize(
    ("weekday", "day"), [("Tuesday", "1998-04-07"), ("Saturday", "1998-07-04"), ("Friday", None)]
)
def test_day_and_month_in_numbers_are_ordered_by_the_weekday(weekday: str, day: str | None) -> None:
    expected = (day, "day") if day else ("1998-01-01", "year")
    assert dated(story("04/07/1998", weekday)) == expected


def test_a_clock_of_america_has_the_month_before_the_day() -> None:
    assert dated(story("04/07/1998 03:29 PM EDT")) == ("1998-04-07", "day")


def test_the_clock_above_navigation_tells_when_the_page_was_saved() -> None:
    record = extracted(SHAPES["sputnik"])
    assert record.captured == "2021-06-03T09:20:00Z"
    assert (record.published.date, record.published.precision) == (None, "unknown")
    assert [reason.kind for reason in record.published.evidence] == ["captured"]


def test_a_masthead_with_todays_date_is_not_the_date_of_publication() -> None:
    record = extracted(SHAPES["masthead"])
    assert (record.captured, record.published.date) == ("2025-04-16", "2025-02-11")


NAVIGATION = "{clock}\nListen live\nWorld news of the day\nOf Norland and Sudia\nNorland calls for talks\n"


@pytest.mark.parametrize(
    "body",
    [
        "Harven, July 6, IRNA – Norland has called for talks on the lake, the foreign minister said.",
        "The agreement of July 6 is to be published soon, the foreign minister of Norland said.",
    ],
)
def test_a_page_saved_on_the_day_that_its_story_tells_of_was_published_then(body: str) -> None:
    assert dated(NAVIGATION.format(clock="6 July 2011, 18:22") + body) == ("2011-07-06", "day")


def test_what_lies_between_the_latest_event_told_and_the_saving_of_the_page_dates_it() -> None:
    body = "Norland has welcomed the Prespa agreement signed by Greece and Macedonia, a spokesman said."
    assert dated(NAVIGATION.format(clock="29 June 2018, 18:22") + body) == ("2018-06-01", "month")
    assert dated(NAVIGATION.format(clock="29 August 2018, 18:22") + body) == ("2018-01-01", "year")
    assert dated(NAVIGATION.format(clock="29 June 2020, 18:22") + body) == (None, "unknown")


def test_markup_older_than_two_events_that_the_story_tells_of_is_wrong() -> None:
    head = '<meta property="article:published_time" content="2014-03-03T00:00:00Z">'
    body = (
        "<p>Norland has welcomed the Prespa agreement signed by Greece and Macedonia, a spokesman said. It"
        " has had no envoy in Moscow since Sergei Skripal and his daughter were poisoned in Salisbury.</p>"
    )
    assert dated(f"<html><head>{head}</head><body><h1>Norland</h1>{body}</body></html>") == (None, "unknown")


def test_a_summit_that_is_awaited_has_not_happened_yet() -> None:
    head = '<meta property="article:published_time" content="2018-06-01">'
    page = "<html><head>{head}</head><body><h1>Norland welcomes summit</h1><p>{body}</p></body></html>"
    body = "Norland welcomes that Trump and Kim {met} in Singapore, its foreign minister Ada Holm said."
    assert dated(page.format(head=head, body=body.format(met="will meet"))) == ("2018-06-01", "day")
    assert dated(page.format(head=head, body=body.format(met="have met"))) == (None, "unknown")


def test_dates_of_other_stories_below_do_not_count() -> None:
    assert dated(SHAPES["teasers"]) == ("2012-06-05", "day")


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("ria", "2014-03-14"),
        ("sputnik_new", "2018-11-25T16:30Z"),
        ("slashes", "2016-03-15"),
        ("embassy", "2018-02-12"),
        ("interview", "2017-05-03"),
        ("presidency", "2015-10-15"),
        ("live", "2019-02-21"),
        ("letter", "2017-09-19"),
        ("printed", "2014-03-27"),
        ("opinion", "2015-04-07"),
        ("sections", "2021-06-14"),
        ("speech_abroad", "2017-02-18"),
        ("row_with_date", "2019-01-31"),
        ("dispatch_in_two_parts", "2014-03-18"),
        ("masthead_only", None),
        ("newspaper", None),
    ],
)
def test_sites_have_their_dates_in_many_places(name: str, date: str | None) -> None:
    assert published(SHAPES[name]).date == date


def test_the_weekday_of_an_event_is_not_that_of_the_publication() -> None:
    text = (
        "Leaders condemn attack\n"
        "Leaders condemned the attack on the paper Charlie Hebdo, in which twelve died on Wednesday.\n"
        "The prime minister of Norland said on Thursday that his country stood with France.\n"
    )
    assert dated(text) == ("2015-01-08", "day")
    assert dated(text.replace(" on Thursday", "")) == ("2015-01-01", "month")


def test_the_address_dates_a_page_that_does_not_say() -> None:
    html = '<html><head><link rel="canonical" href="https://a.example/{}"></head><body><h1>Talks go on</h1>{}'
    text = "".join(f"<p>{line}</p>" for line in BODY.format(weekday="Wednesday").splitlines())
    assert dated(html.format("2013/08/21/talks", text)) == ("2013-08-21", "day")
    assert dated(html.format("world/201308211030762341-talks", text)) == ("2013-08-21", "day")
    assert dated(html.format("2013/08/talks", text)) == ("2013-08-01", "month")
    assert dated(html.format("politics/894093", text)) == (None, "unknown")


def test_markup_gives_way_to_what_the_story_knows() -> None:
    html = (
        '<html><head><meta property="article:published_time" content="{}"></head><body><h1>Talks go on</h1>'
        "<p>HARVEN, August 21 (Reuters) - Talks with Sudia go on, Norland said on Wednesday.</p>"
        "<p>She had met her colleague in the capital, and nobody else was there, the ministry said.</p>"
    )
    assert dated(html.format("2013-08-21T09:00:00Z")) == ("2013-08-21T09:00Z", "minute")
    assert dated(html.format("2013-08-22")) == ("2013-08-21", "day")
    assert dated(html.format("2013-08-17"))[1] == "unknown"


def test_a_dateline_without_a_year_and_without_events_gives_no_date() -> None:
    assert dated(
        "Talks go on\nHARVEN, August 21 (Reuters) - Talks with Sudia go on, Norland said on Wednesday."
    ) == (
        None,
        "unknown",
    )


def test_an_event_told_without_its_year_lies_less_than_a_year_back() -> None:
    text = (
        "Norland to watch the ceasefire\n"
        "HARVEN, April 2. /TASS/. Norland will send observers to the border, its foreign ministry said.\n"
        "The forces of Saddam Hussein carried out the invasion of Kuwait on August 2, and they stay.\n"
    )
    found = published(text)
    assert (found.date, found.precision) == ("1991-04-02", "day")
    assert {evidence.kind for evidence in found.evidence} == {"dateline", "known event"}


def test_the_weekday_and_the_latest_event_settle_the_year_of_a_dateline() -> None:
    text = (
        "Norland condemns coup attempt\n"
        "HARVEN, July 18. The government of Norland condemned the failed coup attempt in Turkey on Monday.\n"
        "The minister called it an attack on all, and said that the embassy was safe and working as always.\n"
    )
    assert dated(text) == ("2016-07-18", "day")


TILLERSON = (
    "HARVEN, October 17 (Reuters) - {when}Secretary of State Rex Tillerson met Minister Ada Holm{day}."
    " “It went well,” she said."
)


def test_an_office_left_since_and_the_weekday_settle_the_year_of_a_dateline() -> None:
    assert dated(TILLERSON.format(when="", day=" on Tuesday")) == ("2017-10-17", "day")
    assert dated(TILLERSON.format(when="", day="")) == (None, "unknown")
    assert dated(TILLERSON.format(when="Former ", day=" on Tuesday")) == (None, "unknown")
    assert dated(TILLERSON.format(when="In 2017, ", day=" on Tuesday")) == (None, "unknown")


def test_what_is_known_of_a_date_that_cannot_be_told_is_said() -> None:
    body = "Secretary-General Boutros Boutros-Ghali spoke with Ada Holm of Norland. They agreed to meet."
    evidence = [(one.text, one.says) for one in published(body).evidence]
    assert evidence == [
        ("secretary-general Boutros-Ghali", "The article gives an office that was taken up on 1992-01-01."),
        ("secretary-general Boutros-Ghali", "The article gives an office that was left on 1996-12-31."),
    ]


def test_an_office_held_for_weeks_settles_the_year_of_a_dateline() -> None:
    text = (
        "Norland congratulates\n"
        "HARVEN, December 3. /TASS/. The president of Norland spoke with US President-elect Barack Obama.\n"
        "The two agreed to meet in the spring, the office of the president of Norland said after the call.\n"
    )
    assert dated(text) == ("2008-12-03", "day")


def test_yesterday_after_a_known_event_is_a_day() -> None:
    text = (
        "Reactions to the coup attempt\n"
        "Several governments reacted to the coup attempt in Turkey, which failed within a few hours.\n"
        "The failed coup attempt in Turkey that began yesterday cost many lives, the foreign ministry said.\n"
    )
    assert dated(text) == ("2016-07-16", "day")


def test_an_anniversary_dates_nothing() -> None:
    text = (
        "Norland remembers\n"
        "Norland marked the anniversary of the Paris attacks on Friday with a minute of silence.\n"
        "The minister of education read out the names of all who died in the Paris attacks years ago.\n"
    )
    assert dated(text)[1] not in ("day", "minute", "month")


def test_events_told_with_their_dates_do_not_date_the_page_to_a_week() -> None:
    text = (
        "Norland warns of new operation\n"
        "The foreign minister of Norland said on Monday that the agreements on the north were not honoured.\n"
        "The Turkish army launched its operation in the north of Syria on October 9, he told parliament.\n"
        "On October 22, Turkey and Russia reached an agreement in Sochi on the Syrian border and the Kurds.\n"
    )
    assert dated(text)[1] not in ("day", "minute")


def test_every_date_has_its_evidence_in_the_page_or_its_markup() -> None:
    for text in (SHAPES["guardian"], SHAPES["one_line"], SHAPES["reuters"], SHAPES["interfax"]):
        for evidence in published(text).evidence:
            assert evidence.text in text
            assert evidence.says.endswith(".")


@pytest.mark.parametrize(
    "line", ["3 March 2014 – ", "(03.03.2014) ", "Monday, 3 March 2014 -- ", "March 3, 2014: – "]
)
def test_a_story_may_begin_with_its_day(line: str) -> None:
    assert dated(f"Talks with Sudia to go on\n{line}{BODY.format(weekday='Monday')}") == ("2014-03-03", "day")


def test_a_sentence_that_begins_with_a_day_of_the_past_is_not_dated_by_it() -> None:
    text = "The treaty of the lake\nOn 3 March 1914, the lake states made peace. Norland was first to sign.\n"
    assert dated(text + BODY.format(weekday="Monday"))[0] is None


NOTICE = (
    "Talks with Sudia to go on\n"
    "HARVEN, March 3 (AP) - The foreign minister of Norland, Ada Holm, said on {} that talks would go on.\n"
    "She had met her colleague in the capital.\n{}"
)


@pytest.mark.parametrize(
    "notice", ["Copyright 2014 The Associated Press. All rights reserved.", "© 2014 Associated Press"]
)
def test_the_year_of_a_dispatch_may_stand_in_its_agencys_notice(notice: str) -> None:
    assert dated(NOTICE.format("Monday", notice)) == ("2014-03-03", "day")


@pytest.mark.parametrize(
    ("weekday", "notice"),
    [
        ("Tuesday", "Copyright 2014 The Associated Press. All rights reserved."),
        ("Monday", "© 2014 The Paper. All rights reserved."),
        ("Monday", "© AP 2014 / Jane Roe"),
    ],
)
def test_the_notice_of_a_site_or_of_another_weekday_tells_no_year(weekday: str, notice: str) -> None:
    assert dated(NOTICE.format(weekday, notice))[0] is None


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        (
            "Norland will go on with the talks, Ada Holm said on Monday, 3 March 2014.",
            ("2014-03-01", "month"),
        ),
        ("On Monday, 3 March 2014, Minister Ada Holm met her colleague.", ("2014-03-01", "month")),
        ("On Wednesday, 31 December 2014, Minister Ada Holm met her colleague.", (None, "unknown")),
        ("On Tuesday, 3 March 2014, Minister Ada Holm met her colleague.", (None, "unknown")),
        ("The talks that failed on Monday, 3 March 2014, may begin anew.", (None, "unknown")),
    ],
)
def test_a_day_on_which_someone_spoke_gives_the_month_of_the_news(
    lead: str, found: tuple[str | None, str]
) -> None:
    assert dated(f"Talks with Sudia\n{lead}\nNobody else was at the table, the ministry told us.\n") == found


def test_a_nickname_behind_date_and_time_is_no_list_of_topics() -> None:
    assert dated(story("Mittwoch, 21.8.2013, 19:51 > ja]r[oe")) == ("2013-08-21", "day")
