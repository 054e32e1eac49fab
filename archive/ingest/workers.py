"""Several processes at one task, whose results come in order."""

import os
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from threading import Thread
from typing import TypeVar

import django
from django.utils.module_loading import import_string

AHEAD = 4  # batches that each process is given before its first result is taken

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[list[Item]], list[Result]]


def spread(
    task: Task, batches: Iterable[list[Item]], jobs: int, crashed: Callable[[Item], Result]
) -> Iterator[Result]:
    """Yield the results of `task` for each of `batches`, in order, from `jobs` processes.

    Where a process dies, the batches under way are tried again item by item; what comes of an item that kills
    its process once more, `crashed` says.
    """
    batches = iter(batches)
    while unfinished := (yield from _spread_until_crash(task, batches, jobs)):
        yield from _one_by_one(task, chain.from_iterable(unfinished), crashed)


def _spread_until_crash(
    task: Task, batches: Iterator[list[Item]], jobs: int
) -> Generator[Result, None, list[list[Item]]]:
    """Yield results until all is done or a process dies; return the batches without a result."""
    pool = _pool(jobs)
    ahead = islice(batches, jobs * AHEAD)
    waiting: list[tuple[list[Item], Future | None]] = [(batch, None) for batch in ahead]
    try:
        waiting = [(batch, pool.submit(task, batch)) for batch, _ in waiting]
        while waiting:
            results = waiting[0][1].result()
            del waiting[0]
            yield from results
            for batch in islice(batches, 1):
                waiting.append((batch, None))
                waiting[-1] = (batch, pool.submit(task, batch))
    except BrokenProcessPool:
        return [batch for batch, _ in waiting]
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def _one_by_one(task: Task, items: Iterable[Item], crashed: Callable[[Item], Result]) -> Iterator[Result]:
    pool = _pool(1)
    for item in items:
        try:
            yield from pool.submit(task, [item]).result()
        except BrokenProcessPool:
            pool.shutdown()
            pool = _pool(1)
            yield crashed(item)
    pool.shutdown()


@contextmanager
def beside(task: str) -> Iterator[None]:
    """Run the function of the dotted name `task` in another process until the block ends.

    It is given what waits for so many seconds, or for that end, and tells whether it has come. Where it fails
    it is not run again: what matters has to be done, and told, by the caller in the end.
    """
    context = get_context("spawn")
    over = context.Event()
    process = context.Process(target=_run_beside, args=(task, over, os.getpid()), daemon=True)
    process.start()
    try:
        yield
    finally:
        over.set()
        process.join()


def _run_beside(task: str, over: Event, parent: int) -> None:
    _begin(parent)
    with suppress(Exception):
        import_string(task)(over.wait)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return a pool of fresh processes: a forked one would share this one's database connection."""
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(os.getpid(),))


def _begin(parent: int) -> None:
    """Get a process ready: the parent alone answers Ctrl-C, and when it is gone, so is this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    django.setup()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
