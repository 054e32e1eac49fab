"""Where a content ends that the next cue follows: the pointers look at one cue at a time."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from archive.extraction import lexicon
from archive.extraction.model.asking import Attribution, Tokens
from archive.extraction.model.sequence import Sequence

JOINTS = frozenset((",", "and", "but"))
OWN_DEEDS = lexicon.words("own_deeds.txt")
WITHHOLDING = lexicon.words("withholding.txt")
CALLED_IN = "summoned"
MODALS = frozenset(("will", "would", "can", "could", "must", "should", "may", "might", "shall"))
OF_OTHERS = frozenset(
    ("who", "which", "that", "what", "when", "where", "if", "because", "had", "has", "have")
)
LIKELY = -1.0  # log odds of an attribution that may end another


def without_next(body: str, sequence: Sequence, found: list[Attribution]) -> list[Attribution]:
    """End each content after its cue before the next cue that a comma, "and" or "but" joins to it.

    "Berg said the port was open and warned of storms": what she said ends with "open". The next cue must have
    its source outside of the content, as a verb has that shares its subject. Where it has a source of its own
    in there, a comma before that and a colon behind the cue tell that someone else speaks: "Berg said the
    port was open, Lind added: “…”". A deed of Berg's ends it as well.
    """
    likely = {one.cue: one.source for one in found if one.odds > LIKELY}
    cues = sorted(likely)

    def word(at: int) -> str:
        return body[sequence.starts[at] : sequence.ends[at]] if at < len(sequence) else ""

    def shortened(one: Attribution, piece: Tokens) -> Tokens:
        """Return a content's piece up to where the next cue's clause begins."""
        first, last = piece
        within = slice(bisect_left(cues, first + 2), bisect_right(cues, last))
        for at in cues[within] if first > one.cue else ():
            begins = likely[at][0]
            if not first <= begins <= last and word(at - 1) in JOINTS:
                return first, _last_word(sequence, first, at - 2)
            if first < begins - 1 < at and word(begins - 1) == "," and word(at + 1) == ":":
                return first, _last_word(sequence, first, begins - 2)
        starts, ends = sequence.starts[first : last + 1], sequence.ends[first : last + 1]
        said = body[starts[0] : ends[-1]]
        if " and " not in said and ", without " not in said:
            return piece
        words = [body[start:end].lower() for start, end in zip(starts, ends, strict=True)]
        last = _before_withheld(words, first, last) if first > one.cue else last
        last = _before_order(sequence, words, first, last)
        return first, _before_deed(words[: last - first + 1], first, last)

    return [_with_pieces(one, tuple(shortened(one, piece) for piece in one.pieces)) for one in found]


def _before_withheld(words: list[str], first: int, last: int) -> int:
    """Return the last token of a content before ", without giving details"."""
    for at in range(len(words) - 2, 1, -1):
        if words[at] == "without" and words[at - 1] == "," and words[at + 1] in WITHHOLDING:
            return first + at - 2
    return last


def _before_order(sequence: Sequence, words: list[str], first: int, last: int) -> int:
    """Return the last token of a content before a deed behind a quotation: "it was “no surprise”, and ordered
    them to leave".
    """
    for at in range(1, last - first - 1):
        deed = words[at] == "," and words[at + 1] == "and" and words[at + 2] in OWN_DEEDS
        if deed and sequence.quoted[first + at - 1]:
            return first + at - 1
    return last


def _before_deed(words: list[str], first: int, last: int) -> int:
    """Return the last token of a content before what the speaker did: "… that it would reply and summoned the
    envoy". No form in the past goes on after "would"; and who speaks of an offence is who summons.
    """
    modal = False
    for at in range(len(words) - 2):
        if words[at] in OF_OTHERS:
            return last
        modal = modal or words[at] in MODALS
        deed = words[at + 1] if words[at] == "and" and at > 1 else ""
        if deed == CALLED_IN or (modal and deed in OWN_DEEDS):
            return first + at - 1
    return last


def _with_pieces(one: Attribution, pieces: tuple[Tokens, ...]) -> Attribution:
    return one if pieces == one.pieces else replace(one, pieces=pieces)


def _last_word(sequence: Sequence, first: int, last: int) -> int:
    while last > first and not sequence.worded[last]:
        last -= 1
    return last
