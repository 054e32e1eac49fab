"""Who holds which office: an office right before a name, or beside it between commas."""

from archive.extraction import lexicon
from archive.extraction.names.casting import COUNTERPARTS, GENERAL
from archive.extraction.names.offices import Office
from archive.extraction.names.people import Person
from archive.extraction.names.spans import NameSpan
from archive.extraction.names.vocabulary import (
    CONTEXT,
    DETERMINERS,
    HONORIFICS,
    LINKS,
    ORGANIZATION_WORDS,
    POSSESSIVES,
)
from archive.extraction.names.words import Words
from archive.extraction.record import Role

# What follows an office that explains the name before it.
CLOSES = CONTEXT["closes"]
AIDES = lexicon.words("aides.txt")
SHORT_OFFICES = {short: (title, holder) for short, title, holder in lexicon.table("short_offices.txt")}


def assign_offices(words: Words, people: list[Person], offices: list[Office]) -> None:
    """Give each person the offices that the text gives them."""
    starting = {office.first: office for office in offices}
    ending = {office.last: office for office in offices}
    spans = [span for person in people for span in person.spans]
    names_at, name_ends = {span.first for span in spans}, {span.last for span in spans}
    for person in people:
        for span in person.spans:
            for office in _offices_of(words, span, starting, ending, names_at, name_ends):
                person.give(office)
        if any(_is_aide(office.title.split()[-1]) for office in person.offices):
            person.offices = {office: None for office in person.offices if not _is_served(words, office)}


def _is_served(words: Words, office: Office) -> bool:
    """Tell the office of whom an aide serves: "leader" in "the press secretary of Russian leader Ivan Belov",
    said of Belov, the press secretary, in a translation that has lost the order of its words.
    """
    at = office.first - 1 - (office.determiner is not None)
    return at > 0 and words.lowers[at] in LINKS and _is_aide(words.lowers[at - 1])


def _is_aide(word: str) -> bool:
    return word.lower().rpartition("-")[2] in AIDES


def _offices_of(
    words: Words,
    span: NameSpan,
    starting: dict[int, Office],
    ending: dict[int, Office],
    names_at: set[int],
    name_ends: set[int],
) -> list[Office]:
    found = [span.office] if span.office else []
    if span.office and span.office.first in ending and not span.office.determiner:
        found.append(ending[span.office.first])  # the French Foreign Minister Prince …
    outer = _office_of_servant(words, span, ending)
    if outer:
        found.append(outer)
    if span.honorific in SHORT_OFFICES:
        title, holder = SHORT_OFFICES[span.honorific]
        found.append(Office(span.first, span.first, span.first, title, holder, True))
    beside = _after_comma(words, span.last, starting, names_at)
    if beside:
        found.append(beside)
    before = _before_comma(words, span, ending, name_ends)
    if before:
        found.append(before)
    return found


def _office_of_servant(words: Words, span: NameSpan, ending: dict[int, Office]) -> Office | None:
    """Return "press secretary" in "the press secretary of the head of state Ivan Belov": nobody is called
    head of state before his name.
    """
    office = span.office
    if office is None or office.is_title or office.holder != "leader":
        return None
    at = office.first - (office.determiner is not None)
    return ending.get(at - 1) if at > 0 and words.lowers[at - 1] in LINKS else None


def _after_comma(words: Words, at: int, starting: dict[int, Office], names_at: set[int]) -> Office | None:
    """Return the office in "Smith, the minister of trade, said"; none in "with Smith, the minister said"."""
    if at + 1 >= len(words) or words.texts[at] not in (",", "(", "–", "—"):
        return None
    for first in range(at + 1, min(at + 5, len(words))):
        office = starting.get(first)
        if office:
            closes = office.last >= len(words) or words.lowers[office.last] in CLOSES
            followed = any(step in names_at for step in range(first, office.last + 2))
            return office if closes and not followed else None
        lower = words.lowers[first]
        owner = lower in DETERMINERS or lower in POSSESSIVES or lower in ORGANIZATION_WORDS
        if not owner and not words.capital[first]:
            return None
    return None


def _before_comma(
    words: Words, span: NameSpan, ending: dict[int, Office], name_ends: set[int]
) -> Office | None:
    """Return the office in "the ministry's spokeswoman, Ann Smith, said"."""
    at = span.first - 1
    while at > 0 and words.texts[at].removesuffix(".") in HONORIFICS:
        at -= 1
    if at < 1 or words.texts[at] != "," or len(span.pieces) < 2:
        return None
    closes = span.last < len(words) and words.texts[span.last] in (",", ".")
    office = ending.get(at)
    if office is None or not closes or office.indefinite:
        return None
    beside = office.first - 1 - (office.determiner is not None)
    return None if beside > 0 and words.texts[beside] == "," and beside in name_ends else office


def _is_paraphrase(office: Office) -> bool:
    """Tell "the Russian leader", another word for a president or a prime minister, from a party's leader."""
    return office.holder == "leader" and office.title.lower() in GENERAL and not office.organization


def roles(person: Person) -> tuple[Role, ...]:
    """Return the offices of a person as roles, each once."""
    found: dict[tuple[str, str | None, str | None], Role] = {}
    for office in person.offices:
        if office.holder == "kin" or office.title.lower() in COUNTERPARTS or _is_paraphrase(office):
            continue
        if not (office.is_title or office.organization):
            continue
        title = f"Former {office.title}" if office.former else office.title
        role = Role(title, office.organization, office.country)
        found.setdefault((title, office.organization, office.country), role)
    return tuple(found.values())
