"""Saved pages that give days in their markup, their address and their lines: which is the story's."""

import pytest

from tests.extraction.pages import extracted

TITLE = "Talks with Sudia to go on"
STORY = (
    "<p>The foreign minister of Norland, Ada Holm, said that the talks with Sudia would go on.</p>"
    "<p>She had met her colleague in the capital. Nobody else was at the table, the ministry said.</p>"
)
MENU = (
    "<ul>"
    + "".join(f"<li>{name}</li>" for name in ("Norland", "Sudia", "Lakes", "Ferries", "Herring"))
    + "</ul>"
)
PUBLISHED = '<meta property="article:published_time" content="{}">'
MODIFIED = '<meta property="article:modified_time" content="{}">'
ADDRESS = '<link rel="canonical" href="https://paper.example/{}">'


def saved(*, head: str = "", above: str = "", line: str = "", below: str = "", title: str = TITLE) -> str:
    story = f"{above}<h1>{title}</h1><div>{line}</div>{STORY}{below}"
    return f"<html><head>{head}</head><body>{story}</body></html>"


def dated(**parts: str) -> str | None:
    return extracted(saved(**parts)).published.date


@pytest.mark.parametrize(
    "line",
    [
        "Published: 22:00 GMT, 26 September 2020 | Updated: 08:39 GMT, 28 September 2020",
        "22:00 GMT 26.09.2020(updated 11:14 GMT 28.09.2020)",
        "26 September 2020, 22:00 GMT | Updated 28 September 2020, 08:39 GMT",
        "26 September 2020 10:00 p.m. (GMT) - updated 08:39 GMT",
        "September 26, 2020 Published at 22:00 GMT",
        "22:00 GMT, SATURDAY 26 SEPTEMBER 2020",
    ],
)
def test_a_clock_belongs_to_the_day_beside_it(line: str) -> None:
    assert dated(line=line) == "2020-09-26T22:00Z"


def test_the_clock_of_one_day_is_not_joined_with_another_day() -> None:
    assert (
        dated(line="Updated 10:57 GMT 28 September 2020, first published 26 September 2020") == "2020-09-26"
    )


def test_a_day_behind_updated_and_two_clocks_is_no_publication() -> None:
    head = PUBLISHED.format("2020-09-26T09:00:00Z")
    assert dated(head=head, line="Updated 2010 GMT (0410 HKT) September 28, 2020") == "2020-09-26T09:00Z"


def test_the_day_that_the_markup_calls_that_of_a_change_is_not_the_publications() -> None:
    head = PUBLISHED.format("2020-09-24T09:00:00Z") + MODIFIED.format("2020-09-26T09:00:00Z")
    assert dated(head=head, line="26 September 2020") == "2020-09-24T09:00Z"


@pytest.mark.parametrize(
    "line", ["Updated: September 26, 2020, 5:02 PM ET", "السبت، 26 سبتمبر 2020، آخر تحديث 02:21"]
)
def test_the_day_of_a_change_is_called_that_where_a_page_gives_no_other(line: str) -> None:
    found = extracted(saved(line=line)).published
    assert found.date == "2020-09-26"
    assert found.evidence[0].says == "The page gives this as the day of its last change, and no other."


def test_the_day_of_a_change_is_not_claimed_where_the_markup_gives_another_that_is_read_in_two_ways() -> None:
    found = extracted(
        saved(head=PUBLISHED.format("05/08/2014"), line="Last updated September 14, 2016")
    ).published
    assert (found.date, found.precision) == ("2014-01-01", "year")


def test_a_page_cannot_be_changed_before_its_publication() -> None:
    head = PUBLISHED.format("2020-09-29T11:52:23")
    assert dated(head=head, line="Stand: 28.09.2020 18:00 Uhr") == "2020-09-28"


def test_the_local_day_of_the_page_stays_where_the_markup_gives_the_instant_after_midnight() -> None:
    assert dated(head=PUBLISHED.format("2020-09-27T01:09:55Z"), line="September 26, 2020 at 6:09 p.m.") == (
        "2020-09-26"
    )


def test_day_and_month_are_ordered_by_an_instant_of_the_next_day() -> None:
    assert dated(head=PUBLISHED.format("2020-05-04T00:44:52Z"), line="03/05/2020 21:44") == "2020-05-03"


def test_the_day_of_another_story_gives_way_to_markup_and_address_that_agree() -> None:
    head = PUBLISHED.format("2020-09-26T09:00:00Z") + ADDRESS.format("2020/09/26/talks/")
    assert dated(head=head, line="[ September 23, 2020 ] Harven Ferries") == "2020-09-26T09:00Z"


def test_markup_that_the_page_confirms_stands_against_a_year_that_the_story_only_awaits() -> None:
    head = PUBLISHED.format("2020-09-26T20:03:00Z")
    ahead = "<p>The treaty comes into force in 2021, and the elections of the lake council are in March.</p>"
    page = saved(head=head, line="Updated 4:48 PM EST, Sat September 26, 2020", below=ahead)
    assert extracted(page).published.date == "2020-09-26T20:03Z"


@pytest.mark.parametrize("today", ["Mittwoch, 30.09.2020", "Miércoles, 30 de septiembre de 2020"])
def test_todays_date_is_that_of_the_saving(today: str) -> None:
    record = extracted(saved(head=PUBLISHED.format("2020-09-02T09:00:00Z"), line=today))
    assert (record.published.date, record.captured) == ("2020-09-02T09:00Z", "2020-09-30")


