"""Offices that several people share: "Presidents Ada Berg of Norway and Luc Moreau of France"."""

from collections.abc import Iterator
from dataclasses import replace

from archive.extraction.names.office import Office
from archive.extraction.names.vocabulary import (
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    PARTICLES,
    PLURAL_OFFICES,
    POSSESSIVES,
)
from archive.extraction.names.words import Words

LONGEST_NAME = 6  # tokens


def shared_offices(words: Words) -> dict[int, Office]:
    """Return the office of each name of a list, by the name's first token: "Presidents Ada Berg of Norway and
    Luc Moreau of France", "foreign ministers Berg and Moreau".
    """
    found: dict[int, Office] = {}
    for first in [at for at in words.cased if at and words.lowers[at - 1] in PLURAL_OFFICES]:
        named = list(_list_of_names(words, first))
        if len(named) > 1:
            office = _office(words, first - 1, PLURAL_OFFICES[words.lowers[first - 1]])
            for at, country in named:
                found[at] = replace(office, country=country or office.country)
    return found


def _list_of_names(words: Words, at: int) -> Iterator[tuple[int, str | None]]:
    """Yield the first token of each name of the list that begins at token `at`, and its country."""
    while at < len(words) and words.capital[at] and at not in words.known:
        first = at
        while at < len(words) and at - first < LONGEST_NAME and _is_piece(words, at):
            at += 1
        country = None
        if at + 1 < len(words) and words.lowers[at] == "of":
            place = words.known.get(at + 1 + (words.lowers[at + 1] == "the"))
            if place:
                country, at = place.entry.country, place.last
        yield first, country
        if at >= len(words) or words.lowers[at] not in (",", "and", "&"):
            return
        at += 1 + (words.lowers[at : at + 2] == [",", "and"])


def _is_piece(words: Words, at: int) -> bool:
    return (words.capital[at] and at not in words.known) or words.texts[at] in PARTICLES


def _office(words: Words, at: int, singular: str) -> Office:
    """Return the office that a plural at token `at` is of: the words before it are its field."""
    first = at
    while first and words.lowers[first - 1] in OFFICE_MODIFIERS:
        first -= 1
    title = " ".join((*words.lowers[first:at], singular))
    head = next(head for head in OFFICE_HEADS[singular] if head.words == (singular,))
    owner = words.known_before.get(first - (first > 0 and words.lowers[first - 1] in POSSESSIVES))
    country = owner.entry.country if owner else None
    return Office(first, at + 1, at, title.title(), head.holder, True, country=country)
