"""All that a search finds, written row by row while it is found: as a table, JSON Lines or references."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from itertools import islice

from django.db.models import Model
from django.template.defaultfilters import filesizeformat
from django.utils.html import strip_tags

from archive.models import Article, Statement
from archive.search import SearchResult
from archive.search.results import Hit, hit_as_dict

from .citations import Citation, cite_article, cite_statement

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets would run (OWASP, CSV injection)
COLUMNS = (
    "type", "id", "url", "title", "source", "published", "precision", "speaker", "kind", "confidence",
    "text", "snippet",
)  # fmt: skip
BATCH = 200  # rows that are read at once to cite them
ARTICLES = Article.objects.select_related("source")
STATEMENTS = Statement.objects.select_related("person", "organization", "article__source").prefetch_related(
    "spans"
)
OTHER_CELLS = 160  # bytes, about, of the cells that are short

Absolute = Callable[[str], str]


class Line:
    """A file of the last line that was written to it."""

    text = ""

    def write(self, text: str) -> None:
        """Take one line, as csv.writer writes it."""
        self.text = text


def as_table(hits: Iterable[Hit], absolute: Absolute) -> Iterator[str]:
    """Yield the lines of a CSV table of `hits`."""
    line = Line()
    writer = csv.writer(line)
    writer.writerow(COLUMNS)
    yield line.text
    for hit in hits:
        writer.writerow(harmless(cell) for cell in _cells(hit, absolute))
        yield line.text


def as_lines(hits: Iterable[Hit], absolute: Absolute) -> Iterator[str]:
    """Yield a JSON object for each of `hits`, as in the `results` of /search.json."""
    for hit in hits:
        shown = hit_as_dict(hit) | {"url": absolute(hit.url)}
        yield json.dumps(shown, ensure_ascii=False) + "\n"


def as_references(hits: Iterable[Hit], absolute: Absolute) -> Iterator[str]:
    """Yield how to cite each of `hits`, in the RIS format of reference managers."""
    left = iter(hits)
    while batch := list(islice(left, BATCH)):
        cited = {hit.id: cite(row, absolute(hit.url)) for hit, cite, row in _rows_of(batch)}
        yield from (cited[hit.id].ris() for hit in batch if hit.id in cited)


def _rows_of(batch: list[Hit]) -> Iterator[tuple[Hit, Callable[..., Citation], Model]]:
    """Yield each hit that has not been deleted a moment ago with what cites its row, and the row."""
    rows, cite = (ARTICLES, cite_article) if batch[0].type == "article" else (STATEMENTS, cite_statement)
    found = rows.in_bulk([hit.id for hit in batch])
    yield from ((hit, cite, found[hit.id]) for hit in batch if hit.id in found)


def _cells(hit: Hit, absolute: Absolute) -> Iterator[object]:
    speakers = [name for _, name in hit.speakers] or [hit.speaker_name]
    yield from (hit.type, hit.id, absolute(hit.url), hit.title, hit.source_name)
    yield from (hit.published, hit.precision, "; ".join(filter(None, speakers)), hit.kind)
    yield from (hit.confidence, hit.text)
    yield unescape(strip_tags(hit.snippet))


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: such text gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def size_in_words(found: SearchResult) -> str:
    """Return about how large the table of all that was found is, by the rows of this page."""
    if not found.hits:
        return ""
    page = sum(OTHER_CELLS + len(hit.title) + len(hit.snippet) + len(hit.text or "") for hit in found.hits)
    return filesizeformat(page * found.total / len(found.hits))
