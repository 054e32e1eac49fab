"""Every change of a row that is searched reaches the index."""

from contextlib import suppress
from datetime import date
from threading import Event, Thread
from threading import enumerate as enumerate_threads

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.http import QueryDict

from archive.models import (
    Article,
    EventMention,
    IndexTask,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Statement,
    Topic,
)
from archive.search import parse_request, search
from archive.search.queue import drain, drained_later, enqueue
from archive.search.turn import index_turn


def found(query):
    """Return how many a query finds in the index as it is."""
    return search(parse_request(QueryDict(query))).total


@pytest.fixture
def indexed(talks):
    """The talks, in the index."""
    drain()
    return talks


class TestNoting:
    """Changes are noted with the change itself."""

    def test_a_change_and_its_note_are_undone_together(self, indexed):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            indexed[0].save()
            assert IndexTask.objects.count() == 1
            raise ZeroDivisionError
        assert IndexTask.objects.count() == 0

    def test_what_no_document_shows_is_not_noted(self, indexed, django_user_model):
        django_user_model.objects.create(username="editor")
        assert not IndexTask.objects.exists()

    def test_drained_tasks_are_gone(self, indexed):
        assert not IndexTask.objects.exists()


class TestFollowing:
    """The index has what was saved."""

    def test_an_article_and_its_statements_follow_its_title(self, indexed):
        first = indexed[0]
        first.title = "Quotas agreed at last"
        first.save()
        drain()
        assert found("q=agreed") == 1
        assert found("q=title:agreed&type=statements") == 2
        assert found("q=divide") == 0

    def test_its_date_its_source_and_its_countries(self, indexed):
        first, second, _ = indexed
        first.published, first.source, first.countries = date(2014, 1, 1), second.source, ["DK"]
        first.save()
        drain()
        assert found("to=2014&source=the-courier-evening&country=dk") == 1
        assert found("to=2014&source=the-courier-evening&country=dk&type=statements") == 2

    def test_its_topics_from_either_side(self, indexed):
        first = indexed[0]
        Topic.objects.get(slug="trade").articles.add(first)
        drain()
        assert found("topic=trade") == 3
        first.topics.clear()
        drain()
        assert found("topic=trade&q=quota") == 0
        Topic.objects.get(slug="trade").articles.clear()
        drain()
        assert found("topic=trade") == 0

    def test_a_new_statement_and_a_new_speaker(self, indexed, shelf):
        second = indexed[1]
        shelf.statement(second, "accord", shelf.person("Rosa Lind"))
        drain()
        assert found("speaker=rosa-lind") == 1
        assert found("speaker=rosa-lind&type=statements") == 1

    def test_a_deleted_statement_is_gone_and_so_is_its_speaker(self, indexed):
        Statement.objects.filter(person__slug="vera-orlova").delete()
        drain()
        assert found("type=statements&q=quota") == 0
        assert found("speaker=vera-orlova") == 0

    def test_a_deleted_article_is_gone_with_its_statements(self, indexed):
        Article.objects.filter(pk=indexed[0].pk).delete()
        drain()
        assert found("") == 2
        assert found("type=statements") == 2

    def test_a_renamed_person(self, indexed):
        person = Person.objects.get(slug="vera-orlova")
        person.name = "Vera Marten"
        person.save()
        drain()
        assert found("q=marten") == 1
        assert found("q=speaker:marten&type=statements") == 2

    def test_another_name_of_a_person_and_of_an_organization(self, indexed):
        brandt = Person.objects.get(slug="jonas-brandt")
        ministry = Organization.objects.get(slug="ministry-of-fisheries")
        PersonName.objects.create(person=brandt, name="J. Fjordmann", key="j")
        OrganizationName.objects.create(organization=ministry, name="Seafood Authority", key="s")
        drain()
        assert found("q=speaker:fjordmann") == 1
        assert found("q=seafood") == 2
        PersonName.objects.filter(name="J. Fjordmann").delete()
        drain()
        assert found("q=speaker:fjordmann") == 0

    def test_an_office_that_an_article_names(self, indexed):
        office = Office.objects.create(person=Person.objects.get(slug="vera-orlova"), title="harbourmaster")
        office.articles.add(indexed[0])
        drain()
        assert found("q=harbourmaster&type=statements") == 2
        office.title = "pilot"
        office.save()
        drain()
        assert found("q=harbourmaster&type=statements") == 0
        assert found("q=pilot&type=statements") == 2
        office.delete()
        drain()
        assert found("q=pilot&type=statements") == 0

    def test_a_renamed_source_topic_and_event(self, indexed):
        first = indexed[0]
        for row, name in ((first.source, "Skerry News"), (first.topics.get(), "angling"),
                          (first.events.get(), "Cliffside summit")):  # fmt: skip
            row.name = name
            row.save()
        drain()
        assert found("q=skerry") == found("q=source:skerry") == 2
        assert found("q=angling") == 2
        assert found("q=cliffside") == 2

    def test_a_deleted_topic_and_a_deleted_event(self, indexed):
        Topic.objects.get(slug="fisheries").delete()
        indexed[0].events.get().delete()
        drain()
        result = search(parse_request(QueryDict("q=quota")))
        assert result.facets["topic"] == result.facets["event"] == ()

    def test_events_of_an_article_and_of_a_statement(self, indexed, shelf):
        third, storm = indexed[2], shelf.event("Great storm")
        EventMention.objects.create(article=third, event=storm, start=0, end=1)
        third.statements.get().events.add(indexed[0].events.get())
        drain()
        assert found("event=great-storm") == 1
        storm.articles.add(indexed[1], through_defaults={"start": 0, "end": 1})
        drain()
        assert found("event=great-storm") == 2
        assert found("event=lakeside-summit&type=statements&q=nine") == 1


