"""Words that an outlet passes on and names the speaker of: "the agency reported, citing Berg, that …".

Only where the outlet is the subject of a cue: what a minister cites, he says himself.
"""

from dataclasses import replace
from itertools import takewhile

from archive.extraction import lexicon
from archive.extraction.attribution.cues import PLATFORMS, Cue, Order
from archive.extraction.attribution.phrases import PHRASE_PREPOSITIONS, phrase_after
from archive.extraction.attribution.segments import Phrase, Segment
from archive.extraction.cleaning.sources import agencies, source_named

CITING = (("citing",), ("quoting",), ("with", "reference", "to"), ("referring", "to"))
FIRST_WORDS = frozenset(words[0] for words in CITING)
OUTLETS = lexicon.words("outlets.txt")
SOMEONE = (
    lexicon.words("office_nouns.txt")
    | lexicon.words("cited.txt")
    | {word for kind, word in lexicon.table("speaker_nouns.txt") if kind == "singular"}
)
# What may stand behind such a noun: "two officials familiar with the talks".
BEHIND = frozenset(("aware", "briefed", "close", "familiar", "involved", "present"))
PAPERS = frozenset(("data", "media", "news", "open", "press", "public"))  # "open sources" are no one
# What is written or said does not speak, even with a capital: "a Foreign Ministry Statement".
THINGS = lexicon.words("speech_nouns.txt") | {
    word for kind, word in lexicon.table("speaker_nouns.txt") if kind == "medium"
}


def with_cited(body: str, segment: Segment, cues: list[Cue]) -> list[Cue]:
    """Return the cues with who is cited as the subject of those whose own subject is an outlet."""
    if FIRST_WORDS.isdisjoint(segment.lower):
        return cues
    read = [
        cue if _is_told(cues[:number], cue) else _cited(body, segment, cue, not number)
        for number, cue in enumerate(cues)
    ]
    taken = {at for cue in read if cue.cited for at in range(cue.first + 1, cue.end + 1)}
    return [cue for cue in read if cue.first not in taken]


def _is_told(earlier: list[Cue], cue: Cue) -> bool:
    """Tell whether a cue is part of what another says: "Lind said Interfax had reported, citing Berg, …"."""
    return bool(earlier) and earlier[-1].order == "before" and cue.start - earlier[-1].end in (1, 2)


def can_speak(written: str) -> bool:
    """Tell whether a noun phrase is someone who can be cited: "a source in the ministry", not "the data"."""
    core = list(takewhile(lambda word: word not in PHRASE_PREPOSITIONS, written.lower().split()))
    return _is_someone(core)


def _cited(body: str, segment: Segment, cue: Cue, is_first: bool) -> Cue:
    """Return a cue whose subject is an outlet with who is cited in its stead, if someone is.

    What stands before a cue that is not the first of its sentence may have been said by someone else.
    """
    if cue.negated or cue.quoted or cue.order == "shared" or not _is_outlet(body, segment, cue.subject):
        return cue
    found = _cited_after(body, segment, cue, is_first)
    if found:
        cited, last = found
        order: Order = "before" if cue.verb else "after"
        return replace(cue, last=last, subject=cited, order=order, relay=cue.subject, quoted=True, cited=True)
    before = _cited_before(body, segment, cue) if cue.order == "before" else None
    return replace(cue, subject=before, relay=cue.subject, quoted=True, cited=True) if before else cue


def _cited_after(body: str, segment: Segment, cue: Cue, is_first: bool) -> tuple[Phrase, int] | None:
    """Return who is cited right after a cue, and the last element of what describes them."""
    at = cue.end + 1
    while segment.tag_at(at) in "TR9" or segment.tag_at(at) + segment.tag_at(at + 1) == "IT":
        at += 1
    cited = _citation(body, segment, at + (segment.tag_at(at) == ","))
    if cited is None:
        return None
    last = _apposition_end(segment, cited[1])
    ends = segment.tag_at(last + 1) in ",.;:-Q" and segment.tag_at(last + 2) not in "NnD"
    content_before = is_first and cue.start > 0 and segment.tags[cue.start - 1] in ",Q-?!" and ends
    if cue.verb is None:
        return (cited, last) if content_before and segment.tag_at(last + 1) == "." else None
    return (cited, last) if content_before or _opens_content(segment, last + 1) else None


