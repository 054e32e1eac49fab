"""Titles among menus, lists and contents; bylines, the heads of transcripts and prompts around a story."""

import pytest

from archive.extraction.cleaning.datelines import find_dateline
from tests.extraction.pages import body_of, extracted

TITLE = "Norland and Sudia reopen a border crossing"
FIRST = "Norland and Sudia will reopen the crossing at Pell, Foreign Minister Ada Holm said on Tuesday."
SECOND = "“The guards will be back at their posts within a week,” Holm told reporters in Geneva."
STORY = f"{FIRST}\n{SECOND}"


def test_a_row_of_sections_above_the_trail_is_not_the_title() -> None:
    menu = "The Norland Mission Statements & Events Documents Geneva Highlights About Norland"
    assert extracted(f"{menu}\nHome > The Mission > Press\n{TITLE}\n3 March 2014\n{STORY}").title == TITLE


def test_a_table_of_contents_is_not_the_title_of_a_briefing() -> None:
    contents = "1 Border Crossing at Pell\n2-3 Norland and Sudia Talks\n4 Return of the Guards\n5, 7 Geneva"
    page = f"Daily Press Briefing\nAda Holm, Spokesman\nHarven\nMarch 4, 2014\n{contents}\n{STORY}"
    assert extracted(page).title == "Daily Press Briefing"


@pytest.mark.parametrize(
    "beside", ["• Minister for the crossing at Pell, Ada Holm", "(Talks of the ministers at Pell)"]
)
def test_items_and_what_stands_in_brackets_are_below_the_title(beside: str) -> None:
    assert (
        extracted(f"Joint press conference\n{beside}\n4 March 2014\n{STORY}").title
        == "Joint press conference"
    )


def test_a_byline_may_end_in_a_colon_before_the_story() -> None:
    assert body_of(f"{TITLE}\nHARVEN, Norland, March 4\nBy Jane Roe - Trend:\n{STORY}") == [FIRST, SECOND]


def test_writer_paper_and_place_are_no_topics() -> None:
    record = extracted(f"{TITLE}\nJane Roe, The Jakarta Post, Harven\n{STORY}")
    assert (record.source, record.topics) == ("The Jakarta Post", ())


def test_the_subjects_above_a_transcript_are_its_topics() -> None:
    record = extracted(f"{TITLE}\nSubjects: Border crossing; guards of Pell; Geneva.\n{STORY}")
    assert record.topics == ("Border crossing", "guards of Pell", "Geneva")
    assert record.body.startswith(FIRST)


@pytest.mark.parametrize(
    "prompts",
    [
        "Add new comment\nThis question is for testing whether or not you are a human visitor.",
        "Enter the characters shown in the image.",
        "UYARI: Küfür, hakaret içeren ve büyük harflerle yazılan yorumlar onaylanmaz.",
    ],
)
def test_what_is_asked_of_commenters_is_not_the_story(prompts: str) -> None:
    assert body_of(f"{TITLE}\n{STORY}\n{prompts}") == [FIRST, SECOND]


def test_the_licence_of_a_picture_tells_its_caption() -> None:
    caption = (
        "Ada Holm speaks with a colleague in Geneva before the talks began. UPI/Jane Roe | License Photo"
    )
    assert body_of(f"{TITLE}\n{caption}\n{STORY}") == [FIRST, SECOND]


def test_who_is_asked_next_in_a_transcript_stays() -> None:
    said = ["MS. HOLM: Good morning. The crossing at Pell will be opened on Friday.", "Mr. Roe?"]
    asked = ["QUESTION: Will the guards be back at their posts by then?", "MS. HOLM: They will all be there."]
    assert body_of("\n".join([TITLE, *said, *asked])) == [*said, *asked]


def test_the_firm_that_passed_a_dispatch_on_is_not_its_place() -> None:
    found = find_dateline("(MENAFN- Kuwait News Agency (KUNA)) KUWAIT, Feb 2 (KUNA) -- Norland")
    assert found and (found.place, found.agency) == ("KUWAIT", "KUNA")


