"""The files that paths name."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.reading.page import Unread

STANDARD_INPUT = Path("-")


def files_of(paths: Iterable[Path]) -> Iterator[Path | Unread]:
    """Yield the files that `paths` name, those of a folder recursively and in order.

    Hidden files and what is no file (a socket, a device) are left out of a folder; a folder that cannot be
    read is an `Unread`.
    """
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            yield from _walk(path)
        else:
            yield path


def size_of(paths: Iterable[Path]) -> int:
    """Return the bytes of all files that `paths` name."""
    files = (file for file in files_of(paths) if isinstance(file, Path) and os.path.isfile(file))
    return sum(os.path.getsize(file) for file in files)


def _walk(top: Path) -> Iterator[Path | Unread]:
    refused: list[Unread] = []

    def refuse(error: OSError) -> None:
        refused.append(Unread(str(error.filename), f"The folder cannot be read: {error.strerror or error}."))

    for folder, folders, names in os.walk(top, onerror=refuse):
        yield from refused
        refused.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(folder, name) for name in sorted(names) if not name.startswith("."))
        yield from (file for file in files if os.path.isfile(file) or not os.path.exists(file))
    yield from refused
