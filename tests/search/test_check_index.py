"""``manage.py check_index`` finds what the index and the database do not agree on, and mends it."""

import pytest
from django.core.management import call_command
from django.http import QueryDict
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from archive.models import Article, IndexTask, Person, Statement
from archive.search import parse_request, search
from archive.search.queue import drain


@pytest.fixture
def check(talks, capsys):
    """A function that returns the command's exit status and what it prints."""
    drain()

    def check(*options: str) -> tuple[int, str]:
        try:
            call_command("check_index", *options)
        except SystemExit as ended:
            return ended.code, capsys.readouterr().out
        return 0, capsys.readouterr().out

    return check


AGREE = "articles: 0 missing, 0 stale, 0 surplus\nstatements: 0 missing, 0 stale, 0 surplus\n"


def test_an_index_that_agrees_is_told_so(check):
    assert check() == (0, AGREE)


def test_a_comparison_may_take_longer_than_a_readers_search(check, monkeypatch):
    backend = connections[DEFAULT_ALIAS].get_backend()
    monkeypatch.setattr(backend, "time_limit", 0)
    assert check() == (0, AGREE)
    assert backend.time_limit == 0


def test_what_was_only_noted_is_no_difference(check, talks):
    talks[0].title = "Noted"
    talks[0].save()
    assert check() == (0, AGREE)


def test_a_row_that_the_index_does_not_have_is_missing(check, shelf):
    article = shelf.article("Missing", "Words that are missing.")
    shelf.statement(article, "Words")
    IndexTask.objects.all().delete()
    assert check()[1] == AGREE.replace("0 missing", "1 missing")


def test_a_document_that_shows_an_old_name_is_stale(check):
    Person.objects.filter(slug="vera-orlova").update(name="Vera Marten")
    status, told = check()
    assert status == 1
    assert told == "articles: 0 missing, 1 stale, 0 surplus\nstatements: 0 missing, 2 stale, 0 surplus\n"


def test_a_document_whose_row_is_gone_is_surplus(check, talks):
    talks[0].delete()
    IndexTask.objects.all().delete()
    status, told = check()
    assert status == 1
    assert told == "articles: 0 missing, 0 stale, 1 surplus\nstatements: 0 missing, 0 stale, 2 surplus\n"


def test_mending_puts_all_of_it_right(check, talks, shelf):
    talks[0].delete()
    Person.objects.filter(slug="jonas-brandt").update(name="Jonas Marten")
    shelf.statement(shelf.article("Missing", "Words that are missing."), "Words")
    IndexTask.objects.all().delete()
    status, told = check("--mend")
    assert status == 1
    assert told.endswith("Mended.\n")
    assert check() == (0, AGREE)
    assert search(parse_request(QueryDict("q=speaker:marten"))).total == 1
    assert search(parse_request(QueryDict(""))).total == Article.objects.count()
    assert search(parse_request(QueryDict("type=statements"))).total == Statement.objects.count()


def test_an_index_that_was_cleared_is_made_anew(check):
    call_command("clear_index", interactive=False, verbosity=0)
    assert check("--mend")[1].startswith("articles: 3 missing")
    assert check() == (0, AGREE)
