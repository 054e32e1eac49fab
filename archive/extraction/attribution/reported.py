"""What is said: the content that stands after a cue, before it, or on both sides.

A content is one or two ranges of elements of a segment, with the name of the rule that found it; how sure
each rule is stands in lexicon/confidence.txt.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from archive.extraction import lexicon
from archive.extraction.attribution.beside import closes_sentence, skip_prepositional, skip_told
from archive.extraction.attribution.cues import (
    OCCASIONS,
    PLATFORMS,
    PREPOSITIONS,
    Cue,
)
from archive.extraction.attribution.extent import has_clause, is_subordinate, stretch
from archive.extraction.attribution.phrases import closing_bracket, phrase_after
from archive.extraction.attribution.segments import VERBAL, Phrase, Segment

PREPOSITIONS_OF_FRAME = {
    "f": ("for",),
    "F": ("for", "on"),
    "O": ("of", "about", "against"),
    "g": ("against", "about"),
    "r": ("to",),
}
OPINION = "opinion first"  # the rule of "In his opinion, …", which no word of saying tells
FEELINGS = lexicon.words("feelings.txt")
FARTHEST_FEELING = 6
FARTHEST_THAT = 15
# What the reporter adds behind a cue: "…, the king said on Monday, as the rain set in".
REPORTERS_TAILS = (
    ["as"],
    ["after"],
    ["amid"],
    ["while"],
    ["even"],
    ["despite"],
    ["hours"],
    ["days"],
    ["without"],
)
CLAUSE_STARTS = frozenset("NnDPI9SG'qQTRHKZX")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as ranges of elements, and by which rule it was found."""

    pieces: tuple[Phrase, ...]
    rule: str


def choose_content(
    segment: Segment, cue: Cue, floor: int, later: list[Cue], taken: set[int]
) -> Content | None:
    """Choose among what stands before, after and around a cue.

    `floor` is the first element that is free, `later` are the cues after this one, `taken` the quotations
    that another cue has claimed. A quotation before the cue comes first, then what stands after it.
    """
    if cue.verb is None:
        return _content_of_according(segment, cue, floor, later)
    if cue.negated:
        return None
    right = right_content(segment, cue, later)
    joined = cue.order == "shared" and segment.tags[cue.first - 1] == "C"
    left = None if joined else left_content(segment, cue, 0 if _ends_stripped(segment, cue) else floor)
    if left and not taken.isdisjoint(range(left.pieces[0][0], left.pieces[0][1] + 1)):
        left = None
    if left and (left.rule == "quotation before" or left.rule == "clause before, mixed"):
        return _split(segment, left, right) or left
    if left and right and right.rule == "clause" and segment.tags[right.pieces[0][0]] in "SI":
        return left  # "The talks failed, he said when he left"
    return right or insertion_content(segment, cue, floor, later) or left


def _split(segment: Segment, left: Content, right: Content | None) -> Content | None:
    """Join "“A,” he said, “B.”": one statement with two pieces."""
    rules = ("quotation after", "quotation after comma", "colon")
    if right and right.rule in rules and segment.tags[right.pieces[0][0]] == "Q":
        return Content(left.pieces + right.pieces, "split quotation")
    return None


# --- content after the cue ---------------------------------------------------------------------------------


def right_content(segment: Segment, cue: Cue, later: list[Cue]) -> Content | None:
    """Return what stands after the cue as its content; None where nothing there is."""
    at = _past_feeling(segment, cue.end + 1)
    special = _frame_content(segment, cue, at, later) if cue.order != "after" else None
    if special:
        return special
    at = _skip_hearers(segment, at) if cue.takes("a") else at
    at = _distant_that(segment, at) or _skip_adjuncts(segment, at)
    if at >= len(segment):
        return None
    return _marked_content(segment, cue, at, later) or _unmarked_content(segment, cue, at, later)


def _past_feeling(segment: Segment, at: int) -> int:
    """Step over "his hope", "full confidence" in "expressed his hope that …", where that is what follows."""
    for that in range(at + 1, min(len(segment), at + FARTHEST_FEELING)):
        if segment.tags[that] == "H":
            return that if segment.lower[that - 1] in FEELINGS else at
        if segment.tags[that] not in "DnN'IR":
            return at
    return at


