"""How many of the hits have each value, and the order in which hits are shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from whoosh.fields import NUMERIC

from .columns import MISSING
from .snapshot import Section

EPOCH_MICROSECONDS = 62_135_596_800_000_000  # from 0001-01-01, where Whoosh counts from, to 1970-01-01
GAPS = {"year": "Y", "month": "M", "day": "D", "hour": "h", "minute": "m", "second": "s"}


def facet(section: Section, field: str, ids: np.ndarray, limit: int | None = None) -> list[tuple[Any, int]]:
    """Return the values of `field` among the hits `ids` with their counts: most first, then by value."""
    found = section.ordinals(field)
    counts = found.count(ids)
    places = np.flatnonzero(counts)
    places = places[np.argsort(-counts[places], kind="stable")][:limit]
    return [
        (found.values[place], count)
        for place, count in zip(places.tolist(), counts[places].tolist(), strict=True)
    ]


def count_without(section: Section, field: str, ids: np.ndarray) -> int:
    """Return how many of the hits `ids` have no value in `field`."""
    return int((section.ordinals(field).lengths()[ids] == 0).sum())


def date_histogram(
    section: Section,
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
    numbers = section.numbers(field)[ids]
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


def sort_key(section: Section, field: str, ids: np.ndarray, descending: bool) -> np.ndarray:
    """Return a number for each hit that sorts it by `field`; hits without a value come last either way."""
    if isinstance(section.snapshot.schema[field], NUMERIC):
        numbers = section.numbers(field)[ids]
        return np.where(numbers == MISSING, MISSING, ~numbers - np.uint64(1)) if descending else numbers
    ranks = _ranks(section, field, descending)[ids]
    return ranks


def _ranks(section: Section, field: str, descending: bool) -> np.ndarray:
    """Return each document's rank by its first value."""
    found = section.ordinals(field)
    order = sorted(range(len(found.values)), key=lambda place: found.values[place], reverse=descending)
    rank_of = np.empty(len(order), np.int64)
    rank_of[order] = np.arange(len(order))
    ranks = np.full(section.count, len(order), np.int64)
    documents = np.repeat(np.arange(section.count), found.lengths())
    np.minimum.at(ranks, documents, rank_of[found.present()])
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
