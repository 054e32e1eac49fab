"""How many of the hits have each value, and the order in which hits are shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from whoosh.fields import NUMERIC

from .columns import MISSING, Ordinals
from .snapshot import Snapshot

EPOCH_MICROSECONDS = 62_135_596_800_000_000  # from 0001-01-01, where Whoosh counts from, to 1970-01-01
GAPS = {"year": "Y", "month": "M", "day": "D", "hour": "h", "minute": "m", "second": "s"}
ALL_DOCUMENTS = 8  # where one in so many is a hit, all documents are gone through


def count_values(found: Ordinals, ids: np.ndarray, documents: int) -> np.ndarray:
    """Return for each of the field's values how many of the hits `ids` (ascending) have it."""
    if len(ids) * ALL_DOCUMENTS > documents:
        hit = np.zeros(documents, bool)
        hit[ids] = True
        chosen = found.ordinals[hit[found.documents]]
    else:
        chosen = found.ordinals[_rows_of(found.documents, ids)]
    return np.bincount(chosen, minlength=len(found.values))


def _rows_of(documents: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """Return the places in `documents` (ascending, with repeats) that hold one of `ids`."""
    starts = np.searchsorted(documents, ids, "left")
    lengths = np.searchsorted(documents, ids, "right") - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum())


def facet(snapshot: Snapshot, field: str, ids: np.ndarray, limit: int | None = None) -> list[tuple[Any, int]]:
    """Return the values of `field` among the hits with their counts: most first, then by value."""
    found = snapshot.ordinals(field)
    counts = count_values(found, ids, snapshot.count)
    pairs = [(found.values[place], int(counts[place])) for place in np.flatnonzero(counts)]
    return sorted(pairs, key=lambda pair: (-pair[1], str(pair[0])))[:limit]


def count_without(snapshot: Snapshot, field: str, ids: np.ndarray) -> int:
    """Return how many of the hits have no value in `field`."""
    has = np.zeros(snapshot.count, bool)
    has[snapshot.ordinals(field).documents] = True
    return len(ids) - int(has[ids].sum())


def date_histogram(
    snapshot: Snapshot,
    field: str,
    ids: np.ndarray,
    gap: str,
    amount: int = 1,
    start: datetime | None = None,
    end: datetime | None = None,
) -> list[tuple[datetime, int]]:
    """Return how many hits each period has, in order of time; periods without one are left out.

    `gap` is one of `GAPS`; a period is `amount` of them. `end` is exclusive.
    """
    numbers = snapshot.numbers(field)[ids]
    times = (numbers[numbers != MISSING].astype(np.int64) - EPOCH_MICROSECONDS).view("datetime64[us]")
    if start is not None:
        times = times[times >= np.datetime64(start)]
    if end is not None:
        times = times[times < np.datetime64(end)]
    unit = f"datetime64[{GAPS[gap]}]"
    origin = np.datetime64(start or datetime(1970, 1, 1)).astype(unit)
    steps = (times.astype(unit) - origin).astype(np.int64) // amount
    periods, counts = np.unique(steps, return_counts=True)
    starts = (origin + periods * amount).astype("datetime64[us]").tolist()
    return list(zip(starts, counts.tolist(), strict=True))


def sort_key(snapshot: Snapshot, field: str, ids: np.ndarray, descending: bool) -> np.ndarray:
    """Return a number for each hit that sorts it by `field`; hits without a value come last either way."""
    if isinstance(snapshot.schema[field], NUMERIC):
        numbers = snapshot.numbers(field)[ids]
        return np.where(numbers == MISSING, MISSING, ~numbers - np.uint64(1)) if descending else numbers
    ranks = _ranks(snapshot, field, descending)[ids]
    return ranks


def _ranks(snapshot: Snapshot, field: str, descending: bool) -> np.ndarray:
    """Return each document's rank by its first value."""
    found = snapshot.ordinals(field)
    order = sorted(range(len(found.values)), key=lambda place: found.values[place], reverse=descending)
    rank_of = np.empty(len(order), np.int64)
    rank_of[order] = np.arange(len(order))
    ranks = np.full(snapshot.count, len(order), np.int64)
    np.minimum.at(ranks, found.documents, rank_of[found.ordinals])
    return ranks


def pick_first(keys: Sequence[np.ndarray], count: int) -> np.ndarray:
    """Return the places of the `count` least hits by `keys`, in order; the hits' own order breaks ties."""
    places = _select(list(keys), count)
    return places[np.lexsort([places, *(key[places] for key in reversed(keys))])]


def _select(keys: list[np.ndarray], count: int) -> np.ndarray:
    """Return the places of the `count` least, in any order, sorting no more than it must."""
    first = keys[0]
    if count >= len(first):
        return np.arange(len(first))
    bound = np.partition(first, count - 1)[count - 1]
    below = np.flatnonzero(first < bound)
    ties = np.flatnonzero(first == bound)
    wanted = count - len(below)
    chosen = ties[_select([key[ties] for key in keys[1:]], wanted)] if len(keys) > 1 else ties[:wanted]
    return np.concatenate([below, chosen])
