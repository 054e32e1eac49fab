"""Cues: the words of a sentence that say that someone speaks, and who it is."""

from dataclasses import dataclass
from typing import Literal

from archive.extraction import lexicon
from archive.extraction.attribution.beside import closes_sentence, skip_prepositional, skip_told
from archive.extraction.attribution.phrases import (
    is_relative,
    last_phrase,
    main_subject,
    phrase_after,
    subject_before,
)
from archive.extraction.attribution.quoting import quoting_verb, who_is_quoted, who_quotes
from archive.extraction.attribution.segments import NOMINAL, VERBAL, Phrase, Segment
from archive.extraction.attribution.unsaid import NEGATIONS, UNSAID, is_unsaid
from archive.extraction.verbs import CUE_VERBS, CueVerb

Order = Literal["before", "after", "shared"]
MOST_CUES = 16  # of one sentence; beyond, it is no prose
NOMINAL_END = NOMINAL | {")"}
OPINIONS = ("words", "opinion", "view")
OWNERS = frozenset(("his", "her", "their", "its"))
CUE_WORDS = frozenset((*CUE_VERBS, "according", "put", "puts", "made", "makes", "drew", "draws", *OPINIONS))
MAKE_CLEAR = CueVerb("make clear", frozenset("t"), "d")
PUT_IT = CueVerb("put it", frozenset("q"), "d")
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "’re", "'re"))
# What may stand before "to say" and does not change what is said: "went on to say", "took to Twitter to say".
CHAINS = lexicon.words("chains.txt")
OCCASIONS = lexicon.words("occasions.txt")
HEARERS = lexicon.words("hearers.txt")
PLATFORMS = frozenset(("twitter", "facebook", "telegram", "instagram", "youtube", "weibo", "x"))
PARTICLES = frozenset(("out", "back", "on", "in"))  # of a verb: "pointed out"
CALLED_HOME = lexicon.words("called_home.txt")
PREPOSITIONS = lexicon.words("adjunct_prepositions.txt")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute: `first`..`last` are their elements, `verb` is None for "according to".

    `subject` are the elements of who speaks; `order` says where they stand to the verb, or that it is the
    subject of another verb. In "the agency quoted Berg as saying" Berg is the subject, and `quoted`; `relay`
    are the elements of who passes the words on, if someone does; `cited` says that an outlet does, and the
    subject may yet turn out to be no one: "citing the Geneva Convention".
    """

    first: int
    last: int
    verb: CueVerb | None
    subject: Phrase
    order: Order
    negated: bool = False
    quoted: bool = False
    relay: Phrase | None = None
    cited: bool = False

    @property
    def start(self) -> int:
        """The first element of cue and subject together."""
        if self.order == "shared":
            return self.first
        first = min(self.first, self.subject[0])
        return min(first, self.relay[0]) if self.relay else first

    @property
    def end(self) -> int:
        """The last element of cue and subject together."""
        return max(self.last, self.subject[1]) if self.order == "after" else self.last

    def takes(self, frames: str) -> bool:
        """Tell whether the verb has one of `frames`."""
        return self.verb is not None and not self.verb.frames.isdisjoint(frames)


def find_cues(segment: Segment) -> list[Cue]:
    """Return the cues of a tagged segment from left to right."""
    cues: list[Cue] = []
    for index in [index for index, word in enumerate(segment.lower) if word in CUE_WORDS]:
        cue = _cue_at(segment, index, cues)
        if cue:
            cues.append(cue)
            if len(cues) == MOST_CUES:
                break
    return cues


def _cue_at(segment: Segment, index: int, earlier: list[Cue]) -> Cue | None:
    word = segment.lower[index]
    if word == "according":
        return _according(segment, index)
    if word in ("put", "puts") and segment.lower[index + 1 : index + 2] == ["it"]:
        return _put_it(segment, index)
    if word in ("made", "makes"):
        return _make_clear(segment, index)
    if word in ("drew", "draws"):
        return _draw_attention(segment, index)
    if word in OPINIONS:
        return _in_the_words_of(segment, index)
    known = word in CUE_VERBS and segment.tags[index] in "VZGB"
    return _verb_cue(segment, index, CUE_VERBS[word], earlier) if known else None


def _according(segment: Segment, index: int) -> Cue | None:
    if segment.lower[index + 1 : index + 2] != ["to"]:
        return None
    last = phrase_after(segment, index + 2)
    if last is None and segment.tag_at(index + 2) in "OTQK":
        last = index + 2
    return Cue(index, index + 1, None, (index + 2, last), "after") if last is not None else None


def _put_it(segment: Segment, index: int) -> Cue | None:
    """Read "As Smith put it, …"."""
    first, _ = _group_start(segment, index)
    subject = subject_before(segment, first)
    return Cue(first, index + 1, PUT_IT, subject, "before") if subject else None


def _make_clear(segment: Segment, index: int) -> Cue | None:
    """Read "Smith made (it) clear that …"."""
    last = index + 1 + (segment.lower[index + 1 : index + 2] == ["it"])
    first, negated = _group_start(segment, index)
    subject = subject_before(segment, first) if segment.lower[last : last + 1] == ["clear"] else None
    return Cue(first, last, MAKE_CLEAR, subject, "before", negated) if subject else None


def _draw_attention(segment: Segment, index: int) -> Cue | None:
    """Read "Smith drew attention to the fact that …"."""
    if segment.lower[index + 1 : index + 5] != ["attention", "to", "the", "fact"]:
        return None
    first, negated = _group_start(segment, index)
    subject = subject_before(segment, first)
    return Cue(first, index + 4, MAKE_CLEAR, subject, "before", negated) if subject else None


def _in_the_words_of(segment: Segment, index: int) -> Cue | None:
    """Read "In the words of Smith, …" and "In his opinion, …" as "according to Smith"."""
    if index == 2 and segment.lower[0] == "in" and segment.lower[1] in OWNERS:
        return Cue(0, index, None, (1, 1), "after")
    around = [*segment.lower[max(0, index - 2) : index], *segment.lower[index + 1 : index + 2]]
    last = phrase_after(segment, index + 2) if around == ["in", "the", "of"] else None
    return Cue(index - 2, index + 1, None, (index + 2, last), "after") if last is not None else None


def _verb_cue(segment: Segment, index: int, verb: CueVerb, earlier: list[Cue]) -> Cue | None:
    if "x" in verb.frames or _calls_home(segment, index, verb):
        return None
    first, negated = _group_start(segment, index)
    if first == index and segment.tags[index] == "G":
        quoting = quoting_verb(segment, index)
        if quoting is not None:
            return _quoted_cue(segment, index, verb, quoting)
        return _participle_cue(segment, index, verb, earlier)
    if verb.kind == "d" and _is_passive(segment, index, first):
        return _passive_cue(segment, first, index, verb)
    subject = _inverted_subject(segment, index, verb) if "v" in verb.frames else None
    if subject:
        return Cue(first, index, verb, subject, "after", negated)
    if first == index and segment.tags[index] == "B":
        return None
    subject = subject_before(segment, first)
    if subject is None or _is_asked(segment, index, verb, subject):
        return None
    if segment.stripped and closes_sentence(segment, index, verb):
        nearest = last_phrase(segment, first - 1) if segment.tags[first - 1] in NOMINAL_END else subject
        return Cue(first, index, verb, nearest, "before", negated)
    negated = negated or is_unsaid(segment, subject)
    if not _is_joined(segment, first):
        return Cue(first, index, verb, subject, "before", negated)
    goes_on = first == index and segment.tag_at(index + 1) == "H" and _is_parallel(verb, earlier, subject)
    return Cue(first, index, verb, earlier[-1].subject if goes_on else subject, "shared", negated)


def _is_parallel(verb: CueVerb, earlier: list[Cue], subject: Phrase) -> bool:
    """Tell whether "noted that …" goes on with the cue before, whose content holds the nearest subject:
    "Smith recalled that the council had met and noted that …".
    """
    last = earlier[-1] if earlier else None
    alike = (
        last is not None and last.verb is not None and last.verb.kind == verb.kind and last.order == "before"
    )
    return alike and subject[0] > earlier[-1].last


def _calls_home(segment: Segment, index: int, verb: CueVerb) -> bool:
    """Tell "recalled its ambassador" from "recalled that …"."""
    last = phrase_after(segment, index + 1) if verb.base == "recall" else None
    return last is not None and not CALLED_HOME.isdisjoint(segment.lower[index + 1 : last + 1])


def _is_joined(segment: Segment, first: int) -> bool:
    """Tell whether "and" or "but" joins the verb group to another: "… and later said"."""
    before = first - 2 if segment.tags[first - 1] == "R" else first - 1
    return segment.tag_at(before) == "C"


# --- the group of the verb ---------------------------------------------------------------------------------


def _group_start(segment: Segment, index: int) -> tuple[int, bool]:
    """Return the first element of the verb group that ends at `index`, and whether it is negated."""
    first, negated = index, False
    while first > 0:
        before = segment.tags[first - 1]
        if before in "XR":
            negated = negated or segment.lower[first - 1] in UNSAID
        elif before in "nNT" and _splits_group(segment, first - 1):
            first = _phrase_of_time(segment, first - 1) + 1
        elif before == "t" and first > 1 and _is_chain(segment, first - 2):
            first -= 2 if segment.lower[first - 2] == "on" else 1
        else:
            break
        first -= 1
    while first < index and segment.tags[first] == "R" and segment.lower[first] not in NEGATIONS:
        first += 1
    return first, negated


def _phrase_of_time(segment: Segment, last: int) -> int:
    """Return where the phrase of "has in the past [said]" that ends at `last` starts; `last` itself if none
    does.
    """
    at = last
    while at > 0 and last - at < 4 and segment.tags[at] in "nNTD9":
        at -= 1
    return at if segment.tags[at] == "I" else last


def _splits_group(segment: Segment, last: int) -> bool:
    start = _phrase_of_time(segment, last)
    return start < last and segment.tag_at(start - 1) == "X"


def _is_chain(segment: Segment, index: int) -> bool:
    word = segment.lower[index]
    return word in CHAINS or (index > 0 and f"{segment.lower[index - 1]} {word}" in CHAINS)


def _is_passive(segment: Segment, index: int, first: int) -> bool:
    """Tell "was told", "a plan announced by Smith" and "a land referred to as home" from "told"."""
    by = segment.lower[index + 1 : index + 2] == ["by"]
    by = by or segment.lower[index + 1 : index + 3] == ["to", "as"]
    return by or any(word in BE for word in segment.lower[first:index])


def _is_asked(segment: Segment, index: int, verb: CueVerb, subject: Phrase) -> bool:
    """Tell whether the subject is who was asked: "A spokesman, asked whether it was wise, said: …"."""
    beside = verb.base == "ask" and segment.tags[index - 1] == "," and subject[1] == index - 2
    return beside and ("," in segment.tags[index:] or ":" in segment.tags[index:])


def _passive_cue(segment: Segment, first: int, index: int, verb: CueVerb) -> Cue | None:
    """Read "It was noted by Smith that …", and "As noted by Smith, …" as "according to Smith"."""
    last = phrase_after(segment, index + 2) if segment.lower[index + 1 : index + 2] == ["by"] else None
    if last is None or first == 0 or not verb.frames.intersection("ct"):
        return None
    if first == index and segment.lower[first - 1] == "as":
        return Cue(first - 1, index + 1, None, (index + 2, last), "after")
    if segment.lower[first - 1] == "it" and segment.tag_at(last + 1) == "H":
        return Cue(first - 1, index + 1, verb, (index + 2, last), "after")
    return None


def _quoted_cue(segment: Segment, index: int, verb: CueVerb, quoting: int) -> Cue | None:
    """Read "the agency quoted Berg as saying", "Berg was quoted as saying by the agency"."""
    subject, relay = who_is_quoted(segment, quoting), who_quotes(segment, quoting, index)
    if subject is None:
        return None
    last = relay[1] if relay and relay[0] > index else index
    return Cue(quoting, last, verb, subject, "before", quoted=True, relay=relay)


# --- subjects of particular verbs --------------------------------------------------------------------------


def _participle_cue(segment: Segment, index: int, verb: CueVerb, earlier: list[Cue]) -> Cue | None:
    """Read "…, adding that …": the subject is that of the verb before."""
    if index == 0 or segment.tags[index - 1] in "D'":
        return None
    subject = _subject_of_participle(segment, index, earlier)
    return Cue(index, index, verb, subject, "shared") if subject else None


def _subject_of_participle(segment: Segment, index: int, earlier: list[Cue]) -> Phrase | None:
    """Return who is "adding": who spoke before; in "with crowds chanting" the noun; else the subject of the
    sentence.
    """
    first = index
    while first > 0 and segment.tags[first - 1] in NOMINAL:
        first -= 1
    asks = segment.lower[index] == "asking" and HEARERS.intersection((f"{segment.lower[index - 1]}s",))
    if first < index and (first == 0 or asks or segment.lower[first - 1] == "with"):
        return first, index - 1
    for cue in reversed(earlier):
        finite = cue.verb is not None and cue.verb.kind in "sd"
        if finite and cue.order != "shared" and not is_relative(segment, cue.subject):
            return cue.subject
    return main_subject(segment, index)


def _inverted_subject(segment: Segment, index: int, verb: CueVerb) -> Phrase | None:
    """Return the subject of "…, said the minister": content, a comma or a quotation must stand before it."""
    before = segment.tag_at(index - 1) if index else "first"
    if before == "-" and segment.lower[index + 1 : index + 2] == ["in"]:
        return _body_within(segment, index + 2)
    start = _past_when(segment, index + 1)
    if segment.tag_at(start) not in "NnDP9":
        return None
    if before == "R" and segment.tag_at(index - 2) not in ",Q-":
        return None
    if before == "O" and segment.stripped:
        before = ","  # "you cannot divert us said the minister"
    if before not in (",", "Q", "-", "R", "?", "!", "q", "first") or (before == "," and "n" in verb.frames):
        return None
    if before == "," and _interrupts_subject(segment, index - 1):
        return None
    start += _are_told(segment, start)
    last = phrase_after(segment, start)
    if last is None:
        return None
    if before == "first":
        return (1, last) if segment.tags[1] != "9" and "Q" in segment.tags else None
    if before != "Q" and segment.tag_at(last + 1) in "VXQHZ":
        return None
    return start, last


def _interrupts_subject(segment: Segment, comma: int) -> bool:
    """Tell whether the comma closes what stands between a subject and its verb: "Smith, for his part, …",
    "But Smith, the head of the fund, …", "Smith, who was there, …".
    """
    opening = next((at for at in range(comma - 1, 0, -1) if segment.tags[at] == ","), 0)
    inside = segment.tag_at(opening + 1)
    beside = inside == "W" or (inside in "IRDGZ" and VERBAL.isdisjoint(segment.tags[opening + 2 : comma]))
    begins = NOMINAL.issuperset(segment.tags[segment.tags[0] == "C" : opening])
    return opening > 0 and beside and begins


def _past_when(segment: Segment, at: int) -> int:
    """Step over a particle and a day: "pointed out the minister", "assured this Wednesday the minister"."""
    at += segment.tag_at(at) in "IR" and segment.lower[at] in PARTICLES and segment.tag_at(at + 1) in "ND"
    day = at + (segment.tag_at(at) in "DI" and segment.tag_at(at + 1) == "T")
    return day + 1 if segment.tag_at(day) == "T" else at


def _are_told(segment: Segment, at: int) -> bool:
    """Tell whether hearers stand between an inverted verb and who speaks: "told journalists the minister"."""
    return segment.lower[at] in HEARERS and segment.tag_at(at + 1) == "D"


def _body_within(segment: Segment, first: int) -> Phrase | None:
    """Return the ministry of "…, – stressed in the ministry", as some languages say it; None for "in a
    statement".
    """
    last = phrase_after(segment, first)
    if last == first and segment.tags[first] == "n":
        return None  # one small word without an article: a name that the translation has lost
    if last is None or not OCCASIONS.isdisjoint(segment.lower[first : last + 1]):
        return None
    return first, last


# --- what stands beside a cue ------------------------------------------------------------------------------


def medium(segment: Segment, cue: Cue) -> Phrase | None:
    """Return through whom or what it was said: "told Daily News", "said in a statement"; None if nothing
    says so.
    """
    if cue.verb is None or cue.quoted:
        return cue.relay
    at = cue.end + 1
    if cue.takes("a"):
        told = skip_told(segment, at)
        return (cue.last, told - 1) if "N" in segment.tags[at:told] else None
    while segment.tag_at(at) in "TR":
        at += 1
    if segment.tag_at(at) != "I" or cue.order == "after":
        return None
    end = skip_prepositional(segment, at)
    named = any(word in OCCASIONS or word in PLATFORMS for word in segment.lower[at:end])
    return (cue.last, end - 1) if named else None
