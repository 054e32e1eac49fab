"""Which runs of a page's prose are its story, and what parts them from the prose of others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.extraction.cleaning.credits import PICTURED_BY, TWEET_SIGNED
from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.cleaning.lines import WHEN_AND_WHO, Kind, Line
from archive.extraction.cleaning.live import find_live
from archive.extraction.dates import find_dates_of_page

WIDEST_GAP = 8  # lines without prose inside one article: a label, a credit, a headline, a sub-heading, twice
MOST_HEADLINES = 4  # headlines in a row that are no list of other stories yet
LEADS = 3  # paragraphs that may stand above the one with the dateline
ENDED = re.compile(
    r"""
      \W? (?:Additional\ )? (?:Reporting|Editing|Writing|Compiled) \b
    | \W? END(?:S|\b) | \#\#\# | -\s?(?:0|30)\s?-
    """,
    re.I | re.X,
)
LEAST_OF_PARAGRAPH = 100  # characters, in the mean
COMMENT_HEAD = 2  # lines above a comment: who wrote it and when
COMMENTED = re.compile(
    r"""
    .{2,40} \ (?:says|said|wrote|writes|schreibt|sagt|schrieb|a\ écrit|dit|dice|escribió|scrive|пишет)
    (?P<when>\ .{6,40})? \s?:
    """,
    re.X,
)
FEWEST_DATED, LONGEST_TEASER = 2, 2  # teasers in a list of stories, beside its first; their paragraphs
PARTING = frozenset([Kind.ENDER, Kind.SOURCE, Kind.SERIES, Kind.SIGNOFF, Kind.TAGS])
OF_OTHERS = frozenset([Kind.CLOCK, Kind.BYLINE])  # what parts stories, but the entries of one report too
VIDEO = re.compile(r"(?:watch|listen|video|audio)\b", re.I)
NUMBER = re.compile(r"\W?\d[\d.,]*\W?")  # beside a chart
LENGTH = re.compile(r"\d{1,2}:\d\d")  # of a video


@dataclass(frozen=True)
class Stretch:
    """A run of prose with nothing but what articles hold between its paragraphs; `prose` are line numbers."""

    prose: tuple[int, ...]
    letters: int


def find_stretches(lines: Sequence[Line]) -> list[Stretch]:
    """Cut the page's prose at headings of other lists, and where much else stands between."""
    found: list[Stretch] = []
    run: list[int] = []
    for number, line in enumerate(lines):
        ends = _ends(line) or _is_comment(lines, number)
        if run and (ends or (line.kind is Kind.PROSE and _is_gap(lines[run[-1] + 1 : number]))):
            found.append(_stretch(lines, run))
            run = []
        if line.kind is Kind.PROSE:
            run.append(number)
    if run:
        found.append(_stretch(lines, run))
    return found


def _is_comment(lines: Sequence[Line], number: int) -> bool:
    """Tell the head of a reader's comment: "Bert says:" and a time, or "Bert wrote on 3 March 2014:"."""
    text = lines[number].text
    match = COMMENTED.fullmatch(text) if text.endswith(":") else None
    if match is None:
        return False
    timed = number + 1 < len(lines) and lines[number + 1].kind is Kind.CLOCK
    return timed or bool(match["when"] and find_dates_of_page(match["when"]))


def _is_readers(lines: Sequence[Line], stretch: Stretch) -> bool:
    """Tell whether a run of prose is a reader's comment."""
    first = stretch.prose[0]
    return any(_is_comment(lines, number) for number in range(max(0, first - COMMENT_HEAD), first + 1))


def _ends(line: Line) -> bool:
    """Tell a line after which no more of an article comes."""
    return line.kind is Kind.ENDER or (line.kind is Kind.SIGNOFF and ENDED.match(line.text) is not None)


def _stretch(lines: Sequence[Line], run: list[int]) -> Stretch:
    return Stretch(tuple(run), sum(len(lines[number].text) for number in run))


def _is_gap(between: Sequence[Line]) -> bool:
    """Tell whether the lines between two paragraphs are too much for one article."""
    kinds = _kinds(between)
    if len(kinds) > WIDEST_GAP or kinds.count(Kind.FURNITURE) > 3:
        return True
    if Kind.CLOCK in kinds or Kind.BYLINE in kinds:
        return not _is_list(kinds) and not any(TWEET_SIGNED.match(line.text) for line in between)
    if Kind.SOURCE in kinds or Kind.SERIES in kinds:
        return True
    return Kind.LABEL not in kinds and kinds.count(Kind.HEADLINE) >= MOST_HEADLINES


def _kinds(between: Sequence[Line]) -> list[Kind]:
    """Return what the lines between two paragraphs are, without those that a story may have within."""
    return [
        line.kind
        for above, line in pairwise([*between[:1], *between])
        if line.kind is not Kind.ASIDE
        and not (line.kind is Kind.FURNITURE and NUMBER.fullmatch(line.text))
        and not (line.kind is Kind.BYLINE and PICTURED_BY.fullmatch(line.text))
        and not (VIDEO.match(above.text) and LENGTH.fullmatch(line.text))
    ]


