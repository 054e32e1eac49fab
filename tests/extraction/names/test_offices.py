"""Which offices the people of a body hold."""

import pytest

from archive.extraction.names import find_names
from archive.extraction.record import Role
from archive.extraction.sentences import read_text


def roles(body: str, name: str) -> tuple[Role, ...]:
    return next(person.roles for person in find_names(read_text(body)).people if person.name == name)


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("French Deputy Foreign Minister Luc Moreau said.", Role("Deputy Foreign Minister", None, "FR")),
        ("Luc Moreau, France's deputy foreign minister, said.", Role("Deputy Foreign Minister", None, "FR")),
        ("Luc Moreau, the foreign minister of France, said.", Role("Foreign Minister", None, "FR")),
        ("The US president, Luc Moreau, said.", Role("President", None, "US")),
        ("Former British Prime Minister Luc Moreau said.", Role("Former Prime Minister", None, "GB")),
        ("They want to press France's president Luc Moreau.", Role("President", None, "FR")),
        ("Tánaiste Luc Moreau said.", Role("Tánaiste")),
        ("Australian Attorney-General Luc Moreau said.", Role("Attorney-General", None, "AU")),
        ("NATO Secretary-General Luc Moreau said.", Role("Secretary-General", "NATO", None)),
        ("Chief French negotiator Luc Moreau said.", Role("Chief Negotiator", None, "FR")),
        ("An adviser to Vice President Luc Moreau said so.", Role("Vice President")),
        ("A spokesman for EU foreign policy chief Luc Moreau said so.", Role("Foreign Policy Chief")),
        (
            "France's minister of foreign affairs, Luc Moreau, said.",
            Role("Minister of Foreign Affairs", None, "FR"),
        ),
        ("Luc Moreau, minister of public works, said.", Role("Minister of Public Works")),
        (
            "The Minister for Communication and Information, Luc Moreau on Monday opened it.",
            Role("Minister for Communication and Information"),
        ),
        (
            "US Undersecretary of State for Arms Control Luc Moreau said.",
            Role("Undersecretary of State for Arms Control", None, "US"),
        ),
        ("Peru Deputy High Commissioner Luc Moreau said.", Role("Deputy High Commissioner", None, "PE")),
        (
            "Iranian Deputy Foreign Ministers Ann Lee and Luc Moreau met.",
            Role("Deputy Foreign Minister", None, "IR"),
        ),
        ("Sen. Luc Moreau said.", Role("Senator")),
        ("PS Luc Moreau said.", Role("Principal Secretary")),
        ("Iraqi Defense Ministry spokesman Maj. Gen. Luc Moreau said.", Role("Major General")),
        (
            "Iraqi Defense Ministry spokesman Maj. Gen. Luc Moreau said.",
            Role("Spokesman", "Iraqi Defense Ministry", "IQ"),
        ),
        ("Turkey’s U.N. ambassador, Luc Moreau, said.", Role("Ambassador", "United Nations", "TR")),
        ("Syria’s ambassador to the UN, Dr. Luc Moreau said.", Role("Ambassador", "United Nations", "SY")),
        ("The Saudi Foreign Minister Prince Luc Moreau said.", Role("Foreign Minister", None, "SA")),
        ("The Finnish foreign minister, Mr. Luc Moreau, said.", Role("Foreign Minister", None, "FI")),
        (
            "The Ambassador Extraordinary and Plenipotentiary of Japan Luc Moreau said.",
            Role("Ambassador Extraordinary and Plenipotentiary", None, "JP"),
        ),
        ("Egyptian Irrigation Minister Luc Moreau said.", Role("Irrigation Minister", None, "EG")),
        ("The press secretary of the head of state Luc Moreau said.", Role("Press Secretary")),
        (
            "The head of the Office of the President Luc Moreau said.",
            Role("Head", "Office of the President", None),
        ),
        (
            "Minister of Foreign Affairs of the Russian Federation Luc Moreau wept.",
            Role("Minister of Foreign Affairs", None, "RU"),
        ),
        (
            "The Minister of Foreign and European Affairs of the Kingdom of Norway Luc Moreau wept.",
            Role("Minister of Foreign and European Affairs", None, "NO"),
        ),
        (
            "Special Representative of the Secretary-General Luc Moreau wept.",
            Role("Special Representative of the Secretary-General"),
        ),
        ("Foreign and Expatriates Minister Luc Moreau wept.", Role("Foreign and Expatriates Minister")),
        (
            "Finnish Foreign Minister Ada Berg received her French counterpart, Luc Moreau, in Oslo.",
            Role("Foreign Minister", None, "FR"),
        ),
        ("Luc Moreau is the foreign minister of France.", Role("Foreign Minister", None, "FR")),
        (
            "Luc Moreau, 61, has been France’s foreign minister since May.",
            Role("Foreign Minister", None, "FR"),
        ),
        ("Luc Moreau was elected president on Sunday.", Role("President")),
        ("Luc Moreau was France’s ambassador in Oslo until 2020.", Role("Former Ambassador", None, "FR")),
        ("Luc Moreau, who was France’s ambassador, wept.", Role("Former Ambassador", None, "FR")),
        ("In Oslo Prime Minister Luc Moreau said no.", Role("Prime Minister")),
        ("Ambassador to Norway Luc Moreau wept.", Role("Ambassador")),
        ("The country’s Ambassador to the United Kingdom, Luc Moreau, wept.", Role("Ambassador")),
        ("Luc Moreau, high commissioner in Kenya, wept.", Role("High Commissioner")),
        ("The Ambassador of Togo to Ghana, Luc Moreau, wept.", Role("Ambassador", None, "TG")),
        ("The UN special envoy for Syria Luc Moreau wept.", Role("Special Envoy", "United Nations")),
        ("The U.S. special envoy for Syria Luc Moreau wept.", Role("Special Envoy", None, "US")),
        (
            "Special Representative of the President of Togo for Yemen Luc Moreau wept.",
            Role("Special Representative of the President", None, "TG"),
        ),
        ("A spokesman for the Polish President Luc Moreau wept.", Role("President", None, "PL")),
        (
            "Norway’s Prime Minister and Minister of Trade Sheikh Luc Moreau wept.",
            Role("Prime Minister", None, "NO"),
        ),
        (
            "Norway’s Prime Minister and Minister of Trade Sheikh Luc Moreau wept.",
            Role("Minister of Trade", None, "NO"),
        ),
        (
            "South Korea’s Vice Unification Minister Luc Moreau wept.",
            Role("Vice Unification Minister", None, "KR"),
        ),
        ("U.S. Under Secretary of State Luc Moreau wept.", Role("Under Secretary of State", None, "US")),
        ("Acting Prime Minister Luc Moreau wept.", Role("Acting Prime Minister")),
        (
            "The incoming Norwegian foreign minister, Luc Moreau, wept.",
            Role("Incoming Foreign Minister", None, "NO"),
        ),
        (
            "Secretary of the Security Council of the Russian Federation Luc Moreau wept.",
            Role("Secretary", "Russian Security Council", "RU"),
        ),
        (
            "Senate Trade Relations Committee Chairman Luc Moreau wept.",
            Role("Chairman", "Senate Trade Relations Committee", "US"),
        ),
    ],
)
def test_an_office_beside_a_name_is_its_role(phrase: str, role: Role):
    assert role in roles(phrase, "Luc Moreau")


