"""Cues and their content: in a sentence, which words say that someone speaks, who it is, and what is said.

`find_cues` names the cues of a segment with their subjects; `right_content` and `left_content` say what stands after
and before one. They propose; archive/extraction/statements.py chooses.
"""

from dataclasses import dataclass, replace
from typing import Literal

from archive.extraction import lexicon
from archive.extraction.phrases import (
    CLAUSE_OPENERS,
    CUE_VERBS,
    NOMINAL,
    VERBAL,
    CueVerb,
    Phrase,
    Segment,
    last_phrase,
    main_subject,
    phrase_after,
    subject_before,
)

SPEECH_NOUNS = lexicon.words("speech_nouns.txt")
POSSESSIVE_PRONOUNS = frozenset("his her their its my our".split())
PUT_IT = CueVerb("put it", "q", "d")
Order = Literal["before", "after", "shared"]
NEGATIONS = frozenset(("not", "never", "n't", "’t", "'t", "no", "hardly", "nor"))
BE = frozenset("is are was were be been being am ’s 's ’re 're".split())
HYPOTHETICAL = frozenset(("if", "would", "could", "might", "should", "must", "can", "cannot", "may"))
CHAINS = frozenset("went on|continued|began|started|proceeded|twitter|facebook|appeared|seemed|used|wanted|continues|goes on|tended|tends|likes|liked|rushed|hastened".split("|"))
ADJUNCT_PREPOSITIONS = frozenset(
    "in on at during to of from with after before via through by about as for over since following outside inside".split()
)
PREPOSITION_OF_FRAME = {"f": ("for",), "F": ("for", "on"), "O": ("of", "about", "against"), "g": ("against", "about"), "r": ("to",)}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute: `first`..`last` are their elements, `verb` is None for "according to".

    `subject` are the elements of who speaks; `order` says where they stand to the verb.
    """

    first: int
    last: int
    verb: CueVerb | None
    subject: Phrase | None
    order: Order
    negated: bool = False

    @property
    def start(self) -> int:
        """The first element of cue and subject together."""
        return min(self.first, self.subject[0]) if self.subject and self.order != "shared" else self.first

    @property
    def end(self) -> int:
        """The last element of cue and subject together."""
        return max(self.last, self.subject[1]) if self.subject and self.order == "after" else self.last


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, as ranges of elements, and how it was told: the name of the rule."""

    pieces: tuple[Phrase, ...]
    rule: str


# --- cues --------------------------------------------------------------------------------------------------


PLATFORMS = frozenset(("twitter", "facebook", "telegram", "instagram", "youtube", "weibo", "x"))
OCCASIONS = lexicon.words("occasions.txt")


def find_cues(segment: Segment) -> list[Cue]:
    """Return the cues of a tagged segment from left to right."""
    cues: list[Cue] = []
    for index, word in enumerate(segment.lower):
        if word == "according":
            cue = _according(segment, index)
        elif word in ("put", "puts") and segment.lower[index + 1 : index + 2] == ["it"]:
            cue = _put_it(segment, index)
        elif word in CUE_VERBS and segment.tags[index] in "VZGB":
            cue = _verb_cue(segment, index, CUE_VERBS[word], cues)
        else:
            continue
        if cue:
            cues.append(cue)
    return cues


def owner_of_words(segment: Segment, quotation: int) -> Phrase | None:
    """Return who owns the noun of speech that a quotation follows: "his claim that “…”", "Smith's answer was “…”"."""
    noun = quotation - 1
    while noun > 0 and quotation - noun < 6 and segment.tags[noun] in "XIRtTH:,DP":
        noun -= 1
    if segment.lower[noun] not in SPEECH_NOUNS or segment.tags[noun] not in "nBV":
        return None
    at = noun - 1
    while at > 0 and noun - at < 4 and segment.tags[at] in "nNTZ9" and segment.lower[at] not in POSSESSIVE_PRONOUNS:
        at -= 1
    if at >= 0 and segment.lower[at] in POSSESSIVE_PRONOUNS:
        return at, at
    if at <= 0 or segment.tags[at] != "'" or segment.tags[at - 1] not in "Nn":
        return None
    first = at - 1
    while first > 0 and segment.tags[first - 1] in "NnD9":
        first -= 1
    return first, at


