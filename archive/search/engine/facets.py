"""How many of the hits have each value, and the order in which hits are shown."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from whoosh.fields import NUMERIC

from .columns import MISSING, Hits
from .snapshot import Section

EPOCH_MICROSECONDS = 62_135_596_800_000_000  # from 0001-01-01, where Whoosh counts from, to 1970-01-01
# A number for each of some hits, given by their places; less comes first.
Key = Callable[[np.ndarray], np.ndarray]
GAPS = {"year": "Y", "month": "M", "day": "D", "hour": "h", "minute": "m", "second": "s"}


def facet(section: Section, field: str, hits: Hits, limit: int | None = None) -> list[tuple[Any, int]]:
    """Return the values of `field` among `hits` with their counts: most first, then by value."""
    found = section.ordinals(field)
    counts = found.count(hits)
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
    return _ranks(section, field, descending)[ids]


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


def pick_first(keys: Sequence[Key], total: int, count: int) -> np.ndarray:
    """Return the places of the `count` least of `total` hits by `keys`, in order; the hits' own breaks ties.

    Of keys after the first, only what ties is worked out.
    """
    places = _select(keys, np.arange(total), count)
    return places[np.lexsort([places, *(key(places) for key in reversed(keys))])]


def _select(keys: Sequence[Key], places: np.ndarray, count: int) -> np.ndarray:
    """Return the `count` least of `places`, in any order, sorting no more than it must."""
    if count >= len(places):
        return places
    if not keys:
        return places[:count]
    numbers = keys[0](places)
    bound = np.partition(numbers, count - 1)[count - 1]
    below = places[numbers < bound]
    return np.concatenate([below, _select(keys[1:], places[numbers == bound], count - len(below))])