@pytest.mark.parametrize(
    "line",
    [
        "Ferries in the autumn (2020/9/26-27)",
        "12.-14.09.2020",
        "14 September 2020 – 20 October 2020",
        "Current DateTime: 08:51:09 23 Sep 2020",
        "2020-09-23 18:00:00+00 │ 200 │ 4084",
        "12-14 September 2020",
        "3. September 2020, 13:15 Uhr - 19:00 Uhr",
    ],
)
def test_several_days_or_hours_are_not_that_of_the_publication(line: str) -> None:
    assert dated(line=line) is None


@pytest.mark.parametrize(
    "moment",
    [
        "Sat Sep 26 09:35:14 CEST 2020",
        "Sa., 26.09.2020 - 09:35",
        "septiembre 26, 2020",
        "26 septembre 2020 09:35",
    ],
)
def test_markup_may_write_the_day_in_words(moment: str) -> None:
    assert dated(head=PUBLISHED.format(moment)) == "2020-09-26"


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("2020/09/26/talks", "2020-09-26"),
        ("2020/09/3-questions-to-ada-holm", "2020-09-01"),
        ("2020/09/10-questions-to-ada-holm", "2020-09-01"),
        ("2020-09-26-talks", "2020-09-26"),
    ],
)
def test_a_number_that_begins_a_title_in_the_address_is_no_day(address: str, date: str) -> None:
    assert dated(head=ADDRESS.format(address)) == date


@pytest.mark.parametrize(
    "line",
    [
        "vonJane Roe 26.09.2020",
        "<b>26.09.2020</b>Lake report of the council for Norland",
        "Von Norland Nachrichten 26. 9. 2020",
        "editor — September 26, 2020 add comment",
        "26.09.2020 • Lake council , Press",
        "Geschrieben von Roe am 26.09.2020 22:30 (1599 x gelesen)",
        "Stars (1 / 1) 26.09.2020 13:30 von Jane Bild imago",
    ],
)
def test_a_day_set_apart_on_a_line_below_the_headline_is_the_publications(line: str) -> None:
    assert dated(line=line) == "2020-09-26"


@pytest.mark.parametrize(
    "line", ["The council of 26 September 2020 remembered", "Lake festival on 26 September 2020 in Harven"]
)
def test_a_day_within_the_words_of_a_line_is_not(line: str) -> None:
    assert dated(line=line) is None


@pytest.mark.parametrize(
    "below",
    ["<p>Erschienen am 26. Sep 2020 im Format Aktuelles</p>", "<p>Mise en ligne</p><p>26 septembre 2020</p>"],
)
def test_a_day_below_the_story_counts_if_it_is_called_that_of_publication(below: str) -> None:
    assert dated(below=f"<p>Ada Holm</p>{below}") == "2020-09-26"


@pytest.mark.parametrize(
    "line",
    [
        "26.09.2020 11:35",
        "2020-09-26 20:29:58 来源：湖报",
        "Samstag, 26.09.2020, von Jane Roe",
        "Veröffentlicht: 26.09.2020",
    ],
)
def test_a_day_between_menu_and_headline_is_the_storys(line: str) -> None:
    assert dated(above=f"{MENU}{MENU}{MENU}<div>{line}</div><p>Norland and Sudia</p>") == "2020-09-26"


def test_the_day_of_a_story_may_stand_below_its_lead() -> None:
    body = f"<p>Ada Holm will weiter verhandeln.</p>{STORY.replace('<p>', '<p>26.09.2020 – ', 1)}"
    assert extracted(f"<html><body><h1>{TITLE}</h1>{body}</body></html>").published.date == "2020-09-26"


def test_a_day_to_come_does_not_stand_against_the_markup_in_other_languages() -> None:
    story = (
        "<p>Die Außenministerin von Norland, Ada Holm, reist am 12.10.2020 zu den Gesprächen nach Harven.</p>"
        "<p>Dort wird sie ihren Kollegen treffen, wie das Ministerium in der Hauptstadt mitteilte.</p>"
    )
    head = PUBLISHED.format("2020-09-26T09:00:00Z")
    page = f"<html><head>{head}</head><body><h1>Holm reist nach Harven</h1>{story}</body></html>"
    assert extracted(page).published.date == "2020-09-26T09:00Z"


@pytest.mark.parametrize(
    "mark",
    [
        '<p itemprop="datePublished" content="2020-09-26 10:31:00">September 2020</p>',
        '<span itemprop="datePublished">26.09.2020</span>',
    ],
)
def test_any_element_may_be_marked_as_the_day_of_publication(mark: str) -> None:
    assert dated(line=mark) == "2020-09-26"


def test_a_dateline_that_the_markup_dates_is_shown_with_its_own_words() -> None:
    story = "<p>HARVEN, September 24 (Norpress) - The foreign minister of Norland left for Sudia.</p>"
    head = PUBLISHED.format("2020-09-26T09:00:00Z")
    found = extracted(
        f"<html><head>{head}</head><body><h1>{TITLE}</h1>{story}{STORY}</body></html>"
    ).published
    assert found.date == "2020-09-24"
    assert [(one.kind, one.text) for one in found.evidence] == [
        ("dateline", "September 24"),
        ("metadata", "2020-09-26T09:00:00Z"),
    ]
