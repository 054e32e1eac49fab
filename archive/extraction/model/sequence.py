"""A text as the model reads it: a row of numbers for each token, every quotation folded into one token."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from archive.extraction.model.words import ABBREVIATION, NUMBER, OTHER, QUOTATION, Attributes, Vocabulary
from archive.extraction.record import Span
from archive.extraction.sentences import Quotation, Text

ATTRIBUTES = ("word", "shape", "suffix", "cluster", "cue", "break")
WORD, SHAPE, SUFFIX, CLUSTER, CUE, BREAK = range(6)
SENTENCE, PARAGRAPH, OUTSIDE = 1, 2, 3  # what begins at a token, in the column `break`
PAD = 2  # rows before the first and after the last token
SHORT, MIDDLING = 2, 6  # words of a quotation
FIRST_QUOTED, LENGTHS = 70, 3  # the first cluster of quotations; how many lengths of them are told apart


@dataclass(frozen=True)
class Sequence:
    """The tokens outside of quotations, and the quotations, in their order.

    `rows` has `ATTRIBUTES` of each, (n + 2 * PAD, 6), padded at both ends. `starts` and `ends` are offsets
    into the body, those of a quotation without its marks. `first` and `last` give for each token the indices
    that bound its paragraph, `last` exclusive.
    """

    rows: np.ndarray
    starts: list[int]
    ends: list[int]
    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.starts)

    def column(self, attribute: int, offset: int = 0) -> np.ndarray:
        """Return one attribute of the token `offset` places from each token; `offset` is within PAD."""
        return self.rows[PAD + offset : PAD + offset + len(self), attribute]

    @cached_property
    def quoted(self) -> np.ndarray:
        """Which tokens are quotations."""
        return self.column(SHAPE) == QUOTATION

    @cached_property
    def long_quotations(self) -> np.ndarray:
        """Which tokens are quotations of more than SHORT words."""
        return self.quoted & ((self.column(CLUSTER) - FIRST_QUOTED) % LENGTHS > 0)

    @cached_property
    def worded(self) -> np.ndarray:
        """Which tokens are words, numbers or quotations: sources and contents begin and end with them."""
        shapes = self.column(SHAPE)
        return (shapes <= NUMBER) | ((shapes >= ABBREVIATION) & (shapes != OTHER))

    def tokens_of(self, span: Span) -> tuple[int, int] | None:
        """Return the first and the last token that a span of the body touches; None if it touches none."""
        first, last = bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1]) - 1
        return (first, last) if first <= last else None

    def worded_tokens_of(self, span: Span) -> tuple[int, int] | None:
        """Return the same without marks of punctuation at both ends."""
        found = self.tokens_of(span)
        if found is None:
            return None
        first, last = found
        while first <= last and not self._is_worded[first]:
            first += 1
        while first <= last and not self._is_worded[last]:
            last -= 1
        return (first, last) if first <= last else None

    def quotations_in(self, tokens: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the quotations among the tokens from the first to the last, as tokens."""
        first, last = tokens
        inside = self._quotations[bisect_left(self._quotations, first) : bisect_right(self._quotations, last)]
        return [(at, at) for at in inside]

    def cue_of(self, span: Span) -> int | None:
        """Return the token that stands for a cue of several: the most telling, the last of equals."""
        found = self.tokens_of(span)
        if found is None:
            return None
        words = [at for at in range(found[0], found[1] + 1) if not self._is_quoted[at]]
        return max(words, key=lambda at: (self.cue_classes[at], at), default=None)

    # What is asked of one token after another is asked of lists, which answer faster than arrays.

    @cached_property
    def _is_worded(self) -> list[bool]:
        return self.worded.tolist()

    @cached_property
    def _is_quoted(self) -> list[bool]:
        return self.quoted.tolist()

    @cached_property
    def _quotations(self) -> list[int]:
        return np.flatnonzero(self.quoted).tolist()

    @cached_property
    def cue_classes(self) -> list[int]:
        return self.column(CUE).tolist()


def read_sequence(text: Text, vocabulary: Vocabulary) -> Sequence:
    """Fold the quotations of `text`, and look its words up."""
    rows, starts, ends = _folded(text, vocabulary)
    count = len(rows)
    table = np.zeros((count + 2 * PAD, len(ATTRIBUTES)), np.int64)
    table[:, BREAK] = OUTSIDE
    table[PAD + count, BREAK] = PARAGRAPH
    inner = table[PAD : PAD + count]
    if count:
        inner[:, :BREAK] = np.fromiter(chain.from_iterable(rows), np.int64).reshape(count, BREAK)
        inner[:, BREAK] = _breaks(text, np.array(starts), np.array(ends))
    heads = np.flatnonzero(inner[:, BREAK] == PARAGRAPH)
    mine = np.searchsorted(heads, np.arange(count), "right")
    bounds = np.append(heads, count)
    return Sequence(table, starts, ends, bounds[mine - 1], bounds[mine] if count else bounds[mine - 1])


def _folded(text: Text, vocabulary: Vocabulary) -> tuple[list[Attributes], list[int], list[int]]:
    """Return attributes, start and end of each token outside of quotations, and of each quotation."""
    rows: list[Attributes] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for quotation in text.quotations:
        left = max(at, text.token_index(quotation.left))
        if left == len(text.texts):
            break
        rows += map(vocabulary.attributes, text.texts[at:left])
        starts += text.token_starts[at:left]
        ends += text.token_ends[at:left]
        rows.append(_quotation_row(text.body, quotation))
        starts.append(quotation.start)
        ends.append(quotation.end)
        at = max(left, text.token_index(quotation.right))
    rows += map(vocabulary.attributes, text.texts[at:])
    return rows, starts + text.token_starts[at:], ends + text.token_ends[at:]


def _quotation_row(body: str, quotation: Quotation) -> Attributes:
    """Return the attributes of a folded quotation: how it ends and begins, and how long it is."""
    words = body.count(" ", quotation.start, quotation.end) + 1
    length = 0 if words <= SHORT else 1 if words <= MIDDLING else 2
    last, following = body[quotation.end - 1], body[quotation.right : quotation.right + 1]
    if last in "—–-":
        ending = 3
    elif "," in (last, following):
        ending = 1
    else:
        ending = 2 if last in ".!?…" or following in (".", "!", "?") else 0
    kind = LENGTHS * ending + length
    capital = body[quotation.start].isupper()
    return 100 + 4 * kind + 2 * capital + (not quotation.closed), QUOTATION, 0, FIRST_QUOTED + kind, 0


def _breaks(text: Text, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return for each token whether a sentence or a paragraph begins with it."""
    sentences = np.array([start for start, _ in text.sentences])
    paragraphs = np.array([start for start, _ in text.paragraphs])
    opened = np.searchsorted(sentences, starts, "right")
    closed = np.searchsorted(sentences, ends - 1, "right")
    number = np.searchsorted(paragraphs, starts, "right")
    breaks = np.full(len(starts), PARAGRAPH)
    breaks[1:] = np.where(closed[:-1] != opened[1:], SENTENCE, 0)
    breaks[1:][number[1:] != number[:-1]] = PARAGRAPH
    return breaks
