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


def test_a_day_that_only_the_date_of_the_page_tells_is_not_in_the_name_of_an_event() -> None:
    assert events("Norland summoned yesterday the ambassador of Sudia.") == [
        ("Norland summoned the ambassador of Sudia", "2013-08-20")
    ]


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
    assert events("On Monday, Ada Holm stressed that Sudia had attacked the port of Pell.") == []
    assert events("On Monday, Ada Holm will meet the ambassador of Sudia in Geneva.") == []


def test_what_did_not_happen_is_no_event() -> None:
    assert events("Norland would have signed the treaty on Monday.") == []
    assert events("Norland has not signed the treaty on Monday.") == []
    assert events("If Norland signed the treaty on Monday, Sudia would follow.") == []
    assert events("Rumours that Norland signed the treaty on Monday made Sudia laugh.") == []


def test_what_someone_says_of_a_day_is_no_event() -> None:
    assert events("Ada Holm said that Norland signed the treaty on Monday.") == []
    assert events("According to Ada Holm, Norland signed the treaty on Monday.") == []


def test_a_clause_that_tells_of_someone_is_no_event_by_itself() -> None:
    assert events("Ada Holm, who met Ivo Brandt on Monday, wept.") == []


def test_a_day_between_subject_and_verb_is_not_in_the_name_of_an_event() -> None:
    assert events("The Ministry of Ports on Monday summoned the ambassador of Sudia.") == [
        ("The Ministry of Ports summoned the ambassador of Sudia", "2013-08-19")
    ]
    assert events("Today, Norland severed its diplomatic relations with Sudia.") == [
        ("Norland severed its diplomatic relations with Sudia", "2013-08-21")
    ]


def test_people_with_long_offices_go_by_their_names() -> None:
    body = (
        "On 19 August 2013 the Minister of Foreign Affairs of the Kingdom of Norway Ada Holm met the Deputy "
        "Prime Minister and Minister of Foreign Affairs of the Republic of Malta, Ivo Brandt, in Geneva."
    )
    [event] = extracted(page(body)).events
    assert event.what == "Ada Holm met Ivo Brandt in Geneva"
    assert event.participants == ("Ada Holm", "Ivo Brandt")


def test_what_stands_inside_a_quotation_is_no_event() -> None:
    assert events("“On Monday, Sudia attacked our border post near Pell,” she said.") == []


def test_a_day_that_names_another_thing_is_not_when_it_happened() -> None:
    assert events("Norland released a June 2011 letter about the port of Pell.") == []
    assert events("On the 3rd of June 2011, Norland released a letter about the port of Pell.") == [
        ("Norland released a letter about the port of Pell", "2011-06-03")
    ]


def test_a_day_may_stand_in_any_form_before_what_happened() -> None:
    for day in ("On June 3rd, 2011,", "On the 3rd of June 2011,", "On 3 June 2011"):
        assert events(f"{day} Norland signed a treaty with Sudia.") == [
            ("Norland signed a treaty with Sudia", "2011-06-03")
        ]


def test_what_a_subordinate_clause_tells_is_no_event() -> None:
    assert events("Norland is glad as Ada Holm looks on after Sudia joined the pact on Monday.") == []
    assert events("Norland joined the pact on Monday after Sudia had left it.") == [
        ("Norland joined the pact", "2013-08-19")
    ]


def test_a_clause_without_its_subject_is_no_event() -> None:
    assert events("Was asked to leave Norland and joined the pact on Monday.") == []
    assert events("In answer to what Norland asked she signed the pact of Pell on Monday.") == []
    assert events("In Pell, Norland and Sudia signed the pact on Monday.") == [
        ("In Pell, Norland and Sudia signed the pact", "2013-08-19")
    ]


def test_a_relative_clause_or_a_participle_is_no_event() -> None:
    assert events("Norland Transport chief Ivo Lind, who is now suspended, on Monday.") == []
    assert events("A Norland poll released on Monday showed that Sudia was liked.") == []


def test_words_that_break_off_name_no_event() -> None:
    assert events("More than 90 Sudian sailors have arrived by sea in Norland since Monday.") == []
    assert events("Norland signed the pact with Sudia (and printed on Monday).") == []


def test_a_clause_that_names_nobody_is_no_event() -> None:
    assert events("On Monday, they met with the ambassador again.") == []


def test_place_and_participants_are_those_of_the_words() -> None:
    body = "On Monday, Foreign Minister Ada Holm met with Ivo Brandt in Geneva."
    [event] = extracted(page(body)).events
    assert event.place == "Geneva"
    assert set(event.participants) >= {"Ada Holm", "Ivo Brandt"}


def participants(body: str) -> tuple[str, ...]:
    [event] = extracted(page(body)).events
    return event.participants


def test_who_speaks_of_a_known_event_took_no_part_in_it() -> None:
    body = "The mission to Benghazi was attacked and the US consulate burnt, said Press Secretary Ada Holm."
    assert participants(body) == ()


def test_who_is_in_the_name_of_a_known_event_took_part_in_it() -> None:
    body = "Ada Holm recalled that Yitzhak Rabin was assassinated while she was in Israel."
    assert participants(body) == ("Yitzhak Rabin",)


def test_a_family_name_alone_is_not_enough_to_have_taken_part() -> None:
    body = "Ada Rabin recalled the murder of Rabin by an assassin."
    assert "Ada Rabin" not in participants(body)


def test_where_it_was_and_whose_it_is_took_no_part() -> None:
    body = "On Monday, Ada Holm met the aide of Ivo Brandt and Olga Stein’s deputy in Paris."
    assert participants(body) == ("Ada Holm",)


def test_the_country_of_an_envoy_and_the_body_where_they_met_took_no_part() -> None:
    body = "On Monday, Ada Holm met with the ambassador of Sudan at the United Nations in London."
    assert participants(body) == ("Ada Holm",)


def test_of_whom_the_words_of_another_tell_took_no_part() -> None:
    body = "On Monday, Portugal vetoed a resolution demanding that Ada Holm resign, and left the room."
    assert participants(body) == ("Portugal",)


def test_countries_that_act_take_part() -> None:
    assert participants("On Monday, Portugal signed a treaty with Austria in Spain.") == (
        "Portugal",
        "Austria",
    )


def test_who_is_named_outside_the_words_of_the_event_took_no_part() -> None:
    body = (
        "On Monday, Ada Holm signed a treaty on trade and on the common border with the envoys of Sudia and "
        "Pell after Ivo Brandt and his long and weary party of advisers left."
    )
    assert participants(body) == ("Ada Holm",)
