"""What is worked out from the whole archive is worked out again when the archive has changed."""

from threading import Event, Thread

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User

from archive.models import Person
from archive.search import keeping
from archive.search.keeping import Kept


@pytest.fixture
def counted(db):
    """What counts the people, and how often it did so."""
    counts = []
    kept = Kept(lambda: counts.append(Person.objects.count()) or counts[-1])
    return kept, counts


def test_it_is_worked_out_once_as_long_as_nothing_changes(counted, django_assert_num_queries):
    kept, counts = counted
    assert [kept.get(), kept.get()] == [0, 0] and counts == [0]
    with django_assert_num_queries(1):
        kept.get()


def test_it_is_worked_out_again_after_an_ingest(counted, shelf):
    kept, _ = counted
    assert kept.get() == 0
    shelf.person("Vera Orlova")
    assert kept.get() == 1


def test_it_is_worked_out_again_after_an_editor_changed_something(counted, shelf):
    kept, counts = counted
    person = shelf.person("Vera Orlova")
    kept.get()
    editor = User.objects.create(username="editor")
    LogEntry.objects.log_actions(editor.pk, [person], CHANGE, change_message="Renamed")
    kept.get()
    assert len(counts) == 2


def test_what_takes_long_is_kept_for_a_while_whatever_changes(counted, shelf, monkeypatch):
    kept, counts = counted
    monkeypatch.setattr(keeping, "QUICK", 0)
    monkeypatch.setattr(keeping, "REST", 1_000_000)
    kept.get()
    shelf.person("Vera Orlova")
    assert kept.get() == 0 and len(counts) == 1


def test_while_one_thread_works_it_out_another_gets_what_there_was(db, shelf):
    may_go, is_going = Event(), Event()
    made = []

    def make() -> str:
        made.append(len(made))
        if len(made) == 2:
            is_going.set()
            may_go.wait(10)
        return f"number {len(made)}"

    kept = Kept(make)
    assert kept.get() == "number 1"
    shelf.person("Vera Orlova")
    other = []
    thread = Thread(target=lambda: is_going.wait(10) and other.append(kept.get()) or may_go.set())
    thread.start()
    assert kept.get() == "number 2"
    thread.join()
    assert other == ["number 1"]
