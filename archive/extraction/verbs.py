"""Verbs in all their forms: those of saying, with what may follow them, and the common others."""

from dataclasses import dataclass

from archive.extraction import lexicon

VOWELS = frozenset("aeiou")
# Forms that are verbs wherever they stand, whatever their neighbours.
SURE_FORMS = ("says", "said", "wrote", "told", "tells", "went", "gave", "took", "came", "knew", "saw")
TAG_OF_KIND = {"b": "v", "s": "v", "d": "Z", "g": "G"}


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying in one of its forms: `kind` as in `inflections`, `frames` as in
    lexicon/cue_verbs.txt.
    """

    base: str
    frames: frozenset[str]
    kind: str


def inflections(base: str) -> dict[str, str]:
    """Return the regular forms of a verb, each with its kind: b(ase), s, d (past and participle), g (-ing).

    >>> inflections("deny")
    {'deny': 'b', 'denies': 's', 'denied': 'd', 'denying': 'g'}
    """
    if base.endswith("y") and base[-2] not in VOWELS:
        return {base: "b", base[:-1] + "ies": "s", base[:-1] + "ied": "d", base + "ing": "g"}
    if base.endswith("e"):
        stem = base if base.endswith("ee") else base[:-1]
        return {base: "b", base + "s": "s", base + "d": "d", stem + "ing": "g"}
    plural = "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    forms = {base: "b", base + plural: "s", base + "ed": "d", base + "ing": "g"}
    if base[-1] not in "wxyhck" and base[-2:-1] in VOWELS and base[-3:-2] not in VOWELS - {"u"}:
        forms |= {base + base[-1] + "ed": "d", base + base[-1] + "ing": "g"}
    return forms


def _read_cue_verbs() -> dict[str, CueVerb]:
    found: dict[str, CueVerb] = {}
    for base, frames, *irregular in lexicon.table("cue_verbs.txt"):
        for form, kind in inflections(base).items():
            if not (irregular and kind == "d"):
                found.setdefault(form, CueVerb(base, frozenset(frames), kind))
        for form in irregular:
            found[form] = CueVerb(base, frozenset(frames), "d")
    return found


def _read_tags() -> dict[str, str]:
    """Return the tag of every known word in lower case; ``v`` is a form that may be a noun as well."""
    tags: dict[str, str] = {}
    irregular = {row[0]: row[1:] for row in lexicon.table("irregular_verbs.txt")}
    for base in lexicon.entries("verbs.txt"):
        for form, kind in inflections(base).items():
            if not (base in irregular and kind == "d"):
                tags.setdefault(form, TAG_OF_KIND[kind])
    for past, participle in irregular.values():
        tags[participle] = "Z"
        tags[past] = "V" if past != participle else "Z"
    tags |= {form: TAG_OF_KIND[verb.kind] for form, verb in CUE_VERBS.items()}
    return tags | dict.fromkeys(SURE_FORMS, "V") | lexicon.pairs("function_words.txt")


CUE_VERBS = _read_cue_verbs()
WORD_TAGS = _read_tags()
