"""What stands behind a verb of saying: who is told, when and where."""

from archive.extraction.attribution.phrases import phrase_after
from archive.extraction.attribution.segments import Segment
from archive.extraction.verbs import CueVerb


def skip_told(segment: Segment, at: int) -> int:
    """Step over whoever is told: "reporters", "him", "the Daily News' John Smith"."""
    if segment.tag_at(at) == "O":
        return at + 1
    last = phrase_after(segment, at) if segment.tag_at(at) != "P" else None
    if last is None:
        return at
    while last > at and segment.tags[last] == "T":
        last -= 1
    if segment.tag_at(last + 1) in "VX":  # "reporters Oslo had": a clause begins with the name
        last = (
            next((n for n in range(last, at, -1) if segment.tags[n - 1 : n + 1] == ["n", "N"]), last + 1) - 1
        )
    return last + 1


def skip_prepositional(segment: Segment, at: int) -> int:
    """Step over the preposition at `at` and its noun phrase."""
    at += 1
    if segment.tag_at(at) in "DO'":
        at += 1
    while segment.tag_at(at) in "Nn9'Tq" or (segment.tag_at(at) in "ZG" and segment.tags[at - 1] in "DI"):
        at += 1
    return at


def closes_sentence(segment: Segment, last: int, verb: CueVerb | None) -> bool:
    """Tell whether a cue that ends at `last` closes its sentence, but for when, where and to whom it was
    said.
    """
    at = last + 1
    if verb and "a" in verb.frames:
        at = skip_told(segment, at)
    while segment.tag_at(at) in "TR9I":
        at = skip_prepositional(segment, at) if segment.tags[at] == "I" else at + 1
    return segment.tag_at(at) in ",.;:-QSWG!?C("
