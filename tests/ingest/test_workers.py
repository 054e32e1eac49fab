"""Several processes at one task."""

import pytest

from archive.ingest.workers import spread

from .errands import DEADLY, double, fail


def test_results_come_in_order_and_only_what_kills_its_process_is_lost():
    batches = [[1, 2], [DEADLY, 4], [5], [6, 7]]
    results = spread(double, batches, jobs=2, crashed=lambda number: f"{number} crashed")
    assert list(results) == [2, 4, "3 crashed", 8, 10, 12, 14]


def test_a_fault_of_the_task_is_the_callers():
    with pytest.raises(ValueError, match="a fault"):
        list(spread(fail, [[1]], jobs=1, crashed=str))


def test_nothing_to_do_is_done_at_once():
    assert list(spread(double, [], jobs=2, crashed=str)) == []