def _marked_content(segment: Segment, cue: Cue, at: int, later: list[Cue]) -> Content | None:
    """Read what a colon, a comma, a quotation mark, "that" or "whether" opens."""
    opening = segment.tags[at] + (segment.tag_at(at + 1) if segment.tags[at] == "," else "")
    if opening == "Q":
        return _quoted(segment, at, later, "quotation after")
    if opening == ",Q":
        return _quoted(segment, at + 1, later, "quotation after comma")
    opens = {
        ":": ("colon", 1, True),
        "H": ("that", 1, cue.takes("cta")),
        ",H": ("that after comma", 2, cue.takes("c")),
        "K": ("question", 0, cue.takes("cka")),
    }
    rule, width, allowed = opens.get(opening, ("", 0, False))
    if not allowed:
        return None
    return _content(segment, at + width, later, rule, is_subordinate(segment, cue))


def _unmarked_content(segment: Segment, cue: Cue, at: int, later: list[Cue]) -> Content | None:
    if segment.tags[at] == ",":
        return _after_insertion(segment, at, later)
    if cue.takes("c") and (cue.order != "after" or segment.stripped):
        return _bare_clause(segment, cue, later)
    return None


def _content(
    segment: Segment, first: int, later: list[Cue], rule: str, subordinate: bool = False
) -> Content | None:
    piece = stretch(segment, first, later, subordinate)
    return Content((piece,), rule) if piece else None


def _frame_content(segment: Segment, cue: Cue, at: int, later: list[Cue]) -> Content | None:
    """Read what particular verbs take: "vowed to go", "called for talks", "criticized the plan", "called it
    a lie".
    """
    if at >= len(segment) or cue.verb is None:
        return None
    subordinate = is_subordinate(segment, cue)
    for frame, prepositions in PREPOSITIONS_OF_FRAME.items():
        if frame in cue.verb.frames and segment.lower[at] in prepositions:
            return _mixed(segment, _content(segment, at + 1, later, "preposition", subordinate))
    current = segment.tags[at]
    if cue.takes("i") and (current == "t" or _then_infinitive(segment, at)):
        return _mixed(segment, _content(segment, at, later, "infinitive", subordinate))
    if not cue.takes("no") or current not in "NnDOP9q'GQK":
        return None
    if (current == "Q" and cue.takes("q")) or (cue.takes("c") and has_clause(segment, at)):
        return None
    return _named_content(segment, cue, _content(segment, at, later, "noun phrase", subordinate))


def _named_content(segment: Segment, cue: Cue, content: Content | None) -> Content | None:
    """Take a noun phrase for content unless it is a name that someone goes by: "a group called Future"."""
    content = _mixed(segment, content)
    if content is None or content.rule != "noun phrase":
        return content
    first = content.pieces[0][0]
    named = cue.takes("o") and segment.tags[cue.first - 1] in "Nn" and segment.tags[first] == "N"
    return None if named else content


def _mixed(segment: Segment, content: Content | None) -> Content | None:
    """Name the rule of a content with a quotation in it by that: it is the surer for it."""
    if content is None:
        return None
    first, last = content.pieces[0]
    quoted = any(first <= index <= last for index in segment.quotes)
    return replace(content, rule=content.rule + ", mixed") if quoted else content


def _then_infinitive(segment: Segment, at: int) -> bool:
    last = at if segment.tags[at] == "O" else phrase_after(segment, at)
    return last is not None and segment.tag_at(last + 1) == "t"


def _distant_that(segment: Segment, at: int) -> int | None:
    """Return the "that" of "testified in one of the suits last May that …": only nouns and small words stand
    before it.
    """
    if segment.tag_at(at) not in "ITR9":
        return at if segment.tag_at(at) == "H" else None
    for index in range(at + 1, min(len(segment), at + FARTHEST_THAT)):
        if segment.tags[index] == "H":
            return index if segment.tags[index - 1] not in "DI" else None
        if segment.tags[index] not in "NnD9'TIRO":
            return None
    return None


