"""Pages that were saved with navigation and article in one line: cut where the page's own marks stand."""

import re
from collections.abc import Iterator
from itertools import islice

from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.cleaning.lines import Kind, Line, read_line
from archive.extraction.cleaning.sources import source_named
from archive.extraction.cleaning.telling import shared, telling
from archive.extraction.dates import find_dates
from archive.extraction.lexicon import words

MARK = re.compile(
    r"""
    (?=[A-Z(.©]) (?:                                 # no mark begins otherwise: most places need no try
      (?P<button> \b(?:Get\sshort\sURL|Listen\sLive|Share\sthis\sarticle)\b )
    | (?P<topic> (?:\.\.\.\s\d{1,6}\s)? \bTopic:?\s [^.!?]{3,100}? \(\d{1,5}\) (?:\s\d{1,6}){0,3} )
    | (?P<published> \b(?:Date\sof\spublication|(?:Published|Posted)(?:\son)?|Last\supdated|Updated):?\s )
    | (?P<tags> \b(?:Tags|TAGS|Keywords|Topics):?\s (?=[A-Z]) )
    | (?P<reporting> \(?\b(?:Additional\s)?(?:Reporting|Writing|Editing)\sby\s[A-Z] [^.!?]{2,200} (?:[.)]|$) )
    | (?P<credit> (?<=[.!?"”]\s) (?:©\s?|AP\sPhoto|AFP\sPhoto|REUTERS/|Photo:|\bPHOTO:) )
    | (?P<rest> \b(?: Our\sStandards:\s? | Community\sstandards\s?Discussion | Comment\svia\sFacebook
        | Read\s[Aa]lso\W*$ | Read\s[Mm]ore\W*$ | (?<=[.!?)"”]\s)Related(?=\s[A-Z'‘“]) ) )
    | (?P<pulled> (?<=[.!?"”]\s) (?P<quotation>[A-Z][^.!?"“”]{30,300}[.!?] ) \s[-–—]\s
        [A-Z][\w.]* (?:\s[A-Z][\w.]*){0,3} (?=\s[A-Z]) ) )
    """,
    re.X,
)
# A line without any of these has no mark; looking for them first is ten times as fast.
MARKED = (
    "short URL", "Listen Live", "Share this", "Topic", "ublication", "ublished", "osted", "pdated", "Tags",
    "TAGS", "Keywords", "eporting by", "riting by", "diting by", "©", "Photo", "PHOTO", "REUTERS/",
    "Our Standards", "Community standards", "Comment via", "Read ", "Related", " - ", " – ", " — ",
)  # fmt: skip
CLOCK_AFTER_DATE = re.compile(
    r"""
    \s* (?: [,/|]?\s? \d{1,2}[:.]?\d{2}(?::\d\d)? \s?(?:[ap]\.?m\.?)? )?
    \s? (?:GMT|UTC|MSK|BST|EST|EDT)? (?:[+-]\d{1,2})?
    \s? (?: \((?:[Uu]pdated)[^()]{0,40}\) )?
    (?: \s?/\s?\w{1,3}\s(?:hours?|days?|months?|years?)\sago )? \s?
    """,
    re.I | re.X,
)
SMALL = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the",
     "to", "up", "via", "vs", "vs.", "with", "after", "amid", "-", "–", "—", "de", "al", "not", "if", "its"]
)  # fmt: skip
WRITTEN_WORD, LONGEST_TITLE_CASE = re.compile(r"\S+"), 600
OPENERS = frozenset(["The", "A", "An", "In", "On", "At", "For", "It", "As", "Earlier", "According", "This"])
LABELLED = re.compile(r"(?P<label>Subject|Title|Headline):\s(?=\S)")  # of a letter, of a record
END_MARK = re.compile(
    r"(?<=[.!?\"”'’)])\s+(?:-\s?(?:0|30)\s?-|\#{3}|\((?:ENDS?|ends?)\)(?:\s[a-z]{1,3}(?:\.[a-z]{1,3}){0,2})?|ENDS?|Enditem|\*{3})$"
)
LONGEST_END_MARK = 18
SIGNED_AT_END = re.compile(r"(?<=[.!?\"”'’)])\s*[–—-]{1,2}\s?(?P<agency>[A-Z][A-Za-z. ]{1,24})$")  # … — AFP
LONGEST_SIGNATURE = 40
INITIALS = re.compile(r"(?<=[.!?\"”]\s)[A-Z][a-z]+/[A-Z][a-z]+(?:/[A-Z][a-z]+)?\s*$")  # Jane/John
# A dateline that is sure enough to begin a block behind what is no sentence: place, date or agency.
SURE_DATELINE = re.compile(
    r"""
    (?<=\s) (?= [A-Z][A-Z'’.-]+ (?:\s[A-Z][A-Z'’.-]+){0,2}
        (?: ,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2} [.,]?\s?[/(] | \s\([A-Z][A-Za-z ]{1,20}\)\s?[-–—] ) )
    """,
    re.X,
)
DATELINE_AFTER_BYLINE = re.compile(
    r"\bBy\s(?:[A-Z][\w.'’-]*[a-z]\s|and\s){1,6}(?=[A-Z][A-Z'’.-]{2,}(?:,?\s[A-Z][\w'’.-]+){0,2}\s[–—-])"
)
STOP = re.compile(r"(?<![. ][A-Z])[.?!][\"”’]?\s(?=[A-Z“\"])")
BYLINE_INSIDE = re.compile(r"(?<=\s)By\s[A-Z]\w+(?:\s[A-Z][\w.'’-]+)+")
LONGEST_HEADLINE = 200
SHORTEST_LEAD = 40
MOST_MARKS = 2_000  # in a line, behind which the rest is one block; no page has a hundred
MOST_PLACES = 500  # where a dateline might begin; it stands near the beginning of an article
DATELINE_INSIDE = re.compile(r"(?<=[.!?”\"]\s)(?=[A-Z][A-Z.'’ /-]{2,40}[,( .–—-])")


