"""What the words of a name, an office or an organization are known to be: the lexicons, ready for look-up."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archive.extraction import lexicon
from archive.extraction.lexicon import split
from archive.extraction.sentences import TOKEN
from archive.extraction.verbs import CUE_VERBS

EntryKind = Literal["country", "demonym", "capital", "place", "organization"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something known by name: `name` is how it is shown, `country` an ISO 3166-1 alpha-2 code.

    `speaks` says that it stands for its country: a country, its demonym, its capital, its parliament.
    """

    kind: EntryKind
    name: str
    country: str | None = None
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """The word or words that an office's name ends in ("minister", "secretary of state")."""

    words: tuple[str, ...]
    is_title: bool
    holder: str


def tokenize(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a lexicon entry, cut as a body is cut."""
    return tuple(match[0] for match in TOKEN.finditer(phrase + " "))


def _columns(row: tuple[str, ...], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def _read_gazetteer() -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return all known names by their first token, longest first; of two of one wording the first is kept."""
    found: dict[tuple[str, ...], Entry] = {}
    for row in lexicon.table("organizations.txt"):
        name, others, country, speaks = _columns(row, 4)
        entry = Entry("organization", name, None if country == "-" else country, speaks == "s")
        for wording in (name, *split(others)):
            found.setdefault(tokenize(wording), entry)
    for row in lexicon.table("countries.txt"):
        code, names, demonyms, capitals = _columns(row, 4)
        shown = split(names)[0]
        columns: dict[EntryKind, str] = {"country": names, "demonym": demonyms, "capital": capitals}
        for kind, column in columns.items():
            for wording in split(column):
                found.setdefault(tokenize(wording), Entry(kind, shown, code, True))
        for wording in split(demonyms):
            found.setdefault(tokenize(_plural(wording)), Entry("demonym", shown, code, True))
    for wording in (*lexicon.entries("places.txt"), *US_STATES):
        found.setdefault(tokenize(wording), Entry("place", wording))
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for words, entry in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first[words[0]].append((words, entry))
    return dict(by_first)


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(("s", "ese", "ish", "ch")) else demonym + "s"


def _read_offices() -> dict[str, list[OfficeHead]]:
    """Return the heads of offices by their first word in lower case, longest first."""
    found: dict[str, list[OfficeHead]] = defaultdict(list)
    for phrase, title, holder in lexicon.table("office_heads.txt"):
        words = tuple(word.lower() for word in tokenize(phrase))
        found[words[0]].append(OfficeHead(words, title == "t", holder))
    for heads in found.values():
        heads.sort(key=lambda head: -len(head.words))
    return dict(found)


def _read_groups(name: str) -> dict[str, frozenset[str]]:
    """Return the words of a table by what its first column says of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for what, word in lexicon.table(name):
        found[what].add(word)
    return {what: frozenset(words) for what, words in found.items()}


US_STATES = lexicon.entries("us_states.txt")
GAZETTEER = _read_gazetteer()
# The demonym that a country's institutions are called by: the French Foreign Ministry.
DEMONYMS = {row[0]: split(row[2])[0] for row in lexicon.table("countries.txt") if len(row) > 2 and row[2]}
OFFICE_HEADS = _read_offices()
OFFICE_WORDS = frozenset(heads[-1].words[0] for heads in OFFICE_HEADS.values() if len(heads[-1].words) == 1)
# The offices that tell who holds them, for str.endswith; "chairman" does not.
FEMALE_OFFICES = ("woman", "queen", "princess", "empress", "lady")
MALE_OFFICES = ("king", "prince", "emperor", "emir", "sultan", "pope", "patriarch")
OFFICE_MODIFIERS = lexicon.words("office_modifiers.txt")
PORTFOLIOS = lexicon.words("portfolios.txt") | OFFICE_MODIFIERS
# The titles of several: "presidents", "ministers"; of "secretaries" nobody writes so.
PLURAL_OFFICES = {
    f"{heads[-1].words[0]}s": heads[-1].words[0]
    for heads in OFFICE_HEADS.values()
    if len(heads[-1].words) == 1 and heads[-1].is_title
}
OFFICE_STATUS = lexicon.words("office_status.txt")
ORGANIZATION_WORDS = lexicon.pairs("organization_words.txt")
GIVEN_NAMES = lexicon.pairs("given_names.txt")
FAMILY_NAMES_FIRST = frozenset(lexicon.entries("family_names_first.txt"))
HONORIFICS = lexicon.pairs("honorifics.txt")
PARTICLES = frozenset(lexicon.entries("name_particles.txt"))
FUNCTION_WORDS = frozenset(row[0] for row in lexicon.table("function_words.txt"))
SMALL_IN_HEADINGS = frozenset(word for word, tag in lexicon.table("function_words.txt") if tag != "T")
NOT_NAMES = frozenset(lexicon.entries("not_names.txt"))
ENGLISH = lexicon.words("english_words.txt")
NOT_ACRONYMS = frozenset(lexicon.entries("not_acronyms.txt"))
FAMILY_ENDINGS = lexicon.entries("family_name_endings.txt")  # for str.endswith
POSSESSIVES = frozenset(("'s", "’s", "'S", "’S", "'", "’"))
CONTEXT = _read_groups("name_context.txt")
SPEAKER_NOUNS = _read_groups("speaker_nouns.txt")
DETERMINERS, ARTICLES, LINKS = CONTEXT["determiner"], CONTEXT["article"], CONTEXT["link"]
INDEFINITE = CONTEXT["indefinite"]
PLACE_PREPOSITIONS, SMALL_WORDS, INNER_WORDS = CONTEXT["place"], CONTEXT["small"], CONTEXT["inner"]
APART, SUFFIXES, AUXILIARIES = CONTEXT["apart"], CONTEXT["suffix"], CONTEXT["auxiliary"]
POSSESSED, SURNAMES, OUSTING = CONTEXT["possessed"], CONTEXT["surname"], CONTEXT["ousting"]
# Verbs before or after which a name stands alone: "said Smith", "Smith told reporters".
SAYING = frozenset(
    form for form, verb in CUE_VERBS.items() if verb.kind in "sd" and not {"c", "q"}.isdisjoint(verb.frames)
)

EASTERN_SYLLABLES = re.compile(
    r"(?:-?(?:[zcs]h|[bpmfdtnlgkhjqxrzcswy])?[aeiou]{1,3}(?:ng|n|r|k|l)?){1,3}", re.I
)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or two with a hyphen: Maria, Hans-Peter."""
    if word in GIVEN_NAMES:
        return True
    first, _, second = word.partition("-")
    return bool(second) and first in GIVEN_NAMES and second[0].isupper()


def gender_of(word: str) -> str:
    """Return the gender that a given name tells ("m", "f"), or nothing."""
    told = GIVEN_NAMES.get(word) or GIVEN_NAMES.get(word.partition("-")[0], "")
    return told if told in ("m", "f") else ""


def is_eastern(pieces: Sequence[str]) -> bool:
    """Tell whether words read as a Chinese or Korean name, the family name first: Sun Weidong."""
    family = pieces[0] in FAMILY_NAMES_FIRST and pieces[0].lower() not in FUNCTION_WORDS
    return family and 2 <= len(pieces) <= 3 and all(map(EASTERN_SYLLABLES.fullmatch, pieces[1:]))
