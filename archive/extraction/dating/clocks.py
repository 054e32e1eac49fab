"""The dates on a page that stand around its story: which are its own, and which tell when it was saved."""

import re
from collections.abc import Sequence
from datetime import timedelta

from archive.extraction.cleaning.credits import POSTED
from archive.extraction.cleaning.lines import Kind, Line, read_line, spaces
from archive.extraction.cleaning.sorting import Cleaned
from archive.extraction.dates import days_of_page, find_dates_of_page
from archive.extraction.dates.calendar_names import WEEKDAY_NAMES
from archive.extraction.dating.claims import (
    Claim,
    claims_of_lines,
    is_published,
    label_of,
    months_of_lines,
)
from archive.extraction.dating.declared import claim_of_address, read_moment
from archive.extraction.lexicon import words
from archive.reading.page import Metadata

MOST_LINES = 400  # above a body; what is longer is no page of one article
FEWEST_SPACES = 2  # of a headline
WORD = re.compile(r"\w+")
# Words that make a day part of a headline's sentence.
BEFORE_DAY = frozenset(
    ["of", "on", "in", "from", "since", "until", "by", "to", "for", "after", "before", "and", "the", "vom",
     "am", "des", "du", "le", "de", "del", "el", "di", "от", "с", "z", "dnia"]
)  # fmt: skip
WEEKDAYS_NAMED = tuple(name.lower() for name in WEEKDAY_NAMES)
SOURCED = re.compile(r"来源|來源|出典|\b(?:Quelle|Fuente|Fonte|Source)\s?:")
WRITTEN_BY = re.compile(r"\W{0,3}(?:by|von|par|por|da|door)\s[^\W\d_a-z]")
LONG_MENU = 10  # lines
NEXT_DAY = timedelta(days=1)
NOT_OF_FOOT = (Kind.ENDER, Kind.LABEL, Kind.FURNITURE, Kind.ASIDE)
PUBLISHED = re.compile(
    r"""
      \W* (?:First\s)? (?:Publish(?:ed)?|Posted|Issued|Date|Sent|Released|Publié) \b     # Published on 8 May
    | (?: World | U\.?S\.? | Politics | Business | Africa | Americas | Asia | Europe | Middle\ East )
      (?:\sNews)? \s [|/] \s                                                           # World | 8 May
    """,
    re.I | re.X,
)
# The number of a document, beside its date: SC/7815; SG/SM/8790-AFR/672; DPB # 128; Vol. 4, No. 187
NUMBERED = re.compile(
    r"""
      (?:[A-Z]{1,6}/){1,3} \d{2,6} (?:[-/][A-Z]{1,6}/\d{1,6}){0,3}
    | (?:Press\s[Rr]elease\s)? (?:[A-Z]{2,5}\s?)? (?:\#|№|No\.?) \s?\d[\w/-]{0,12}
    | Vol(?:\.|ume)\s?[\dIVXL]{1,5} ,?\s .{0,30}
    """,
    re.X,
)
DATE_LABEL = re.compile(r"(?:Date|Datum|Fecha|Data|Дата)\s?:?\s(?=\d)")


def told_apart(metadata: Metadata, cleaned: Cleaned) -> tuple[Claim | None, list[Claim], list[Claim]]:
    """Return the clock that tells when the page was saved, and the dates that are the article's own.

    The last value are dates that are another story's as likely: there are several above the headline.
    """
    saved = read_moment(metadata.captured) if metadata.captured else None
    own = list(claims_of_lines(cleaned.above[:MOST_LINES]))
    clock, heads = _of_masthead(cleaned)
    declared = read_moment(metadata.published) if metadata.published else None
    clock = clock or _later_than_markup(declared, heads) or _today(declared, own)
    own = [claim for claim in own if claim is not clock]
    apart = [claim for claim in heads if claim is not clock]
    if len({claim.date for claim in heads if not claim.updated}) > 1:
        near = {claim.text for claim in claims_of_lines(_right_above(cleaned.masthead))}
        apart = [claim for claim in apart if claim.text in near]
    below = any(claim.date and not claim.updated for claim in own)
    if below and not clock or (below or metadata.published) and len({claim.date for claim in heads}) > 1:
        return saved, own, apart
    saved = saved or (clock if clock and not _is_before_address(clock, metadata) else None)
    own[:0] = reversed(apart)
    if not own and cleaned.title:
        own = [c for c in claims_of_lines([Line(cleaned.title, Kind.CLOCK)]) if _is_of_title(cleaned.title)]
    if not own:
        own = list(claims_of_lines(_foot(cleaned))) or _labelled_below(cleaned)
    own = own or list(months_of_lines(cleaned.above[:MOST_LINES]))
    return saved, own, []


