"""Files that hold several stories one below the other: where the second begins."""

from collections.abc import Iterator, Sequence

from archive.extraction.cleaning.datelines import DatelineFound, find_dateline
from archive.extraction.cleaning.lines import Kind, Line, spaces
from archive.extraction.cleaning.telling import shared, telling

ABOVE_STORY = (
    Kind.CLOCK,
    Kind.BYLINE,
    Kind.CREDIT,
    Kind.CAPTION,
)  # what may stand between headline and story
SHORTEST_HEADLINE = 3  # spaces; a heading within a story is often shorter
FIRST_WITHIN = 12  # paragraphs, among which that with the first story's dateline stands
FEWEST_ITEMS = 3  # of a digest
LEAST_OWN, MOST_FOREIGN = 0.5, 0.34  # of a headline's telling words, those in its own and in another's item


def before_second(lines: Sequence[Line], prose: Sequence[int]) -> list[int]:
    """Return those of the paragraphs `prose` that stand above the headline of a second story.

    It has a dateline of its own; or all the paragraphs are a digest, each item below a headline that tells of
    it and of nothing else.
    """
    headed = {n: title for n in prose if (title := _headline_above(lines, n)) is not None}
    second = next(_dispatches(lines, prose, headed), None) or _second_item(lines, prose, headed)
    return [n for n in prose if second is None or n < second]


def _headline_above(lines: Sequence[Line], number: int) -> int | None:
    """Return the line that stands as a headline above the paragraph `number`."""
    above = number - 1
    while above >= 0 and lines[above].kind in ABOVE_STORY:
        above -= 1
    found = above >= 0 and lines[above].kind in (Kind.HEADLINE, Kind.TITLE)
    return above if found and spaces(lines[above].text) >= SHORTEST_HEADLINE else None


def _dispatches(lines: Sequence[Line], prose: Sequence[int], headed: dict[int, int]) -> Iterator[int]:
    """Yield the paragraphs, but the first, that open a dispatch below a headline of its own."""
    first = next((n for n in prose[:FIRST_WITHIN] if _filed(lines[n].text)), None)
    later = ((n, title) for n, title in headed.items() if first is not None and n > first)
    for number, title in later:
        text = lines[number].text
        if _filed(text) and shared(lines[title].text, telling(text)) > 0:
            yield number


def _filed(text: str) -> DatelineFound | None:
    """Return the dateline that `text` begins with, if it has a day or an agency."""
    found = find_dateline(text)
    return found if found and (found.date or found.agency) else None


def _second_item(lines: Sequence[Line], prose: Sequence[int], headed: dict[int, int]) -> int | None:
    """Return the first paragraph of a digest's second item; None if the paragraphs are one story.

    A page whose markup names one title is no digest.
    """
    if len(headed) < FEWEST_ITEMS or prose[0] not in headed:
        return None
    if any(line.kind is Kind.TITLE for line in lines[: prose[0]]):
        return None
    begins = [prose.index(number) for number in headed]
    items = (prose[begin:end] for begin, end in zip(begins, [*begins[1:], len(prose)], strict=True))
    first, told_first = "", frozenset[str]()
    for title, item in zip(headed.values(), items, strict=True):
        told, heading = telling(" ".join(lines[n].text for n in item)), lines[title].text
        if shared(heading, told) < LEAST_OWN:
            return None
        if not first:
            first, told_first = heading, told
        elif max(shared(first, told), shared(heading, told_first)) > MOST_FOREIGN:
            return None
    return prose[begins[1]]
