"""What is found in saved web pages: invented ones, in the shapes that news sites build theirs in."""

import pytest

from archive.extraction import Record
from tests.extraction.pages import extracted

STORY = """<p>The foreign ministers of Norland and Sudia agreed on Tuesday to reopen the border crossing at
Pell.</p><p>“The guards will go back to their posts within a week,” Foreign Minister Ada Holm told
reporters in Geneva after the talks.</p><p>The crossing has been closed since a shooting in the spring, and
traders on both sides have asked their governments for help.</p>"""
TITLE = "Norland and Sudia reopen border crossing"


def web_page(head: str = "", above: str = "", below: str = "", body: str = STORY) -> Record:
    """Return what is found in a page with a title, this head, and this markup around its story."""
    return extracted(
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title>{head}</head>'
        f"<body><main><h1>{TITLE}</h1>{above}{body}</main>{below}</body></html>"
    )


def published(record: Record) -> tuple[str | None, str]:
    return record.published.date, record.published.precision


@pytest.mark.parametrize(("site", "declared"), [("News", f"{TITLE} - The News"), ("Pell", TITLE)])
def test_the_name_of_a_site_marked_as_a_title_is_not_the_title(site: str, declared: str) -> None:
    record = extracted(
        f'<html><head><meta property="og:title" content="{declared}"></head>'
        f"<body><div><h1>{site}</h1></div><div><h1>{TITLE}</h1>{STORY}</div></body></html>"
    )
    assert record.title == TITLE


def test_a_heading_that_opens_the_declared_title_is_the_title_though_a_sites_name_is_marked() -> None:
    record = extracted(
        f"<html><head><title>{TITLE} : Norland and Sudia Border Post</title></head>"
        f"<body><h1>Norland and Sudia Border Post</h1><h2>{TITLE}</h2>{STORY}</body></html>"
    )
    assert record.title == TITLE


def test_the_declared_title_outdoes_a_line_that_tells_little_of_the_story() -> None:
    record = extracted(
        f"<html><head><title>{TITLE} | The Paper</title></head>"
        f"<body><div>Go to foreign news</div><div>Norland now</div>{STORY}</body></html>"
    )
    assert record.title == TITLE


def test_a_line_as_long_as_a_sentence_that_is_printed_twice_is_the_title() -> None:
    headline = (
        "The chairman of the traders’ union urges the foreign ministers of Norland and Sudia to reopen the"
        " border crossing at Pell and to let the guards go back to their posts within a week"
    )
    above = f"<div>{headline}</div><div>{headline}</div><div>Share:</div><div>November 15, 2017</div>"
    record = extracted(f"<html><head><title>Pell</title></head><body>{above}{STORY}</body></html>")
    assert record.title == headline


def test_a_word_that_is_printed_twice_is_not_the_title() -> None:
    record = extracted(
        f'<html><head><meta property="og:title" content="reopen border crossing"></head><body><div>Pell</div>'
        f"<div>Pell</div><nav><h1>{TITLE}</h1></nav><h2>{TITLE}</h2>{STORY}</body></html>"
    )
    assert record.title == TITLE


def test_a_video_within_a_story_does_not_end_it() -> None:
    video = "<h3>Watch the crossing open</h3><div>01:22 - Source: The Network</div><h3>A long wait</h3>"
    more = "<p>The crossing was built in 1921 and has been closed four times since.</p>"
    record = web_page(body=STORY + video + STORY.replace("Pell", "Zell") + more)
    assert "crossing at Pell" in record.body and "crossing at Zell" in record.body


def test_a_story_that_is_marked_as_an_aside_is_the_story_where_there_is_no_other() -> None:
    sections = "".join(f"<li>{name}</li>" for name in ("World", "Sport", "Money", "Books", "Travel"))
    record = extracted(f"<html><body><ul>{sections}</ul><aside>{STORY}</aside><p>Map</p></body></html>")
    assert "agreed on Tuesday to reopen" in record.body and "Sport" not in record.body


