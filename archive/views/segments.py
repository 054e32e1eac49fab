"""A body cut where statements and mentions begin and end, so that a page can mark each part of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

PARAGRAPH_BREAK = "\n\n"
CLOSING = re.compile(r"[,.;:!?…]?[”’»\"']*[,.;:!?…]?")  # what a note's number stands behind: ,” or ”.


@dataclass(frozen=True)
class Mark:
    """`what` (a statement, a person, …) stands at ``body[start:end]``."""

    start: int
    end: int
    what: Any


@dataclass(frozen=True)
class Segment:
    """A run of text under the same marks: within the statements `said`, naming `named`.

    `begins` and `ends` are the statements whose first or last part this is: each begins once and ends once.
    """

    start: int
    text: str
    said: tuple[Any, ...] = ()
    named: Any = None
    begins: tuple[Any, ...] = ()
    ends: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body in segments: joined, their texts are the paragraph again."""

    segments: tuple[Segment, ...]

    @property
    def begins(self) -> tuple[Any, ...]:
        """The statements that begin in this paragraph, in order."""
        return tuple(statement for segment in self.segments for statement in segment.begins)

    @property
    def said(self) -> tuple[Any, ...]:
        """The statements that stand in this paragraph, wholly or in part."""
        return tuple(dict.fromkeys(statement for segment in self.segments for statement in segment.said))


def mark_paragraphs(body: str, statements: Iterable[Mark], mentions: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """Cut `body` into paragraphs of segments. Marks may nest, overlap, touch, or lie outside the body.

    A statement of several spans has a mark for each. Where mentions overlap, the first to start counts.
    """
    statements, mentions = _within(body, statements), _within(body, mentions)
    bounds = list(_paragraph_bounds(body))
    edges = {edge for mark in (*statements, *mentions) for edge in (mark.start, mark.end)}
    edges.update(edge for bound in bounds for edge in bound)
    said, named = _cover(statements, edges), _cover(mentions, edges)
    cuts = [
        Segment(start, body[start:end], said[start], next(iter(named[start]), None))
        for start, end in pairwise(sorted(edges))
    ]
    return tuple(_paragraphs(_with_ends(cuts), bounds))


def _within(body: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that lie in the body, cut to it, in order of their start, the longer first."""
    cut = [Mark(max(mark.start, 0), min(mark.end, len(body)), mark.what) for mark in marks]
    return sorted((mark for mark in cut if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))


def _paragraph_bounds(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    for text in body.split(PARAGRAPH_BREAK):
        if text:
            yield start, start + len(text)
        start += len(text) + len(PARAGRAPH_BREAK)


def _cover(marks: list[Mark], edges: set[int]) -> dict[int, tuple[Any, ...]]:
    """Return what covers the text from each edge on, each thing once, in order of its start."""
    opening = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
    covers, active = {}, []
    for edge in sorted(edges):
        active = [mark for mark in active if mark.end > edge] + opening[edge]
        covers[edge] = tuple(dict.fromkeys(mark.what for mark in active))
    return covers


def _with_ends(segments: list[Segment]) -> list[Segment]:
    """Tell each segment which statements begin and end with it; blank lines do not count."""
    seen = [segment for segment in segments if segment.text.strip()]
    first = {what: segment.start for segment in reversed(seen) for what in segment.said}
    last = {what: segment.start for segment in seen for what in segment.said}
    return [
        Segment(
            segment.start,
            segment.text,
            segment.said,
            segment.named,
            begins=tuple(what for what in segment.said if first.get(what) == segment.start),
            ends=tuple(what for what in segment.said if last.get(what) == segment.start),
        )
        for segment in segments
    ]


def _paragraphs(segments: list[Segment], bounds: list[tuple[int, int]]) -> Iterator[Paragraph]:
    """Yield the segments of each paragraph; those between paragraphs are dropped."""
    remaining = iter(segments)
    segment = next(remaining, None)
    for start, end in bounds:
        inside = []
        while segment is not None and segment.start < end:
            if segment.start >= start:
                inside.append(segment)
            segment = next(remaining, None)
        yield Paragraph(tuple(_ends_behind_closings(inside)))


def _ends_behind_closings(segments: list[Segment]) -> Iterator[Segment]:
    """Yield the segments of a paragraph with the ends of statements behind the quotation marks there.

    ``…back[end],” he said`` becomes ``…back,”[end] he said``: what follows is cut in two for it.
    """
    ends: tuple[Any, ...] = ()
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        closing = CLOSING.match(segment.text).end() if ends else 0
        if 0 < closing < len(segment.text):
            yield Segment(segment.start, segment.text[:closing], ends=ends)
            ends = ()
            segment = replace(segment, start=segment.start + closing, text=segment.text[closing:])
        ends += segment.ends
        held = following is not None and not following.said and CLOSING.match(following.text).end()
        yield replace(segment, ends=() if held else ends)
        ends = ends if held else ()
