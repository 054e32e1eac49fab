"""Sentences around quotations: the segments that the rules for statements read; and tags inside quotation
marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.extraction import lexicon
from archive.extraction.attribution.cues import CUE_WORDS
from archive.extraction.attribution.segments import DASHES, Segment, tag
from archive.extraction.record import Span
from archive.extraction.sentences import WORD, Quotation, Text
from archive.extraction.verbs import CUE_VERBS

LONGEST_NOUN = 3  # words of a quotation that may be used as a noun: the "green zone"
LONGEST_TAG = 8  # words from a closing question mark to the verb of saying that follows it
LONGEST_SEGMENT = 250  # elements; a longer sentence is cut, for no prose has one
MIN_STRIPPED_TOKENS = 60
TAG_VERBS = lexicon.words("tag_verbs.txt")
COMPLETE = frozenset(",.?!…")


def read_segments(text: Text) -> list[Segment]:
    """Return the segments of a text in order; none crosses the end of a paragraph.

    Those in which nobody can be said to speak stay without tags, which saves half the time.
    """
    stripped = "," not in text.body and len(text.texts) > MIN_STRIPPED_TOKENS
    quotations: dict[int, list[Quotation]] = {}
    for quotation in text.quotations:
        quotations.setdefault(quotation.paragraph, []).append(quotation)
    segments: list[Segment] = []
    for number in range(len(text.paragraphs)):
        segments += _cut(text, number, quotations.get(number, []))
    for segment in segments:
        segment.stripped = stripped
        if _may_speak(segment):
            tag(segment, _nominal(text.body, segment))
    return segments


def _may_speak(segment: Segment) -> bool:
    """Tell whether a quotation, a cue, a colon at the end or a dash at the start stands in a segment."""
    if segment.quotes or segment.lower[-1] == ":" or segment.lower[0] in DASHES:
        return True
    return not CUE_WORDS.isdisjoint(segment.lower)


def _cut(text: Text, number: int, quotations: list[Quotation]) -> Iterator[Segment]:
    """Cut one paragraph, with its quotations, where sentences end outside of quotation marks."""
    at, last = map(text.token_index, text.paragraphs[number])
    segment = Segment(number)
    for quotation in (*quotations, None):
        left = text.token_index(quotation.left) if quotation else last
        while at < left:
            sentence_stop = text.sentence_stop(at)
            stop = min(left, sentence_stop, at + max(1, LONGEST_SEGMENT - len(segment)))
            segment.add_tokens(text, at, stop)
            at = stop
            if at == sentence_stop or len(segment) >= LONGEST_SEGMENT:
                yield segment
                segment = Segment(number)
        if quotation:
            segment.add_quotation(quotation, text.body[quotation.end - 1] in COMPLETE)
            at = max(at, text.token_index(quotation.right))
            following = text.texts[at : min(last, at + LONGEST_TAG)]
            if text.ends_sentence(quotation.right) and not _tag_follows(text.body, quotation, following):
                yield segment
                segment = Segment(number)
    if segment.starts:
        yield segment


def _tag_follows(body: str, quotation: Quotation, following: list[str]) -> bool:
    """Tell whether "“Is it over?” Smith asked." goes on after its quotation: a verb of saying comes soon."""
    if body[quotation.end - 1] not in "?!…":
        return False
    for word in following:
        verb = CUE_VERBS.get(word)
        if verb and verb.kind in "sd":
            return "q" in verb.frames
        if word in TAG_VERBS:
            return True
        if not word[0].isalpha():
            return False
    return False


def _nominal(body: str, segment: Segment) -> frozenset[int]:
    """Return the indices of the short quotations that stand for a noun or an adjective."""
    return frozenset(index for index in segment.quotes if _is_nominal(body, segment, index))


def _is_nominal(body: str, segment: Segment, index: int) -> bool:
    quotation = segment.quotes[index]
    following = segment.lower[index + 1] if index + 1 < len(segment) else ""
    before = segment.lower[index - 1] if index else ""
    if segment.closes[index] or not quotation.closed or following in ("he", "she", "they"):
        return False
    if following == "," and before in ("", ","):
        return False
    return words_in(body, (quotation.start, quotation.end)) <= LONGEST_NOUN


def words_in(body: str, span: Span) -> int:
    """Return how many words stand in a span."""
    return len(WORD.findall(body, *span))


# --- tags inside quotation marks ---------------------------------------------------------------------------


def _inner_tag_pattern() -> re.Pattern[str]:
    past = (form for form, verb in CUE_VERBS.items() if verb.kind == "d" and "v" in verb.frames)
    verbs = "|".join(sorted(past))
    return re.compile(
        rf"""
        (?<=[,?!.…)])\s{{0,3}}(?P<dash>[–—-]\s)?\s?      # …, –
        (?:(?P<pronoun>he|she|they)\s)?(?P<verb>{verbs})\b
        (?:\s(?:in\s)?(?P<subject>[^.,;:“”"\n]{{2,80}}?))? # said [in] the ministry
        [.,](?P<after>\s{{1,3}}[–—-])?\s{{0,3}}             # . –
        """,
        re.X,
    )


def _last_tag_pattern() -> re.Pattern[str]:
    verbs = "|".join(
        sorted(form for form, verb in CUE_VERBS.items() if verb.kind == "d" and "q" in verb.frames)
    )
    return re.compile(
        rf"""
        (?<=[,?!])\s(?P<subject>he|she|[A-Z][^,.;:“”"\n]{{1,60}}?|the\s[^,.;:“”"\n]{{1,60}}?)
        \s(?P<verb>{verbs})\b[^,.;:“”"\n]{{0,60}}\.?$
        """,
        re.X,
    )


INNER_TAG = _inner_tag_pattern()
LAST_TAG = _last_tag_pattern()
LONGEST_LAST_TAG = 150  # characters


@dataclass(frozen=True, slots=True)
class InnerTag:
    """The cue and the speaker inside quotation marks, and what is left of the quotation beside them.

    `speaker` is None where the translation has left one small word of a name: nobody can know who it is.
    """

    speaker: Span | None
    cue: Span
    pieces: tuple[Span, ...]


def _speaker_of(match: re.Match[str]) -> Span | None:
    if match["pronoun"]:
        return match.span("pronoun")
    lost = match["subject"].islower() and " " not in match["subject"]
    return None if lost else match.span("subject")


def last_tag(body: str, quotation: Quotation) -> InnerTag | None:
    """Return the tag at the end of a quotation that has lost its closing mark: "“We won, Berg said."."""
    if quotation.closed or quotation.continues:
        return None
    start = max(quotation.start, quotation.end - LONGEST_LAST_TAG)
    match = LAST_TAG.search(body, start, quotation.end)
    if match is None:
        return None
    piece = quotation.start, match.start() - (body[match.start() - 1] == ",")
    return InnerTag(match.span("subject"), match.span("verb"), (piece,))


def inner_tag(body: str, quotation: Quotation) -> InnerTag | None:
    """Return the tag inside a quotation, as machine translation leaves it: "We struck, – said the official."

    A dash before or after the tag is asked for: it is how the languages translated from set it off.
    """
    for match in INNER_TAG.finditer(body, quotation.start, quotation.end):
        if not (match["dash"] or match["after"]) or not (match["subject"] or match["pronoun"]):
            continue
        speaker = _speaker_of(match)
        pieces = [(quotation.start, match.start()), (match.end(), quotation.end)]
        found = tuple(piece for piece in pieces if words_in(body, piece))
        return InnerTag(speaker, match.span("verb"), found) if found else None
    return None
