"""Who holds which office: an office right before a name, or beside it between commas."""

from dataclasses import replace

from archive.extraction import lexicon
from archive.extraction.names.casting import COUNTERPARTS, GENERAL, STATE
from archive.extraction.names.office import Office
from archive.extraction.names.people import Person
from archive.extraction.names.spans import NameSpan
from archive.extraction.names.vocabulary import (
    AUXILIARIES,
    CONTEXT,
    DETERMINERS,
    HONORIFICS,
    LINKS,
    ORGANIZATION_WORDS,
    POSSESSIVES,
    SAYING,
)
from archive.extraction.names.words import Words
from archive.extraction.record import Role

# What follows an office that explains the name before it.
CLOSES = CONTEXT["closes"]
# What stands between a name and the office that it tells: the longer first.
BECOMING = (
    ("has", "been"),
    ("was", "named"),
    ("was", "appointed"),
    ("was", "elected"),
    ("became",),
    ("is",),
    ("was",),
)
BECOMING_FIRST = frozenset(verb[0] for verb in BECOMING)
OWNERS = frozenset(("his", "her", "their", "my", "our", "your"))
# What goes on behind a subject: "The Minister of Trade, Ann Lee on Friday announced".
GOES_ON = SAYING | AUXILIARIES | {"on", "also", "yesterday", "today", "earlier", "this", "last"}
AIDES = lexicon.words("aides.txt")
OFFICES_OF_AIDES = frozenset(("office", "administration", "cabinet"))
HOLDERS = frozenset(
    (title, name)
    for _, _, titles, name in lexicon.table("terms_of_office.tsv")
    for title in titles.split("|")
)
SHORT_OFFICES = {short: (title, holder) for short, title, holder in lexicon.table("short_offices.txt")}


def assign_offices(words: Words, people: list[Person], offices: list[Office]) -> None:
    """Give each person the offices that the text gives them."""
    starting = {office.first: office for office in offices}
    ending = {office.last: office for office in offices}
    spans = [span for person in people for span in person.spans]
    names_at, name_ends = {span.first for span in spans}, {span.last for span in spans}
    for person in people:
        for span in person.spans:
            for office in _offices_of(words, span, starting, ending, names_at, name_ends):
                person.give(office)
        served = {span.office for span in person.spans if _may_be_served(words, span, ending)}
        person.offices = {office: None for office in person.offices if office not in served}
        if any(_is_aide(office.title.split()[-1]) for office in person.offices):
            person.offices = {office: None for office in person.offices if not _is_served(words, office)}
        person.shared = next(filter(None, (_shared(words, one, offices) for one in person.offices)), None)


def _shared(words: Words, office: Office, offices: list[Office]) -> Office | None:
    """Return the office of a counterpart, "foreign minister" in "The French foreign minister met her Turkish
    counterpart", if its sentence names that of one person only.
    """
    if office.title.lower() not in COUNTERPARTS or not office.country or office.determiner not in OWNERS:
        return None
    begin = office.first
    while begin and begin not in words.begins:
        begin -= 1
    before = [one for one in offices if begin <= one.first < office.first and one.holder in STATE]
    told = len(before) == 1 and before[0].is_title and not (before[0].organization or before[0].standing)
    return replace(before[0], country=office.country) if told else None


def _is_served(words: Words, office: Office) -> bool:
    """Tell the office of whom an aide serves: "leader" in "the press secretary of Russian leader Ivan Belov",
    said of Belov, the press secretary, in a translation that has lost the order of its words.
    """
    at = office.begin - 1
    served = at > 0 and words.lowers[at] in LINKS
    return served and (_is_aide(words.lowers[at - 1]) or words.lowers[at - 1] in OFFICES_OF_AIDES)


def _may_be_served(words: Words, span: NameSpan, ending: dict[int, Office]) -> bool:
    """Tell whether the office before a name may be that of whom the one named serves: "Aide to the Russian
    President Ivan Belov"; not so "a spokesman for President Belov", nor where a president is called so.
    """
    office = span.office
    if office is None or office.determiner != "the" or not _is_served(words, office):
        return False
    outer = ending.get(office.begin - 1)
    known = (office.title.lower(), span.pieces[-1]) in HOLDERS
    return not known and not (outer and outer.indefinite)


def _is_aide(word: str) -> bool:
    return word.lower().rpartition("-")[2] in AIDES


def _offices_of(
    words: Words,
    span: NameSpan,
    starting: dict[int, Office],
    ending: dict[int, Office],
    names_at: set[int],
    name_ends: set[int],
) -> list[Office]:
    found = [span.office] if span.office else []
    if span.office and span.office.first in ending and not span.office.determiner:
        first = ending[span.office.first]  # the French Foreign Minister Prince …
        if first.bare or words.lowers[first.head] == "head" or not _is_aide(words.lowers[first.head]):
            found.append(first)  # not so a spokesman for the EU foreign policy chief
    found = _with_joined(words, found, ending)
    outer = _office_of_servant(words, span, ending)
    if outer:
        found.append(outer)
    if span.honorific in SHORT_OFFICES:
        title, holder = SHORT_OFFICES[span.honorific]
        found.append(Office(span.first, span.first, span.first, title, holder, True))
    beside = _after_comma(words, span.last, starting, names_at)
    if beside:
        found.append(beside)
    before = _before_comma(words, span, ending, name_ends)
    if before:
        found.append(before)
    told = _after_verb(words, span, starting)
    if told:
        found.append(told)
    return found


