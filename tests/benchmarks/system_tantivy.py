"""Tantivy, a search library in Rust, through its Python package."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import tantivy

from tests.benchmarks.wire import Story
from tests.benchmarks.workload import FACETS, Answer, Query, facet_values

TITLE_BOOST = 3.0
WRITER_BYTES = 200_000_000
MOST_VALUES = 1000  # more than any facet has


class Tantivy:
    """Stemmed title and body; facets as fast fields, counted by terms aggregations."""

    name = "Tantivy"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "tantivy"

    @property
    def built(self) -> bool:
        """Whether there is an index from an earlier run."""
        return self.path.exists()

    def _schema(self) -> tantivy.Schema:
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", stored=True)
        builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
        for facet in FACETS:
            builder.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
        return builder.build()

    def build(self, stories: Iterable[Story]) -> None:
        """Index `stories`, as one segment."""
        partial = self.path.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        writer = tantivy.Index(self._schema(), path=str(partial)).writer(WRITER_BYTES, 1)
        for story in stories:
            fields = {"number": story.number, "title": story.title, "body": story.body, **facet_values(story)}
            writer.add_document(tantivy.Document(**fields))
        writer.commit()
        writer.wait_merging_threads()
        partial.rename(self.path)

    def open(self) -> None:
        """Make ready to search."""
        self.index = tantivy.Index.open(str(self.path))
        self.searcher = self.index.searcher()
        self.aggregations = {facet: {"terms": {"field": facet, "size": MOST_VALUES}} for facet in FACETS}

    def _parse(self, query: Query) -> tantivy.Query:
        return self.index.parse_query(
            query.text, ["title", "body"], field_boosts={"title": TITLE_BOOST}, conjunction_by_default=True
        )

    def search(self, query: Query) -> Answer:
        """Return the best 20 and the counts of the six facets."""
        parsed = self._parse(query)
        found = self.searcher.search(parsed, 20)
        first = [self.searcher.doc(address)["number"][0] for _, address in found.hits]
        counted = self.searcher.aggregate(parsed, self.aggregations)
        facets = {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in counted[facet]["buckets"]}
            for facet in FACETS
        }
        return Answer(found.count, first, facets)
