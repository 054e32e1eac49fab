"""Words that one passes on and another has spoken: "the agency quoted Berg as saying"."""

from archive.extraction.attribution.phrases import phrase_after, subject_before
from archive.extraction.attribution.segments import Phrase, Segment

QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
FARTHEST = 25  # elements from the verb of quoting to "as saying"


def quoting_verb(segment: Segment, saying: int) -> int | None:
    """Return the verb of quoting to which the "as saying" at `saying` belongs."""
    if saying < 2 or segment.lower[saying - 1] != "as":
        return None
    for at in range(saying - 2, max(-1, saying - FARTHEST), -1):
        if segment.lower[at] in QUOTING:
            return at
        if segment.tags[at] in "Q;:":
            return None
    return None


def who_is_quoted(segment: Segment, quoting: int) -> Phrase | None:
    """Return who speaks: the object of the verb of quoting, or the subject of its passive."""
    if quoting and segment.lower[quoting - 1] in BE:
        first = quoting - 1
        while first and segment.tags[first - 1] == "X":
            first -= 1
        return subject_before(segment, first)
    last = phrase_after(segment, quoting + 1)
    if last is None and segment.tag_at(quoting + 1) == "O":
        last = quoting + 1
    return (quoting + 1, last) if last is not None else None


def who_quotes(segment: Segment, quoting: int, saying: int) -> Phrase | None:
    """Return who passes the words on: the subject of the verb of quoting, or who stands behind "by"."""
    if quoting and segment.lower[quoting - 1] in BE:
        by = next((at for at in (quoting + 1, saying + 1) if segment.lower[at : at + 1] == ["by"]), None)
        last = phrase_after(segment, by + 1) if by else None
        return (by + 1, last) if by and last else None
    return subject_before(segment, quoting)