def test_a_list_of_other_stories_within_a_story_does_not_end_what_stands_above_it() -> None:
    other = "".join(f"<h3>Bridge {n} is shut</h3><div>2{n} Sep 2011</div>" for n in range(5))
    more = STORY.replace("Pell", "Zell") + "<p>The crossing was built in 1921, the ministry said.</p>"
    record = web_page(body=f"{STORY}<h2>Related Articles</h2>{other}{more}")
    assert "crossing at Pell" in record.body and "crossing at Zell" in record.body
    assert "Bridge" not in record.body


def test_an_update_is_not_the_day_of_publication_where_the_address_tells_it() -> None:
    link = '<link rel="canonical" href="https://news.example/2013/11/27/border/index.html">'
    record = web_page(link, above="<p>November 28, 2013 -- Updated 0203 GMT (1003 HKT)</p>")
    assert published(record) == ("2013-11-27", "day")


@pytest.mark.parametrize(
    ("address", "found"),
    [("2017/7/12/border", ("2017-07-12", "day")), ("2017/07/border", ("2017-07-01", "month"))],
)
def test_an_address_outweighs_the_markup_of_a_later_edition(address: str, found: tuple[str, str]) -> None:
    link = f'<link rel="canonical" href="https://news.example/{address}">'
    later = '<meta property="article:published_time" content="2019-06-17T18:28:00+0200">'
    assert published(web_page(link + later)) == found


def test_the_date_of_the_article_comes_before_that_of_the_page_that_holds_it() -> None:
    graph = """{"@graph": [{"@type": "WebPage", "datePublished": "2014-02-01T09:00:00Z"},
    {"@type": ["Article", "NewsArticle"], "datePublished": "2021-03-02T09:30:00Z"}]}"""
    record = web_page(head=f'<script type="application/ld+json">{graph}</script>')
    assert published(record) == ("2021-03-02T09:30Z", "minute")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Nov 27, 2018 at 4:05 p.m. UTC", "2018-11-27T16:05Z"),
        ("Nov 27, 2018 12:05 AM GMT", "2018-11-27T00:05Z"),
        ("27.11.2018 16:05 GMT", "2018-11-27T16:05Z"),
        ("Wed 28 Nov 2018 22.59 GMT First published on Tue 27 Nov 2018 06.10 GMT", "2018-11-27T06:10Z"),
    ],
)
def test_the_clock_beside_the_date_gives_the_minute(line: str, date: str) -> None:
    assert published(web_page(above=f"<p>{line}</p>")) == (date, "minute")


def test_the_series_of_a_recording_below_is_not_the_source() -> None:
    podcasts = (
        "<div><h2>Podcasts</h2><ul><li>From: The Long View</li><li>Why did the talks fail?</li></ul></div>"
    )
    record = web_page(head='<meta property="og:site_name" content="The Courier">', below=podcasts)
    assert record.source == "The Courier"


@pytest.mark.parametrize(
    ("declared", "source"),
    [
        ("https://www.courier.example", "courier.example"),
        ("www.courier.example", "courier.example"),
        ("https://www.reuters.com", "Reuters"),
        ("The border reopens | The Courier", "The Courier"),
        ("The border reopens", None),
        ("The Courier - all the news of Harven and of the valley, every morning", "The Courier"),
        ("Foreign Office - Norland", "Foreign Office - Norland"),
    ],
)
def test_a_site_goes_by_its_name_without_address_title_or_motto(declared: str, source: str | None) -> None:
    head = '<meta property="og:title" content="The border reopens">'
    assert web_page(head=f'{head}<meta property="og:site_name" content="{declared}">').source == source


def test_what_names_no_topic_is_none() -> None:
    head = '<meta name="keywords" content="breaking news, Norland, Breaking-News, news, border talks">'
    assert web_page(head=head).topics == ("Norland", "border talks")