def _put_it(segment: Segment, index: int) -> Cue | None:
    """Read "As Smith put it, …"."""
    first, _ = _group_start(segment, index)
    subject = subject_before(segment, first)
    return Cue(first, index + 1, PUT_IT, subject, "before") if subject else None


def _according(segment: Segment, index: int) -> Cue | None:
    if index + 1 >= len(segment) or segment.lower[index + 1] != "to":
        return None
    last = phrase_after(segment, index + 2)
    if last is None and index + 2 < len(segment) and segment.tags[index + 2] in "OTQK":
        last = index + 2
    return Cue(index, index + 1, None, (index + 2, last), "after") if last is not None else None


def _verb_cue(segment: Segment, index: int, verb: CueVerb, earlier: list[Cue]) -> Cue | None:
    if verb.frames == "x":
        return None
    first, negated = _group_start(segment, index)
    if segment.tags[index] == "G" and first == index:
        return _participle_cue(segment, index, verb, earlier)
    if segment.tags[index] == "B" and first == index:
        return None
    if verb.kind == "d" and (_is_passive(segment, index, first) or segment.lower[index + 1 : index + 2] == ["by"]):
        return None
    subject = _inverted_subject(segment, index) if "v" in verb.frames else None
    if subject:
        return Cue(first, index, verb, subject, "after", negated)
    subject = subject_before(segment, first)
    if subject is None:
        return None
    if segment.stripped and _closes_sentence(segment, index, verb):
        nearest = last_phrase(segment, first - 1) if segment.tags[first - 1] in NOMINAL else subject
        return Cue(first, index, verb, nearest, "before", negated)
    shared = segment.tags[first - 1] == "C" or (first > 1 and segment.tags[first - 2] == "C")
    return Cue(first, index, verb, subject, "shared" if shared else "before", negated)


def _group_start(segment: Segment, index: int) -> tuple[int, bool]:
    """Return the first element of the verb group that ends at `index`, and whether it is negated."""
    first, negated = index, False
    while first > 0:
        before = segment.tags[first - 1]
        if before in "XR":
            negated = negated or segment.lower[first - 1] in NEGATIONS
        elif before in "nNT" and _is_past_insertion(segment, first - 1):
            first = _insertion_start(segment, first - 1) + 1
        elif before == "t" and first > 1 and _is_chain(segment, first - 2):
            first -= 2 if segment.lower[first - 2] == "on" else 1
        else:
            break
        first -= 1
    while first < index and segment.tags[first] == "R" and segment.lower[first] not in NEGATIONS:
        first += 1
    return first, negated


def _insertion_start(segment: Segment, last: int) -> int:
    """Return the preposition of the phrase that ends at `last`, as in "has in the past [said]"; `last` itself if none."""
    at = last
    while at > 0 and last - at < 4 and segment.tags[at] in "nNTD9":
        at -= 1
    return at if segment.tags[at] == "I" else last


def _is_past_insertion(segment: Segment, last: int) -> bool:
    start = _insertion_start(segment, last)
    return start < last and start > 0 and segment.tags[start - 1] == "X"


def _is_chain(segment: Segment, index: int) -> bool:
    word = segment.lower[index]
    return word in CHAINS or (index > 0 and f"{segment.lower[index - 1]} {word}" in CHAINS)


def _is_passive(segment: Segment, index: int, first: int) -> bool:
    return any(word in BE for word in segment.lower[first:index])


def _participle_cue(segment: Segment, index: int, verb: CueVerb, earlier: list[Cue]) -> Cue | None:
    """Read "…, adding that …": the subject is that of the verb before."""
    if index == 0 or segment.tags[index - 1] in "D'":
        return None
    subject = _subject_of_participle(segment, index, earlier)
    return Cue(index, index, verb, subject, "shared") if subject else None


def _subject_of_participle(segment: Segment, index: int, earlier: list[Cue]) -> Phrase | None:
    """Return who is "adding": the speaker before; in "with crowds chanting" the noun; else the subject of the sentence."""
    if segment.tags[index - 1] in NOMINAL:
        first = index - 1
        while first > 0 and segment.tags[first - 1] in NOMINAL:
            first -= 1
        if first == 0 or segment.lower[first - 1] == "with":
            return first, index - 1
    for cue in reversed(earlier):
        if cue.verb is not None and cue.verb.kind in "sd" and cue.subject and cue.order != "shared":
            if segment.tags[cue.subject[0]] not in "WH":
                return cue.subject
    return main_subject(segment, index)


