"""A segment's terms, and which of them a pattern stands for.

The term index is an ordered hash file (`whoosh.filedb.filetables`): entries of two lengths, a key and what is
known of the key, in order of key, and an array of where each entry begins. A key is the field's number and
the term. A run of terms is one slice of that array.
"""

import fnmatch
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import Any

import numpy as np
from whoosh import query as wq

from .files import MappedReader
from .limits import Deadline

ENTRY_HEAD = 8  # bytes: the lengths of key and value, four each
FIELD_NUMBER = 2  # bytes
COUNT, FIRST, LAST = 5, 15, 19  # where in a term's value (W3TermInfo) the number of documents is, and so on
FEW_TERMS = 64  # terms between two looks at the clock


@dataclass(frozen=True)
class Terms:
    """Terms in order, with the number of documents that have each, and the first and last of these."""

    texts: list[bytes]
    counts: np.ndarray
    firsts: np.ndarray
    lasts: np.ndarray

    def pick(self, wanted: list[bool]) -> "Terms":
        """Return the terms where `wanted` is true."""
        chosen = np.array(wanted, bool)
        return Terms(list(compress(self.texts, wanted)), *(
            numbers[chosen] for numbers in (self.counts, self.firsts, self.lasts)
        ))  # fmt: skip


NO_TERMS = Terms([], *(np.empty(0, np.int64) for _ in range(3)))


def read_terms(reader: MappedReader, field: str, prefix: bytes = b"") -> Terms:
    """Return the terms of `field` that begin with `prefix`."""
    if field not in reader._terms._fieldmap:
        return NO_TERMS
    first = reader._terms._keycoder(field, prefix)
    return _terms_between(reader._terms._tindex, first, _next_prefix(first))


def _next_prefix(prefix: bytes) -> bytes:
    """Return the least bytes that come after everything that begins with `prefix`."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1])


def _terms_between(tindex: Any, first: bytes, end: bytes) -> Terms:
    ranks = range(tindex.indexlen)
    start = bisect_left(ranks, first, key=lambda rank: tindex.key_at(_entry(tindex, rank)))
    stop = bisect_left(ranks, end, lo=start, key=lambda rank: tindex.key_at(_entry(tindex, rank)))
    if start == stop:
        return NO_TERMS
    code = np.dtype(tindex.extras["indextype"]).newbyteorder(">")
    offset, size = tindex.indexbase + start * code.itemsize, (stop - start) * code.itemsize
    entries = np.frombuffer(tindex.dbfile.get(offset, size), code).astype(np.int64)
    data = tindex.dbfile.get(int(entries[0]), _entry_end(tindex, stop) - int(entries[0]))
    entries -= entries[0]
    values = entries + ENTRY_HEAD + _numbers(data, entries)
    starts = (entries + ENTRY_HEAD + FIELD_NUMBER).tolist()
    texts = [data[a:b] for a, b in zip(starts, values.tolist(), strict=True)]
    return Terms(texts, *(_numbers(data, values + place) for place in (COUNT, FIRST, LAST)))


def _numbers(data: bytes, offsets: np.ndarray) -> np.ndarray:
    """Return the four-byte numbers at `offsets`."""
    digits = np.frombuffer(data, np.uint8)[offsets[:, None] + np.arange(4)]
    return digits.view(">i4").ravel().astype(np.int64)


def _entry(tindex: Any, rank: int) -> int:
    return tindex._get_pos(tindex.indexbase + rank * tindex.indexsize)


def _entry_end(tindex: Any, rank: int) -> int:
    return _entry(tindex, rank) if rank < tindex.indexlen else tindex.endofdata


def expand(reader: MappedReader, query: wq.MultiTerm, field: Any, deadline: Deadline) -> Terms:
    """Return the segment's terms that `query` (a prefix, pattern, fuzzy term or range) stands for."""
    if isinstance(query, wq.Prefix):
        return read_terms(reader, query.fieldname, field.to_bytes(query.text))
    if isinstance(query, wq.Wildcard):
        return _match_wildcard(reader, query, deadline)
    if isinstance(query, wq.FuzzyTerm):
        terms = read_terms(reader, query.fieldname, query.text[: query.prefixlength].encode())
        near = set(find_near(terms.texts, query.text, query.maxdist, deadline))
        return terms.pick([term in near for term in terms.texts])
    terms = read_terms(reader, query.fieldname)
    if isinstance(query, wq.TermRange):
        return _match_range(terms, query, field)
    chosen = set(_watched(query._btexts(reader), field, deadline))
    return terms.pick([term in chosen for term in terms.texts])


