"""What is named in a body, and whom a noun phrase means."""

from dataclasses import dataclass
from typing import Literal

from archive.extraction.names.offices import Office
from archive.extraction.names.people import Person
from archive.extraction.record import OrganizationFound, PersonFound

MentionKind = Literal["person", "organization", "country"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a body names someone or something: ``body[start:end]`` means `whom` (the name as found).

    `person` is set for kind person. `country` is ISO 3166-1 alpha-2.
    """

    start: int
    end: int
    kind: MentionKind
    whom: str
    country: str | None = None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """Where a body names an office, its determiner left out."""

    start: int
    end: int
    office: Office


@dataclass(frozen=True, slots=True)
class Found:
    """All that is named in a body. `mentions` and `offices` are sorted and each does not overlap itself."""

    people: tuple[PersonFound, ...]
    organizations: tuple[OrganizationFound, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeMention, ...]
    cast: tuple[Person, ...]
