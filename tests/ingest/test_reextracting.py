"""Articles made anew from their captures: as in a new archive, but for what editors set."""

from pathlib import Path

import pytest
from django.core.management import call_command

from archive.ingest.merging import add_name
from archive.ingest.reextracting import reextract
from archive.models import (
    Address,
    Article,
    Event,
    EventMention,
    EventName,
    Evidence,
    Mention,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Rereading,
    Source,
    Statement,
    StatementSpan,
    TellingRun,
    Topic,
)

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[2] / "seeds"
TABLES = {
    Address: ("slug", "person__name", "organization__name", "event__name"),
    Article: (
        "title", "body", "published", "precision", "source__slug", "countries", "topics__slug", "language",
        "dateline_place", "boilerplate", "locked",
    ),
    Event: ("name", "slug", "date", "place", "people__slug", "organizations__slug"),
    EventMention: ("article__title", "event__slug", "start", "end"),
    EventName: ("event__slug", "name", "key", "confirmed"),
    Evidence: ("article__title", "position", "kind", "text", "says"),
    Mention: ("article__title", "person__slug", "organization__slug", "start", "end"),
    Office: ("person__slug", "title", "organization", "country", "articles__title"),
    Organization: ("name", "slug", "country", "note", "locked"),
    OrganizationName: ("organization__slug", "name", "key", "confirmed"),
    Person: ("name", "slug", "note", "locked"),
    PersonName: ("person__slug", "name", "key", "surname", "confirmed"),
    Source: ("name", "slug"),
    Statement: (
        "article__title", "position", "kind", "text", "person__slug", "organization__slug", "unnamed", "cue",
        "medium", "confidence", "speaker_as_written", "speaker_start", "events__slug", "locked",
    ),
    StatementSpan: ("statement__article__title", "statement__position", "start", "end"),
    TellingRun: ("article__title", "number"),
    Topic: ("name", "slug"),
}  # fmt: skip
STORY = """Envoys meet in {city} after ferry dispute

{city}, 4 March 2016. Estonian Foreign Minister Ana Ilves met Latvian envoy Juris Kalns in {city} on 3 March.

"We shall settle this together," Ilves said. "It will take time," Kalns told reporters after the talks.

Report {number} of the Baltic desk.
"""


@pytest.fixture(autouse=True)
def seeds(tmp_path):
    for number, city in enumerate(("Riga", "Tartu", "Riga")):
        page = tmp_path / f"page-{number}.txt"
        page.write_text(STORY.format(city=city, number=number), encoding="utf-8")
    call_command("ingest", str(SEEDS), *map(str, sorted(tmp_path.glob("page-*.txt"))), verbosity=0)
    assert Event.objects.exists() and Office.objects.exists()


def tables():
    """Return all rows of the archive, by what they say and not by their numbers."""
    return {
        model.__name__: sorted(model.objects.order_by().values_list(*fields), key=repr)
        for model, fields in TABLES.items()
    }


def snapshot():
    """Return what has an address, with its number."""
    asked = {Article: ("title",), Statement: ("text", "position"), Person: ("name", "slug"), Event: ("slug",)}
    return [list(model.objects.order_by("pk").values_list("pk", *fields)) for model, fields in asked.items()]


def spoil():
    """Write what an older extractor may have made of the same pages."""
    article, other = Article.objects.filter(statements__isnull=False).distinct()[:2]
    wrong = Person.objects.create(name="Washington Post", slug="washington-post")
    PersonName.objects.create(person=wrong, name="Washington Post", key="washington post", surname="post")
    Mention.objects.create(article=article, person=wrong, start=0, end=3)
    other.statements.update(person=wrong, organization=None, unnamed="", kind="mixed", text="wrong words")
    for person in Person.objects.exclude(pk=wrong.pk):
        PersonName.objects.create(person=person, name=f"{person} Wednesday", key="x", surname="wednesday")
        Office.objects.create(person=person, title="King", country="ZZ").articles.add(article)
    for event in Event.objects.all():
        event.people.add(wrong)
    Event.objects.update(place="Nowhere")
    Organization.objects.update(country="ZZ")
    nothing = Event.objects.create(name="said on", slug="said-on", date="2015-01-01", precision="day")
    EventMention.objects.create(article=article, event=nothing, start=0, end=3)
    article.topics.add(Topic.objects.create(name="Listen Live", slug="listen-live"))
    article.source = Source.objects.create(name="Comments", slug="comments")
    article.save()
    Person.objects.filter(pk=Person.objects.exclude(pk=wrong.pk).first().pk).update(name="Someone Else")


