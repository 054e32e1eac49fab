"""The benchmark runs, at a size that takes seconds; `make bench` takes the real ones."""

import json

from tests.benchmarks.figures import Figures, table
from tests.benchmarks.run import plan, take
from tests.benchmarks.wire import World
from tests.benchmarks.workload import known_items, mixed_queries

ARTICLES = 10


def test_stories_are_the_same_for_the_same_seed_and_their_truth_is_in_them():
    first, again = list(World(3).stories(20)), list(World(3).stories(20))
    assert first == again
    assert first != list(World(4).stories(20))
    for story in first:
        for said in story.statements:
            for start, end in said.spans:
                assert story.body[start:end].strip()
            assert said.speaker.surname in story.body


def test_queries_are_the_same_for_the_same_seed():
    stories = list(World(1).stories(30))
    assert mixed_queries(stories, 9) == mixed_queries(stories, 9)
    assert len(known_items(stories, 10)) == 10


def test_a_small_run_measures_and_fills_the_table(tmp_path):
    figures = tmp_path / "figures.jsonl"
    for measure, system in (
        ("warm", "ours"), ("warm", "fts5"), ("known", "ours"), ("edit", "ours"), ("pages", "statements"),
    ):  # fmt: skip
        take(measure, system, ARTICLES, tmp_path, figures)
    kept = [json.loads(line) for line in figures.read_text().splitlines()]
    assert all(figure["articles"] == ARTICLES for figure in kept)
    found = {(figure["system"], figure["measure"]): figure for figure in kept}
    assert found["ours", "hits"]["mean"] > 0
    assert found["fts5", "hits"]["mean"] > 0
    assert found["ours", "known item"]["mrr"] > 0.9
    assert found["statements", "memory"]["megabytes"] > found["statements", "memory"]["own"] > 0
    shown = table(Figures(figures), ARTICLES, ARTICLES, ARTICLES)
    assert "against FTS5, at 10 articles | " in shown
    assert "not measured" in shown


def test_the_plan_measures_every_line_of_the_table():
    measures = {(measure, system) for measure, system, _ in plan(1, 2, 3)}
    assert {("warm", "stock"), ("warm", "fts5"), ("warm", "tantivy"), ("cold", "ours")} <= measures
    assert {("cold", "statements"), ("pages", "statements")} <= measures
