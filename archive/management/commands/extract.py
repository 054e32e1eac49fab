"""`manage.py extract PATH…`: what `ingest` would record, as JSON Lines; stores nothing, needs no database."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from archive.extraction import extract
from archive.ingest.files import STANDARD_INPUT, files_of
from archive.reading import Page, Unread, UnreadableError, read, read_bytes
from archive.reading.text import read_body


class Command(BaseCommand):
    """Print one JSON object per article; exit status 1 if anything could not be read."""

    help = "Prints what ingest would record, one JSON object per article per line. Stores nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file, folder, or - (stdin)")
        parser.add_argument("--as-body", action="store_true", help="the input is clean body text")
        parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes")

    def handle(self, *, paths: list[Path], as_body: bool, jobs: int, **options: Any) -> None:
        """Extract each file, in the order of the paths."""
        try:
            unread = self._write(_outcomes(list(files_of(paths)), as_body, jobs))
        except BrokenPipeError:  # whoever reads has read enough, and nothing more can be written
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        if unread:
            sys.exit(1)

    def _write(self, outcomes: Iterable[tuple[list[str], list[str]]]) -> int:
        """Write records and complaints as they come, and return how many complaints there were."""
        unread = 0
        for lines, reasons in outcomes:
            for line in lines:
                self.stdout.write(line)
            for reason in reasons:
                self.stderr.write(reason)
            unread += len(reasons)
        return unread


def _outcomes(files: list[Path | Unread], as_body: bool, jobs: int) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each file's JSON lines and its complaints, in the order of `files`."""
    if jobs <= 1 or len(files) < 20:
        yield from map(_outcome, files, repeat(as_body))
        return
    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from pool.map(_outcome, files, repeat(as_body), chunksize=8)


def _outcome(path: Path | Unread, as_body: bool) -> tuple[list[str], list[str]]:
    if isinstance(path, Unread):
        return [], [f"{path.path}: {path.reason}"]
    lines: list[str] = []
    reasons: list[str] = []
    try:
        for page in _pages(path, as_body):
            if isinstance(page, Unread):
                reasons.append(f"{page.path}: {page.reason}")
            else:
                lines.append(json.dumps(extract(page).as_dict(), ensure_ascii=False))
    except UnreadableError as error:
        reasons.append(f"{path}: {error}")
    return lines, reasons


def _pages(path: Path, as_body: bool) -> Iterator[Page | Unread]:
    if as_body:
        yield read_body(_bytes_of(path), str(path))
    elif path == STANDARD_INPUT:
        yield from read_bytes(_bytes_of(path), "-")
    else:
        yield from read(path)


def _bytes_of(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"The file cannot be read: {error.strerror or error}.")
