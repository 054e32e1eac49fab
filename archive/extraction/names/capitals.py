"""Family names in capitals, as the United Nations and French offices write them, told from abbreviations."""

from archive.extraction.names.vocabulary import (
    ENGLISH,
    FAMILY_NAMES_FIRST,
    GAZETTEER,
    HONORIFICS,
    OFFICE_WORDS,
    PARTICLES,
    is_given,
)

SHORTEST, SHORTEST_UNTITLED = 2, 4  # letters; shorter words in capitals behind a given name are abbreviations


def without_capitals(texts: list[str], cased: list[int], begins: set[int]) -> list[str]:
    """Return the words of a text, family names in capitals written as others are.

    "Emmanuel MACRON", "Mr. LAVROV" and, where a paragraph names its speaker, "KIM WON-SOO (Japan) said".
    """
    capitals = [
        at for at in cased if texts[at].isupper() and len(texts[at]) >= SHORTEST and "." not in texts[at]
    ]
    named = {texts[at] for at in capitals if at and _follows_name(texts, at)}
    named.update(word for at in capitals for word in _with_honorific(texts, at))
    labels = [at for at in capitals if texts[at + 1 : at + 2] == [":"]]
    written = frozenset(texts) if labels else frozenset()
    named.update(texts[at] for at in labels if _is_label(texts, at, at in begins, written))
    named.update(texts[at] for at in capitals if _opens_eastern(texts, at))
    for at in capitals:
        if at in begins or texts[at - 1] == ",":
            named.update(_speaker(texts, at))
    named = {word for word in named if word not in GAZETTEER}
    return [_as_name(word) if word in named else word for word in texts] if named else texts


def _is_label(texts: list[str], at: int, begins: bool, written: frozenset[str]) -> bool:
    """Tell whether a word before a colon is the name of who speaks: "SECRETARY HILL: …", or "HILL: …" of
    whom the text speaks as Hill; `written` are its words.
    """
    if texts[at].lower() in OFFICE_WORDS:
        return False
    titled = at > 0 and texts[at - 1].isupper() and texts[at - 1].lower() in OFFICE_WORDS
    return titled or (begins and _as_name(texts[at]) in written)


def _opens_eastern(texts: list[str], at: int) -> bool:
    """Tell whether a word in capitals is the family name of one who is named with it first: "WANG Yi"."""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    given = after.istitle() or (after[:1].isupper() and "-" in after and not after.isupper())
    return given and after.lower() not in ENGLISH and _as_name(texts[at]) in FAMILY_NAMES_FIRST


def _follows_name(texts: list[str], at: int) -> bool:
    before = texts[at - 1]
    if before.removesuffix(".") in HONORIFICS:
        return True
    if before.isupper() and before.lower() in OFFICE_WORDS:  # FM LAVROV
        return texts[at].lower() not in ENGLISH and texts[at].lower() not in OFFICE_WORDS
    long = len(texts[at]) >= SHORTEST_UNTITLED and texts[at].lower() not in ENGLISH
    return long and before.istitle() and is_given(before)


def _with_honorific(texts: list[str], at: int) -> list[str]:
    """Return both words of "MS. LAVROV"."""
    honorific = texts[at - 1] if at else ""
    known = honorific.endswith(".") and honorific.isupper() and honorific[:-1].title() in HONORIFICS
    return [honorific, texts[at]] if known else []


def _speaker(texts: list[str], at: int) -> list[str]:
    """Return the words of a name all in capitals before a bracket, a comma or a colon, if they begin as names
    do or are no words of the language.
    """
    last = at
    while last < len(texts) and texts[last].isupper() and texts[last].strip(".-").replace("-", "").isalpha():
        last += 1
    name = texts[at:last]
    if len(name) < 2 or last == len(texts) or texts[last] not in ("(", ",", ":"):
        return []
    first = _as_name(name[0])
    titled = texts[at - 1] == "," or texts[last] != "," or "".join(texts[last + 1 : last + 2]).istitle()
    foreign = titled and not any(word.lower() in ENGLISH or word in GAZETTEER for word in name)
    return name if foreign or is_given(first) or first in FAMILY_NAMES_FIRST else []


def _as_name(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return "-".join(part.capitalize() for part in word.split("-"))
