"""Which spellings are one name."""

import pytest

from archive.ingest.keys import is_full, is_shared, names_agree, organization_key


@pytest.mark.parametrize(
    "one, other",
    [
        ("Sergei Ivanov", "Sergey Ivanov"),
        ("Sergey Petrovich Ivanov", "Sergei Ivanov"),
        ("Aleksandr Demidov", "Alexander Demidov"),
        ("Yevgeny Ushakov", "Evgenii Ushakov"),
        ("Mariya Kharlova", "Maria Harlova"),
        ("Ahmet Erdoğan", "Ahmet Erdogan"),
        ("Kim Jong-Un", "Kim Jong Un"),
        ("Omar al-Rashid", "Omar Rashid"),
        ("John F. Miller", "John Frederick Miller"),
        ("Mohammed Zaki Nour", "Muhammad Nour"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Jean-Marc Perrault", "Jean Marc Perrault"),
        ("Иван Петров", "ИВАН ПЕТРОВ"),
        ("Volodymyr Shcherbak", "Vladimir Scherbak"),
        ("Oleh Zelinskyy", "Oleh Zelinsky"),
    ],
)
def test_spellings_of_one_name_agree(one, other):
    assert names_agree(one, other) and names_agree(other, one)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Sergei Ivanov", "Igor Ivanov"),
        ("Sergei Ivanov", "Sergei Ivashov"),
        ("George H. W. Walker", "George W. Walker"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Juan Manuel Santos", "Juan Carlos Santos"),
        ("Donald Miller", "Donald Miller Jr."),
        ("Bruce Lee", "Bruce"),
        ("Zhou Wei", "Zhu Wei"),
    ],
)
def test_other_names_do_not(one, other):
    assert not names_agree(one, other) and not names_agree(other, one)


@pytest.mark.parametrize("name", ["Ana Ilves", "J. D. Vance", "J.D. Vance", "Xi Jinping"])
def test_a_full_name_is_enough_to_know_someone_by(name):
    assert is_full(name)


@pytest.mark.parametrize("name", ["Ilves", "A. Ilves", "Le Drian", "al-Assad"])
def test_a_surname_is_not(name):
    assert not is_full(name)


@pytest.mark.parametrize(
    "one, other",
    [
        ("The White Tower", "white tower"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("the Ministry of Defense", "Defence Ministry"),
        ("World Labor Organisation", "World Labour Organization"),
        ("Government of Norway", "Norwegian Government"),
        ("Norways Navy", "Norway's Navy"),
        ("the Ministry of Defence of the Netherlands", "Dutch Defense Ministry"),
    ],
)
def test_wordings_of_one_organization_agree(one, other):
    assert organization_key(one) == organization_key(other)


def test_other_organizations_do_not():
    assert organization_key("Ministry of Finance") != organization_key("Ministry of Defence")
    assert organization_key("Scottish Government") != organization_key("British Government")
    assert organization_key("Norway") != organization_key("Sweden")


def test_a_ministry_is_a_name_that_many_countries_share():
    assert is_shared("Foreign Ministry") and not is_shared("NATO")
