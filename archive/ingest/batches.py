"""Paths into Documents, in as many processes as are worth starting."""

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path

from archive.reading import Page, Unread, may_hold_many

from .extracting import Taken, pages_of, take_in
from .files import files_of
from .known import Item, Known, told_apart
from .versions import Given
from .workers import beside, spread

BATCH_FILES = 32
BATCH_BYTES = 250_000
LARGE_FILE = 250_000  # bytes; a larger file of many records is spread over the processes
WORTH_PROCESSES = 4  # batches; fewer are done before other processes have begun

CRASHED = "The extractor crashed on this document."


def take(
    paths: Iterable[Path], given: Given, jobs: int, keep: bool, aside: str | None = None
) -> Iterator[Taken]:
    """Yield each document that `paths` name, in their order; with `keep`, its bytes are kept.

    Where several processes are worth starting, one more does `aside` (a function's dotted name) meanwhile.
    """
    errands = _errands(chain.from_iterable(map(_parted, files_of(paths))))
    few: list[list[Item | Known]] = []
    for errand in errands:
        if isinstance(errand[0], Known):
            yield from errand
        else:
            few.append(errand)
        if len(few) > WORTH_PROCESSES:
            break
    task = partial(take_in, given=given, keep=keep)
    if jobs <= 1 or len(few) <= WORTH_PROCESSES:
        yield from (taken for errand in chain(few, errands) for taken in task(errand))
        return
    with beside(aside) if aside else nullcontext():
        yield from spread(task, chain(few, errands), jobs, _crashed)


def _crashed(item: Item) -> Unread:
    return Unread(str(item) if isinstance(item, Path) else item.path, CRASHED)


def _errands(items: Iterable[Item]) -> Iterator[list[Item | Known]]:
    """Put together what is worth one errand to a process; what is known needs none, and goes apart."""
    fresh: list[Item | Known] = []
    for batch in _batches(items):
        known, unknown = told_apart(batch)
        if known:
            yield [*known]
        fresh += unknown
        if len(fresh) >= BATCH_FILES or sum(map(_weight, fresh)) >= BATCH_BYTES:
            yield fresh
            fresh = []
    if fresh:
        yield fresh


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Put together what is worth one question to the database."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += _weight(item)
        if len(batch) >= BATCH_FILES or weight >= BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _parted(item: Path | Unread) -> Iterator[Item]:
    """Yield the records of a large file of many, or of what can be read only once; else the item as it is."""
    if isinstance(item, Unread) or not _is_parted(item):
        yield item
    else:
        yield from pages_of(item)


def _is_parted(file: Path) -> bool:
    """A guess by the first letters, which decides only who does the work."""
    if not os.path.isfile(file):
        return True
    try:
        with file.open("rb") as opened:
            return may_hold_many(opened.read(20)) and os.path.getsize(file) > LARGE_FILE
    except OSError:
        return False


def _weight(item: Item | Known) -> int:
    if isinstance(item, Path):
        return os.path.getsize(item) if os.path.isfile(item) else 0
    return len(item.raw) if isinstance(item, Page) else 0
