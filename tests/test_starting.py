"""Starting: in folders of any name, and in plain words where it cannot be."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WHERE = (
    "import json; from django.conf import settings as s; "
    "print(json.dumps([s.DATABASES['default']['NAME'], s.HAYSTACK_CONNECTIONS['default']['PATH']]))"
)


def run(data, *command):
    environment = {**os.environ, "DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = [sys.executable, *command]
    return subprocess.run(done, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("name", ["two words", "Архив", "a#b?c%41&d=é"])
def test_data_may_lie_in_a_folder_of_any_name(tmp_path, name):
    data = tmp_path / name
    assert json.loads(run(data, "-c", WHERE).stdout) == [str(data / "archive.sqlite3"), str(data / "index")]


@pytest.mark.parametrize("name", ["a file", "a file/below"])
def test_a_data_folder_that_cannot_be_is_told_in_one_sentence(tmp_path, name):
    (tmp_path / "a file").touch()
    told = run(tmp_path / name, "manage.py", "migrate")
    assert told.returncode == 1 and told.stderr.count("\n") == 1
    assert told.stderr.startswith("Chancery cannot start: DATA_DIR is ")


def test_a_port_that_is_taken_is_told_in_one_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = run(tmp_path, "manage.py", "serve", f"--port={taken.getsockname()[1]}")
    assert told.returncode == 1 and "cannot be listened on" in told.stderr
    assert "Traceback" not in told.stderr
