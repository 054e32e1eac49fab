"""A body as paragraphs, sentences, tokens and quotations, each with its offsets: what the other rules read.

Everything here is one pass from left to right; its time is linear in the length of the body.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import islice
from typing import NamedTuple

from archive.extraction import lexicon
from archive.extraction.record import Span

SENTENCE_STARTERS = frozenset(lexicon.entries("sentence_starters.txt"))
UNDER_SECRETARY = ["Under", "Secretary"]  # of the U.S.
OPENING, CLOSING = "“„«‟", "”»"
TERMINALS = frozenset(".!?…")
CLOSERS = frozenset("\"'”’»)]")
OPENERS = frozenset("\"'`“„«‘([")
# What may stand before an opening quotation mark, beside white space.
BEFORE_OPENING = frozenset("([{—–-/‘'")
MIN_SINGLE_QUOTED_WORDS = 3
LONGEST_SINGLE_QUOTED = 2000
MOST_POSSESSIVES = 5  # that may stand before the mark that closes a single-quoted stretch
LONGEST_READ = 200_000  # characters: many times the longest article, and a bound on the time for any text


def _token_pattern() -> re.Pattern[str]:
    """Build the tokenizer: one alternative a kind of token; none can back far out of what it has read."""
    abbreviations = "|".join(map(re.escape, lexicon.entries("abbreviations.txt")))
    return re.compile(
        rf"""
        (?=\S) (?:                                    # nothing need be tried at white space
        [a-zA-Z][a-z]*+(?=[\s,])                      # most words, tried first for speed
      | \b(?:[DIR]-)?(?:{abbreviations})\.(?=[\s,)])                # Gen.  Jan.  vs.
      | (?:(?:[CKSZ]h|Ts|Y[aeou]|[^\W\d_])\.){{2,20}}  # U.S.  p.m.  J.F.  A.Yu.
      | \b(?:[CKSZ]h|Ts|Y[aeou])\.(?=\s?[A-Z]\.)     # Yu. A. Smith
      | \b(?:[A-WYZ]|(?<!\bon\s)X)\.(?=\s?[A-Z])     # an initial: J. Smith; none in "wrote on X. Smith"
      | [’'](?:s|re|ve|ll|d|m|t|S)\b                 # what leans on the word before: Berg's, we've
      | \d+(?:[.,:]\d+)*(?:[^\W_]+)?                 # 1,300  3.5  10:57  30s
      | [^\W_]+(?:[-‑][^\W_]+|\.[a-z]{{2,4}}\b)*        # words: state-run, Jean-Luc, agency.com
      | ([^\w\s])\1*                                 # one mark, or a run of the same: ... -- ''
      | _+ )
        """,
        re.X,
    )


TOKEN = _token_pattern()
LINE = re.compile(r"[^\n]+")
# Patterns that begin with a class of characters are looked for fastest: what stands before comes after it.
SINGLE_OPENING = re.compile(r"[‘'](?<![^\s(\[—–:/-][‘'])(?=[\w\[$])")
SINGLE_CLOSING = re.compile(r"(?<=\S)[’'](?!\w)")
DOUBLE_MARK = re.compile(r"[\"“”„‟«»'`](?:(?<!['`])|(?<=')'|(?<=`)`)")
WORD = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """A word or a mark with its place; `text` is ``body[start:end]``."""

    text: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)  # what Token._make does, in half the time


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks in one paragraph; quotations inside it are part of it.

    `start`/`end` leave the marks out, `left`/`right` take them in. A quotation that is not `closed` runs to
    the end of its paragraph; `continues` says that the next paragraph opens with a mark and carries it on.
    """

    start: int
    end: int
    left: int
    right: int
    paragraph: int
    closed: bool = True
    single: bool = False
    continues: bool = False


