"""Title, body, dateline and topics of a page; what is not article is kept apart, not lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.cleaning.blocks import cut
from archive.extraction.cleaning.bodies import BETWEEN_LEAD_AND_BODY, find_body
from archive.extraction.cleaning.context import in_context
from archive.extraction.cleaning.credits import SERIES
from archive.extraction.cleaning.datelines import DatelineFound, find_dateline, find_dateline_alone
from archive.extraction.cleaning.lines import MOST_LINES, Kind, Line
from archive.extraction.cleaning.marked import marked_lines
from archive.extraction.cleaning.storyless import is_storyless
from archive.extraction.cleaning.telling import shared, telling
from archive.extraction.cleaning.titles import (
    BEGINNING,
    LEAST_SHARED,
    bare_title,
    declares_more,
    find_title,
)
from archive.reading.page import Page

FEW_LINES = 6  # of a page whose blocks were saved in one line
SHORT_CUT, LONG_CUT = 300, 1000  # characters of a line that may hold several blocks, there and elsewhere
DATELINE_AMONG = 4  # paragraphs: the lead may stand above the one with the dateline
PARAGRAPH = re.compile(r"\n\s*\n|\n")
PLACE_LINE = re.compile(r"[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]+){0,2}(?:, [A-Z][A-Za-z ]{2,30})?")
FILED_BY = re.compile(r"(?P<place>[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]+){0,2})\s?[|/]\s?(?:By|BY)\s")
DATED = (Kind.BYLINE, Kind.CLOCK, Kind.CAPTION)  # "HARVEN, March 4, 2019 (The Agency)" may look like each
BYLINES_ABOVE = 8  # lines above the body, among which "GENEVA | By Jane Doe" may stand
TAGS_LABEL = re.compile(r"(?:Tags?|TAGS|Topics|TOPICS|Subjects?|SUBJECTS|Keywords|Related topics)\s?:?\s")


@dataclass(frozen=True)
class Cleaned:
    """A page sorted: title, body, and the lines that are neither.

    `masthead` are those above the title (or all above the body, where the page holds no title), `above` those
    between title and body (or right below the first paragraph, with a date), `within` and `below` the rest.
    `beyond` are lines that nobody looked at.
    """

    title: str | None
    body: str
    dateline: DatelineFound | None = None
    masthead: tuple[Line, ...] = ()
    above: tuple[Line, ...] = ()
    within: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    beyond: tuple[str, ...] = ()

    @property
    def left(self) -> tuple[Line, ...]:
        """All lines that were looked at and are neither title nor body, in the page's order."""
        return (*self.masthead, *self.above, *self.within, *self.below)

    @property
    def boilerplate(self) -> tuple[str, ...]:
        """The words of the lines left out."""
        return (*(line.text for line in self.left), *self.beyond)

    @property
    def topics(self) -> tuple[str, ...]:
        """The items of the page's lists of topics."""
        found = (topic for line in self.left if line.kind is Kind.TAGS for topic in _topics(line.text))
        return tuple(dict.fromkeys(found))

    @property
    def series(self) -> str | None:
        """The name of the series that the page says it belongs to, without the number of its stories."""
        named = (
            SERIES.search(line.text.removeprefix("Topic ")) for line in self.left if line.kind is Kind.SERIES
        )
        return next((match["name"] for match in named if match), None)


def clean(page: Page) -> Cleaned:
    """Sort the page's lines. A page that comes with a clean body keeps it as it is."""
    if page.body is not None:
        return Cleaned(page.metadata.title, page.body, _dateline(PARAGRAPH.split(page.body[:2000])))
    read, is_told = marked_lines(page) if page.kinds else (_lines(page), False)
    lines = in_context(read)
    body = find_body(lines, is_told=is_told)
    title = find_title(lines, body, page.metadata.title)
    if page.kinds and is_storyless(lines, body, title, page.metadata.title):
        left = tuple(line for number, line in enumerate(lines) if number != title)
        heading = lines[title].text if title is not None else page.metadata.title
        return Cleaned(heading, "", below=left, beyond=page.lines[MOST_LINES:])
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    headline = title if title is not None else first
    second = _below_lead(lines, body, is_told)
    paragraphs = [lines[number].text for number in body]
    if title is not None and declares_more(lines[title], page.metadata.title, paragraphs):
        title = None  # but it parts the page's head from the story's
    kept = {*body, title}
    beside = [(number, line) for number, line in enumerate(lines) if number not in kept]
    return Cleaned(
        title=lines[title].text if title is not None else _declared_title(page, paragraphs),
        body="\n\n".join(paragraphs),
        dateline=_dateline(paragraphs) or _place_above(lines, first),
        masthead=tuple(line for number, line in beside if number <= headline),
        above=tuple(line for number, line in beside if headline < number < second),
        within=tuple(line for number, line in beside if second <= number <= last),
        below=tuple(line for number, line in beside if number > last),
        beyond=page.lines[MOST_LINES:],
    )


def _below_lead(lines: Sequence[Line], body: Sequence[int], is_told: bool) -> int:
    """Return where the body goes on, if nothing but date and byline parts its first paragraph from it.

    Where a library tells that both are of the story (`is_told`), anything may stand beside the date.
    """
    if not body:
        return len(lines)
    between = {line.kind for line in lines[body[0] + 1 : body[1]]} if len(body) > 1 else set()
    parted = Kind.CLOCK in between or Kind.BYLINE in between
    return body[1] if parted and (is_told or between.issubset(BETWEEN_LEAD_AND_BODY)) else body[0]


def _dateline(paragraphs: Sequence[str]) -> DatelineFound | None:
    found = ((find_dateline(paragraph), paragraph) for paragraph in paragraphs[:DATELINE_AMONG])
    return next((line for line, paragraph in found if line and line.end < len(paragraph)), None)


def _place_above(lines: Sequence[Line], first: int) -> DatelineFound | None:
    """Return the place in capitals right above the body: on a line of its own, in the byline, by the date."""
    for line in lines[max(0, first - BYLINES_ABOVE) : first]:
        filed = FILED_BY.match(line.text) if line.kind is Kind.BYLINE else None
        if filed:
            return DatelineFound(filed["place"], None, None, "", 0)
        if line.kind in DATED and (found := find_dateline_alone(line.text)):
            return found
    if first == 0 or lines[first - 1].kind is not Kind.HEADLINE:
        return None
    text = lines[first - 1].text
    speaks = lines[first].text.startswith(text)  # ADA HOLM, above "ADA HOLM:"
    return DatelineFound(text, None, None, "", 0) if PLACE_LINE.fullmatch(text) and not speaks else None


def _lines(page: Page) -> list[Line]:
    shortest = SHORT_CUT if len(page.lines) <= FEW_LINES else LONG_CUT
    return [line for text in page.lines[:MOST_LINES] for line in cut(text, shortest)]


def _topics(text: str) -> list[str]:
    """Return the items of a list of topics; where nothing parts them, there is no telling."""
    items = re.split("[,;]", TAGS_LABEL.sub("", text, count=1).rstrip("."))
    return [item.strip(" #") for item in items if item.strip(" #")] if len(items) > 1 else []


def _declared_title(page: Page, paragraphs: Sequence[str]) -> str | None:
    """Return the title that the markup declares, without the site's name, if it is of what the body tells."""
    if page.metadata.title is None:
        return None
    title = bare_title(page.metadata.title)
    return title if shared(title, telling(" ".join(paragraphs[:BEGINNING]))) >= LEAST_SHARED else None
