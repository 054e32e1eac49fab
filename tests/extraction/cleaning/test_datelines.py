"""Datelines as agencies and papers write them, and what only looks like one."""

import pytest

from archive.extraction.cleaning.datelines import find_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "day"),
    [
        ("MOSCOW, October 15. /TASS/. Norland should", "MOSCOW", "TASS", (10, 15)),
        ("GENEVA, April 14. /TASS correspondent Jane Roe/. Norland", "GENEVA", "TASS", (4, 14)),
        ("PELL /Northern Region/, December 26. /TASS/. Norland", "PELL, Northern Region", "TASS", (12, 26)),
        ("MOSCOW July 12 /TASS/ Norland said", "MOSCOW", "TASS", (7, 12)),
        ("MOSCOW. Oct 15 (Interfax) - Norland", "MOSCOW", "Interfax", (10, 15)),
        ("MOSCOW, October 15 (RIA Novosti) – Norland", "MOSCOW", "RIA Novosti", (10, 15)),
        ("PELL, (The Post / Pell Point News - 23rd Mar, 2018 ) :Norland", "PELL", "Pell Point News", (3, 23)),
        ("HARVEN (Web Desk) – Norland said", "HARVEN", None, None),
        ("NEW YORK (Sputnik) — On Wednesday", "NEW YORK", "Sputnik", None),
        ("BEIRUT/ANKARA (Reuters) - Norland", "BEIRUT/ANKARA", "Reuters", None),
        ("BEIRUT Reuters - Norland", "BEIRUT", "Reuters", None),
        ("UNITED NATIONS (AP) _ Norland", "UNITED NATIONS", "AP", None),
        ("PELL, Norland (AP) — The", "PELL, Norland", "AP", None),
        ("THE HAGUE, Netherlands (AP) — The", "THE HAGUE, Netherlands", "AP", None),
        ("Paris, Oct 15, 2015 (AFP) - Norland", "Paris", "AFP", (10, 15)),
        ("BEIJING, Oct. 15 (Xinhua) -- Norland", "BEIJING", "Xinhua", (10, 15)),
        ("Tehran, Oct 15, IRNA – Norland", "Tehran", "IRNA", (10, 15)),
        ("Damascus, SANA-Norland", "Damascus", "SANA", None),
        ("Damascus, SANA – Norland", "Damascus", "SANA", None),
        ("MOSCOW (UrduPoint News / Sputnik - 15th October, 2021) Norland", "MOSCOW", "Sputnik", (10, 15)),
        ("Havana, Oct 15 (Prensa Latina) Norland", "Havana", "Prensa Latina", (10, 15)),
        ("BEIJING: In what is seen", "BEIJING", None, None),
        (f"Vienna : Norland {'and its neighbours ' * 10} met.", "Vienna", None, None),
        ("WASHINGTON — Norland", "WASHINGTON", None, None),
        ("PELL, Norland — The road", "PELL, Norland", None, None),
        ("BRUSSELS, 8 October 2015 – Norland", "BRUSSELS", None, (10, 8)),
    ],
)
def test_a_dateline_is_read(
    paragraph: str, place: str, agency: str | None, day: tuple[int, int] | None
) -> None:
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.date and (found.date.month, found.date.day)) == day
    assert paragraph[found.end :].startswith(("Norland", "The", "On", "In"))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Norland and Sudia should meet, the minister said.",
        "NATO — the alliance of the north — said nothing.",
        "MR DOE: Good afternoon.",
        "QUESTION: Can you say more?",
        "The Liberation Front (LF) said that it would fight on.",
        "U.S. President Jane Roe said that she would come.",
        "Norland, which has no navy, said nothing.",
        "GROMYKO-PETROV TALKS END",
        "Vienna: talks with Norland have failed",
        "BREAKING: Norland's minister resigns.",
    ],
)
def test_a_sentence_is_not_taken_for_a_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None
