"""Whom "the Dutch minister", "his daughter" and "he" mean, by what stands around it."""

import pytest

from archive.extraction.record import Speaker
from tests.extraction.names.test_speakers import meant

COUNTERPART = "Foreign Minister Ada Berg received her Dutch counterpart, Pieter van Meer.\n\n"


def spoke(body: str, name: str, kind: str = "person") -> Speaker:
    start = body.replace("<", "").replace(">", "").index(name)
    return Speaker(name, kind, name, start, start + len(name))


@pytest.mark.parametrize("phrase", ["the Dutch minister", "the Dutch diplomat"])
def test_a_counterpart_holds_the_same_office_elsewhere(phrase: str):
    assert meant(f"{COUNTERPART}All went well, <{phrase}> said.")[0] == "Pieter van Meer"


@pytest.mark.parametrize("phrase", ["the top diplomat", "the senior diplomat", "the high-ranking diplomat"])
def test_a_rank_does_not_make_a_diplomat_someone_else(phrase: str):
    marked = f"Swedish Foreign Minister Ada Berg came to Oslo.\n\nAll went well, <{phrase}> said."
    assert meant(marked) == ("Ada Berg", "person")


def test_the_diplomat_is_the_one_who_spoke_in_the_last_paragraphs():
    marked = (
        "The Japanese ambassador, Kenta Moriyama, came.\n\nIt rained.\n\nIt was cold.\n\n"
        "It was dark, the ambassador said.\n\nAll went well, <the Japanese diplomat> said."
    )
    previous = Speaker("Kenta Moriyama", "person", "the ambassador", 89, 103)
    assert meant(marked, previous) == ("Kenta Moriyama", "person")


def test_an_office_told_late_is_that_of_the_only_one_who_is_near():
    marked = "Mette Lund told reporters that it rained. “It is cold,” <the trade commissioner> said."
    assert meant(marked, spoke(marked, "Mette Lund")) == ("Mette Lund", "person")


def test_an_office_told_late_is_not_guessed_between_two():
    marked = "Mette Lund told Peter Hadley that it rained. “It is cold,” <the trade commissioner> said."
    assert meant(marked, spoke(marked, "Mette Lund")) == ("trade commissioner", "unnamed")


def test_his_daughter_is_the_one_named_beside():
    marked = "Luc Moreau has died. It was sudden, said <his daughter>, Anna Moreau.\n\nSo be it."
    assert meant(marked) == ("Anna Moreau", "person")


def test_his_daughter_is_the_one_named_before():
    marked = "Luc Moreau has died. His daughter, Anna Moreau, came. “It was sudden,” <his daughter> said."
    assert meant(marked) == ("Anna Moreau", "person")


def test_he_is_the_minister_whose_office_begins_the_sentence_before():
    marked = (
        "Defense Minister Ivan Stoev came. Economy Minister Georgi Stoev was asked. “No,” the "
        "economy minister said.\n\nThe defense minister laughed. “He is late,” <he> told the radio."
    )
    previous = Speaker("Georgi Stoev", "person", "the economy minister", 83, 103)
    assert meant(marked, previous) == ("Ivan Stoev", "person")


def test_who_answers_is_the_one_whom_the_introduction_names():
    marked = "Ambassador Ada Berg spoke to us.\n\nQ: Will it rain?\n\n<A>: It will rain all day."
    assert meant(marked) == ("Ada Berg", "person")


def test_who_answers_is_no_one_where_the_introduction_names_two():
    marked = "Ada Berg and Luc Moreau spoke to us.\n\nQ: Will it rain?\n\n<A>: It will rain all day."
    assert meant(marked)[1] == "unnamed"


def test_who_is_named_beside_may_have_an_office_too():
    marked = "Ada Berg came to Seoul. <Her host>, Norwegian minister Luc Moreau, said that it rained."
    assert meant(marked) == ("Luc Moreau", "person")