@pytest.mark.parametrize("heading", ["404", "Page not found", "Access Denied", "Just a moment..."])
def test_an_error_page_holds_no_article(heading: str) -> None:
    record = extracted(
        f"<html><head><title>{heading} - The Courier</title></head><body><h1>{heading}</h1>"
        "<p>Sorry, the page that you were looking for could not be shown to you.</p></body></html>"
    )
    assert (record.body, record.statements) == ("", ())


def test_a_list_of_stories_is_no_article() -> None:
    items = "".join(
        f"<li><h3>{head}</h3><p>{teaser}</p><time>{day} May 2022</time></li>"
        for head, teaser, day in [
            (
                "Brun says he will not resign",
                "President Olaf Brun told parliament he would serve his term.",
                3,
            ),
            ("Sudia to hold early vote", "Prime Minister Kari Moe announced elections for next month.", 2),
            ("Envoys meet in Geneva", "Diplomats from six countries met behind closed doors on Sunday.", 1),
        ]
    )
    assert extracted(f"<html><body><h1>World news</h1><ul>{items}</ul></body></html>").body == ""


def test_a_list_that_a_sentence_announces_belongs_to_the_body() -> None:
    points = (
        "<p>In the interview the foreign minister also said:</p><ul><li>Norland must stay in the customs"
        " union</li><li>The guards at Pell will carry no arms</li></ul><p>Sudia has yet to answer.</p>"
    )
    body = web_page(body=STORY + points).body
    assert (
        "also said:\n\nNorland must stay in the customs union\n\nThe guards at Pell will carry no arms"
        in body
    )


def test_other_stories_in_the_middle_do_not_end_the_body() -> None:
    others = (
        "<div><h3>Related Posts</h3><div><h3>Envoys of Sudia leave</h3><span>March 1, 2021</span></div>"
        "<div><h3>Fishing talks end without result</h3><span>February 20, 2021</span></div></div>"
    )
    after = "<p>Sudia called the step “regrettable”.</p><p>The two sides will meet again in the autumn.</p>"
    record = web_page(body=STORY + others + after)
    assert record.body.endswith("in the autumn.")
    assert "Envoys of Sudia" not in record.body


def test_the_offer_of_a_subscription_is_not_the_body() -> None:
    offer = (
        "<div><h2>Subscribe to continue reading</h2><p>Get unlimited access to The Ledger for $1 a week.</p>"
        "<p>By subscribing, you agree to our terms of service and privacy policy.</p></div>"
    )
    assert web_page(body=STORY + offer).body.endswith("for help.")


def test_the_dates_of_other_stories_above_the_title_are_not_the_articles() -> None:
    others = "".join(
        f"<h4><a>{story}</a></h4><span>{day}</span>"
        for story, day in [("Fleet returns", "May 2, 2017"), ("Strike ends", "April 30, 2017")]
    )
    record = extracted(
        '<html><head><meta property="article:published_time" content="2017-04-11T08:15:00+0000"></head>'
        f"<body><nav><ul><li>Home</li></ul></nav><div>{others}</div><h1>{TITLE}</h1>{STORY}</body></html>"
    )
    assert published(record) == ("2017-04-11T08:15Z", "minute")
    assert record.captured is None


def test_a_date_that_ends_with_the_half_of_the_day_is_a_date() -> None:
    assert published(web_page(above="<p>TUESDAY, JULY 6, 1999 12:45 P.M.</p>")) == ("1999-07-06", "day")


def test_a_paragraph_in_which_someone_is_seen_as_something_is_no_caption() -> None:
    paragraph = "President Olaf Brun, whose party is seen as key, said there could be “no other way”."
    assert paragraph in web_page(body=f"{STORY}<p>{paragraph}</p><p>Sudia has yet to answer.</p>").body


