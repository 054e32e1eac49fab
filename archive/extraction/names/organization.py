"""One mention of an organization, and the wordings that are one organization's."""

from collections import defaultdict
from dataclasses import dataclass, replace

from archive.extraction.names.words import Words


@dataclass(frozen=True, slots=True)
class OrganizationSpan:
    """Tokens first..last (exclusive) that name an organization.

    `name` is how it is shown, `generic` the word that tells it ("ministry"), `field` the name without its
    country ("foreign ministry"), by which two wordings may be one organization; it is empty for what is known
    by name as one country's. Where a known name leaves its country unsaid ("the Foreign Office" is Britain's
    as a rule), `unsaid` is that name: if the text has named another country's, that one is meant.
    """

    first: int
    last: int
    name: str
    country: str | None = None
    generic: str = ""
    field: str = ""
    unsaid: str = ""


def with_acronyms(words: Words, found: list[OrganizationSpan]) -> list[OrganizationSpan]:
    """Give an acronym the name that it is explained by: "the Malta Harbour Society (MHS)"."""
    names: dict[str, OrganizationSpan] = {}
    for one, other in zip(found, found[1:], strict=False):
        beside = other.first == one.last + 1 and words.texts[one.last] in "(["
        if beside and other.last - other.first == 1 and other.name.isupper() and " " in one.name:
            names.setdefault(other.name, one)
    return [
        replace(span, name=meant.name, country=meant.country, generic=meant.generic, field=meant.field)
        if (meant := names.get(span.name))
        else span
        for span in found
    ]


def under_one_country(found: list[OrganizationSpan]) -> list[OrganizationSpan]:
    """Bring "the Foreign Ministry" under the only country whose foreign ministry the text has named; "the
    Senate" as well, which is the one of the United States only where no other is named.
    """
    countries: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for span in found:
        if span.country and (span.field or (span.generic and span.last > span.first + 1)):
            countries[_turned(span.field) or span.generic].add((span.country, span.name))
    merged, named = [], set()
    for span in found:
        named.add(span.name)
        bare = span.generic if span.last == span.first + 1 and not span.field else ""
        field = bare or span.unsaid if span.country else span.field
        known = countries.get(_turned(field), ()) if field else ()
        if len(known) == 1 and next(iter(known))[1] in named:
            country, name = next(iter(known))
            span = replace(span, country=country, name=name)
        merged.append(span)
    return merged


def _turned(field: str) -> str:
    """Return a ministry's field as it is said before the word: "foreign ministry" for foreign affairs."""
    work = field.removeprefix("ministry of ")
    return field if work == field else f"{work.removesuffix(' affairs')} ministry"
