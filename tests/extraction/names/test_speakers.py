"""Whom a noun phrase means. In each body the phrase in question stands between ``<`` and ``>``."""

import pytest

from archive.extraction.names import find_names
from archive.extraction.names.naming import Naming
from archive.extraction.record import Speaker
from archive.extraction.sentences import read_text

LEAD = (
    "French Deputy Foreign Minister Luc Moreau met Norwegian Prime Minister Anna Berg in Vienna on Monday. "
    "Moreau was glad to be there.\n\n"
)


def naming(marked: str, previous: Speaker | None = None) -> Naming:
    start, end = marked.index("<"), marked.index(">") - 1
    body = marked.replace("<", "").replace(">", "")
    return find_names(read_text(body)).naming(start, end, previous)


def meant(marked: str, previous: Speaker | None = None) -> tuple[str, str]:
    found = naming(marked, previous)
    return found.name, found.kind


@pytest.mark.parametrize(
    "phrase",
    [
        "Moreau",
        "Luc Moreau, who had slept badly,",
        "the deputy foreign minister",
        "The Deputy Foreign Minister",
        "the French deputy foreign minister",
        "France's deputy foreign minister",
        "the diplomat",
        "the French diplomat",
        "the French official",
        "he",
        "Anna Berg's guest Moreau",
    ],
)
def test_many_phrases_mean_one_person(phrase: str):
    assert meant(f"{LEAD}All went well, <{phrase}> said.") == ("Luc Moreau", "person")


@pytest.mark.parametrize(
    "phrase", ["she", "Berg", "Ms. Berg", "the prime minister", "the Norwegian leader's host Berg"]
)
def test_others_mean_the_other(phrase: str):
    assert meant(f"{LEAD}All went well, <{phrase}> said.") == ("Anna Berg", "person")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("a source", "source"),
        (
            "a senior official in the French Foreign Ministry",
            "senior official in the French Foreign Ministry",
        ),
        ("an aide to Moreau", "aide to Moreau"),
        ("Moreau's aide", "Moreau's aide"),
        ("the Swedish foreign minister", "Swedish foreign minister"),
        ("U.N. officials", "U.N. officials"),
        ("a spokesman for Anna Berg", "spokesman for Anna Berg"),
    ],
)
def test_who_is_not_named_keeps_the_description(phrase: str, name: str):
    assert meant(f"{LEAD}All went well, <{phrase}> said.") == (name, "unnamed")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Moscow", "Russia"),
        ("The French side", "France"),
        ("the Kremlin", "Kremlin"),
        ("the Norwegian Foreign Ministry", "Norwegian Foreign Ministry"),
        ("a Norwegian Foreign Ministry statement", "Norwegian Foreign Ministry"),
    ],
)
def test_capitals_and_ministries_speak_as_organizations(phrase: str, name: str):
    assert meant(f"{LEAD}<{phrase}> said that all went well.") == (name, "organization")


def test_the_ministry_is_the_one_named_before():
    marked = (
        "Iran's Foreign Ministry denied it. The European Union did not. <The ministry> said it was false."
    )
    assert meant(marked) == ("Iranian Foreign Ministry", "organization")


def test_a_charity_is_the_organization_that_was_named_last():
    marked = "The Harbour Aid Society was hit. <The charity> said two had died."
    assert meant(marked) == ("Harbour Aid Society", "organization")


def test_the_message_is_its_senders():
    marked = (
        "Luc Moreau read out a message of greetings from President Anna Berg to the conference. "
        "<The message> said that trade would grow."
    )
    assert meant(marked) == ("Anna Berg", "person")


def test_an_office_before_its_holder_is_named_means_the_holder():
    marked = "All went well, <the French minister> said.\n\nFrench Foreign Minister Luc Moreau was glad."
    assert meant(marked) == ("Luc Moreau", "person")


def test_a_deputy_is_not_the_minister():
    marked = (
        f"{LEAD}French Foreign Minister Paul Girard was away. All went well, <the foreign minister> said."
    )
    assert meant(marked) == ("Paul Girard", "person")


def test_a_representative_of_the_palace_is_its_spokesman():
    marked = (
        "The Kremlin press secretary, Ivan Belov, met reporters.\n\n"
        "All went well, <the representative of the Kremlin> said."
    )
    assert meant(marked) == ("Ivan Belov", "person")


def test_he_is_the_one_who_just_spoke():
    body = (
        f"{LEAD}Berg said that Peter Hadley, Omar Rashidi and Luc Moreau were late. “It rained,” <he> added."
    )
    before = Speaker("Peter Hadley", "person", "Hadley", body.index("Peter"), body.index("Peter") + 12)
    assert meant(body, before) == ("Peter Hadley", "person")


def test_a_source_who_just_spoke_goes_on_as_he():
    body = "Luc Moreau was away. All is lost, a source told us. “It rained,” <he> added."
    before = Speaker("source", "unnamed", "a source", body.index("a source"), body.index("a source") + 8)
    assert meant(body, before) == ("source", "unnamed")


@pytest.mark.parametrize("phrase", ["Luc Moreau and Anna Berg", "Malta and Prime Minister Anna Berg"])
def test_two_who_speak_together_are_no_one_of_them(phrase: str):
    assert meant(f"{LEAD}<{phrase}> said that all went well.") == (phrase, "unnamed")


def test_a_name_is_surer_than_a_pronoun_between_two_men():
    body = "Luc Moreau met Paul Girard. Luc Moreau said so. With Girard he said more."
    names = find_names(read_text(body))
    named = names.naming(0, 10)
    pronoun = names.naming(body.index("he said"), body.index("he said") + 2)
    assert named.sure > pronoun.sure


