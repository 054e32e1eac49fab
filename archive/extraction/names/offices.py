"""Offices in a body: "Russian Deputy Foreign Minister", "the spokeswoman for the ministry", with whose and where they are."""

from dataclasses import dataclass

from archive.extraction.names.organizations import OrganizationSpan
from archive.extraction.names.vocabulary import (
    ENGLISH,
    GIVEN_NAMES,
    NOT_NAMES,
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    OFFICE_STATUS,
    POSSESSIVES,
    OfficeHead,
)
from archive.extraction.names.words import Words

LONGEST = 12  # words of an office on either side of its head
DETERMINERS = frozenset("the a an his her their its this that another one our my your".split())
SMALL = frozenset("of for and the to in on at".split())
SPELLINGS = {"defence": "defense", "spokeswoman": "spokesperson", "spokesman": "spokesperson", "labour": "labor"}
LINKS = frozenset(("of", "for", "to", "at", "in", "with"))


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens first..last (exclusive) that name an office, its determiner left out.

    `title` is as a heading writes it ("Deputy Foreign Minister"), without country, organization and "former".
    `head` is the index of the head's first token, `determiner` the word before ("the", "a", "his") if there is one.
    """

    first: int
    last: int
    head: int
    title: str
    holder: str
    is_title: bool
    organization: str | None = None
    country: str | None = None
    determiner: str | None = None
    former: bool = False

    @property
    def indefinite(self) -> bool:
        """Whether it is any holder: "a spokesman"."""
        return self.determiner in ("a", "an", "another", "one")

    @property
    def telling(self) -> frozenset[str]:
        """The words of the title, folded over spelling, for comparison."""
        return telling_words(self.title)


def telling_words(title: str) -> frozenset[str]:
    """Return the words of a title that count, in one spelling: Defence Minister and defense minister agree."""
    lowers = title.lower().replace("-", " ").split()
    return frozenset(SPELLINGS.get(word, word) for word in lowers if word not in SMALL)


def find_offices(words: Words, organizations: list[OrganizationSpan]) -> list[Office]:
    """Return the offices named, in their order, not overlapping."""
    starting = {span.first: span for span in organizations}
    ending = {span.last: span for span in organizations}
    inside = {at for span in organizations for at in range(span.first, span.last)}
    found: list[Office] = []
    taken = at = 0
    while at < len(words):
        head = _head_at(words, at) if words.lowers[at] in OFFICE_HEADS and at not in inside else None
        if head:
            office = _office(words, at, head, taken, starting, ending)
            found.append(office)
            taken = at = office.last
        else:
            at += 1
    return found


def _head_at(words: Words, at: int) -> OfficeHead | None:
    for head in OFFICE_HEADS[words.lowers[at]]:
        size = len(head.words)
        if size == 1 or tuple(words.lowers[at : at + size]) == head.words:
            return head
    return None


def _office(
    words: Words,
    at: int,
    head: OfficeHead,
    floor: int,
    starting: dict[int, OrganizationSpan],
    ending: dict[int, OrganizationSpan],
) -> Office:
    end = at + len(head.words)
    first, title, organization, country, former = _before(words, at, floor, ending)
    last, tail, organization2, country2 = _after(words, end, starting)
    determiner = words.lowers[first - 1] if first > floor and words.lowers[first - 1] in DETERMINERS else None
    shown = [_heading(word) for word in (*title, *(words.lowers[at:end]), *tail)]
    return Office(
        first,
        last,
        at,
        " ".join(shown),
        head.holder,
        head.is_title,
        organization or organization2,
        country or country2,
        determiner,
        former,
    )


def _heading(word: str) -> str:
    if word in SMALL:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _before(
    words: Words, at: int, floor: int, ending: dict[int, OrganizationSpan]
) -> tuple[int, list[str], str | None, str | None, bool]:
    """Read what stands before the head: first token, the title's words, organization, country, whether former."""
    first, title, former = at, [], False
    organization = country = None
    while first > floor and at - first < LONGEST and words.lowers[first - 1]:
        if first in words.begins and first < at:
            break
        before, lower = first - 1, words.lowers[first - 1]
        known, span = words.known_before.get(first), ending.get(first)
        if lower in POSSESSIVES and before > floor:
            span = span or ending.get(before)
            known = known or words.known_before.get(before)
            if not (span or known):
                break
        if span and span.first >= floor:
            organization, country, first = span.name, country or span.country, span.first
        elif known and known.first >= floor:
            country, first = country or known.entry.country, known.first
            organization = organization or (known.entry.name if known.entry.kind == "place" else None)
        elif lower in OFFICE_STATUS:
            former, first = former or lower in ("former", "ex", "then", "late"), before
        elif lower in OFFICE_MODIFIERS or lower.removesuffix("-elect") in OFFICE_MODIFIERS:
            title.insert(0, lower)
            first = before
        elif lower == "and" and title and before > floor and words.lowers[before - 1] in OFFICE_MODIFIERS:
            title.insert(0, "and")
            first = before
        elif lower in ("-", ".") and words.touching(first) and before > floor:
            first = before
        else:
            break
    while first < at and words.lowers[first] in ("-", "."):
        first += 1
    return first, title, organization, country, former


def _after(
    words: Words, end: int, starting: dict[int, OrganizationSpan]
) -> tuple[int, list[str], str | None, str | None]:
    """Read what follows the head: "of State for Arms Control", "for the Foreign Ministry", "of France"."""
    last, tail = end, []
    organization = country = None
    while last + 1 < len(words) and last - end < LONGEST and words.lowers[last] in LINKS:
        at = last + 1
        if words.lowers[at] == "the" and at + 1 < len(words):
            at += 1
        span, known = starting.get(at), words.known.get(at)
        if span:
            organization, country, last = organization or span.name, country or span.country, span.last
        elif known and known.entry.kind in ("country", "capital", "place"):
            country, last = country or known.entry.country, known.last
            organization = organization or (known.entry.name if known.entry.kind == "place" else None)
        else:
            stop = _field_end(words, at)
            if stop == at or words.lowers[last] == "in":
                break
            tail += words.lowers[last:stop]
            last = stop
    return last, tail, organization, country


def _field_end(words: Words, at: int) -> int:
    """Return the end of the field of an office that begins at `at`: capitalised common words ("Arms Control and …")."""
    start = at
    while at < len(words) and at - start < LONGEST:
        word, lower = words.texts[at], words.lowers[at]
        joins = lower in ("and", "&") and at > start and at + 1 < len(words) and words.texts[at + 1][0].isupper()
        if joins and _is_field(words, at + 1):
            at += 2
        elif word[0].isupper() and _is_field(words, at):
            at += 1
        else:
            break
    return at


def _is_field(words: Words, at: int) -> bool:
    word, lower = words.texts[at], words.lowers[at]
    if at in words.begins or at in words.known or lower in OFFICE_HEADS:
        return lower in ("state", "justice", "defense", "defence")
    if word in GIVEN_NAMES and at + 1 < len(words) and words.capital[at + 1]:
        return False
    return lower in ENGLISH or (lower in OFFICE_MODIFIERS and word not in NOT_NAMES)