def test_who_is_named_right_after_a_quotation_is_a_person() -> None:
    quoted = "<p>“It is hard to stay here,” Falume Chikwanda, a trader from Pell, told The Courier.</p>"
    people = [person.name for person in web_page(body=STORY + quoted).people if " " in person.name]
    assert people == ["Ada Holm", "Falume Chikwanda"]


@pytest.mark.parametrize(
    ("site", "agency", "via"), [("The Courier", "Courier", None), ("The Courier", "Reuters", "The Courier")]
)
def test_a_site_does_not_republish_itself(site: str, agency: str, via: str | None) -> None:
    story = STORY.replace("<p>The foreign", f"<p>GENEVA, July 6 ({agency}) - The foreign")
    assert web_page(head=f'<meta property="og:site_name" content="{site}">', body=story).via == via


@pytest.mark.parametrize(
    ("paragraphs", "people"),
    [
        (
            "<p>Das sagte der Ratspräsident Herman Holm am Montag. Der Kreml-Sprecher Dmitrij Below und"
            " die Ministerin Anna Vik waren nicht zu sprechen, wie es aus der Stadt heißt.</p>",
            ["Herman Holm", "Anna Vik"],
        ),
        (
            "<p>El Ministerio de Relaciones Exteriores informó que el canciller José Marín está en Lima con"
            " una misión. Según la OTS, la situación es difícil para los viajeros.</p>",
            ["José Marín"],
        ),
        (
            "<p>Об этом заявил глава МИД РФ Павел Белов на встрече в Осло. По его словам, США и НВТО не были"
            " готовы к переговорам, которые для него не важны.</p>",
            [],
        ),
    ],
)
def test_of_other_languages_only_clear_names_are_taken(paragraphs: str, people: list[str]) -> None:
    record = extracted(f"<html><body><h1>Norland</h1>{paragraphs}</body></html>")
    assert [person.name for person in record.people] == people
    assert record.organizations == ()
    assert all(
        record.body[slice(*place)] == person.name for person in record.people for place in person.mentions
    )


def test_a_pronoun_means_whoever_has_just_spoken_though_the_text_gives_no_full_name() -> None:
    said = "<p>Ferrano said he would stay. Asked about troops, he replied: “Yes, of course we will.”</p>"
    man = "<p>Tomas Vik, the ambassador of Sudia, said that he was waiting.</p>"
    record = web_page(body=STORY + man + said)
    assert [s.speaker.name for s in record.statements if s.speaker][-1] == "Ferrano"


def test_what_stands_between_a_subject_and_its_verb_does_not_turn_them_round() -> None:
    warned = "<p>Moscow, for its part, warned Tokyo of “consequences,” Interfax reported on Friday.</p>"
    record = web_page(body=STORY + warned)
    assert [s.speaker.name for s in record.statements if s.speaker][-1] == "Russia"


def test_a_date_below_the_title_comes_before_todays_above_it() -> None:
    page = (
        f"<body><p>Today: Friday, 10 June 2022</p><h1>{TITLE}</h1><p>Published 7 June 2022</p>{STORY}</body>"
    )
    assert published(extracted(f"<html>{page}</html>")) == ("2022-06-07", "day")


def test_a_pronoun_after_an_unknown_name_is_not_who_was_named_before() -> None:
    stranger = (
        "<p>Heathen Amburu, the chief negotiator of Sudia, confirmed it. He stressed that time was short."
        " “We have a day,” he said.</p>"
    )
    record = web_page(body=STORY.replace("Ada Holm", "Tomas Holm") + stranger)
    speakers = [statement.speaker.name for statement in record.statements if statement.speaker]
    assert speakers[-2:] == ["Heathen Amburu", "Heathen Amburu"]


def test_a_dateline_may_begin_with_its_date() -> None:
    record = web_page(body=STORY.replace("<p>The foreign", "<p>August 7, 2012 (ADEN) – The foreign", 1))
    assert (record.dateline.place if record.dateline else None) == "ADEN"
    assert published(record) == ("2012-08-07", "day")


