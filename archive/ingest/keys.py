"""The comparable forms of names: what two spellings of one name have in common."""

import re
from functools import cache, lru_cache
from pathlib import Path

from archive.extraction.lexicon import split, table
from archive.models.folding import fold

LEXICON = Path(__file__).parent / "lexicon"
LONGEST_KEY = 300
LONGEST_EVENT_KEY = 400
KEPT = 10_000  # names whose comparable forms are kept: the same ones come again and again

MARKS_INSIDE = re.compile(r"['’‘ʼ`]")
NO_LETTER = re.compile(r"[\W_]+")
SMALL_WORDS = frozenset({"of", "the", "for", "and", "to", "in", "s"})
NO_EVENT = frozenset((
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "the", "to",
    "with",
))  # fmt: skip
INITIAL_FIRST = re.compile(r"\w\.(?!\s?\w\.)")


@lru_cache(maxsize=KEPT)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, spelled alike whoever wrote them.

    Erdoğan and Erdogan, Sergei and Sergey, Kim Jong-Un and Kim Jong Un, Bashar al-Assad and Bashar Assad
    agree.
    """
    words = plain(name).split()
    kept = [word for word in words if word not in _particles()]
    return tuple(_spelled(word) for word in kept or words)


def plain(text: str) -> str:
    """Return `text` in lower case, without accents and punctuation."""
    return NO_LETTER.sub(" ", MARKS_INSIDE.sub("", fold(text.casefold()))).strip()


def person_key(name: str) -> str:
    """Return what all forms of a person's name share: the first and the last word."""
    words = words_of(name)
    return " ".join((words[0], words[-1]) if len(words) > 1 else words)[:LONGEST_KEY]


def surname_key(name: str) -> str:
    """Return the last word of a person's name."""
    return "".join(words_of(name)[-1:])[:LONGEST_KEY]


def is_full(name: str) -> bool:
    """Whether a name is enough to know a person by: "Lavrov" and "S. Lavrov" are not, "J. D. Vance" is."""
    return len(words_of(name)) > 1 and not INITIAL_FIRST.match(name)


def names_agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: first and last words alike, and no middle name against it.

    A middle name may be left out (Sergey Viktorovich Lavrov) or be an initial (John F. Kerry); George W. Bush
    and George H. W. Bush differ.
    """
    if person_key(one) != person_key(other):
        return False
    ours, theirs = words_of(one)[1:-1], words_of(other)[1:-1]
    if not ours or not theirs:
        return True
    pairs = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)


@lru_cache(maxsize=KEPT)
def organization_key(name: str) -> str:
    """Return the comparable form of an organization's name.

    A Ministry of Defense is a Defence Ministry; Norway's, Norwegian and of Norway are one.
    """
    country, key = _without_country(re.sub(r"^the (?=\w)", "", plain(name)))
    for pattern, wording in _patterns("wordings.tsv"):
        key = pattern.sub(wording, key)
    return f"{country} {key}".strip()[:LONGEST_KEY]


def is_shared(name: str) -> bool:
    """Whether organizations of several countries go by such a name: "Foreign Ministry" is one, "NATO" not."""
    return not _shared_words().isdisjoint(plain(name).split())


def office_words(title: str) -> frozenset[str]:
    """Return the words that tell an office: deputy, foreign, minister."""
    return frozenset(plain(title).split()) - SMALL_WORDS


def event_key(what: str, day: str | None, precision: str) -> str:
    """Return the comparable form of an event: its date and its words, in any order."""
    return f"{day or ''}|{precision}|{' '.join(sorted(event_words(what)))}"[:LONGEST_EVENT_KEY]


def event_words(what: str) -> frozenset[str]:
    """Return the words that tell what happened, without plurals and small words."""
    words = (word[:-1] if len(word) > 3 and word.endswith("s") else word for word in plain(what).split())
    return frozenset(words) - NO_EVENT


@cache
def _spelled(word: str) -> str:
    for pattern, spelling in _patterns("spellings.tsv"):
        word = pattern.sub(spelling, word)
    return word


def _without_country(name: str) -> tuple[str, str]:
    """Return the country whose an organization is, or nothing, and the rest of its name, both plain."""
    before, after = _owners()
    owned = before.match(name) or after.match(name)
    return (_countries()[owned["country"]], owned["rest"]) if owned else ("", name)


@cache
def _owners() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the country in "norwegian navy" and in "navy of norway"."""
    country = f"(?P<country>{'|'.join(sorted(_countries(), key=len, reverse=True))})"
    return re.compile(rf"{country} (?P<rest>.+)"), re.compile(rf"(?P<rest>.+) of (?:the )?{country}$")


@cache
def _countries() -> dict[str, str]:
    """Return each country's name by the plain forms of it that own something; British is not Scottish."""
    found: dict[str, str] = {}
    for _code, names, *demonyms in table("countries.txt"):
        country, *_ = split(names)
        forms = (country, f"{country}'s", *split(demonyms[0])[:1]) if demonyms else (country,)
        found |= {plain(form): plain(country) for form in forms}
    return found


@cache
def _patterns(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (line.split("\t") for line in _lines(name))
    return tuple((re.compile(pattern), spelling) for pattern, spelling in rows)


@cache
def _particles() -> frozenset[str]:
    return frozenset(_lines("particles.txt"))


@cache
def _shared_words() -> frozenset[str]:
    return frozenset(_lines("shared_words.txt"))


def _lines(name: str) -> list[str]:
    lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
