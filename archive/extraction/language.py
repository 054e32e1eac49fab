"""Which language a body is in, by its smallest words."""

import re
from collections import Counter
from functools import cache

from archive.extraction.lexicon import table

SAMPLE = 3000  # characters
LEAST_SHARE = 0.08  # of the words, those that the language's smallest words make up
WORD = re.compile(r"[^\W\d_]+")


def find_language(body: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the language of `body`; `declared` counts if that is unclear."""
    words = Counter(WORD.findall(body[:SAMPLE].lower()))
    counts = Counter[str]()
    for word in words.keys() & _languages().keys():
        for code in _languages()[word]:
            counts[code] += words[word]
    best = max(_order(), key=counts.__getitem__)
    if words and counts[best] >= LEAST_SHARE * words.total():
        return best
    code = (declared or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


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
