"""The words of a query where they stand in a text."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from html import escape

from whoosh import query as wq
from whoosh.query.terms import MultiTerm

from .analysis import term_of
from .lexicon import compile_wildcard, fixed_start, is_near

EXCERPT = 300  # characters, about
LEAD = 60  # characters of it before the first word that is marked
MOST_WORDS = 200  # that are looked at
UNSTEMMED = 2  # letters at the end of a stem that a word of that stem may lack
PATTERNS = (wq.Prefix, wq.Wildcard, wq.FuzzyTerm)

Word = tuple[int, int, str]  # where it begins and ends, and what of the query it is
Test = Callable[[str], bool]


class Marker:
    """Marks what one query looks for, its `terms` and its `patterns`, in any number of texts."""

    def __init__(self, terms: Iterable[str], patterns: Iterable[MultiTerm] = ()) -> None:
        self.terms = frozenset(terms)
        self.patterns = {_name(pattern): pattern for pattern in patterns}
        self._tests = {name: _test_of(pattern) for name, pattern in self.patterns.items()}
        self._everything = len(self.terms) + len(self.patterns)
        self._known: dict[str, str | None] = {}

    @classmethod
    def of(cls, query: wq.Query) -> "Marker":
        """Return what marks the words of `query`."""
        terms = {text for _, text in query.iter_all_terms(phrases=True) if isinstance(text, str)}
        return cls(terms, (leaf for leaf in query.leaves() if isinstance(leaf, PATTERNS)))

    def excerpt(self, text: str, before: str = "<em>", after: str = "</em>") -> str:
        """Return the part of `text` with most of what is looked for (a short text whole), marked, as HTML."""
        start, end = self._best_part(text)
        parts, last = [], start
        for word_start, word_end, _ in self.find(text, start, end):
            parts += [escape(text[last:word_start]), before, escape(text[word_start:word_end]), after]
            last = word_end
        return "".join([*parts, escape(text[last:end])])

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words of `text` that are looked for, MOST_WORDS at most."""
        if not self._everything:
            return
        left = MOST_WORDS
        for match in self._candidates.finditer(text, start, len(text) if end is None else end):
            what = self._what(match[0])
            if what is not None:
                yield *match.span(), what
                left -= 1
                if not left:
                    return

    def _what(self, word: str) -> str | None:
        """Return what of the query `word` is."""
        if word not in self._known:
            self._known[word] = self._work_out(term_of(word), word.lower())
        return self._known[word]

    def _work_out(self, term: str | None, word: str) -> str | None:
        if term in self.terms:
            return term
        return next((name for name, test in self._tests.items() if (term and test(term)) or test(word)), None)

    @cached_property
    def _candidates(self) -> re.Pattern[str]:
        """What finds every word that may be meant: stemming changes the ends of words only."""
        beginnings = {term[: max(1, len(term) - UNSTEMMED)] for term in self.terms}
        beginnings |= {_fixed_beginning(pattern) for pattern in self.patterns.values()}
        return _words_beginning(beginnings)

    def _best_part(self, text: str) -> tuple[int, int]:
        """Return where the part to show begins and ends: found without reading on where it has everything."""
        if len(text) <= EXCERPT:
            return 0, len(text)
        window: deque[Word] = deque()
        best, start = 0, 0
        for word in self.find(text):
            window.append(word)
            while word[0] - window[0][0] >= EXCERPT - LEAD:
                window.popleft()
            inside = len({what for _, _, what in window})
            if inside > best:
                best, start = inside, max(0, window[0][0] - LEAD)
            if best == self._everything:
                break
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = text.find(" ", start + EXCERPT)
        return start, len(text) if end < 0 else end


def _words_beginning(beginnings: set[str]) -> re.Pattern[str]:
    """Return the expression for words that begin with one of `beginnings`, and for some others.

    It names the first letters before all else, so that `re` leaps from one of them to the next: five times as
    fast as looking at each place whether a word begins there.
    """
    letters = {case for text in beginnings for case in (text[:1].lower(), text[:1].upper(), text[:1].title())}
    first = r"\w" if "" in beginnings else f"[{re.escape(''.join(sorted(letters)))}]"
    return re.compile(
        rf"""
        {first} (?<!\w\w)(?<!\w\.\w)           # a dot may be within a word
        (?i:{"|".join(sorted({re.escape(text[1:]) for text in beginnings}))})
        \w*(?:\.?\w+)*
        """,
        re.X,
    )


def _name(pattern: MultiTerm) -> str:
    """Return a name for what `pattern` stands for, in whatever field."""
    return f"{type(pattern).__name__} {pattern.text}"


def _fixed_beginning(pattern: MultiTerm) -> str:
    """Return how every word begins that `pattern` may stand for."""
    if isinstance(pattern, wq.FuzzyTerm):
        return pattern.text[: pattern.prefixlength]
    return pattern.text if isinstance(pattern, wq.Prefix) else fixed_start(pattern.text)


def _test_of(pattern: MultiTerm) -> Test:
    """Return what tells whether a term is one that `pattern` stands for."""
    if isinstance(pattern, wq.Prefix):
        return lambda term: term.startswith(pattern.text)
    if isinstance(pattern, wq.FuzzyTerm):
        return lambda term: is_near(term, pattern.text, pattern.maxdist, pattern.prefixlength)
    return compile_wildcard(pattern.text)
