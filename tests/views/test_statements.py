"""The page of one statement and its data."""

import json
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.ingest.records import put_article

from .rows import BODY, make_article, make_full_article, make_person, say

pytestmark = pytest.mark.django_db


def page(client, statement) -> str:
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_statement_is_shown_in_its_context(client):
    statement = make_full_article().statements.get(position=1)
    html = page(client, statement)
    assert "<mark>We will not be hurried,</mark>" in html
    assert '<span class="sentence">”</span> She added that' in html  # another sentence is not its own
    assert "Ruritania&#x27;s Foreign Minister" in html  # the paragraph before


def test_where_something_stands_between_the_parts_of_a_statement_it_is_shown(client):
    html = page(client, make_full_article().statements.get(position=1))
    assert "“We will not be hurried,” … “by anyone.”" in html


def test_a_text_that_an_editor_wrote_is_shown_as_it_is(client):
    html = page(client, say(make_article(), "by anyone.", text="by nobody at all"))
    assert "“by nobody at all”" in html


def test_only_the_paragraphs_beside_it_are_shown(client):
    article = make_article(body=f"Far away.\n\n{BODY}")
    assert "Far away." not in page(client, say(article, "did not comment"))


def test_the_words_for_the_speaker_lead_to_whom_they_mean(client):
    article = make_article()
    start = article.body.index("Berg said")
    said = say(article, "We will not be hurried,", speaker_start=start, speaker_end=start + 4)
    assert '<a class="named" href="/people/anna-berg/">Berg</a> said' in page(client, said)


def test_a_statement_leads_to_those_beside_it_in_its_article(client):
    first, second = make_full_article().statements.all()
    assert f'<a rel="next" href="{second.get_absolute_url()}">' in page(client, first)
    assert f'<a rel="prev" href="{first.get_absolute_url()}">' in page(client, second)
    assert 'rel="prev"' not in page(client, first) and 'rel="next"' not in page(client, second)


def test_a_statement_leads_to_what_its_speaker_said_before_and_after(client):
    days = ("2014-05-01", "2014-05-02", "2014-05-02", "2014-05-03")
    first, same, shown, last = (say(make_article(published=day), "We will not be hurried,") for day in days)
    say(make_article(published="2014-05-02"), "did not comment", person=make_person("Carl Zorn", "carl-zorn"))
    html = page(client, shown)
    assert f'href="{same.get_absolute_url()}"' in html and f'href="{last.get_absolute_url()}"' in html
    assert f'href="{first.get_absolute_url()}"' not in html


def test_a_statement_leads_to_the_same_words_in_copies_of_its_article(client):
    first, second = put_article(BODY), put_article(BODY, title="Another title")
    shown, same = (say(article, "We will not be hurried,") for article in (first, second))
    html = page(client, shown)
    assert "The same words in" in html and f'<a href="{same.get_absolute_url()}" dir="auto">' in html
    assert "The same words in" not in page(client, say(first, "by anyone."))


def test_who_confirmed_a_statement_is_told(client, django_user_model):
    editor = django_user_model.objects.create_user("anna")
    moment = datetime(2020, 5, 6, tzinfo=UTC)
    html = page(client, say(make_article(), "by anyone.", confirmed_by=editor, confirmed_at=moment))
    assert "Confirmed by anna, an editor, on 6 May 2020" in html


def test_how_sure_the_archive_is_is_told_in_words_and_in_percent(client):
    html = page(client, make_full_article().statements.get(position=2))
    assert "Uncertain" in html and "(60%)" in html


def test_a_speaker_that_is_not_known_is_told_so(client):
    html = page(client, say(make_article(), "by anyone.", person=None))
    assert "Speaker not identified" in html


def test_a_source_without_a_name_is_shown_in_its_own_words(client):
    assert "a source in the ministry" in page(
        client, say(make_article(), "by anyone.", unnamed="a source in the ministry")
    )


def test_a_statement_whose_words_are_gone_says_so(client):
    html = page(client, say(make_article(), text="We shall return."))
    assert "no longer holds these words" in html


def test_the_record_names_the_speaker_and_the_article(client):
    statement = make_full_article().statements.get(position=1)
    record = client.get(reverse("statement-json", args=[statement.pk])).json()
    assert record["speaker"]["slug"] == "anna-berg"
    assert record["article"]["published"] == {"date": "2014-03-04", "precision": "day"}
    assert record["kind"] == "direct" and record["confidence"] == 0.97


def test_a_citation_names_the_speaker_and_quotes_the_words(client):
    statement = make_full_article().statements.get(position=1)
    bib = client.get(reverse("statement-bib", args=[statement.pk])).content.decode()
    assert "note = {Anna Berg: “We will not be hurried, … by anyone.”}" in bib
    ris = client.get(reverse("statement-ris", args=[statement.pk])).content.decode()
    assert "N1  - Anna Berg: “We will not be hurried, … by anyone.”\r\n" in ris


def test_no_citation_makes_a_speaker_the_author_of_the_article(client):
    statement = make_full_article().statements.get(position=1)
    bib, ris, csl = (
        client.get(reverse(f"statement-{name}", args=[statement.pk])).content.decode()
        for name in ("bib", "ris", "csl")
    )
    assert "author" not in bib and "AU  - " not in ris and "author" not in csl


@pytest.mark.parametrize(
    ("kind", "said"),
    [("direct", "quoted"), ("indirect", "reported"), ("mixed", "quoted in part and reported")],
)
def test_a_citation_tells_what_is_quoted_from_what_is_reported(client, kind, said):
    html = page(client, say(make_article(), "by anyone.", kind=kind))
    assert f"Anna Berg, {said} in “Ruritania will not be hurried”" in html


def test_a_citation_can_be_taken_as_csl_json(client):
    statement = make_full_article().statements.get(position=1)
    response = client.get(reverse("statement-csl", args=[statement.pk]))
    (item,) = response.json()
    assert item["note"] == "Anna Berg: “We will not be hurried, … by anyone.”"


@pytest.mark.parametrize(
    ("kind", "type_", "article"), [("direct", "Quotation", "isPartOf"), ("mixed", "Claim", "appearance")]
)
def test_crawlers_are_told_who_said_it_and_whether_word_for_word(client, kind, type_, article):
    html = page(client, say(make_article(), "by anyone.", kind=kind))
    data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["text"], data["creator"]["name"]) == (type_, "by anyone.", "Anna Berg")
    assert data[article]["headline"] == "Ruritania will not be hurried"


def test_an_unknown_statement_is_not_found(client):
    assert client.get("/statements/404/").status_code == 404


def test_a_statement_that_may_be_wrong_says_so_beside_its_words(client):
    article = make_full_article()
    sure, doubtful = (client.get(one.get_absolute_url()).content.decode() for one in article.statements.all())
    assert 'class="doubt"' not in sure
    assert doubtful.index('#sure">uncertain</a>') < doubtful.index("In its context")
