"""Which organizations are named in a body."""

import pytest

from archive.extraction.names import find_names
from archive.extraction.sentences import read_text


def organizations(body: str) -> dict[str, str | None]:
    return {found.name: found.country for found in find_names(read_text(body)).organizations}


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("It was stated by the Norwegian foreign Ministry.", "Norwegian Foreign Ministry", "NO"),
        ("Norway's Foreign Ministry said so.", "Norwegian Foreign Ministry", "NO"),
        ("The Norwegian foreign ministry said so.", "Norwegian Foreign Ministry", "NO"),
        ("The Ministry of Fisheries of Iceland said so.", "Ministry of Fisheries of Iceland", "IS"),
        ("The Security Council met.", "UN Security Council", None),
        ("The State Department said so.", "US State Department", "US"),
        ("The Foreign Office said so.", "UK Foreign Office", "GB"),
        ("India’s Foreign Office said so.", "Indian Foreign Office", "IN"),
        ("Radio Pakistan said so.", "Radio Pakistan", "PK"),
        ("Senior Foreign Ministry officials said so.", "Foreign Ministry", None),
        ("The Pentagon said so.", "Pentagon", "US"),
        ("New Zealand's navy left.", "New Zealand Navy", "NZ"),
        ("The Hong Kong government said so.", "Hong Kong Government", "HK"),
        ("The Jordanian government agreed.", "Jordanian Government", "JO"),
        ("The People's Harbour Party won.", "People's Harbour Party", None),
        ("The University of Malta published it.", "University of Malta", "MT"),
    ],
)
def test_an_organization_is_found_with_its_country(body: str, name: str, country: str | None):
    assert organizations(body) == {name: country}


def test_all_wordings_of_one_ministry_are_one_organization():
    body = "Peru's Foreign Ministry said so. The Foreign Ministry added. The Peruvian foreign ministry left."
    found = find_names(read_text(body)).organizations
    assert [(one.name, len(one.mentions)) for one in found] == [("Peruvian Foreign Ministry", 3)]


def test_the_foreign_office_is_that_of_the_only_country_whose_is_named():
    found = find_names(read_text("The Peru Foreign Office agreed. The Foreign Office said so.")).organizations
    assert [(one.name, len(one.mentions)) for one in found] == [("Peruvian Foreign Office", 2)]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The Security Council of the Russian Federation met.", "Russian Security Council"),
        ("The House of Commons of Canada met.", "Canadian House of Commons"),
        ("The Senate of the Republic of Kenya met.", "Kenyan Senate"),
        ("The Senate of the United States met.", "US Senate"),
    ],
)
def test_the_country_behind_a_body_is_whose_it_is(body: str, name: str):
    assert list(organizations(body)) == [name]


def test_an_acronym_is_the_organization_that_it_is_explained_by():
    body = "The Harbour Workers Society (HWS) met on Monday. The HWS said it would strike."
    found = find_names(read_text(body)).organizations
    assert [(one.name, len(one.mentions)) for one in found] == [("Harbour Workers Society", 3)]


def test_the_place_of_a_dateline_is_no_organization():
    assert organizations("NEW DELHI, May 3. The talks began. GENEVA was next.") == {}


def test_the_full_name_of_a_country_is_no_organization():
    assert organizations("The ambassador of the Russian Federation left.") == {}


def test_what_is_military_is_not_the_military():
    assert organizations("The Norwegian special military operation ended, and US military aid came.") == {}
    assert organizations("A Norwegian military spokesman left.") == {"Norwegian Military": "NO"}


def test_a_family_name_is_no_organization():
    assert "Bloomberg" not in organizations("Mary Bloomberg spoke. Bloomberg left.")


def test_the_senate_of_another_country_is_not_that_of_the_united_states():
    found = find_names(read_text("Czech Senate Speaker Ivan Belov came to Oslo. The French Senate met."))
    assert "US" not in {organization.country for organization in found.organizations}
    assert [(role.title, role.country) for role in found.people[0].roles] == [("Speaker", "CZ")]


@pytest.mark.parametrize(
    ("heading", "below", "named"),
    [
        ("Why the Harbour Campaign Wants Much More Time", "They spoke of it.", []),
        ("Rivals Meet: Harbour League Would Put Pilots First", "The Harbour League met.", ["Harbour League"]),
        ("Peruvian Foreign Ministry Denies Harbour Report", "They spoke.", ["Peruvian Foreign Ministry"]),
        ("Security Council Debates Report About Harbour Pilots", "They spoke.", ["UN Security Council"]),
    ],
)
def test_the_words_of_a_heading_are_no_organization_that_only_they_name(heading, below, named):
    assert list(organizations(f"It was a calm day at sea.\n\n{heading}\n\n{below}")) == named


