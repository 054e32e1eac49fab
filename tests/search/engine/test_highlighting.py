"""Which words of a text are marked, and which part of it is shown."""

import pytest
from whoosh import query as wq

from archive.search.engine.analysis import find_terms
from archive.search.engine.highlighting import Marker

WORDS = [
    "fishing", "fished", "fisheries", "happy", "happiness", "happily", "sensibility", "relational",
    "hoping", "hopes", "activities", "national", "nationalization", "agreed", "agreement",
    "agreements", "U.S", "ria.ru", "2.5", "Женева", "женева", "élan", "flying", "flies", "dying",
    "dies", "controlled", "generalizations", "oscillators", "conditional", "rational", "triplicate",
    "probate",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_found_by_its_own_term(word):
    ((_, term),) = find_terms(word)
    text = f"before {word.upper()}, ({word}) {word}. after"
    assert [text[start:end].lower() for start, end, _ in Marker({term}).find(text)] == [word.lower()] * 3


def test_words_that_only_begin_alike_are_not_marked():
    assert Marker({"fish"}).excerpt("fish fishery fist first") == "<em>fish</em> fishery fist first"


def test_a_word_within_another_is_not_marked():
    assert Marker({"port"}).excerpt("airport port ria.port") == "airport <em>port</em> ria.port"


def test_the_part_with_the_most_different_words_is_shown():
    text = f"ferry {'and so on ' * 60} ferry with a lorry {'and so on ' * 60}"
    shown = Marker({"ferri", "lorri"}).excerpt(text)
    assert "<em>ferry</em> with a <em>lorry</em>" in shown
    assert len(shown) < 400


def test_the_words_of_a_phrase_are_marked_where_they_stand_together():
    phrase, word = wq.Phrase("text", ["stab", "back"]), wq.Term("text", "knife")
    text = "They stab. A knife is back. A stab in the back. Back, stab."
    shown = Marker.of(wq.Or([phrase, word])).excerpt(text)
    marked = "They stab. A <em>knife</em> is back. A <em>stab</em> in the <em>back</em>. Back, stab."
    assert shown == marked


def test_what_is_looked_for_alone_as_well_as_in_a_phrase_is_marked_everywhere():
    query = wq.Or([wq.Phrase("text", ["stab", "back"]), wq.Term("title", "stab")])
    assert Marker.of(query).excerpt("They stab. Go back.") == "They <em>stab</em>. Go back."


def test_a_short_text_is_shown_whole():
    text = f"{'and so on ' * 20} ferry"
    assert Marker({"ferri"}).excerpt(text) == text.replace("ferry", "<em>ferry</em>")


def test_markup_in_the_text_is_escaped():
    assert Marker({"ferri"}).excerpt("<b>ferry</b> & co") == "&lt;b&gt;<em>ferry</em>&lt;/b&gt; &amp; co"


def test_a_very_long_text_takes_no_long_time():
    assert "<em>ferry</em>" in Marker({"ferri"}).excerpt("ferry " * 500_000)
    assert Marker({"ferri"}).excerpt("a" * 1_000_000) == "a" * 1_000_000


@pytest.mark.parametrize(
    ("pattern", "marked"),
    [
        (wq.Prefix("text", "ferr"), "a <em>ferry</em> and <em>Ferries</em>, no offer"),
        (wq.Wildcard("text", "f*y"), "a <em>ferry</em> and Ferries, no offer"),
        (wq.Wildcard("text", "?ffer"), "a ferry and Ferries, no <em>offer</em>"),
        (wq.FuzzyTerm("text", "ferrya", maxdist=1, prefixlength=2), "a <em>ferry</em> and Ferries, no offer"),
    ],
)
def test_what_a_pattern_stands_for_is_marked(pattern, marked):
    assert Marker((), [pattern]).excerpt("a ferry and Ferries, no offer") == marked


def test_words_and_patterns_of_one_query_are_marked_together():
    query = wq.And([wq.Term("text", "lorri"), wq.Or([wq.Prefix("text", "fer"), wq.Prefix("title", "fer")])])
    assert Marker.of(query).excerpt("Lorries, ferries") == "<em>Lorries</em>, <em>ferries</em>"
