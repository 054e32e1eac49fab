"""Reports written while things went on: each entry with its clock, which parts no other story from it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.extraction.cleaning.lines import TIME, Kind, Line
from archive.extraction.dates import find_dates_of_page

LIVE = re.compile(
    r"\b[Ll]ive(?:\s(?:updates|blog|coverage|reporting))?\s?(?:[:|–—-]|$)|\bas it happened\b|\bLIVE\b"
)
FEWEST_ENTRIES = 3
FARTHEST_STORY = 2  # lines below an entry's clock, where its first paragraph stands
LEAST_UNHEADED = 0.5  # of the entries of a report; in a list of stories each has a headline


def find_live(lines: Sequence[Line]) -> int | None:
    """Return the line below which such a report begins; None if the page holds none.

    Its headline says so, and there are several clocks; or several paragraphs stand below a clock each, in the
    order of time, and more of them right below it than below a headline, as on a list of stories.
    """
    for number, line in enumerate(lines):
        if line.kind in (Kind.HEADLINE, Kind.TITLE) and line.text.count(" ") >= 3 and LIVE.search(line.text):
            clocks = sum(line.kind is Kind.CLOCK for line in lines[number:])
            return number if clocks >= FEWEST_ENTRIES else None
    return _first_entry(lines)


def _first_entry(lines: Sequence[Line]) -> int | None:
    clocks = [n for n, line in enumerate(lines) if _is_time(line)]
    if len(clocks) < FEWEST_ENTRIES:
        return None
    entries = [n for n in clocks if _story_below(lines, n)]
    bare = sum(_story_below(lines, n) == 1 for n in entries)
    if len(entries) < FEWEST_ENTRIES or bare < LEAST_UNHEADED * len(entries):
        return None
    times = [_minutes(lines[n].text) for n in entries]
    falls, rises = sum(a > b for a, b in pairwise(times)), sum(a < b for a, b in pairwise(times))
    return entries[0] - 1 if min(falls, rises) <= 1 else None  # once, at midnight


def _is_time(line: Line) -> bool:
    return line.kind is Kind.CLOCK and TIME.match(line.text) is not None and not find_dates_of_page(line.text)


def _story_below(lines: Sequence[Line], number: int) -> int:
    """Return how far below the clock a paragraph stands, or 0."""
    below = lines[number + 1 : number + 1 + FARTHEST_STORY]
    return next((away for away, line in enumerate(below, start=1) if line.kind is Kind.PROSE), 0)


def _minutes(text: str) -> int:
    clock = TIME.match(text)
    hour, minute = (int(clock["hour"]), int(clock["minute"])) if clock else (0, 0)
    later = 12 if re.search(r"\dp\.?m|\sp\.?m", text, re.I) and hour < 12 else 0
    return 60 * (hour + later) + minute
