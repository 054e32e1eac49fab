"""The headline of a page without markup is the line for which most speaks: its words and its neighbours."""

import pytest

from tests.extraction.pages import extracted

STORY = (
    "Norland and Sudia agreed on Monday to open the border bridge near Harven, the foreign ministry said.\n"
    "Foreign Minister Ada Holm said that the bridge would carry trucks from both countries by spring.\n"
    "The two governments had closed it after the dispute over fishing rights three years ago.\n"
)
TITLE = "Norland and Sudia to open border bridge"


@pytest.mark.parametrize(
    "head",
    [
        f"+ Norland and Sudia\n+ Foreign ministry\n+ Border bridge\n{TITLE}\n",
        f"* Foreign Minister Ada Holm on the border bridge\n{TITLE}\nBy Jane Roe\n4 March 2019\n",
        f"Fishing rights of Norland\nCulture\nMusic\nOpera\nJazz\n{TITLE}\n4 March 2019\n",
        f"{TITLE}\nTrucks from both countries could cross near Harven by spring\nBy Jane Roe\n4 March 2019\n",
        f"4 March 2019\n{TITLE}\nTrucks from both countries could cross by spring, says foreign ministry\n",
        f"Home > World > {TITLE}\nThe ministry of fishing rights\n{TITLE}\nThe Paper on the border\nShare\n",
        f"Harven, Monday: both foreign ministry and governments are to meet again.\n{TITLE}\n4 March 2019\n",
    ],
    ids=["menu", "bullet", "date below", "deck", "date above", "printed again", "sentence"],
)
def test_of_many_lines_above_a_story_the_one_for_which_most_speaks_is_its_title(head: str) -> None:
    assert extracted(head + STORY).title == TITLE


def test_a_question_may_be_a_title() -> None:
    title = "Will Norland and Sudia open the border bridge?"
    assert extracted(f"Opinion\nThe Paper\n{title}\nBy Jane Roe\n4 March 2019\n{STORY}").title == title


def test_an_item_of_a_menu_is_no_title() -> None:
    assert extracted(f"+ Norland and Sudia\n+ The border bridge near Harven\n{STORY}").title is None


def test_many_lines_above_a_story_are_weighed_quickly() -> None:
    menu = "".join(f"Norland and Sudia on border bridge {number}\n" for number in range(9_000))
    assert extracted(f"{menu}{TITLE}\n4 March 2019\n{STORY}").title == TITLE
