"""Several processes on one archive, as on a server: real processes, a real database file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db  # whose tables the archives begin with

ROOT = Path(__file__).resolve().parents[2]

SAVE = """
from archive.models import Article
for number in range(8):
    Article.objects.create(title="{word} notice", body="The same for all.")
"""
CRASH = """
import os
from archive.search import queue
queue.refresh = lambda *articles: os._exit(9)
from archive.models import Article
Article.objects.create(title="quagga notice", body="Saved just before the crash.")
"""
COUNT = """
import json
from django.http import QueryDict
from archive.models import Article, IndexTask
from archive.search import count, parse_request
found = {word: count(parse_request(QueryDict("q=" + word))) for word in ("okapi", "quagga")}
print(json.dumps(found | {"waiting": IndexTask.objects.count(), "saved": Article.objects.count()}))
"""


@pytest.fixture
def start(new_archive):
    """A function that starts `manage.py` on a new archive."""

    def start(*arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=os.environ | {"DATA_DIR": str(new_archive)},
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def counted(start) -> dict[str, int]:
    output = start("shell", "--no-imports", "-c", COUNT).communicate()[0]
    return json.loads(output)


def test_two_processes_that_save_at_once_both_get_in(start):
    both = [start("shell", "--no-imports", "-c", SAVE.format(word=word)) for word in ("okapi", "quagga")]
    assert [process.wait() for process in both] == [0, 0]
    assert counted(start) == {"okapi": 8, "quagga": 8, "waiting": 0, "saved": 16}


def test_what_a_crash_left_is_finished_when_the_web_server_starts(start):
    assert start("shell", "--no-imports", "-c", CRASH).wait() == 9
    assert counted(start) == {"okapi": 0, "quagga": 0, "waiting": 1, "saved": 1}
    assert start("shell", "--no-imports", "-c", "import archive.wsgi").wait() == 0
    assert counted(start) == {"okapi": 0, "quagga": 1, "waiting": 0, "saved": 1}
