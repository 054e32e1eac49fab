"""What the world knows the day of: happenings that an article mentions, and who held an office when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import pairwise

from archive.extraction.lexicon import table
from archive.extraction.record import Evidence, Span
from archive.extraction.sentences import Text

COMING = re.compile(
    r"\b(?:will|shall|scheduled|expected|due|planned|plans?|going to|to be held|target|goal|objective)\b"
)
PAST_HOLDER = re.compile(
    r"(?:\bformer|\bex-|\bthen-|\bthen|\blate|\bpast|\bfuture|\bincoming)\W{0,2}(?:[\w.]+\s){0,3}$", re.I
)
LONGEST_EVIDENCE = 160  # characters of a sentence that are shown
STEM = 3  # letters by which the beginnings of words are looked up
REACH = 120  # characters from an office to the name of its holder, other names between them included


@dataclass(frozen=True)
class Happening:
    """Something whose day is known. A sentence tells of it that has a token of each of `groups`.

    `awaited` tells that it was announced before: a sentence with "will" does not tell that it happened.
    In a group, ``bomb*`` is every word that begins so, ``paris_attacks`` the two words side by side.
    """

    day: date
    what: str
    groups: tuple[frozenset[str], ...]
    awaited: bool = False

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """Parts of words of which a sentence that tells of it has one: those of the group with fewest."""
        return tuple(word.rstrip("*").partition("_")[0] for word in min(self.groups, key=len))

    def is_told_by(self, words: set[str]) -> bool:
        """Tell whether each group has one of `words`, as `_words` returns them."""
        return not any(group.isdisjoint(words) for group in self.groups)


@dataclass(frozen=True)
class Mention:
    """A sentence, as offsets, that tells of a happening."""

    happening: Happening
    start: int
    end: int
    words: str

    @property
    def evidence(self) -> Evidence:
        """The sentence, and the day that the world knows of it."""
        says = f"{self.happening.what}: {self.happening.day}."
        words = (
            self.words if len(self.words) <= LONGEST_EVIDENCE else self.words[: LONGEST_EVIDENCE - 1] + "…"
        )
        return Evidence("known event", words, says)


@dataclass(frozen=True)
class Term:
    """From when until when someone held an office; `until` is None while it lasts."""

    since: date
    until: date | None
    name: str
    offices: tuple[str, ...]  # in lower case
    called_as: str

    @cached_property
    def _called(self) -> re.Pattern[str]:
        """The name with the office before it; built for the few that a text names, as that takes long."""
        return re.compile(
            rf"(?<![\w-])(?i:{'|'.join(map(re.escape, self.offices))})(?!-)\s"
            rf"(?:[A-Z][\w.'’-]*\s){{0,2}}{re.escape(self.name)}\b"
        )

    def is_given_in(self, text: str) -> bool:
        """Tell whether `text` calls the holder by the office somewhere, and not as its former holder.

        Only what stands before the name is read: much less than looking for the office everywhere.
        """
        at = text.find(self.name)
        while at >= 0:
            first, end = max(0, at - REACH), at + len(self.name)
            before = text[first:at].lower()
            if any(map(before.__contains__, self.offices)) and self._is_called(text, first, end):
                return True
            at = text.find(self.name, end)
        return False

    def _is_called(self, text: str, first: int, end: int) -> bool:
        """Tell whether the office and the name stand within [first, end), and no "former" before them."""
        called = self._called.finditer(text, first, end + 1)  # one more, to see where the name ends
        return not all(PAST_HOLDER.search(text[max(0, m.start() - 40) : m.start()]) for m in called)


def find_mentions(text: Text, sentences: Sequence[Span]) -> tuple[Mention, ...]:
    """Return the known happenings that each of `sentences` tells of, in order."""
    told = _near(_words(text.lowers))  # on most pages none, so that no sentence need be read
    if not told:
        return ()
    found = []
    for start, end in sentences:
        sentence = text.body[start:end]
        lowered = sentence.lower()
        likely = [happening for happening in told if any(map(lowered.__contains__, happening.hints))]
        if likely:
            words = _words(text.lowers[text.token_index(start) : text.token_index(end)])
            coming = COMING.search(lowered) is not None
            told_here = [h for h in likely if h.is_told_by(words) and not (h.awaited and coming)]
            found += [Mention(happening, start, end, sentence) for happening in told_here]
    return tuple(found)


def holders_in(text: Text) -> list[tuple[Term, ...]]:
    """Return the terms of each family name in the table that `text` holds, by the name."""
    words = set(text.texts)
    words.update([part for word in words if "-" in word for part in word.split("-")])
    return [_terms()[name] for name in sorted(_terms().keys() & words)]


def find_terms(body: str, holders: Sequence[Sequence[Term]]) -> tuple[tuple[Term, ...], ...]:
    """Return for each of `holders` called by the office in `body` the terms in which that was right."""
    found: dict[str, list[Term]] = {}
    for terms in holders:
        for term in terms:
            if term.is_given_in(body):
                found.setdefault(term.called_as, []).append(term)
    return tuple(tuple(terms) for terms in found.values())


def _words(lowers: list[str]) -> set[str]:
    """Return the tokens `lowers`, and of their pairs of neighbours and beginnings those of the table."""
    found, firsts, beginnings = set(lowers), _firsts_of_pairs(), _beginnings()
    pairs = [f"{one}_{other}" for one, other in pairwise(lowers) if one in firsts]
    told = [
        beginning
        for word in found
        if word[:STEM] in beginnings
        for beginning in beginnings[word[:STEM]]
        if word.startswith(beginning[:-1])
    ]
    return found.union(pairs, told)


def _near(words: set[str]) -> list[Happening]:
    """Return the happenings whose words are all among those of a page."""
    numbers = {number for word in words & _index().keys() for number in _index()[word]}
    return [_happenings()[number] for number in sorted(numbers) if _happenings()[number].is_told_by(words)]


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(date.fromisoformat(day), what, tuple(map(_group, told.split(" "))), awaited == ["awaited"])
        for day, what, told, *awaited in table("world_events.tsv")
    )


def _group(written: str) -> frozenset[str]:
    return frozenset(word.lower() for word in written.split("|"))


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """The entries like ``bomb*`` by their first letters."""
    found: dict[str, set[str]] = {}
    for happening in _happenings():
        for word in frozenset().union(*happening.groups):
            if word.endswith("*"):
                found.setdefault(word[:STEM], set()).add(word)
    return {stem: tuple(sorted(words)) for stem, words in found.items()}


@cache
def _firsts_of_pairs() -> frozenset[str]:
    """The first words of the entries like ``paris_attacks``."""
    words = frozenset().union(*(group for happening in _happenings() for group in happening.groups))
    return frozenset(word.partition("_")[0] for word in words if "_" in word)


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """The happenings by the words of their most telling group: the one with fewest."""
    found: dict[str, list[int]] = {}
    for number, happening in enumerate(_happenings()):
        for word in min(happening.groups, key=len):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """Every term of office by the last part of the holder's name ("Ghali" of Boutros-Ghali)."""
    found: dict[str, list[Term]] = {}
    for since, until, written, name in table("terms_of_office.tsv"):
        offices = written.split("|")
        last = date.fromisoformat(until) if until else None
        lowered = tuple(office.lower() for office in offices)
        term = Term(date.fromisoformat(since), last, name, lowered, f"{offices[0]} {name}")
        found.setdefault(name.replace("-", " ").split()[-1], []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}