def _is_of_title(title: str) -> bool:
    """Tell whether the day in a headline is its own, not an event's: a document's, or set apart by signs.

    "Daily briefing on 3 March 2014", "Ferries (3 March 2014)", but not "The treaty of 3 March 1991".
    """
    found = next(iter(days_of_page(title)), None)
    before, after = (title[: found.start].lower().rstrip(), title[found.end :]) if found else ("", "")
    if not before or not before[-1].isalnum() or before.endswith(WEEKDAYS_NAMED):
        return True
    named = WORD.findall(title.lower())
    ends_it = not WORD.search(after) and WORD.findall(before)[-1] not in BEFORE_DAY
    return ends_it or any(word in words("document_words.txt") for word in named)


def _is_before_address(clock: Claim, metadata: Metadata) -> bool:
    """Tell whether the address names a later day, so that the page was not saved on that of the clock."""
    named = claim_of_address(metadata.url) if metadata.url else None
    return bool(named and named.date and clock.date and clock.date < named.date)


def _of_masthead(cleaned: Cleaned) -> tuple[Claim | None, list[Claim]]:
    """Return today's date at the page's head, and all dates above the headline, in page order."""
    clock, heads = None, []
    first = max(0, len(cleaned.masthead) - MOST_LINES)
    for number, line in enumerate(cleaned.masthead[first:], start=first):
        for claim in claims_of_lines([line]):
            heads.append(claim)
            if claim.kind == "page" and clock is None and _is_clock_of_capture(cleaned, number):
                clock = claim
    return clock, heads


def _later_than_markup(declared: Claim | None, heads: Sequence[Claim]) -> Claim | None:
    """Return the only date above the headline if it is days after the one of the markup: that of the saving.

    One that is earlier is the story's, which its site took over later.
    """
    if declared is None or declared.date is None or len(heads) != 1 or heads[0].swapped:
        return None
    day = heads[0].date
    return heads[0] if day and day - declared.date > NEXT_DAY else None


def _today(declared: Claim | None, own: Sequence[Claim]) -> Claim | None:
    """Return the day that stands with its weekday and nothing else, days after the one of the markup."""
    if declared is None or declared.date is None:
        return None
    later = (claim for claim in own if claim.date and claim.date - declared.date > NEXT_DAY)
    return next((claim for claim in later if _is_weekday_and_date(claim.text)), None)


def _right_above(masthead: Sequence[Line]) -> Sequence[Line]:
    """Return the lines that no other headline parts from the page's own, below them."""
    parting = (number for number in range(len(masthead), 0, -1) if _is_headline(masthead[number - 1]))
    return masthead[next(parting, 0) :]


def _foot(cleaned: Cleaned) -> Sequence[Line]:
    """Return the lines below the body in which its date may stand: a few, if a dateline can check it."""
    most = 4 if cleaned.dateline and cleaned.dateline.date else 1
    marks = [line for line in cleaned.below if not _is_between_story_and_date(line)]
    foot = marks[:most]
    if len(marks) > 1 and marks[0].kind is Kind.CLOCK and _is_of_others(marks[1]):
        return ()  # a list of other stories, or comments, each below its day
    ends = (n for n, line in enumerate(foot) if line.kind in NOT_OF_FOOT)
    return foot[: next(ends, len(foot))]


