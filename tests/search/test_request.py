"""An address into a SearchRequest, and back."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.models import Person, Source
from archive.search import SearchRequest, parse_request


def parsed(query: str) -> SearchRequest:
    return parse_request(QueryDict(query))


def test_an_empty_address_asks_for_everything(db):
    assert parsed("") == SearchRequest()


def test_every_parameter_is_read(talks):
    request = parsed(
        "q=accord&type=statements&speaker=vera-orlova&speaker=ministry-of-fisheries&source=harbour-wire"
        "&event=lakeside-summit&country=no&topic=trade&from=2015&to=2015-10&sort=oldest&page=3"
    )
    assert request == SearchRequest(
        q="accord",
        type="statements",
        speaker=("vera-orlova", "ministry-of-fisheries"),
        source=("harbour-wire",),
        event=("lakeside-summit",),
        country=("no",),
        topic=("trade",),
        start="2015",
        end="2015-10",
        sort="oldest",
        page=3,
    )


def test_what_it_does_not_know_is_let_be(db):
    assert parsed("utm_source=letter&foo=1") == SearchRequest()


def test_each_mistake_is_told_in_one_sentence_and_left_out(db):
    request = parsed("page=0&from=2015-02-30&speaker=nobody&sort=best&type=books&to=soon&undated=maybe")
    assert request.query_string() == ""
    assert len(request.problems) == 7
    assert all(problem.endswith(".") for problem in request.problems)
    for mistake in ("“0”", "“2015-02-30”", "“nobody”", "“best”", "“books”", "“soon”", "“maybe”"):
        assert sum(mistake in problem for problem in request.problems) == 1


def test_from_after_to_leaves_both_out(db):
    request = parsed("from=2016&to=2015-12-31")
    assert (request.start, request.end) == (None, None)
    assert request.problems == ("“from” (2016) is after “to” (2015-12-31): both are left out.",)


def test_from_and_to_within_one_period_are_no_mistake(db):
    assert parsed("from=2015-10-05&to=2015").problems == ()


def test_undated_and_dates_exclude_each_other(db):
    request = parsed("undated=1&from=2015")
    assert request.undated
    assert request.start is None
    assert len(request.problems) == 1


def test_pages_that_are_no_numbers_are_the_first(db):
    for page in ("-1", "1.5", "x", "٣", "9" * 5000, "1e3"):
        request = parsed(f"page={page}")
        assert request.page == 1
        assert len(request.problems) == 1


def test_too_long_a_query_is_cut(db):
    request = parsed(f"q={'word+' * 10_000}")
    assert len(request.q) < 2001
    assert len(request.problems) == 1


def test_too_many_choices_are_cut(db):
    Source.objects.bulk_create(Source(name=str(n), slug=f"s{n}") for n in range(60))
    request = parsed("&".join(f"source=s{n}" for n in range(60)))
    assert len(request.source) == 50
    assert len(request.problems) == 1


def test_changes_reset_the_page_and_leave_defaults_out(talks):
    request = parsed("q=accord&page=3&sort=oldest")
    assert request.query_string() == "q=accord&sort=oldest"
    changed = request.query_string(sort="relevance", speaker=("jonas-brandt",))
    assert changed == "q=accord&speaker=jonas-brandt"
    assert request.query_string(page=4) == "q=accord&sort=oldest&page=4"
    assert request.query_string(q="", sort="relevance") == ""


def test_nothing_in_q_or_a_slug_can_upset_it(db):
    for text in ("a\0b", "\ud800", "%00", "'; DROP TABLE x; --", "[a-z](", "\\", "<script>", "\u202e"):
        params = QueryDict(mutable=True)
        for name in ("q", "type", "speaker", "country", "topic", "from", "to", "sort", "page", "undated"):
            params[name] = text
        request = parse_request(params)
        assert "\0" not in request.q
        assert request.speaker == ()


PERIODS = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


class RoundTrip(TestCase):
    """`query_string` gives back the address of any request that `parse_request` can return."""

    @classmethod
    def setUpTestData(cls):
        for slug in ("a", "b-2", "c"):
            Person.objects.create(name=slug, slug=slug)
            Source.objects.create(name=slug, slug=slug)

    @given(
        q=st.text(max_size=30),
        type=st.sampled_from(["articles", "statements", "", "?"]),
        speaker=st.lists(st.sampled_from(["a", "b-2", "c", "nobody", "\0"]), max_size=4),
        source=st.lists(st.sampled_from(["a", "b-2", "c"]), max_size=3),
        country=st.lists(st.sampled_from(["ru", "no", "RU", "zz"]), max_size=3),
        start=st.one_of(st.just(""), PERIODS, st.text(max_size=10)),
        end=st.one_of(st.just(""), PERIODS),
        undated=st.sampled_from(["", "1", "0", "x"]),
        sort=st.sampled_from(["newest", "oldest", "relevance", "best"]),
        page=st.one_of(st.integers(-3, 2_000_000).map(str), st.text(max_size=5)),
    )
    def test_a_parsed_request_survives_its_own_address(self, start, end, **given_values):
        params = QueryDict(mutable=True)
        for name, value in (given_values | {"from": start, "to": end}).items():
            params.setlist(name, value if isinstance(value, list) else [value])
        request = parse_request(params)
        again = parse_request(QueryDict(request.query_string(page=request.page)))
        assert again.problems == ()
        assert again.query_string(page=again.page) == request.query_string(page=request.page)
        assert (again.q, again.speaker, again.start, again.page) == (
            request.q, request.speaker, request.start, request.page,
        )  # fmt: skip


def test_the_kinds_of_statements_are_kept_and_others_told(db):
    asked = parsed("type=statements&kind=direct&kind=mixed&kind=shouted")
    assert asked.kind == ("direct", "mixed")
    assert asked.problems == ("There is no kind “shouted”: it is direct, indirect or mixed.",)
    assert asked.query_string() == "type=statements&kind=direct&kind=mixed"


@pytest.mark.parametrize(
    ("typed", "period"),
    [("Oct 2015", "2015-10"), ("5 October 2015", "2015-10-05"), ("5.10.2015", "2015-10-05")],
)
def test_dates_may_be_written_as_people_write_them(db, typed, period):
    request = parse_request(QueryDict(f"from={typed}"))
    assert (request.start, request.problems) == (period, ())
