"""The page of an article, its data, its citations and its captures."""

import gzip
import json
import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from archive.models import Article, Evidence
from archive.views.evidence import find_words
from tests.ingest.records import put_article

from .rows import BODY, keep_capture, make_article, make_full_article, make_person, name, say

pytestmark = pytest.mark.django_db


def page(client, article: Article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_another_slug_leads_to_the_right_address(client):
    article = make_article()
    for address in (f"/articles/{article.pk}/", f"/articles/{article.pk}/wrong/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())
        assert response["Cache-Control"] == "no-cache"  # a title that changes back makes no circle


@pytest.mark.parametrize("number", ["0", "77", "99999999999999999999999999"])
def test_an_unknown_article_is_not_found(client, number):
    assert client.get(f"/articles/{number}/x/").status_code == 404
    assert client.get(f"/articles/{number}.json").status_code == 404


def test_a_statement_is_marked_where_it_stands_with_its_speaker_beside(client):
    html = page(client, make_full_article())
    assert '<span class="said direct" data-said="1 ">We will not be hurried,</span>' in html
    assert '<span class="said indirect" data-said="2 ">the treaty of Zenda stays in force</span>' in html
    assert html.count('id="s1"') == 1
    assert '<ul class="notes" aria-label="In the margin">' in html


def test_a_day_leads_to_what_else_was_published_then_and_a_month_does_not(client):
    link = '?from=2014-03-04&amp;to=2014-03-04">others of that day</a>'
    assert link in page(client, make_article())
    assert "others of that day" not in page(client, make_article(published="2014-03-01", precision="month"))


def test_a_doubtful_statement_says_so(client):
    html = page(client, make_full_article())
    assert html.count('<span class="doubt">?<span class="unseen"> uncertain') == 1


def test_a_name_is_a_link_where_it_is_first_mentioned_and_not_again(client):
    article = make_full_article()
    name(article, "Berg said", person=make_person())
    html = page(client, article)
    assert '<a class="named" href="/people/anna-berg/">Anna Berg</a>' in html
    assert html.count('class="named" href="/people/anna-berg/"') == 1


def test_an_event_is_linked_where_it_is_first_told_of_with_its_name_beside(client):
    html = page(client, make_full_article())
    link = 'href="/events/meeting-in-strelsau/"'
    assert f'met her colleague<sup><a class="told" {link} aria-label="Event: Meeting in Strelsau">' in html
    assert f'<li class="event"><span class="number" aria-hidden="true">◆</span> <a {link}>' in html


def test_the_statements_are_listed_with_the_way_to_each_in_the_text(client):
    html = page(client, make_full_article())
    assert "<h2>2 statements</h2>" in html
    assert '<a class="number" href="#s2" aria-label="To statement 2 in the text">' in html


def test_articles_that_carry_the_same_text_are_shown_with_how_much_of_it_they_share(client):
    article, other = put_article(BODY), put_article(BODY, title="Another title")
    html = page(client, article)
    assert "Also carried by" in html and "100% the same" in html
    assert f'href="{other.get_absolute_url()}"' in html


def test_related_articles_are_shown_with_what_they_share(client):
    article, other = make_full_article(), make_article(title="Zenda again")
    name(other, "Anna Berg", person=make_person())
    html = page(client, article)
    assert "Related articles" in html
    assert (
        f'<a href="{other.get_absolute_url()}" dir="auto">Zenda again</a></p><p class="hint">Anna Berg</p>'
        in html
    )


@pytest.mark.parametrize(
    ("published", "precision", "words"),
    [
        ("2014-03-04", "day", "Tuesday 4 March 2014"),
        ("2014-03-01", "month", "March 2014"),
        ("2014-01-01", "year", ">2014<"),
        (None, "unknown", "Date unknown"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(client, published, precision, words):
    html = page(client, make_article(published=published, precision=precision))
    assert words in html


def test_the_evidence_for_the_date_can_be_unfolded(client):
    html = page(client, make_full_article())
    assert 'The text says so. <q><a href="#e1">on 3 March 2014</a></q>' in html
    assert '<span class="anchor" id="e1"></span><span class="proof">on 3 March 2014</span>' in html


def test_evidence_that_the_body_does_not_hold_is_no_link(client):
    article = make_article()
    Evidence.objects.create(article=article, position=1, kind="captured", text="2 May", says="Saved later.")
    assert "Saved later. <q>2 May</q>" in page(client, article)


def test_evidence_is_found_even_where_its_words_are_cut_short():
    assert find_words("One.\n\nTwo of May at last.", "of May at…") == (10, 19)
    assert find_words("One.", "Two") is find_words("One.", "") is None


def test_an_article_without_a_title_shows_its_first_words_and_says_so(client):
    html = page(client, make_article(title=""))
    assert "Ruritania&#x27;s Foreign Minister Anna Berg met her colleague in Strelsau" in html
    assert "The page holds no title. These are its first words." in html


def test_what_was_left_out_can_be_unfolded(client):
    assert "Share this page<br>Most read" in page(client, make_article())


def test_a_confirmed_statement_that_the_text_no_longer_holds_is_listed(client):
    article = make_article()
    say(article, text="We shall return.")
    html = page(client, article)
    assert "No longer in the text" in html
    assert "We shall return." in html


def test_the_record_has_the_fields_of_the_interface(client):
    article = make_full_article()
    record = client.get(reverse("article-json", args=[article.pk])).json()
    assert record["title"] == article.title
    assert record["published"] == {
        "date": "2014-03-04",
        "precision": "day",
        "evidence": [{"kind": "text", "text": "on 3 March 2014", "says": "The text says so."}],
    }
    first = record["statements"][0]
    assert first["text"] == " ".join(record["body"][start:end] for start, end in first["spans"])
    assert first["speaker"]["name"] == "Anna Berg" and first["speaker"]["kind"] == "person"
    assert record["people"][0]["roles"] == [
        {"title": "Foreign Minister", "organization": None, "country": "DE"}
    ]
    assert record["organizations"][0]["country"] == "PL"
    assert record["events"][0]["participants"] == ["Anna Berg", "Foreign Ministry of Graustark"]
    assert record["boilerplate"] == ["Share this page", "Most read"]


def test_the_countries_that_it_speaks_of_lead_to_the_search(client):
    html = page(client, make_article(countries=["DE", "PL"]))
    assert '<a href="/search/?country=de">Germany</a>' in html


def test_moments_are_told_in_universal_time(client):
    moment = datetime(2014, 3, 4, 10, 57, tzinfo=UTC)
    article = make_article(published_at=moment, precision="minute")
    record = client.get(reverse("article-json", args=[article.pk])).json()
    assert record["published"]["date"] == "2014-03-04T10:57Z"
    assert record["captured"] == "2020-01-02T03:04:00Z"


def test_a_missing_title_is_null_in_the_record(client):
    article = make_article(title="")
    assert client.get(reverse("article-json", args=[article.pk])).json()["title"] is None


def test_a_citation_can_be_taken_as_bibtex_and_ris(client):
    article = make_article(title="50% of {all} treaties & more")
    bib = client.get(reverse("article-bib", args=[article.pk])).content.decode()
    assert r"title = {{50\% of \{all\} treaties \& more}}" in bib
    assert "date = {2014-03-04}" in bib and "month = mar," in bib and "journal = {Strelsau Courier}" in bib
    ris = client.get(reverse("article-ris", args=[article.pk])).content.decode()
    assert ris.startswith("TY  - NEWS\r\n") and ris.endswith("ER  - \r\n")
    assert "T2  - Strelsau Courier\r\n" in ris and "DA  - 2014/03/04/\r\n" in ris


def test_a_citation_can_be_taken_as_csl_json(client):
    article = make_article(published="2014-03-01", precision="month")
    response = client.get(reverse("article-csl", args=[article.pk]))
    assert response["Content-Type"] == "application/vnd.citationstyles.csl+json; charset=utf-8"
    (item,) = response.json()
    assert item["type"] == "article-newspaper" and item["container-title"] == "Strelsau Courier"
    assert item["issued"] == {"date-parts": [[2014, 3]]}


def test_a_title_that_the_archive_made_stands_in_brackets(client):
    article = make_article(title="")
    bib = client.get(reverse("article-bib", args=[article.pk])).content.decode()
    assert re.search(r"title = \{\{\[\w.*\]\}\}", bib)


def test_an_undated_citation_has_no_date(client):
    article = make_article(published=None, precision="unknown")
    assert "issued" not in client.get(reverse("article-csl", args=[article.pk])).json()[0]


@pytest.mark.parametrize(
    ("published", "precision", "highwire", "dublin"),
    [("2014-03-04", "day", "2014/03/04", "2014-03-04"), ("2014-03-01", "month", "2014/03", "2014-03"),
     ("2014-01-01", "year", "2014", "2014")],
)  # fmt: skip
def test_citation_managers_are_told_the_date_as_exactly_as_it_is_known(
    client, published, precision, highwire, dublin
):
    html = page(client, make_article(published=published, precision=precision))
    assert f'<meta name="citation_publication_date" content="{highwire}">' in html
    assert f'<meta name="DC.date" content="{dublin}">' in html
    assert f'"datePublished":"{dublin}"' in html


def test_of_an_undated_article_no_date_is_told(client):
    html = page(client, make_article(published=None, precision="unknown"))
    assert "citation_publication_date" not in html and "DC.date" not in html and "datePublished" not in html


def test_crawlers_are_told_what_an_article_is_about(client):
    html = page(client, make_full_article())
    data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["headline"]) == ("NewsArticle", "Ruritania will not be hurried")
    assert data["publisher"] == {"@type": "Organization", "name": "Strelsau Courier"}
    assert [one["name"] for one in data["mentions"]] == ["Anna Berg", "Foreign Ministry of Graustark"]
    assert data["about"][0]["startDate"] == "2014-03-03"


def test_a_capture_from_a_crawl_is_shown_unpacked_below_its_headers(client):
    body = gzip.compress(b"<p>The envoys met again today.</p>")
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = (
        "WARC/1.0",
        "WARC-Type: response",
        "WARC-Target-URI: http://a.example/",
        f"Content-Length: {len(block)}",
    )
    capture = keep_capture(make_article(), "\r\n".join((*head, "", "")).encode() + block + b"\r\n\r\n")
    shown = client.get(reverse("capture", args=[capture.sha256])).content.decode()
    assert shown.startswith("WARC/1.0")
    assert shown.endswith("<p>The envoys met again today.</p>")


def test_a_capture_is_shown_beside_what_was_made_of_it(client):
    article = make_article(title="Talks", body="The envoys met again today.")
    keep_capture(article, b"Menu\nTalks\nThe envoys met again today. Photo: <b>someone</b>\n")
    html = client.get(reverse("beside", args=[article.pk, article.slug])).content.decode()
    assert '<td><p dir="auto">The envoys met again today.</p></td>' in html
    assert '<del class="left-out">Photo: &lt;b&gt;someone&lt;/b&gt;</del>' in html
    assert reverse("beside", args=[article.pk, article.slug]) in page(client, article)


def test_beside_the_capture_another_slug_leads_to_the_article(client):
    article = make_article()
    response = client.get(reverse("beside", args=[article.pk, "wrong"]))
    assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())


def test_a_capture_that_cannot_be_read_any_more_is_not_found(client):
    article = make_article()
    article.capture.file.write_bytes(b"\0\1\2\3" * 100)
    assert client.get(reverse("beside", args=[article.pk, article.slug])).status_code == 404


def test_a_capture_is_shown_as_text_that_nothing_can_run(client):
    article = make_article()
    capture = keep_capture(article, b"<html><script>alert(1)</script>")
    response = client.get(reverse("capture", args=[capture.sha256]))
    assert response.content == b"<html><script>alert(1)</script>"
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_capture_in_another_encoding_is_readable(client):
    article = make_article()
    capture = keep_capture(
        article, "<meta charset=windows-1251>Привет, это статья о переговорах".encode("cp1251")
    )
    assert "Привет" in client.get(reverse("capture", args=[capture.sha256])).content.decode()


def test_the_bytes_of_a_capture_come_as_they_were(client):
    capture = keep_capture(make_article(), b"\xef\xf0\xe8 <b>")
    response = client.get(reverse("capture-bytes", args=[capture.sha256]))
    assert response.content == b"\xef\xf0\xe8 <b>"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_capture_whose_file_is_gone_is_not_found(client):
    article = make_article()
    article.capture.file.unlink()
    assert client.get(reverse("capture", args=[article.capture.sha256])).status_code == 404


def test_an_unchanged_page_is_not_sent_again(client):
    address = make_article().get_absolute_url()
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
