"""Which words of a text are marked, and which part of it is shown."""

import pytest

from archive.search.engine.analysis import find_terms
from archive.search.engine.highlighting import find_words, highlight

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
    assert [text[start:end].lower() for (start, end), _ in find_words(text, {term})] == [word.lower()] * 3


def test_words_that_only_begin_alike_are_not_marked():
    assert highlight("fish fishery fist first", {"fish"}) == "<em>fish</em> fishery fist first"


def test_a_word_within_another_is_not_marked():
    assert highlight("airport port ria.port", {"port"}) == "airport <em>port</em> ria.port"


def test_the_part_with_the_most_different_words_is_shown():
    text = f"ferry {'and so on ' * 60} ferry with a lorry {'and so on ' * 60}"
    shown = highlight(text, {"ferri", "lorri"})
    assert "<em>ferry</em> with a <em>lorry</em>" in shown
    assert len(shown) < 400


def test_markup_in_the_text_is_escaped():
    assert highlight("<b>ferry</b> & co", {"ferri"}) == "&lt;b&gt;<em>ferry</em>&lt;/b&gt; &amp; co"


def test_a_very_long_text_takes_no_long_time():
    assert "<em>ferry</em>" in highlight("ferry " * 500_000, {"ferri"})
    assert highlight("a" * 1_000_000, {"ferri"}) == "a" * 1_000_000
