"""Which lines of a page are the article's body: its sentences, from the first to the last."""

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.extraction.cleaning.credits import TWEET_SIGNED
from archive.extraction.cleaning.datelines import find_dateline
from archive.extraction.cleaning.lines import (
    SENTENCE_END,
    SPEAKER_LABEL,
    WHEN_AND_WHO,
    Kind,
    Line,
    ends_in_initials,
    spaces,
)
from archive.extraction.cleaning.several import before_second
from archive.extraction.cleaning.stretches import (
    LEADS,
    find_stretches,
    main_stretches,
    told_stretches,
)
from archive.extraction.cleaning.teasers import BULLET, LONG_LINE, QUESTION, SPEECH, find_teasers

MOST_CREDITS = 2  # between a lead and the paragraph with the dateline
DATE_LINES = 3  # of date, time and byline between the lead and the rest
BETWEEN_LEAD_AND_BODY = frozenset(
    [Kind.ASIDE, Kind.CLOCK, Kind.BYLINE, Kind.FURNITURE, Kind.CREDIT, Kind.CAPTION]
)
SHORT_LINE, FEWEST_SPACES = 60, 9  # characters and spaces of a paragraph, where none ends in a full stop
FEWEST_OF_ITEM, FEWEST_OF_ANNOUNCEMENT, MOST_ITEMS = 4, 6, 20  # spaces, spaces; items of a list
MOST_PARAGRAPHS = 300  # of a body in which pull quotes are looked for; no article is longer
TWEET_LENGTH = 280
TWEET_LINK = re.compile(r"\b(?:pic\.twitter\.com|t\.co|https?:)/\S+")
ASKED = ("QUESTION:", "Q:", "JOURNALIST:", "REPORTER:", "Question:")  # in a transcript
FEWEST_QUESTIONS = 3  # of an interview
FULL_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
WRITER = re.compile(
    r"""
    [A-Z][\w.'’-]+ (?:\ [A-Z][\w.'’-]*){1,3} \ is\ (?:an?|the|our)\ (?:[\w-]+\ ){0,4}
    (?:correspondent|columnist|reporter|freelancer|contributor|staff\ writer|contributing\ \w+) \b
    """,
    re.X,
)
PULL_QUOTE = re.compile(r"[“\"‘'].{20,600}[”\"’']\W{0,3}$")


def find_body(lines: Sequence[Line], *, is_told: bool = False) -> tuple[int, ...]:
    """Return the numbers of the lines that are the body's paragraphs, in order.

    `is_told` says that all prose is the story's, by the library that finds the main text of markup.
    """
    stretches = find_stretches(lines)
    if not stretches:
        return _longest_lines(lines)
    chosen = told_stretches(lines, stretches) if is_told else main_stretches(lines, stretches)
    story = before_second(lines, [number for stretch in chosen for number in stretch.prose])
    begin, end = story[0], story[-1]
    unstopped = not any(_is_sentence(lines[number]) for number in story)
    dateline = None if is_told else _dateline_line(lines, story)
    if dateline is not None:
        begin = max(begin, _lead_above(lines, dateline))
    begin = _salutation_above(lines, _lead_above_date(lines, begin))
    prose = {
        number
        for number, line in enumerate(lines)
        if begin <= number < story[0] and (_is_sentence(line) or _opens_speech(line))
    }
    prose |= set(story)
    dropped = _told_apart(lines, begin, end)
    end = _end_of_unstopped(lines, end) if unstopped else end
    kept = [
        number
        for number in range(begin, end + 1)
        if (number in prose or _belongs(lines, number, unstopped)) and number not in dropped
    ]
    return tuple(kept) or tuple(sorted(prose))