def _cited_before(body: str, segment: Segment, cue: Cue) -> Phrase | None:
    """Return who is cited in "The agency, citing Berg, reported that …", "Citing Berg, the agency …"."""
    if not _opens_content(segment, cue.last + 1):
        return None
    first, last = cue.subject
    if segment.tag_at(last + 1) == ",":
        cited = _citation(body, segment, last + 2)
        closed = cited and _apposition_end(segment, cited[1]) + 2
        return cited if closed == cue.first else None
    cited = _citation(body, segment, 0)
    return cited if cited and _apposition_end(segment, cited[1]) + 2 == first else None


def _opens_content(segment: Segment, at: int) -> bool:
    """Tell whether "that", a colon or a quotation stands at `at`, or behind a comma there."""
    tags = segment.tag_at(at) + segment.tag_at(at + 1)
    return tags[0] in "HQ:" or tags in (",H", ",Q")


def _citation(body: str, segment: Segment, at: int) -> Phrase | None:
    """Return who is cited by the words that begin at `at`; None if it is something, or another outlet."""
    for words in CITING:
        if tuple(segment.lower[at : at + len(words)]) == words:
            first = at + len(words)
            adjective = segment.tag_at(first) in "ZG"  # unnamed officials
            last = phrase_after(segment, first + adjective)
            if last is None or segment.lower[last + 1 : last + 2] == ["as"]:
                return None
            return (first, last) if _may_speak(body, segment, (first, last)) else None
    return None


def _apposition_end(segment: Segment, last: int) -> int:
    """Return the last element of ", the foreign minister," or ", Ada Berg," behind a phrase, or `last`."""
    if segment.tag_at(last + 1) != "," or segment.tag_at(last + 2) not in "DN":
        return last
    end = phrase_after(segment, last + 2)
    return end if end is not None and segment.tag_at(end + 1) in ",." else last


def _core(segment: Segment, phrase: Phrase) -> list[str]:
    """Return the words of a noun phrase up to its first preposition."""
    first, last = phrase
    end = next((at for at in range(first, last + 1) if segment.tags[at] in "I,("), last + 1)
    return segment.lower[first:end]


def _may_speak(body: str, segment: Segment, phrase: Phrase) -> bool:
    """Tell whether the head of a noun phrase is someone, or a name: whose, the names must tell."""
    core = _core(segment, phrase)
    if not core or core[-1] in PLATFORMS | THINGS or _is_outlet(body, segment, phrase):
        return False
    end = phrase[0] + len(core)
    if segment.lower[end : end + 1] == ["of"] and "'" in segment.tags[end : phrase[1] + 1]:
        return False  # the president of Norland’s words
    return _is_someone(core) or segment.tags[phrase[0] + len(core) - 1] == "N"


def _is_someone(core: list[str]) -> bool:
    """Tell whether the words of a noun phrase up to its first preposition end with a noun for someone."""
    while len(core) > 1 and core[-1] in BEHIND:
        core = core[:-1]
    if not core or (core[-1] in ("source", "sources") and not PAPERS.isdisjoint(core)):
        return False
    return core[-1] in SOMEONE or core[-1].removesuffix("s") in SOMEONE


def _is_outlet(body: str, segment: Segment, phrase: Phrase) -> bool:
    """Tell whether a noun phrase is an outlet: "the newspaper", "TASS", "the agency Norpress"."""
    core = _core(segment, phrase)
    if not core:
        return False
    named = len(core)
    while named and segment.tags[phrase[0] + named - 1] == "N":
        named -= 1
    start, end = segment.span(phrase[0], phrase[0] + len(core) - 1)
    names = (body[start:end], body[segment.starts[phrase[0] + named] : end] if named < len(core) else "")
    known = any(source_named(name) in agencies() for name in names)
    return known or _ends_as_outlet(core) or _ends_as_outlet(core[:named])


def _ends_as_outlet(core: list[str]) -> bool:
    return not OUTLETS.isdisjoint((*core[-1:], " ".join(core[-2:])))