def _inverted_subject(segment: Segment, index: int) -> Phrase | None:
    """Return the subject of "…, said the minister": what stands before must be content, a comma or a quotation."""
    if index + 1 >= len(segment) or (index and segment.tags[index - 1] not in ",Q-R?!q"):
        return None
    if index == 0:
        last = phrase_after(segment, 1) if segment.tags[1] in "NnDP" else None
        return (1, last) if last is not None and "Q" in segment.tags else None
    if segment.tags[index - 1] == "R" and (index < 2 or segment.tags[index - 2] not in ",Q-"):
        return None
    if segment.tags[index + 1] not in "NnDP9":
        return None
    last = phrase_after(segment, index + 1)
    if last is None:
        return None
    if last + 1 < len(segment) and segment.tags[last + 1] in "VXQHZ" and segment.tags[index - 1] != "Q":
        return None
    return index + 1, last


# --- content after the cue ---------------------------------------------------------------------------------


def right_content(segment: Segment, cue: Cue, later: list[Cue]) -> Content | None:
    """Return what stands after the cue as its content; None where nothing there is."""
    if cue.verb is None:
        return None
    at = cue.end + 1
    frames = cue.verb.frames
    if cue.order != "after":
        special = _frame_content(segment, cue, at, later)
        if special:
            return special
    at = _skip_told(segment, at) if "a" in frames else at
    at = _distant_that(segment, at) or _skip_adjuncts(segment, at)
    if at >= len(segment):
        return None
    current = segment.tags[at]
    following = segment.tags[at + 1] if at + 1 < len(segment) else "."
    if current == ":":
        return _upto(segment, at + 1, later, "colon", _is_subordinate(segment, cue))
    if current == "Q":
        return _quoted(segment, at, later, "quotation after")
    if current == "," and following == "Q":
        return _quoted(segment, at + 1, later, "quotation after comma")
    if current == "H" and ("c" in frames or "t" in frames or "a" in frames):
        return _upto(segment, at + 1, later, "that", _is_subordinate(segment, cue))
    if current == "," and following == "H" and "c" in frames:
        return _upto(segment, at + 2, later, "that after comma", _is_subordinate(segment, cue))
    if current == "K" and any(frame in frames for frame in "cka"):
        return _upto(segment, at, later, "question", _is_subordinate(segment, cue))
    if current == ",":
        return _late_quotation(segment, at, later)
    if "c" in frames and (cue.order != "after" or segment.stripped):
        return _bare_clause(segment, cue, later)
    return None


def _frame_content(segment: Segment, cue: Cue, at: int, later: list[Cue]) -> Content | None:
    """Read what particular verbs take: "vowed to go", "called for talks", "criticized the plan", "called it a lie"."""
    if at >= len(segment) or cue.verb is None:
        return None
    frames, current = cue.verb.frames, segment.tags[at]
    for frame, prepositions in PREPOSITION_OF_FRAME.items():
        if frame in frames and segment.lower[at] in prepositions:
            return _upto(segment, at + 1, later, "preposition", _is_subordinate(segment, cue))
    if "i" in frames and (current == "t" or _then_infinitive(segment, at)):
        return _upto(segment, at, later, "infinitive", _is_subordinate(segment, cue))
    if ("n" in frames or "o" in frames) and current in "NnDOP9q'GQK":
        if current == "Q" and "q" in frames:
            return None
        if "c" in frames and _has_clause(segment, at):
            return None
        return _named_content(segment, cue, at, later)
    return None


def _named_content(segment: Segment, cue: Cue, at: int, later: list[Cue]) -> Content | None:
    """Read a noun phrase as content, if it is likely to be one: some of it quoted, or the verb says so by itself."""
    content = _upto(segment, at, later, "noun phrase", _is_subordinate(segment, cue))
    if content is None or cue.verb is None:
        return None
    first, last = content.pieces[0]
    if any(index in segment.quotes for index in range(first, last + 1)):
        return replace(content, rule="noun phrase, mixed")
    if "o" in cue.verb.frames and segment.tags[cue.first - 1] in "Nn" and segment.tags[first] == "N":
        return None  # "a group called Future"
    return content


def _then_infinitive(segment: Segment, at: int) -> bool:
    last = at if segment.tags[at] == "O" else phrase_after(segment, at)
    return last is not None and last + 1 < len(segment) and segment.tags[last + 1] == "t"


