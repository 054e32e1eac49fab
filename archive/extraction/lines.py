"""What each line of a page is: prose, a headline, a credit, a clock, or the page's furniture."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from archive.extraction.dates import find_dates
from archive.extraction.lexicon import entries, table, words
from archive.extraction.sources import sources_in


class Kind(Enum):
    """What a line is."""

    PROSE = "a paragraph of sentences"
    HEADLINE = "words without a full stop: a title, a sub-heading, a link"
    FURNITURE = "navigation, buttons, prompts"
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


@dataclass(frozen=True)
class Line:
    """One line of the page, and what it is."""

    text: str
    kind: Kind


SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]{0,3}$""")
LETTERS = re.compile(r"[^\W\d_]+")
EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")

SERIES = re.compile(r"(?P<name>[A-Z“\"'‘].{3,100}?)\s?\((?P<count>\d{1,5})\)")

CREDIT = re.compile(
    r"""(?: ©  | \(c\)\s | [Pp]hotos?\s?(?:[:/©]|by\s|credit|courtesy) | PHOTO[:/\s] | (?:Image|Picture|Video|Credit)s?\s?(?:[:/©]|by\s|courtesy|credit|source)
      | (?:AP|AFP|EPA|EFE|REUTERS|Reuters|TASS|Sputnik|Xinhua|Getty\ Images|RIA\ Novosti|Anadolu)\s?(?:Photo|Images?|/)
      | Courtesy\s(?:of|photo) | File\sphoto | FILE\sPHOTO | FILE\s[-–—] )
    """,
    re.X,
)
CREDIT_AT_END = re.compile(
    r"""(?: [.!?]["”’]? | ^ [^.!?]{10,200} ) \s?
        (?P<credit> \( [^()]{0,60}? (?:/|\bphoto\b|\bvia\b|Getty|Reuters|REUTERS|\bAP\b|AFP|EPA|Xinhua|TASS|Sputnik|Unsplash|Shutterstock|Flickr|Pexels|iStock|Wikimedia|Photo\ |Handout|handout|File|Pool|POOL) [^()]{0,60} \)
        | (?:[A-Z][\w.'’-]+\s){1,4}/\s?(?:AP|AFP|Reuters|REUTERS|EPA|Getty\ Images|Anadolu|Xinhua|Bloomberg|TASS|Sputnik|Pool) (?:\ via\ AP)? ) $
    """,
    re.X,
)
CAPTION = re.compile(
    r"""(?: File\sphoto | FILE\sPHOTO | \[?FILE\] | FILE\s[-–—] | (?:In|A|An)\s(?:this|the)?\s?(?:undated\s)?(?:\w+\s){0,2}(?:photo|image|picture|handout)\b
          | Illustrati(?:on|ve) | Image: | Photo: | Pictured: | PHOTO: | Archive\sphoto )
      | .{0,200} (?: \((?:L|R|C|left|right|cent(?:er|re))\)
          | \bis\s(?:seen|pictured)\s(?:in|at|on|during|with|after|as)\b | \bare\s(?:seen|pictured)\s(?:in|at|on|during|after|as)\b
          | \b(?:gestures|poses|pose|waves|looks\son|look\son|shakes?\shands|speaks\sto\s(?:the\s)?(?:media|reporters|press)|addresses\s(?:the\s)?media|arrives?\sfor)\s(?:during|at|as|in|with|for|after|before|next|prior|while|outside)\b )
    """,
    re.X,
)
BYLINE = re.compile(
    r"""(?: [Bb]y\s | BY\s ) (?: [A-Z][\w.'’-]+ | de | van | von | al- ) (?: [ ,|/&] \s? | \s | and\s | [A-Z][\w.'’-]* | de\b | van\b | von\b | with\b | in\b | for\b | -\w+ | @\w+ ){0,24} $
      | (?: (?:Text|Story|Words|Author|Written|Posted|Published|Submitted|Compiled|Edited|Reported)\s?(?::|by\b) .{2,80} ) $
      | .{2,60} \s\|\s .{2,60} $
    """,
    re.X,
)
SOURCE = re.compile(r"(?:[Ss]ources?|SOURCE|Via|[Ss]ource link|Read the original at|From)\s?:\s?(?P<name>.{2,80})")
REPUBLISHED = re.compile(
    r"""(?:This\s(?:article|story|piece|report|interview)\s(?:was\s|has\sbeen\s)?(?:first\s|originally\s)?(?:appeared|published|posted|republished|provided)
         | Originally\s(?:published|appeared|posted) | First\spublished | Re-?published | Reprinted)\s
        (?:(?:first|originally)\s)? (?:here\s)? (?: (?:by|in|on|at|from|with\spermission\s(?:of|from))\s )+ (?P<name>(?:the\s)?[^.,]{2,60})""",
    re.X | re.I,
)
SIGNOFF = re.compile(
    r"""\(?(?:Additional\s|Further\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Tt]ranslation|[Ee]dited|[Rr]eported|[Ww]ritten)\s(?:and\s\w+\s)?(?:by|from|for)\s.{2,300}$
      | (?:With|Including)\s(?:additional\s)?(?:reports?|reporting|files|input|inputs|agency\s(?:reports|inputs))\b.{0,120}$
      | (?:The\s)?(?:[A-Z][\w.'’-]+\s){1,4}(?:(?:(?:and|in)\s)?(?:[A-Z][\w.'’-]+,?\s){1,8}){0,3}(?:also\s)?contributed\s(?:to\sthis|reporting|from|additional|research).{0,160}$
      | .{0,120}\bcontributed\sto\sthis\s(?:report|article|story).{0,80}$
      | \W*(?:\#\#\#|-\s?0\s?-|-\s?30\s?-|ENDS?|End(?:\sof\s\w+)?|\#{1,6}|\*{3,}|[*-](?:\s[*-]){2,}|\(?(?:STORY|OPTIONAL|MORE|BEGIN|END)\b[A-Z .,;:'’()-]+\)?)\W*$
      | \(?[a-zA-Z]{2,4}(?:/[a-zA-Z]{2,4}){1,3}\)?$
      | [A-Z][a-z]{2,12}(?:[./][ ]?[A-Z][a-z.]{1,12}){1,2}$
      | \(?END\)?(?:/\d{4})?.{0,20}$
      | \(?\#?\s?[A-Z]{2,5}[-/][A-Z]{2,5}\)?$
      | [A-Z]{3,5}\d{8}\.\d{3,5}$
      | (?:HT|NNNN|BT)$
    """,
    re.X,
)
NETWORKS = re.compile(
    r"(?:facebook|twitter|x|linkedin|linked\ ?in|instagram|youtube|telegram|whatsapp|vk|vkontakte|reddit|pinterest|koo\ app"
    r"|google\+?|email|e-mail|mail|print|share|tweet|copy\ link|viber|odnoklassniki|ok|rss|weibo|wechat|line|threads|bluesky"
    r"|tumblr|flipboard|messenger|digg|delicious|livejournal|more|comment|comments|pocket|\W|\d)+",
    re.I,
)
CLOCK_WORDS = re.compile(
    r"""\b(?: published|updated|posted|last|modified|created|date|of|publication|first|on|at|the|is|from|this|story|article|page|was|release|released|issued|edited
      | am|pm|a\.m|p\.m|gmt|utc|bst|ist|est|edt|et|msk|cet|cest|eet|hrs|hours?|minutes?|mins?|ago|local|time|moscow|views?|read|comments?|updating|issue|time[sd]?|uploaded|added|archived|uhr
      | mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|noon|midnight|share|print|email|for|immediate)\b""",
    re.X | re.I,
)
TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)")
WIRE_NUMBER = re.compile(r"[A-Z]{2,5}(?P<date>(?:19|20)\d{6})\.\d{3,5}")


