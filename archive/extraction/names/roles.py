"""Who holds which office: an office right before a name, or beside it between commas."""

from archive.extraction.names.offices import Office
from archive.extraction.names.people import Person
from archive.extraction.names.spans import NameSpan
from archive.extraction.names.words import Words
from archive.extraction.record import Role

# Ranks and offices that are written short before a name.
SHORT_OFFICES = {
    "Sen": ("Senator", "lawmaker"),
    "Rep": ("Representative", "lawmaker"),
    "Gov": ("Governor", "official"),
    "Gen": ("General", "officer"),
    "Maj Gen": ("Major General", "officer"),
    "Lt Gen": ("Lieutenant General", "officer"),
    "Brig Gen": ("Brigadier General", "officer"),
    "Col": ("Colonel", "officer"),
    "Lt Col": ("Lieutenant Colonel", "officer"),
    "Maj": ("Major", "officer"),
    "Capt": ("Captain", "officer"),
    "Lt": ("Lieutenant", "officer"),
    "Cmdr": ("Commander", "officer"),
    "Cdr": ("Commander", "officer"),
    "Adm": ("Admiral", "officer"),
    "Sgt": ("Sergeant", "officer"),
    "Amb": ("Ambassador", "diplomat"),
    "Ayatollah": ("Ayatollah", "cleric"),
    "Imam": ("Imam", "cleric"),
    "Prof": ("Professor", "expert"),
}


def assign_offices(words: Words, people: list[Person], offices: list[Office]) -> None:
    """Give each person the offices that the text gives them."""
    starting = {office.first: office for office in offices}
    ending = {office.last: office for office in offices}
    names_at = {span.first for person in people for span in person.spans}
    for person in people:
        for span in person.spans:
            for office in _offices_of(words, span, starting, ending, names_at):
                if office not in person.offices:
                    person.offices.append(office)


def _offices_of(
    words: Words, span: NameSpan, starting: dict[int, Office], ending: dict[int, Office], names_at: set[int]
) -> list[Office]:
    found = [span.office] if span.office else []
    if span.honorific in SHORT_OFFICES:
        title, holder = SHORT_OFFICES[span.honorific]
        found.append(Office(span.first, span.first, span.first, title, holder, True))
    beside = _after_comma(words, span.last, starting, names_at)
    if beside:
        found.append(beside)
    before = _before_comma(words, span, ending)
    if before:
        found.append(before)
    return found


def _after_comma(words: Words, at: int, starting: dict[int, Office], names_at: set[int]) -> Office | None:
    """Return the office in "Ayrault, the foreign minister of France, said"."""
    if at + 1 >= len(words) or words.texts[at] not in (",", "(", "–", "—"):
        return None
    for first in (at + 1, at + 2):
        office = starting.get(first)
        if office:
            names_next = office.last in names_at or any(
                step in names_at for step in range(first, office.last)
            )
            return None if names_next else office
    return None


def _before_comma(words: Words, span: NameSpan, ending: dict[int, Office]) -> Office | None:
    """Return the office in "the ministry's spokeswoman, Hua Chunying, said"."""
    at = span.first - 1
    if at < 1 or words.texts[at] != "," or len(span.pieces) < 2:
        return None
    closes = span.last < len(words) and words.texts[span.last] in (",", ".")
    office = ending.get(at)
    return office if office and closes and not office.indefinite else None


def roles(person: Person) -> tuple[Role, ...]:
    """Return the offices of a person as roles, each once."""
    found: dict[tuple[str, str | None, str | None], Role] = {}
    for office in person.offices:
        if not (office.is_title or office.organization) or office.title.lower().endswith("counterpart"):
            continue
        title = f"Former {office.title}" if office.former else office.title
        role = Role(title, office.organization, office.country)
        found.setdefault((title, office.organization, office.country), role)
    return tuple(found.values())
