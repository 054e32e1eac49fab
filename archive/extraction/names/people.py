"""People of a body: name spans brought together under the fullest name, with gender and every mention."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from archive.extraction.names.office import Office
from archive.extraction.names.spans import NameSpan
from archive.extraction.names.vocabulary import (
    AUXILIARIES,
    ENGLISH,
    FAMILY_NAMES_FIRST,
    PARTICLES,
    POSSESSIVES,
    SAYING,
    SUFFIXES,
    gender_of,
    is_given,
)
from archive.extraction.names.weights import ACCEPTED
from archive.extraction.names.words import Words

NEAR = 80  # tokens within which a bare family name means who was named so before
REACH = 50  # mentions of a person that are looked at
MOST_OFFICES = 100  # of a person; no article says oftener who someone is
ENDINGS = re.compile(r"(?:ei|ey|iy|yy|ii|ij|y)$")
ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|ad|at|az)-", re.I)
GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
SHORTEST_ALIKE = 6  # letters of family names that a text may spell in two ways
VOWELS = frozenset("aeiou")
ADVERBS = frozenset(("also", "further", "then", "later", "again", "earlier", "now", "still", "however"))
LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})


@dataclass(slots=True, eq=False)
class Person:
    """A person while the body is read: `pieces` is the fullest name so far, `spans` are the mentions.

    `offices` are in the order in which the text gives them, up to MOST_OFFICES; `introduced` tells that the
    first was told before the name, and may be named otherwise later. `shared` is the office of whose
    counterpart they are.
    """

    pieces: tuple[str, ...]
    gender: str = ""
    spans: list[NameSpan] = field(default_factory=list)
    offices: dict[Office, None] = field(default_factory=dict)
    introduced: bool = False
    shared: Office | None = None

    def give(self, office: Office) -> None:
        """Note that the person holds an office."""
        if len(self.offices) < MOST_OFFICES:
            self.offices[office] = None

    @property
    def name(self) -> str:
        """The fullest name."""
        return " ".join(self.pieces)

    @property
    def family(self) -> tuple[str, ...]:
        """The words that may be the family name, folded, the likelier first."""
        return family_words(self.pieces)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word of a name for comparison: Gürsoy and Gursoy agree, Belsky and Belskiy."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(LETTERS))
    return ENDINGS.sub("i", "".join(letter for letter in plain if letter.isalpha()))


def family_words(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folded family name: the last word, the first of an East Asian name, or both in doubt."""
    core = [piece for piece in pieces if piece not in SUFFIXES]
    last = fold(core[-1]) if core else fold(pieces[-1])
    if len(core) > 1 and core[0] in FAMILY_NAMES_FIRST and len(core) <= 3:
        first = fold(core[0])
        return (last, first) if is_given(core[0]) or is_given(core[-1]) else (first, last)
    article = ARTICLE.match(core[-1]) if core and "-" in core[-1] else None
    if article:
        return last, fold(core[-1][article.end() :])
    first, hyphen, second = core[-1].rpartition("-") if len(core) > 1 else ("", "", "")
    return (last, fold(second)) if hyphen and first.istitle() and second.istitle() else (last,)


