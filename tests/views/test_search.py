"""The search page, and the same search as data, as a feed and as a table."""

import csv
import gzip
import json
from xml.etree import ElementTree

import pytest
from django.http import QueryDict

from archive.models import Article, Source, Statement
from archive.search import SearchResult, parse_request
from archive.search.queue import drain, enqueue
from archive.search.results import Choice, Period
from archive.views.search_links import chips, date_bars, facet_links, page_links, zoom_out
from archive.views.search_rows import harmless

from .rows import make_article, make_full_article, make_source, say

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def archive(db):
    """An archive of three articles, searched: two of 2014, one without a date."""
    make_full_article()
    other = make_article(
        title="Talks about fish",
        source=make_source("Graustark Times", "graustark-times"),
        published="2014-05-06",
    )
    say(other, "by anyone.", person=None, unnamed="a source")
    make_article(title="Undated talks", published=None, precision="unknown")
    drain()


def get(client, query: str) -> str:
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_words_are_found_and_marked(client, archive):
    html = get(client, "q=treaty")
    assert "<mark>treaty</mark>" in html
    assert "3 articles for <q>treaty</q>" in html


def test_a_choice_is_a_link_that_adds_it(client, archive):
    assert 'href="?q=treaty&amp;source=graustark-times"' in get(client, "q=treaty")


def test_a_choice_that_is_made_can_be_taken_out(client, archive):
    html = get(client, "q=treaty&source=graustark-times")
    assert "1 article for" in html
    assert '<span class="unseen">Remove </span>Source: Graustark Times' in html
    assert '<a rel="nofollow" href="?q=treaty">' in html


def test_the_search_box_keeps_the_filters(client, archive):
    html = get(client, "q=treaty&source=graustark-times&sort=oldest")
    assert '<input type="hidden" name="source" value="graustark-times">' in html
    assert '<input type="hidden" name="sort" value="oldest">' in html


def test_what_has_no_date_is_counted_and_reachable(client, archive):
    assert "1 without a date" in get(client, "q=treaty")
    html = get(client, "q=treaty&undated=1")
    assert "Undated talks" in html and "Talks about fish" not in html


def test_each_mistake_is_told_in_plain_words(client, archive):
    html = get(client, "page=0&from=2015-02-30&speaker=nobody")
    assert "There is no speaker “nobody” in the archive." in html
    assert "There is no date “2015-02-30”" in html
    assert "There is no page “0”" in html


def test_a_search_without_results_says_what_else_to_try(client, archive):
    html = get(client, "q=zzzz")
    assert "Nothing was found." in html and "What would be found" not in html


def test_a_search_without_results_offers_what_one_filter_or_word_less_would_find(client, archive):
    html = get(client, "q=treaty+zzzz")
    assert '<a rel="nofollow" href="?q=treaty">without “zzzz”</a> <span class="count">3</span>' in html
    html = get(client, "q=treaty&from=2010&to=2010")
    assert "Nothing from 2010 was found." in html and "1 without a date" in html
    assert '<a rel="nofollow" href="?q=treaty">of any date, not only 2010</a>' in html
    html = get(client, "q=title:ruritania&source=graustark-times")
    assert '<a rel="nofollow" href="?q=title%3Aruritania">without Source: Graustark Times</a>' in html


@pytest.mark.parametrize("question", ["why+zzzz+treaty", "why+did+zzzz+yyyy+treaty"])
def test_a_question_without_results_offers_what_one_word_less_would_find(client, archive, question):
    assert '<a rel="nofollow" href="?q=treaty">without “zzzz”' in get(client, f"q={question}")


def test_a_page_beyond_the_last_leads_back_to_it(client, archive):
    html = get(client, "q=treaty&page=9")
    assert "There is no page 9: there is one page." in html
    assert '<a href="?q=treaty">Back to the last page of results</a>' in html
    assert "Nothing was found" not in html


def test_statements_are_searched_too(client, archive):
    html = get(client, "q=hurried&type=statements")
    assert "Anna Berg" in html and "<mark>hurried</mark>" in html


