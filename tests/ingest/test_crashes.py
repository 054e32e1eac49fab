"""Killed at any moment and started again, or two at once: nothing is lost, nothing is doubled."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db  # whose tables the archives begin with

ROOT = Path(__file__).parents[2]
STORIES = 40
BROKEN = 10
PATIENCE = 300  # seconds that a command may take on a busy machine
NAMES = ("Ana Ilves", "Toomas Kask", "Dmitry Volkov", "Maria Lopes", "John Miller")
QUESTIONS = (
    "SELECT sha256, title, body FROM archive_article a JOIN archive_capture c ON c.id = a.capture_id",
    "SELECT a.title, s.text, p.name, s.position FROM archive_statement s"
    " JOIN archive_article a ON a.id = s.article_id LEFT JOIN archive_person p ON p.id = s.person_id",
    "SELECT a.title, m.start, m.end, p.slug FROM archive_mention m"
    " JOIN archive_article a ON a.id = m.article_id LEFT JOIN archive_person p ON p.id = m.person_id",
    "SELECT name, slug FROM archive_person",
    "SELECT name, slug FROM archive_source",
    "SELECT slug FROM archive_address",
    "SELECT path, reason FROM archive_rejection",
    "SELECT label, key FROM archive_indextask",
)


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    """A file of short stories, one a line; some lines are broken."""
    file = tmp_path_factory.mktemp("stories") / "stories.jsonl"
    lines = [json.dumps(_story(number)) for number in range(STORIES)]
    for number in range(BROKEN):
        lines.insert(number * 5, f'{{"title": "Broken {number}')
    file.write_text("\n".join(["{}", *lines]), encoding="utf-8")
    return file


def _story(number):
    one, other = NAMES[number % 5], NAMES[(number * 2 + 1) % 5]
    return {
        "title": f"Report {number}",
        "source": f"Wire {number % 3}",
        "url": f"https://wire.example/{number}",
        "body": f"Foreign Minister {one} met envoy {other} in Riga on day {number}.\n\n"
        f"“We shall build bridge {number} together,” {one} said.\n\n“It rains,” {other} told reporters.",
    }


@pytest.fixture(scope="module")
def undisturbed(empty_database, stories, tmp_path_factory):
    """An archive that took the stories in without any trouble."""
    archive = _archive(tmp_path_factory.mktemp("undisturbed"))
    shutil.copy(empty_database, archive[0])
    assert finish(archive, stories)["new"] == STORIES
    return archive


@pytest.fixture
def archive(new_archive):
    return _archive(new_archive)


def _archive(folder):
    """Return a folder for data and the environment in which commands use it."""
    return folder, {**os.environ, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "archive.settings"}


def manage(*arguments):
    return [sys.executable, "manage.py", *map(str, arguments)]


def ingest(stories):
    return "ingest", stories, "--jobs=1", "--json"


def begin(archive, *arguments):
    return subprocess.Popen(
        manage(*arguments),
        env=archive[1],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(archive, stories):
    process = begin(archive, *ingest(stories))
    out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    return json.loads(out)


def ask(archive, question):
    with sqlite3.connect(archive[0] / "archive.sqlite3", timeout=30) as database:
        return sorted(database.execute(question).fetchall(), key=repr)


def contents(archive):
    return [ask(archive, question) for question in QUESTIONS]


def captures(archive):
    return ask(archive, "SELECT count(*) FROM archive_capture")[0][0]


def anew(archive):
    """Return how many articles are made anew by now."""
    return ask(archive, "SELECT coalesce(max(done), 0) FROM archive_rereading")[0][0]


def break_off(archive, arguments, count, so_far, how):
    """Send a command the signal `how` once `so_far` says that `count` are done; return what it said."""
    process = begin(archive, *arguments)
    while so_far(archive) < count and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(how)
    return process.communicate(timeout=PATIENCE)[1].decode(), process.returncode


def indexed(archive):
    """Return how many articles the search index holds."""
    code = (
        "import django; django.setup(); from haystack.query import SearchQuerySet; "
        "from archive.models import Article; print(SearchQuerySet().models(Article).count())"
    )
    run = [sys.executable, "-c", code]
    return int(subprocess.run(run, env=archive[1], cwd=ROOT, capture_output=True, text=True).stdout)


def test_an_ingest_that_was_killed_is_finished_by_the_next(archive, stories, undisturbed):
    seed = random.randrange(10**6)
    moments = sorted(random.Random(seed).sample(range(1, STORIES), 2))
    for moment in moments:
        break_off(archive, ingest(stories), moment, captures, signal.SIGKILL)
    summary = finish(archive, stories)
    assert summary["new"] + summary["unchanged"] == STORIES and summary["rejected"] == BROKEN + 1
    assert contents(archive) == contents(undisturbed), f"seed {seed}, killed at {moments}"
    assert indexed(archive) == STORIES


def test_an_ingest_that_is_interrupted_says_so_in_a_sentence_and_is_finished_by_the_next(
    archive, stories, undisturbed
):
    said, status = break_off(archive, ingest(stories), 1, captures, signal.SIGINT)
    assert status == 130
    assert "Interrupted. " in said and "Traceback" not in said
    assert finish(archive, stories)["unchanged"] > 0
    assert contents(archive) == contents(undisturbed)


def test_two_at_once_store_everything_once(archive, stories, undisturbed):
    processes = [begin(archive, *ingest(stories)) for _ in range(2)]
    summaries = [json.loads(process.communicate(timeout=PATIENCE)[0]) for process in processes]
    assert sum(summary["new"] for summary in summaries) == STORIES
    assert sum(summary["unchanged"] for summary in summaries) == STORIES
    assert contents(archive) == contents(undisturbed)
    assert indexed(archive) == STORIES


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_reextract_that_was_broken_off_goes_on_there(archive, stories, undisturbed, how):
    finish(archive, stories)
    said, _ = break_off(archive, ["reextract", "--jobs=1"], STORIES // 2, anew, how)
    done = anew(archive)
    assert STORIES // 2 <= done <= STORIES and "Traceback" not in said
    out, err = begin(archive, "reextract", "--jobs=1").communicate(timeout=PATIENCE)
    assert f"Going on after {done} articles" in err.decode()
    assert f"{STORIES} rewritten, 0 failed" in out.decode()
    assert contents(archive) == contents(undisturbed)
    assert indexed(archive) == STORIES