class PeopleMerger:
    """Brings the name spans of one body together, one `Person` each."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.people: list[Person] = []
        self.by_family: dict[str, list[Person]] = defaultdict(list)
        self.by_given: dict[str, list[Person]] = defaultdict(list)
        self.by_consonants: dict[str, list[Person]] = defaultdict(list)

    def merge(self, spans: list[NameSpan]) -> list[Person]:
        """Return the people whom `spans` name, in the order of their first mention."""
        for span in spans:
            if len(span.pieces) > 1 and span.weight >= ACCEPTED:
                self._add_full(span)
        self._index()
        # "Mr. Smith" first: it tells a man from his wife, to whom "President Smith" would go otherwise.
        for span in sorted(spans, key=lambda span: not span.gender):
            if len(span.pieces) == 1:
                self._add_single(span)
            elif span.weight < ACCEPTED:
                self._add_doubtful(span)
        for person in self.people:
            person.spans.sort(key=lambda span: span.first)
        return sorted(self.people, key=lambda person: person.spans[0].first)

    def _add_full(self, span: NameSpan) -> None:
        for family in family_words(span.pieces):
            for person in self.by_family[family]:
                if are_one(person.pieces, span.pieces) and not _differ(person.gender, span.gender):
                    self._mention(person, span)
                    return
        turned = self._turned(span)
        if turned:
            self._mention(turned, span)
            return
        person = Person(span.pieces, _gender(span.pieces))
        self.people.append(person)
        for family in person.family:
            self.by_family[family].append(person)
        self._mention(person, span)

    def _turned(self, span: NameSpan) -> Person | None:
        """Return who is named with the family name first here and last there, as Hungarians are; the given
        name goes first from now on.
        """
        for person in self.by_family[fold(span.pieces[0])] if len(span.pieces) == 2 else ():
            if [fold(piece) for piece in person.pieces] == [fold(piece) for piece in span.pieces[::-1]]:
                if is_given(span.pieces[0]) and not is_given(person.pieces[0]):
                    person.pieces = span.pieces
                    self.by_family[person.family[0]].append(person)
                return person
        return None

    def _mention(self, person: Person, span: NameSpan) -> None:
        person.spans.append(span)
        spelt = "." in person.pieces[0] and "." not in span.pieces[0]
        longer = len(span.pieces) - len(person.pieces)
        other = longer > 1 and len(person.pieces) > 1 and bool(person.offices) and not span.titled
        if (longer > 0 and not other) or (spelt and len(span.pieces) == len(person.pieces) > 1):
            person.pieces = span.pieces
        person.gender = span.gender or person.gender
        if span.office:
            person.give(span.office)
            person.gender = person.gender or span.office.gender

    def _index(self) -> None:
        """Note who is named in full by their given names, and by the consonants of their family names."""
        for person in self.people:
            self.by_consonants[_consonants(person.family[0])].append(person)
            for piece in person.pieces[:-1]:
                if piece not in PARTICLES and len(piece.rstrip(".")) > 1:
                    self.by_given[fold(piece)].append(person)

    def _add_single(self, span: NameSpan) -> None:
        """Add a mention by one word: of someone named in full elsewhere, or of someone named only so."""
        word = fold(span.pieces[0])
        candidates = [p for p in self.by_family.get(word, ()) if not _contradict(p, span)]
        if not candidates:
            candidates = self.by_given.get(word, [])
            candidates = candidates if len(candidates) == 1 else self._spelt_alike(word, span)
        if candidates:
            if span.titled or self._is_name_here(span):
                self._mention(self._nearest(candidates, span), span)
        elif span.weight >= ACCEPTED and (span.titled or span.pieces[0].lower() not in ENGLISH):
            person = Person(span.pieces)
            self.people.append(person)
            self.by_family[word].append(person)
            self._mention(person, span)

    def _spelt_alike(self, word: str, span: NameSpan) -> list[Person]:
        """Return the only person whose family name is `word` but for one vowel: Shukri is Shoukri here."""
        if len(word) < SHORTEST_ALIKE or is_given(span.pieces[0]):
            return []
        alike = [
            person
            for person in self.by_consonants.get(_consonants(word), ())
            if any(_differ_by_vowel(family, word) for family in person.family)
            and not _contradict(person, span)
        ]
        return alike if len(alike) == 1 else []

    def _add_doubtful(self, span: NameSpan) -> None:
        """Add a run that is no clear name if its last word is the family name of someone in the text."""
        for person in self.by_family.get(fold(span.pieces[-1]), ()):
            if are_one(person.pieces, span.pieces):
                self._mention(person, span)
                return

    def _is_name_here(self, span: NameSpan) -> bool:
        """Tell whether a common word with a capital is a name: at a sentence's head only before a verb."""
        if span.first not in self.words.begins or span.pieces[0].lower() not in ENGLISH:
            return True
        at, lowers = span.last, self.words.lowers
        while at < len(lowers) and (lowers[at] in ADVERBS or lowers[at].endswith("ly")):
            at += 1
        after = lowers[at] if at < len(lowers) else ""
        return after in SAYING or after in AUXILIARIES or after in POSSESSIVES or after == ":"

    def _by_pronoun(self, candidates: list[Person], span: NameSpan) -> list[Person]:
        """Return those whom the pronoun in "Smith said she" may mean."""
        if len(candidates) < 2 or span.last >= len(self.words) or self.words.lowers[span.last] not in SAYING:
            return candidates
        told = {GENDERS.get(word) for word in self.words.lowers[span.last + 1 : span.last + 3]} - {None}
        return [person for person in candidates if not person.gender or {person.gender} == told] or candidates

    def _by_office(self, candidates: list[Person], office: Office | None) -> list[Person]:
        """Return those who hold the office before the name, if any does."""
        if office is None:
            return candidates
        return [
            p for p in candidates if any(office.telling == held.telling for held in p.offices)
        ] or candidates

    def _nearest(self, candidates: list[Person], span: NameSpan) -> Person:
        """Return who of several of one name is meant: who was named just before, or most often before."""
        candidates = self._by_office(self._by_pronoun(candidates, span), span.office)
        if span.titled:
            candidates = [person for person in candidates if len(person.pieces) == 1] or candidates
        last = max(candidates, key=lambda person: _last_before(person, span.first))
        if span.first - _last_before(last, span.first) < NEAR and not span.titled:
            return last
        return max(candidates, key=lambda person: (_times_before(person, span.first), len(person.spans)))