def read_line(text: str) -> Line:
    """Return the line with what it is, told from its own words alone."""
    return Line(text, _kind(text))


def _kind(text: str) -> Kind:
    if len(text) > 700:
        return Kind.PROSE
    key = key_of(text)
    named = _by_name(text, key)
    if named:
        return named
    ended = SENTENCE_END.search(text[-6:]) is not None
    if len(text) < 600:
        described = _by_shape(text, ended)
        if described:
            return described
    return Kind.PROSE if _is_prose(text, ended) else Kind.HEADLINE


def key_of(text: str) -> str:
    """Return `text` as the lists of lines know it: in lower case, without numbers and signs at its ends."""
    return EDGES.sub("", text[:200]).lower()


def _by_name(text: str, key: str) -> Kind | None:
    """Look the whole line up in the lists."""
    if not key:
        return Kind.SIGNOFF if text[0] in "#*-" else Kind.FURNITURE
    if key in words("asides.txt"):
        return Kind.LABEL
    if key in words("enders.txt"):
        return Kind.ENDER
    if key in words("furniture.txt") or NETWORKS.fullmatch(key):
        return Kind.FURNITURE
    return None


def _by_shape(text: str, ended: bool) -> Kind | None:
    """Tell a short line by how it is built."""
    if SIGNOFF.match(text):
        return Kind.SIGNOFF
    if SOURCE.fullmatch(text):
        return Kind.SOURCE
    if REPUBLISHED.match(text):
        return Kind.SOURCE
    if CREDIT.match(text) and (not ended or len(text) < 60):
        return Kind.CREDIT
    if CREDIT_AT_END.search(text) or CAPTION.match(text):
        return Kind.CAPTION
    if text.lower().startswith(furniture_starts()) and len(text) < 240:
        return Kind.FURNITURE
    if not ended:
        return _by_shape_without_stop(text)
    return None


