"""Where and how pages of many countries write the day of a story: in addresses, at its head, below it."""

import pytest

from tests.extraction.pages import extracted

TITLE = "Talks with Sudia to go on"
STORY = (
    "The foreign minister of Norland, Ada Holm, said on Tuesday that the talks with Sudia would go on.\n"
    "She had met her colleague in the capital. Nobody else was at the table, the ministry told reporters."
)
DRIFT = (
    "La ministra de Norlandia, Ada Holm, dijo que las conversaciones con Sudia van a seguir en mayo.\n"
    "Antes se había reunido con su colega en la capital, según una nota del ministerio de la región."
)


def dated(text: str) -> tuple[str | None, str]:
    found = extracted(text).published
    return found.date, found.precision


@pytest.mark.parametrize("day", ["2014/mar/04", "2014/Mar/4", "2014/march/04"])
def test_an_address_may_write_the_month_as_a_word(day: str) -> None:
    assert dated(f"https://paper.example/world/{day}/talks\n{TITLE}\n{STORY}") == ("2014-03-04", "day")


def test_a_weekday_may_stick_to_the_label_before_it() -> None:
    assert dated(f"Publish dateTuesday 4 March 2014 - 13:54\n{TITLE}\n{STORY}") == ("2014-03-04", "day")


def test_a_month_between_points_comes_first_where_the_calendar_leaves_no_other_reading() -> None:
    assert dated(f"{TITLE}\nPublished: 03.25.14, 21:26\n{STORY}") == ("2014-03-25", "day")


def test_two_readings_between_points_are_settled_by_the_weekday_of_the_story() -> None:
    assert dated(f"{TITLE}\nPublished: 03.04.14, 21:26\n{STORY}") == ("2014-03-04", "day")


def test_two_readings_between_points_that_nothing_settles_give_the_year() -> None:
    story = STORY.replace(" on Tuesday", "")
    assert dated(f"{TITLE}\nPublished: 03.04.14, 21:26\n{story}") == ("2014-01-01", "year")


def test_the_day_comes_first_between_points_where_the_page_is_not_in_english() -> None:
    assert dated(f"Siguen las conversaciones\n03.04.14, 21:26\n{DRIFT}") == ("2014-04-03", "day")


def test_writer_paper_and_day_may_stand_on_one_line_with_their_labels() -> None:
    line = "Autor: Redacción / El Puerto | Fecha: 4 de marzo de 2014 a las 11:40:33"
    assert dated(f"Siguen las conversaciones con Sudia\n{line}\n{DRIFT}") == ("2014-03-04", "day")


@pytest.mark.parametrize("head", ["Puerto Real, a 4 de marzo de 2014.-", "Harven, 4 de marzo de 2014 –"])
def test_a_story_abroad_may_begin_with_place_and_day(head: str) -> None:
    assert dated(f"Siguen las conversaciones con Sudia\n{head} {DRIFT}") == ("2014-03-04", "day")


def test_a_span_of_days_at_the_head_of_a_story_is_not_its_day() -> None:
    assert (
        dated(f"{TITLE}\nThe Great War, 28 July 1914 – 11 November 1918, was remembered.\n{STORY}")[0] is None
    )


def test_the_day_in_the_title_of_a_press_conference_is_its_day() -> None:
    title = "Erklärungen des Sprechers in der Bundespressekonferenz vom 4. März 2014"
    story = (
        "Zu den Gesprächen in Harven kann ich Ihnen sagen, dass die Lage weiterhin nicht einfach ist.\n"
        "Wir setzen uns für eine Lösung ein, die für alle Seiten annehmbar ist und von Dauer sein kann."
    )
    assert dated(f"{title}\n{story}") == ("2014-03-04", "day")


@pytest.mark.parametrize(
    "below", ["\n4 March 2014\nClose Search Window", " (Reuters)\nPublished: 4 March 2014"]
)
def test_the_day_below_a_story_counts_beside_buttons_and_signatures(below: str) -> None:
    assert dated(f"{TITLE}\n{STORY}{below}") == ("2014-03-04", "day")


def test_a_month_on_a_line_of_its_own_is_the_storys_where_no_day_is_given() -> None:
    assert dated(f"{TITLE}\nMarch 2014\n{STORY.replace(' on Tuesday', '')}") == ("2014-03-01", "month")


def test_the_day_below_a_sites_motto_is_that_of_the_saving() -> None:
    record = extracted(f"Near. Far. Quick. Fearless.\nSaturday, March 8, 2014\n{STORY}")
    assert (record.title, record.published.date) == (None, None)


def test_the_day_above_a_story_without_a_title_is_its_own_below_an_agencys_name_alone() -> None:
    page = f"https://paper.example/world/4711-talks/\n- Associated Press - Tuesday, March 4, 2014\n{STORY}"
    assert dated(page) == ("2014-03-04", "day")


@pytest.mark.parametrize("dash", [" ", " -- "])
def test_the_day_may_follow_the_dash_of_a_dateline(dash: str) -> None:
    assert dated(f"{TITLE}\nVIENNA - March 4, 2014{dash}{STORY}") == ("2014-03-04", "day")


def test_a_day_that_begins_the_sentence_behind_a_dateline_is_not_that_of_the_story() -> None:
    assert dated(f"{TITLE}\nVIENNA - March 4, 1991 was the day of the treaty.\n{STORY}")[0] is None


@pytest.mark.parametrize(("today", "day"), [("heute (04.03.)", "2014-03-04"), ("heute", None)])
def test_six_digits_of_an_address_are_the_day_that_the_story_gives(today: str, day: str | None) -> None:
    story = (
        f"Ein Sprecher des Ministeriums erklärte {today} in Harven, dass die Gespräche weitergehen.\n"
        "Die Lage ist nicht einfach, und eine Lösung muss für alle Seiten annehmbar und von Dauer sein."
    )
    address = "https://ministerium.example/de/newsroom/140304-telefonat/267922"
    assert dated(f"{address}\nMinisterium zu den Gesprächen in Harven\n{story}")[0] == day


@pytest.mark.parametrize(
    "line",
    [
        "* [ October 24, 2014 ] Parade to be held in Harven",
        "* 24.10.2014 Travel",
        "• 24 October 2014 – Parade",
        "— Ada Holm (@adaholm) October 24, 2014",
    ],
)
def test_the_day_of_another_story_in_a_list_and_that_of_a_tweet_are_not_the_pages(line: str) -> None:
    assert dated(f"{line}\nHome\n{TITLE}\n{STORY}") == (None, "unknown")


@pytest.mark.parametrize("line", ["* 4 March 2014", "* 4 March 2014 by Jane Roe", "* Published 4 March 2014"])
def test_an_item_of_a_list_may_give_the_storys_own_day(line: str) -> None:
    assert dated(f"{TITLE}\n{line}\n{STORY}") == ("2014-03-04", "day")