def _is_between_story_and_date(line: Line) -> bool:
    """Tell topics, who reported, pictured or posted it, which may part a story from the date below it."""
    signed = line.kind in (Kind.SIGNOFF, Kind.CREDIT) and not any(map(str.isdigit, line.text))
    return signed or line.kind is Kind.TAGS or line.text.startswith("@")


def _is_headline(line: Line) -> bool:
    return line.kind is Kind.HEADLINE and spaces(line.text) >= FEWEST_SPACES


def _is_of_others(line: Line) -> bool:
    return _is_headline(line) or read_line(line.text).kind is Kind.PROSE


def _labelled_below(cleaned: Cleaned) -> list[Claim]:
    """Return the day that the lines below the body call the story's: "Date 10.06.2013", if they agree."""
    lines = [line for line in cleaned.below[:MOST_LINES] if _is_labelled(line.text)]
    found = list(claims_of_lines(lines))
    return found if len({claim.date for claim in found}) == 1 else []


def _is_labelled(text: str) -> bool:
    posted = POSTED.match(text)
    return DATE_LABEL.match(text) is not None or (posted is not None and posted["sentence"] is not None)


def _is_clock_of_capture(cleaned: Cleaned, number: int) -> bool:
    """Tell today's date at a page's head from the article's: navigation stands between it and the article."""
    lines = cleaned.masthead
    if _says_published(lines, number) or _is_followed_by_update(lines, number):
        return False
    if any(NUMBERED.fullmatch(line.text) for line in lines[max(0, number - 1) : number + 2]):
        return False
    first = max(0, number - MOST_LINES)
    before = [line for line in lines[first:number] if line.kind not in (Kind.CLOCK, Kind.SIGNOFF)]
    after = [line for line in lines[number + 1 :] if line.kind not in (Kind.CLOCK, Kind.SIGNOFF)]
    if len(before) >= LONG_MENU and _is_above_headline(lines[number], after):
        return False
    if cleaned.title is None:
        dated = lines[number].kind is Kind.CLOCK and _names_weekday(lines[number].text)
        beside = after + ([line for line in before if "://" not in line.text] if dated else [])
        return any(line.kind in (Kind.FURNITURE, Kind.ASIDE) for line in beside)
    if _names_weekday(lines[number].text) and any(map(_is_headline, after)):
        return True  # today's date, as papers have it at their head
    return len(after) >= 2 or (len(after) >= 1 and len(before) >= 2)


def _says_published(lines: Sequence[Line], number: int) -> bool:
    """Tell "Published: 3 March 2014", "2014-03-03 10:20:30 来源：…", "3 March 2014 by Jane Roe"."""
    text, label = lines[number].text, label_of(lines[number - 1]) if number else ""
    if PUBLISHED.match(text) or SOURCED.search(text):
        return True
    return any(
        is_published(label + text[: day.start]) or WRITTEN_BY.match(text, day.end)
        for day in days_of_page(text)
    )


def _is_above_headline(line: Line, after: Sequence[Line]) -> bool:
    """Tell the day of a story from today's: at most a kicker and a deck part it from the headline."""
    parted = len(after) > 2 or any(one.kind is not Kind.HEADLINE for one in after)
    return not parted and not _names_weekday(line.text)


def _names_weekday(text: str) -> bool:
    return any(found.weekday is not None for found in find_dates_of_page(text)) or _is_weekday_and_date(text)


def _is_weekday_and_date(text: str) -> bool:
    """Tell "Mittwoch, 5. März 2014": a day with its weekday, and nothing beside them."""
    found = next(iter(days_of_page(text)), None)
    rest = text[: found.start] + " " + text[found.end :] if found else ""
    named = WORD.findall(text if found and found.weekday is not None else rest)
    return (
        bool(named)
        and not WORD.sub("", rest).strip(" ,.|-–")
        and all(map(_is_of_weekday, WORD.findall(rest)))
    )


def _is_of_weekday(word: str) -> bool:
    return word.lower() in words("weekdays.txt")


def _is_followed_by_update(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line like "Last updated: 15 June 2021" follows, as one does below an article's date."""
    return any(claim.updated for claim in claims_of_lines(lines[number + 1 : number + 4]))
