"""Statements over the versions of an article: they keep their addresses, and an editor's word."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from archive.models import Article, Dismissal, Person, Statement

from .records import person, put, record, said

pytestmark = pytest.mark.django_db

URL = "https://wire.example/a"
BODY = "“We shall go on until the end,” Ana Ilves said. “The fish is fresh today,” Toomas Kask said."
WORDS = ("We shall go on until the end,", "The fish is fresh today,")
LONGER = "TALLINN, 3 May. It rained.\n\n" + BODY


def tell(body, *found, **more):
    """Store a version of the article with statements: pairs of words and speaker."""
    statements = tuple(said(body, words, speaker) for words, speaker in found)
    put(record(body, url=URL, statements=statements, **more))
    return list(Article.objects.get().statements.all())


def both(body=BODY, **more):
    return tell(body, (WORDS[0], "Ana Ilves"), (WORDS[1], "Toomas Kask"), **more)


def words(statement):
    return [statement.article.body[span.start : span.end] for span in statement.spans.all()]


def test_statements_that_are_found_again_keep_their_addresses():
    before = both()
    after = both(LONGER)
    assert before == after and [words(one) for one in after] == [[text] for text in WORDS]
    assert [one.position for one in after] == [1, 2]


def test_a_statement_that_is_mended_a_little_is_the_same():
    first, _ = both()
    changed = BODY.replace("until the end", "until the very end")
    again = tell(changed, ("We shall go on until the very end,", "Ana Ilves"))
    assert again == [first] and again[0].text == "We shall go on until the very end,"


def test_a_statement_that_is_found_no_more_goes():
    both()
    assert len(tell(BODY, (WORDS[1], "Toomas Kask"), series="again")) == 1


def test_a_confirmed_statement_stays_when_the_extractor_finds_it_no_more():
    first, _ = both()
    Statement.objects.filter(pk=first.pk).update(confirmed_at=timezone.now())
    kept, _ = tell(LONGER, (WORDS[1], "Toomas Kask"))
    assert kept == first and words(kept) == [WORDS[0]]


def test_a_confirmed_statement_stays_when_the_page_drops_its_words():
    first, _ = both()
    Statement.objects.filter(pk=first.pk).update(confirmed_at=timezone.now())
    shorter = "“The fish is fresh today,” Toomas Kask said."
    other, kept = tell(shorter, (WORDS[1], "Toomas Kask"))
    assert kept == first and kept.text == WORDS[0] and words(kept) == [] and words(other) == [WORDS[1]]
    *_, back = both(series="back")
    assert {words(one)[0] for one in both(LONGER)} == set(WORDS) and back


def test_a_confirmed_statement_keeps_its_speaker():
    first, _ = both()
    Statement.objects.filter(pk=first.pk).update(confirmed_at=timezone.now())
    again = tell(BODY, (WORDS[0], "Toomas Kask"), (WORDS[1], "Toomas Kask"), series="again")
    assert str(again[0].person) == "Ana Ilves"


def test_a_speaker_whom_an_editor_set_stays():
    first, _ = both()
    first.person = Person.objects.create(name="Someone Else", slug="someone-else")
    first.lock("speaker")
    first.save()
    again = both(LONGER)
    assert str(again[0].person) == "Someone Else" and words(again[0]) == [WORDS[0]]


def test_words_that_an_editor_dismissed_are_not_found_again():
    first, _ = both()
    Dismissal.objects.create(article=first.article, text=first.text)
    first.delete()
    assert [one.text for one in both(LONGER)] == [WORDS[1]]


def test_the_same_words_said_twice_are_two_statements_that_stay_two():
    body = "“No,” Ana Ilves said. She waited. “No,” Ana Ilves said again."
    one = said(body, "No,", "Ana Ilves")
    start = body.rindex("No,")
    two = replace(one, spans=((start, start + 3),))
    put(record(body, url=URL, statements=(one, two), people=(person(body, "Ana Ilves"),)))
    before = list(Article.objects.get().statements.all())
    put(record(body, url=URL, statements=(one, two), series="again"))
    assert list(Article.objects.get().statements.all()) == before and len(before) == 2


def test_a_split_statement_has_both_its_spans():
    body = "“We go,” Ana Ilves said, “and we stay.”"
    one = said(body, "We go,", "Ana Ilves")
    start = body.index("and we stay")
    split = replace(one, spans=(*one.spans, (start, start + 11)))
    put(record(body, url=URL, statements=(split,)))
    statement = Statement.objects.get()
    assert statement.text == "We go, and we stay" and words(statement) == ["We go,", "and we stay"]


def test_an_offset_beyond_the_body_sets_the_whole_article_aside():
    one = said(BODY, WORDS[0], "Ana Ilves")
    wrong = replace(one, spans=((0, len(BODY) + 5),))
    with pytest.raises(IntegrityError), transaction.atomic():
        put(record(BODY, url=URL, statements=(wrong,)))
    assert not Article.objects.exists() and not Person.objects.exists()
