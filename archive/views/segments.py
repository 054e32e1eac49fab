"""A body cut where statements, names and the like begin and end, so that a page can mark each part of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Any, Literal

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
    `tells` are the events told of in words that end here; `proves` are the reasons for the date that rest on
    these words, `opens` those of them whose first words these are.
    """

    start: int
    text: str
    said: tuple[Any, ...] = ()
    named: Any = None
    begins: tuple[Any, ...] = ()
    ends: tuple[Any, ...] = ()
    tells: tuple[Any, ...] = ()
    proves: tuple[Any, ...] = ()
    opens: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """Segments beside each other that lie within the same statements; only with its last may any end."""

    segments: tuple[Segment, ...]

    @property
    def said(self) -> tuple[Any, ...]:
        """The statements that all of it lies within, the innermost last."""
        return self.segments[0].said

    @property
    def begins(self) -> tuple[Any, ...]:
        """The statements that begin with it."""
        return self.segments[0].begins

    @property
    def ends(self) -> tuple[Any, ...]:
        """The statements that end with it."""
        return self.segments[-1].ends


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body in segments: joined, their texts are the paragraph again.

    `number` counts the paragraphs of the body from 1.
    """

    number: int
    segments: tuple[Segment, ...]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The segments, those within the same statements together."""
        together: list[list[Segment]] = []
        for segment in self.segments:
            last = together[-1][-1] if together else None
            if last is None or last.said != segment.said or last.ends:
                together.append([])
            together[-1].append(segment)
        return tuple(Stretch(tuple(segments)) for segments in together)

    @property
    def begins(self) -> tuple[Any, ...]:
        """The statements that begin in this paragraph, in order."""
        return _all_of("begins", self.segments)

    @property
    def tells(self) -> tuple[Any, ...]:
        """The events that this paragraph tells of, in order."""
        return _all_of("tells", self.segments)

    @property
    def said(self) -> tuple[Any, ...]:
        """The statements that stand in this paragraph, wholly or in part."""
        return tuple(dict.fromkeys(_all_of("said", self.segments)))


def _all_of(name: str, segments: tuple[Segment, ...]) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(getattr(segment, name) for segment in segments))


def mark_paragraphs(
    body: str,
    statements: Iterable[Mark],
    mentions: Iterable[Mark],
    events: Iterable[Mark] = (),
    reasons: Iterable[Mark] = (),
) -> tuple[Paragraph, ...]:
    """Cut `body` into paragraphs of segments. Marks may nest, overlap, touch, or lie outside the body.

    A statement of several spans has a mark for each. Where mentions overlap, the first to start counts.
    """
    marks = [_within(body, marks) for marks in (statements, mentions, events, reasons)]
    bounds = list(_paragraph_bounds(body))
    edges = {edge for mark in chain(*marks) for edge in (mark.start, mark.end)}
    edges.update(edge for bound in bounds for edge in bound)
    said, named, _, proven = (_cover(kind, edges) for kind in marks)
    told, opened = _at("end", marks[2]), _at("start", marks[3])
    cuts = [
        Segment(
            start,
            body[start:end],
            said[start],
            next(iter(named[start]), None),
            tells=told[end],
            proves=proven[start],
            opens=opened[start],
        )
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


def _at(side: Literal["start", "end"], marks: list[Mark]) -> defaultdict[int, tuple[Any, ...]]:
    """Return what starts, or ends, at each edge."""
    found: defaultdict[int, tuple[Any, ...]] = defaultdict(tuple)
    for mark in marks:
        found[getattr(mark, side)] += (mark.what,)
    return found


def _with_ends(segments: list[Segment]) -> list[Segment]:
    """Tell each segment which statements begin and end with it; blank lines do not count."""
    seen = [segment for segment in segments if segment.text.strip()]
    first = {what: segment.start for segment in reversed(seen) for what in segment.said}
    last = {what: segment.start for segment in seen for what in segment.said}
    return [
        replace(
            segment,
            begins=tuple(what for what in segment.said if first.get(what) == segment.start),
            ends=tuple(what for what in segment.said if last.get(what) == segment.start),
        )
        for segment in segments
    ]


def _paragraphs(segments: list[Segment], bounds: list[tuple[int, int]]) -> Iterator[Paragraph]:
    """Yield the segments of each paragraph; those between paragraphs are dropped."""
    remaining = iter(segments)
    segment = next(remaining, None)
    for number, (start, end) in enumerate(bounds, 1):
        inside = []
        while segment is not None and segment.start < end:
            if segment.start >= start:
                inside.append(segment)
            segment = next(remaining, None)
        yield Paragraph(number, tuple(_ends_behind_closings(inside)))


def _ends_behind_closings(segments: list[Segment]) -> Iterator[Segment]:
    """Yield the segments of a paragraph with what ends there behind the quotation marks that close it.

    ``…back[end],” he said`` becomes ``…back,”[end] he said``: what follows is cut in two for it.
    """
    ends: tuple[Any, ...] = ()
    tells: tuple[Any, ...] = ()
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        closing = CLOSING.match(segment.text).end() if ends or tells else 0
        if 0 < closing < len(segment.text):
            text, rest = segment.text[:closing], segment.text[closing:]
            yield replace(segment, text=text, begins=(), ends=ends, tells=tells)
            ends = tells = ()
            segment = replace(segment, start=segment.start + closing, text=rest, opens=())
        ends, tells = ends + segment.ends, tells + segment.tells
        if following is not None and not following.said and CLOSING.match(following.text).end():
            yield replace(segment, ends=(), tells=())
        else:
            yield replace(segment, ends=ends, tells=tells)
            ends = tells = ()
