"""What each line of a page is: prose, a headline, a credit, a clock, or the page's furniture."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import groupby
from operator import itemgetter

from archive.extraction.cleaning.credits import (
    APPEARED,
    BYLINE,
    CAPTION,
    CAPTION_WITHIN,
    CAPTIONED,
    CONTRIBUTED,
    CREDIT,
    CREDIT_AT_END,
    POSTED,
    REPUBLISHED,
    RIGHTS,
    SERIES,
    SIGNOFF,
    SOURCE,
    VIDEO_CREDIT,
    WIRE_NUMBER,
)
from archive.extraction.cleaning.sources import sources_in
from archive.extraction.dates import days_of_page, find_dates_of_page
from archive.extraction.dates.short import words_beside
from archive.extraction.lexicon import entries, table, words


class Kind(Enum):
    """What a line is."""

    PROSE = "a paragraph of sentences"
    TITLE = "the headline, by the page's markup"
    HEADLINE = "words without a full stop: a title, a sub-heading, a link"
    SUBHEADING = "a heading within the story, by the page's markup"
    FURNITURE = "navigation, buttons, prompts"
    ASIDE = "what the markup sets beside the story"
    LABEL = "a label before the headline of another story"
    ENDER = "a heading of what follows an article"
    CLOCK = "a date, a time"
    BYLINE = "who wrote it, perhaps with the date"
    CREDIT = "whose picture it is"
    CAPTION = "what a picture shows"
    SOURCE = "where the story was taken from"
    SERIES = "a series' name with the number of its stories"
    TAGS = "a list of topics"
    SIGNOFF = "who reported and edited; the end mark"


WHEN_AND_WHO = frozenset([Kind.CLOCK, Kind.BYLINE])  # what stands between a headline and its story
ROUND_BULLETS = "•●▪*"  # of a list's items; behind a dash is more often a point of the story


@dataclass(frozen=True)
class Line:
    """One line of the page, and what it is."""

    text: str
    kind: Kind


MOST_LINES = 10_000  # of a page; no article is longer, so that what follows is not looked at
SENTENCE_BEGINS = re.compile(r"[.!?][\"”’)]? [A-Z“\"]")
SENTENCE_END = re.compile(r"""[.!?…。！？؟۔।]["'”’»)\]」』）]{0,3}$""")
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e01-\u0e4e]")  # scripts that put no space between words
LETTERS_OF_WORD = 3  # of such a script, for as much as a word and the space behind it
STOP_WITHIN = re.compile(r"[.!?](?<=\w\w.)['\"”’)]? [A-Z“\"]")
INITIALS_AT_END = re.compile(r"\b(?:[A-Z]\.){2,}$")  # U.S.
LONGEST_INITIALS = 8  # characters
LEAST_IN_TITLE, FEWEST_IN_TITLE = 4, 3  # letters of a word that has a capital in a title, and such words
SMALL_IN_TITLE = frozenset(["from", "into", "over", "with"])
HALF_DAY_END = re.compile(r"\d\s?[ap]\.m\.$", re.I)  # 12:45 p.m. ends no sentence of its own
SMALL_WORD = re.compile(r"(?<= )[a-z]{2,}\b")
FEWEST_SMALL = 5  # words in small letters of a sentence, which a date does not have
CREDITED = (")", "AP", "AFP", "EPA", "EFE", "Reuters", "REUTERS", "Getty", "Images")  # ends of a credit
PICTURED = re.compile(r"[.!?|\[(] {0,3}(?:P(?:hoto|HOTO|icture)|Image)")
HOST = re.compile(r"\b(?:[a-z\d-]+\.)+[a-z]{2,6}\b", re.I)  # www.paper.com
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z\d-]+\.)+[a-z]{2,6}(?:/\S*)?", re.I)
INVITED = re.compile(
    r"""
    (?: join | follow | subscribe | download | like\sus | sign\sup | click | tap | find\sus ) \b
    [^.“"]{0,80} \b
    (?: channel | newsletters? | app | facebook | twitter | telegram | whatsapp | youtube | instagram
      | google\snews ) \b
    """,
    re.X,
)  # Join our channel; Follow The Paper on Twitter
QUOTED = re.compile(r"[“”\"s](?:(?<!s)|(?<!\ws)aid\b)")  # a mark, or "said"; begins with a class, for speed
COUNTER = re.compile(r"(?:[A-Z][a-z]+\s)?\d{1,3}\s?(?:of|/)\s?\d{1,3}", re.I)  # of pictures: Photo 1 of 5
ROW = re.compile(r"[^|•·,]{1,25}(?:[|•·][^|•·,]{1,25}){3,}")  # of sections: NEWS | OPINION | SPORT | LIVING
TRAIL = re.compile(r"(?:You are here:\s)?Home(?:page)?\s?[/>»›|]", re.I)  # Home > News > World
SPOKEN = re.compile(r"[,?!.]{1,2}[”\"] (?:said|told|added) ")  # in a paragraph that lost its full stop
SPEAKER_LABEL = re.compile(r"[A-Z][A-Z .'’-]{1,40}(?:\([^()]{2,60}\)|, [A-Z ]{3,20})?:")  # of a transcript
WITH_PAPER = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}, The [^,]+(?:, [A-Z][^,]+)?"
)  # …, The Paper, Harven
LABEL = re.compile(r"\S*[\u0370-\u1fff\u2f00-\ud7ff]\S*")  # words of another script than the Latin one
LONGEST_ZONE, LONGEST_SIGNATURE = 3, 8  # letters beside a date or a time, and beside both: "MSK", "> jroe"
FIGURE = re.compile(
    r"\d[.,](?:\d\d|\d{4})(?!\d)|\d\s?[°%€$£]|[€$£]\s?\d"
)  # of rates or the weather, with their day
MOST_LABELS = 3  # of them beside a date, which say what date it is
HANDLE = re.compile(r"(?:posted )?(?:by|von|par|por|da|door) [a-z][\w.@-]{2,24}", re.I)  # by oldconsul
LETTERS = re.compile(r"[^\W\d_]+")
FROM_LETTER_TO_LETTER = re.compile(r"[^\W\d_](?:.*[^\W\d_])?")
LONGEST_POSTED = 240  # characters of what tells when and by whom a story was posted
WEEKDAY_BEFORE = 12  # characters that may stand before a date: its weekday
LONGEST_PROMPT = 240
CHANGED = re.compile(r"(?:ADDS|ADDING|CHANGES|CORRECTS|EDITS|RECASTS|REPEATS|UPDATES)\b[^a-z]+")  # a dispatch
LABEL_STARTS = ("more about ", "more coverage of ", "more on ", "our coverage of ", "related coverage")
OF_TRANSCRIPTS = (
    "Topics:",
    "Subjects:",
    "SUBJECTS:",
    "Subject:",
    "TOPICS:",
)  # what they tell above their words
FEWEST_TOPICS = 2
FEWEST_SECTIONS = 4  # of a menu
LONGEST_NAMED = 80  # no entry of the lists of lines is longer

TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)")


def read_line(text: str) -> Line:
    """Return the line with what it is, told from its own words alone."""
    return Line(text, _kind(text))


def _kind(text: str) -> Kind:
    if len(text) > 700:
        return Kind.PROSE
    named = _by_name(text, key_of(text)) if len(text) < LONGEST_NAMED else None
    if named:
        return named
    ended = SENTENCE_END.search(text[-6:]) is not None and not (
        _ends_in_half_day(text) or _is_headline_of_initials(text)
    )
    if len(text) < 600:
        described = _by_shape(text, ended)
        if described:
            return described
    return Kind.PROSE if _is_prose(text, ended) else Kind.HEADLINE


def _ends_in_half_day(text: str) -> bool:
    """Tell a clock from a sentence that ends in one: "The meeting began and ended before 12:35 p.m."."""
    return HALF_DAY_END.search(text[-6:]) is not None and len(SMALL_WORD.findall(text)) < FEWEST_SMALL


def ends_in_initials(text: str) -> bool:
    """Tell whether the last full stop is that of initials: "… visit to the U.S."."""
    return INITIALS_AT_END.search(text[-LONGEST_INITIALS:]) is not None


def _is_headline_of_initials(text: str) -> bool:
    """Tell "What Norland Wants From the U.S." from a sentence: all its longer words have capitals."""
    if not ends_in_initials(text):
        return False
    longer = [word for word in LETTERS.findall(text) if len(word) >= LEAST_IN_TITLE]
    return len(longer) >= FEWEST_IN_TITLE and all(
        word[0].isupper() or word in SMALL_IN_TITLE for word in longer
    )


def key_of(text: str) -> str:
    """Return `text` as the lists of lines know it: in lower case, without numbers and signs at its ends."""
    match = FROM_LETTER_TO_LETTER.search(text)
    return match.group().lower() if match else ""


