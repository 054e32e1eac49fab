"""A search that names someone beside other words: what that one said of these, one step away."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.search import SearchRequest, count, directory
from archive.search.query import PLAIN, QueryRefused, Token, parse_query

from .search_links import Link

MOST_WORDS = 8  # of a search that is looked at
LONGEST_NAME = 4  # words


def said_of_it(asked: SearchRequest) -> Link | None:
    """Return the link from ``lavrov syria`` to what Sergey Lavrov said of “syria”, with its number."""
    words = () if asked.speaker else _plain_words(asked.q)
    for start, end in _runs(len(words)):
        speaker = _named([word.text for word in words[start:end]])
        rest = " ".join(word.text for word in (*words[:start], *words[end:]))
        if speaker and rest:
            wanted = replace(asked, type="statements", speaker=(speaker.slug,), q=rest, page=1)
            total = count(wanted)
            return Link(f"{speaker.name} on “{rest}”", wanted.query_string(), total) if total else None
    return None


def _plain_words(text: str) -> Sequence[Token]:
    try:
        words = parse_query(text).parts
    except QueryRefused:
        return ()
    return words if len(words) <= MOST_WORDS and all(word.kind in PLAIN for word in words) else ()


def _runs(length: int) -> Iterator[tuple[int, int]]:
    """Yield where words that stand side by side begin and end, the longest runs first."""
    for size in range(min(LONGEST_NAME, length - 1), 0, -1):
        yield from ((start, start + size) for start in range(length - size + 1))


def _named(words: Sequence[str]) -> directory.Entry | None:
    """Return whose name these words are, of those who are quoted: of people the last word is enough."""
    name = directory.words_of(" ".join(words))
    found = directory.current.get().named(" ".join(words), ("person", "organization")) if name else ()
    return next((entry for entry in found if entry.said and _is_name_of(name, entry)), None)


def _is_name_of(words: tuple[str, ...], entry: directory.Entry) -> bool:
    names = [directory.words_of(name) for name in (entry.name, *entry.others)]
    return words in names or (entry.kind == "person" and any(name[-1:] == words[-1:] for name in names))