def test_the_number_beside_the_other_tab_is_what_following_it_finds(client, archive):
    assert 'Statements <span class="count">3</span>' in get(client, "")


def test_the_same_search_is_data(client, archive):
    found = client.get("/search.json?q=treaty&page=0").json()
    assert found["total"] == 3 and found["undated"] == 1
    assert found["facets"]["date"] == [{"from": "2014-03", "count": 1}, {"from": "2014-05", "count": 1}]
    assert any("page “0”" in notice for notice in found["notices"])


def test_the_same_search_is_a_feed_the_newest_first(client, archive):
    feed = ElementTree.fromstring(client.get("/search.atom?q=treaty").content)  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries][:2] == [
        "Talks about fish",
        "Ruritania will not be hurried",
    ]
    assert all(entry.find(f"{ATOM}updated") is not None for entry in entries)


def test_statements_have_a_feed(client, archive):
    feed = ElementTree.fromstring(client.get("/search.atom?type=statements&q=hurried").content)  # noqa: S314
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "Anna Berg, in “Ruritania will not be hurried”"


def test_the_same_search_is_a_table_of_plain_text(client, archive):
    response = client.get("/search.csv?q=treaty")
    assert response["X-Total-Count"] == "3"
    rows = list(csv.DictReader(response.getvalue().decode().splitlines()))
    assert len(rows) == 3
    assert {row["title"] for row in rows} >= {"Talks about fish"}
    assert not any("<mark>" in row["snippet"] or "&#x27;" in row["snippet"] for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_of_a_table_is_a_formula(cell):
    assert harmless(cell) == f"'{cell}"


def test_a_table_keeps_numbers_and_words_as_they_are():
    assert (harmless(-1), harmless("1-2"), harmless(None)) == (-1, "1-2", None)


def test_all_that_is_found_is_streamed_line_by_line(client, archive):
    response = client.get("/search.jsonl?q=treaty&sort=newest")
    assert response.streaming and response["X-Total-Count"] == "3"
    lines = [json.loads(line) for line in response.getvalue().decode().splitlines()]
    assert [line["title"] for line in lines][:2] == ["Talks about fish", "Ruritania will not be hurried"]
    assert lines[0]["url"].startswith("http://testserver/articles/")


def test_all_that_is_found_can_be_cited_at_once(client, archive):
    response = client.get("/search.ris?q=treaty&sort=newest")
    text = b"".join(response.streaming_content).decode()
    assert text.count("TY  - NEWS\r\n") == text.count("ER  - ") == 3
    assert (
        text.index("Talks about fish") < text.index("Ruritania will not be hurried") < text.index("Undated")
    )
    single = client.get(f"/articles/{Article.objects.first().pk}.ris")
    assert single.content.decode() in text
    said = b"".join(client.get("/search.ris?q=hurried&type=statements").streaming_content).decode()
    assert "Anna Berg: “We will not be hurried, … by anyone.”" in said


def test_a_refused_search_is_an_empty_table(client, archive):
    response = client.get(f"/search.csv?q={'a+b+' * 50}")
    assert response["X-Total-Count"] == "0" and len(response.getvalue().splitlines()) == 1


def test_every_choice_of_a_filter_has_a_page_that_can_be_searched(client, archive):
    html = client.get("/search/choices/source/?q=treaty").content.decode()
    assert '<a rel="nofollow" href="/search/?q=treaty&amp;source=graustark-times">' in html
    html = client.get("/search/choices/source/?q=treaty&find=GRAU").content.decode()
    assert "Graustark Times" in html and "Strelsau Courier" not in html
    assert client.get("/search/choices/colour/").status_code == 404


def test_a_hit_says_which_words_are_only_in_its_names(client, archive):
    assert "“times”: among the names" in get(client, "q=times+fish")


def test_the_words_of_a_title_are_marked_in_it(client, archive):
    assert "Talks about <mark>fish</mark>" in get(client, "q=fish")


def test_an_answer_is_kept_until_the_index_changes(client, archive, django_assert_num_queries):
    before = get(client, "q=treaty")
    with django_assert_num_queries(0):
        assert get(client, "q=treaty") == before
    source = Source.objects.get(slug="graustark-times")
    source.name = "Zenda Times"
    source.save()
    drain()
    after = get(client, "q=treaty")
    assert "Zenda Times" in after and "Graustark Times" not in after


def test_a_browser_that_has_the_answer_is_told_so(client, archive):
    first = client.get("/search/?q=treaty")
    again = client.get("/search/?q=treaty", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_browser_gets_an_answer_compressed(client, archive):
    plain = client.get("/search/?q=treaty")
    zipped = client.get("/search/?q=treaty", headers={"accept-encoding": "gzip, br"})
    assert zipped["Content-Encoding"] == "gzip" and "Accept-Encoding" in zipped["Vary"]
    assert gzip.decompress(zipped.content) == plain.content


def test_editors_get_answers_of_their_own(client, admin_client, archive):
    assert "Editor’s desk" in get(admin_client, "q=treaty")
    assert "Editor’s desk" not in get(client, "q=treaty")
    assert "Editor’s desk" in get(admin_client, "q=treaty")


def test_what_is_wrong_with_an_address_is_told_anew_each_time(client, archive):
    assert "There is no source “later”" in get(client, "q=treaty&source=later")
    make_source("Later", "later")
    assert "There is no source “later”" not in get(client, "q=treaty&source=later")


def asked(db, query: str):
    return parse_request(QueryDict(query))


def found(**changes: object) -> SearchResult:
    return SearchResult(**{"total": 1, "page": 1, "pages": 1, "undated": 0, "hits": (), **changes})


def test_the_chosen_come_first_and_the_rest_unfolds(db):
    make_source("Z", "z")
    choices = (
        *(Choice(f"s{number}", f"S{number}", 9) for number in range(20)),
        Choice("z", "Z", 1, selected=True),
    )
    (facet,) = facet_links(asked(db, "source=z"), found(facets={"source": choices}))
    assert facet.choices[0].label == "Z" and facet.choices[0].chosen
    assert len(facet.choices) == 8 and len(facet.more) == 13


def test_choices_of_one_filter_add_up(db):
    make_source("A", "a")
    (facet,) = facet_links(asked(db, "source=a"), found(facets={"source": (Choice("b", "B", 2),)}))
    assert facet.choices[0].query == "source=a&source=b"


@pytest.mark.parametrize(
    ("query", "label", "wider"),
    [
        ("from=2015-10-15&to=2015-10-15", "October 2015", "from=2015-10&to=2015-10"),
        ("from=2015-10&to=2015-10", "2015", "from=2015&to=2015"),
        ("from=2015&to=2015", "all dates", ""),
        ("from=2014&to=2015-03", "all dates", ""),
    ],
)
def test_a_closer_look_leads_back_step_by_step(db, query, label, wider):
    link = zoom_out(asked(db, query))
    assert (link.label, link.query) == (label, wider)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2015-10&to=2015-10", "October 2015"),
        ("from=2014&to=2015-03-01", "from 2014 to 1 March 2015"),
        ("to=2014", "until 2014"),
        ("from=2014", "from 2014"),
        ("undated=1", "Without a date"),
    ],
)
def test_the_dates_of_a_search_are_told_in_words(db, query, words):
    assert [chip.label for chip in chips(asked(db, query), found())] == [words]