def medium(segment: Segment, cue: Cue) -> Phrase | None:
    """Return through whom or what it was said: "told Daily News", "said in a statement"; None if nothing says so."""
    if cue.verb is None or cue.end + 1 >= len(segment):
        return None
    at = cue.end + 1
    if "a" in cue.verb.frames:
        told = _skip_told(segment, at)
        return (cue.last, told - 1) if any(segment.tags[i] == "N" for i in range(at, told)) else None
    while at < len(segment) and segment.tags[at] in "TR":
        at += 1
    if at >= len(segment) or segment.tags[at] != "I":
        return None
    end = _after_prepositional(segment, at)
    named = any(segment.lower[i] in OCCASIONS or segment.lower[i] in PLATFORMS for i in range(at, end))
    return (cue.last, end - 1) if named and cue.order != "after" else None


def _has_clause(segment: Segment, at: int) -> bool:
    """Tell whether a finite verb follows the noun phrase that starts at `at`."""
    for index in range(at, len(segment)):
        if segment.tags[index] in "VX":
            return True
        if segment.tags[index] in "W;:Q":
            return False
    return False


def _skip_told(segment: Segment, at: int) -> int:
    """Step over whoever is told: "reporters", "him", "the Daily News' John Smith"."""
    if at < len(segment) and segment.tags[at] == "O":
        return at + 1
    last = phrase_after(segment, at) if at < len(segment) and segment.tags[at] != "P" else None
    if last is None:
        return at
    while last > at and segment.tags[last] == "T":
        last -= 1
    return last + 1


def _distant_that(segment: Segment, at: int) -> int | None:
    """Return the "that" of "testified in one of the suits last May that …": only nouns and small words may stand before it."""
    for index in range(at, min(len(segment), at + 15)):
        if segment.tags[index] == "H":
            return index if index == at or segment.tags[index - 1] not in "DI" else None
        if segment.tags[index] not in "NnD9'TIRO" or (index == at and segment.tags[index] not in "ITR9"):
            return None
    return None


def _skip_adjuncts(segment: Segment, at: int) -> int:
    """Step over when and where it was said, as far as the content is sure to begin after it."""
    start, count = at, len(segment)
    while at < count:
        current = segment.tags[at]
        if current in "TR9" or (current == "n" and at + 1 < count and segment.tags[at + 1] == "T"):
            at += 1
        elif current == "I" and (segment.lower[at] in ADJUNCT_PREPOSITIONS or (segment.lower[at] == "of" and at > start)):
            at = _after_prepositional(segment, at)
        elif current == "t":
            return at
        elif current == "(":
            closing = next((i for i in range(at, min(count, at + 25)) if segment.tags[i] == ")"), None)
            if closing is None:
                return at
            at = closing + 1
        else:
            break
    if at >= count or segment.tags[at] in "HQ:,.K;":
        return at
    told_when = any(segment.tags[i] == "T" or segment.lower[i] in OCCASIONS for i in range(start, at))
    return at if told_when and segment.tags[at] in "DPN" else start


def _after_prepositional(segment: Segment, at: int) -> int:
    at += 1
    count = len(segment)
    if at < count and segment.tags[at] in "DO'":
        at += 1
    while at < count and (segment.tags[at] in "Nn9'Tq" or (segment.tags[at] in "ZG" and segment.tags[at - 1] in "DI")):
        at += 1
    return at


def _late_quotation(segment: Segment, comma: int, later: list[Cue]) -> Content | None:
    """Find the quotation of "She said, pointing to the map, “…”": no other cue may stand between."""
    stop = later[0].start if later else len(segment)
    for at in range(comma + 1, stop):
        if segment.tags[at] == "H" and segment.tags[at - 1] == ",":
            return _upto(segment, at + 1, later, "that after insertion")
        if segment.tags[at] == "Q" and segment.tags[at - 1] in ",:":
            return _quoted(segment, at, later, "quotation after insertion")
    return None


