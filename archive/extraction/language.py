"""Which language a body is in, by its smallest words."""

from collections import Counter
from functools import cache

from archive.extraction.lexicon import table
from archive.extraction.sentences import Text

SAMPLE = 3000  # characters
LEAST_SHARE = 0.08  # of the words, those that the language's smallest words make up


def find_language(text: Text, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`; `declared` counts if that is unclear."""
    sample = Counter(text.lowers[: text.token_index(SAMPLE)])
    counts = Counter[str]()
    for word in sample.keys() & _languages().keys():
        for code in _languages()[word]:
            counts[code] += sample[word]
    best = max(_order(), key=counts.__getitem__)
    words = sum(count for word, count in sample.items() if word.isalpha())
    if words and counts[best] >= LEAST_SHARE * words:
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