class TestDraining:
    """How the tasks are done."""

    def test_rows_written_without_signals_are_enqueued(self, indexed):
        Article.objects.filter(pk=indexed[0].pk).update(title="Silently changed")
        enqueue([indexed[0]])
        drain()
        assert found("q=silently") == 1

    def test_tasks_may_wait_for_a_later_drain(self, indexed, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True), drained_later():
            indexed[0].save()
            drain()
        assert IndexTask.objects.count() == 1

    def test_who_does_not_get_the_turn_leaves_the_tasks_to_who_has_it(self, indexed):
        indexed[0].save()
        had, over = Event(), Event()
        other = Thread(target=_have_the_turn, args=(had, over))
        other.start()
        had.wait()
        drain()
        assert IndexTask.objects.count() == 1
        over.set()
        other.join()
        drain()
        assert IndexTask.objects.count() == 0

    def test_what_someone_waits_for_goes_before_a_great_renaming(self, indexed):
        first, second, third = indexed
        first.source.save()
        drain(most=1, batch=1)
        second.title = "Waited for"
        second.save()
        drain(most=1, batch=1)
        assert found("q=waited") == 1
        assert [task.key for task in IndexTask.objects.all()] == [str(third.pk)]

    def test_the_same_task_twice_is_done_once(self, indexed):
        for _ in range(3):
            indexed[0].save()
        drain(most=1, batch=1)
        assert IndexTask.objects.count() == 0

    def test_a_rebuild_settles_what_was_noted(self, indexed):
        indexed[0].title = "Rebuilt"
        indexed[0].save()
        call_command("rebuild_index", interactive=False, verbosity=0)
        assert not IndexTask.objects.exists()
        assert found("q=rebuilt") == 1

    def test_an_update_settles_what_was_noted(self, indexed):
        Article.objects.filter(pk=indexed[0].pk).delete()
        call_command("update_index", verbosity=0)
        assert found("") == 2


def _have_the_turn(had, over):
    with index_turn(wait=True):
        had.set()
        over.wait()


@pytest.mark.django_db(transaction=True)
class TestCommitting:
    """Committed changes are searched at once, whoever made them."""

    def test_a_committed_change_is_found_at_once(self, indexed):
        with transaction.atomic():
            indexed[0].title = "At once"
            indexed[0].save()
        assert found("q=once") == 1

    def test_many_changes_of_one_transaction_are_told_in_one_step(self, indexed):
        with transaction.atomic():
            with suppress(ZeroDivisionError), transaction.atomic():
                indexed[0].save()
                raise ZeroDivisionError
            indexed[0].save()
            indexed[1].save()
            assert len(connection.run_on_commit) == 1
        assert not IndexTask.objects.exists()

    def test_a_failure_leaves_the_tasks_for_the_next_drain(self, indexed, settings, caplog):
        settings.DATA_DIR = settings.DATA_DIR / "not there"
        indexed[0].save()
        assert "could not be brought up to date" in caplog.text
        settings.DATA_DIR = settings.DATA_DIR.parent
        drain()
        assert not IndexTask.objects.exists()

    def test_a_great_renaming_is_finished_in_a_thread(self, indexed, shelf):
        orlova = Person.objects.get(slug="vera-orlova")
        with drained_later():
            for number in range(60):
                shelf.article(f"Notice {number}", mentions=[orlova])
        orlova.name = "Vera Marten"
        orlova.save()
        for thread in enumerate_threads():
            if thread.name == "search-queue":
                thread.join()
        assert not IndexTask.objects.exists()
        assert found("q=marten") == 61