def _last_before(person: Person, token: int) -> int:
    """Return where the person is named last before `token`, or a number far below it."""
    return max((span.first for span in person.spans[-REACH:] if span.first < token), default=-1_000_000)


def _times_before(person: Person, token: int) -> int:
    """Return how often the person is named before `token`, of the last mentions found."""
    return sum(span.first < token for span in person.spans[-REACH:])


def _gender(pieces: tuple[str, ...]) -> str:
    """Return the gender that a given name tells ("m", "f"), or nothing."""
    if len(pieces) < 2 or pieces[0] in FAMILY_NAMES_FIRST:
        return ""
    return gender_of(pieces[0])


def _contradict(person: Person, span: NameSpan) -> bool:
    """Tell whether a title speaks against a person: "President Smith" is not Secretary Ann Smith."""
    if _differ(person.gender, span.gender):
        return True
    leads = span.office is not None and span.office.holder == "leader" and span.office.is_title
    held = [office.holder for office in person.offices if office.holder not in ("kin", "officer")]
    return leads and bool(held) and "leader" not in held


def _differ_by_vowel(one: str, other: str) -> bool:
    """Tell whether two words of the same consonants are alike but for one vowel."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < SHORTEST_ALIKE:
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    within = 0 < at < len(long) - 1  # Ivanov is not Ivanova
    return within and short[at + (len(long) == len(short)) :] == long[at + 1 :]


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names may be one person's: family names agree, given names do not contradict.

    >>> are_one(("Ann", "Lee"), ("Ann", "J.", "Lee")), are_one(("Ann", "Lee"), ("Bob", "Lee"))
    (True, False)
    """
    first, second = (
        [fold(piece) for piece in one if piece not in SUFFIXES],
        [fold(piece) for piece in other if piece not in SUFFIXES],
    )
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long):
        return True
    if short[-1] != long[-1]:
        return False
    a, b = short[0], long[0]
    if ("." in one[0]) != ("." in other[0]):
        return a[0] == b[0]  # S.V. Smith, Sven Smith
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or (len(short) > 2 and short[:1] == long[:1])
