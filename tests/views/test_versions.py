"""What changed from one version of an article to the next."""

from datetime import UTC, date, datetime

import pytest

from archive.models import Article
from archive.views.versions import Piece, changes

from .rows import keep_capture, make_article

pytestmark = pytest.mark.django_db

PAGE = """Envoys meet in Strelsau

STRELSAU, March 4, 2014. Envoys of Ruritania and Graustark met in Strelsau to speak about the border.

"{words}," Foreign Minister Anna Berg said after the meeting, which lasted for three hours.
"""


def get(client, article: Article) -> str:
    response = client.get(f"{article.get_absolute_url()}versions/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def article(db) -> Article:
    """Return an article in two versions: a word of the second paragraph was put right."""
    article = make_article(title="Envoys meet in Strelsau")
    article.captures.all().update(article=make_article(title="another"))
    for year, words in ((2020, "We will be hurried"), (2021, "We will not be hurried")):
        capture = keep_capture(article, PAGE.format(words=words).encode())
        capture.captured_at = datetime(year, 1, 2, tzinfo=UTC)
        capture.save()
    return article


def test_the_words_that_a_version_changed_are_marked_and_nothing_else_is_shown(client, article):
    html = get(client, article)
    assert "We will<ins> not</ins> be hurried" in html
    assert "speak about the border" not in html
    in_order = ["Saved 2 January 2021", "We will<ins>", "Saved 2 January 2020"]
    assert sorted(in_order, key=html.index) == in_order


def test_what_an_editor_changed_is_a_step_of_its_own(client, article):
    article.published = date(2014, 3, 5)
    article.lock("published")
    article.save()
    assert "By an editor of the archive" not in get(client, make_article())
    html = get(client, article)
    assert "By an editor of the archive" in html
    assert "Published: <del>4</del><ins>5</ins> March 2014" in html


def test_a_version_may_have_no_title(client, article):
    keep_capture(article, article.body.encode())
    assert "<del>Envoys meet in Strelsau</del>" in get(client, article)


def test_a_version_whose_file_is_gone_is_told(client, article):
    article.capture.file.unlink()
    assert "This version, or the one before it, cannot be read any more." in get(client, article)


def test_an_article_leads_to_what_changed_where_something_did(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    assert f'{article.get_absolute_url()}versions/">What changed in 2 versions</a>' in html
    single = make_article(title="Single")
    assert "What changed" not in client.get(single.get_absolute_url()).content.decode()
    assert "There is one version of this article" in get(client, single)


def test_a_paragraph_that_came_or_went_is_marked_whole():
    assert changes(["one", "two"], ["one"]) == [[Piece("two", "del")]]
    assert changes(["one"], ["one", "two three"]) == [[Piece("two three", "ins")]]
    assert changes(["one"], ["one"]) == []


def test_endless_paragraphs_are_not_compared_word_by_word():
    ((old, new),) = changes(["a b " * 5000], ["b a " * 5000])
    assert (old.change, new.change) == ("del", "ins")


def test_thousands_of_paragraphs_are_compared_as_one_text():
    before, after = ["a b"] * 3000, ["a b"] * 2999
    assert changes(before, after) == [
        [Piece("\n\n".join(before), "del"), Piece("\n\n".join(after), "ins")],
    ]
