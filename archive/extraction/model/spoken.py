"""Whether a quotation is what someone says, or the name of a show, a slogan, a term.

Cues tell of most quotations; this looks at each by itself: at what stands beside it, how long it is, how it
begins and ends, and which rule proposes it.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable
from dataclasses import dataclass

import numpy as np

from archive.extraction.attribution import Draft
from archive.extraction.attribution.untagged import is_title
from archive.extraction.model.asking import rule_number
from archive.extraction.model.features import Reading, quotation_places
from archive.extraction.model.pointers import Weights, total
from archive.extraction.model.sequence import BREAK, CUE
from archive.extraction.model.words import Vocabulary
from archive.extraction.record import Span
from archive.extraction.sentences import WORD, Quotation, Text

FEWEST_WORDS = 3  # of a quotation that is judged
MOST_WORDS = 8  # more are as good


@dataclass(frozen=True)
class Quotations:
    """The quotations of a text that are long enough to be judged, with the places of their features."""

    quotations: tuple[Quotation, ...]
    places: np.ndarray


def rules_of(text: Text, drafts: Iterable[Draft]) -> dict[int, int]:
    """Return the number of the rule that proposes each quotation, by the offset where it begins."""
    rules: dict[int, int] = {}
    for draft in drafts:
        for piece in draft.pieces:
            for quotation in text.quotations_in(*piece):
                rules.setdefault(quotation.start, rule_number(draft.rule))
    return rules


def read_quotations(
    text: Text,
    vocabulary: Vocabulary,
    reading: Reading,
    rules: dict[int, int],
    asked: Container[int] | None,
) -> Quotations:
    """Return the quotations of `text` that begin at the offsets `asked`, all for None.

    `rules` are those that propose them, as `rules_of` returns them.
    """
    starts = reading.sequence.starts
    found, at, relations = [], [], []
    for quotation in text.quotations:
        if asked is not None and quotation.start not in asked:
            continue
        token = bisect_left(starts, quotation.start)
        words = WORD.findall(text.body, quotation.start, quotation.end)
        if len(words) >= FEWEST_WORDS and starts[token : token + 1] == [quotation.start]:
            found.append(quotation)
            at.append(token)
            title = is_title(text.body, (quotation.start, quotation.end))
            ends = [vocabulary.attributes(word)[0] for word in (words[0], words[-1])]
            relations.append((min(len(words), MOST_WORDS), title, *ends, rules.get(quotation.start, 0)))
    index = np.array(at, np.int64)
    around = np.array(relations, np.float64).reshape(len(at), 5)
    beside = np.stack(_cues_beside(reading, index), 1)
    return Quotations(tuple(found), quotation_places(reading, index, np.concatenate([around, beside], 1)))


def _cues_beside(reading: Reading, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the highest class of a cue in the sentence of each quotation, before it and after it."""
    cues = reading.sequence.column(CUE)
    heads = np.flatnonzero(reading.sequence.column(BREAK) > 0)
    mine = np.searchsorted(heads, at, "right")
    firsts, lasts = heads[mine - 1], np.append(heads, len(cues))[mine]
    before = [cues[first:here].max(initial=0) for first, here in zip(firsts, at, strict=True)]
    after = [cues[here + 1 : last].max(initial=0) for here, last in zip(at, lasts, strict=True)]
    return np.array(before, np.float64), np.array(after, np.float64)


def how_spoken(given: Weights, asked: Quotations) -> dict[Span, float]:
    """Return how likely each quotation, by its span without the marks, is to be what someone says."""
    scores = given.scale * total(given.quotation, asked.places)
    spans = ((quotation.start, quotation.end) for quotation in asked.quotations)
    return dict(zip(spans, (1 / (1 + np.exp(-scores))).tolist(), strict=True))
