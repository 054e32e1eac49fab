"""Articles that carry the same text find each other, whatever their titles and addresses."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Article, TellingRun
from archive.models.likeness import runs_of, telling_runs
from archive.search import SearchRequest, search
from archive.search.copies import copies_of, fold_copies
from archive.search.queue import drain

from .records import put, put_article, record

pytestmark = pytest.mark.django_db

DISPATCH = """The envoys of Ruritania and Graustark met in the old town hall for the third day in a row.

The talks on the fishing grounds will go on next week, the Ruritanian foreign minister told reporters there.

Both sides had called their ambassadors home in the spring after a trawler was held in the harbour of Zenda.

Graustark's delegation left without a word, and its embassy declined to say when it would come back.

Observers in the capital think that a compromise over the licences is closer than either side admits."""

ANOTHER = """Heavy rain held up the harvest in the valleys south of Strelsau, the ministry said.

Farmers fear for their barley. The price of bread rose for the second month, and bakers expect no relief."""


def shown_with(article: Article) -> list[Article]:
    return [copy.article for copy in copies_of(article)]


def test_the_same_text_under_another_title_is_a_copy_and_another_text_is_none():
    first, other = put_article(DISPATCH), put_article(ANOTHER)
    second = put_article(DISPATCH, title="Fishing talks drag on", url="https://times.example/2")
    assert shown_with(first) == [second] and shown_with(second) == [first]
    assert shown_with(other) == []


def test_a_copy_may_have_another_dateline_and_lack_some_paragraphs():
    first = put_article(DISPATCH)
    paragraphs = DISPATCH.split("\n\n")
    second = put_article("\n\n".join(["STRELSAU, 3 May. /Wire/. " + paragraphs[0], *paragraphs[2:4]]))
    (copy,) = copies_of(first)
    assert copy.article == second and 0.8 < copy.shared < 1


def test_a_sentence_in_common_makes_no_copy():
    first = put_article(DISPATCH)
    put_article(f"{ANOTHER}\n\n{DISPATCH.split(chr(10))[0]}")
    assert shown_with(first) == []


def test_an_article_that_is_written_anew_is_found_by_its_new_words():
    first = put_article(DISPATCH, path="page.txt")
    second = put_article(ANOTHER)
    put(record(ANOTHER, path="page.txt", title="Envoys meet"))
    assert Article.objects.count() == 2
    assert shown_with(second) == [first]
    assert first.telling_runs.count() == len(telling_runs(ANOTHER))


def test_articles_that_were_there_before_get_their_telling_runs():
    article = put_article(DISPATCH)
    TellingRun.objects.all().delete()
    migration = import_module("archive.migrations.0002_copies_are_found_by_telling_runs")
    migration.find_telling_runs(apps, None)
    assert sorted(article.telling_runs.values_list("number", flat=True)) == telling_runs(DISPATCH)


def test_the_nearest_copies_are_found_with_the_same_few_queries_however_many_there_are():
    first = put_article(DISPATCH)
    for number in range(30):
        put_article(f"{DISPATCH}\n\nLine {number} of a paper.", url=f"https://times.example/{number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(shown_with(first)) == 12
    assert len(queries) == 2


def test_a_body_of_a_few_words_has_no_copies():
    put_article("No words here.", url="https://times.example/1")
    assert shown_with(put_article("No words here.")) == []
    assert TellingRun.objects.count() == 0


def test_case_and_punctuation_make_no_difference():
    assert runs_of("“We agree,” he said. THAT is all") == runs_of("We agree he said; that is ALL.")


def test_a_page_of_results_shows_the_copies_of_a_story_in_one_row(client):
    first, other = put_article(DISPATCH), put_article(ANOTHER)
    copy = put_article(DISPATCH, title="Fishing talks drag on", url="https://times.example/2")
    drain()
    folded = {hit.id: [one.id for one in hit.copies] for hit in fold_copies(search(SearchRequest()).hits)}
    assert folded == {other.pk: [], copy.pk: [first.pk]}
    html = client.get("/search/?q=trawler").content.decode()
    assert "2 articles for" in html and html.count('<li class="row">') == 1
    assert f'Nearly the same text: <a href="{first.get_absolute_url()}">' in html


def test_the_record_of_an_article_names_its_copies(client):
    first = put_article(DISPATCH)
    copy = put_article(DISPATCH, title="Fishing talks drag on", url="https://times.example/2")
    (named,) = client.get(f"/articles/{first.pk}.json").json()["copies"]
    assert (named["id"], named["shared"]) == (copy.pk, 1.0)
    assert named["url"].endswith(copy.get_absolute_url())
