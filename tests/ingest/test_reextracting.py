"""Articles made anew from their captures."""

from pathlib import Path

import pytest
from django.core.management import call_command

from archive.models import Article, Person, Statement

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(autouse=True)
def seeds():
    call_command("ingest", str(SEEDS), verbosity=0)


def snapshot():
    """Return all that the archive knows, with the keys of articles and statements."""
    asked = {
        Article: ("title", "body", "published", "source__slug"),
        Statement: ("text", "person__name", "unnamed", "position"),
        Person: ("name", "slug", "offices__title"),
    }
    return [list(model.objects.order_by("pk").values_list("pk", *fields)) for model, fields in asked.items()]


def test_the_same_extractor_finds_the_same():
    before = snapshot()
    call_command("reextract")
    assert snapshot() == before


def test_what_was_spoilt_is_mended_and_what_an_editor_set_is_not():
    article = Article.objects.filter(published__isnull=False).first()
    published = article.published
    Article.objects.filter(pk=article.pk).update(
        title="Set by hand", locked=["title"], published=None, precision="unknown"
    )
    call_command("reextract")
    article.refresh_from_db()
    assert (article.title, article.published) == ("Set by hand", published)


def test_a_capture_that_is_lost_is_told_and_leaves_its_article(capsys):
    article = Article.objects.first()
    article.capture.file.unlink()
    with pytest.raises(SystemExit):
        call_command("reextract")
    assert "4 rewritten, 1 failed" in capsys.readouterr().out
    assert Article.objects.filter(pk=article.pk, body=article.body).exists()
