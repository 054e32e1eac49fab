"""Organizations in a body: those known by name, those that their last word tells, and acronyms that the text explains."""

from dataclasses import dataclass

from archive.extraction.names.vocabulary import (
    ENGLISH,
    GIVEN_NAMES,
    NOT_NAMES,
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    ORGANIZATION_WORDS,
    POSSESSIVES,
)
from archive.extraction.names.words import Words

LONGEST = 9  # words in the name of an organization, before or after the word that tells it
ARTICLES = frozenset(("the", "a", "an"))
INNER = frozenset(("of", "for", "on", "and", "&", "in"))
# "US" and "UK" are countries, and these are no organizations either.
NOT_ACRONYMS = frozenset(
    "US UK USA EU UN TV AM PM GMT EST EDT MP MEP CEO CFO COO II III IV VI DC AP OK PDF URL FAQ HIV AIDS GDP ID IT"
    " WMD NGO NGOS VIP LGBT LGBTQ PHD BA MA JR SR MSK UTC BST CET MPS COVID AI NY LA SU MIG".split()
)


@dataclass(frozen=True, slots=True)
class OrganizationSpan:
    """Tokens first..last (exclusive) that name an organization; `name` is how it is shown, `generic` its telling word."""

    first: int
    last: int
    name: str
    country: str | None
    generic: str | None = None


def find_organizations(words: Words) -> list[OrganizationSpan]:
    """Return the organizations named, in their order, not overlapping."""
    found: list[OrganizationSpan] = []
    taken = 0
    for index, lower in enumerate(words.lowers):
        if index < taken:
            continue
        span = None
        if lower in ORGANIZATION_WORDS:
            span = _by_telling_word(words, index, taken)
        elif index in words.known:
            span = _known(words, index)
        elif _is_acronym(words.texts[index]):
            span = OrganizationSpan(index, index + 1, words.texts[index], None)
        if span:
            while found and found[-1].last > span.first:
                found.pop()
            found.append(span)
            taken = span.last
    return _with_acronyms(words, found)


def _known(words: Words, index: int) -> OrganizationSpan | None:
    known = words.known[index]
    if known.entry.kind != "organization":
        return None
    return OrganizationSpan(known.first, known.last, known.entry.name, known.entry.country)


def _is_acronym(word: str) -> bool:
    """Tell whether a word is made of capitals as an acronym is: OPCW, QRCS, MI6.

    >>> _is_acronym("QRCS"), _is_acronym("US"), _is_acronym("A")
    (True, False, False)
    """
    return 2 < len(word) < 7 and word.isupper() and word[0].isalpha() and "." not in word and word not in NOT_ACRONYMS


def _by_telling_word(words: Words, index: int, floor: int) -> OrganizationSpan | None:
    """Return the organization that token `index` ("Ministry") is the telling word of."""
    capital = words.texts[index][0].isupper()
    if not capital and ORGANIZATION_WORDS[words.lowers[index]] != "l":
        return _known(words, index) if index in words.known else None
    known = words.known.get(index)
    if known and known.entry.kind == "organization" and known.last - known.first > 1:
        return _known(words, index)
    first = _left(words, index, floor)
    last = _right(words, index) if capital else index + 1
    if capital and last == index + 1 and first == index:
        return None
    if not capital and first == index:
        return None
    return _named(words, first, last, index)


def _left(words: Words, index: int, floor: int) -> int:
    """Return the first token of the name whose telling word is `index`."""
    at = index
    while at - 1 >= floor and index - at < LONGEST and at not in words.begins:
        before = at - 1
        word, lower = words.texts[before], words.lowers[before]
        known = words.known_before.get(at)
        if known and known.first >= floor:
            at = known.first
        elif lower in OFFICE_MODIFIERS and lower != "acting":
            at = before
        elif lower in POSSESSIVES and (owner := words.known_before.get(before)) and owner.entry.kind != "place":
            at = owner.first
        elif words.capital[before] and _may_name(words, before):
            at = before
        elif lower in ("and", "&") and before - 1 >= floor and _joined(words, before):
            at = before - 1
        else:
            break
    return at


