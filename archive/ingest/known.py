"""Documents whose very bytes the archive holds already: told from the others before any work is done."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archive.models import Capture
from archive.reading import Page, Unread

LARGEST_HASHED = 20_000_000  # bytes; what is larger is no single document

Item = Path | Page | Unread


@dataclass(frozen=True)
class Known:
    """A page whose very bytes the archive holds already."""

    path: str
    size: int  # bytes


def told_apart(items: Iterable[Item]) -> tuple[list[Known], list[Item]]:
    """Return those of `items` that are known, and those that are not, each in their order."""
    looked_at = [(item, *_hash_and_size(item)) for item in items]
    held = held_of(value for _, value, _ in looked_at)
    known = [Known(_path(item), size) for item, value, size in looked_at if value in held]
    return known, [item for item, value, _ in looked_at if value not in held]


def held_of(hashes: Iterable[str | None]) -> set[str | None]:
    """Return those of `hashes` under which the archive holds a capture."""
    wanted = [value for value in hashes if value]
    return set(Capture.objects.filter(sha256__in=wanted).order_by().values_list("sha256", flat=True))


def _hash_and_size(item: Item) -> tuple[str | None, int]:
    """Return the hash of what may be one document, and its bytes; no hash of what is told on reading."""
    if not isinstance(item, Path):
        return (item.sha256, len(item.raw)) if isinstance(item, Page) else (None, 0)
    try:
        if not os.path.isfile(item) or os.path.getsize(item) > LARGEST_HASHED:
            return None, 0
        raw = item.read_bytes()
    except OSError:
        return None, 0
    return sha256(raw).hexdigest(), len(raw)


def _path(item: Item) -> str:
    return str(item) if isinstance(item, Path) else item.path
