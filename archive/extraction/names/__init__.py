"""Who is named in an article, in which offices, and whom each noun phrase means. `find_names` is the door."""

from collections import Counter

from archive.extraction.names.found import Found, Mention, OfficeMention
from archive.extraction.names.introduced import introduce
from archive.extraction.names.offices import find_offices
from archive.extraction.names.organization import OrganizationSpan
from archive.extraction.names.organizations import find_organizations
from archive.extraction.names.people import PeopleMerger, Person
from archive.extraction.names.roles import assign_offices, roles
from archive.extraction.names.spans import SpanFinder, surest
from archive.extraction.names.speakers import Names
from archive.extraction.names.words import Words, read_words
from archive.extraction.record import OrganizationFound, PersonFound
from archive.extraction.sentences import Text

__all__ = ["Mention", "Names", "find_names"]


def find_names(text: Text, english: bool = True) -> Names:
    """Return the people and organizations that `text` names, with every mention of them.

    What stands around a name tells it in English only: of other languages the surest names alone are taken.
    """
    words = read_words(text)
    organizations = find_organizations(words)
    if not english:
        organizations = [span for span in organizations if span.first in words.known]
    offices = find_offices(words, organizations)
    spans = SpanFinder(words, organizations, offices).find()
    people = PeopleMerger(words).merge(spans if english else surest(spans))
    assign_offices(words, people, offices)
    introduce(text, words, people, offices)
    found = Found(
        people=tuple(_person(words, person) for person in people),
        organizations=tuple(_organizations(words, organizations)),
        mentions=tuple(_mentions(words, organizations, people)),
        offices=tuple(OfficeMention(*words.span(o.first, o.last), o) for o in offices),
        cast=tuple(people),
        countries=_countries(words, people),
        demonyms={
            words.texts[k.first]: k.entry.name for k in words.known.values() if k.entry.kind == "demonym"
        },
    )
    return Names(text, found)


def _countries(words: Words, people: list[Person]) -> tuple[str, ...]:
    """Return the countries spoken of, the most named first; "Jordan" in "Michael Jordan" is none."""
    in_names = {at for person in people for span in person.spans for at in range(span.first, span.last)}
    counts = Counter(
        known.entry.country
        for at, known in words.known.items()
        if known.entry.country and known.entry.speaks and at not in in_names
    )
    return tuple(country for country, _ in counts.most_common())


def _person(words: Words, person: Person) -> PersonFound:
    spans = tuple(words.span(span.first, span.last) for span in person.spans)
    return PersonFound(person.name, roles(person), spans)


def _organizations(words: Words, spans: list[OrganizationSpan]) -> list[OrganizationFound]:
    """Bring the mentions of one organization together."""
    named: dict[str, list[OrganizationSpan]] = {}
    for span in spans:
        named.setdefault(span.name.lower(), []).append(span)
    return [
        OrganizationFound(
            same[0].name,
            next((span.country for span in same if span.country), None),
            tuple(words.span(span.first, span.last) for span in same),
        )
        for same in named.values()
    ]


def _mentions(words: Words, organizations: list[OrganizationSpan], people: list[Person]) -> list[Mention]:
    found = [
        Mention(
            *words.span(span.first, span.last), "organization", span.name, span.country, generic=span.generic
        )
        for span in organizations
    ]
    for person in people:
        for span in person.spans:
            place = words.span(span.first, span.last)
            found.append(Mention(*place, "person", person.name, person=person))
    for known in words.known.values():
        if known.entry.kind in ("country", "capital"):
            place = words.span(known.first, known.last)
            found.append(Mention(*place, "country", known.entry.name, known.entry.country))
    return _apart(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that do not overlap one before them."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
