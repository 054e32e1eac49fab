"""Dated events that a body tells of: few, and each with the words that tell it."""

from tests.extraction.pages import extracted


def page(body: str) -> str:
    return f"Norland and its neighbours\n21 August 2013\n{body}\nThe ministry gave no details on the matter."


def events(body: str) -> list[tuple[str, str | None]]:
    return [(event.what, event.date) for event in extracted(page(body)).events]


def test_a_clause_with_a_weekday_is_dated_from_the_publication() -> None:
    assert events("On Monday, Ada Holm met with the ambassador of Sudia in Geneva.") == [
        ("Ada Holm met with the ambassador of Sudia in Geneva", "2013-08-19")
    ]


def test_yesterday_is_the_day_before_the_publication() -> None:
    assert events("The two ministers of Norland and Sudia signed a treaty yesterday.")[0][1] == "2013-08-20"


def test_a_day_without_its_year_is_the_last_one_before_the_publication() -> None:
    assert events("On October 9, Norland launched an operation against smugglers.") == [
        ("Norland launched an operation against smugglers", "2012-10-09")
    ]


def test_what_the_world_knows_goes_by_one_name() -> None:
    assert events("The mission to Benghazi was closed after the attack on the US consulate there.") == [
        ("Attack on the US mission in Benghazi", "2012-09-11")
    ]


def test_what_is_said_or_still_to_come_is_no_event() -> None:
    assert events("On Monday, Ada Holm said that the treaty was good.") == []
    assert events("On Monday, Ada Holm will meet the ambassador of Sudia in Geneva.") == []


def test_what_stands_inside_a_quotation_is_no_event() -> None:
    assert events("“On Monday, Sudia attacked our border post near Pell,” she said.") == []


def test_a_clause_that_names_nobody_is_no_event() -> None:
    assert events("On Monday, they met with the ambassador again.") == []


def test_place_and_participants_are_those_of_the_words() -> None:
    body = "On Monday, Foreign Minister Ada Holm met with Ivo Brandt in Geneva."
    [event] = extracted(page(body)).events
    assert event.place == "Geneva"
    assert set(event.participants) >= {"Ada Holm", "Ivo Brandt"}