def _longest_lines(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return what comes nearest to a body where no line is a sentence: the long ones, or the last."""
    long = tuple(n for n, line in enumerate(lines) if line.kind is Kind.HEADLINE and len(line.text) > 80)
    if long:
        end = _end_of_unstopped(lines, long[-1])
        return tuple(n for n in range(long[0], end + 1) if n in long or _is_unstopped(lines[n]))
    rest = tuple(n for n, line in enumerate(lines) if line.kind is Kind.HEADLINE)
    return rest[1:] or rest


def _dateline_line(lines: Sequence[Line], prose: list[int]) -> int | None:
    """Return the paragraph with the dateline; one with less of the story below than above is another's."""
    found = next((n for n in prose[:12] if find_dateline(lines[n].text)), None)
    above = sum(len(lines[n].text) for n in prose if found is not None and n < found)
    return found if 2 * above <= sum(len(lines[n].text) for n in prose) else None


def _lead_above(lines: Sequence[Line], dateline: int) -> int:
    """Return the first line of the lead that stands above the paragraph with the dateline.

    A picture's credit may part the two.
    """
    first = above = dateline
    while above > 0 and dateline - above < LEADS + MOST_CREDITS:
        above -= 1
        if _is_sentence(lines[above]) and dateline - above <= LEADS:
            first = above
        elif lines[above].kind not in (Kind.CREDIT, Kind.CAPTION):
            break
    return first


def _lead_above_date(lines: Sequence[Line], begin: int) -> int:
    """Return the lead sentence above `begin`, where only date and byline stand between, or else `begin`."""
    above = begin - 1
    dated = False
    while above > 0 and begin - above <= DATE_LINES and lines[above].kind in BETWEEN_LEAD_AND_BODY:
        dated = dated or lines[above].kind in WHEN_AND_WHO
        above -= 1
    lead = dated and above < begin - 1 and above > 0 and _is_sentence(lines[above])
    return above if lead and lines[above - 1].kind in (Kind.HEADLINE, Kind.TITLE) else begin


def _salutation_above(lines: Sequence[Line], begin: int) -> int:
    """Return the line before `begin` if a speech begins there: "Ladies and gentlemen,", "ADA HOLM:"."""
    return begin - 1 if begin > 0 and _opens_speech(lines[begin - 1]) else begin


def _opens_speech(line: Line) -> bool:
    return _is_salutation(line) or (line.kind is Kind.HEADLINE and bool(SPEAKER_LABEL.fullmatch(line.text)))


def _is_salutation(line: Line) -> bool:
    return line.kind is Kind.HEADLINE and line.text.endswith((",", "!")) and line.text.count(" ") < 6


def _end_of_unstopped(lines: Sequence[Line], end: int) -> int:
    """Return the last of the long lines that follow each other from `end` on."""
    return end + sum(takewhile(bool, map(_is_unstopped, lines[end + 1 :])))


def _is_unstopped(line: Line) -> bool:
    """Tell a paragraph of a page whose paragraphs end without full stops."""
    long = len(line.text) > SHORT_LINE and spaces(line.text) >= FEWEST_SPACES
    return line.kind is Kind.HEADLINE and (long or len(line.text) > LONG_LINE)


def _is_sentence(line: Line) -> bool:
    return line.kind is Kind.PROSE and SENTENCE_END.search(line.text[-6:]) is not None


def _belongs(lines: Sequence[Line], number: int, unstopped: bool) -> bool:
    """Tell whether a line that is no paragraph by its looks is one all the same.

    `unstopped` tells that the page's paragraphs end without full stops.
    """
    line = lines[number]
    if line.kind is Kind.SUBHEADING:
        return True
    if line.kind is not Kind.HEADLINE:
        return False
    if SPEAKER_LABEL.fullmatch(line.text):
        return True
    if BULLET.match(line.text) or _is_announced(lines, number):
        return line.text.count(" ") >= FEWEST_OF_ITEM
    if SENTENCE_END.search(line.text[-6:]) and not ends_in_initials(line.text):
        return True
    if lines[number - 1].kind not in (Kind.PROSE, Kind.HEADLINE):
        return False
    return (
        _is_unstopped(line)
        if unstopped
        else len(line.text) > LONG_LINE and SPEECH.search(line.text) is not None
    )


def _is_announced(lines: Sequence[Line], number: int) -> bool:
    """Tell an item of a list below "After the talks they agreed on these points:"."""
    above = takewhile(
        lambda line: line.kind is Kind.HEADLINE, reversed(lines[max(0, number - MOST_ITEMS) : number])
    )
    first = number - len(list(above)) - 1
    text = lines[first].text if first >= 0 and lines[first].kind is Kind.PROSE else ""
    return text.endswith(":") and text.count(" ") >= FEWEST_OF_ANNOUNCEMENT


def _told_apart(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return the sentences between `begin` and `end` that are not the article's own."""
    return (
        _questions(lines, begin, end)
        | find_teasers(lines, begin, end)
        | _dangling(lines, end)
        | _repeated(lines, begin, end)
        | _about_the_writer(lines, begin, end)
        | _tweets(lines, begin, end)
        | _claims(lines, begin, end)
    )


def _questions(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return sub-headings that are questions; where many are asked, it is an interview, and they belong."""
    asked = (lines[n] for n in range(begin, end + 1))
    if sum(line.text.endswith("?") and not BULLET.match(line.text) for line in asked) >= FEWEST_QUESTIONS:
        return set()
    if any(line.text.startswith(ASKED) for line in lines[begin : end + 1]):
        return set()
    found = {
        n
        for n in range(begin, end + 1)
        if lines[n].kind in (Kind.PROSE, Kind.HEADLINE)
        and lines[n].text.endswith("?")
        and QUESTION.fullmatch(lines[n].text)
        and not SPEAKER_LABEL.fullmatch(lines[n - 1].text)
    }
    return found


def _dangling(lines: Sequence[Line], end: int) -> set[int]:
    """Return last lines that end in a colon: what they announce is not part of the body."""
    found = set()
    while end >= 0 and lines[end].text.endswith(":"):
        found.add(end)
        end -= 1
    return found


def _repeated(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return pull quotes: lines whose words stand in a longer paragraph too, and lines printed twice."""
    seen: dict[str, int] = {}
    found = set()
    texts = {n: key_of_all(lines[n].text) for n in range(begin, end + 1) if lines[n].kind is Kind.PROSE}
    whole = "\n".join(texts.values()) if len(texts) <= MOST_PARAGRAPHS else ""
    for number, key in texts.items():
        if len(key) < 30:
            continue
        if key in seen or (len(key) < 400 and whole.count(key) > 1 and not _is_copy(texts, key)):
            found.add(number)
        seen.setdefault(key, number)
    return found


def _is_copy(texts: dict[int, str], key: str) -> bool:
    """Tell whether the same words stand twice as a line of their own, so that the first of the two stays."""
    return list(texts.values()).count(key) > 1


def key_of_all(text: str) -> str:
    """Return the letters of `text` without case, for comparing."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _tweets(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return the lines of embedded tweets: those above a signature, as far as a tweet is long."""
    found = set()
    for number in range(begin, end + 1):
        if not TWEET_SIGNED.match(lines[number].text):
            continue
        found.add(number)
        left, above = TWEET_LENGTH, number - 1
        while above >= begin:
            text = lines[above].text
            left -= len(TWEET_LINK.sub("", text))
            if left < 0 or find_dateline(text) or (above < number - 1 and SPEECH.search(text)):
                break
            found.add(above)
            above -= 1
    return found


def _about_the_writer(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return the first and the last line that tell who the writer is: "Jane Roe is a fellow of the club."."""
    writers = [
        name.group().casefold()
        for line in lines[:begin]
        if line.kind is Kind.BYLINE
        for name in FULL_NAME.finditer(line.text.removeprefix("By ").removeprefix("BY "))
    ]
    told = tuple(f"{name} {verb} " for name in writers for verb in ("is", "was"))
    found = {n for n in (begin, end) if told and begin < end and lines[n].text.casefold().startswith(told)}
    return found | ({end} if WRITER.match(lines[end].text) else set())


def _claims(lines: Sequence[Line], begin: int, end: int) -> set[int]:
    """Return quotations set apart with the name of their source below them."""
    return {
        number
        for number in range(begin, end)
        if lines[number].kind is Kind.PROSE
        and PULL_QUOTE.match(lines[number].text)
        and lines[number + 1].kind is Kind.SOURCE
    }