def test_he_is_the_subject_of_the_sentence_after_the_last_statement():
    body = "“Go,” Luc Moreau said. Peter Hadley had come from Oslo for the talks. “It rained,” <he> added."
    before = Speaker("Luc Moreau", "person", "Luc Moreau", 6, 16)
    assert meant(body, before) == ("Peter Hadley", "person")


def test_who_is_only_spoken_of_in_a_quotation_is_not_he():
    body = "Luc Moreau came first. “I know Peter Hadley and Omar Rashidi well.” All went well, <he> said."
    assert meant(body) == ("Luc Moreau", "person")


def test_a_spokeswoman_may_be_named_later():
    marked = (
        "It was false, <a spokeswoman for Peru's Foreign Ministry> said.\n\n"
        "“Wholly false,” the spokeswoman, Ana Torres, said. Foreign Ministry spokeswoman Ana Torres left."
    )
    assert meant(marked) == ("Ana Torres", "person")


def test_the_official_is_the_one_who_spoke_unnamed():
    marked = f"{LEAD}All went well, a senior official said.\n\n<The official> asked not to be named."
    before = Speaker("senior official", "unnamed", "a senior official", len(LEAD) + 16, len(LEAD) + 33)
    assert meant(marked, before) == ("senior official", "unnamed")


def test_an_office_with_an_owner_who_is_not_understood_is_not_guessed():
    marked = "Senator Anna Berg came. Mayor Luc Moreau came. All went well, <the Zarnitsa mayor> said."
    assert meant(marked) == ("Zarnitsa mayor", "unnamed")


@pytest.mark.parametrize("phrase", ["Malta and Norway", "The company", "the rights group"])
def test_one_of_several_bodies_is_not_guessed(phrase: str):
    marked = f"The Harbour Union struck. The Dockers Society did not. <{phrase}> said that talks went on."
    assert meant(marked)[1] == "unnamed"


def test_who_replies_is_not_who_has_asked():
    body = "Minister Per Moen met MP Ole Dahl. “Will it rain?” Dahl asked. “In due course,” <he> replied."
    speaker = Speaker("Ole Dahl", "person", "Dahl", body.index("Dahl asked"), body.index(" asked"))
    start = body.index("<")
    names = find_names(read_text(body.replace("<", "").replace(">", "")))
    assert names.naming(start, start + 2, speaker, asked=True).name == "Per Moen"
    assert names.naming(start, start + 2, speaker).name == "Ole Dahl"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Bulgarian Foreign Minister Ada Petrova met her Jordanian counterpart Omar Qudah. "
            "<The Jordanian foreign minister> spoke.",
            "Omar Qudah",
        ),
        (
            "Norwegian Trade Minister Kari Moen met Minister Ole Dahl. <The Norwegian minister> spoke.",
            "Kari Moen",
        ),
        ("Minister of State for Trade Ravi Rao came. <The MoS> spoke.", "Ravi Rao"),
        ("Norwegian Ambassador to Malta Kari Moen met spokesman Ole Dahl. <The envoy> spoke.", "Kari Moen"),
        ("<Her Maltese opposite number>, Joseph Vella, spoke.", "Joseph Vella"),
        ("Bolivian Foreign Minister Ada Quispe came. It rained. <The chancellor> spoke.", "Ada Quispe"),
        (
            "ANN SMITH (Norway), <Council President for May>, speaking for Norway, said that it rained.",
            "Ann Smith",
        ),
        ("The Minister of Trade, Ambassador Ada Berg, came. It rained. <The Minister> spoke.", "Ada Berg"),
        ("Omar Vella met the minister, Ambassador Ada Berg, and others. <The minister> spoke.", "minister"),
        ("His brother Willy, who drives, was there. <Willy> spoke.", "Willy"),
    ],
)
def test_an_office_written_short_or_otherwise_means_its_holder(body: str, name: str):
    assert meant(body)[0] == name


def test_the_delegate_of_another_country_is_another_delegate():
    body = "The representative of South Sudan said that it rained. <The representative of Sudan> spoke."
    start = body.index(" said")
    speaker = Speaker("representative of South Sudan", "unnamed", body[:start], 0, start)
    assert meant(body, speaker) == ("representative of Sudan", "unnamed")


def test_whoever_is_named_behind_a_spokesman_and_whom_he_serves_is_the_spokesman():
    assert meant("<A spokesman for EU trade chief Luc Moreau, Per Lind>, said so.")[0] == "Per Lind"
    assert meant("<A spokesman for Foreign Minister Luc Moreau, Per Lind>, said so.")[0] == "Per Lind"


def test_a_statement_is_of_who_said_something_in_one():
    marked = (
        "In a statement, Norway’s foreign ministry said it had recalled its ambassador. President Ada Berg "
        "wrote that it rained. The move “hurts the people,” said <the statement>."
    )
    start = marked.index("President Ada Berg")
    speaker = Speaker("Ada Berg", "person", "President Ada Berg", start, start + 18)
    assert meant(marked, speaker) == ("Norwegian Foreign Ministry", "organization")


def test_who_holds_two_offices_is_one_speaker() -> None:
    offices = "UN Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator"
    assert meant(f"<{offices} Luc Moreau> said so.") == ("Luc Moreau", "person")


def test_a_given_name_that_was_put_in_is_of_the_name() -> None:
    assert meant("Mr. [<Luc] Moreau> said so.") == ("Luc Moreau", "person")
    names = find_names(read_text("Mr. [Luc] Moreau said so."))
    assert names.whole(9, 15) == (4, 16)


def test_a_paper_that_two_have_signed_speaks_for_neither() -> None:
    signed = "The letter was signed by Luc Moreau and Anna Berg. According to <the letter>, it rained."
    assert meant(signed) == ("letter", "unnamed")
    assert meant(signed.replace(" and Anna Berg", "")) == ("Luc Moreau", "person")
