"""What Haystack's SearchQuerySet promises, whatever the engine."""

from datetime import UTC, datetime

import pytest
from haystack.inputs import AutoQuery, Exact, Not, Raw
from haystack.query import SQ

from archive.models import Article, Person
from archive.search.engine.lexicon import read_terms

from .shelf import ArticleIndex, PersonIndex


def at(year, month=1, day=1):
    return datetime(year, month, day, 12, tzinfo=UTC)


@pytest.fixture
def five(write):
    return [
        write(
            "Ferry talks open",
            "Delegates discuss fishing quotas",
            ["trade", "fisheries"],
            at(2014, 3),
            "Oslo",
        ),
        write("Ferry talks close", "No agreement on fishing", ["trade"], at(2015, 3), "Bergen, west"),
        write(
            "Envoy visits the north",
            "The envoy met fishermen and discussed quotas at length",
            [],
            at(2015, 7),
        ),
        write(
            "Border opens", "Customs officers welcomed the first lorry", ["customs"], at(2016, 1), "Narvik"
        ),
        write("Snow report", "Snow", ["weather"], None, "Oslo"),
    ]


def titles(results):
    return [result.title for result in results]


def test_words_are_found_by_their_stem_and_all_must_be_there(five, found):
    assert set(titles(found.filter(content="fishing"))) == {"Ferry talks open", "Ferry talks close"}
    assert titles(found.filter(content="discussing quota fishes")) == ["Ferry talks open"]
    assert titles(found.filter(content="ferry unicorn")) == []


def test_stop_words_are_passed_over(five, found):
    assert titles(found.filter(content="the ferry and the agreement")) == ["Ferry talks close"]


def test_exclude_takes_away_what_it_matches(five, found):
    assert set(titles(found.exclude(content="ferry"))) == {
        "Envoy visits the north",
        "Border opens",
        "Snow report",
    }
    assert titles(found.filter(content="fishing").exclude(content="agreement")) == ["Ferry talks open"]


def test_conditions_are_joined_by_and_and_or_and_turned_by_not(five, found):
    either = found.filter(SQ(content="snow") | SQ(content="customs"))
    assert set(titles(either)) == {"Snow report", "Border opens"}
    neither = found.filter(~(SQ(content="snow") | SQ(content="customs") | SQ(content="ferry")))
    assert titles(neither) == ["Envoy visits the north"]
    nested = found.filter(SQ(content="ferry") & (SQ(content="agreement") | SQ(content="snow")))
    assert titles(nested) == ["Ferry talks close"]
    assert set(titles(found.filter(content="snow").filter_or(content="customs"))) == {
        "Snow report",
        "Border opens",
    }


def test_a_negated_condition_beside_or_keeps_what_it_does_not_match(five, found):
    assert len(found.filter(SQ(content="snow") | ~SQ(content="ferry"))) == 3


def test_an_exact_value_is_the_whole_value_with_comma_and_case(five, found):
    assert titles(found.filter(place__exact="Bergen, west")) == ["Ferry talks close"]
    assert titles(found.filter(place_exact="bergen, west")) == []
    assert titles(found.filter(content=Exact("talks close"))) == ["Ferry talks close"]
    assert titles(found.filter(content=Exact("close talks"))) == []


def test_in_takes_several_values(five, found):
    assert len(found.filter(place_exact__in=["Narvik", "Bergen, west"])) == 2
    assert len(found.filter(words__in=[1, 4])) == 3
    assert titles(found.filter(topics__in=[])) == []


def test_a_value_of_many_is_found_alone(five, found):
    assert titles(found.filter(topics="fisheries")) == ["Ferry talks open"]
    assert set(titles(found.filter(topics="trade"))) == {"Ferry talks open", "Ferry talks close"}
    assert titles(found.filter(topics="tra")) == []


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"words__gt": 4}, {"Envoy visits the north", "Border opens"}),
        ({"words__gte": 6}, {"Envoy visits the north", "Border opens"}),
        ({"words__lt": 4}, {"Snow report"}),
        ({"words__lte": 1}, {"Snow report"}),
        ({"words__range": (2, 5)}, {"Ferry talks open", "Ferry talks close"}),
        ({"words": 1}, {"Snow report"}),
        ({"share__gt": 0.7}, {"Envoy visits the north", "Border opens"}),
        ({"long": False}, {"Ferry talks open", "Ferry talks close", "Snow report"}),
        ({"published__lt": at(2015)}, {"Ferry talks open"}),
        ({"published__gte": at(2015, 7)}, {"Envoy visits the north", "Border opens"}),
        ({"published__range": (at(2015), at(2015, 12))}, {"Ferry talks close", "Envoy visits the north"}),
        ({"published": at(2016, 1)}, {"Border opens"}),
        ({"title__startswith": "bord"}, {"Border opens"}),
        ({"title__endswith": "avel"}, set()),
        ({"title__contains": "isi"}, {"Envoy visits the north"}),
        ({"content__fuzzy": "agreemnt"}, {"Ferry talks close"}),
        ({"place_exact__startswith": "Berg"}, {"Ferry talks close"}),
    ],
)  # fmt: skip
def test_each_kind_of_condition(five, found, condition, expected):
    assert set(titles(found.filter(**condition))) == expected


