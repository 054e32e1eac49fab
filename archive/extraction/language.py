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
    counts = {
        code: sum(words[word] for word in small & words.keys()) for code, small in _small_words().items()
    }
    best = max(counts, key=lambda code: counts[code])
    if words and counts[best] >= LEAST_SHARE * words.total():
        return best
    code = (declared or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(written.split()) for code, written in table("languages.tsv")}
