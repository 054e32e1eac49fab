"""What the database itself refuses, whoever writes to it."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from archive.models import (
    Address,
    Article,
    Capture,
    Event,
    EventMention,
    Mention,
    Organization,
    Person,
    Source,
    Statement,
    StatementSpan,
)
from archive.models.triggers import TRIGGERS

pytestmark = pytest.mark.django_db

BODY = "Envoy Ana Ilves said 😀 yes."


@pytest.fixture
def article():
    return Article.objects.create(body=BODY)


@pytest.fixture
def person():
    return Person.objects.create(name="Ana Ilves", slug="ana-ilves")


@pytest.fixture
def statement(article, person):
    return Statement.objects.create(
        article=article, position=1, kind="direct", text="yes", person=person, confidence=1
    )


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_a_span_may_end_where_the_body_ends_counted_in_code_points(article, person, statement):
    Mention.objects.create(article=article, person=person, start=0, end=len(BODY))
    StatementSpan.objects.create(statement=statement, start=0, end=len(BODY))


def test_a_mention_beyond_the_body_is_refused(article, person):
    refused(lambda: Mention.objects.create(article=article, person=person, start=0, end=len(BODY) + 1))


def test_a_mention_cannot_be_moved_beyond_the_body(article, person):
    mention = Mention.objects.create(article=article, person=person, start=0, end=5)
    refused(lambda: Mention.objects.filter(pk=mention.pk).update(end=len(BODY) + 1))


def test_a_mention_cannot_be_given_to_an_article_that_is_too_short(article, person):
    mention = Mention.objects.create(article=article, person=person, start=0, end=5)
    short = Article.objects.create(body="No.")
    refused(lambda: Mention.objects.filter(pk=mention.pk).update(article=short))


def test_a_span_of_a_statement_beyond_the_body_is_refused(statement):
    refused(lambda: StatementSpan.objects.create(statement=statement, start=3, end=len(BODY) + 1))


def test_the_speaker_of_a_statement_stands_within_the_body(statement):
    beyond = {"speaker_start": 0, "speaker_end": len(BODY) + 1}
    refused(lambda: Statement.objects.filter(pk=statement.pk).update(**beyond))


def test_an_event_is_told_of_within_the_body(article):
    event = Event.objects.create(name="Talks", slug="talks")
    refused(lambda: EventMention.objects.create(article=article, event=event, start=0, end=len(BODY) + 1))


def test_rows_written_in_bulk_are_held_to_the_same(article, person):
    rows = [Mention(article=article, person=person, start=0, end=end) for end in (5, len(BODY) + 1)]
    refused(lambda: Mention.objects.bulk_create(rows))


def test_a_body_is_not_cut_short_under_its_spans(article, statement):
    StatementSpan.objects.create(statement=statement, start=20, end=len(BODY))
    refused(lambda: Article.objects.filter(pk=article.pk).update(body=BODY[:-1]))


def test_a_body_without_spans_beyond_may_become_shorter(article, statement):
    StatementSpan.objects.create(statement=statement, start=0, end=5)
    Article.objects.filter(pk=article.pk).update(body=BODY[:5])


@pytest.mark.parametrize("start, end", [(4, 4), (5, 4)])
def test_a_span_holds_something(article, person, start, end):
    refused(lambda: Mention.objects.create(article=article, person=person, start=start, end=end))


def test_a_statement_has_one_speaker(article, person):
    ministry = Organization.objects.create(name="Ministry", slug="ministry")
    both = {"article": article, "kind": "direct", "text": "yes", "confidence": 1}
    refused(lambda: Statement.objects.create(position=1, person=person, organization=ministry, **both))
    refused(lambda: Statement.objects.create(position=1, person=person, unnamed="a source", **both))
    refused(lambda: Statement.objects.create(position=1, organization=ministry, unnamed="a source", **both))
    Statement.objects.create(position=1, unnamed="a source", **both)


def test_two_statements_of_an_article_have_two_places(article, statement):
    again = {"article": article, "kind": "direct", "text": "yes", "confidence": 1}
    refused(lambda: Statement.objects.create(position=statement.position, **again))


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_confidence_lies_between_nothing_and_certainty(article, confidence):
    text = {"article": article, "position": 1, "kind": "direct", "text": "yes"}
    refused(lambda: Statement.objects.create(confidence=confidence, **text))


@pytest.mark.parametrize("published, precision", [(None, "day"), (date(2019, 4, 2), "unknown")])
def test_an_article_is_dated_with_a_precision_or_not_at_all(published, precision):
    refused(lambda: Article.objects.create(body=BODY, published=published, precision=precision))


def test_a_capture_comes_in_once(article):
    capture = {"sha256": "a" * 64, "size": 1, "format": "text", "article": article}
    Capture.objects.create(path="one", **capture)
    refused(lambda: Capture.objects.create(path="two", **capture))


@pytest.mark.parametrize("model", [Organization, Event])
def test_nobody_takes_the_address_of_another(person, model):
    refused(lambda: model.objects.create(name="Other", slug=person.slug))


def test_a_former_address_is_given_to_nobody_else(person):
    person.slug = "ana-ilves-minister"
    person.save()
    refused(lambda: Person.objects.create(name="Ana Ilves", slug="ana-ilves"))
    assert Address.objects.get(slug="ana-ilves").owner == person


def test_a_former_address_can_be_taken_back_by_its_owner(person):
    for slug in ("another", "ana-ilves"):
        person.slug = slug
        person.save()
    assert {address.slug for address in person.addresses.all()} == {"ana-ilves", "another"}


def test_who_spoke_is_not_deleted(statement, person):
    with pytest.raises(ProtectedError):
        person.delete()


def test_a_source_with_articles_is_not_deleted(article):
    article.source = Source.objects.create(name="Wire", slug="wire")
    article.save()
    with pytest.raises(ProtectedError):
        article.source.delete()


def test_an_article_takes_with_it_what_hangs_on_it(article, statement, person):
    capture = Capture.objects.create(sha256="a" * 64, size=1, format="text", path="one", article=article)
    Article.objects.filter(pk=article.pk).update(capture=capture)
    article.delete()
    assert not Statement.objects.exists() and not Capture.objects.exists()
    assert Person.objects.get() == person


def test_an_editor_who_leaves_leaves_the_confirmation(statement):
    editor = User.objects.create(username="editor")
    Statement.objects.filter(pk=statement.pk).update(confirmed_by=editor, confirmed_at="2020-01-01T00:00Z")
    editor.delete()
    statement.refresh_from_db()
    assert statement.confirmed_at and statement.confirmed_by is None


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's own list")
def test_every_trigger_stands_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in cursor.fetchall()} >= {trigger.name for trigger in TRIGGERS}
