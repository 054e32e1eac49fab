"""Several writers, many readers, and crashes."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from haystack.exceptions import SearchBackendError
from whoosh import query as wq

from archive.search.engine.backend import _readers
from archive.search.engine.limits import Deadline
from archive.search.engine.matching import Matcher

from .random_queries import Chance

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def start_writing(shelf, tmp_path):
    """A function that starts a process which writes documents."""
    started = []

    def start(first, count):
        command = [
            sys.executable,
            "-m",
            "tests.search.engine.writing_process",
            shelf.path,
            str(first),
            str(count),
        ]
        environment = os.environ | {"DATA_DIR": str(tmp_path)}
        started.append(
            subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def numbers_in(shelf):
    """Return the numbers of all documents that a search finds."""
    found = shelf.search(wq.Every(), limit_to_registered_models=False)
    return {int(result.pk) for result in found["results"]}


def write_some(shelf, first, count):
    chance = Chance(first)
    shelf.writer().replace([chance.document(number) for number in range(first, first + count)])


def test_two_processes_that_write_at_once_both_get_in(shelf, start_writing):
    writers = [start_writing(0, 15), start_writing(100, 15)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert numbers_in(shelf) == {*range(15), *range(100, 115)}


def test_what_another_process_commits_is_found_at_once(shelf, start_writing):
    write_some(shelf, 500, 3)
    assert len(numbers_in(shelf)) == 3
    writer = start_writing(0, 12)
    for number, line in zip(range(12), writer.stdout, strict=True):
        assert int(line) == number
        assert number in numbers_in(shelf)


@pytest.mark.parametrize("commits", [1, 4, 11])
def test_a_writer_killed_at_any_point_leaves_what_was_committed(shelf, start_writing, commits):
    writer = start_writing(0, 1000)
    committed = [int(next(writer.stdout)) for _ in range(commits)]
    time.sleep(0.013 * commits % 0.02)
    writer.kill()
    committed += [int(line) for line in writer.stdout]
    found = numbers_in(shelf)
    assert found >= set(committed)
    assert len(found) <= len(committed) + 1
    write_some(shelf, 5000, 2)
    assert numbers_in(shelf) == found | {5000, 5001}
    left = {name.split(".")[0] for name in os.listdir(shelf.path) if name.endswith(".seg")}
    assert left == {segment.id for segment in shelf.snapshot().segments}


def test_searching_does_not_wait_for_a_writer(shelf):
    write_some(shelf, 0, 5)
    writer = shelf.writer()
    with writer._locked(writer.ensure_index()):
        assert len(numbers_in(shelf)) == 5


def test_a_writer_says_so_when_the_index_stays_locked(shelf):
    write_some(shelf, 0, 1)
    writer = shelf.writer()
    shelf.lock_wait = 0.1
    with writer._locked(writer.ensure_index()), pytest.raises(SearchBackendError, match="Try again"):
        write_some(shelf, 1, 1)


def test_a_search_that_began_before_a_commit_ends_in_the_index_as_it_was(shelf):
    for first in range(0, 40, 10):
        write_some(shelf, first, 10)
    before = shelf.snapshot()
    shelf.writer().delete("id", [f"archive.article.{number}" for number in range(5, 15)])
    shelf.optimize()
    assert len(numbers_in(shelf)) == 30
    matcher = Matcher(before.section(), Deadline(5))
    assert len(matcher.live_matches(wq.Every()).ids) == 40
    assert sum(len(leaves.match_by_whoosh(wq.Every()).ids) for leaves in matcher.leaves) == 40


def test_threads_search_while_another_writes(shelf):
    write_some(shelf, 0, 20)

    def read(_):
        return len(
            shelf.search(wq.Every(), limit_to_registered_models=False, facets={"topics": {}})["results"]
        )

    with ThreadPoolExecutor(4) as pool:
        counts = pool.map(read, range(60))
        for first in range(100, 220, 10):
            write_some(shelf, first, 10)
        counts = list(counts)
    assert all(20 <= count <= 140 and count % 10 == 0 for count in counts)
    assert len(numbers_in(shelf)) == 140


def test_the_cache_stays_within_its_budget_and_forgets_segments_that_are_gone(shelf):
    shelf.cache_bytes = 30_000
    for first in range(0, 90, 30):
        write_some(shelf, first, 30)
    chance = Chance(1)
    for _ in range(150):
        shelf.search(chance.query(), limit_to_registered_models=False, facets={"topics": {}, "words": {}})
    cache = _readers[str(shelf.path)].cache
    assert 0 < cache.used <= 30_000
    shelf.optimize()
    kept = {segment.id for segment in shelf.snapshot().segments}
    assert {key[0] for key in cache._values} <= kept | {None}
    assert cache.used == sum(size for _, size in cache._values.values())


def test_an_index_that_cannot_be_read_can_be_cleared(shelf):
    write_some(shelf, 0, 3)
    for name in os.listdir(shelf.path):
        if name.endswith((".toc", ".seg")):
            (Path(shelf.path) / name).write_bytes(b"not what it was")
    shelf.clear()
    assert numbers_in(shelf) == set()
    write_some(shelf, 0, 3)
    assert numbers_in(shelf) == {0, 1, 2}


def test_each_commit_is_a_state_of_its_own_even_one_that_only_deletes(shelf, write):
    first = write("Talks begin")
    write("Talks end")
    states = [shelf.state()]
    shelf.remove(first)
    states.append(shelf.state())
    write("Talks go on")
    states.append(shelf.state())
    assert len(set(states)) == 3
