"""How likely a run of capitalised words is a person's name: what its words are, and what stands around it.

What has been measured on labelled news is the bound (`ACCEPTED`); the weights are small numbers by judgement.
"""

from archive.extraction import lexicon
from archive.extraction.names.vocabulary import (
    ARTICLES,
    CONTEXT,
    DETERMINERS,
    ENGLISH,
    FAMILY_ENDINGS,
    FAMILY_NAMES_FIRST,
    ORGANIZATION_WORDS,
    OUSTING,
    PARTICLES,
    PLACE_PREPOSITIONS,
    POSSESSED,
    POSSESSIVES,
    SAYING,
    SUFFIXES,
    is_eastern,
    is_given,
)
from archive.extraction.names.words import Words

ACCEPTED = 1.5  # what weighs as much is a name
# What begins the names of papers and towns rather than people's, and how much it weighs against a name.
THINGS = dict.fromkeys(("El", "La", "Las", "Le", "Les", "Los"), 1.5)
THINGS |= dict.fromkeys(("San", "Santa", "Santo", "São", "Sao", "St.", "Saint"), 2.5)
CLOSING_MARKS = ("”", "’", '"', "»")
WITHIN_NAMES = frozenset(("of", "and", "or"))
PLACES, SITES = CONTEXT["places"], CONTEXT["site"]
THINGS_NAMED = frozenset(lexicon.entries("named_things.txt"))
NO_ONE = -9.0  # the weight of an initial alone, and of what names a thing or a place: King Charles Street
LONGEST_LIST = 16  # tokens of a list of places before a name of it
FARTHEST_OFFICE = 4  # tokens before a comma within which an office ends
TITLED = 3.0  # the weight of an office or an honorific before it


class Scales:
    """Weighs the runs of one body. `offices` are first tokens of offices, `office_ends` the tokens after
    them; `blocked` tokens name no one.
    """

    def __init__(self, words: Words, offices: set[int], office_ends: set[int], blocked: set[int]) -> None:
        self.words = words
        self.offices = offices
        self.office_ends = office_ends
        self.blocked = blocked

    def weigh(self, first: int, last: int, pieces: list[str], titled: bool) -> float:
        """Return the weight of tokens first..last (exclusive) as a name."""
        thing = last < len(self.words) and self.words.texts[last] in THINGS_NAMED
        initial = len(pieces) == 1 and len(pieces[0].rstrip(".")) == 1
        if thing or initial or self._is_place(first, pieces) or self._is_site(first, pieces):
            return NO_ONE
        inner = _weigh_pieces(pieces)
        if titled:
            return inner + TITLED
        if len(pieces) == 2:
            inner -= THINGS.get(pieces[0], 0.0)  # "La Estrella" is a newspaper or a town
        if is_given(pieces[0]) and len(pieces) > 1 and first not in self.words.begins:
            inner += 0.5  # a common word that is a given name as well: within a sentence its capital tells
        return inner + self._weigh_before(first, last) + self._weigh_after(last)

    def _is_site(self, first: int, pieces: list[str]) -> bool:
        """Tell whether a name is a building's or a street's: "the Theater Des Halles", "Hôtel Martin"."""
        behind = first > 0 and self.words.capital[first - 1] and self.words.lowers[first - 1] in SITES
        return behind or (len(pieces) > 1 and pieces[0].lower() in SITES)

    def _is_place(self, first: int, pieces: list[str]) -> bool:
        """Tell whether a name ends a list of places: "the ports of Aden, Hodeidah and Ras Issa"."""
        words, at = self.words, first - 1
        if not first or words.lowers[at] not in WITHIN_NAMES or is_given(pieces[0]):
            return False
        while at > max(1, first - LONGEST_LIST) and at not in words.begins:
            if words.lowers[at] == "of":
                return words.lowers[at - 1] in PLACES
            if words.lowers[at] not in WITHIN_NAMES and words.texts[at] != "," and not words.capital[at]:
                return False
            at -= 1
        return False

    def _weigh_before(self, first: int, last: int) -> float:
        if not first or first in self.words.begins:
            return 0.0
        before = self.words.lowers[first - 1]
        if before in CLOSING_MARKS:
            return 0.5  # who is named right after a quotation has most often said it
        if before in ARTICLES:
            return -3.0
        if before in PLACE_PREPOSITIONS or (before == "as" and self.words.lowers[first - 2] == "known"):
            return -1.5
        if before == "," and last < len(self.words) and self._ends_office(first - 1):
            # his counterpart, Rein Smith, said; his daughter, Ann, said
            if self.words.texts[last] not in (",", "."):
                return 0.0
            return (
                2.75 if last == first + 1 and is_given(self.words.texts[first]) else 2.25 * (last > first + 1)
            )
        if before == "and" and first > 1 and self.words.capital[first - 2] and first - 2 not in self.blocked:
            return 0.5
        if before in OUSTING:
            return 1.25
        return 1.0 if before in SAYING else 0.0

    def _ends_office(self, comma: int) -> bool:
        """Tell whether an office stands before a comma, or a little before: "the head of the fund, …"."""
        for at in range(comma, max(0, comma - FARTHEST_OFFICE), -1):
            if at in self.office_ends:
                return True
            if not self.words.lowers[at - 1].isalpha() or self.words.capital[at - 1]:
                return False
        return False

    def _weigh_after(self, last: int) -> float:
        words = self.words
        if last >= len(words):
            return 0.0
        after = words.lowers[last]
        if after in SAYING:
            return 1.0
        if after == "." and words.touching(last) and last + 1 < len(words) and words.touching(last + 1):
            return -2.0  # an address of the web
        if last + 1 < len(words) and after == "," and self._is_apposition(last + 1):
            return 1.0
        if last + 1 < len(words) and after in POSSESSIVES and words.lowers[last + 1] in POSSESSED:
            return 1.25
        return -2.0 if after in ORGANIZATION_WORDS else 0.0

    def _is_apposition(self, at: int) -> bool:
        """Tell whether what follows a comma explains a person: an office, an age, "who"."""
        words = self.words
        if words.lowers[at] == "who" or (words.texts[at].isdigit() and len(words.texts[at]) == 2):
            return True
        for step in range(at, min(at + 4, len(words))):
            if step in self.offices:
                return True
            lower = words.lowers[step]
            if not (lower in DETERMINERS or lower in POSSESSIVES or words.capital[step]):
                return False
        return False


def _weigh_pieces(pieces: list[str]) -> float:
    head, common = pieces[0], pieces[0].lower() in ENGLISH
    if len(pieces) == 1:
        known_ending = 0.75 if head.lower().endswith(FAMILY_ENDINGS) else 0.25
        return -1.0 if common or is_given(head) else known_ending
    weight = 0.0
    if is_given(head):
        weight += 1.5 if common else 2.0
    elif head in FAMILY_NAMES_FIRST and len(pieces) <= 3:
        weight += 1.5 if not common or is_eastern(pieces) else 0.5
    else:
        weight += -1.0 if common else 0.5
    for piece in pieces[1:]:
        weight += _weigh_piece(piece)
    return weight


def _weigh_piece(piece: str) -> float:
    if len(piece.rstrip(".")) == 1 or piece in SUFFIXES or piece in PARTICLES:
        return 0.75
    lower = piece.lower()
    if lower in ENGLISH:
        return -0.5
    return 1.0 if lower.endswith(FAMILY_ENDINGS) or is_given(piece) else 0.5
