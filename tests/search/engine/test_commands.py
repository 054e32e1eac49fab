"""Haystack's own commands on the engine."""

from django.core.management import call_command
from haystack.management.commands import clear_index, rebuild_index, update_index

from archive.models import Article

from .conftest import ALIAS
from .shelf import ArticleIndex


def run(module, **options):
    call_command(module.Command(), using=[ALIAS], verbosity=0, **options)


def test_rebuild_index_puts_everything_in_once(shelf, write, found, person):
    for number in range(7):
        write(f"Report {number}", "one", index=False)
    person("Someone")
    run(rebuild_index, interactive=False, batchsize=3)
    run(rebuild_index, interactive=False, batchsize=2)
    assert found.count() == 8
    assert found.models(Article).count() == 7


def test_update_index_with_remove_takes_out_what_the_database_no_longer_has(shelf, write, found):
    articles = [write(f"Report {number}", "one") for number in range(4)]
    Article.objects.filter(pk__in=[articles[0].pk, articles[2].pk]).delete()
    Article.objects.filter(pk=articles[1].pk).update(title="Changed")
    assert found.all().count() == 4
    run(update_index, remove=True)
    assert found.count() == 2
    assert found.filter(content="changed").count() == 1


def test_clear_index_leaves_nothing_and_the_next_update_fills_it(shelf, write, found):
    article = write("Report", "one")
    run(clear_index, interactive=False)
    assert found.all().count() == 0
    shelf.update(ArticleIndex(), [article])
    assert found.count() == 1


def test_clearing_one_model_leaves_the_others(shelf, write, found, person):
    from .shelf import PersonIndex

    write("Report", "one")
    shelf.update(PersonIndex(), [person("Someone")])
    shelf.clear(models=[Article])
    assert [result.model_name for result in found] == ["person"]


def test_an_index_that_is_not_there_yet_is_empty(found):
    assert found.all().count() == 0
    assert list(found.filter(content="anything")) == []
    assert found.facet("topics").facet_counts()["fields"] == {"topics": []}


def test_optimize_makes_one_segment_and_changes_nothing_else(shelf, write, found):
    for number in range(5):
        write(f"Report {number}", "one")
    before = [(result.pk, result.score) for result in found.filter(content="report")]
    shelf.optimize()
    assert len(shelf.snapshot().segments) == 1
    assert [(result.pk, result.score) for result in found.filter(content="report")] == before