def test_raw_text_is_read_by_whooshs_own_parser(five, found):
    assert titles(found.filter(content=Raw("ferry NOT agreement"))) == ["Ferry talks open"]
    assert set(titles(found.raw_search("title:snow OR title:border"))) == {"Snow report", "Border opens"}


def test_auto_query_knows_phrases_and_minus(five, found):
    assert titles(found.filter(content=AutoQuery('"talks open"'))) == ["Ferry talks open"]
    assert titles(found.auto_query("ferry -agreement")) == ["Ferry talks open"]
    assert titles(found.filter(content=Not("ferry")).filter(content="opens")) == ["Border opens"]


def test_everything_is_found_without_a_condition(five, found):
    assert len(found) == found.count() == len(found.all()) == 5
    assert len(found.filter(content="*")) == 5
    assert found.none().count() == 0


def test_slices_and_single_results(five, found):
    ordered = found.order_by("words")
    assert titles(ordered[1:3]) == titles(ordered)[1:3]
    assert ordered[4].title == "Envoy visits the north"
    assert titles(ordered[10:20]) == []
    assert len(titles(ordered[3:])) == 2


def test_order_by_several_fields_each_with_its_own_direction(five, found):
    assert titles(found.order_by("long", "-words", "title"))[:3] == [
        "Ferry talks close", "Ferry talks open", "Snow report",
    ]  # fmt: skip
    assert titles(found.order_by("-long", "words"))[:2] == ["Border opens", "Envoy visits the north"]
    assert titles(found.order_by("-title"))[0] == "Snow report"


def test_what_has_no_value_comes_last_in_both_directions(five, found):
    assert titles(found.order_by("published"))[-1] == "Snow report"
    assert titles(found.order_by("-published"))[-1] == "Snow report"
    assert titles(found.order_by("-published"))[0] == "Border opens"


def test_models_and_stored_values_come_back_as_they_were(shelf, five, found, person):
    shelf.update(PersonIndex(), [person("Ferryman")])
    assert found.models(Person).count() == 1
    assert found.models(Article).count() == 5
    assert found.models(Article, Person).count() == 6
    result = found.filter(content="customs")[0]
    assert (result.model, result.pk, result.app_label) == (Article, str(five[3].pk), "archive")
    assert result.topics == ["customs"]
    assert result.words == 6
    assert result.share == 0.75
    assert result.long is True
    assert result.published == at(2016, 1).replace(tzinfo=None)
    assert result.score > 0


def test_load_all_brings_the_rows(five, found, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        objects = [result.object for result in found.filter(content="ferry").load_all()]
    assert set(objects) == set(five[:2])


def test_values_and_values_list(five, found):
    assert list(found.filter(content="snow").values_list("words", flat=True)) == [1]
    assert list(found.filter(content="snow").values("title")) == [{"title": "Snow report"}]


def test_highlight_marks_the_words_and_escapes_the_rest(write, found):
    write("Tags", "The <script> element & the fishing fleets' quotas")
    (marked,) = found.filter(content="fish").highlight()[0].highlighted["text"]
    assert "<em>fishing</em>" in marked
    assert "&lt;script&gt;" in marked
    assert "&amp;" in marked


def test_more_like_this_finds_the_nearest_first_and_not_itself(five, found):
    similar = titles(found.more_like_this(five[0]))
    assert similar[0] in ("Ferry talks close", "Envoy visits the north")
    assert "Ferry talks open" not in similar
    assert titles(found.more_like_this(five[0]).filter(content="envoy")) == ["Envoy visits the north"]


def test_a_misspelt_word_is_put_right(five, found):
    assert found.spelling_suggestion("ferrry quotaz") == "ferry quotas"
    assert found.filter(content="custms").spelling_suggestion() == "customs"
    assert found.spelling_suggestion("ferry") is None


def test_boost_lifts_but_does_not_require(five, found):
    lifted = titles(found.filter(content="ferry").boost("agreement", 5))
    assert lifted == ["Ferry talks close", "Ferry talks open"]


def test_narrow_restricts_without_changing_scores(five, found):
    plain = {result.pk: result.score for result in found.filter(content="ferry")}
    (narrowed,) = found.filter(content="ferry").narrow("words:[5 TO *] OR title:open")
    assert narrowed.score == plain[narrowed.pk]


def test_results_know_their_count_before_they_are_all_read(write, found):
    for number in range(25):
        write(f"Bulletin {number}", "daily bulletin")
    bulletins = found.filter(content="bulletin")
    assert bulletins.count() == 25
    assert len({result.pk for result in bulletins}) == 25


def test_a_document_of_an_unpublished_kind_is_not_found_by_others(five, found):
    assert found.models(Person).filter(content="ferry").count() == 0


def test_update_takes_a_document_for_another_of_the_same_id(shelf, five, found):
    article = five[4]
    article.title = "Thaw report"
    shelf.update(ArticleIndex(), [article])
    assert found.filter(content="snow").count() == 1
    assert titles(found.filter(content="thaw")) == ["Thaw report"]
    assert found.count() == 5


def test_a_number_is_one_term(shelf, write, found):
    for words in range(3):
        write("Report", "word " * words)
    assert [len(read_terms(s.reader, "words").texts) for s in shelf.snapshot().segments] == [1, 1, 1]
    assert found.filter(words__gte=1).count() == 2
