"""Family names in capitals, as the United Nations and French offices write them, told from abbreviations."""

from archive.extraction.names.vocabulary import (
    ENGLISH,
    FAMILY_NAMES_FIRST,
    GAZETTEER,
    HONORIFICS,
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
    for at in capitals:
        if at in begins:
            named.update(_speaker(texts, at))
    named = {word for word in named if word not in GAZETTEER}
    return [_as_name(word) if word in named else word for word in texts] if named else texts


def _follows_name(texts: list[str], at: int) -> bool:
    before = texts[at - 1]
    if before.removesuffix(".") in HONORIFICS:
        return True
    long = len(texts[at]) >= SHORTEST_UNTITLED and texts[at].lower() not in ENGLISH
    return long and before.istitle() and is_given(before)


def _speaker(texts: list[str], at: int) -> list[str]:
    """Return the words of a name all in capitals before a bracket or a comma, if they begin as names do."""
    last = at
    while last < len(texts) and texts[last].isupper() and texts[last].strip(".-").replace("-", "").isalpha():
        last += 1
    name = texts[at:last]
    if len(name) < 2 or last == len(texts) or texts[last] not in ("(", ","):
        return []
    first = _as_name(name[0])
    return name if is_given(first) or first in FAMILY_NAMES_FIRST else []


def _as_name(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-"))
