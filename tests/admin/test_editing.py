"""What an editor changes, and what becomes of it."""

from datetime import UTC, date, datetime

import pytest

from archive.models import (
    Address,
    Article,
    Dismissal,
    Event,
    IndexTask,
    Office,
    Organization,
    Person,
    Source,
    Statement,
)
from tests.ingest.records import dated, event, person, put, put_article, record, said

pytestmark = pytest.mark.django_db

BODY = "“We shall go on,” Ana Ilves said. “The fish is fresh,” he added. The ferry sank on Friday."
URL = "https://wire.example/a"
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def found(body=BODY):
    """Return what an extractor finds in the article."""
    return {
        "url": URL,
        "published": dated("2016-03-04"),
        "people": (person(body, "Ana Ilves", "Envoy", "EE"),),
        "statements": (
            said(body, "We shall go on,", "Ana Ilves"),
            said(body, "The fish is fresh,", "he", kind="unnamed"),
        ),
        "events": (event(body, "The ferry sank", "2016-03-01"),),
    }


@pytest.fixture
def article():
    return put_article(BODY, **found())


def extract_again():
    """Let a later version of the page come in."""
    body = "It rained.\n\n" + BODY
    put(record(body, **found(body)))
    return Article.objects.get()


def test_a_form_that_is_saved_untouched_changes_and_locks_nothing(desk, article):
    assert desk.save(article) == []
    article.refresh_from_db()
    assert article.locked == [] and article.published == date(2016, 3, 4)
    assert all(statement.locked == [] for statement in article.statements.all())


def test_of_two_editors_with_one_form_open_the_second_writes_over_nothing(desk, article):
    first, second = desk.open(article), desk.open(article)
    assert desk.send(desk.address(article), first | {"title": "Talks go on"}) == []
    [told] = desk.send(desk.address(article), second | {"dateline_place": "Tallinn"})
    assert "while you had it open" in told
    article.refresh_from_db()
    assert (article.title, article.dateline_place) == ("Talks go on", "")


def test_a_statement_that_was_given_a_speaker_meanwhile_keeps_it(desk, article):
    statement = article.statements.get(unnamed="he")
    form, ilves = desk.open(article), Person.objects.get()
    assert desk.save(statement, person=ilves.pk, unnamed="") == []
    assert desk.send(desk.address(article), form | {"title": "Talks go on"}) != []
    statement.refresh_from_db()
    assert statement.person == ilves


def test_exactly_what_an_editor_changes_is_locked_and_stays(desk, article):
    assert desk.save(article, title="The fish affair") == []
    again = extract_again()
    assert (again.title, again.locked) == ("The fish affair", ["title"])
    assert again.body.startswith("It rained.")


def test_a_date_that_an_editor_sets_stays_and_says_so(desk, article):
    assert desk.save(article, published="2016-03-17", precision="month") == []
    again = extract_again()
    assert (again.published, again.precision) == (date(2016, 3, 1), "month")
    assert "Set by an editor" in again.evidence.last().says


@pytest.mark.parametrize(
    "wrong",
    [{"precision": "unknown"}, {"published": ""}, {"published": "2016-02-30"}, {"precision": "minute"}],
)
def test_a_date_that_does_not_fit_its_precision_is_refused(desk, article, wrong):
    assert desk.save(article, **wrong)
    article.refresh_from_db()
    assert article.published == date(2016, 3, 4)


def test_a_source_that_an_editor_sets_stays(desk, article):
    source = Source.objects.create(name="Wire", slug="wire")
    assert desk.save(article, source=source.pk) == []
    assert extract_again().source == source


def test_a_speaker_that_an_editor_sets_beside_the_article_stays(desk, article):
    ana = Person.objects.get()
    assert desk.save(article, statements__1__person=ana.pk) == []
    statement = extract_again().statements.get(position=2)
    assert (statement.person, statement.unnamed, statement.locked) == (ana, "", ["speaker"])


def test_a_statement_has_one_speaker_in_the_form_too(desk, article):
    union = Organization.objects.create(name="Union", slug="union")
    ana = Person.objects.get()
    errors = desk.save(article, statements__1__person=ana.pk, statements__1__organization=union.pk)
    assert any("one speaker" in error for error in errors)


def test_words_that_an_editor_mends_must_stand_in_the_article(desk, article):
    statement = article.statements.first()
    assert any("do not stand" in error for error in desk.save(statement, text="We shall never go"))
    assert desk.save(statement, text="We shall go on, The fish is fresh,") == []
    assert statement.spans.count() == 2


def test_a_statement_that_an_editor_removes_is_found_no_more(desk, article):
    assert desk.save(article, statements__0__DELETE="on") == []
    assert Dismissal.objects.get().text == "We shall go on,"
    assert [statement.text for statement in extract_again().statements.all()] == ["The fish is fresh,"]


def test_a_statement_deleted_from_the_list_is_found_no_more(desk, article):
    desk.act("delete_selected", [article.statements.first()], post="yes")
    assert [statement.text for statement in extract_again().statements.all()] == ["The fish is fresh,"]


def test_a_statement_that_an_editor_adds_is_confirmed_and_stays(desk, article):
    ana = Person.objects.get()
    fields = {"article": article.pk, "kind": "indirect", "text": "The ferry sank", "person": ana.pk}
    errors = desk.send("/admin/archive/statement/add/", fields)
    assert errors == []
    kept = extract_again().statements.get(text="The ferry sank")
    assert kept.confirmed_by.username == "admin" and kept.spans.count() == 1


