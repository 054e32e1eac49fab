"""`manage.py extract`: one JSON object a line, complaints on the error stream, no database."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.extraction.pages import SHAPES

FIELDS = {
    "path", "sha256", "title", "body", "url", "language", "source", "via", "dateline", "captured",
    "published", "topics", "series", "boilerplate", "people", "organizations", "statements", "events",
}  # fmt: skip


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "extract", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def printed(*arguments: str | Path) -> list[dict]:
    """Return the records that the command prints."""
    out = io.StringIO()
    call_command("extract", *map(str, arguments), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_folders_are_walked_and_the_unreadable_is_told_while_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "b.txt").write_text(SHAPES["reuters"])
    (tmp_path / "inner" / "a.txt").write_text(SHAPES["guardian"])
    (tmp_path / "empty.txt").write_text("")
    done = run(tmp_path, tmp_path / "nothing")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(record["path"]).name for record in records] == ["b.txt", "a.txt"]
    assert all(record.keys() >= FIELDS for record in records)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"{tmp_path}/empty.txt: The file is empty.",
        f"{tmp_path}/nothing: There is no such file.",
    ]


def test_standard_input_is_a_page_too() -> None:
    done = run("-", stdin=SHAPES["interfax"].encode())
    assert done.returncode == 0
    [record] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (record["path"], record["source"]) == ("-", "Interfax")


def test_offsets_in_clean_body_text_count_in_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "body.txt"
    text = "Norland wants peace.\r\n\r\n“We agree,” Ada Holm said on Monday.\r\n"
    path.write_bytes(text.encode())
    [record] = printed("--as-body", path)
    assert record["body"] == text
    [statement] = [found for found in record["statements"] if found["kind"] == "direct"]
    [[start, end]] = statement["spans"]
    assert text[start:end].strip(",") == "We agree"


def test_no_path_is_a_mistake_of_usage() -> None:
    with pytest.raises(CommandError, match="PATH"):
        printed()


def test_many_files_come_in_their_order_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_text(SHAPES["sana"])
    spread = [json.loads(line) for line in run("--jobs", "2", tmp_path).stdout.splitlines()]
    assert spread == printed("--jobs", "1", tmp_path)
    names = [Path(record["path"]).name for record in spread]
    assert names == [f"{number:02}.txt" for number in range(25)]
