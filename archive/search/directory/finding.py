"""Finding by the beginnings of words, and the order of an index."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, get_args

from archive.models.folding import fold

Kind = Literal["person", "organization", "event", "topic"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Place = Literal["first", "last"]  # of the word that a name is filed by

MOST_WORDS = 8  # of what is asked for; names hardly have more
SURE_LETTERS = 4  # of the beginning of a word, which all spellings of a name share
MARKS_INSIDE = re.compile("['’‘ʼ`]")
WORD = re.compile(r"[^\W_]+")
NO_LETTER = "#"
BEYOND = "\U0010ffff"  # sorts after every word that goes on


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the directory, and whose it is.

    `note` tells namesakes apart: the office that most articles give to a person, an organization's country.
    `date` is when an event was, as far as known (``2015-10``). `said` counts statements, `told` the articles
    that speak of it; `others` are further names.
    """

    kind: Kind
    slug: str
    name: str
    others: tuple[str, ...] = ()
    note: str = ""
    date: str = ""
    said: int = 0
    told: int = 0

    def other_name(self, beginnings: Collection[str]) -> str:
        """Return the further name that has the words which begin so, blank where the name has them itself."""
        if _has(self.name, beginnings):
            return ""
        return next((name for name in self.others if _has(name, beginnings)), "")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: no capitals, accents, apostrophes, hyphens."""
    return tuple(WORD.findall(MARKS_INSIDE.sub("", fold(text)).casefold()))


def _has(name: str, beginnings: Collection[str]) -> bool:
    words = words_of(name)
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)


def letter_of(key: tuple[str, ...]) -> str:
    """Return the letter that a name with these words is filed under: `NO_LETTER` for digits and signs."""
    first = key[0][0].upper() if key else ""
    return first if first.isalpha() else NO_LETTER


class Directory:
    """All entries, those of which most articles speak first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: (-entry.told, -entry.said, entry.name)))
        holders: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for word in {word for name in (entry.name, *entry.others) for word in words_of(name)}:
                holders[word].append(number)
        self._holders = dict(holders)
        self._words = sorted(holders)
        self._files: dict[tuple[Kind, Place], list[tuple[str, Entry]]] = {}

    def find(self, text: str, kinds: Collection[Kind] = KINDS, most: int | None = None) -> list[Entry]:
        """Return the entries of `kinds` with a word that begins so for each word of `text`; `most` at most.

        Where there are none, those that begin so but for the last letter or two: Sergei is Sergey as well,
        Zelenskiy Zelensky. Where `text` has no word, none.
        """
        asked = words_of(text)[:MOST_WORDS]
        for dropped in range(3):
            beginnings = (word[: max(len(word) - dropped, SURE_LETTERS)] for word in asked)
            found = self._first_of_all(map(self._holding, beginnings), kinds, most)
            if found:
                return found
        return []

    def named(self, text: str, kinds: Collection[Kind] = KINDS, most: int | None = None) -> list[Entry]:
        """Return the entries of `kinds` that have each word of `text`, a whole one; `most` at most."""
        asked = words_of(text)[:MOST_WORDS]
        return self._first_of_all((self._holders.get(word, ()) for word in asked), kinds, most)

    def _first_of_all(
        self, holders: Iterable[Iterable[int]], kinds: Collection[Kind], most: int | None
    ) -> list[Entry]:
        """Return the first entries that are among each of `holders`; where there are none of these, none."""
        numbers = [set(numbers) for numbers in holders]
        found = (self.entries[number] for number in sorted(set.intersection(*numbers) if numbers else ()))
        return list(islice((entry for entry in found if entry.kind in kinds), most))

    def _holding(self, beginning: str) -> set[int]:
        """Return the numbers of the entries with a word that begins so."""
        start, end = (bisect_left(self._words, edge) for edge in (beginning, beginning + BEYOND))
        return {number for word in self._words[start:end] for number in self._holders[word]}

    def of_kind(self, kind: Kind, most: int) -> list[Entry]:
        """Return the `most` entries of a kind of which most articles speak."""
        return list(islice((entry for entry in self.entries if entry.kind == kind), most))

    def get(self, kind: Kind, slug: str) -> Entry | None:
        """Return the entry of a slug."""
        return self._by_slug.get((kind, slug))

    @cached_property
    def _by_slug(self) -> dict[tuple[Kind, str], Entry]:
        return {(entry.kind, entry.slug): entry for entry in self.entries}

    def filed(self, kind: Kind, by: Place) -> list[tuple[str, Entry]]:
        """Return all of a kind with the letter that each is filed under, from A to Z."""
        if (kind, by) not in self._files:
            self._files[kind, by] = self._file(kind, by)
        return self._files[kind, by]

    def _file(self, kind: Kind, by: Place) -> list[tuple[str, Entry]]:
        keyed = []
        for entry in self.entries:
            if entry.kind == kind:
                words = words_of(entry.name)
                keyed.append(((*words[-1:], *words) if by == "last" else words, entry))
        keyed.sort(key=lambda pair: pair[0])
        return [(letter_of(key), entry) for key, entry in keyed]