def test_a_bar_leads_to_its_period(db):
    (bar,) = date_bars(asked(db, "q=x"), found(dates=(Period("2015", 3),)))
    assert bar.href == "?q=x&from=2015&to=2015"


@pytest.mark.parametrize(
    ("page", "pages", "previous", "following"),
    [
        (1, 1, None, None),
        (1, 3, None, "q=x&page=2"),
        (2, 2, "q=x", None),
        (9, 2, "q=x&page=2", None),
        (9, 0, None, None),
    ],
)
def test_the_pages_before_and_after_are_linked_where_there_are_any(db, page, pages, previous, following):
    links = page_links(asked(db, "q=x"), found(page=page, pages=pages))
    assert links == {"previous": previous, "next": following}


def test_signs_that_no_feed_may_hold_are_left_out(client, archive):
    Article.objects.update(title="Bell\x07 and\x0b tab")
    enqueue(list(Article.objects.all()))
    drain()
    feed = ElementTree.fromstring(client.get("/search.atom").content)  # noqa: S314
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "Bell and tab"


def test_a_statement_that_may_be_wrong_says_so_and_leads_to_how_sure_the_archive_is(client, archive):
    Statement.objects.update(confidence=0.6)
    enqueue(list(Article.objects.all()))
    drain()
    html = get(client, "q=hurried&type=statements")
    statement = Statement.objects.get(text__startswith="We will not")
    assert f'<a class="doubt" href="/statements/{statement.pk}/#sure">uncertain</a>' in html
    (result,) = client.get("/search.json?q=hurried&type=statements").json()["results"]
    assert (result["confidence"], result["kind"]) == (0.6, "direct")


