"""Days on lines that do not look like clocks, for pages that give no other: "Von Jane Roe 3.3.2014"."""

import re
from collections.abc import Iterator, Sequence

from archive.extraction.cleaning.credits import POSTED
from archive.extraction.cleaning.lines import FIGURE, TIME, Kind, Line
from archive.extraction.cleaning.sorting import Cleaned
from archive.extraction.dates import DateFound, days_of_page
from archive.extraction.dates.short import words_beside
from archive.extraction.dating.claims import Claim, claims_of_line, is_published, label_of

NEAR = 3  # lines above the headline
MOST_LINES = 200  # between headline and story
BELOW = 12  # lines
LONGEST = 120  # characters
OF_A_PICTURE = (Kind.CAPTION, Kind.CREDIT)
KNOWN = (Kind.CLOCK, Kind.BYLINE, Kind.SIGNOFF, Kind.SOURCE)  # lines that have been read for dates
PARTING = "-–—|/•·∙:,;>»()[]"
SIGNED = re.compile(r"(?:by|von|par|por|di|da|door|av|af|od|від|от)\b|von(?=[A-Z])", re.I)
WORD = re.compile(r"[^\W\d_]+")
CLOCK = re.compile(rf"(?:(?:um|at|à|kl)\.?\s)?{TIME.pattern}", re.I)


def claims_of_unmarked_lines(cleaned: Cleaned) -> list[Claim]:
    """Return the day that such lines around the story give, if they all give the same one."""
    heads = cleaned.masthead[-NEAR:]
    around = [line for line in (*heads, *cleaned.above[:MOST_LINES]) if line.kind not in KNOWN]
    found = [*_stamps(around), *_labelled([*around, *cleaned.below[:BELOW]])]
    return found if len({claim.date for claim in found}) == 1 else []


def _stamps(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the days that signs, a clock or a writer's name set apart from the other words of their line."""
    for line in lines:
        found = _only_day(line)
        if found and line.kind not in (*OF_A_PICTURE, Kind.PROSE) and _is_set_apart(line.text, found):
            yield from claims_of_line(line.text)


def _labelled(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the days that are called those of publication: "Erschienen am 3. März 2014"."""
    for label, line in zip(["", *map(label_of, lines)], lines, strict=False):
        found = _only_day(line)
        if found and is_published(label + line.text[: found.start]):
            yield from claims_of_line(line.text)


def _only_day(line: Line) -> DateFound | None:
    found = days_of_page(line.text) if len(line.text) <= LONGEST else ()
    return found[0] if len(found) == 1 else None


def _is_set_apart(text: str, found: DateFound) -> bool:
    before, after = text[: found.start].strip(), text[found.end :].lstrip(" .")
    if FIGURE.search(TIME.sub("", f"{before} {after}")):
        return False
    begins = not WORD.search(before) or before[-1] in PARTING or SIGNED.match(before) or POSTED.match(before)
    glued = text[found.end : found.end + 1].isupper()  # 3.3.2014Talks go on
    ends = glued or after[:1] in PARTING or CLOCK.match(after) or SIGNED.match(after)
    return bool(begins and (ends or all(word.lower() in words_beside() for word in WORD.findall(after))))
