"""What a search finds, and what a result says of it."""

from datetime import date

import pytest
from django.http import QueryDict

from archive.models import Office, Statement
from archive.search import count, parse_request, search


def test_articles_are_found_by_their_words_whatever_the_ending(talks, titles):
    assert titles("q=delegation") == ["Fishing quotas divide the delegations"]
    assert titles("q=sailing") == ["Fishing quotas divide the delegations"]


def test_a_title_counts_more_than_a_body(shelf, titles):
    shelf.article("Harbour opened", "The mayor spoke of ships and ships.")
    shelf.article("Ships arrive", "The mayor spoke of the harbour.")
    assert titles("q=ships") == ["Ships arrive", "Harbour opened"]


def test_words_that_stand_side_by_side_rank_first(shelf, titles):
    shelf.article("One", "The peace talks had begun, the plan was still unknown.", date(2016, 1, 2))
    shelf.article("Two", "The unknown plan had begun, peace was still of the talks.", date(2016, 1, 3))
    assert titles("q=peace+talks") == ["One", "Two"]


def test_whom_a_name_means_ranks_before_who_has_parts_of_it(shelf, titles):
    lind = shelf.person("Rosa Lind")
    shelf.article("Two others", "Rosa Berg met Anna Lind and Rosa Holm.", date(2016, 1, 2))
    shelf.article("Her", "The envoy, Lind, had met Anna. Rosa.", date(2016, 1, 1), mentions=[lind])
    assert titles("q=rosa+lind") == ["Her", "Two others"]


def test_newer_breaks_ties(shelf, titles):
    for year in (2014, 2016, 2015):
        shelf.article(str(year), "The same words in each.", date(year, 1, 1))
    assert titles("q=words") == ["2016", "2015", "2014"]


def test_everyone_is_found_under_every_name(talks, titles):
    assert titles("q=Wera+Orlowa") == ["Fishing quotas divide the delegations"]


def test_statements_are_found_with_their_speaker_and_article(talks, ask):
    result = ask("q=harbour&type=statements")
    hit = result.hits[0]
    assert result.total == 1
    assert hit.text == "The accord opens every harbour,"
    assert (hit.speaker, hit.speaker_name) == ("jonas-brandt", "Jonas Brandt")
    assert (hit.article, hit.title) == (talks[1].pk, "Envoy welcomes harbour accord")
    assert hit.snippet == "The accord opens every <mark>harbour</mark>,"
    assert hit.url == f"/statements/{hit.id}/"


def test_statements_are_found_by_their_kind_and_articles_are_not(talks, ask):
    Statement.objects.filter(pk=Statement.objects.first().pk).update(kind="mixed")
    Statement.objects.first().save()
    everything = ask("type=statements").total
    assert ask("type=statements&kind=mixed").total == 1
    assert ask("type=statements&kind=mixed&kind=direct").total == everything
    assert ask("kind=mixed").total == ask().total


def test_statements_are_found_by_the_office_in_which_they_were_made(talks, ask):
    second = talks[1]
    office = Office.objects.create(person=second.statements.get().person, title="special envoy")
    office.articles.add(second)
    assert ask("q=envoy+accord&type=statements").hits[0].speaker == "jonas-brandt"


def test_a_hit_shows_what_the_article_shows(talks, ask):
    hit = ask("q=quota").hits[0]
    assert (hit.type, hit.id) == ("article", talks[0].pk)
    assert hit.url == talks[0].get_absolute_url()
    assert (hit.source, hit.source_name) == ("harbour-wire", "Harbour Wire")
    assert (hit.published, hit.precision) == ("2015-10-05", "day")
    assert hit.speakers == (("vera-orlova", "Vera Orlova"),)
    assert hit.score > 0


def test_snippets_are_escaped_and_marked(shelf, ask):
    shelf.article("Markup", "He wrote <script>alert(1)</script> & <em>laughed</em> about markup.")
    assert ask("q=wrote").hits[0].snippet == (
        "He <mark>wrote</mark> &lt;script&gt;alert(1)&lt;/script&gt; &amp; "
        "&lt;em&gt;laughed&lt;/em&gt; about markup."
    )


def test_a_snippet_that_is_cut_says_so(shelf, ask):
    shelf.article("Long", f"The first words. {'Filling. ' * 100}A needle here. {'Filling. ' * 100}The end.")
    in_the_middle = ask("q=needle").hits[0].snippet
    assert in_the_middle.startswith("… ")
    assert in_the_middle.endswith(" …")
    at_the_start = ask("q=first").hits[0].snippet
    assert at_the_start.startswith("The <mark>first</mark> words.")
    assert at_the_start.endswith(" …")


