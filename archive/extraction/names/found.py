"""What is named in a body, with its places: the material from which a noun phrase is understood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from archive.extraction.names.office import Office
from archive.extraction.names.people import Person
from archive.extraction.names.vocabulary import DETERMINERS
from archive.extraction.record import OrganizationFound, PersonFound
from archive.extraction.sentences import Text

MentionKind = Literal["person", "organization", "country"]


class Mention(NamedTuple):
    """Where a body names someone or something: ``body[start:end]`` means `whom` (the name as found).

    `person` is set for kind person. `country` is ISO 3166-1 alpha-2. `generic` is the word that tells an
    organization ("ministry"), if one does.
    """

    start: int
    end: int
    kind: MentionKind
    whom: str
    country: str | None = None
    person: Person | None = None
    generic: str = ""


class OfficeMention(NamedTuple):
    """Where a body names an office, its determiner left out."""

    start: int
    end: int
    office: Office


def is_inside(offset: int, names: Iterable[Mention | OfficeMention]) -> bool:
    """Tell whether an offset of the body is within one of `names`."""
    return any(name.start <= offset < name.end for name in names)


@dataclass(frozen=True)
class Found:
    """All that is named in a body. `mentions` and `offices` are sorted, and each does not overlap itself.

    `cast` are the people with all that is known of them, in the order of `people`. `demonyms` are the
    countries of the demonyms used; `countries` are the codes of all that it speaks of, the most named first.
    """

    people: tuple[PersonFound, ...]
    organizations: tuple[OrganizationFound, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeMention, ...]
    cast: tuple[Person, ...]
    demonyms: Mapping[str, str]
    countries: tuple[str, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _office_ends(self) -> list[int]:
        return [office.end for office in self.offices]

    @cached_property
    def by_name(self) -> dict[str, Person]:
        """Return the people by their full names."""
        return {person.name: person for person in self.cast}

    @cached_property
    def bearers(self) -> dict[str, list[Person]]:
        """Return the people of each family name, folded."""
        found: dict[str, list[Person]] = {}
        for person in self.cast:
            for family in person.family:
                found.setdefault(family, []).append(person)
        return found

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin within [start, end)."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mentions_before(self, offset: int, most: int) -> tuple[Mention, ...]:
        """Return the last mentions, at `most` so many, that begin before `offset`."""
        stop = bisect_left(self._starts, offset)
        return self.mentions[max(0, stop - most) : stop]

    def offices_in(self, start: int, end: int) -> tuple[OfficeMention, ...]:
        """Return the offices that touch [start, end)."""
        first = last = bisect_right(self._office_ends, start)
        while last < len(self.offices) and self.offices[last].start < end:
            last += 1
        return self.offices[first:last]

    def titles_before(self, text: Text, start: int) -> int:
        """Return where the offices and determiners begin that stand right before the name at `start`."""
        index = text.token_index(start)
        for office in self.offices_in(max(0, start - 2), start):
            index = min(index, text.token_index(office.start))
        while index and text.lowers[index - 1] in DETERMINERS:
            index -= 1
        return text.token_starts[index] if index < len(text.texts) else start