def _part(kinds: Sequence[Kind], others: frozenset[Kind]) -> bool:
    """Tell whether the lines between two runs of prose part one story from another."""
    found = set(kinds)
    return bool(found & PARTING) or bool(found & others and not _is_list(kinds))


def _is_list(kinds: Sequence[Kind]) -> bool:
    """Tell a labelled list of other stories, each with its date and none with a teaser, within an article."""
    dated = kinds.count(Kind.CLOCK) >= 2 and Kind.BYLINE not in kinds
    last = kinds[-2:] if kinds[-1] is Kind.HEADLINE else kinds[-1:]  # a sub-heading may stand below the list
    return dated and kinds[0] is Kind.LABEL and last[0] is Kind.CLOCK


def main_stretches(lines: Sequence[Line], stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretch with the dateline, or else with most text, and those that go on with its story."""
    best = max(range(len(stretches)), key=lambda i: (_weight(lines, stretches[i]), -i))
    live = _live_from(lines, stretches)
    if live is not None:
        best = min(best, live)
    chosen = [stretches[best]]
    for stretch in stretches[best + 1 :]:
        between = lines[chosen[-1].prose[-1] + 1 : stretch.prose[0]]
        kinds = _kinds(between)
        if _part(kinds, OF_OTHERS if live is None else frozenset([Kind.LABEL])):
            break
        if (live is None and len(stretch.prose) < 2) or len(kinds) > 2 * WIDEST_GAP:
            break
        if _is_readers(lines, stretch):
            break
        chosen.append(stretch)
    return (_below_title(lines, stretches, best) or _begun_above(lines, stretches, best)) + chosen


def told_stretches(lines: Sequence[Line], stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches of a page that a library knows to be of its story.

    Those below a line after which no article goes on are not, if most of the letters stand above; and dated
    teasers are a list of stories.
    """
    letters, above, dated = sum(stretch.letters for stretch in stretches), 0, 0
    for number, (stretch, following) in enumerate(pairwise(stretches), 1):
        above += stretch.letters
        between = lines[stretch.prose[-1] + 1 : following.prose[0]]
        dated += any(line.kind is Kind.CLOCK for line in between)
        if 2 * above > letters and (any(map(_ends, between)) or _is_readers(lines, following)):
            return stretches[:number]
    teasers = all(len(stretch.prose) <= LONGEST_TEASER for stretch in stretches)
    return main_stretches(lines, stretches) if teasers and dated >= FEWEST_DATED else stretches


def _below_title(lines: Sequence[Line], stretches: Sequence[Stretch], best: int) -> list[Stretch]:
    """Return what belongs to the story above its best stretch: the marked headline stands above that too.

    A deck does not, which is one paragraph above the date or the byline.
    """
    title = max((n for n, line in enumerate(lines) if line.kind is Kind.TITLE), default=len(lines))
    found: list[Stretch] = []
    for above, below in reversed(list(pairwise(stretches[: best + 1]))):
        between = lines[above.prose[-1] + 1 : below.prose[0]]
        signed = any(line.kind in WHEN_AND_WHO for line in between)
        if above.prose[0] < title or any(map(_ends, between)) or (len(above.prose) < 2 and signed):
            break
        found.insert(0, above)
    return found


def _begun_above(lines: Sequence[Line], stretches: Sequence[Stretch], best: int) -> list[Stretch]:
    """Return the paragraphs that only headlines or furniture part from the best stretch, which they begin.

    A dateline begins a story itself; and teasers are shorter than paragraphs.
    """
    found: list[Stretch] = []
    single: list[Stretch] = []  # a paragraph by itself, which is the story's if what stands above it is
    if _has_dateline(lines, stretches[best]):
        return found
    for above, below in reversed(list(pairwise(stretches[: best + 1]))):
        kinds = _kinds(lines[above.prose[-1] + 1 : below.prose[0]])
        if _part(kinds, OF_OTHERS) or len(kinds) > 2 * WIDEST_GAP or _is_readers(lines, above):
            break
        if len(above.prose) > 1 and above.letters >= LEAST_OF_PARAGRAPH * len(above.prose):
            found, single = [above, *single, *found], []
        elif single or len(above.prose) > 1:
            break
        else:
            single = [above]
    return found


def _live_from(lines: Sequence[Line], stretches: list[Stretch]) -> int | None:
    """Return the first stretch of a report that was written while things went on; None if there is none."""
    begin = find_live(lines)
    if begin is None:
        return None
    return next((i for i, stretch in enumerate(stretches) if stretch.prose[0] > begin), None)


def _weight(lines: Sequence[Line], stretch: Stretch) -> int:
    """Weigh a stretch by its letters; one with a dateline among its first paragraphs counts threefold.

    A reader's comment weighs nothing.
    """
    if _is_readers(lines, stretch):
        return 0
    return stretch.letters * (3 if _has_dateline(lines, stretch) else 1)


def _has_dateline(lines: Sequence[Line], stretch: Stretch) -> bool:
    return any(find_dateline(lines[number].text) for number in stretch.prose[: LEADS + 1])
