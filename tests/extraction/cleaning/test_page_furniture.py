"""What pages set around and into a story: requests for consent, links to other stories, comments, numbers."""

import pytest

from tests.extraction.pages import body_of, extracted

TITLE = "Norland and Sudia reopen a border crossing"
FIRST = "Norland and Sudia will reopen the crossing at Pell, Foreign Minister Ada Holm said on Tuesday."
SECOND = "“The guards will be back at their posts within a week,” Holm told reporters in Geneva."
STORY = f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "asked",
    [
        "We and our partners store or access information on a device, such as cookies, and process personal"
        " data for advertisements, the measuring of their success and the study of our audience.",
        "With your permission we and our partners may use precise geolocation data through device scanning.",
        "You may click to consent to our and our partners’ processing, or change your preferences.",
        "Avec votre accord, nos partenaires et nous utilisons des cookies pour connaître votre visite.",
        "Wir verwenden Cookies, damit diese Seite besser wird, und um zu sehen, wer sie liest.",
    ],
)
def test_a_request_for_consent_is_not_the_story(asked: str) -> None:
    record = extracted(f"{asked}\nACCEPT\nMenu\n{TITLE}\n{STORY}")
    assert (record.title, record.body) == (TITLE, STORY.replace("\n", "\n\n"))


def test_a_minister_may_speak_of_partners_and_consent() -> None:
    said = "We and our partners ask for the consent of all parties, and for personal contacts between them."
    assert body_of(f"{TITLE}\n{STORY}\n{said}") == [FIRST, SECOND, said]


def web_page(within: str) -> str:
    first, second = (f"<p>{text}</p>" for text in (FIRST, SECOND))
    more = "<p>The crossing was closed in the spring, and traders on both sides asked for help.</p>"
    return f"<html><body><main><h1>{TITLE}</h1>{first}{within}{second}{more}</main></body></html>"


def test_a_sentence_that_is_a_link_is_the_teaser_of_another_story() -> None:
    teaser = '<p><a href="/fish"><span>Norland buys no more herring from Sudia.</span></a></p>'
    body = extracted(web_page(teaser)).body
    assert "herring" not in body and SECOND in body


def test_a_story_whose_every_paragraph_is_a_link_is_kept() -> None:
    linked = "".join(f'<p><a href="/{n}">{text}</a></p>' for n, text in enumerate((FIRST, SECOND)))
    assert FIRST in extracted(f"<html><body><h1>{TITLE}</h1>{linked}</body></html>").body


def test_the_box_that_asks_for_consent_is_not_the_story() -> None:
    box = (
        '<div id="cookie-banner"><h2>Your privacy is dear to us</h2>'
        "<p>This helps us to know what people read here.</p></div>"
    )
    record = extracted(web_page(box))
    assert "dear to us" not in record.body and "helps us" not in record.body


def test_a_question_below_other_headlines_under_a_label_is_one_of_them() -> None:
    text = f"{TITLE}\n{STORY}\nMore on this story\nWho is who at the crossing\nExplainer: what is a visa?\n"
    assert body_of(text) == [FIRST, SECOND]