@pytest.mark.parametrize(
    "body",
    [
        "At a meeting with Luc Moreau, the president said that all was well.",
        "With Luc Moreau, Foreign Minister Anna Berg left the room.",
        "The king spoke, Luc Moreau wrote, and the queen did not.",
        "His Norwegian counterpart Luc Moreau agreed.",
        "His husband, Luc Moreau, agreed.",
        "French leader Luc Moreau agreed.",
        "Luc Moreau is his minister.",
        "Foreign Minister Ada Berg and Defence Minister Eva Holm met their French counterpart Luc Moreau.",
        "Luc Moreau was the president’s cook.",
        "Berg said Luc Moreau was the president.",
        "Talks were held by the Aide to the Russian President Luc Moreau and Ada Berg.",
        "The director of the Office of the Polish President Luc Moreau wept.",
        "The head of the office of the President, Luc Moreau, wept.",
    ],
)
def test_an_office_of_someone_else_is_no_role(body: str):
    assert roles(body, "Luc Moreau") == ()


def test_a_press_secretary_is_not_whom_he_serves():
    body = "The press secretary, Ivan Belov, came. “No,” said the spokesman of French leader Ivan Belov."
    assert roles(body, "Ivan Belov") == (Role("Press Secretary"),)


def test_an_office_is_told_once_as_fully_as_it_is_known():
    found = roles(
        "Foreign Minister Luc Moreau came. The French foreign minister, Luc Moreau, left.", "Luc Moreau"
    )
    assert found == (Role("Foreign Minister", None, "FR"),)


