"""Digests: a line such as "Below are Berg's key statements" and paragraphs that are all hers."""

import re
from dataclasses import dataclass

from archive.extraction import lexicon
from archive.extraction.record import Span
from archive.extraction.sentences import Text

FEWEST_PARAGRAPHS = 2  # below the line that announces them
LONGEST_LINE = 240  # characters of that line


def _announcement_pattern() -> re.Pattern[str]:
    """Build the pattern of an announcement's core, with its speaker.

    - "Below are **Berg**'s key statements", "Here are the main points of **the minister**'s speech"
    - "the most important remarks by **Anna Berg**", "key takeaways from **Berg**'s news conference"
    """
    nouns = "|".join(map(re.escape, lexicon.entries("digest_nouns.txt")))
    name = r"(?:the[ ])?[^\W\d_][\w.-]{0,30}(?:[ ][^\W\d_][\w.-]{0,30}){0,5}?"
    weight = r"(?:key|main|major|most[ ]important|most[ ]notable|principal|top)"
    return re.compile(
        rf"""
        \b(?:(?P<owner>{name})['’]s?[ ]{weight}[ ](?:{nouns})\b
          |  {weight}[ ](?:{nouns})[ ](?:of|by|from|made[ ]by)[ ](?P<maker>{name})
             (?=['’]s?\b|[ ](?:that|as|in|at|during|on|to|gathered|compiled)\b|[.:,]|$))
        """,
        re.X | re.I,
    )


ANNOUNCEMENT = _announcement_pattern()
OPENING = re.compile(r"(?:below|here|following|the[ ]following)\b", re.I)
LEADING_WORDS = re.compile(r"(?:(?:below|here|following|are|is|some|all|of)[ ])*", re.I)


@dataclass(frozen=True, slots=True)
class Digest:
    """What one speaker is summed up with: the words for the speaker, and the numbers of the paragraphs."""

    speaker: Span
    paragraphs: tuple[int, ...]


def read_digest(text: Text) -> Digest | None:
    """Return the digest that a text holds: all paragraphs below the line that announces them."""
    for number, (start, end) in enumerate(text.paragraphs):
        following = range(number + 1, len(text.paragraphs))
        if len(following) < FEWEST_PARAGRAPHS:
            return None
        speaker = _announced(text.body, start, end)
        if speaker:
            return Digest(speaker, tuple(following))
    return None


def _announced(body: str, start: int, end: int) -> Span | None:
    """Return who is announced in ``body[start:end]`` if that is a line that only announces."""
    announces = end - start <= LONGEST_LINE and (OPENING.match(body, start, end) or body[end - 1] == ":")
    match = ANNOUNCEMENT.search(body, start, end) if announces else None
    if match is None:
        return None
    group = "owner" if match["owner"] else "maker"
    first, last = match.span(group)
    lead = LEADING_WORDS.match(body, first, last)
    return (lead.end() if lead else first), last
