"""SQLite's FTS5, with facets in SQL."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.wire import Story
from tests.benchmarks.workload import FACETS, Answer, Query, facet_values

SCHEMA = """
    CREATE VIRTUAL TABLE story USING fts5(title, body, tokenize = 'porter unicode61');
    CREATE TABLE value (id INTEGER PRIMARY KEY, facet TEXT, value TEXT, UNIQUE (facet, value));
    CREATE TABLE story_value (story INTEGER, value INTEGER, PRIMARY KEY (story, value)) WITHOUT ROWID;
"""
TITLE_WEIGHT = 3.0


class Fts5:
    """One table of words, one of values; hits go through a temporary table, so that they are found once."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fts5.sqlite3"

    @property
    def built(self) -> bool:
        """Whether there is an index from an earlier run."""
        return self.path.exists()

    def build(self, stories: Iterable[Story]) -> None:
        """Index `stories`."""
        partial = self.path.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        database = sqlite3.connect(partial)
        database.executescript(SCHEMA)
        values: dict[tuple[str, str], int] = {}
        for story in stories:
            row = (story.number, story.title, story.body)
            database.execute("INSERT INTO story (rowid, title, body) VALUES (?, ?, ?)", row)
            pairs = [(facet, value) for facet, found in facet_values(story).items() for value in found]
            ids = {values.setdefault(pair, len(values) + 1) for pair in pairs}
            database.executemany(
                "INSERT INTO story_value VALUES (?, ?)", ((story.number, key) for key in ids)
            )
        database.executemany(
            "INSERT INTO value VALUES (?, ?, ?)", ((key, *pair) for pair, key in values.items())
        )
        database.execute("INSERT INTO story (story) VALUES ('optimize')")
        database.execute("ANALYZE")
        database.commit()
        database.close()
        partial.rename(self.path)

    def open(self) -> None:
        """Make ready to search."""
        self.database = sqlite3.connect(self.path)
        self.database.executescript(
            "PRAGMA mmap_size = 4000000000; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY;"
            "CREATE TEMP TABLE hit (story INTEGER PRIMARY KEY, score REAL);"
        )
        self.values = {
            key: (facet, value) for key, facet, value in self.database.execute("SELECT * FROM value")
        }

    def search(self, query: Query) -> Answer:
        """Return the best 20 and the counts of the six facets."""
        words = [f'"{word}"' for word in query.words]
        match = f'"{" ".join(query.words)}"' if query.phrase else " AND ".join(words)
        self.database.execute("DELETE FROM hit")
        self.database.execute(
            f"INSERT INTO hit SELECT rowid, bm25(story, {TITLE_WEIGHT}, 1.0) FROM story WHERE story MATCH ?",  # noqa: S608
            [match],
        )
        (total,) = self.database.execute("SELECT count(*) FROM hit").fetchone()
        first = [
            number
            for number, _ in self.database.execute(
                "SELECT hit.story, title FROM hit JOIN story ON story.rowid = hit.story"
                " ORDER BY score LIMIT 20"
            )
        ]
        facets: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        counts = "SELECT value, count(*) FROM hit CROSS JOIN story_value USING (story) GROUP BY value"
        for key, count in self.database.execute(counts):
            facet, value = self.values[key]
            facets[facet][value] = count
        return Answer(total, first, facets)
