"""Title, body, dateline and topics of a page; what is not article is kept apart, not lost."""

from dataclasses import dataclass

from archive.extraction.record import Dateline
from archive.reading.page import Page


@dataclass(frozen=True)
class Cleaned:
    """A page sorted into what it says and what stands around it. Paragraphs of `body` are joined by a blank line."""

    title: str | None
    body: str
    boilerplate: tuple[str, ...] = ()
    source: str | None = None
    via: str | None = None
    dateline: Dateline | None = None
    captured: str | None = None
    topics: tuple[str, ...] = ()
    series: str | None = None


def clean(page: Page) -> Cleaned:
    """Sort the page's lines."""
    if page.body is not None:
        return Cleaned(page.metadata.title, page.body, source=page.metadata.site_name)
    long = [line for line in page.lines if len(line) > 120]
    title = page.lines[0] if len(page.lines[0]) > 30 and len(page.lines[0]) < 200 else None
    rest = tuple(line for line in page.lines if line not in long and line != title)
    return Cleaned(title, "\n\n".join(long), rest)