def test_its_minister_is_that_of_the_country_named_before():
    marked = (
        "Hungary will agree, <its foreign minister> said.\n\nCzech Foreign Minister Ada Berg was not so sure."
    )
    assert meant(marked) == ("its foreign minister", "unnamed")


def test_the_diplomat_may_be_the_spokeswoman_of_a_foreign_ministry():
    marked = "Russian Foreign Ministry spokeswoman Ada Berg laughed. It rained, <the diplomat> said."
    assert meant(marked) == ("Ada Berg", "person")


def test_a_government_spokesman_is_not_the_spokesman_of_a_ministry_elsewhere():
    marked = (
        "It rained, <the top government spokesman> said.\n\n"
        "Chinese Foreign Ministry spokesman Luc Moreau denied it."
    )
    assert meant(marked)[1] == "unnamed"


def test_the_minister_of_a_country_is_not_one_whose_portfolio_is_another_countrys():
    marked = (
        "Egyptian Irrigation Minister Hany Sabri laughed. His Ethiopian counterpart, Seleshi Tadesse, wept. "
        "It rained, <the Ethiopian minister> said."
    )
    assert meant(marked) == ("Seleshi Tadesse", "person")


def test_he_is_no_one_who_spoke_before_an_unknown_minister():
    marked = "“No,” Luc Moreau said.\n\nThe Swedish minister disagreed. “He is late,” <he> told the radio."
    assert meant(marked, spoke(marked, "Luc Moreau")) == ("Swedish minister", "unnamed")


def test_he_is_the_one_named_between_commas_behind_a_long_office():
    marked = (
        "“No,” Luc Moreau said.\n\nThe head of the Norwegian Office for Harbours and Lighthouses, Peter "
        "Hadley, wept. According to <him>, it rained."
    )
    assert meant(marked, spoke(marked, "Luc Moreau")) == ("Peter Hadley", "person")


@pytest.mark.parametrize(("chancellor", "name"), [("Peruvian", "Rosa Huaman"), ("German", "minister")])
def test_a_chancellor_in_latin_america_is_the_minister(chancellor: str, name: str):
    marked = f"{chancellor} Chancellor Rosa Huaman slept. It rained, <the minister> said."
    assert meant(marked)[0] == name


def test_letters_behind_a_name_are_no_part_of_it():
    assert meant("<Ada Berg MP> wept.") == ("Ada Berg", "person")


def test_the_delegate_of_a_country_is_no_one_of_whom_that_is_not_said():
    marked = "Ms. Berg (Malta) wept.\n\n<The delegate of Peru> did not."
    assert meant(marked, spoke(marked, "Ms. Berg"))[0] == "delegate of Peru"


def test_her_predecessor_is_the_one_named_beside():
    assert meant("Ada Berg left. <Her predecessor>, Jon Ek, said no.") == ("Jon Ek", "person")


def test_he_is_not_the_one_whom_he_speaks_of():
    marked = "Emre Kocabas wept. It rained.\n\nPresident Erik Dahl, <he> noted, had won."
    assert meant(marked, spoke(marked, "Emre Kocabas")) == ("Emre Kocabas", "person")


def test_he_is_the_subject_of_the_sentence_before_even_if_the_name_tells_no_gender():
    marked = (
        "President Daniel Harmon wept.\n\nThe leaders met.\n\n"
        "Prime Minister Takumi Kishimo briefed the guests. <He> noted that it rained."
    )
    assert meant(marked, spoke(marked, "Daniel Harmon")) == ("Takumi Kishimo", "person")


def test_the_executive_is_the_head_of_the_company():
    marked = "Norland Railways CEO Erik Dahl slept. It rained, <the executive> said."
    assert meant(marked) == ("Erik Dahl", "person")


def test_the_alliance_is_the_one_that_its_sentence_names():
    marked = "Ada Berg wrote on Facebook that it rained. NATO’s soldiers stand ready, <the alliance> said."
    assert meant(marked) == ("NATO", "organization")