KINDS = {
    "button": Kind.FURNITURE, "topic": Kind.SERIES, "published": Kind.CLOCK, "tags": Kind.TAGS,
    "reporting": Kind.SIGNOFF, "credit": Kind.CREDIT, "pulled": Kind.CAPTION,
    "rest": Kind.ENDER,
}  # fmt: skip


def cut(line: str, shortest: int) -> Iterator[Line]:
    """Yield the blocks of `line`, each with what it is; together they are all of it but spaces.

    A line of fewer than `shortest` characters is a block as it is.
    """
    if len(line) < shortest:
        yield from without_marks(read_line(line))
        return
    line, mark = _without_end_mark(line)
    bounds = dict(_bounds(line))
    ordered = sorted({0, len(line), *bounds})
    for left, right in zip(ordered, ordered[1:], strict=False):
        block, kind = line[left:right].strip(), bounds.get(left)
        if kind is Kind.HEADLINE:
            block = block.removesuffix(".")
        if block:
            yield Line(block, kind) if kind else read_line(block)
    if mark:
        yield Line(mark, Kind.SIGNOFF)


def without_marks(line: Line) -> Iterator[Line]:
    """Yield the line; "Subject: Holm in Geneva", at the head of a letter, as a label and a headline.

    The mark behind the last sentence of a dispatch becomes a line of its own.
    """
    label = LABELLED.match(line.text)
    text, mark = _without_end_mark(line.text)
    if label:
        yield Line(label.group().strip(), Kind.FURNITURE)
        yield Line(line.text[label.end() :], Kind.HEADLINE)
    elif mark and line.kind is not Kind.TITLE:
        yield read_line(text)
        yield Line(mark, Kind.SIGNOFF)
    else:
        yield line


def _without_end_mark(line: str) -> tuple[str, str]:
    likely = line[-1:] in ")-#mSD*" or "nd) " in line[-LONGEST_END_MARK:]
    found = END_MARK.search(line, max(0, len(line) - LONGEST_END_MARK)) if likely else None
    if found is None and line[-1:].isalpha():
        signed = SIGNED_AT_END.search(line, max(0, len(line) - LONGEST_SIGNATURE))
        found = signed if signed and source_named(signed["agency"]) else None
    return (line[: found.start()], found.group().strip()) if found else (line, "")


def _bounds(line: str) -> Iterator[tuple[int, Kind | None]]:
    """Yield where a block begins, and its kind where the mark tells it."""
    opening = _opening_date(line)
    at = _end_of_headline(line, opening) if opening else 0
    if at > opening:
        yield opening, Kind.HEADLINE
    yield at, None
    marks = MARK.finditer(line) if any(map(line.__contains__, MARKED)) else iter(())
    for mark in islice(marks, MOST_MARKS):
        if mark.start() < at or (mark["pulled"] and line.count(mark["quotation"][:-1]) < 2):
            continue
        at = _end_of_block(line, mark)
        yield mark.start(), KINDS[mark.lastgroup or ""]
        yield at, None
    initials = INITIALS.search(line, max(0, len(line) - 60))
    if initials and initials.start() >= at:
        yield initials.start(), Kind.SIGNOFF
    yield from _datelines_inside(line)