def _may_name(words: Words, at: int) -> bool:
    """Tell whether a capitalised token may be part of an organization's name."""
    lower = words.lowers[at]
    if lower in ARTICLES or (lower in OFFICE_HEADS and lower not in ("general", "justice", "minister")):
        return False
    return not (at in words.begins and lower in ENGLISH)


def _joined(words: Words, conjunction: int) -> bool:
    """Tell whether "and" joins two words of a name: "Foreign and Commonwealth Office"."""
    before = words.lowers[conjunction - 1]
    same = words.capital[conjunction - 1] == words.capital[conjunction + 1]
    return same and before in OFFICE_MODIFIERS and words.lowers[conjunction + 1] in OFFICE_MODIFIERS


def _right(words: Words, index: int) -> int:
    """Return the end of a name that goes on after its telling word: "Ministry of Foreign Affairs of Qatar"."""
    at, count = index + 1, len(words)
    while at < count and at - index < LONGEST:
        following = at
        if words.lowers[at] in INNER:
            following = at + 1
            if following < count and words.lowers[following] == "the":
                following += 1
        if following >= count or not _goes_on(words, following, following > at):
            break
        known = words.known.get(following)
        at = known.last if known else following + 1
    return at


def _goes_on(words: Words, at: int, after_preposition: bool) -> bool:
    word = words.texts[at]
    if not word[0].isupper() or at in words.begins or word in NOT_NAMES - {"State", "Rights", "Affairs", "Nations"}:
        return False
    known = words.known.get(at)
    if known:
        return after_preposition and known.entry.kind != "demonym"
    lower = words.lowers[at]
    if lower in OFFICE_HEADS:
        return False
    return (lower in ENGLISH or lower in ORGANIZATION_WORDS) and (after_preposition or word not in GIVEN_NAMES)


def _named(words: Words, first: int, last: int, telling: int) -> OrganizationSpan | None:
    while first < telling and words.lowers[first] in ("and", "&", "former", "new", "then", "late"):
        first += 1
    country, own = _country(words, first, last)
    modifiers = telling - first
    if modifiers == 0 and last == telling + 1:
        return None
    if not words.texts[telling][0].isupper() and country is None and words.lowers[first] not in OFFICE_MODIFIERS:
        return None
    generic = words.lowers[telling]
    return OrganizationSpan(first, last, _shown(words, first, last, own), country, generic)


def _country(words: Words, first: int, last: int) -> tuple[str | None, bool]:
    """Return the country that the name holds, and whether the name begins with its demonym."""
    for at in range(first, last):
        known = words.known.get(at)
        if known and known.entry.country:
            return known.entry.country, known.entry.kind == "demonym" and at == first
    return None, False


def _shown(words: Words, first: int, last: int, own: bool) -> str:
    """Return the name as a heading writes it: "the Russian foreign Ministry" is the Russian Foreign Ministry."""
    small = INNER | ARTICLES
    parts: list[str] = []
    for at in range(first, last):
        word = words.texts[at]
        if word in POSSESSIVES or words.touching(at):
            parts[-1:] = [parts[-1] + word] if parts else [word]
        else:
            parts.append(word if words.lowers[at] in small or word[0].isupper() else word[0].upper() + word[1:])
    return " ".join(parts)


def _with_acronyms(words: Words, found: list[OrganizationSpan]) -> list[OrganizationSpan]:
    """Give an acronym the name that it is explained by: "the Qatar Red Crescent Society (QRCS)"."""
    names: dict[str, OrganizationSpan] = {}
    for one, other in zip(found, found[1:], strict=False):
        beside = other.first == one.last + 1 and words.texts[one.last] in "(["
        if beside and other.last - other.first == 1 and other.name.isupper() and _initials_agree(one.name, other.name):
            names[other.name] = one
    return [_renamed(span, names.get(span.name)) for span in found]


def _initials_agree(name: str, acronym: str) -> bool:
    return name[0].upper() == acronym[0] and " " in name


def _renamed(span: OrganizationSpan, meant: OrganizationSpan | None) -> OrganizationSpan:
    if meant is None:
        return span
    return OrganizationSpan(span.first, span.last, meant.name, meant.country or span.country, meant.generic)