def test_the_name_of_a_speaker_leads_to_the_speaker_and_the_words_to_the_statement(client, archive):
    html = get(client, "q=hurried&type=statements")
    statement = Statement.objects.get(text__startswith="We will not")
    assert '<h3><a href="/people/anna-berg/">Anna Berg</a></h3>' in html
    assert f'<a href="/statements/{statement.pk}/">“We will not be' in html


def test_where_a_statement_is_interrupted_a_result_shows_it(client, archive):
    assert "be <mark>hurried</mark>, … by anyone.”" in get(client, "q=hurried&type=statements")


def test_the_title_of_a_page_and_of_a_feed_tells_what_is_searched(client, archive):
    query = "q=hurried&type=statements&speaker=anna-berg&from=2014&to=2014"
    assert "<title>1 statement for hurried · Speaker: Anna Berg · 2014 · Chancery</title>" in get(
        client, query
    )
    feed = client.get(f"/search.atom?{query}").content.decode()
    assert "<title>Chancery: hurried · Speaker: Anna Berg · 2014</title>" in feed


def test_a_statement_of_nobody_that_is_named_says_so(client, archive):
    assert "<h3>“a source”</h3>" in get(client, "q=anyone&type=statements&source=graustark-times")
    Statement.objects.update(unnamed="", person=None)
    enqueue(list(Article.objects.all()))
    drain()
    assert "<h3>Speaker not identified</h3>" in get(client, "q=anyone&type=statements")
    results = client.get("/search.json?q=anyone&type=statements").json()["results"]
    assert {result["speaker_name"] for result in results} == {None}
    feed = client.get("/search.atom?q=anyone&type=statements").content.decode()
    assert "Speaker not identified, in “Talks about fish”" in feed


def test_where_no_two_words_are_found_together_those_are_left_out_that_find_nothing(client, archive):
    html = get(client, "q=zzzz+treaty+yyyy+zenda")
    assert '<a rel="nofollow" href="?q=treaty+zenda">without “zzzz”, “yyyy”</a>' in html


@pytest.mark.parametrize("query", ["berg+treaty", "what+did+Anna+Berg+say+about+the+treaty?", "treaty+BERG"])
def test_a_name_beside_other_words_leads_to_what_that_one_said_of_it(client, archive, query):
    html = get(client, f"q={query}")
    assert "type=statements&amp;speaker=anna-berg" in html or "speaker=anna-berg&amp;type=statements" in html
    assert "Anna Berg on “" in html and '<span class="hint">1 statement</span>' in html


@pytest.mark.parametrize(
    "query", ["berg", "treaty", "berg+zzzz", "treaty&speaker=anna-berg", "%22berg%22+treaty"]
)
def test_only_a_name_beside_words_that_one_said_does(client, archive, query):
    assert "Anna Berg on “" not in get(client, f"q={query}")


def test_a_hit_is_told_by_the_wording_that_was_typed(client, archive):
    make_article(title="Union", body="The EU met.")
    make_article(title="Filed", body="Brussels met.").topics.create(name="European Union", slug="eu")
    drain()
    html = get(client, "q=EU")
    assert "The <mark>EU</mark> met." in html
    assert html.count("“EU”: among the names") == 1 and "“Union”" not in html