def _datelines_inside(line: str) -> Iterator[tuple[int, Kind | None]]:
    """Yield where the paragraph with the dateline begins, and the navigation before it, if there is some."""
    for pattern in (DATELINE_INSIDE, SURE_DATELINE, DATELINE_AFTER_BYLINE):
        for place in islice(pattern.finditer(line), MOST_PLACES):
            begin = place.end()
            if begin >= SHORTEST_LEAD and find_dateline(line[begin : begin + 200]):
                yield begin, None
                navigation = list(_navigation(line))
                yield from navigation
                yield from _date_above(line, max((end for end, _ in navigation), default=0), begin)
                return


def _date_above(line: str, start: int, dateline: int) -> Iterator[tuple[int, Kind | None]]:
    """Yield date, headline and byline that stand between `start` and the `dateline`, if all do.

    The headline may stand below the date or above it.
    """
    dates = [found for found in find_dates(line[:dateline]) if found.full and found.start > 0]
    byline = dates and BYLINE_INSIDE.search(line, dates[-1].end, dateline)
    if not byline:
        return
    clock = CLOCK_AFTER_DATE.match(line, dates[-1].end)
    below = clock.end() if clock else dates[-1].end
    if below < byline.start():
        yield below, Kind.HEADLINE
    elif start < dates[-1].start <= start + LONGEST_HEADLINE:
        yield start, Kind.HEADLINE
    else:
        return
    yield dates[-1].start, Kind.CLOCK
    yield byline.start(), Kind.BYLINE


def _navigation(line: str) -> Iterator[tuple[int, Kind | None]]:
    """Yield the row of sections that a line begins with: "Home News World …"."""
    end = 0
    for word in re.finditer(r"\S+\s", line[:300]):
        if word.group().strip().lower() not in words("furniture.txt"):
            break
        end = word.end()
    if line[:end].count(" ") > 1:
        yield 0, Kind.FURNITURE
        yield end, None


def _end_of_headline(line: str, start: int) -> int:
    """Return where the headline ends that was printed as the first sentence after the date, or `start`.

    It is one if the sentences after it say it again.
    """
    stop = STOP.search(line, start, start + LONGEST_HEADLINE)
    if stop is None:
        return start
    told = telling(line[stop.end() : stop.end() + 400])
    return stop.end() if shared(line[start : stop.end()], told) >= 0.5 else start


def _opening_date(line: str) -> int:
    """Return the end of the date and clock that `line` opens with, or 0."""
    dates = find_dates(line[:60])
    if not dates or dates[0].start > 0 or dates[0].full is None:
        return 0
    clock = CLOCK_AFTER_DATE.match(line, dates[0].end)
    return clock.end() if clock else dates[0].end


def _end_of_block(line: str, mark: re.Match[str]) -> int:
    """Return where the block that `mark` begins ends."""
    if mark["rest"]:
        return len(line)
    if mark["published"]:
        return _end_of_date(line, mark.end())
    if mark["tags"] or mark["credit"]:
        return _end_of_title_case(line, mark.end())
    return mark.end()


def _end_of_date(line: str, start: int) -> int:
    dates = find_dates(line[start : start + 40])
    if not dates or dates[0].start > 12:
        return start
    clock = CLOCK_AFTER_DATE.match(line, start + dates[0].end)
    return clock.end() if clock else start + dates[0].end


def _end_of_title_case(line: str, start: int) -> int:
    """Return where the first sentence after a run of words in title case begins.

    It begins at the last capital before the first small word that is no particle: in "Ministers Meet In
    Geneva The talks went on" at "The", in "Governor Earlier reports" at "Earlier".
    """
    before: list[re.Match[str]] = []
    for word in WRITTEN_WORD.finditer(line, start, start + LONGEST_TITLE_CASE):
        if not word.group()[0].islower() or word.group() in SMALL:
            before.append(word)
            continue
        while len(before) > 1 and not before[-1].group()[0].isupper():
            before.pop()
        if len(before) > 1 and before[-2].group() in OPENERS:
            before.pop()
        return before[-1].start() if before else word.start()
    return len(line)