def _by_name(text: str, key: str) -> Kind | None:
    """Look the whole line up in the lists."""
    if not key:
        return _without_letters(text)
    if key in words("asides.txt"):
        return Kind.LABEL
    if key in words("enders.txt"):
        return Kind.ENDER
    known = key in words("furniture.txt") or _networks().fullmatch(key) or _is_row_of_sections(key)
    return Kind.FURNITURE if known and not _gives_day(text) else None


def _gives_day(text: str) -> bool:
    """Tell "Published: 2010-01-20 16:32" from "Published"."""
    return text[-1].isdigit() and bool(days_of_page(text))


def _is_row_of_sections(key: str) -> bool:
    """Tell a menu that was saved in one line: "Home News World Business Sport"."""
    names = key.split()
    return len(names) >= FEWEST_SECTIONS and all(map(words("furniture.txt").__contains__, names))


def _without_letters(text: str) -> Kind:
    """Tell a line of numbers and signs: a date, an end mark, a count."""
    if find_dates_of_page(text) or TIME.fullmatch(text):
        return Kind.CLOCK
    return Kind.SIGNOFF if text[0] in "#*-" else Kind.FURNITURE


def _by_shape(text: str, ended: bool) -> Kind | None:
    """Tell a line by how it is built."""
    if not ended and SERIES.fullmatch(text):
        return Kind.SERIES
    if _says_when_posted(text, ended):
        return Kind.CLOCK
    if SIGNOFF.fullmatch(text) or _says_who_helped(text):
        return Kind.SIGNOFF
    if SOURCE.fullmatch(text) or REPUBLISHED.match(text):
        return Kind.SOURCE
    if CREDIT.match(text.lstrip("([")) and (not ended or len(text) < 60):
        return Kind.CREDIT
    if _is_caption(text):
        return Kind.CAPTION
    dated = None if ended else _is_dated(text)
    if dated:
        return dated
    if text.startswith(OF_TRANSCRIPTS) and text.count(",") + text.count(";") >= FEWEST_TOPICS:
        return Kind.TAGS
    if RIGHTS.match(text) or APPEARED.fullmatch(text) or _addresses_the_reader(text.lower()):
        return Kind.FURNITURE
    return None if ended else _by_shape_without_stop(text)


def _addresses_the_reader(lowered: str) -> bool:
    """Tell what a page says to its reader, from how the line begins or what it holds."""
    short = len(lowered) < LONGEST_PROMPT
    if short and (lowered.startswith(_furniture_starts().get(lowered[:1], ())) or INVITED.match(lowered)):
        return True
    if QUOTED.search(lowered):
        return False
    return (short and any(map(lowered.__contains__, entries("prompts.txt")))) or asks_for_consent(lowered)


def asks_for_consent(lowered: str) -> bool:
    """Tell "We and our partners store cookies on your device": what is asked for, and by whom or of whom."""
    of, whose = _consent()
    return any(map(lowered.__contains__, of)) and any(map(lowered.__contains__, whose))


@cache
def _consent() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = table("consent.tsv")
    of, whose = (tuple(words for kind, words in rows if kind == column) for column in ("of", "whose"))
    return of, whose


def _says_when_posted(text: str, ended: bool) -> bool:
    """Tell "Publié le 5 mars 2014 par Jane Roe dans Monde", "This entry was posted on 5 March 2014."."""
    posted = POSTED.match(text) if len(text) <= LONGEST_POSTED else None
    if posted is None or (ended and not posted["sentence"]):
        return False
    latest = posted.end() + WEEKDAY_BEFORE
    return any(found.start <= latest for found in days_of_page(text))


def _says_who_helped(text: str) -> bool:
    """Tell "Jane Roe contributed to this report"; most lines lack the verb, which is seen sooner."""
    likely = "contributed" in text or "reported" in text
    return likely and CONTRIBUTED.search(text, 0, 300) is not None


def _is_caption(text: str) -> bool:
    """Tell what a picture shows: it says so, is told in the present, or ends in a credit."""
    if CAPTION.match(text) or VIDEO_CREDIT.fullmatch(text):
        return True
    if text.endswith(CREDITED) or "/" in text[-40:] or PICTURED.search(text, max(0, len(text) - 60)):
        return CREDIT_AT_END.search(text, max(0, len(text) - 120)) is not None
    if len(text) > 300 or text[0] in "“\"'" or QUOTED.search(text):
        return False
    return any(map(text.__contains__, CAPTIONED)) and CAPTION_WITHIN.search(text, 0, 200) is not None