def test_a_short_paragraph_may_begin_with_a_place_and_a_colon() -> None:
    found = find_dateline(
        "Canberra: Foreign Minister Ada Holm is to travel to Norland and then to Sudia this week."
    )
    assert found and found.place == "Canberra"


def test_bulgarian_is_told_from_russian() -> None:
    said = "Министърът заяви, че преговорите ще продължат и се очаква споразумение до края на месеца."
    assert extracted(f"Преговорите продължават\n{said}\n{said.replace('края', 'средата')}").language == "bg"


def test_a_headline_of_two_commas_is_no_list_of_topics() -> None:
    title = "Norland, Sudia, Ostian ministers meet in Pell"
    assert extracted(f"{title}\nHarven, Norland, Apr. 28\n{STORY}").title == title


def test_long_paragraphs_between_other_headlines_are_no_teasers() -> None:
    inset = "RELATED:\nFerries stay in port for a third week\n{}\nTraders of Pell ask both sides for help"
    more = f"The crossing was closed in the spring, {'and traders of the north asked for help, ' * 5}in vain."
    assert body_of(f"{TITLE}\n{FIRST}\n{inset.format(more)}\n{SECOND}") == [FIRST, more, SECOND]


def test_the_agency_that_ends_a_story_is_its_source_before_the_site() -> None:
    record = extracted(f"https://www.kuwaittimes.com/talks-at-pell/\n{TITLE}\n{STORY} – KUNA")
    assert (record.source, record.via) == ("KUNA", "Kuwait Times")


@pytest.mark.parametrize(
    "line",
    [
        "Les commentaires sont fermés.",
        "- También puedes leer: Los barcos no salen del puerto.",
        "Foto:Ministerio.",
    ],
)
def test_prompts_and_credits_abroad_are_not_the_story(line: str) -> None:
    assert body_of(f"{TITLE}\n{FIRST}\n{line}\n{SECOND}") == [FIRST, SECOND]


@pytest.mark.parametrize(
    "title",
    [
        "Norland minister ends his first visit to the U.S.",
        "What Norland Wants From Sudia and the U.N.",
        "How Floods at the Pell Crossing Will Change Life in Harven, D.C.",
    ],
)
def test_a_headline_that_ends_in_initials_is_no_sentence(title: str) -> None:
    record = extracted(f"{title}\n{STORY}")
    assert (record.title, record.body.split("\n\n")) == (title, [FIRST, SECOND])


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm has been to Pell, and will go on to the U.S.",
        "He met Holm in the U.S.",
        "Holm said so on her way from Pell to the U.S.",
    ],
)
def test_a_sentence_that_ends_in_initials_is_the_story_s(sentence: str) -> None:
    page = f"{TITLE}\n{sentence}\n{STORY}"
    assert body_of(page) == [sentence, FIRST, SECOND]


def test_headlines_of_others_that_end_in_initials_are_left_out() -> None:
    others = "What Sudia Says About the U.N.\nAda Holm Meets Her Friends From the U.S."
    page = f"{TITLE}\n{STORY}\n{others}\nThey will meet again in Harven in May."
    assert body_of(page) == [FIRST, SECOND, "They will meet again in Harven in May."]


@pytest.mark.parametrize("above", ["ADDS DETAILS OF MEETING; CHANGES HEAD, DECK", "By Harven Post staff"])
def test_what_an_agency_says_of_its_dispatch_is_no_headline(above: str) -> None:
    assert extracted(f"{above}\n{TITLE}\n{STORY}").title == TITLE
    assert extracted(f"{above}\nBy Ada Berg\nHARVEN (AP) — {FIRST}\n{SECOND}").title is None


def test_a_headline_of_three_clauses_is_no_list_of_topics() -> None:
    title = "Norland, Sudia Agree To Reopen Crossing, Lower Bridge Toll"
    assert extracted(f"{title}\n{STORY}").title == title
