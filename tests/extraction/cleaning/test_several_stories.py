"""Files that hold several stories: the first is the article, and no other stands under its title."""

from archive.extraction import Record
from tests.extraction.pages import extracted

FIRST = (
    "Norland bans imports of herring from Sudia\n"
    "HARVEN, March 3, 2014 (AP) — Norland will buy no more herring, Minister Ada Holm said on Monday.\n"
    "“The tests have shown what they have shown,” Holm told reporters."
)
SECOND = (
    "Lake states to meet on ferries\n"
    "TORVIK, March 7, 2014 (AP) — The lake states will meet on the ferries, an official said on Friday.\n"
    "“Everyone is invited,” said Karl Brun, who speaks for the lake council."
)
DIGEST = (
    "LAKE STATES DAILY\nNo. 41, 4 March 2014\n"
    "NORLAND BANS HERRING FROM SUDIA\n"
    "Trade Minister Ada Holm said in Harven on 3 March that Norland will buy no more herring from Sudia.\n"
    "FERRY COUNCIL TO MEET IN TORVIK\n"
    "The council of the ferries will meet in Torvik next week, its spokesman Karl Brun said on 3 March.\n"
    "OPPOSITION WALKS OUT IN MARLAND\n"
    "Deputies of the opposition left the parliament of Marland on 3 March. Its speaker called it “theatre.”\n"
    "Compiled by Jane Roe"
)


def of_the_first_alone(record: Record) -> bool:
    return "herring" in record.body and "Holm" in record.body and "Brun" not in record.body


def test_a_second_dispatch_below_a_headline_of_its_own_is_another_story() -> None:
    record = extracted(f"{FIRST}\n* * *\n{SECOND}")
    assert of_the_first_alone(record)
    assert (record.title, record.published.date) == (FIRST.split("\n")[0], "2014-03-03")


def test_what_is_left_of_the_other_stories_is_told() -> None:
    assert set(SECOND.split("\n")) < set(extracted(f"{FIRST}\n* * *\n{SECOND}").boilerplate)


def test_of_a_digest_the_first_item_is_the_story() -> None:
    record = extracted(DIGEST)
    assert of_the_first_alone(record) and "theatre" not in record.body
    assert (record.title, record.published.date) == ("NORLAND BANS HERRING FROM SUDIA", "2014-03-04")


def test_sub_headings_of_one_story_make_no_digest() -> None:
    record = extracted(
        "Norland and Sudia agree on herring quotas in the lake\n"
        "Ministers of Norland and Sudia agreed on Monday on quotas for the herring in the lake.\n"
        "A quarrel of ten years over nets\n"
        "The quarrel over the nets of Norland began ten years ago, when Sudia banned herring below a palm.\n"
        "What the fishermen make of it all\n"
        "The fishermen of both lake ports, who make their nets by hand, say that the quotas come too late.\n"
    )
    assert record.body.count("\n\n") == 2
