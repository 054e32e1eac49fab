"""Invented pages in the shapes that news sites and ministries are dumped in: the files in ``shapes/``.

No place or person in them is real, but for cities and agencies.
"""

from pathlib import Path

from archive.extraction import Record, extract
from archive.reading import Page, read_bytes

SHAPES = {path.stem: path.read_text() for path in sorted((Path(__file__).parent / "shapes").iterdir())}


def extracted(text: str) -> Record:
    """Return what is found in a page with this text or markup."""
    page = next(read_bytes(text.encode(), "page"))
    assert isinstance(page, Page)
    return extract(page)


def body_of(text: str) -> list[str]:
    """Return the paragraphs of the story in such a page."""
    return extracted(text).body.split("\n\n")