def _skip_hearers(segment: Segment, at: int) -> int:
    """Step over who is told, and what says which: "told diplomats gathered at the palace that"."""
    after = skip_told(segment, at)
    if after == at or segment.tag_at(after) not in "ZG":
        return after
    that = _distant_that(segment, after + 1)
    return that if that is not None else after


def _skip_adjuncts(segment: Segment, start: int) -> int:
    """Step over when and where it was said, as far as the content is sure to begin after it."""
    at = start
    while at < len(segment):
        current = segment.tags[at]
        if current in "TR9" or (current == "n" and segment.tag_at(at + 1) == "T"):
            at += 1
        elif current == "I" and segment.lower[at] in PREPOSITIONS:
            at = skip_prepositional(segment, at)
        elif current == "(":
            closing = closing_bracket(segment, at)
            if closing is None:
                return at
            at = closing + 1
        else:
            break
    if segment.tag_at(at) in "HQ:,.K;t":
        return at
    passed = segment.lower[start:at]
    told_when = "T" in segment.tags[start:at] or any(
        word in OCCASIONS or word in PLATFORMS for word in passed
    )
    return at if told_when and segment.tags[at] in "DPN" else start


def _after_insertion(segment: Segment, comma: int, later: list[Cue]) -> Content | None:
    """Find the quotation of "She said, pointing to the map, “…”": no other cue may stand between."""
    stop = later[0].start if later else len(segment)
    for at in range(comma + 1, stop):
        before = segment.tags[at - 1]
        if segment.tags[at] == "H" and before == ",":
            return _content(segment, at + 1, later, "that after insertion")
        if segment.tags[at] == "Q" and before in ",:":
            return _quoted(segment, at, later, "quotation after insertion")
    return None


def _bare_clause(segment: Segment, cue: Cue, later: list[Cue]) -> Content | None:
    """Read "said the talks had failed": a clause without "that", which must have a finite verb."""
    at = cue.end + 1
    at = _skip_adjuncts(segment, skip_told(segment, at) if cue.takes("a") else at)
    if at >= len(segment) or (cue.takes("n") and not _clause_begins(segment, at)):
        return None
    content = _content(segment, at, later, "clause", is_subordinate(segment, cue))
    if content is None:
        return None
    first, last = content.pieces[0]
    return content if segment.tags[first] in CLAUSE_STARTS and _is_finite(segment, first + 1, last) else None


def _clause_begins(segment: Segment, at: int) -> bool:
    """Tell whether a noun phrase with its verb begins at `at`."""
    if segment.tags[at] in "ISHKX":
        return True
    last = phrase_after(segment, at)
    if last is None:
        return segment.tags[at] == "G"
    while segment.tag_at(last + 1) == "R":
        last += 1
    return segment.tag_at(last + 1) in "VXZ,WQ-"


def _quoted(segment: Segment, at: int, later: list[Cue], rule: str) -> Content | None:
    """Take a quotation, and what goes on after it where the quotation is only a part of the clause."""
    last = at
    while last + 1 < len(segment):
        following = segment.tags[last + 1]
        if following == "Q":
            last += 1
        elif following == "C" and segment.tag_at(last + 2) == "Q":
            last += 2
        elif following in ",.;:-?!" or segment.closes.get(last):
            break
        else:
            return _content(segment, at, later, rule + ", mixed")
    return Content(((at, last),), rule)


# --- content before the cue, and around it -----------------------------------------------------------------


def left_content(segment: Segment, cue: Cue, floor: int) -> Content | None:
    """Return what stands before the cue, from element `floor` on: "The talks failed, he said"."""
    last = cue.start - 1
    if segment.tag_at(last) == "R" and segment.tag_at(last - 1) == ",":
        last -= 1  # "…, first deputy minister Berg said"
    if segment.tag_at(last) in ",-?!":
        while last > floor and segment.tags[last] in ",-?!":
            last -= 1
    elif segment.tag_at(last) != "Q" and not _ends_stripped(segment, cue):
        return None
    first = floor
    while first <= last and segment.tags[first] in ",;.:-":
        first += 1
    if first > last or not cue.takes("q"):
        return None
    if segment.tags[last] == "Q":
        return _quotation_before(segment, first, last)
    reports = cue.takes("c") or (cue.takes("v") and cue.takes("t"))
    if not reports or cue.order == "shared" or not _is_clause(segment, first, last):
        return None
    if not closes_sentence(segment, cue.end, cue.verb):
        return None
    mixed = "Q" in segment.tags[first : last + 1]
    return Content(((first, last),), "clause before, mixed" if mixed else "clause before")