def _watched(texts: Iterable[Any], field: Any, deadline: Deadline) -> Iterable[bytes]:
    for text in texts:
        deadline.check()
        yield text if isinstance(text, bytes) else field.to_bytes(text)


def compile_wildcard(text: str) -> Any:
    """Return the test for a pattern of ``*`` and ``?``; runs of stars are one, so that it cannot run wild."""
    return re.compile(fnmatch.translate(re.sub(r"\*+", "*", text))).match


def _match_wildcard(reader: MappedReader, query: wq.Wildcard, deadline: Deadline) -> Terms:
    matches = compile_wildcard(query.text)
    terms = read_terms(reader, query.fieldname, fixed_start(query.text).encode())
    wanted = []
    for count, term in enumerate(terms.texts):
        if not count % FEW_TERMS:
            deadline.check()
        wanted.append(matches(term.decode()) is not None)
    return terms.pick(wanted)


def fixed_start(pattern: str) -> str:
    """Return what a pattern of ``*`` and ``?`` has before the first of them."""
    return re.split(r"[*?[]", pattern, maxsplit=1)[0]


def _match_range(terms: Terms, query: wq.TermRange, field: Any) -> Terms:
    find_start = bisect_right if query.startexcl else bisect_left
    find_end = bisect_left if query.endexcl else bisect_right
    start = 0 if query.start is None else find_start(terms.texts, field.to_bytes(query.start))
    end = len(terms.texts) if query.end is None else find_end(terms.texts, field.to_bytes(query.end))
    return terms.pick([start <= place < end for place in range(len(terms.texts))])


def find_near(terms: list[bytes], text: str, furthest: int, deadline: Deadline) -> list[bytes]:
    """Return those of `terms` that insertions, deletions and changes of `furthest` letters make of `text`.

    Levenshtein's distance by Wagner and Fischer's table, for all terms of one length at a time.
    """
    by_length: dict[int, list[str]] = {}
    for term in terms:
        if len(term) >= len(text) - furthest:  # in bytes, of which a letter has one or more
            word = term.decode()
            if abs(len(word) - len(text)) <= furthest:
                by_length.setdefault(len(word), []).append(word)
    near: list[bytes] = []
    for words in by_length.values():
        deadline.check()
        distances = _distances(words, text)
        near += [words[place].encode() for place in np.flatnonzero(distances <= furthest)]
    return sorted(near)


def is_near(word: str, text: str, furthest: int, prefix: int) -> bool:
    """Whether `word` begins as `text` does for `prefix` letters, and is `furthest` edits from it at most."""
    if abs(len(word) - len(text)) > furthest or word[:prefix] != text[:prefix]:
        return False
    return bool(_distances([word], text)[0] <= furthest)


def _distances(words: list[str], text: str) -> np.ndarray:
    """Return how far each of `words`, all of one length, is from `text`."""
    length = len(words[0])
    letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).reshape(len(words), length)
    row = np.broadcast_to(np.arange(length + 1, dtype=np.int16), (len(words), length + 1)).copy()
    for letter in text:
        changed = row[:, :-1] + (letters != ord(letter))
        above = row + 1
        row = above
        for column in range(1, length + 1):
            best = np.minimum(changed[:, column - 1], above[:, column])
            row[:, column] = np.minimum(best, row[:, column - 1] + 1)
    return row[:, -1]
