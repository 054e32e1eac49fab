"""Segments become one where that is worth it, and nothing changes for who searches."""

from archive.models import Article, Person
from archive.search.engine import merging

from .shelf import PersonIndex


def sizes(shelf):
    """Return the live documents of each segment."""
    return sorted(segment.segment.doc_count() for segment in shelf.snapshot().segments)


def test_ten_small_segments_become_one(shelf, write, found):
    for number in range(10):
        write(f"Report {number}", "one")
    assert sizes(shelf) == [10]
    write("Report 10", "one")
    assert sizes(shelf) == [1, 10]
    assert found.filter(content="report").count() == 11


def test_deleted_documents_are_left_out_of_what_is_written_again(shelf, write, found):
    articles = [write(f"Report {number}", "one") for number in range(10)]
    shelf.remove_many(articles[:4])
    assert shelf.snapshot().segments[0].count == 10
    shelf.remove_many(articles[4:6])
    (segment,) = shelf.snapshot().segments
    assert (segment.count, segment.all_live) == (4, True)
    assert {int(result.pk) for result in found.filter(content="report")} == {a.pk for a in articles[6:]}


def test_articles_and_people_stay_in_segments_of_their_own(shelf, write, person, found):
    people = [person(f"Someone{number}") for number in range(6)]
    for number, someone in enumerate(people):
        write(f"Report {number}", "one")
        shelf.update(PersonIndex(), [someone])
    for number in range(6, 10):
        write(f"Report {number}", "one")
    shelf.optimize()
    kinds = {frozenset(segment.models): segment.count for segment in shelf.snapshot().segments}
    assert kinds == {frozenset({"archive.article"}): 10, frozenset({"archive.person"}): 6}
    assert found.models(Article).count() == 10
    assert found.models(Person).filter(content="someone3").count() == 1


def test_merging_keeps_scores_positions_facets_and_stored_values(shelf, write, found):
    for number in range(9):
        write(
            f"Ferry {number}",
            "the long ferry sails " + "west " * number,
            ["sea", f"t{number % 3}"],
            place="Oslo",
        )
    query = found.filter(content="ferry").facet("topics").order_by("-score")

    def seen():
        return [(hit.pk, hit.title, hit.topics, hit.place) for hit in query.all()], query.all().facet_counts()

    before, phrases = seen(), found.filter(content__exact="long ferry sails west").count()
    shelf.optimize()
    assert seen() == before
    assert found.filter(content__exact="long ferry sails west").count() == phrases == 8


def test_frequent_terms_survive_merging(shelf, found):
    documents = [
        {"id": f"archive.article.{number}", "django_ct": "archive.article", "django_id": str(number),
         "text": f"ferry number{number} sails " + "again " * (number % 70), "topics": ["sea"]}
        for number in range(700)
    ]  # fmt: skip
    for start in range(0, 700, 350):
        shelf.writer().replace(documents[start : start + 350])
    before = {hit.pk: hit.score for hit in found.filter(content="again")}
    shelf.optimize()
    after = {hit.pk: hit.score for hit in found.all().filter(content="again")}
    assert after == before
    assert found.filter(content__exact="sails again again").count() == sum(
        number % 70 >= 2 for number in range(700)
    )


def test_what_is_merged_without_being_asked_for_is_bounded_in_bytes(shelf, write, found, monkeypatch):
    write("Report 0", "one")
    (first,) = shelf.snapshot().segments
    size = merging.file_size(shelf.writer().ensure_index(), first.segment)
    monkeypatch.setattr(merging, "MOST_BYTES", int(size * 4.5))
    for number in range(1, 10):
        write(f"Report {number}", "one")
    assert sizes(shelf) == [1] * 6 + [4]
    assert found.filter(content="report").count() == 10
