"""The directory: who and what the archive knows by name, in memory, found by the beginnings of words."""

from archive.search.keeping import Kept

from .entries import make_entries
from .finding import KINDS, Directory, Entry, Kind, Place, words_of

__all__ = ["KINDS", "Directory", "Entry", "Kind", "Place", "current", "words_of"]


def _make() -> Directory:
    return Directory(make_entries())


current: Kept[Directory] = Kept(_make)