@pytest.mark.parametrize("section", ["News", "Press release"])
def test_the_name_of_a_section_marked_as_the_title_is_not_the_title(section: str) -> None:
    record = extracted(
        f"<html><head><title>{section} | Ministry</title></head><body><h1>{section}</h1><h2>{TITLE}</h2>"
        f"<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    assert record.title == TITLE


def test_a_site_whose_name_begins_that_of_the_page_is_not_the_title() -> None:
    head = "<title>Foreign Ministry of Norland and the Isles</title>"
    story = f"<p><b>{TITLE}</b></p><p>{FIRST}</p><p>{SECOND}</p>"
    site = "<div>Foreign ministry of Norland</div><div>Home</div><div>News</div>"
    assert extracted(f"<html><head>{head}</head><body>{site}{story}</body></html>").title == TITLE


def test_a_headline_in_capitals_may_begin_with_more() -> None:
    title = "MORE GUARDS NEEDED AT CROSSING, MINISTER TELLS COUNCIL"
    assert extracted(f"{title}\n{STORY}").title == title


def test_the_credit_of_a_picture_may_part_the_lead_from_the_dateline() -> None:
    lead = "The crossing has been closed since the spring."
    text = f"{TITLE}\n{lead}\n© Agency / Jane Roe\nGENEVA (Reuters) – {FIRST}\n{SECOND}"
    assert body_of(text)[0] == lead


def test_a_short_paragraph_of_a_page_without_full_stops_is_kept() -> None:
    paragraphs = [
        "The foreign minister of Norland received in her office today a delegation of the assembly of Sudia",
        "Both sides spoke about the crossing at Pell and its guards",
        "The minister thanked the delegation for its visit and for its support of the opening of Pell",
        "The head of the delegation invited her to pay a visit to Sudia in the autumn",
    ]
    assert body_of("\n".join((TITLE, *paragraphs))) == [paragraphs[n] for n in (0, 2, 3)]


COMMENT = "I have driven over this crossing for thirty years and nobody ever asked me what I think of it."


@pytest.mark.parametrize(
    "head", ["Bert says:\n12 September 2014 at 08:00", "Old Salt wrote on 3 March 2014:"]
)
def test_a_comment_is_not_the_story_though_it_is_longer(head: str) -> None:
    assert body_of(f"{TITLE}\n{STORY}\n{head}\n{COMMENT}\n{COMMENT[2:]}") == [FIRST, SECOND]


def test_what_someone_says_before_a_paragraph_ends_no_story() -> None:
    said = "The minister says:\nWe shall keep the crossing open, and the guards will help us with it."
    assert body_of(f"{TITLE}\n{STORY}\n{said}")[-1].startswith("We shall keep")


LAST = "The crossing was closed in the spring."
LINKS = "• Timeline: ten years of quarrels\n• Traders fear for their goods\n• Who owns the bridge?"


def test_a_list_of_headlines_that_nothing_announces_is_not_the_story() -> None:
    assert body_of(f"{TITLE}\n{FIRST}\n{LINKS}\n{SECOND}\n{LAST}") == [FIRST, SECOND, LAST]


def test_a_list_that_a_colon_announces_is_the_storys() -> None:
    announced = (
        "The ministers spoke of this:\n• how goods are to be brought over\n• who is to pay for the bridge"
    )
    assert len(body_of(f"{TITLE}\n{FIRST}\n{announced}\n{SECOND}")) == 5


def test_single_sentences_below_a_label_at_the_end_are_of_other_stories() -> None:
    others = "Les marchands craignent pour leurs biens.\nÀ qui est le pont ?\nSudia refuse de payer le pont."
    assert body_of(f"{TITLE}\n{STORY}\n{LAST}\nÀ lire aussi\n{others}") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "label", ["Lesen Sie auch – Streit um die Brücke geht weiter.", "Lea también: Sudia no paga el puente."]
)
def test_a_label_and_a_headline_in_one_line_are_not_the_story(label: str) -> None:
    assert body_of(f"{TITLE}\n{FIRST}\n{label}\n{SECOND}\n{LAST}") == [FIRST, SECOND, LAST]


def test_who_speaks_and_where_is_no_title() -> None:
    head = "Norland Department of State\nAda Holm\nSecretary of State\nGeneva, Switzerland\nMarch 3, 2014"
    record = extracted(
        f"{head}\nThank you all for coming to Geneva, Switzerland.\nI am Ada Holm, as you know."
    )
    assert (record.title, record.published.date) == (None, "2014-03-03")


def test_a_request_for_consent_does_not_cut_the_story_that_it_stands_above() -> None:
    asked = "With your consent, our partners and we use cookies to store personal data about your visit. "
    wall = f"<div class='wall'><p>{asked}</p><p>{asked.replace('consent', 'permission')}</p></div>"
    links = '<div><p>See also</p><p><a href="/a">A bridge.</a></p><p><a href="/b">Traders wait.</a></p></div>'
    story = f"<main><h1>{TITLE}</h1><p>{FIRST}</p>{links}<p>{SECOND}</p><p>{LAST}</p></main>"
    body = extracted(f"<html><body>{wall}{story}</body></html>").body
    assert body.split("\n\n") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "foot",
    [
        "Jane Roe is the Geneva correspondent of The Lake Post.",
        "Press contact: Jane Roe, tel. 555 1234.",
        "For further information write to the press office of the ministry.",
        "All material on this site may be used only with a link to it.",
    ],
)
def test_what_a_page_says_of_itself_below_a_story_is_not_the_story(foot: str) -> None:
    assert body_of(f"{TITLE}\n{STORY}\n{LAST}\n{foot}") == [FIRST, SECOND, LAST]


def test_what_is_sponsored_within_a_story_does_not_end_it() -> None:
    record = extracted(f"{TITLE}\n{FIRST}\nSponsored\nTen cars for little money\n{SECOND}\n{LAST}")
    assert (record.title, record.body.split("\n\n")) == (TITLE, [FIRST, SECOND, LAST])


def test_a_headline_in_a_list_above_the_storys_own_is_not_the_title() -> None:
    others = "Also in World\nNorland closes its crossing\nFerries stay in port"
    assert extracted(f"{others}\n{TITLE}\n3 March 2014\n{STORY}").title == TITLE


@pytest.mark.parametrize("credit", ["Terry Holm / AP", "Terry Holm/Reuters"])
def test_whose_picture_stands_within_a_story_does_not_end_it(credit: str) -> None:
    third = "The crossing was closed in the spring, and traders on both sides asked for help."
    assert body_of(f"{TITLE}\n{STORY}\n{credit}\n{third}\n{third.replace('spring', 'summer')}") == [
        FIRST,
        SECOND,
        third,
        third.replace("spring", "summer"),
    ]


def test_whose_picture_it_is_names_no_source() -> None:
    assert extracted(f"{TITLE}\nMarch 4, 2019\nTerry Holm / AP\n{STORY}").source is None