def _bare_clause(segment: Segment, cue: Cue, later: list[Cue]) -> Content | None:
    """Read "said the talks had failed": a clause without "that", which must have a finite verb."""
    at = cue.end + 1
    skipped = _skip_told(segment, at) if cue.verb and "a" in cue.verb.frames else at
    at = _skip_adjuncts(segment, skipped)
    if at >= len(segment):
        return None
    if "n" in cue.verb.frames and not _clause_begins(segment, at):
        return None
    content = _upto(segment, at, later, "clause", _is_subordinate(segment, cue))
    if content is None:
        return None
    first, last = content.pieces[0]
    finite = any(tag in VERBAL or tag == "Q" for tag in segment.tags[first + 1 : last + 1])
    return content if finite and segment.tags[first] in "NnDPI9SG'qQTRHKZX" else None


def _clause_begins(segment: Segment, at: int) -> bool:
    """Tell whether a noun phrase with its verb begins at `at`."""
    if segment.tags[at] in "ISHKX":
        return True
    last = phrase_after(segment, at)
    if last is None:
        return segment.tags[at] in "G"
    while last + 1 < len(segment) and segment.tags[last + 1] in "R":
        last += 1
    return last + 1 < len(segment) and segment.tags[last + 1] in "VXZ,WQ-"


def _quoted(segment: Segment, at: int, later: list[Cue], rule: str) -> Content | None:
    """Take a quotation, and what goes on after it where the quotation is only a part of the clause."""
    last, count = at, len(segment)
    while last + 1 < count:
        following = segment.tags[last + 1]
        if following == "Q":
            last += 1
        elif following in "C," and last + 2 < count and segment.tags[last + 2] == "Q" and following == "C":
            last += 2
        elif following in ",.;:-?!" or _ends_sentence(segment, last):
            break
        else:
            content = _upto(segment, at, later, rule + ", mixed")
            return content
    return Content(((at, last),), rule)


def _ends_sentence(segment: Segment, at: int) -> bool:
    quotation = segment.quotes.get(at)
    return quotation is not None and segment.lower[at] == "" and segment.closes.get(at, False)


def _is_subordinate(segment: Segment, cue: Cue) -> bool:
    """Tell whether the cue stands in a clause such as "When he said …, the room fell silent" or "those who say …"."""
    before = cue.start - 1
    return before >= 0 and (segment.tags[before] == "S" or segment.lower[before] in CLAUSE_OPENERS)


def _clause_end(segment: Segment, first: int, last: int) -> int:
    """Return where a subordinate clause ends: before the comma that the main clause follows."""
    for at in range(first + 1, last):
        if segment.tags[at] == "," and segment.tags[at + 1] in "NDPn" and _has_clause(segment, at + 1):
            return at - 1
        if segment.tags[at] == "Q" and segment.closes.get(at) and segment.tags[at + 1] in "NDPn":
            return at
    return last


def _upto(segment: Segment, first: int, later: list[Cue], rule: str, subordinate: bool = False) -> Content | None:
    """Take all from `first` to the end of the sentence, or to where another attribution begins."""
    last = len(segment) - 1
    for cue in later:
        stop = _break_before(segment, cue, first)
        if stop is not None:
            last = stop
            break
    if subordinate:
        last = _clause_end(segment, first, last)
    quoted = [at for at in segment.quotes if first <= at <= last]
    if quoted:
        last = _after_quotation(segment, quoted[-1], last)
    while first < last and segment.tags[first] in ",-:":
        first += 1
    while last >= first and segment.tags[last] in ".,;:-?!CR…" and last not in segment.quotes:
        if segment.tags[last] == "R" or (segment.tags[last] in "?!" and False):
            break
        last -= 1
    return Content(((first, last),), rule) if last >= first else None


def _after_quotation(segment: Segment, quotation: int, last: int) -> int:
    """Return where content ends that has a quotation in it: what a comma or a dash sets off after it is the reporter's."""
    if segment.closes.get(quotation) and quotation < last and segment.tags[quotation + 1] in "WGDNS":
        return quotation
    for at in range(quotation + 1, last):
        if segment.tags[at] in ",-(;" and segment.tags[at + 1] in "WGDNS":
            return at - 1
    return last


