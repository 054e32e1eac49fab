"""Where a content ends that the next cue follows: the pointers look at one cue at a time."""

from dataclasses import replace

from archive.extraction.model.asking import Attribution, Tokens
from archive.extraction.model.sequence import Sequence

JOINTS = frozenset((",", "and", "but"))
LIKELY = -1.0  # log odds of an attribution that may end another


def without_next(body: str, sequence: Sequence, found: list[Attribution]) -> list[Attribution]:
    """End each content after its cue before the next cue that a comma, "and" or "but" joins to it.

    "Berg said the port was open and warned of storms": what she said ends with "open". The next cue must have
    its source outside of the content, as a verb has that shares its subject.
    """
    likely = {one.cue: one.source[0] for one in found if one.odds > LIKELY}

    def shortened(one: Attribution, piece: Tokens) -> Tokens:
        first, last = piece
        for at in range(first + 2, last + 1) if first > one.cue else ():
            joined = at in likely and body[sequence.starts[at - 1] : sequence.ends[at - 1]] in JOINTS
            if joined and not first <= likely[at] <= last:
                return first, _last_word(sequence, first, at - 2)
        return piece

    return [replace(one, pieces=tuple(shortened(one, piece) for piece in one.pieces)) for one in found]


def _last_word(sequence: Sequence, first: int, last: int) -> int:
    while last > first and not sequence.worded[last]:
        last -= 1
    return last
