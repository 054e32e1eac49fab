"""Whose turn it is to write documents into the index: told by locks, which end with their process."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.files import locks

QUEUE, ATTENDANT = "index-queue.lock", "index-attendant.lock"

_have_turn: ContextVar[bool] = ContextVar("have_turn", default=False)


@contextmanager
def index_turn(wait: bool) -> Iterator[bool]:
    """Take the turn to write documents into the index; the value tells whether it was got.

    With `wait` it always is, in the end. Whoever has the turn may take it again.
    """
    if _have_turn.get():
        yield True
        return
    with _locked(QUEUE, locks.LOCK_EX if wait else locks.LOCK_EX | locks.LOCK_NB) as ours:
        token = _have_turn.set(ours)
        try:
            yield ours
        finally:
            _have_turn.reset(token)


@contextmanager
def attending() -> Iterator[bool]:
    """Be the one process that brings the index up to date while many articles come in, unless one is.

    The value tells whether it is this one. Others then do no more than what someone waits for.
    """
    with _locked(ATTENDANT, locks.LOCK_EX | locks.LOCK_NB) as ours:
        yield ours


def is_attended() -> bool:
    """Whether a process is `attending`."""
    with _locked(ATTENDANT, locks.LOCK_SH | locks.LOCK_NB) as free:
        return not free


@contextmanager
def _locked(name: str, how: int) -> Iterator[bool]:
    with (settings.DATA_DIR / name).open("a") as file:
        ours = locks.lock(file, how)
        try:
            yield ours
        finally:
            if ours:
                locks.unlock(file)