@dataclass(frozen=True)
class Text:
    """A body cut into its parts, in their order. Spans are offsets into `body`, end exclusive.

    `paragraphs` are the non-empty lines without the white space around them; no sentence and no quotation
    crosses the end of one. Sentences cover every token. The tokens are kept as columns: `texts`,
    `token_starts` and `token_ends`; `sentence_stops` are the numbers of the tokens after each sentence.
    """

    body: str
    paragraphs: tuple[Span, ...]
    sentence_stops: list[int] = field(repr=False)
    texts: list[str] = field(repr=False)
    token_starts: list[int] = field(repr=False)
    token_ends: list[int] = field(repr=False)
    quotations: tuple[Quotation, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the sentences."""
        return tuple(
            (self.token_starts[first], self.token_ends[stop - 1])
            for first, stop in zip(self.sentence_firsts, self.sentence_stops, strict=True)
        )

    @cached_property
    def sentence_firsts(self) -> list[int]:
        """The numbers of the first tokens of the sentences."""
        return [0, *self.sentence_stops][:-1]

    @cached_property
    def lowers(self) -> list[str]:
        """The tokens in lower case."""
        return list(map(str.lower, self.texts))

    @cached_property
    def _sentence_ends(self) -> frozenset[int]:
        return frozenset(end for _, end in self.sentences)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _quotation_lefts(self) -> list[int]:
        return [quotation.left for quotation in self.quotations]

    def token_index(self, offset: int) -> int:
        """Return the index of the first token that starts at `offset` or after it."""
        return bisect_left(self.token_starts, offset)

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that start within [start, end)."""
        first, stop = self.token_index(start), self.token_index(end)
        columns = self.texts[first:stop], self.token_starts[first:stop], self.token_ends[first:stop]
        return tuple(map(_token, zip(*columns, strict=True)))

    def sentence_stop(self, token: int) -> int:
        """Return the number of the token after the sentence that holds `token`."""
        return self.sentence_stops[bisect_right(self.sentence_stops, token)]

    def ends_sentence(self, offset: int) -> bool:
        """Tell whether a sentence ends right before `offset`."""
        return offset in self._sentence_ends

    def sentence_index(self, offset: int) -> int:
        """Return the index of the last sentence that starts at `offset` or before it, at least 0."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def paragraph_index(self, offset: int) -> int:
        """Return the index of the last paragraph that starts at `offset` or before it, at least 0."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def quotes_in(self, start: int, end: int) -> bool:
        """Tell whether a quotation stands, in part at least, within [start, end)."""
        return bool(self.quotations_in(start, end))

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Return the quotations that stand, in part at least, within [start, end)."""
        first = bisect_right(self._quotation_lefts, start)
        if first and self.quotations[first - 1].right > start:
            first -= 1
        return self.quotations[first : bisect_left(self._quotation_lefts, end)]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation, marks included, in which `offset` lies."""
        index = bisect_right(self._quotation_lefts, offset) - 1
        if index >= 0 and offset < self.quotations[index].right:
            return self.quotations[index]
        return None


def read_text(body: str) -> Text:
    """Cut `body` into paragraphs, sentences, tokens and quotations, up to LONGEST_READ."""
    read = body[:LONGEST_READ]
    paragraphs = _paragraphs(read)
    matches = list(TOKEN.finditer(read))
    texts = [match[0] for match in matches]
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    return Text(
        body=body,
        paragraphs=tuple(paragraphs),
        sentence_stops=_sentence_stops(paragraphs, texts, starts, ends),
        texts=texts,
        token_starts=starts,
        token_ends=ends,
        quotations=tuple(_quotations(read, paragraphs)),
    )


def _paragraphs(body: str) -> list[Span]:
    spans = []
    for match in LINE.finditer(body):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            spans.append((start, end))
    return spans


# --- sentences ---------------------------------------------------------------------------------------------


def _sentence_stops(
    paragraphs: list[Span], texts: list[str], starts: list[int], ends: list[int]
) -> list[int]:
    """Return the number of the token after each sentence.

    A sentence ends with a terminal mark before a new beginning, or with its paragraph.
    """
    terminals = [at for at, text in enumerate(texts) if text[-1] in TERMINALS]
    stops, first, seen = [], 0, 0
    for _, paragraph_end in paragraphs:
        last = bisect_left(starts, paragraph_end, first)
        until = bisect_left(terminals, last, seen)
        for at in terminals[seen:until]:
            stop = _sentence_stop(texts, starts, ends, at, last) if at >= first else None
            if stop:
                stops.append(stop)
                first = stop
        if first < last:
            stops.append(last)
        first, seen = last, until
    return stops


def _sentence_stop(texts: list[str], starts: list[int], ends: list[int], at: int, last: int) -> int | None:
    """Return the number after the sentence that the terminal mark at `at` ends; None where it ends none.

    `last` is the number after its paragraph. Quotation marks and brackets that close right after the mark
    belong to the sentence. "U.S." and "p.m." end one only before a word that commonly begins a sentence.
    """
    stop = at + 1
    while stop < last and stop <= at + 3 and _closes(texts, starts, ends, stop):
        stop += 1
    if stop >= last or (starts[stop] == ends[stop - 1] and texts[stop - 1][-1] not in CLOSERS):
        return None
    following = texts[stop]
    if texts[at][0] not in TERMINALS:  # an abbreviation
        parted = starts[at + 1] > ends[at]
        begins = following in SENTENCE_STARTERS and texts[stop : stop + 2] != UNDER_SECRETARY
        if not (texts[at].count(".") > 1 and begins and parted):
            return None
    if following[0] in OPENERS:
        following = texts[stop + 1] if stop + 1 < len(texts) else following
        return stop if not following[0].islower() or following[0] in OPENERS else None
    return stop if following[0].isupper() or following[0].isdigit() or following[0] in "-–—•*" else None


def _closes(texts: list[str], starts: list[int], ends: list[int], at: int) -> bool:
    """Tell whether the token `at` is a closing mark: it touches the token before and not the word after."""
    if texts[at][0] not in CLOSERS or starts[at] != ends[at - 1]:
        return False
    touches_next = at + 1 < len(texts) and starts[at + 1] == ends[at]
    return not (touches_next and texts[at][0] in "\"'" and texts[at + 1][0].isalnum())


# --- quotations --------------------------------------------------------------------------------------------


def _quotations(body: str, paragraphs: list[Span]) -> list[Quotation]:
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        resumes = bool(found) and not found[-1].closed and found[-1].paragraph == number - 1
        double = _double_quoted(body, start, end, number, resumes)
        single = _single_quoted(body, start, end, number, double)
        found.extend(sorted(double + single, key=lambda quotation: quotation.left) if single else double)
    lefts = {quotation.left for quotation in found}
    return [_continued(lefts, paragraphs, quotation) for quotation in found]


def _continued(lefts: set[int], paragraphs: list[Span], quotation: Quotation) -> Quotation:
    """Mark a quotation that the next paragraph carries on: it has no end, and one begins that paragraph."""
    following = quotation.paragraph + 1
    if quotation.closed or following >= len(paragraphs) or paragraphs[following][0] not in lefts:
        return quotation
    return replace(quotation, continues=True)


def _double_quoted(body: str, start: int, end: int, number: int, resumes: bool) -> list[Quotation]:
    """Return the outermost double-quoted stretches of a paragraph, the last perhaps unclosed.

    `resumes` says that the paragraph before left one open: then a first mark that closes closes that one.
    """
    found: list[Quotation] = []
    left = inner = 0
    families: list[bool] = []  # of the marks that stand open, outermost first: is it a straight one?
    for match in DOUBLE_MARK.finditer(body, start, end):
        straight = match[0][0] in "\"'`"
        if _opens(body, start, end, match, bool(families)):
            if not families:
                left, inner = match.span()
                families = [straight]
            elif families[-1] != straight and len(families) < 3:
                families.append(straight)
        elif families:
            families = families[: _closed_depth(families, straight)]
            if not families:
                found.append(Quotation(inner, match.start(), left, match.end(), number))
        elif resumes and not found:
            found.append(Quotation(start, match.start(), start, match.end(), number))
    if families:
        found.append(Quotation(inner, end, left, end, number, closed=False))
    return [quotation for quotation in found if quotation.start < quotation.end]


def _closed_depth(families: list[bool], straight: bool) -> int:
    """Return how many marks stay open after one that closes the innermost of its family, or the outermost."""
    depth = len(families) - 1
    while depth > 0 and families[depth] != straight:
        depth -= 1
    return depth


def _opens(body: str, start: int, end: int, match: re.Match[str], inside: bool) -> bool:
    """Tell whether a mark opens; where its shape contradicts its surroundings, the surroundings decide."""
    at, stop = match.span()
    before = body[at - 1] if at > start else " "
    after = body[stop] if stop < end else " "
    opens = (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or not after.isalnum())
    mark = match[0][0]
    if mark in OPENING:
        return not (closes and not opens and inside)
    if mark in CLOSING:
        return not inside and opens and after.isalnum()
    return opens if opens != closes else not inside


def _single_quoted(body: str, start: int, end: int, number: int, taken: list[Quotation]) -> list[Quotation]:
    """Return what single marks quote outside of `taken`: three words or more, to be no apostrophe."""
    found: list[Quotation] = []
    bounds = [(start, start)] + [(quotation.left, quotation.right) for quotation in taken] + [(end, end)]
    for (_, gap_start), (gap_end, _) in zip(bounds, bounds[1:], strict=False):
        at = gap_start
        while opening := SINGLE_OPENING.search(body, at, gap_end):
            at = opening.end()
            closing = _closing_single(body, at, gap_end)
            if closing is None:
                break
            if len(WORD.findall(body, at, closing)) >= MIN_SINGLE_QUOTED_WORDS:
                found.append(Quotation(at, closing, at - 1, closing + 1, number, single=True))
                at = closing + 1
    return found


def _closing_single(body: str, start: int, end: int) -> int | None:
    """Return where the closing single mark stands; one as in "the voters' hopes" only for want of another."""
    end = min(end, start + LONGEST_SINGLE_QUOTED)
    first = None
    for match in islice(SINGLE_CLOSING.finditer(body, start, end), MOST_POSSESSIVES):
        at = match.start()
        first = at if first is None else first
        if not (body[at - 1] in "sS" and body[at + 1 : at + 2] == " "):
            return at
    return first