def _break_before(segment: Segment, cue: Cue, first: int) -> int | None:
    """Return the last element before a later cue's own attribution, if that cue is not inside this content."""
    if cue.start <= first:
        return None
    before = segment.tags[cue.start - 1]
    if before == "Q" and cue.order == "before" and cue.start - 2 >= first and segment.tags[cue.start - 2] in ",:":
        return cue.start - 3 if cue.start - 3 >= first else None
    if before == "Q" and cue.order == "shared" and cue.verb and cue.verb.kind == "g" and segment.closes.get(cue.start - 1):
        return cue.start - 1
    if cue.verb is None:
        return cue.start - 1 if before == "," else None
    if cue.order == "shared":
        if cue.verb.kind == "g":
            return cue.start - 1 if before == "," or segment.stripped or (before == "C" and segment.tags[cue.last + 1 : cue.last + 2] == ["H"]) else None
        return cue.start - 1 if before == "C" else None
    if before == "C" and cue.start - 2 > first:
        return cue.start - 2 if segment.tags[cue.start - 2] == "," else cue.start - 1
    if before == "S" and cue.start - 2 > first and segment.tags[cue.start - 2] == ",":
        return cue.start - 2
    return None


# --- content before the cue --------------------------------------------------------------------------------


def left_content(segment: Segment, cue: Cue, floor: int) -> Content | None:
    """Return what stands before the cue, from element `floor` on: "The talks failed, he said"."""
    last = cue.start - 1
    if last < floor:
        return None
    closed_by_quotation = segment.tags[last] == "Q"
    if segment.tags[last] in ",-?!" :
        last -= 1
    elif not closed_by_quotation and not (segment.stripped and _nothing_follows(segment, cue)):
        return None
    first = floor
    while first <= last and segment.tags[first] in ",;.:-":
        first += 1
    if first > last:
        return None
    if segment.tags[last] == "Q" and cue.verb is not None and "q" in cue.verb.frames or segment.tags[last] == "Q" and cue.verb is None:
        if first == last:
            return Content(((first, last),), "quotation before")
        if _is_whole(segment, last) and (segment.tags[last - 1] == ":" or not _finite(segment, first, last - 1)):
            return Content(((last, last),), "quotation before")
        return Content(((first, last),), "clause before, mixed")
    if cue.verb is not None and "q" not in cue.verb.frames:
        return None
    if not _finite(segment, first, last) or not _nothing_follows(segment, cue):
        return None
    if segment.tags[first] in "SG" and "," not in segment.tags[first:last]:
        return None
    mixed = any(segment.tags[at] == "Q" for at in range(first, last + 1))
    return Content(((first, last),), "clause before, mixed" if mixed else "clause before")


def _is_whole(segment: Segment, at: int) -> bool:
    """Tell whether a quotation in a sentence stands by itself, after a colon or a comma."""
    return segment.tags[at - 1] in ",:-"


def _nothing_follows(segment: Segment, cue: Cue) -> bool:
    return _closes_sentence(segment, cue.end, cue.verb)


def _closes_sentence(segment: Segment, last: int, verb: CueVerb | None) -> bool:
    """Tell whether a cue that ends at `last` closes its sentence, but for when, where and to whom it was said."""
    at = last + 1
    if verb and "a" in verb.frames:
        at = _skip_told(segment, at)
    while at < len(segment) and segment.tags[at] in "TR9I(":
        if segment.tags[at] == "I":
            at = _after_prepositional(segment, at)
        elif segment.tags[at] == "(":
            return True
        else:
            at += 1
    return at >= len(segment) or segment.tags[at] in ",.;:-QSWG!?C"


def _finite(segment: Segment, first: int, last: int) -> bool:
    return any(tag in VERBAL or tag == "Q" for tag in segment.tags[first : last + 1])


def insertion_content(segment: Segment, cue: Cue, floor: int, later: list[Cue]) -> Content | None:
    """Return what stands on both sides of "The plan, he said, would fail"; None where the cue is no insertion."""
    before, after = cue.start - 1, cue.end + 1
    after = _skip_adjuncts(segment, after)
    if before < floor or after + 1 >= len(segment) or segment.tags[before] != "," or segment.tags[after] != ",":
        return None
    if segment.tags[after + 1] in "GWQ":
        return None
    if cue.order == "after" and cue.verb and segment.tags[after + 1] not in "VXZ":
        return None
    left = (floor, before - 1)
    right = _upto(segment, after + 1, later, "insertion")
    if left[0] > left[1] or right is None or segment.tags[left[0]] in "Q":
        return None
    return Content((left, *right.pieces), "insertion")


def is_nominal(tags: list[str], index: int) -> bool:
    """Tell whether the element is part of a noun phrase."""
    return 0 <= index < len(tags) and tags[index] in NOMINAL