@cache
def furniture_starts() -> tuple[str, ...]:
    """Return the beginnings that furniture has."""
    return tuple(entries("furniture_starts.txt"))


def _by_shape_without_stop(text: str) -> Kind | None:
    if SERIES.fullmatch(text):
        return Kind.SERIES
    dated = _is_dated(text)
    if dated:
        return dated
    if len(text) < 120 and BYLINE.match(text):
        return Kind.BYLINE
    if _is_tags(text):
        return Kind.TAGS
    if len(text) < 60 and sources_in(text):
        return Kind.BYLINE
    return None


def _is_dated(text: str) -> Kind | None:
    """Tell a line that holds little more than a date or a time, and perhaps a name."""
    if len(text) > 160 or not any(map(str.isdigit, text)):
        return None
    rest = text
    for found in reversed(find_dates(text)):
        rest = rest[: found.start] + " " + rest[found.end :]
    bare = TIME.sub(" ", rest)
    if WIRE_NUMBER.search(bare):
        return Kind.CLOCK
    if bare == text:
        return None
    left = LETTERS.findall(CLOCK_WORDS.sub(" ", bare))
    if len("".join(left)) <= 3:
        return Kind.CLOCK
    return Kind.BYLINE if len(left) <= 6 and (BYLINE.match(bare.strip()) or _is_names(left)) else None


def _is_names(left: list[str]) -> bool:
    """Tell whether the words can be a writer and a paper: all begin with capitals, and are few."""
    return len(left) <= 5 and all(word[0].isupper() for word in left if word not in ("and", "in", "by", "of"))


def _is_tags(text: str) -> bool:
    """Tell a list of topics: at least three short items parted by commas, most with a capital."""
    if text.startswith(("Tags", "Tag:", "TAGS", "Topics:", "Keywords", "Related topics", "#")):
        return True
    items = [item.strip() for item in text.split(",")]
    if len(items) < 3 or len(text) > 400:
        return False
    short = all(0 < len(item) <= 40 and item.count(" ") <= 4 for item in items)
    return short and sum(item[0].isupper() or item[0].isdigit() for item in items) >= 0.6 * len(items)


def _is_prose(text: str, ended: bool) -> bool:
    """Tell sentences from a headline: they end in a stop, or are long and hold one."""
    if ended:
        return len(text) > 40 or text.count(" ") >= 3
    if len(text) > 160:
        return True
    if len(text) > 60 and re.search(r"[.!?]['\"”’)]? [A-Z“\"]", text) and not text[-1].isalnum():
        return True
    return text.endswith((":", ",", ";", ",”", ',"', "—")) and text.count(" ") >= 3
