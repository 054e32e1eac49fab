"""Who held an office, found by the words for it: ``foreign minister turkey``."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.models import Office
from archive.search.countries import country_name
from archive.search.directory import words_of
from archive.search.keeping import Kept
from archive.search.wordings import other_wordings

MOST = 60
Row = tuple[int, str, str, str]  # key, title, organization, country
ENDING = 3  # letters by which the word for a country and that for its people differ: Turkey, Turkish
SHORTEST = 4  # letters that they have in common
NOT_ASKED = frozenset(("of", "the", "for", "and"))


def holders_of(text: str) -> list[Office]:
    """Return the offices with words that begin as those of `text`, and the dates of the articles that say so.

    Those with no other words come first, of one office who held it last.
    """
    asked = _asked(text)
    rows = known_offices.get().rows if asked else ()
    found = {pk: _length(office) for pk, *office in rows if _is_meant(asked, *office)}
    nearest = sorted(found, key=found.__getitem__)[:MOST]
    offices = Office.objects.filter(pk__in=nearest).select_related("person").with_dates()
    return sorted(offices, key=lambda office: (found[office.pk], office.country))


def are_an_office(text: str) -> bool:
    """Whether each word of `text` is one of offices or of their countries, and it has a word of a title."""
    asked, known = _asked(text), known_offices.get()
    return not known.titles.isdisjoint(asked) and known.words.issuperset(asked) and bool(holders_of(text))


@dataclass(frozen=True)
class Known:
    """All offices, the words of their titles, and all their words."""

    rows: tuple[Row, ...]
    titles: frozenset[str]
    words: frozenset[str]


def _read() -> Known:
    rows = tuple(Office.objects.values_list("pk", "title", "organization", "country"))
    titles = {word for _, title, _, _ in rows for word in words_of(title)}
    others = {word for _, _, *parts in rows for word in (*words_of(parts[0]), *_words_for(parts[1]))}
    return Known(rows, frozenset(titles), frozenset(titles | others))


known_offices: Kept[Known] = Kept(_read)


def _asked(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in NOT_ASKED]


def _length(office: Iterable[str]) -> int:
    return sum(len(words_of(part)) for part in office)


def _is_meant(asked: Iterable[str], title: str, organization: str, country: str) -> bool:
    words, places = words_of(f"{title} {organization}"), _words_for(country)
    return all(_begins(word, words) or _begins(_stem(word), places) for word in asked)


def _words_for(country: str) -> tuple[str, ...]:
    name = country_name(country) if country else ""
    return words_of(" ".join((country, name, *other_wordings(name))))


def _stem(word: str) -> str:
    return word[: max(SHORTEST, len(word) - ENDING)]


def _begins(beginning: str, words: Iterable[str]) -> bool:
    return any(word.startswith(beginning) for word in words)