def test_counting_alone_counts_what_a_search_finds(talks, ask):
    for query in ("", "q=accord&type=statements", "topic=trade&from=2016", "q=the"):
        assert ask(query).total == count(parse_request(QueryDict(query)))


def test_an_article_without_a_title_shows_its_first_words(shelf, ask):
    shelf.article("", "A ship has left the northern harbour.")
    assert ask("q=ship").hits[0].title == "A ship has left the northern harbour."


def test_newest_and_oldest_put_the_undated_last(talks, shelf, titles):
    shelf.article("Undated")
    newest = [article.title for article in reversed(talks)]
    assert titles("sort=newest") == [*newest, "Undated"]
    assert titles("sort=oldest") == [*reversed(newest), "Undated"]


def test_without_words_the_newest_comes_first(talks, titles):
    assert titles() == titles("sort=newest")


def test_pages_follow_each_other_and_a_page_beyond_the_end_is_told(shelf, ask):
    for number in range(25):
        shelf.article(f"Article {number}", day=date(2015, 1, 1))
    first, second, third = ask("page=1"), ask("page=2"), ask("page=3")
    assert (len(first.hits), len(second.hits), first.pages) == (20, 5, 2)
    assert len({hit.id for hit in first.hits + second.hits}) == 25
    assert third.hits == ()
    assert third.notices == ("There is no page 3: there are 2 pages.",)


def test_one_result_has_one_page(talks, ask):
    assert ask("q=quota&page=2").notices == ("There is no page 2: there is one page.",)


def test_problems_of_the_address_are_shown_with_the_result(talks, ask):
    result = ask("speaker=nobody")
    assert result.total == 3
    assert result.notices == ("There is no speaker “nobody” in the archive.",)


def test_as_dict_is_the_documented_shape(talks, ask):
    shown = ask("q=quota").as_dict()
    assert list(shown) == [
        "total", "page", "pages", "undated", "did_you_mean", "notices", "results", "facets",
    ]  # fmt: skip
    assert set(shown["results"][0]) == {
        "type", "id", "url", "title", "snippet", "source", "published", "precision", "speakers", "score",
    }  # fmt: skip
    assert shown["facets"]["speaker"] == [
        {"slug": "vera-orlova", "label": "Vera Orlova", "count": 1, "selected": False}
    ]
    assert shown["facets"]["date"] == [{"from": "2015-10-05", "count": 1}]
    statement = ask("q=quota&type=statements").as_dict()["results"][0]
    assert set(statement) == {
        "type", "id", "url", "article", "speaker", "speaker_name", "kind", "confidence", "text", "snippet",
        "source", "published", "precision", "score",
    }  # fmt: skip


def test_did_you_mean_is_what_would_find_something(talks, ask):
    assert ask("q=harbuor").did_you_mean == "harbour"
    assert ask("q=envyo+quota").did_you_mean is None
    assert ask("q=harbour").did_you_mean is None
    assert ask("q=title:acccord+speaker:orlova").did_you_mean is None


def test_did_you_mean_keeps_the_rest_of_the_query(talks, ask):
    assert ask("q=title:harbuor+-quota").did_you_mean == "title:harbour -quota"


@pytest.mark.parametrize("query", ["", "q=accord", "q=accord&type=statements", "q=nothingatall"])
def test_a_result_costs_one_query_of_the_database(talks, ask, query, django_assert_max_num_queries):
    ask(query)
    request = parse_request(QueryDict(query))
    with django_assert_max_num_queries(1):
        search(request)


def test_a_statement_is_found_by_the_word_that_attributes_it(shelf, ask):
    article = shelf.article("Harbour", "The strike was ours, Lind denied. The strike was late, Berg said.")
    denied = shelf.statement(article, "The strike was ours", shelf.person("Rosa Lind"))
    shelf.statement(article, "The strike was late", shelf.person("Anna Berg"))
    Statement.objects.filter(pk=denied.pk).update(cue="denied")
    denied.refresh_from_db()
    denied.save()
    (hit,) = ask("q=denied+strike&type=statements").hits
    assert (hit.id, hit.reasons) == (denied.pk, (("names", "denied"),))


@pytest.mark.parametrize("text", ["title:", "EU", "Su24"])
def test_a_field_or_a_known_wording_is_no_misspelling(shelf, ask, text):
    shelf.article("Tile", "The sum of the EUs and tiles.")
    assert ask(f"q={text}").did_you_mean is None
