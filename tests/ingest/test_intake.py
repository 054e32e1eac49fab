"""Several documents in one transaction: one that fails harms no other, and others can write meanwhile."""

import resource
import signal
import time
from contextlib import contextmanager
from hashlib import sha256

import pytest
from django.db import connection

from archive.extraction.record import PersonFound
from archive.ingest.captures import keep_bytes
from archive.ingest.intake import _Desk
from archive.ingest.known import Known
from archive.ingest.turns import LONGEST, PAUSE, writing
from archive.ingest.versions import Document
from archive.models import Article, IndexTask, Person, Rejection
from archive.reading import Page, Unread

from .records import person, record

BODY = "Foreign Minister Ana Ilves met the envoy of Finland on Tuesday."


def document(title, *people):
    made = record(BODY, title=title, people=people, url=f"https://wire.example/{title}")
    return Document(made, len(BODY), "text")


@pytest.mark.django_db
def test_one_document_that_cannot_be_stored_keeps_no_other_out():
    beyond = PersonFound("Toomas Kask", (), ((500, 520),))
    first, broken, last = document("first"), document("broken", beyond), document("last")
    outcomes = _Desk().put([first, broken, last])
    assert outcomes[0] == outcomes[2] == "new" and "cannot be stored" in outcomes[1].reason
    assert set(Article.objects.values_list("title", flat=True)) == {"first", "last"}
    assert Rejection.objects.get().path == broken.path and not Person.objects.exists()


@pytest.mark.django_db
def test_documents_of_one_transaction_know_of_each_other():
    ilves = person(BODY, "Ana Ilves")
    one, twice = document("one", ilves), document("one", ilves)
    newer = document("one", ilves, PersonFound("Ilves"))
    assert _Desk().put([one, twice, document("other", ilves), newer]) == [
        "new",
        "unchanged",
        "new",
        "updated",
    ]
    assert Article.objects.count() == 2 and Person.objects.count() == 1
    assert IndexTask.objects.filter(label="archive.article").count() == 2


@pytest.mark.django_db
def test_what_is_set_aside_together_is_written_down_at_once(django_assert_num_queries):
    desk = _Desk()
    with django_assert_num_queries(1):
        desk.put([Unread(f"{number}.txt", "The file is empty.") for number in range(100)])
    desk.put([Unread("7.txt", "It is a picture."), Unread("7.txt", "The file may not be read.")])
    assert Rejection.objects.count() == 100
    assert Rejection.objects.get(path="7.txt").reason == "The file may not be read."


@pytest.mark.django_db
def test_a_file_set_aside_that_is_in_the_archive_after_all_is_so_no_longer():
    desk = _Desk()
    desk.put([Unread("a.txt", "The file is empty."), Unread("b.txt", "The file is empty.")])
    desk.put([Known("a.txt", 100)])
    assert [one.path for one in Rejection.objects.all()] == ["b.txt"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="other databases let writers queue")
@pytest.mark.django_db(transaction=True)
def test_who_writes_without_a_pause_lets_others_write_every_half_second():
    began = time.monotonic()
    for _ in range(2):
        with writing():
            time.sleep(LONGEST / 2 + 0.01)
    assert time.monotonic() - began > LONGEST + PAUSE


@contextmanager
def a_full_disk(size):
    """Let no file of this process grow beyond `size` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_disk_that_is_full_leaves_no_half_of_a_capture(settings):
    raw = b"a" * 100_000
    page = Page(path="page.txt", format="text", raw=raw, sha256=sha256(raw).hexdigest())
    with a_full_disk(1000), pytest.raises(OSError):
        keep_bytes(page)
    assert not [file for file in settings.CAPTURES_DIR.rglob("*") if file.is_file()]
    keep_bytes(page)
    assert [file.name for file in settings.CAPTURES_DIR.rglob("*") if file.is_file()] == [page.sha256]
