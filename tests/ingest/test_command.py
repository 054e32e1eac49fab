"""`manage.py ingest`: what goes in, what is set aside, what is said of it."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.models import Article, Capture, IndexTask, Rejection, Source

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = """TALLINN, May 3 – Foreign Minister Ana Ilves met the envoy of Finland on Tuesday.

“We shall build the bridge together,” Ilves said after the talks, which took two hours.

The bridge is to be built in three years. Both sides will pay one half of the price.
"""


@pytest.fixture
def page(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    file = folder / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def ingest(*arguments):
    """Run the command; return its exit status and its summary."""
    out, status = io.StringIO(), 0
    try:
        call_command("ingest", *map(str, arguments), "--json", stdout=out)
    except SystemExit as leaving:
        status = leaving.code
    return status, json.loads(out.getvalue())


def counts(summary):
    return tuple(summary[name] for name in ("new", "updated", "unchanged", "rejected"))


def test_the_seeds_come_in_once():
    assert counts(ingest(SEEDS)[1]) == (5, 0, 0, 0)
    assert counts(ingest(SEEDS)[1]) == (0, 0, 5, 0)
    assert Article.objects.count() == Capture.objects.count() == 5


def test_the_bytes_are_kept_as_they_came(page):
    ingest(page)
    assert Capture.objects.get().read_bytes() == page.read_bytes()


def test_the_index_has_learned_of_all_that_came_in(page):
    ingest(page)
    assert not IndexTask.objects.exists()


def test_a_changed_file_is_an_updated_article(page):
    ingest(page)
    page.write_text(PAGE.replace("two hours", "three hours"), encoding="utf-8")
    assert counts(ingest(page)[1]) == (0, 1, 0, 0)
    assert "three hours" in Article.objects.get().body


def test_a_dry_run_says_what_would_come_of_it_and_stores_nothing(page, own_data):
    assert counts(ingest(page, "--dry-run")[1]) == (1, 0, 0, 0)
    assert not Article.objects.exists() and not (own_data / "captures").exists()
    ingest(page)
    page.write_text(PAGE + "\nIt rained.\n", encoding="utf-8")
    assert counts(ingest(page.parent, SEEDS, "--dry-run")[1]) == (5, 1, 0, 0)


def test_what_is_given_fills_in_what_the_page_does_not_say(page):
    ingest(page, "--source", "baltic-wire", "--captured", "2021-05-04T10:00:00Z")
    article = Article.objects.get()
    assert article.source == Source.objects.get(slug="baltic-wire")
    assert article.capture.captured_at.year == 2021


def test_json_lines_come_in_line_by_line(page):
    lines = [
        json.dumps(
            {"title": f"Report {n}", "body": f"{PAGE} Report {n}.", "url": f"https://wire.example/{n}"}
        )
        for n in range(3)
    ]
    file = page.with_name("wire.jsonl")
    file.write_text("\n".join([*lines, "[1, 2]", "{broken", '{"title": "no body"}']), encoding="utf-8")
    status, summary = ingest(file)
    assert status == 1 and counts(summary) == (3, 0, 0, 3)
    assert [Path(one["path"]).name for one in summary["rejections"]] == [f"wire.jsonl#{n}" for n in (4, 5, 6)]


def test_the_pages_of_a_warc_come_in_once_and_can_be_made_anew(page):
    body = f"<html><body><h1>Report</h1><p>{PAGE}</p></body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/report\r\n"
        f"WARC-Date: 2021-03-05T10:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(block)}"
    )
    file = page.with_name("crawl.warc.gz")
    file.write_bytes(gzip.compress(head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"))
    assert counts(ingest(file)[1]) == (1, 0, 0, 0)
    assert counts(ingest(file)[1]) == (0, 0, 1, 0)
    call_command("reextract", "--jobs=1", stdout=io.StringIO())
    capture = Article.objects.get().capture
    assert (capture.address, capture.captured_at.year) == ("web://wire.example/report", 2021)


def test_standard_input_comes_in(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert counts(ingest("-")[1]) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    "name, raw",
    [
        ("empty.txt", b""),
        ("blank.html", b"<html><body></body></html>"),
        ("picture.txt", bytes(range(256)) * 50),
        ("line.txt", b"x" * 21_000_000),
        ("object.jsonl", b'{"title": 1}\n'),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_its_reason(page, name, raw):
    (page.parent / name).write_bytes(raw)
    status, summary = ingest(page.parent)
    assert status == 1 and counts(summary) == (1, 0, 0, 1)
    (rejected,) = summary["rejections"]
    assert name in rejected["path"] and rejected["reason"].endswith(".")
    assert Rejection.objects.get().reason == rejected["reason"]


def test_a_path_that_is_not_there_is_set_aside(page):
    status, summary = ingest(page, page.with_name("none.txt"))
    assert status == 1 and summary["rejections"][0]["reason"] == "There is no such file."


def test_what_was_mended_is_set_aside_no_longer(page):
    page.write_text("")
    ingest(page)
    page.write_text(PAGE, encoding="utf-8")
    assert ingest(page)[0] == 0
    assert not Rejection.objects.exists()


def test_a_name_that_is_no_text_is_told_as_well_as_can_be(page):
    name = os.fsdecode(b"caf\xe9.txt")
    page.rename(page.with_name(name))
    (page.parent / os.fsdecode(b"\xff")).write_bytes(b"")
    status, summary = ingest(page.parent)
    assert status == 1 and counts(summary) == (1, 0, 0, 1)
    assert "/caf" in Capture.objects.get().path


def test_a_disk_that_fails_is_told_in_a_sentence(page, settings):
    settings.CAPTURES_DIR = page / "not a folder"
    with pytest.raises(CommandError, match="cannot be written"):
        ingest(page)


def test_hidden_files_and_loops_of_links_are_passed_over(page):
    (page.parent / ".hidden").write_text(PAGE + "Hidden.")
    (page.parent / "loop").symlink_to(page.parent)
    assert counts(ingest(page.parent)[1]) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    "wrong", [["--captured", "yesterday"], ["--source", "No Slug"], ["--jobs", "0"], ["--unknown"], []]
)
def test_wrong_usage_is_told(wrong):
    with pytest.raises(CommandError):
        call_command("ingest", *wrong, *(["page.txt"] if wrong else []))


def test_the_summary_for_people_names_each_rejected_path(page, capsys):
    page.write_text("")
    with pytest.raises(SystemExit):
        call_command("ingest", str(page))
    out = capsys.readouterr().out.splitlines()
    assert out == ["0 new, 0 updated, 0 unchanged, 1 rejected", f"  {page}: The file is empty."]
