"""Pages with markup: what the tags, and the library that finds the main text, tell of each line."""

from collections.abc import Sequence

from archive.extraction.cleaning.blocks import without_marks
from archive.extraction.cleaning.bodies import key_of_all
from archive.extraction.cleaning.lines import (
    MOST_LINES,
    SENTENCE_BEGINS,
    SENTENCE_END,
    Kind,
    Line,
    asks_for_consent,
    read_line,
)
from archive.extraction.cleaning.telling import shared, telling
from archive.extraction.cleaning.titles import BEGINNING, LEAST_SHARED, LONGEST
from archive.reading.page import LineKind, Page

READ_AS_BODY = (Kind.PROSE, Kind.HEADLINE)  # if they end in a full stop
BESIDE_PARAGRAPH = (Kind.ASIDE, Kind.CAPTION, Kind.CREDIT, Kind.FURNITURE)  # may stand below its heading
LONGEST_LINK = 250  # characters of another story's teaser
SHORTEST_LEAD = 60  # characters


def marked_lines(page: Page) -> tuple[list[Line], bool]:
    """Return the lines of a page with markup, and whether a library has told which of them are the story.

    What the markup says of a line counts more than how it looks. What the main-text library took for the
    article does not count where it took a request for consent.
    """
    misled = any(asks_for_consent(line.lower()) for line in page.main_lines)
    told = [] if misled else [key_of_all(line) for line in page.main_lines]
    main = " ".join(told)
    marks: Sequence[LineKind] = page.kinds[:MOST_LINES]
    lines = [_marked_line(text, mark, main) for text, mark in zip(page.lines, marks, strict=False)]
    lines = _without_links(lines, marks)
    if told and not any(line.kind is Kind.PROSE for line in lines):  # the story itself is marked as an aside
        lines = [_marked_line(line.text, "text", main) for line in lines]
    if told:
        _keep_leads(lines, marks, page.metadata.description or "")
        _keep_told(lines, marks, frozenset(told))
    return [part for line in lines for part in without_marks(line)], bool(told)


def _without_links(lines: list[Line], marks: Sequence[LineKind]) -> list[Line]:
    """Set aside the sentences that are links to other stories, unless the page's whole story is a link."""
    links = (n for n in range(len(lines)) if marks[n] == "link" and len(lines[n].text) <= LONGEST_LINK)
    found = [n for n in links if lines[n].kind in READ_AS_BODY and SENTENCE_END.search(lines[n].text[-6:])]
    linked = sum(len(lines[n].text) for n in found)
    if 2 * linked > sum(len(line.text) for line in lines if line.kind is Kind.PROSE):
        return lines
    for number in found:
        lines[number] = Line(lines[number].text, Kind.ASIDE)
    return lines


def _keep_leads(lines: list[Line], marks: Sequence[LineKind], description: str) -> None:
    """Make paragraphs of the leads that the markup sets apart from the rest of the story.

    The main-text library often leaves them out. They stand between the marked headline and the story, and
    tell of what it tells, or the page declares them as its description.
    """
    prose = [number for number, line in enumerate(lines) if line.kind is Kind.PROSE]
    first = prose[0] if prose else 0
    titles = [number for number, line in enumerate(lines[:first]) if line.kind is Kind.TITLE]
    story = telling(" ".join(lines[number].text for number in prose[:BEGINNING]))
    if not titles or shared(lines[titles[-1]].text, story) < LEAST_SHARED:
        return
    for number in range(titles[-1] + 1, first):
        text, looks = lines[number].text, read_line(lines[number].text).kind
        if marks[number] not in ("text", "heading") or looks not in READ_AS_BODY or len(text) < SHORTEST_LEAD:
            continue
        if shared(text, story) >= LEAST_SHARED or key_of_all(description).startswith(key_of_all(text)):
            lines[number] = Line(text, Kind.PROSE)


def _keep_told(lines: list[Line], marks: Sequence[LineKind], told: frozenset[str]) -> None:
    """Believe the library of the lines without a full stop between the first and the last sentence.

    Its headings are kept where a paragraph follows; what it leaves out are other stories' headlines.
    """
    sentences = [number for number, line in enumerate(lines) if line.kind is Kind.PROSE]
    if not sentences:
        return
    below = Kind.ASIDE
    for number in range(len(lines) - 1, sentences[0], -1):
        line, mark = lines[number], marks[number]
        if line.kind is Kind.HEADLINE:
            kept = mark != "link" and number < sentences[-1] and key_of_all(line.text) in told
            kind = Kind.PROSE
            if mark == "heading":
                kept, kind = kept and below is Kind.PROSE, Kind.SUBHEADING
            line = lines[number] = Line(line.text, kind if kept else Kind.ASIDE)
        if line.kind not in BESIDE_PARAGRAPH:
            below = line.kind


def _marked_line(text: str, mark: LineKind, main: str) -> Line:
    line = read_line(text)
    inside = not main or key_of_all(text) in main
    if mark == "title":
        return Line(text, Kind.TITLE if len(text) <= LONGEST else line.kind)
    if mark == "heading":
        is_paragraph = inside and SENTENCE_BEGINS.search(text) and SENTENCE_END.search(text[-6:])
        return Line(text, Kind.HEADLINE if line.kind is Kind.PROSE and not is_paragraph else line.kind)
    if mark == "caption":
        return Line(text, Kind.CAPTION)
    if mark == "navigation":
        return Line(text, Kind.ASIDE)
    if line.kind is Kind.PROSE and not inside:
        return Line(text, Kind.FURNITURE)
    if line.kind is Kind.HEADLINE and mark == "text" and main and inside and len(text) > 60:
        return Line(text, Kind.PROSE)
    return line