@cache
def _networks() -> re.Pattern[str]:
    """A row of buttons: names of networks and nothing else, even without a space between them."""
    names = sorted(entries("networks.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))}|\W|\d){{1,40}}")


@cache
def _furniture_starts() -> dict[str, tuple[str, ...]]:
    """The beginnings that furniture has, by their first letter."""
    starts = sorted(entries("furniture_starts.txt"), key=itemgetter(0))
    return {letter: tuple(group) for letter, group in groupby(starts, key=itemgetter(0))}


def _by_shape_without_stop(text: str) -> Kind | None:
    if len(text) < LONGEST_NAMED and text.lower().startswith(LABEL_STARTS):
        return Kind.LABEL
    if any(pattern.fullmatch(text) for pattern in (ADDRESS, COUNTER, CHANGED)) or TRAIL.match(text):
        return Kind.FURNITURE
    if len(text) < 120 and BYLINE.fullmatch(text.removesuffix(":") if text.startswith("By ") else text):
        return Kind.BYLINE
    if len(text) < 60 and text.count(",") <= 2 and WITH_PAPER.fullmatch(text) and sources_in(text):
        return Kind.BYLINE
    if _is_tags(text):
        return Kind.TAGS
    if ROW.fullmatch(text):
        return Kind.FURNITURE
    if len(text) < 60 and sources_in(text):
        return Kind.BYLINE
    return None


def _is_dated(text: str) -> Kind | None:
    """Tell a line that holds little more than a date or a time, and perhaps a name."""
    if len(text) > 160 or not any(map(str.isdigit, text)):
        return None
    rest = text
    for found in reversed(find_dates_of_page(text)):
        rest = rest[: found.start] + " " + rest[found.end :]
    bare = HOST.sub(" ", TIME.sub(" ", rest))
    if len(LABEL.findall(bare)) <= MOST_LABELS:
        bare = LABEL.sub(" ", bare)
    if WIRE_NUMBER.search(bare):
        return Kind.CLOCK
    if rest == text and not TIME.search(text):
        return None
    if FIGURE.search(bare):
        return Kind.FURNITURE
    left = [word for word in LETTERS.findall(bare) if word.lower() not in words_beside()]
    if any(word.lower() in words("document_words.txt") for word in left):
        return Kind.HEADLINE
    if len("".join(left)) <= (LONGEST_SIGNATURE if rest != text and TIME.search(text) else LONGEST_ZONE):
        return Kind.CLOCK
    who = bare.strip(" |,-–—/•·")
    named = BYLINE.fullmatch(who) or HANDLE.fullmatch(who) or _is_names(left)
    return Kind.BYLINE if named and len(left) <= 6 else None


def _is_names(left: list[str]) -> bool:
    """Tell whether the words can be a writer and a paper: all begin with capitals, and are few."""
    return len(left) <= 5 and all(word[0].isupper() for word in left if word not in ("and", "in", "by", "of"))


def _is_tags(text: str) -> bool:
    """Tell a list of topics: at least three short items parted by commas, most with a capital."""
    if text.startswith(("Tags", "Tag:", "TAGS", "Keywords", "Related topics", "#", *OF_TRANSCRIPTS)):
        return True
    items = [item.strip() for item in text.split(",")]
    if len(items) < 3 or len(text) > 400 or text.endswith(":"):
        return False
    short = all(0 < len(item) <= 40 and item.count(" ") <= 4 for item in items)
    if len(items) == 3 and any(item.count(" ") == 4 for item in items):
        return False  # Norland, Sudia, Ostian ministers meet in Harven
    return short and sum(item[0].isupper() or item[0].isdigit() for item in items) >= 0.6 * len(items)


def spaces(text: str) -> int:
    """Return the spaces between the words of `text`, or where they would be in a script that has none."""
    return text.count(" ") + (0 if text.isascii() else len(UNSPACED.findall(text)) // LETTERS_OF_WORD)


def _is_prose(text: str, ended: bool) -> bool:
    """Tell sentences from a headline: they end in a stop, or are long and hold one."""
    if ended:
        return len(text) > 40 or spaces(text) >= 3
    if len(text) > 160 or (len(text) > 60 and SPOKEN.search(text)):
        return True
    if len(text) > 60 and STOP_WITHIN.search(text) and not text[-1].isalnum():
        return True
    return text.endswith((":", ",", ";", ",”", ',"', "—", "：")) and spaces(text) >= 3
