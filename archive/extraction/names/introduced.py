"""Offices that speak in a story's lead, and whose holder is named only in what follows."""

from archive.extraction.names.casting import fits
from archive.extraction.names.office import Office
from archive.extraction.names.people import Person
from archive.extraction.names.spans import NameSpan
from archive.extraction.names.vocabulary import (
    AUXILIARIES,
    POSSESSIVES,
    SAYING,
)
from archive.extraction.names.words import Words
from archive.extraction.sentences import Text

FEWEST_TOKENS = 12  # of a lead; what is shorter is a dateline or a heading
MOST_TOKENS = 4  # from an office to its verb: "the envoy to the country said"
FOLLOWING = SAYING | AUXILIARIES | POSSESSIVES | {",", "who"}


def introduce(text: Text, words: Words, people: list[Person], offices: list[Office]) -> None:
    """Give the office that speaks in the lead to the one whom the text names next: "… the president said on
    Friday. / Ada Berg told diplomats …".
    """
    lead = _lead(text)
    if lead is None:
        return
    number, first, last = lead
    for office in offices:
        if first <= office.first and office.last < last and _speaks(words, office, last):
            person = _named_next(text, words, people, office, number)
            if person and not fits(office, people):
                person.give(office)
                person.introduced = True
            return


def _lead(text: Text) -> tuple[int, int, int] | None:
    """Return the number of the first paragraph of prose, and its tokens first..last (exclusive)."""
    for number, (start, end) in enumerate(text.paragraphs[:3]):
        first, last = text.token_index(start), text.token_index(end)
        if last - first >= FEWEST_TOKENS:
            return number, first, last
    return None


def _speaks(words: Words, office: Office, last: int) -> bool:
    """Tell whether an office without a name is the subject of a verb of saying: before it, or soon after."""
    if office.holder == "kin":
        return False
    before = office.first - 1 - (office.determiner is not None)
    if before >= 0 and words.lowers[before] in SAYING:
        return not words.capital[office.last]
    for at in range(office.last, min(last, office.last + MOST_TOKENS + 1)):
        if words.lowers[at] in SAYING:
            return True
        if words.capital[at] or not words.lowers[at].isalpha():
            return False
    return False


def _named_next(text: Text, words: Words, people: list[Person], office: Office, number: int) -> Person | None:
    """Return the person named next, to the end of the next paragraph, if that is their first mention, by
    their whole name, without another office, and as the one whom the sentence is about.
    """
    until = text.paragraphs[min(number + 1, len(text.paragraphs) - 1)][1]
    later = [(span.first, person) for person in people for span in person.spans if span.first >= office.last]
    for first, person in sorted(later, key=lambda one: one[0]):
        if words.starts[first] >= until:
            return None
        if text.quotation_at(words.starts[first]):
            continue
        span = person.spans[0]
        known = span.first < first or person.offices or len(span.pieces) < 2
        return None if known or not _is_subject(words, span) or _other_gender(person, office) else person
    return None


def _is_subject(words: Words, span: NameSpan) -> bool:
    before = words.lowers[span.first - 1] if span.first else ""
    after = words.lowers[span.last] if span.last < len(words) else ""
    opens = span.first in words.begins or before in (",", "”", '"')
    return before in SAYING or (after in FOLLOWING and opens)


def _other_gender(person: Person, office: Office) -> bool:
    return {person.gender, office.gender} == {"m", "f"}