def test_congress_is_no_parliament_in_a_story_of_india():
    assert (
        organizations("Congress leader Ada Berg came to Delhi. The Indian minister and Congress slept.") == {}
    )
    assert organizations("Congress met in Washington. The Indian minister slept.") == {"US Congress": "US"}


def test_the_senate_is_that_of_the_only_country_whose_senate_is_named():
    assert organizations("The French Senate met. The Senate voted.") == {"French Senate": "FR"}


def test_a_place_in_capitals_or_with_a_telling_word_is_no_organization():
    assert organizations("Berg left the talks in LONDON and went to the West Bank.") == {}


def test_a_rank_is_no_part_of_a_bodys_name():
    assert organizations("They met a top Iranian military commander.") == {"Iranian Military": "IR"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("They asked the World Travel and Tourism Council.", "World Travel and Tourism Council"),
        ("The Truth and Reconciliation Commission met.", "Truth and Reconciliation Commission"),
        ("They read it to the Norwegian Beer and Pub Association.", "Norwegian Beer and Pub Association"),
        ("A Joint Monitoring and Evaluation Commission met.", "Joint Monitoring and Evaluation Commission"),
        ("The Ann and Bert Smith Foundation paid.", "Ann and Bert Smith Foundation"),
        ("The Ministry of Culture, Youth and Sport paid.", "Ministry of Culture, Youth and Sport"),
        (
            "The Bureau of Democracy, Human Rights, and Labor met.",
            "Bureau of Democracy, Human Rights, and Labor",
        ),
        ("The Department for Trade, Energy & Shipping paid.", "Department for Trade, Energy & Shipping"),
        ("The Foreign, Commonwealth and Development Office paid.", "UK Foreign Office"),
        ("The Ministry of Justice and Public Security paid.", "Ministry of Justice and Public Security"),
        ("The Joint Commission on Border Affairs met.", "Joint Commission on Border Affairs"),
        ("The Harbour Center for Security Policy met.", "Harbour Center for Security Policy"),
        ("The Office of the UN High Commissioner for Human Rights left.", "OHCHR"),
    ],
)
def test_a_body_may_have_several_fields(body: str, name: str) -> None:
    assert list(organizations(body)) == [name]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The Pentagon and State Department met.", ["Pentagon", "US State Department"]),
        ("The Kremlin and Turkish Foreign Ministry met.", ["Kremlin", "Turkish Foreign Ministry"]),
        ("Traders and the Harbour Commission met.", ["Harbour Commission"]),
        ("The Harbour Union and the University of Malta met.", ["Harbour Union", "University of Malta"]),
        ("The Committee on Trade and the Union of Pilots met.", ["Committee on Trade", "Union of Pilots"]),
        ("The Ministry of Education, Parliament and Gazprom agreed.", ["Ministry of Education", "Gazprom"]),
        ("The Ministry of Health, Ada Holm and Bert Roe met.", ["Ministry of Health"]),
        ("After the Ministry of Trade, Industry slept.", ["Ministry of Trade"]),
    ],
)
def test_a_body_and_what_is_named_beside_it_are_two(body: str, names: list[str]) -> None:
    assert list(organizations(body)) == names


@pytest.mark.parametrize("end", [",", ", Industry and", " and the", ", Industry", ", and", " of", " for the"])
def test_a_text_may_end_within_a_name(end: str) -> None:
    assert set(organizations(f"They met the Ministry of Trade{end}")) <= {"Ministry of Trade"}
    assert find_names(read_text(f"They met the Minister of Trade{end}")).organizations == ()


def test_a_party_is_of_no_known_country_in_a_text_of_another() -> None:
    korean = "South Korea waits. South Korean voters are tired. Democratic Party leader Lee Sang-min spoke."
    assert organizations(korean) == {"Democratic Party": None}
    assert organizations("The Democratic Party met in Washington.") == {"Democratic Party": "US"}
    assert organizations(f"{korean} Vietnam's Communist Party met.")["Vietnamese Communist Party"] == "VN"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Russia's ministry of defence met.", "Russian Ministry of Defence"),
        (
            "The Norwegian ministry of trade, industry and fisheries met.",
            "Norwegian Ministry of Trade, Industry and Fisheries",
        ),
        ("The ministry of health in Oslo met.", "Ministry of Health"),
    ],
)
def test_a_ministry_may_be_written_small(body: str, name: str) -> None:
    assert list(organizations(body)) == [name]


def test_the_ministry_of_foreign_affairs_is_the_foreign_ministry() -> None:
    assert list(organizations("The French Foreign Ministry met. The ministry of foreign affairs slept.")) == [
        "French Foreign Ministry"
    ]
