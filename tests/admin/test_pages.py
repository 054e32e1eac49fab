"""Every page of the desk opens, under the site's own security policy, and shows nothing unescaped."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from archive.models import (
    Article,
    Capture,
    Dismissal,
    Event,
    EventMention,
    Evidence,
    Identification,
    IndexTask,
    Office,
    Organization,
    Person,
    PersonName,
    Rejection,
    Source,
    Statement,
    Topic,
)

pytestmark = pytest.mark.django_db

MODELS = sorted((model for model in admin.site._registry), key=lambda model: model._meta.label)
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def desk(admin_user):
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def rows():
    """One row at least of every model, each with a hostile name."""
    source = Source.objects.create(name=HOSTILE, slug="source")
    article = Article.objects.create(title=HOSTILE, body=f"{HOSTILE} said so.", source=source)
    person = Person.objects.create(name=HOSTILE, slug="person", note=HOSTILE)
    PersonName.objects.create(person=person, name=HOSTILE, key="x", surname="x")
    organization = Organization.objects.create(name=HOSTILE, slug="organization")
    event = Event.objects.create(name=HOSTILE, slug="event", place=HOSTILE)
    EventMention.objects.create(article=article, event=event, start=0, end=5)
    Statement.objects.create(
        article=article, position=1, kind="direct", text=HOSTILE, unnamed=HOSTILE, confidence=0.5
    ).spans.create(start=0, end=10)
    Office.objects.create(person=person, title=HOSTILE)
    Topic.objects.create(name=HOSTILE, slug="topic")
    Rejection.objects.create(path=HOSTILE, reason=HOSTILE)
    Dismissal.objects.create(article=article, text=HOSTILE)
    Identification.objects.create(article=article, key=HOSTILE, organization=organization)
    Evidence.objects.create(article=article, position=1, kind="weekday", text=HOSTILE, says=HOSTILE)
    Capture.objects.create(sha256="a" * 64, size=1, format="text", path=HOSTILE, article=article)
    IndexTask.objects.create(label="archive.article", key=HOSTILE)


def address(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def opened(desk, url):
    """Open a page; check that it is whole and that a strict policy lets all of it work."""
    page = desk.get(url)
    assert page.status_code == 200, url
    text = page.content.decode()
    assert HOSTILE not in text
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "script-src 'self'" in policy
    scripts = re.findall(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", text)
    assert not scripts, url
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=", text), url
    return text


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_list_opens(desk, rows, model):
    opened(desk, address(model, "changelist"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_row_opens(desk, rows, model):
    row = model._default_manager.first()
    if row is not None:
        opened(desk, address(model, "change", row.pk))
        opened(desk, address(model, "history", row.pk))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_row_asks_before_it_is_deleted(desk, rows, model):
    row = model._default_manager.first()
    if row is not None and model is not IndexTask:
        opened(desk, address(model, "delete", row.pk))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_form_for_a_new_row_opens_where_there_is_one(desk, rows, model, admin_user, rf):
    request = rf.get("/")
    request.user = admin_user
    if admin.site._registry[model].has_add_permission(request):
        opened(desk, address(model, "add"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_list_can_be_searched(desk, rows, model):
    if admin.site._registry[model].search_fields:
        opened(desk, address(model, "changelist") + "?q=script")


def test_every_model_of_the_archive_is_at_the_desk_or_within_another(rows):
    inline = {"evidence", "mention", "eventmention", "statementspan", "personname", "organizationname"}
    inline |= {"eventname", "address", "sourceslug"}
    made_from_the_body = {"tellingrun"}
    names = {model._meta.model_name for model in apps.get_app_config("archive").get_models()}
    assert names - inline - made_from_the_body == {
        m._meta.model_name for m in MODELS if m._meta.app_label == "archive"
    }


def test_the_desk_is_closed_to_readers(client):
    assert client.get(reverse("admin:index")).status_code == 302
