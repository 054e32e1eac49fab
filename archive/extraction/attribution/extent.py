"""How far the content of a cue reaches: to the end of its sentence, or to where something else begins."""

from archive.extraction.attribution.beside import closes_sentence
from archive.extraction.attribution.cues import Cue
from archive.extraction.attribution.phrases import CLAUSE_OPENERS
from archive.extraction.attribution.segments import Phrase, Segment

_REPORTED = frozenset("VXZHQ")  # behind a cue: something is said there


def stretch(segment: Segment, first: int, later: list[Cue], subordinate: bool = False) -> Phrase | None:
    """Return the content that starts at `first`, its outer marks left out; None if nothing remains.

    It ends before a `later` cue that attributes anew, with its clause where that is `subordinate`, and with a
    quotation in it where a comma or a dash sets off what follows.
    """
    breaks = (_break_before(segment, cue, first) for cue in later)
    last = next((stop for stop in breaks if stop is not None), len(segment) - 1)
    if subordinate:
        last = _clause_end(segment, first, last)
    quoted = [at for at in segment.quotes if first <= at <= last]
    if quoted:
        last = _quotation_end(segment, quoted[-1], last)
    while first < last and segment.tags[first] in ",-:":
        first += 1
    while last >= first and segment.tags[last] in ".,;:-?!C…":
        last -= 1
    return (first, last) if last >= first else None


def is_subordinate(segment: Segment, cue: Cue) -> bool:
    """Tell whether the cue stands in a clause such as "When he said …, the room fell silent"."""
    before = cue.start - 1
    return before >= 0 and (segment.tags[before] == "S" or segment.lower[before] in CLAUSE_OPENERS)


def has_clause(segment: Segment, at: int, verbs: str = "VX") -> bool:
    """Tell whether a finite verb follows the noun phrase that starts at `at`."""
    for index in range(at, len(segment)):
        if segment.tags[index] in verbs:
            return True
        if segment.tags[index] in "W;:Q":
            return False
    return False


def _clause_end(segment: Segment, first: int, last: int) -> int:
    """Return where a subordinate clause ends: before the comma that the main clause follows."""
    for at in range(first + 1, last):
        if segment.tags[at + 1] not in "NDPn":
            continue
        if segment.tags[at] == "," and has_clause(segment, at + 1, "VXZ"):
            return at - 1
        if segment.tags[at] == "Q" and segment.closes.get(at):
            return at
    return last


def _quotation_end(segment: Segment, quotation: int, last: int) -> int:
    """Return where content ends that has a quotation in it: what a comma or a dash sets off after it is the
    reporter's.
    """
    if segment.closes.get(quotation) and quotation < last and segment.tags[quotation + 1] in "WGDNSR":
        return quotation
    for at in range(quotation + 1, last):
        if segment.tags[at] in ",-(;" and segment.tags[at + 1] in "WGDNSR":
            return at - 1
    return last


def _says_nothing_more(segment: Segment, cue: Cue) -> bool:
    """Tell a cue that ends its sentence, as in "…, she said on Monday", not in "…, she announced a visit"."""
    return _REPORTED.isdisjoint(segment.tags[cue.end + 1 :]) and closes_sentence(segment, cue.last, cue.verb)


def _break_before(segment: Segment, cue: Cue, first: int) -> int | None:
    """Return the last element before a later cue's attribution; None where that cue is inside this content.

    "…, adding that", "… and said that", "…, according to him", "… but Smith said", "…: “…,” she said", and
    at the end "…, she said".
    """
    if cue.start <= first:
        return None
    before, farther = segment.tags[cue.start - 1], segment.tag_at(cue.start - 2)
    if before == "Q":
        return _break_at_quotation(segment, cue, first)
    if cue.verb is None:
        return cue.start - 1 if before == "," else None
    if cue.order == "shared":
        return cue.start - 1 if before in _joints(segment, cue) else None
    if before == "," and cue.order == "before" and _says_nothing_more(segment, cue):
        return cue.start - 1
    if before == "C" and cue.start - 2 > first:
        return cue.start - 2 if farther == "," else cue.start - 1
    if before == "S" and farther == "," and cue.start - 2 > first:
        return cue.start - 2
    return None


def _joints(segment: Segment, cue: Cue) -> str:
    """Return the tags that part this content from a cue that shares its subject."""
    if not cue.verb or cue.verb.kind != "g":
        return "C"
    if segment.stripped:
        return segment.tags[cue.start - 1]
    return ",C" if segment.tag_at(cue.last + 1) == "H" else ","


def _break_at_quotation(segment: Segment, cue: Cue, first: int) -> int | None:
    """Return where content ends before a quotation that belongs to the cue after it, or with one that ends
    it.
    """
    if cue.order == "before" and cue.start - 3 >= first and segment.tags[cue.start - 2] in ",:":
        return cue.start - 3
    participle = cue.order == "shared" and cue.verb is not None and cue.verb.kind == "g"
    return cue.start - 1 if participle and segment.closes.get(cue.start - 1) else None
