"""Sentences around quotations: the segments that the rules for statements read, in which a quotation is one element."""

import re
from dataclasses import dataclass

from archive.extraction.phrases import CUE_VERBS, Segment, tag
from archive.extraction.record import Span
from archive.extraction.sentences import WORD, Quotation, Text

LONGEST_NOUN = 3  # words of a quotation that may be used as a noun: the "green zone"
MIN_STRIPPED_TOKENS = 60
LONGEST_TAG = 8  # words from a closing question mark to the verb of saying that follows it
COMPLETE = frozenset(",.?!…")


def read_segments(text: Text) -> list[Segment]:
    """Return the segments of a text in order, tagged; none crosses the end of a paragraph."""
    segments: list[Segment] = []
    sentence_ends = {end for _, end in text.sentences}
    tokens, at, count = text.tokens, 0, len(text.tokens)
    quotations = iter((*text.quotations, None))
    quotation = next(quotations)
    for number, (_, paragraph_end) in enumerate(text.paragraphs):
        segment = Segment(number)
        while at < count and tokens[at].start < paragraph_end:
            if quotation and tokens[at].start >= quotation.left:
                segment.closes[len(segment)] = text.body[quotation.end - 1] in COMPLETE
                segment.add_quotation(quotation)
                while at < count and tokens[at].start < quotation.right:
                    at += 1
                ended = quotation.right in sentence_ends and not _tag_follows(text, quotation, at, paragraph_end)
                quotation = next(quotations)
            else:
                segment.add_token(tokens[at])
                ended = tokens[at].end in sentence_ends
                at += 1
            if ended:
                segments.append(segment)
                segment = Segment(number)
        if len(segment):
            segments.append(segment)
    stripped = _is_stripped(text)
    for segment in segments:
        segment.stripped = stripped
        tag(segment, _nominal(text.body, segment))
    return segments


def _is_stripped(text: Text) -> bool:
    """Tell whether the text has lost its commas, as some collections have."""
    return "," not in text.body and len(text.tokens) > MIN_STRIPPED_TOKENS


def _tag_follows(text: Text, quotation: Quotation, at: int, paragraph_end: int) -> bool:
    """Tell whether "“Is it over?” Smith asked." goes on after the quotation: a verb of saying comes soon, and little else."""
    if text.body[quotation.end - 1] not in "?!":
        return False
    for token in text.tokens[at : at + LONGEST_TAG]:
        if token.start >= paragraph_end or not (token.text[0].isalpha()):
            return False
        verb = CUE_VERBS.get(token.text)
        if verb and verb.kind in "sd":
            return "q" in verb.frames
    return False


def _nominal(body: str, segment: Segment) -> frozenset[int]:
    """Return the indices of the short quotations that stand for a noun or an adjective."""
    found = []
    for index, quotation in segment.quotes.items():
        if segment.closes[index] or not quotation.closed:
            continue
        following = segment.lower[index + 1] if index + 1 < len(segment) else ""
        before = segment.lower[index - 1] if index else ""
        if following == "," and before in ("", ","):
            continue
        if len(WORD.findall(body, quotation.start, quotation.end)) <= LONGEST_NOUN and following.lower() not in ("he", "she", "they"):
            found.append(index)
    return frozenset(found)


def _inner_tag_pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(form for form, verb in CUE_VERBS.items() if verb.kind == "d" and "v" in verb.frames))
    return re.compile(
        rf"""
        (?<=[,?!.…)])\s{{0,3}}(?P<dash>[–—-]\s)?\s?      # …, –
        (?:(?P<pronoun>he|she|they)\s)?(?P<verb>{verbs})\b
        (?:\s(?:in\s)?(?P<subject>[^.,;:“”"\n]{{2,80}}?))? # said [in] the ministry
        [.,](?P<after>\s{{1,3}}[–—-]\s)?                   # . –
        """,
        re.X,
    )


INNER_TAG = _inner_tag_pattern()


@dataclass(frozen=True, slots=True)
class InnerTag:
    """The cue and the speaker inside quotation marks, and what is left of the quotation on both sides of them."""

    speaker: Span
    cue: Span
    pieces: tuple[Span, ...]


def inner_tag(body: str, quotation: Quotation) -> InnerTag | None:
    """Return the tag inside a quotation, as machine translation leaves it: "We struck targets, – said the official. And then …".

    A dash before or after the tag is asked for: it is how the languages translated from set it off.
    """
    for match in INNER_TAG.finditer(body, quotation.start, quotation.end):
        if not (match["dash"] or match["after"]) or not (match["subject"] or match["pronoun"]):
            continue
        speaker = match.span("pronoun" if match["pronoun"] else "subject")
        pieces = [(quotation.start, match.start()), (match.end(), quotation.end)]
        return InnerTag(speaker, match.span("verb"), tuple(piece for piece in pieces if words_in(body, piece)))
    return None


def words_in(body: str, span: Span) -> int:
    """Return how many words stand in a span."""
    return len(WORD.findall(body, *span))
