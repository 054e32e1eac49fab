"""What readers type, and how else it is written: ``US`` and ``United States``, ``Su24`` and ``Su-24``."""

import re
from functools import cache
from pathlib import Path

from archive.models.folding import fold

FILE = Path(__file__).with_name("wordings.txt")
QUESTION_WORDS = Path(__file__).with_name("question_words.txt")
WITH_NUMBER = re.compile(r"(?P<letters>[^\W\d_]{2,})(?P<hyphen>-?)(?P<number>[0-9]+)")  # MH17, Su-24


def other_wordings(text: str) -> tuple[str, ...]:
    """Return how else the thing is written that `text` is a wording of."""
    if numbered := WITH_NUMBER.fullmatch(text):
        between = "" if numbered["hyphen"] else "-"
        return (f"{numbered['letters']}{between}{numbered['number']}",)
    return tuple(form for form in _wordings().get(_key(text), ()) if _key(form) != _key(text))


@cache
def in_several_words() -> str:
    """Return a regular expression for the wordings that have more than one word, the longest first."""
    forms = (form.strip("()") for line in _lines(FILE) for form in line.split("; "))
    several = sorted({form for form in forms if " " in form}, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in several)


def is_question(words: list[str]) -> bool:
    """Whether words that someone typed ask: ``who denied the strike``. WHO is an organization."""
    first = _lines(QUESTION_WORDS)[0].split()
    return len(words) > 2 and words[0].lower() in first and not words[0].isupper()


def asks(word: str) -> bool:
    """Whether a word of a question is no part of what is looked for."""
    return word.lower().strip("?") in _question_words()


@cache
def _question_words() -> frozenset[str]:
    return frozenset(word for line in _lines(QUESTION_WORDS) for word in line.split())


@cache
def _wordings() -> dict[str, tuple[str, ...]]:
    """Return for the key of each wording the wordings of the same thing that are looked for."""
    known: dict[str, tuple[str, ...]] = {}
    for line in _lines(FILE):
        forms = line.split("; ")
        looked_for = tuple(form for form in forms if not form.startswith("("))
        known |= {_key(form.strip("()")): looked_for for form in forms}
    return known


def _key(text: str) -> str:
    return " ".join(fold(text).casefold().replace(".", "").split())


@cache
def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
