"""Datelines: where a dispatch was filed, when, and by which agency, at the head of its first paragraph."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.extraction.cleaning.sources import source_named
from archive.extraction.dates import DateFound, find_dates
from archive.extraction.lexicon import words

_DATE = r"[A-Z][A-Za-z]{2,8}\.?\ \d{1,2}(?:st|nd|rd|th)?(?:,?\ (?:19|20)\d\d)?"
_DATE_DAY_FIRST = r"\d{1,2}\ [A-Z][A-Za-z]{2,8}\.?(?:,?\ (?:19|20)\d\d)?"
_WORD_MIXED = r"(?:[A-Z][\w.'’-]*|al-[A-Z]\w*|(?:de|la|el|es|of|and|del|den|am)(?=\ ))"

DATELINE = re.compile(
    rf"""
    ["“(\s]{{0,2}}
    (?P<place> {_WORD_MIXED} (?:[ ]{_WORD_MIXED}){{0,3}}
      (?: \ ?/\ ? [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+){{0,2}}
        | \ ?/[A-Z][^/\n]{{2,40}}/
        | ,\ (?!{_DATE}) {_WORD_MIXED}(?:[ ]{_WORD_MIXED}){{0,2}}
      )?
    )
    (?: [.,]?\ ?,?\ ? \(? (?P<date> {_DATE} | {_DATE_DAY_FIRST} ) \)? )?
    (?P<agency_part>
        [.,]?\ ? (?: \( (?P<agency> [^()\n]{{2,60}} ) \) | /(?P<slashed> [^/\n]{{2,50}} )/ )
      | ,\ (?P<bare> [A-Z][A-Za-z.\ -]{{1,24}}? ) (?=\ ?[-–—]|:|\.\ )
      | \ (?P<plain> [A-Z][A-Za-z]{{1,12}} ) (?=\ ?[-–—])
    )?
    (?P<end> \.?\ ?(?:--|[-–—_:]){{1,2}}\ ? | \.\ | (?<=[)/])\ (?=[A-Z“"'‘]) | ,\ (?=[–—-]) )
    """,
    re.X,
)
# (MENAFN- Kuwait News Agency (KUNA)), the firm that passed a dispatch on
PASSED_ON = re.compile(r"\([A-Z]{2,10}\s?-\s?[^()]{2,50}(?:\([^()]{2,20}\))?\)\s?(?=[A-Z])")
SHORTEST_SENTENCE = 80  # characters behind a place and a colon
DATE_FIRST = re.compile(
    rf"(?P<date>{_DATE}|{_DATE_DAY_FIRST})\ ?\((?P<place>[A-Z][A-Z .'’/-]{{2,40}})\)\ ?(?:--|[-–—])\ ?"
)  # August 3, 2012 (ADEN) – …
LONGEST = 160
LINES_OF_PAGE = 64  # for each of which cleaning and dating ask several times
PLACE_ALONE = re.compile(r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,2}(?=,? )")


@dataclass(frozen=True)
class DatelineFound:
    """A dateline as it stands at the head of a paragraph; `end` is the offset behind it.

    `agency` is as written; `date` lacks its year more often than not.
    """

    place: str
    agency: str | None
    date: DateFound | None
    date_written: str
    end: int


def find_dateline(paragraph: str) -> DatelineFound | None:
    """Return the dateline that `paragraph` begins with.

    "MOSCOW, October 15. /TASS/. Russia …", "NEW YORK (Sputnik) — …", "Damascus, SANA – …", "BEIJING: …",
    "August 3, 2012 (ADEN) – …"; "Vienna: …" where a sentence follows, not what a government said.
    """
    goes_on = len(paragraph) > LONGEST or (len(paragraph) > SHORTEST_SENTENCE and paragraph.endswith("."))
    passed_on = PASSED_ON.match(paragraph) if paragraph.startswith("(") else None
    if passed_on:
        found = _dateline_of(paragraph[passed_on.end() : passed_on.end() + LONGEST], goes_on)
        return replace(found, end=found.end + passed_on.end()) if found else None
    return _dateline_of(paragraph[:LONGEST], goes_on)


@lru_cache(maxsize=LINES_OF_PAGE)
def _dateline_of(head: str, goes_on: bool) -> DatelineFound | None:
    first = DATE_FIRST.match(head)
    dates = find_dates(first["date"]) if first else ()
    if first and dates and source_named(first["place"]) is None:
        return DatelineFound(first["place"], None, dates[0], first["date"], first.end())
    match = DATELINE.match(head)
    if match is None:
        return None
    bare = match["bare"] or match["plain"]
    bracketed, filed = _filed(match["agency"] or "")
    bracketed = "" if bracketed.endswith(" Desk") else bracketed  # ISLAMABAD (Web Desk) –
    place, agency = _parted(match["place"], bracketed or _known_part(match["slashed"]) or bare)
    date_written = match["date"] or filed
    dates = find_dates(date_written)
    if date_written and not dates:
        return None
    if bare and source_named(bare) is None:
        return None
    if not _credible(place, agency, bool(dates), match["end"], goes_on):
        return None
    if match["end"] == "-" and not (agency and source_named(agency)):
        return None  # GROMYKO-PETROV, but not Damascus, SANA-Syria
    agency = agency.strip() if agency else None
    return DatelineFound(place, agency, dates[0] if dates else None, date_written, match.end())


def _filed(bracketed: str) -> tuple[str, str]:
    """Return agency and day of "UrduPoint News / Sputnik - 10th September, 2021": the last one filed it."""
    agencies, dash, day = bracketed.rpartition(" - ")
    return (agencies.rpartition(" / ")[2], day) if dash and find_dates(day) else (bracketed, "")


def find_dateline_alone(line: str) -> DatelineFound | None:
    """Return the dateline that a line holds which no story follows: "OSLO, March 4, 2019 21:46".

    The place is in capitals and known, or an agency stands behind the date.
    """
    capitals = PLACE_ALONE.match(line)
    if capitals is None:
        return None
    place = capitals.group()
    found = find_dateline(f"{line} – ")
    if found and found.agency and found.date:
        return replace(found, end=0)
    dated = place.lower() in words("dateline_cities.txt") and find_dates(line)
    return DatelineFound(place, None, None, "", 0) if dated else None


def _known_part(slashed: str | None) -> str | None:
    """Return the agency of "/TASS/", and of "/TASS correspondent Jane Roe/" the name that is known."""
    words_of_it = (slashed or "").split()
    return next((word for word in words_of_it if source_named(word)), slashed)


def _parted(place: str, agency: str | None) -> tuple[str, str | None]:
    """Return place and agency; in "Damascus, SANA –" the agency stands where a region could be."""
    place = place.strip()
    place = place.removesuffix(".") if place.count(".") == 1 else place
    city, _, region = place.partition(", ")
    if agency is None and region and source_named(region):
        return city, region
    city, _, last = place.rpartition(" ")
    if agency is None and city and source_named(last):
        return city, last
    city, mark, region = place.partition(" /")
    return (f"{city}, {region.strip('/ ')}" if mark else place), agency


def _credible(place: str, agency: str | None, dated: bool, end: str, goes_on: bool) -> bool:
    """Tell a dateline from a sentence that begins alike."""
    city, _, region = place.partition("/")[0].partition(",")
    city = city.strip()
    capitals = city.upper() == city and len(city) > 2
    known = city.lower() in words("dateline_cities.txt")
    dash = end.strip(" .") not in ("", ":")
    if not known and not words("not_datelines.txt").isdisjoint(city.lower().split()):
        return False
    if agency:
        return source_named(agency) is not None or ((capitals or known) and (dash or dated))
    if dated:
        return capitals or (known and end.strip() != "")
    if known and (region or end in (" — ", " – ", " -- ")):
        return dash
    if known and goes_on and end.strip() == ":":
        return True
    return capitals and ((known and bool(end.strip(" ."))) or (dash and (len(city) > 4 or bool(region))))
