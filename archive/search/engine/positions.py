"""Where in a document a term is, as Whoosh writes it, into arrays.

``whoosh.formats.Positions`` encodes the positions of one posting as their count (four bytes) and a pickle
(protocol 2) of the list of their differences: a head of five bytes, a mark where there are several, and for
each number an opcode and one, two or four bytes. Thousands of such lists are read here side by side.
"""

import pickle
import struct
from dataclasses import dataclass

import numpy as np

PICKLE_HEAD = b"\x80\x02]q\x00"
FEW_POSITIONS = 64  # lists that are longer are unpickled one by one
WIDTHS = {ord("K"): 1, ord("M"): 2, ord("J"): 4}  # bytes of a number, by its opcode
_COUNT = struct.Struct("!I")
_single: dict[int, bytes] = {}


@dataclass(frozen=True)
class Occurrences:
    """How often a term is in each of its documents, and the positions, one document after another."""

    counts: np.ndarray
    positions: np.ndarray

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.counts.nbytes + self.positions.nbytes


def encode_positions(positions: list[int]) -> bytes:
    """Return `positions` as ``whoosh.formats.Positions`` encodes them."""
    if len(positions) == 1:
        position = positions[0]
        if position not in _single:
            _single[position] = _COUNT.pack(1) + pickle.dumps([position], 2)
        return _single[position]
    deltas = [positions[0], *(b - a for a, b in zip(positions, positions[1:], strict=False))]
    return _COUNT.pack(len(deltas)) + pickle.dumps(deltas, 2)


def decode_positions(values: list[bytes]) -> Occurrences:
    """Return what the postings' `values` encode."""
    data = np.frombuffer(b"".join(values), np.uint8)
    lengths = np.fromiter(map(len, values), np.int64, len(values))
    starts = np.cumsum(lengths) - lengths
    counts = data[starts[:, None] + np.arange(4)].view(">u4").ravel().astype(np.int64)
    firsts = np.cumsum(counts) - counts
    steps = np.empty(int(counts.sum()), np.int64)
    for number in np.flatnonzero(counts > FEW_POSITIONS).tolist():
        steps[firsts[number] : firsts[number] + counts[number]] = pickle.loads(values[number][4:])  # noqa: S301
    _read_side_by_side(data, starts, np.where(counts > FEW_POSITIONS, 0, counts), firsts, steps)
    sums = np.cumsum(steps)
    return Occurrences(counts, sums - np.repeat(sums[firsts] - steps[firsts], counts))


def _read_side_by_side(
    data: np.ndarray, starts: np.ndarray, counts: np.ndarray, firsts: np.ndarray, steps: np.ndarray
) -> None:
    """Put the first number of every list into `steps`, then every second, and so on."""
    cursors = starts + _COUNT.size + len(PICKLE_HEAD) + (counts > 1)
    for place in range(int(counts.max(initial=0))):
        lists = np.flatnonzero(counts > place)
        at = cursors[lists]
        opcodes = data[at]
        for opcode, width in WIDTHS.items():
            chosen = opcodes == opcode
            digits = data[at[chosen][:, None] + np.arange(1, width + 1)].astype(np.int64)
            steps[firsts[lists[chosen]] + place] = digits @ (256 ** np.arange(width))
            cursors[lists[chosen]] += width + 1
