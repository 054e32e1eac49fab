"""All that a search finds, written row by row while it is found: as a table or as JSON Lines."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from django.template.defaultfilters import filesizeformat
from django.utils.html import strip_tags

from archive.search import SearchResult
from archive.search.results import Hit, hit_as_dict

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets would run (OWASP, CSV injection)
COLUMNS = (
    "type", "id", "url", "title", "source", "published", "precision", "speaker", "kind", "confidence",
    "text", "snippet",
)  # fmt: skip
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