def test_who_is_served_holds_the_office_where_nothing_else_is_said():
    found = roles("The aide of French President Luc Moreau came.", "Luc Moreau")
    assert found == (Role("President", None, "FR"),)


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        (
            "Minister of Agriculture, Forestry and Fisheries Luc Moreau said.",
            "Minister of Agriculture, Forestry and Fisheries",
        ),
        (
            "The minister of trade, industry and fisheries, Luc Moreau, said.",
            "Minister of Trade, Industry and Fisheries",
        ),
        (
            "Agriculture, Forestry and Fisheries Minister Luc Moreau said.",
            "Agriculture, Forestry and Fisheries Minister",
        ),
        ("They met Trade, Industry, and Energy Minister Luc Moreau.", "Trade, Industry, and Energy Minister"),
        ("The army, police and Interior Minister Luc Moreau said.", "Interior Minister"),
        ("Farmers and Fisheries Minister Luc Moreau met.", "Fisheries Minister"),
        ("The Minister of Finance, Luc Moreau, and Ada Holm met.", "Minister of Finance"),
    ],
)
def test_an_office_may_have_several_fields(phrase: str, title: str) -> None:
    assert [role.title for role in roles(phrase, "Luc Moreau")] == [title]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        (
            "Assistant Secretary of State for East Asian and Pacific Affairs Luc Moreau said.",
            Role("Assistant Secretary of State for East Asian and Pacific Affairs"),
        ),
        (
            "Luc Moreau, assistant secretary of state for South and Central Asian affairs, said.",
            Role("Assistant Secretary of State for South and Central Asian Affairs"),
        ),
        (
            "The UN Special Coordinator for the Middle East Peace Process, Luc Moreau, said.",
            Role("Special Coordinator for the Middle East Peace Process", "United Nations"),
        ),
        (
            "The Special Representative for Afghanistan Reconciliation, Luc Moreau, said.",
            Role("Special Representative for Afghanistan Reconciliation"),
        ),
        (
            "The European Commissioner for Neighbourhood and Enlargement, Luc Moreau, said.",
            Role("European Commissioner for Neighbourhood and Enlargement"),
        ),
        (
            "The High Representative of the Union for Foreign Affairs and Security Policy, Luc Moreau, said.",
            Role("High Representative", "European Union"),
        ),
        (
            "Presidential Adviser on Foreign Policy Luc Moreau said.",
            Role("Presidential Adviser on Foreign Policy"),
        ),
        (
            "The secretary of state for foreign affairs, Luc Moreau, said.",
            Role("Secretary of State for Foreign Affairs"),
        ),
        ("The US special envoy for Sudan, Luc Moreau, said.", Role("Special Envoy", None, "US")),
    ],
)
def test_what_an_office_is_for_may_be_a_part_of_the_world(phrase: str, role: Role) -> None:
    assert roles(phrase, "Luc Moreau") == (role,)
