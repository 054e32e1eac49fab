"""One worker's task: some files or pages into Documents."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from archive.extraction import extract
from archive.extraction.record import Record
from archive.models import Capture
from archive.reading import Page, Unread, UnreadableError, read, read_bytes

from .captures import keep_bytes
from .files import STANDARD_INPUT
from .versions import Document, Given

LARGEST_HASHED = 20_000_000  # bytes; what is larger is no single document

NO_ARTICLE = "No article was found on the page."


@dataclass(frozen=True)
class Known:
    """A page whose very bytes the archive holds already."""

    path: str
    size: int  # bytes


Taken = Document | Known | Unread


def take_in(batch: list[Path | Page | Unread], given: Given, keep: bool) -> list[Taken]:
    """Read and extract what the archive does not hold yet; with `keep`, keep its bytes.

    Every outcome is in the order of `batch`; one that fails is an `Unread`, and the others go on.
    """
    hashes = {file: _hash_of(file) for file in batch if isinstance(file, Path)}
    held = _held(hashes.values())
    taken: list[Taken | Page] = []
    for item in batch:
        if isinstance(item, Path) and hashes[item] in held:
            taken.append(Known(str(item), os.path.getsize(item)))
        else:
            taken.extend(pages_of(item) if isinstance(item, Path) else [item])
    return _extract_pages(taken, given, keep)


def _extract_pages(taken: list[Taken | Page], given: Given, keep: bool) -> list[Taken]:
    """Put an outcome in the place of each page."""
    held = _held(item.sha256 for item in taken if isinstance(item, Page))
    return [
        _outcome(item, item.sha256 in held, given, keep) if isinstance(item, Page) else item for item in taken
    ]


def _hash_of(file: Path) -> str | None:
    """Return the hash of a file that may be one document; None for all else, which is told on reading."""
    try:
        if not os.path.isfile(file) or os.path.getsize(file) > LARGEST_HASHED:
            return None
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _held(hashes: Iterable[str | None]) -> set[str]:
    wanted = [value for value in hashes if value]
    return set(Capture.objects.filter(sha256__in=wanted).values_list("sha256", flat=True))


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
