"""Whose story a page holds, and who republished it."""

import re
from collections import Counter
from collections.abc import Sequence

from archive.extraction.cleaning.credits import REPUBLISHED, SOURCE
from archive.extraction.cleaning.datelines import DatelineFound
from archive.extraction.cleaning.lines import Kind, Line
from archive.extraction.cleaning.sources import agencies, source_named, source_of_address, sources_in
from archive.extraction.dates import find_dates
from archive.extraction.lexicon import words
from archive.reading.page import Metadata

NAME = re.compile(r"[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|and|the|&)){0,4}")
SIGNED = re.compile(
    r"\b(?:[Bb]y|BY|Our Standards|Staff|[Cc]orrespondents?|Writer|[Aa]gencies|Source|©|Copyright|LLC|Inc|Ltd"
    r"|\d+\S*)\b:?|©|[:.]"
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright)[^a-z]{0,3}\s?(?:19|20)\d\d", re.I)
OWN = re.compile(
    r"""
    (?: (?: Support | Like | Follow | Comment\ via | About | Subscribe\ to | Welcome\ to | Download | Contact
          | More\ [Ff]rom | From ) (?:\ the)? [ ]
      | (?= .{2,40}\ website\ contains\ ) )
    (?P<name> [A-Z][\w./'’-]* (?: \ (?:of\ |the\ )? [A-Z][\w./'’-]* ){0,3} )
    """,
    re.X,
)
TOLD = re.compile(
    r"[tis](?<!\w.)(?:(?<=t)old|(?<=i)nterview with|(?<=s)peaking to)\s"  # begins with a class, for speed
    r"(?P<name>[A-Z][\w./-]*(?:\s[A-Z][\w./-]*){0,3})"
)
LEADING = re.compile(r"\((?P<name>[A-Za-z /.-]{2,30})\)\s?(?:[-–—]|(?=[A-Z]))")
SCHEME = re.compile(r"^(?:https?://)?(?:www\.(?=\S+$))?", re.I)
BETWEEN_PARTS = re.compile(r"\s+(?:[-|–—•»]\s+)+|[|»]")
LONG_NAME = 48  # letters, of a site's name with what it says of itself
SIGNING = (Kind.BYLINE, Kind.CLOCK, Kind.SIGNOFF, Kind.ENDER, Kind.FURNITURE, Kind.ASIDE)
PICTURE_SELLERS = frozenset(["Reuters", "Associated Press", "AFP", "DPA", "EFE", "PA"])


def find_source(
    metadata: Metadata, dateline: DatelineFound | None, lines: Sequence[Line], body: str
) -> str | None:
    """Return whose story it is, from the likeliest place to the least; None where the page does not say."""
    return (
        _credited(lines)
        or (source_named(dateline.agency) or dateline.agency if dateline and dateline.agency else None)
        or _leading(body)
        or _signed_off(lines)
        or _site(metadata)
        or _signed(lines)
        or _told_to(body)
        or _pictured(lines)
    )


def _leading(body: str) -> str | None:
    """Return the agency in brackets that a story without a place begins with: "(Reuters) - …"."""
    match = LEADING.match(body)
    return source_named(match["name"]) if match else None


def _signed_off(lines: Sequence[Line]) -> str | None:
    """Return the agency whose name alone ends a story: "… on Friday. – KUNA"."""
    named = (source_named(line.text) for line in lines if line.kind is Kind.SIGNOFF and len(line.text) < 30)
    return next((name for name in named if name in agencies()), None)


def find_via(metadata: Metadata, source: str | None) -> str | None:
    """Return the site that republished the story, where it is not its source."""
    site = _site(metadata)
    if not site or not source or site.removeprefix("The ") == source.removeprefix("The "):
        return None
    return site


def topics_declared(metadata: Metadata) -> tuple[str, ...]:
    """Return the topics that the page declares, but "breaking news" and the like."""
    none = words("not_topics.txt")
    return tuple(topic for topic in metadata.keywords if topic.lower().replace("-", " ") not in none)


def _site(metadata: Metadata) -> str | None:
    """Return the publisher by the name or the address that the page declares."""
    name = _site_named(metadata)
    if name:
        return source_named(name) or source_of_address(f"//{name}") or name
    return source_of_address(metadata.url) if metadata.url else None


def _site_named(metadata: Metadata) -> str:
    """Return the site's name as declared, without the page's title, an address's frame, and a long motto."""
    name = SCHEME.sub("", metadata.site_name or "").rstrip("/")
    if name == metadata.title:
        return ""
    parts = [part for part in BETWEEN_PARTS.split(name) if part]
    others = [part for part in parts if part != metadata.title]
    return others[0] if others and (len(name) > LONG_NAME or len(others) < len(parts)) else name


def _credited(lines: Sequence[Line]) -> str | None:
    """Return the name that a line like "Source: Agencies" gives: a known one, or one in capitals."""
    for line in reversed(lines):
        match = (
            (SOURCE.fullmatch(line.text) or REPUBLISHED.match(line.text))
            if line.kind is Kind.SOURCE
            else None
        )
        if match is None:
            continue
        name = match["name"].strip(" .,")
        known = source_named(name)
        told = not line.text.startswith("From")  # which may name the series or the place of something else
        if known or (told and NAME.fullmatch(name) and not find_dates(name)):
            return known or name
    return None


def _signed(lines: Sequence[Line]) -> str | None:
    """Return the publisher that a byline, a document number or a notice of the page names."""
    for line in lines:
        mine = OWN.match(line.text)
        if mine and (named := source_named(mine["name"])):
            return named
        if line.kind in SIGNING or COPYRIGHT.match(line.text):
            found = sources_in(SIGNED.sub(" | ", line.text.partition(" with ")[0]))  # … with AFP
            if found:
                return found[0]
    return None


def _told_to(body: str) -> str | None:
    """Return the paper that people told things again and again; agencies are left out, as all quote them."""
    told = Counter(source_named(match["name"]) for match in TOLD.finditer(body))
    name, times = told.most_common(1)[0] if told else (None, 0)
    return name if times > 1 and name not in agencies() else None


def _pictured(lines: Sequence[Line]) -> str | None:
    """Return the agency whose own pictures the page shows; the great sellers of pictures say nothing."""
    credits = [
        name for line in lines if line.kind is Kind.CREDIT for name in sources_in(SIGNED.sub("|", line.text))
    ]
    names = Counter(name for name in credits if name in agencies() - PICTURE_SELLERS)
    return names.most_common(1)[0][0] if names else None
