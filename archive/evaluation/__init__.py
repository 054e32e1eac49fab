"""How right the extractor is, measured on labelled pages that are kept outside the project."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.extraction import extract
from archive.reading import Page, read
from archive.reading.text import read_body

ROUNDS = 30  # of the pages, to learn how fast each can be read
# Bands of confidence, and the share of their statements that must be right in span and speaker.
CONFIDENCES = ((0.9, 1.01, 0.9), (0.7, 0.9, 0.7), (0.5, 0.7, 0.5), (0.0, 0.5, None))


class NothingToMeasureError(Exception):
    """A machine without labelled pages, or without the tools that score; its message says which."""


@dataclass(frozen=True)
class Measure:
    """One line of the table: what was measured, its value, and what it should be at least and at best.

    Where less is better (`ceiling`), `least` and `aim` are the most that it should be.
    """

    corpus: str
    name: str
    value: float | None
    least: float | None = None
    aim: float | None = None
    ceiling: bool = False

    @property
    def verdict(self) -> str:
        """In a word: aim, enough, short, or nothing where no target is set."""
        if self.value is None or self.least is None or self.aim is None:
            return ""
        reached = [
            self.value <= goal if self.ceiling else self.value >= goal for goal in (self.aim, self.least)
        ]
        return "aim" if reached[0] else "enough" if reached[1] else "SHORT"


def evaluate(corpora: Path, tools: Path) -> Iterator[Measure]:
    """Yield every measure that the labelled pages in `corpora` and the scorers in `tools` allow."""
    found = [*_pages(corpora, tools), *_statements(corpora, tools)]
    if not found:
        raise NothingToMeasureError(f"There are no labelled pages in {corpora}, so nothing was measured.")
    yield from found


def _pages(corpora: Path, tools: Path) -> Iterator[Measure]:
    """Score titles, bodies, dates and statements of diplomatic news pages."""
    folder, scorer = corpora / "diplo", tools / "score_extraction.py"
    gold, texts = folder / "gold.jsonl", folder / "texts"
    if not (gold.is_file() and texts.is_dir()):
        return
    pages = [page for path in sorted(texts.iterdir()) for page in read(path) if isinstance(page, Page)]
    records = [extract(page).as_dict() for page in pages]
    scores = _score(scorer, records, str(gold), str(texts))

    def share(key: str) -> float | None:
        return scores[key]["share"]

    yield Measure("diplo", "statements, joint F1", scores["all"]["joint"]["f1"], 0.72, 0.82)
    yield Measure("diplo", "direct statements, joint F1", scores["direct"]["joint"]["f1"], 0.90, 0.96)
    yield Measure("diplo", "people, F1", scores["people"]["f1"], 0.93, 0.97)
    yield Measure("diplo", "dates right to the day", share("date day"), 0.90, 1.0)
    yield Measure("diplo", "dates, wrong claims", share("wrong claims"), 0.02, 0.0, ceiling=True)
    yield Measure("diplo", "boilerplate kept out", share("junk out"), 0.97, 0.995)
    yield Measure("diplo", "body kept", share("body kept"), 0.99, 0.998)
    for key in ("title", "source", "dateline", "ends right"):
        yield Measure("diplo", key, share(key))
    for low, high, least in CONFIDENCES:
        right = _score(scorer, _between(records, low, high), str(gold), str(texts))["all"]["joint"]["p"]
        yield Measure(
            "diplo", f"right, of statements with confidence {low} to {min(high, 1.0)}", right, least, least
        )
    yield Measure("diplo", "articles of 2 kB a second, one core", _speed(pages), 200, 500)


def _between(records: list[dict[str, Any]], low: float, high: float) -> list[dict[str, Any]]:
    """Return the records with those of their statements only whose confidence is from `low` up to `high`."""
    return [
        record | {"statements": [one for one in record["statements"] if low <= one["confidence"] < high]}
        for record in records
    ]


def _statements(corpora: Path, tools: Path) -> Iterator[Measure]:
    """Score statements in US news articles whose text is clean."""
    folder, scorer = corpora / "polnear" / "dev", tools / "score_statements.py"
    if not (folder / "text").is_dir():
        return
    pages = [read_body(path.read_bytes(), str(path)) for path in sorted((folder / "text").iterdir())]
    scores = _score(scorer, [extract(page).as_dict() for page in pages], str(folder))
    yield Measure("polnear dev", "direct quotations, joint F1", scores["direct"]["joint"]["f1"], 0.87, 0.92)
    yield Measure("polnear dev", "speech, joint F1", scores["speech"]["joint"]["f1"], 0.66, 0.75)
    yield Measure(
        "polnear dev", "direct quotations, exact span F1", scores["direct"]["exact"]["f1"], 0.965, 0.985
    )
    yield Measure("polnear dev", "speakers right, of spans found", scores["speech"]["speaker"]["acc"])


def _score(scorer: Path, records: list[dict[str, Any]], *rest: str) -> dict[str, Any]:
    """Run `scorer` on the records, and return the JSON object that is its last line."""
    if not scorer.is_file():
        raise NothingToMeasureError(f"There is no scorer at {scorer}, so nothing was measured.")
    with tempfile.TemporaryDirectory() as folder:
        extracted = Path(folder, "extracted.jsonl")
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        extracted.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(extracted), *rest]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise NothingToMeasureError(f"{scorer.name} failed: {done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def _speed(pages: list[Page]) -> float:
    """Return how many articles of 2 kB one core extracts in a second, by each page's best time.

    What else a shared machine does can only make a page slower (see the documentation of `timeit`): the best
    times repeat within a tenth where the mean varies by half.
    """
    times = [[_seconds(page) for page in pages] for _ in range(ROUNDS)]
    return sum(len(page.raw) for page in pages) / 2000 / sum(map(min, zip(*times, strict=True)))


def _seconds(page: Page) -> float:
    began = time.perf_counter()
    extract(page)
    return time.perf_counter() - began


def table(measures: list[Measure]) -> str:
    """Return the measures as a table in Markdown."""
    rows = ["| corpus | measure | value | at least | aim | |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [
        f"| {m.corpus} | {m.name} | {' | '.join(map(_number, (m.value, m.least, m.aim)))} | {m.verdict} |"
        for m in measures
    ]
    return "\n".join(rows)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 10 else f"{value:.3f}"