def test_the_zero_of_computers_is_no_date() -> None:
    head = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert published(web_page(head=head)) == (None, "unknown")


def test_dates_of_several_stories_in_the_markup_date_none_of_them() -> None:
    days = "".join(f'<meta itemprop="datePublished" content="{day}">' for day in ("2010-01-01", "2011-02-02"))
    assert published(web_page(above=f"<div>{days}</div>")) == (None, "unknown")


def test_linked_data_in_a_marked_section_is_read() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2013-03-05T20:30:00Z"}'
    head = f'<script type="application/ld+json">\n/*<![CDATA[*/{data}/*]]>*/\n</script>'
    old = '<meta itemprop="datePublished" content="2010-01-01">'
    assert published(web_page(head=head, above=f"<div>{old}</div>")) == ("2013-03-05T20:30Z", "minute")


def test_a_short_story_with_the_title_of_an_excuse_is_a_story() -> None:
    page = f"<html><head><title>Sorry</title></head><body><h1>Sorry</h1>{STORY}</body></html>"
    assert extracted(page).body.startswith("The foreign ministers")


LETTER = """Date: Mon, 13 May 1996 10:00:00 +0300
Subject: Norland opens its border

Norland will open its border to the traders of Sudia next year, the foreign
ministers of both countries said on Monday. They met in the capital of the
lake states and signed a declaration on trade and on the roads in the north
that nobody had mended since the end of the war.

"This will bring our peoples closer together," Ada Holm told reporters, and
thanked her hosts.
"""


def test_a_letter_in_preformatted_text_is_read_as_one() -> None:
    record = extracted(f"<html><head><title>Archive</title></head><body><pre>{LETTER}</pre></body></html>")
    assert record.title == "Norland opens its border"
    assert published(record) == ("1996-05-13", "day")
    assert "the foreign ministers of both countries said" in record.body


def test_a_row_of_other_stories_with_their_dates_is_not_the_body() -> None:
    row = "".join(
        f"<div><h3>{head}</h3><p>{teaser}</p><time>{day} Feb 2020</time></div>"
        for head, teaser, day in [
            ("Sudia votes on defence", "The people of Sudia will vote in June on their defence.", 10),
            ("Pell elects a mayor", "The town of Pell has elected a historian as its mayor.", 9),
        ]
    )
    record = web_page(below=f"<section><h2>More from World</h2>{row}</section>")
    assert record.body.endswith("for help.")


@pytest.mark.parametrize(
    "line",
    [
        "Join our Telegram channel and get the latest news.",
        "Follow The Paper's Opinion section on Facebook and Twitter.",
        "READ: Why is the border closed, and what comes next?",
        "You have 2 free articles left this month.",
        "© 2025 Copyright The Paper. The Paper is not responsible for the content of other sites.",
        "(This story has not been edited by staff and is auto-generated from a syndicated feed.)",
    ],
)
def test_words_to_the_reader_are_not_the_body(line: str) -> None:
    assert web_page(body=f"{STORY}<p>{line}</p><p>Sudia has yet to answer.</p>").body.count(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Like other leaders, the president has called on Twitter for a truce.",
        "Support the mission gives to the army will go on, she added.",
        "(c) to exchange ambassadors in 2020;",
        "She wrote on Facebook and Twitter that she would stay in Harven.",
        "The talks began at noon and went on until 12:35 p.m.",
    ],
)
def test_a_sentence_that_looks_like_words_to_the_reader_stays_in_the_body(line: str) -> None:
    assert line in web_page(body=f"{STORY}<p>{line}</p><p>Sudia has yet to answer.</p>").body
    assert (
        line in extracted(f"{TITLE}\n7 June 2022\nThe ministers met.\n{line}\nSudia has yet to answer.").body
    )