def _with_joined(words: Words, found: list[Office], ending: dict[int, Office]) -> list[Office]:
    """Return both offices in "Norway's Prime Minister and Foreign Minister Ann Smith", of one country; in
    "the president and Foreign Minister Smith" they are of two people.
    """
    office = found[0] if found else None
    if office is None or office.first < 1 or words.lowers[office.first - 1] != "and":
        return found
    other = ending.get(office.first - 1)
    if other is None or other.determiner or not (other.bare and other.is_title and words.capital[other.head]):
        return found
    country, standing = office.country or other.country, office.standing or other.standing
    both = [replace(one, country=country, standing=standing) for one in (office, other)]
    return [*both, *found[1:]]


def _after_verb(words: Words, span: NameSpan, starting: dict[int, Office]) -> Office | None:
    """Return the office in "Smith is the minister of trade", "Smith, 61, has been France's envoy", "Smith,
    who was ambassador in Oslo"; one held in the past is a former one.
    """
    at = span.last
    if words.texts[at : at + 1] == [","] and words.texts[at + 1 : at + 2] and len(span.pieces) > 1:
        aged = words.texts[at + 1].isdigit() and words.texts[at + 2 : at + 3] == [","]
        at += 3 if aged else 2 if words.lowers[at + 1] == "who" else 0
    if words.lowers[at : at + 1] == [] or words.lowers[at] not in BECOMING_FIRST:
        return None
    verb = next((verb for verb in BECOMING if words.lowers[at : at + len(verb)] == list(verb)), None)
    if verb is None:
        return None
    at += len(verb)
    at += at < len(words) and words.lowers[at] in DETERMINERS
    office = next((starting[first] for first in (at, at + 1, at - 1) if first in starting), None)
    if office is None or not office.is_title or office.indefinite or office.determiner in OWNERS:
        return None
    followed = office.last < len(words) and (
        words.capital[office.last] or words.lowers[office.last] in POSSESSIVES
    )
    past = verb == ("was",)
    if followed or (past and span.first not in words.begins and words.lowers[span.last + 1] != "who"):
        return None  # "said Smith was the minister" tells of one who is
    return replace(office, standing="Former") if past else office


def _office_of_servant(words: Words, span: NameSpan, ending: dict[int, Office]) -> Office | None:
    """Return "press secretary" in "the press secretary of the head of state Ivan Belov": nobody is called
    head of state before his name.
    """
    office = span.office
    if office is None or office.is_title or office.holder != "leader":
        return None
    at = office.begin
    return ending.get(at - 1) if at > 0 and words.lowers[at - 1] in LINKS else None


def _after_comma(words: Words, at: int, starting: dict[int, Office], names_at: set[int]) -> Office | None:
    """Return the office in "Smith, the minister of trade, said"; none in "with Smith, the minister said"."""
    if at + 1 >= len(words) or words.texts[at] not in (",", "(", "–", "—"):
        return None
    for first in range(at + 1, min(at + 5, len(words))):
        office = starting.get(first)
        if office:
            closes = office.last >= len(words) or words.lowers[office.last] in CLOSES
            followed = any(step in names_at for step in range(first, office.last + 2))
            return office if closes and not followed else None
        lower = words.lowers[first]
        owner = lower in DETERMINERS or lower in POSSESSIVES or lower in ORGANIZATION_WORDS
        if not owner and not words.capital[first]:
            return None
    return None


def _before_comma(
    words: Words, span: NameSpan, ending: dict[int, Office], name_ends: set[int]
) -> Office | None:
    """Return the office in "the ministry's spokeswoman, Ann Smith, said", "the Minister of Trade, Ambassador
    Ann Smith, said"; where the sentence begins with it, in "The ministry's spokeswoman, Ann Smith said" too.
    """
    at = (span.office.first if span.office else span.first) - 1
    while at > 0 and words.texts[at].removesuffix(".") in HONORIFICS:
        at -= 1
    if at < 1 or words.texts[at] != "," or len(span.pieces) < 2:
        return None
    if span.office and (span.office.determiner or words.lowers[span.last + 1 : span.last + 2] == ["and"]):
        return None  # the minister, Ambassador Smith, and others
    office = ending.get(at)
    if office is None or office.indefinite or span.last >= len(words) or _is_served(words, office):
        return None
    first = office.begin
    said = first in words.begins and words.lowers[span.last] in GOES_ON
    if not said and words.texts[span.last] not in (",", "."):
        return None
    beside = first - 1
    return None if beside > 0 and words.texts[beside] == "," and beside in name_ends else office


def _is_paraphrase(office: Office) -> bool:
    """Tell "the Russian leader", another word for a president or a prime minister, from a party's leader."""
    return office.holder == "leader" and office.title.lower() in GENERAL and not office.organization


def roles(person: Person) -> tuple[Role, ...]:
    """Return the offices of a person as roles, each once, as fully as it is told."""
    found: dict[Role, None] = {}
    for office in (*person.offices, *([person.shared] if person.shared else ())):
        if office.holder == "kin" or office.title.lower() in COUNTERPARTS or _is_paraphrase(office):
            continue
        if not (office.is_title or office.organization):
            continue
        title = f"{office.standing} {office.title}".strip()
        found[Role(title, office.organization, office.country)] = None
    return tuple(role for role in found if not any(_says_less(role, other) for other in found))


def _says_less(role: Role, other: Role) -> bool:
    """Tell whether a role is another without its organization or its country."""
    same = role.title == other.title and role != other
    return same and role.organization in (None, other.organization) and role.country in (None, other.country)
