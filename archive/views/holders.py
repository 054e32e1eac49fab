"""Who held an office, found by the words for it: ``foreign minister turkey``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archive.models import Office
from archive.search.countries import country_name
from archive.search.directory import words_of
from archive.search.keeping import Kept
from archive.search.wordings import other_wordings

MOST = 60
ENDING = 3  # letters by which the word for a country and that for its people differ: Turkey, Turkish
SHORTEST = 4  # letters that they have in common
NOT_ASKED = frozenset(("of", "the", "for", "and"))


def holders_of(text: str) -> list[Office]:
    """Return the offices with words that begin as those of `text`, and the dates of the articles that say so.

    Those with no other words come first, of one office who held it last.
    """
    found = _meant(_asked(text))
    nearest = sorted(found, key=found.__getitem__)[:MOST]
    offices = Office.objects.filter(pk__in=nearest).select_related("person").with_dates()
    return sorted(offices, key=lambda office: (found[office.pk], office.country))


def are_an_office(text: str) -> bool:
    """Whether each word of `text` is one of offices or of their countries, and it has a word of a title."""
    asked, known = _asked(text), known_offices.get()
    return not known.titles.isdisjoint(asked) and known.words.issuperset(asked) and bool(_meant(asked))


class Row(NamedTuple):
    """An office: its key, the words of its title and organization, those for its country, how many."""

    pk: int
    words: tuple[str, ...]
    places: tuple[str, ...]
    length: int


@dataclass(frozen=True)
class Known:
    """All offices, the words of their titles, and all their words."""

    rows: tuple[Row, ...]
    titles: frozenset[str]
    words: frozenset[str]


def _read() -> Known:
    offices = list(Office.objects.values_list("pk", "title", "organization", "country"))
    rows = tuple(_row(*office) for office in offices)
    titles = frozenset(word for _, title, _, _ in offices for word in words_of(title))
    return Known(rows, titles, frozenset(word for row in rows for word in (*row.words, *row.places)))


def _row(pk: int, title: str, organization: str, country: str) -> Row:
    length = sum(len(words_of(part)) for part in (title, organization, country))
    return Row(pk, words_of(f"{title} {organization}"), _words_for(country), length)


known_offices: Kept[Known] = Kept(_read)


def _asked(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in NOT_ASKED]


def _meant(asked: Iterable[str]) -> dict[int, int]:
    """Return how many words the offices have that have words beginning as those asked for, by their keys."""
    if not asked:
        return {}
    return {row.pk: row.length for row in known_offices.get().rows if _is_meant(asked, row)}


def _is_meant(asked: Iterable[str], row: Row) -> bool:
    return all(_begins(word, row.words) or _begins(_stem(word), row.places) for word in asked)


def _words_for(country: str) -> tuple[str, ...]:
    name = country_name(country) if country else ""
    return words_of(" ".join((country, name, *other_wordings(name))))


def _stem(word: str) -> str:
    return word[: max(SHORTEST, len(word) - ENDING)]


def _begins(beginning: str, words: Iterable[str]) -> bool:
    return any(word.startswith(beginning) for word in words)