def _ends_stripped(segment: Segment, cue: Cue) -> bool:
    """Tell whether the cue ends a sentence that has lost its comma: "The talks failed the minister said"."""
    return segment.stripped and closes_sentence(segment, cue.end, cue.verb)


def _quotation_before(segment: Segment, first: int, last: int) -> Content:
    """Take the quotation that stands right before the cue, with the clause that it is a part of, if it is
    one.
    """
    before = segment.tag_at(last - 1)
    whole = before == ":" or (before in ",-" and not _is_finite(segment, first, last - 1))
    if first == last or whole:
        return Content(((last, last),), "quotation before")
    return Content(((first, last),), "clause before, mixed")


def _is_clause(segment: Segment, first: int, last: int) -> bool:
    """Tell a clause from "While visiting Geneva", which only opens one."""
    opens = segment.tags[first] in "SG" and "," not in segment.tags[first:last]
    return _is_finite(segment, first, last) and not opens


def _is_finite(segment: Segment, first: int, last: int) -> bool:
    return any(tag in VERBAL or tag == "Q" for tag in segment.tags[first : last + 1])


def insertion_content(segment: Segment, cue: Cue, floor: int, later: list[Cue]) -> Content | None:
    """Return what stands on both sides of "The plan, he said, would fail"; None where the cue is no
    insertion.
    """
    before, after = cue.start - 1, _skip_adjuncts(segment, cue.end + 1)
    if before <= floor or segment.tags[before] != "," or segment.tag_at(after) != ",":
        return None
    following = segment.tag_at(after + 1)
    apposition = cue.order == "after" and cue.verb is not None and following not in "VXZ"
    tail = segment.lower[after + 1 : after + 2] in REPORTERS_TAILS and _is_finite(segment, floor, before - 1)
    told = following in "GWQ" or tail
    if after + 1 >= len(segment) or told or apposition or segment.tags[floor] == "Q":
        return None
    right = stretch(segment, after + 1, later)
    if right is None or (cue.verb is None and not _is_finite(segment, *right)):
        return None
    return Content(((floor, before - 1), right), "insertion")


# --- according to ------------------------------------------------------------------------------------------


def _content_of_according(segment: Segment, cue: Cue, floor: int, later: list[Cue]) -> Content | None:
    """Return what is so according to someone: the rest of a sentence that begins or ends with the cue."""
    comma = _closing_comma(segment, cue)
    if cue.first <= floor + 1 and comma is not None:
        last = len(segment) - 1
        while last > comma and segment.tags[last] in ".,;:":
            last -= 1
        rule = OPINION if cue.subject[0] < cue.last else "according first"
        return Content(((comma + 1, last),), rule) if last > comma else None
    inserted = insertion_content(segment, cue, floor, later)
    if inserted:
        return replace(inserted, rule="according inserted")
    last = cue.first - 1
    while last > floor and segment.tags[last] in ",-":
        last -= 1
    if last <= floor and last not in segment.quotes:
        return None
    return Content(((floor, last),), "according last")


def _closing_comma(segment: Segment, cue: Cue) -> int | None:
    """Return the comma that ends "According to Smith, the chief of staff, …": the first with a clause after
    it.
    """
    commas = [at for at in range(cue.subject[1] + 1, len(segment)) if segment.tags[at] == ","]
    for comma, following in pairwise([*commas, len(segment)]):
        piece = segment.tags[comma + 1 : following]
        if piece and piece[0] not in "WZG" and any(tag in "VXQZ" for tag in piece):
            return comma
    return commas[-1] if commas else None
