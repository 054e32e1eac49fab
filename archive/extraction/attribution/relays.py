"""Who only passes words on: "“We won,” Berg said, according to a transcript" is what Berg said."""

from bisect import bisect_left
from dataclasses import replace

from archive.extraction.attribution.drafts import Draft
from archive.extraction.record import Span

RELAYING = frozenset(("according", "according to", "reported", "reports"))
FARTHEST_RELAYED = 16  # cues before the one that passes another on
LEAST_COVERED = 0.5  # of what is passed on, the share that the words, speaker and cue within it make up


def without_relays(body: str, drafts: list[Draft]) -> list[Draft]:
    """Return `drafts` without those that only pass another on; the other gets the relay as its medium."""
    kept = dict(enumerate(drafts))
    places = sorted((draft.cue[0], at) for at, draft in kept.items() if draft.cue and draft.speaker)
    for number, relay in enumerate(drafts):
        if relay.cue is None or body[slice(*relay.cue)].lower() not in RELAYING:
            continue
        within = sorted(at for piece in relay.pieces for at in _within(places, piece))
        place = next((at for at in within if at in kept and _passes_on(relay, kept[at])), None)
        if place is not None:
            kept[place] = replace(kept[place], medium=kept[place].medium or _words_of(relay))
            del kept[number]
    return list(kept.values())


def _within(places: list[tuple[int, int]], piece: Span) -> list[int]:
    """Return which drafts have their cue in a piece: the last few, as what is passed on stands near."""
    first, stop = bisect_left(places, (piece[0], 0)), bisect_left(places, (piece[1], 0))
    return [at for _, at in places[max(first, stop - FARTHEST_RELAYED) : stop]]


def _passes_on(relay: Draft, draft: Draft) -> bool:
    """Tell whether the content of `relay` is, in the main, what `draft` says and who says it."""
    if draft is relay or draft.cue is None or draft.speaker is None:
        return False
    parts = [*draft.pieces, draft.cue, draft.speaker]
    within = all(any(_holds(piece, part) for piece in relay.pieces) for part in parts)
    return within and _length(parts) >= LEAST_COVERED * _length(relay.pieces)


def _words_of(relay: Draft) -> Span | None:
    """Return where "according to a transcript" stands."""
    ends = [end for end in (relay.cue, relay.speaker) if end]
    return min(start for start, _ in ends), max(end for _, end in ends)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _length(spans: list[Span]) -> int:
    return sum(end - start for start, end in spans)
