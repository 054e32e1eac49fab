"""Where a content ends that the next cue follows: the pointers look at one cue at a time."""

from dataclasses import replace

from archive.extraction.model.asking import Attribution, Tokens
from archive.extraction.model.sequence import Sequence

JOINTS = frozenset((",", "and", "but"))
LIKELY = -1.0  # log odds of an attribution that may end another


def without_next(body: str, sequence: Sequence, found: list[Attribution]) -> list[Attribution]:
    """End each content after its cue before the next cue that a comma, "and" or "but" joins to it.

    "Berg said the port was open and warned of storms": what she said ends with "open". The next cue must have
    its source outside of the content, as a verb has that shares its subject. Where it has a source of its own
    in there, a comma before that and a colon behind the cue tell that someone else speaks: "Berg said the
    port was open, Lind added: “…”".
    """
    likely = {one.cue: one.source for one in found if one.odds > LIKELY}

    def word(at: int) -> str:
        return body[sequence.starts[at] : sequence.ends[at]] if at < len(sequence) else ""

    def shortened(one: Attribution, piece: Tokens) -> Tokens:
        """Return a content's piece up to where the next cue's clause begins."""
        first, last = piece
        for at in range(first + 2, last + 1) if first > one.cue else ():
            begins = likely.get(at, (0, 0))[0]
            if at in likely and not first <= begins <= last and word(at - 1) in JOINTS:
                return first, _last_word(sequence, first, at - 2)
            if first < begins - 1 < at and word(begins - 1) == "," and word(at + 1) == ":":
                return first, _last_word(sequence, first, begins - 2)
        return piece

    return [_with_pieces(one, tuple(shortened(one, piece) for piece in one.pieces)) for one in found]


def _with_pieces(one: Attribution, pieces: tuple[Tokens, ...]) -> Attribution:
    return one if pieces == one.pieces else replace(one, pieces=pieces)


def _last_word(sequence: Sequence, first: int, last: int) -> int:
    while last > first and not sequence.worded[last]:
        last -= 1
    return last
