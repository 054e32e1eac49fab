"""What the world knows the day of: happenings that an article mentions, and who held an office when."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from archive.extraction.lexicon import table
from archive.extraction.record import Evidence

WORD = re.compile(r"[^\W_]+(?:[-./%][^\W_]+)*%?")
PAST_HOLDER = re.compile(r"(?:\bformer|\bex-|\bthen-|\bthen|\blate|\bpast|\bfuture|\bincoming)\W{0,2}(?:[\w.]+\s){0,3}$", re.I)
LONGEST_EVIDENCE = 160  # characters of a sentence that are shown
STEM = 3  # letters by which a group's words are looked up


@dataclass(frozen=True)
class Happening:
    """Something whose day is known. A sentence tells of it that has a word of each of `groups`."""

    day: date
    what: str
    groups: tuple[tuple[str, ...], ...]


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
        return Evidence("known event", textwrap.shorten(self.words, LONGEST_EVIDENCE, placeholder=" …"), says)


@dataclass(frozen=True)
class Term:
    """From when until when someone held an office; `until` is None while it lasts."""

    since: date
    until: date | None
    called: re.Pattern[str]
    called_as: str


def find_mentions(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    """Return the known happenings that each sentence tells of, in order."""
    return tuple(
        Mention(happening, start, end, text[start:end])
        for start, end in sentences
        for happening in _told_by(text[start:end])
    )


def find_terms(text: str) -> tuple[tuple[Term, ...], ...]:
    """Return for each office-holder called by the office in `text` the terms in which that was right."""
    present = {word for word in re.findall(r"[^\W_]+", text) if word[0].isupper()}
    found: dict[str, list[Term]] = {}
    for name in sorted(present & _terms().keys()):
        for term in _terms()[name]:
            if any(not PAST_HOLDER.search(text[max(0, m.start() - 40) : m.start()]) for m in term.called.finditer(text)):
                found.setdefault(term.called_as, []).append(term)
    return tuple(tuple(terms) for terms in found.values())


def _told_by(sentence: str) -> Iterator[Happening]:
    in_order = WORD.findall(sentence.lower())
    words = {*in_order, *map("_".join, pairwise(in_order))}
    stems = {word[:STEM] for word in words}
    near = {number for stem in stems & _index().keys() for number in _index()[stem]}
    for number in sorted(near):
        if all(_has(words, group) for group in _happenings()[number].groups):
            yield _happenings()[number]


def _has(words: set[str], group: tuple[str, ...]) -> bool:
    for wanted in group:
        if wanted.endswith("*"):
            if any(word.startswith(wanted[:-1]) for word in words):
                return True
        elif wanted in words:
            return True
    return False


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(date.fromisoformat(day), what, tuple(_group(group) for group in told.split(" ")))
        for day, what, told in table("world_events.tsv")
    )


def _group(written: str) -> tuple[str, ...]:
    return tuple(word.rstrip(".").lower() for word in written.split("|"))


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """The happenings by the first letters of the words of their most telling group: the one with fewest."""
    found: dict[str, list[int]] = {}
    for number, happening in enumerate(_happenings()):
        for word in min(happening.groups, key=lambda group: (len(group), -len(group[0]))):
            found.setdefault(word.rstrip("*")[:STEM], []).append(number)
    return {stem: tuple(numbers) for stem, numbers in found.items()}


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """Every term of office by the last word of the holder's name."""
    found: dict[str, list[Term]] = {}
    for since, until, offices, name in table("terms_of_office.tsv"):
        called = re.compile(
            rf"(?<![\w-])(?i:{'|'.join(map(re.escape, offices.split('|')))})(?!-)\s(?:(?!and\b|of\b)[A-Z][\w.'’-]*\s){{0,2}}{re.escape(name)}\b"
        )
        last = date.fromisoformat(until) if until else None
        term = Term(date.fromisoformat(since), last, called, f"{offices.split('|')[0]} {name}")
        found.setdefault(name.split()[-1], []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}