def test_it_is_not_a_ministry_that_is_named_only_later():
    marked = (
        "Sudan rejected the plan. In a statement, the foreign ministry said so. <It> added that it rained."
        "\n\nKenya’s foreign ministry did not answer."
    )
    assert meant(marked)[0] != "Kenyan Foreign Ministry"


def test_who_leads_the_ministry_is_the_minister_before_another_who_is_named_later():
    marked = (
        "Head of the Ministry of Foreign Affairs of Norway Ada Berg came. “Go,” Berg said.\n\n"
        "All went well, <the foreign minister> said.\n\nShe met the German foreign minister Mette Lund."
    )
    assert meant(marked, spoke(marked, "Berg said")) == ("Ada Berg", "person")


def test_he_is_the_subject_before_a_quotation_of_several_sentences_not_whom_that_one_names():
    marked = (
        "Norwegian Foreign Minister Per Berg came. All went well, Berg said.\n\n"
        "The Norwegian diplomat regretted that Chancellor Olaf Lund had no time. "
        "“It rained. It was cold. We left,” <he> said."
    )
    assert meant(marked, spoke(marked, "Berg said")) == ("Per Berg", "person")


def test_who_is_known_by_an_office_alone_goes_on_as_he_after_a_quotation_of_several_paragraphs():
    marked = (
        "Lord Peter Hadley came. The Prime Minister replied: “It rained.\n\n“It was cold.\n\n“We left.”\n\n"
        "<He> added: “All went well.”"
    )
    assert meant(marked, spoke(marked, "The Prime Minister", "unnamed")) == ("The Prime Minister", "unnamed")


@pytest.mark.parametrize(
    "phrase",
    ["Her statement", "A statement from Berg", "A letter by Foreign Minister Ada Berg to the council"],
)
def test_a_statement_is_whose_it_is(phrase: str):
    marked = f"Swedish Foreign Minister Ada Berg came to Oslo. It rained. <{phrase}> said that all went well."
    assert meant(marked) == ("Ada Berg", "person")


def test_an_envoy_of_one_country_is_not_one_who_is_named_later_without_any():
    marked = (
        "All went well, <the top Dutch envoy> said.\n\n"
        "He met Special Representative Peter Hadley.\n\nHadley left on Monday."
    )
    assert meant(marked)[1] == "unnamed"


def test_the_minister_is_no_prime_minister():
    marked = "Prime Minister Ada Berg came to Oslo.\n\nIt rained, <the minister> said."
    assert meant(marked) == ("minister", "unnamed")


def test_an_official_of_a_ministry_is_not_its_minister():
    marked = (
        "Maltese Foreign Minister Ada Berg came.\n\nIt rained, <the Maltese Foreign Ministry official> said."
    )
    assert meant(marked) == ("Maltese Foreign Ministry official", "unnamed")


def test_the_official_is_the_aide_who_has_just_spoken():
    marked = (
        "Envoy Ada Berg came. Another aide to the mayor said it was late. It rained, <the official> said."
    )
    assert (
        meant(marked, spoke(marked, "Another aide to the mayor", "unnamed"))[0] == "Another aide to the mayor"
    )


@pytest.mark.parametrize(("title", "name"), [("Prince", "Ann Lind"), ("Princess", "Kwan")])
def test_a_prince_is_not_she(title: str, name: str):
    body = f"{title} Kwan and Ann Lind came on Monday. It was good, Kwan said. All went well, <she> said."
    assert meant(body, spoke(body, "Kwan"))[0] == name


def test_the_leader_of_a_country_is_who_has_just_spoken_rather_than_another_country_s():
    body = (
        "Prime Minister Ivo Berg came. Abu Samir told reporters that Mr Berg was against him. "
        "All went well, <the Palestinian leader> said."
    )
    assert meant(body, spoke(body, "Abu Samir")) == ("Abu Samir", "person")


def test_he_is_the_unnamed_man_who_has_just_spoken():
    body = "Prime Minister Ivo Berg came. “We go on,” a militant told a crowd. “It is our right,” <he> said."
    assert meant(body, spoke(body, "a militant", "unnamed"))[1] == "unnamed"
