"""Rows on which much hangs: the desk stays quick, and shows no more than a person reads."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission

from archive.admin.article import MOST_IN_PLACE
from archive.admin.deletion import LISTED
from archive.models import Article, Mention, Organization, Person, Source, Statement

pytestmark = pytest.mark.django_db

MANY = 100


@pytest.fixture
def article():
    return Article.objects.create(title="Envoys meet", body="We shall go on, said the envoy.")


def quote(article, count):
    """Give an article some statements."""
    first = article.statements.count() + 1
    return Statement.objects.bulk_create(
        Statement(
            article=article, position=n, kind="direct", text="We shall go on", unnamed="envoy", confidence=0.5
        )
        for n in range(first, first + count)
    )


def shown(page):
    return BeautifulSoup(page.content, "lxml").select_one("#content").get_text(" ", strip=True)


def test_an_article_of_many_statements_leads_to_their_list(desk, article):
    quote(article, MOST_IN_PLACE + 1)
    page = BeautifulSoup(desk.client.get(desk.address(article)).content, "lxml")
    assert not page.select("[name^=statements-]")
    link = page.select_one(".field-said a")
    assert link.text == f"{MOST_IN_PLACE + 1} statements"
    assert f"{MOST_IN_PLACE + 1} statements" in shown(desk.client.get(link["href"]))
    assert desk.save(article, title="Envoys part") == []
    assert Article.objects.get().statements.count() == MOST_IN_PLACE + 1


def test_statements_that_were_in_the_form_are_saved_though_others_have_come_meanwhile(desk, article):
    (first,) = quote(article, 1)
    fields = desk.open(article)
    quote(article, MOST_IN_PLACE)
    assert desk.send(desk.address(article), fields | {"statements-0-unnamed": "minister"}) == []
    first.refresh_from_db()
    assert first.unnamed == "minister"


def test_what_goes_with_a_row_is_counted_by_few_questions(desk, article, django_assert_max_num_queries):
    organization = Organization.objects.create(name="Foreign Ministry", slug="foreign-ministry")
    Mention.objects.bulk_create(
        Mention(article=article, organization=organization, start=n, end=n + 1) for n in range(10)
    )
    with django_assert_max_num_queries(15):
        page = desk.client.get(desk.address(organization, "delete"))
    assert "Mentions: 10" in shown(page)
    desk.client.post(desk.address(organization, "delete"), {"post": "yes"})
    assert not Organization.objects.exists()


def test_who_is_named_often_is_removed_by_few_questions(desk, article, django_assert_max_num_queries):
    organization = Organization.objects.create(name="The Evening Post", slug="the-evening-post")
    Mention.objects.bulk_create(
        Mention(article=article, organization=organization, start=n // 9, end=n // 9 + n % 9 + 1)
        for n in range(MANY)
    )
    with django_assert_max_num_queries(MANY / 2):
        desk.act("remove", [organization], sure="yes")
    assert not Organization.objects.exists()


def test_articles_to_split_are_listed_by_few_questions(desk, django_assert_max_num_queries):
    source = Source.objects.create(name="Wire", slug="wire")
    ilves = Person.objects.create(name="Ana Ilves", slug="ana-ilves")
    articles = Article.objects.bulk_create(
        Article(title=f"Report {n}", body="Ana Ilves spoke.", source=source) for n in range(MANY)
    )
    Mention.objects.bulk_create(Mention(article=one, person=ilves, start=0, end=9) for one in articles)
    with django_assert_max_num_queries(MANY / 2):
        page = desk.act("split", [ilves])
    assert f"Report {MANY - 1} undated, Wire" in shown(page)


def test_what_forbids_a_deletion_is_named_as_far_as_a_person_reads(desk):
    source = Source.objects.create(name="Wire", slug="wire")
    Article.objects.bulk_create(
        Article(title=f"Report {n}", body="It rained.", source=source) for n in range(MANY)
    )
    text = shown(desk.client.get(desk.address(source, "delete")))
    assert "Article: Report 0" in text and f"and {MANY - LISTED} more" in text
    assert f"Report {MANY - 1}" not in text


def test_who_may_not_delete_what_goes_along_may_not_delete_the_row(desk, article, django_user_model):
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(
        Permission.objects.filter(codename__in=["view_article", "change_article", "delete_article"])
    )
    quote(article, 1)
    desk.client.force_login(clerk)
    desk.client.post(desk.address(article, "delete"), {"post": "yes"})
    assert Article.objects.exists()