def test_confirmed_statements_say_by_whom_and_when(desk, article):
    desk.act("confirm", list(article.statements.all()))
    assert {one.confirmed_by.username for one in article.statements.all()} == {"admin"}
    assert all(one.confirmed_at for one in article.statements.all())


@pytest.mark.parametrize("change", ["save", "confirm", "release", "delete_selected"])
def test_what_an_editor_does_to_a_statement_changes_its_article_for_programs(desk, article, change):
    Article.objects.update(updated_at=LONG_AGO)
    statement = article.statements.first()
    if change == "save":
        assert desk.save(statement, cue="insisted") == []
    else:
        desk.act(change, [statement], post="yes")
    changed = desk.client.get(f"/api/v1/articles?changed-since={LONG_AGO.year + 1}-01-01").json()
    assert [one["id"] for one in changed["results"]] == [article.pk]


def test_an_event_that_an_editor_takes_off_an_article_stays_off(desk, article):
    assert desk.save(article, event_mentions__0__DELETE="on") == []
    assert not extract_again().events.exists()


def test_an_event_that_an_editor_puts_on_an_article_stays(desk, article):
    treaty = Event.objects.create(name="Treaty", slug="treaty")
    more = {"event_mentions__TOTAL_FORMS": 2, "event_mentions__1__event": treaty.pk}
    assert desk.save(article, **more, event_mentions__1__words="The fish is fresh") == []
    again = extract_again()
    mention = again.event_mentions.get(event=treaty)
    assert again.body[mention.start : mention.end] == "The fish is fresh"


def test_a_lock_can_be_released(desk, article):
    desk.save(article, title="The fish affair")
    desk.act("release", [article])
    assert extract_again().title == "Envoys meet"


def test_a_change_is_noted_for_the_index(desk, article):
    IndexTask.objects.all().delete()
    desk.save(article, title="The fish affair")
    assert IndexTask.objects.filter(label="archive.article", key=str(article.pk)).exists()


def test_an_alias_entered_at_the_desk_mends_the_articles(desk, article):
    ana = Person.objects.get()
    assert desk.save(ana, names__TOTAL_FORMS=2, names__1__name="he") == []
    assert [one.person for one in article.statements.all()] == [ana, ana]


def test_a_person_who_is_renamed_keeps_the_old_name_and_address(desk, article):
    ana = Person.objects.get()
    assert desk.save(ana, name="Anna Ilves", slug="anna-ilves") == []
    assert {name.name for name in ana.names.all()} == {"Ana Ilves", "Anna Ilves"}
    assert Address.objects.get(slug="ana-ilves").owner == ana


def test_a_namesake_who_is_entered_by_hand_takes_nothing_from_the_other(desk, article):
    ana = Person.objects.get()
    forms = ("names", "offices")
    empty = {f"{form}-{count}_FORMS": 0 for form in forms for count in ("TOTAL", "INITIAL")}
    assert desk.send("/admin/archive/person/add/", {"name": "Ana Ilves", **empty}) == []
    assert Person.objects.count() == 2 and ana.statements.count() == 1


def test_an_address_that_is_anothers_is_refused_in_plain_words(desk, article):
    Organization.objects.create(name="Union", slug="union")
    assert desk.save(Person.objects.get(), slug="union") == ["This address is or was that of Union."]


def test_merging_asks_which_one_is_kept(desk, article):
    ana, other = Person.objects.get(), Person.objects.create(name="Anne Ilves", slug="anne-ilves")
    page = desk.act("merge", [ana, other])
    assert page.status_code == 200 and Person.objects.count() == 2
    desk.act("merge", [ana, other], kept=other.pk)
    assert Person.objects.get() == other and other.statements.count() == 1


def test_splitting_asks_which_articles_mean_someone_else(desk, article):
    second = put_article("Ana Ilves came.", people=(person("Ana Ilves came.", "Ana Ilves"),))
    ana = Person.objects.get()
    assert desk.act("split", [ana]).status_code == 200
    desk.act("split", [ana], new_name="Ana Ilves", article=[second.pk])
    assert second.mentions.get().person != ana and article.mentions.get().person == ana


def test_events_are_merged_at_the_desk(desk, article):
    other = article.events.get()
    kept = Event.objects.create(name="Sinking", slug="sinking")
    desk.act("merge", [kept, other], kept=kept.pk)
    assert article.events.get() == kept
    assert extract_again().events.get() == kept


def test_an_office_entered_by_hand_stays(desk, article):
    ana = Person.objects.get()
    desk.send("/admin/archive/office/add/", {"person": ana.pk, "title": "Mayor", "country": "EE"})
    extract_again()
    assert {office.title for office in Office.objects.all()} == {"Envoy", "Mayor"}


def test_deleting_who_spoke_is_refused(desk, article):
    ana = Person.objects.get()
    desk.client.post(desk.address(ana, "delete"), {"post": "yes"})
    assert Person.objects.get() == ana


def test_an_article_is_deleted_after_asking(desk, article):
    desk.client.post(desk.address(article, "delete"), {"post": "yes"})
    assert not Article.objects.exists() and not Statement.objects.exists()
