"""A captured text beside what was made of it: which words became which paragraph, and which were left out."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

WORD = re.compile(r"\w+")
RUN = 3  # words in a row that tell where captured words went


@dataclass(frozen=True)
class Piece:
    """A part of a captured line, and the number of the paragraph that it became a part of, if any."""

    text: str
    became: int | None


@dataclass
class Row:
    """Captured lines, each in pieces, beside the paragraph that became of them.

    A paragraph stands in one row, where most of its words are. What else of the capture is found in the text
    (a teaser that repeats its first words) is in rows with a number and no paragraph.
    """

    number: int | None
    lines: list[list[Piece]] = field(default_factory=list)
    paragraph: str | None = None


def lay_beside(lines: Sequence[str], paragraphs: Sequence[str], left_out: Sequence[str] = ()) -> list[Row]:
    """Return the captured `lines` in order, beside the `paragraphs` (counted from 0) that became of them.

    A line that is known to be `left_out` became of nothing, whatever words it shares with the text.
    """
    rows = _rows(_pieces(lines, paragraphs, _spelled(left_out) - _spelled(paragraphs)))
    homes = _homes(rows)
    for number, row in homes.items():
        row.paragraph = paragraphs[number]
    for number, paragraph in enumerate(paragraphs):
        if number not in homes:  # in no words of the capture: it stands by itself, behind the one before it
            homes[number] = Row(number, paragraph=paragraph)
            before = homes.get(number - 1)
            rows.insert(next((at + 1 for at, row in enumerate(rows) if row is before), 0), homes[number])
    return rows


def _spelled(lines: Iterable[str]) -> set[tuple[str, ...]]:
    """Return each line as its words alone."""
    return {tuple(WORD.findall(line.casefold())) for line in lines}


def _pieces(
    lines: Sequence[str], paragraphs: Sequence[str], left_out: set[tuple[str, ...]]
) -> Iterator[list[Piece]]:
    """Yield the pieces of each line."""
    found = [[] if _spelled([line]) <= left_out else list(WORD.finditer(line)) for line in lines]
    became = iter(_became([match[0].casefold() for words in found for match in words], paragraphs))
    for line, words in zip(lines, found, strict=True):
        groups = groupby([(match.start(), next(became)) for match in words], key=lambda word: word[1])
        firsts = [(next(group)[0], number) for number, group in groups] or [(0, None)]
        # A piece begins with the signs that open its first word: behind the last space before it.
        cuts = [0, *(line.rfind(" ", 0, start) + 1 for start, _ in firsts[1:]), len(line)]
        bounds = zip(pairwise(cuts), firsts, strict=True)
        yield [Piece(line[start:end], number) for (start, end), (_, number) in bounds]


def _became(words: Sequence[str], paragraphs: Sequence[str]) -> Iterator[int | None]:
    """Yield for each captured word the paragraph that it became a part of.

    Reads on while capture and text agree, else looks where the next run of words stands in the text: at the
    next place of several, or again at the first.
    """
    text = [
        (match[0].casefold(), number)
        for number, paragraph in enumerate(paragraphs)
        for match in WORD.finditer(paragraph)
    ]
    places = defaultdict(list)
    for place in range(len(text) - RUN + 1):
        places[tuple(word for word, _ in text[place : place + RUN])].append(place)
    following, reading = 0, False
    for at, word in enumerate(words):
        if not (reading and following < len(text) and text[following][0] == word):
            found = places.get(tuple(words[at : at + RUN]), ())
            reading = bool(found)
            following = found[bisect_left(found, following) % len(found)] if found else following
        yield text[following][1] if reading else None
        following += reading


def _rows(lines: Iterator[list[Piece]]) -> list[Row]:
    """Put lines together that became one paragraph; cut a line where another paragraph begins."""
    rows: list[Row] = []
    for pieces in lines:
        number = next((piece.became for piece in pieces if piece.became is not None), None)
        if not rows or rows[-1].number != number:
            rows.append(Row(number))
        rows[-1].lines.append([])
        for piece in pieces:
            if piece.became not in (None, rows[-1].number):
                rows.append(Row(piece.became, [[]]))
            rows[-1].lines[-1].append(piece)
    return rows


def _homes(rows: list[Row]) -> dict[int, Row]:
    """Return for each paragraph the row that holds most of it."""
    sizes: Counter[int] = Counter()
    homes: dict[int, Row] = {}
    for row in rows:
        size = sum(len(piece.text) for line in row.lines for piece in line if piece.became is not None)
        if row.number is not None and size > sizes[row.number]:
            sizes[row.number], homes[row.number] = size, row
    return homes
