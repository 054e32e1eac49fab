"""Which language a body is in, by its smallest words."""

import re
from collections import Counter
from functools import cache
from itertools import chain

from archive.extraction.lexicon import table
from archive.extraction.sentences import Text

SAMPLE = 3000  # characters
LEAST_SHARE = 0.08  # of the words, those that the language's smallest words make up
# The surer first: Japanese also uses Chinese signs, Persian and Urdu Arabic letters, Ukrainian Russian ones.
SCRIPTS = tuple(
    (code, re.compile(f"[{letters}]"))
    for code, letters in (
        ("ja", "\u3040-\u30ff"), ("zh", "\u3400-\u9fff"), ("ko", "\uac00-\ud7a3"), ("th", "\u0e01-\u0e4e"),
        ("he", "\u05d0-\u05ea"), ("el", "\u0370-\u03ff"), ("hy", "\u0531-\u0587"), ("ka", "\u10d0-\u10fa"),
        ("hi", "\u0904-\u0939"), ("ur", "ٹڈڑںے"), ("fa", "پچژگ"), ("ar", "\u0621-\u064a"), ("uk", "іїєґ"),
        ("ru", "\u0410-\u044f"), ("tr", "ğışİ"),
    )
)  # fmt: skip
LEAST_OF_SCRIPT = {"ja": 0.1, "ur": 0.03, "fa": 0.015, "uk": 0.02, "tr": 0.02}  # of the letters


def find_language(text: Text, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`; `declared` counts if that is unclear."""
    lowers = text.lowers[: text.token_index(SAMPLE)]
    known = _languages()
    counts = Counter(chain.from_iterable([known[word] for word in lowers if word in known]))
    best = max(_order(), key=counts.__getitem__)
    words = sum(map(str.isalpha, lowers))
    if words and counts[best] >= LEAST_SHARE * words:
        return best
    written = _by_script(text.body[:SAMPLE])
    if written:
        return written
    code = (declared or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _by_script(sample: str) -> str | None:
    """Return the language that alone, or before all others, is written in most letters of `sample`."""
    if sample.isascii():
        return None
    letters = sum(map(str.isalpha, sample))
    for code, script in SCRIPTS:
        if len(script.findall(sample)) > LEAST_OF_SCRIPT.get(code, 0.5) * letters:
            return code
    return None


@cache
def _order() -> tuple[str, ...]:
    """The codes of the languages; of two that are as likely the first counts."""
    return tuple(code for code, _ in table("languages.tsv"))


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of which each small word is one."""
    found: dict[str, dict[str, None]] = {}
    for code, written in table("languages.tsv"):
        for word in written.split():
            found.setdefault(word, {})[code] = None
    return {word: tuple(codes) for word, codes in found.items()}
