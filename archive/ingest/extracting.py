"""One worker's task: some files or pages into Documents."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archive.extraction import extract
from archive.extraction.record import Record
from archive.reading import Page, Unread, UnreadableError, read, read_bytes

from .captures import keep_bytes
from .files import STANDARD_INPUT
from .known import Item, Known, held_of
from .versions import Document, Given

NO_ARTICLE = "No article was found on the page."


Taken = Document | Known | Unread


def take_in(batch: list[Item | Known], given: Given, keep: bool) -> list[Taken]:
    """Read and extract what the archive does not hold yet; with `keep`, keep its bytes.

    Every outcome is in the order of `batch`; one that fails is an `Unread`, and the others go on.
    """
    read = [page for item in batch for page in (pages_of(item) if isinstance(item, Path) else [item])]
    held = held_of(page.sha256 for page in read if isinstance(page, Page))
    return [_outcome(one, one.sha256 in held, given, keep) if isinstance(one, Page) else one for one in read]


def pages_of(file: Path) -> Iterator[Page | Unread]:
    """Yield the pages of a file or of standard input; one that cannot be read is an `Unread`."""
    try:
        if file == STANDARD_INPUT:
            yield from read_bytes(sys.stdin.buffer.read(), str(file))
        else:
            yield from read(file)
    except UnreadableError as error:
        yield Unread(str(file), str(error))


def _outcome(page: Page, known: bool, given: Given, keep: bool) -> Taken:
    if known:
        return Known(page.path, len(page.raw))
    try:
        record = extract_given(page, given)
    except Exception as error:  # a fault of ours: it is shown with the page that brought it to light
        fault = f"{type(error).__name__}: {error}"
        return Unread(page.path, f"The extractor failed on this page ({fault}).")
    if not record.body.strip():
        return Unread(page.path, NO_ARTICLE)
    if keep:
        keep_bytes(page)
    return Document(record, len(page.raw), page.format, given)


def extract_given(page: Page, given: Given) -> Record:
    """Extract one page; when it was captured is told to the extractor only where the page is silent."""
    record = extract(page)
    if record.captured or not given.captured:
        return record
    return extract(replace(page, metadata=replace(page.metadata, captured=given.captured)))