def test_the_same_extractor_finds_the_same():
    before, rows = snapshot(), tables()
    call_command("reextract")
    assert tables() == rows
    assert snapshot() == before


def test_nothing_is_left_of_what_an_older_extractor_found():
    fresh, numbers = tables(), snapshot()
    spoil()
    call_command("reextract")
    again = tables()
    for name, rows in fresh.items():
        assert again[name] == rows, name
    assert snapshot() == numbers


def test_an_article_extracted_anew_alone_leaves_nothing_of_its_own_either():
    fresh = tables()
    article = Article.objects.filter(statements__isnull=False).first()
    wrong = Person.objects.create(name="Washington Post", slug="washington-post")
    Mention.objects.create(article=article, person=wrong, start=0, end=3)
    for event in article.events.all():
        event.people.add(wrong)
    from archive.ingest.reextracting import rewrite_articles

    rewrite_articles(Article.objects.filter(pk=article.pk))
    assert tables() == fresh


def test_what_an_editor_set_stays_and_all_else_is_mended():
    statement = Statement.objects.filter(person__isnull=False).first()
    ana = Person.objects.get(name="Ana Ilves")
    ana.note = "A minister."
    ana.save()
    add_name(ana, "Wolves")
    statement.person = ana
    statement.lock("speaker")
    statement.save()
    event = Event.objects.filter(people=ana).first()
    event.people.clear()
    event.lock("participants")
    event.save()
    topic = Topic.objects.create(name="By hand", slug="by-hand")
    spoil()
    event.people.clear()
    call_command("reextract")
    statement.refresh_from_db()
    ana.refresh_from_db()
    assert statement.person == ana and ana.note == "A minister."
    assert "Wolves" in {str(name) for name in ana.names.all()}
    assert not event.people.exists()
    assert Topic.objects.filter(pk=topic.pk).exists()
    assert not Person.objects.filter(name="Washington Post").exists()


def test_what_was_spoilt_is_mended_and_what_an_editor_set_is_not():
    article = Article.objects.filter(published__isnull=False).first()
    published = article.published
    Article.objects.filter(pk=article.pk).update(
        title="Set by hand", locked=["title"], published=None, precision="unknown"
    )
    call_command("reextract")
    article.refresh_from_db()
    assert (article.title, article.published) == ("Set by hand", published)


def test_an_address_that_a_wrong_row_held_goes_to_whom_it_is_due():
    organization = Organization.objects.first()
    slug = organization.slug
    Address.objects.filter(slug=slug).delete()
    Person.objects.create(name=organization.name, slug=slug)
    organization.slug = f"{slug}-2"
    organization.save()
    call_command("reextract")
    assert Organization.objects.get(pk=organization.pk).slug == slug
    assert not Person.objects.filter(slug=slug).exists()


def test_a_capture_that_is_lost_is_told_and_leaves_its_article(capsys):
    article = Article.objects.first()
    article.capture.file.unlink()
    with pytest.raises(SystemExit):
        call_command("reextract")
    assert "7 rewritten, 1 failed" in capsys.readouterr().out
    assert Article.objects.filter(pk=article.pk, body=article.body).exists()


def break_off(after):
    """Begin to extract all anew, and be interrupted when so many articles are done."""
    steps = []

    def progress(count):
        steps.append(count)
        if sum(steps) >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reextract(progress=progress)


@pytest.mark.parametrize("after", [1, 3, 6])
def test_what_was_interrupted_goes_on_there_and_comes_to_the_same(after, capsys):
    before = tables()
    spoil()
    break_off(after)
    call_command("reextract")
    printed = capsys.readouterr()
    assert f"Going on after {after} articles" in printed.err
    assert "8 rewritten, 0 failed" in printed.out
    assert tables() == before
    assert not Rereading.objects.exists()


def test_what_failed_before_the_interruption_is_told_in_the_end(capsys):
    Article.objects.order_by("capture").first().capture.file.unlink()
    break_off(2)
    with pytest.raises(SystemExit):
        call_command("reextract")
    assert "7 rewritten, 1 failed" in capsys.readouterr().out


def test_a_run_may_begin_anew_and_does_where_the_extractor_is_another(capsys):
    break_off(2)
    call_command("reextract", anew=True)
    break_off(2)
    Rereading.objects.update(extractor="an older one")
    call_command("reextract")
    assert "Going on" not in capsys.readouterr().err
