"""What is mapped of the index's files is given back, and nothing changes for who searches."""

import resource
import sys
from pathlib import Path

import numpy as np
import pytest

from archive.search.engine import mapped
from archive.search.engine.mapped import MappedPages, give_back_freed, mapped_bytes

from .test_safety import write_some


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is mapped")
def test_more_than_the_budget_is_given_back(shelf):
    write_some(shelf, 0, 400)
    (segment,) = shelf.snapshot().segments
    pages = MappedPages(0)
    pages.readers = [segment.reader]
    segment.reader.storage().give_back()
    before = mapped_bytes()
    assert len(bytes(segment.reader.storage()._source)) > 100_000
    read = mapped_bytes()
    assert read > before
    pages.budget = before
    pages.trim()
    assert mapped_bytes() < read


def test_a_search_finds_the_same_when_all_is_given_back_as_it_goes(shelf):
    for first in range(0, 120, 40):
        write_some(shelf, first, 40)

    def ask():
        found = shelf.search("ba* OR co*", limit_to_registered_models=False, facets={"topics": {}})
        return [(hit.pk, hit.score) for hit in found["results"]], found["facets"]

    before = ask()
    assert before[0]
    for segment in shelf.snapshot().segments:
        segment.reader.storage().give_back()
    assert ask() == before


def test_parts_come_in_order_whatever_is_given_back_between_them(shelf):
    pages = MappedPages(-1_000_000_000)
    assert list(pages.between("abc")) == ["a", "b", "c"]


@pytest.mark.skipif(mapped._malloc_trim is None, reason="only glibc can be told")
def test_what_was_freed_is_given_back_although_something_behind_it_is_in_use():
    arrays = [np.ones(100_000, np.uint8) for _ in range(600)]
    kept = arrays[-1]
    del arrays
    before = own_bytes()
    give_back_freed()
    assert kept.all()
    assert before - own_bytes() > 30_000_000


def own_bytes():
    """Return the memory of this process without what it has mapped of files."""
    resident, shared = map(int, Path("/proc/self/statm").read_text().split()[1:3])
    return (resident - shared) * resource.getpagesize()
