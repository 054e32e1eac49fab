"""One process attends to the index while many articles come in."""

from threading import enumerate as enumerate_threads

import pytest

from archive.models import IndexTask, Person
from archive.search import keeping_up
from archive.search.keeping_up import keep_up
from archive.search.queue import _take_apart, drain
from archive.search.turn import attending, is_attended


@pytest.fixture
def indexed(talks):
    """The talks, in the index."""
    drain()
    return talks


def looks(times):
    """Return what tells that it is over after so many looks."""
    left = [False] * times
    return lambda seconds: not left or left.pop()


def labels():
    return sorted(IndexTask.objects.values_list("label", flat=True))


def test_few_changes_wait_for_others_and_many_are_told_at_once(indexed, monkeypatch):
    indexed[0].save()
    keep_up(looks(2))
    assert IndexTask.objects.count() == 1
    monkeypatch.setattr(keeping_up, "ENOUGH", 2)
    indexed[1].save()
    keep_up(looks(1))
    assert IndexTask.objects.count() == 0


def test_few_changes_do_not_wait_for_long(indexed, monkeypatch):
    monkeypatch.setattr(keeping_up, "LONGEST", 0)
    indexed[0].save()
    keep_up(looks(1))
    assert IndexTask.objects.count() == 0


def test_a_name_that_many_articles_show_is_told_now_and_then(indexed, monkeypatch):
    monkeypatch.setattr(keeping_up, "LONGEST", 0)
    indexed[2].save()
    Person.objects.get(slug="vera-orlova").save()
    keep_up(looks(1))
    assert labels() == ["archive.person"]
    monkeypatch.setattr(keeping_up, "IN_TIME", 0)
    keep_up(looks(1))
    assert labels() == []


def test_only_one_process_attends_to_the_index(indexed):
    assert not is_attended()
    with attending() as ours, attending() as theirs:
        assert ours and not theirs
        assert is_attended()
    assert not is_attended()


@pytest.mark.django_db(transaction=True)
def test_a_server_does_what_an_editor_waits_for_and_leaves_the_rest_to_who_attends(indexed):
    with attending():
        indexed[0].save()
        assert labels() == []
        Person.objects.get(slug="vera-orlova").save()
        assert not [thread for thread in enumerate_threads() if thread.name == "search-queue"]


def test_an_article_that_shows_several_changed_rows_is_told_of_once(indexed):
    for row in (indexed[0], *Person.objects.all()):
        row.save()
    drain(most=1, batch=1)
    IndexTask.objects.filter(label="archive.article").delete()
    while _take_apart():
        pass
    keys = list(IndexTask.objects.values_list("key", flat=True))
    assert keys and len(keys) == len(set(keys))