def test_the_trail_to_a_page_is_not_its_title() -> None:
    above = "Home / Norland / Top News\nBrun, Moe agree on fish\n12 November 2014\n"
    assert extracted(above + "Norland and Sudia made peace.").title == "Brun, Moe agree on fish"


def test_a_lead_that_the_page_declares_as_its_description_opens_the_body() -> None:
    lead = "After a year of talks in Geneva, two neighbours are about to open the road between them again."
    head = f'<meta name="description" content="{lead}">'
    above = f'<div class="chapo"><p class="share">{lead}</p></div><div>Advertisement</div>'
    teasers = f'<ul class="related"><li><p>{lead}</p></li></ul>'
    record = web_page(head, above=above, below=teasers)
    assert record.body.startswith(lead)
    assert record.body.count(lead) == 1


def test_a_first_paragraph_marked_as_a_heading_is_a_paragraph() -> None:
    lead = "Norland has waited long for this road. It will now have to pay for it, as its minister knows."
    record = web_page(above=f"<h2>{lead}</h2>")
    assert record.body.startswith(lead)


def test_a_link_is_not_the_title_where_the_declared_one_is_told_of_and_stands_nowhere() -> None:
    record = extracted(
        f"<html><head><title>The Sentinel: {TITLE}</title></head><body>"
        f'<div><a href="/">Back to the front page</a></div><div>{STORY}</div></body></html>'
    )
    assert record.title is None or TITLE in record.title


@pytest.mark.parametrize(
    "posted",
    [
        "This entry was posted on Monday, March 3rd, 2014 at 3:15 pm and is filed under Norland.",
        "Dieser Artikel wurde am 3. März 2014 um 14:48 von Ada Holm in Welt veröffentlicht.",
        "Publié le 3 mars 2014 par Ada Holm dans Politique",
    ],
)
def test_a_sentence_that_tells_when_the_story_was_posted_dates_it(posted: str) -> None:
    record = web_page(below=f'<div class="post-footer">{posted}</div>')
    assert published(record) == ("2014-03-03", "day")
    assert posted not in record.body


def test_a_date_at_the_head_before_the_one_in_the_address_is_not_that_of_the_saving() -> None:
    link = '<link rel="canonical" href="https://news.example/politics/2010/08/14/border/">'
    teaser = "<div><p>Wednesday, April 7, 2010</p><p>Home</p><p>World</p><p>Watch the talks live</p></div>"
    record = extracted(
        f"<html><head><title>{TITLE}</title>{link}</head><body>{teaser}<main><h1>{TITLE}</h1>"
        f"<p>Published August 14, 2010</p>{STORY}</main></body></html>"
    )
    assert published(record) == ("2010-08-14", "day")


def test_the_date_in_the_credit_of_a_picture_is_not_that_of_the_story() -> None:
    picture = "<div><p>The crossing at Pell</p><p>27-06-2012</p><figcaption>| Reuters</figcaption></div>"
    assert web_page(above=picture).published.date is None


def test_a_date_in_the_list_of_facts_below_the_story_is_the_storys() -> None:
    facts = "<ul><li>Author Jane Roe</li><li>Related Subjects Norland</li><li>Date 10.06.2013</li></ul>"
    assert published(web_page(below=facts)) == ("2013-06-10", "day")


def test_day_and_month_in_numbers_are_settled_by_the_day_the_page_was_saved_on() -> None:
    head = "<div><p>jueves, 09 enero 2014 - 10:21 h</p><p>Home</p><p>World</p><p>Sport</p></div>"
    record = extracted(
        f"<html><head><title>{TITLE}</title></head><body>{head}<main><h1>{TITLE}</h1>"
        f"<p>Jane Roe | Geneva | 08/01/2014</p>{STORY.replace(' on Tuesday', '')}</main></body></html>"
    )
    assert published(record) == ("2014-01-08", "day")
