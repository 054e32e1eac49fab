"""The words of a query where they stand in a text."""

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from html import escape
from itertools import chain, islice, pairwise, tee, zip_longest

from whoosh import query as wq
from whoosh.query.terms import MultiTerm

from .analysis import WORD, term_of
from .lexicon import compile_wildcard, fixed_start, is_near

EXCERPT = 300  # characters, about
LEAD = 60  # characters of it before the first word that is marked
MOST_WORDS = 200  # that are looked at
FURTHEST = 40  # characters between the words of a phrase: a few stop words
UNSTEMMED = 2  # letters at the end of a stem that a word of that stem may lack
PATTERNS = (wq.Prefix, wq.Wildcard, wq.FuzzyTerm)

Word = tuple[int, int, str]  # where it begins and ends, and what of the query it is
Test = Callable[[str], bool]


class Marker:
    """Marks what one query looks for, its `terms` and its `patterns`, in any number of texts.

    Terms that it looks for only within `phrases` are marked only beside another of the phrase.
    """

    def __init__(
        self,
        terms: Iterable[str],
        patterns: Iterable[MultiTerm] = (),
        phrases: Collection[Sequence[str]] = (),
    ) -> None:
        alone = set(terms)
        self._bound = frozenset(chain.from_iterable(phrases)) - alone
        self._pairs = {pair for phrase in phrases for pair in pairwise(phrase)}
        self.terms = self._bound | alone
        self.patterns = {_name(pattern): pattern for pattern in patterns}
        self._tests = {name: _test_of(pattern) for name, pattern in self.patterns.items()}
        self._everything = len(self.terms) + len(self.patterns)
        self._known: dict[str, str | None] = {}

    @classmethod
    def of(cls, query: wq.Query) -> "Marker":
        """Return what marks the words of `query`."""
        leaves = list(query.leaves())
        terms = {text for _, text in query.iter_all_terms(phrases=False) if isinstance(text, str)}
        phrases = [leaf.words for leaf in leaves if isinstance(leaf, wq.Phrase)]
        return cls(terms, (leaf for leaf in leaves if isinstance(leaf, PATTERNS)), phrases)

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
        words = self._words(text, start, len(text) if end is None else end) if self._everything else ()
        return islice(self._beside_each_other(text, words) if self._bound else words, MOST_WORDS)

    def _words(self, text: str, start: int, end: int) -> Iterator[Word]:
        for match in self._candidates.finditer(text, start, end):
            what = self._what(match[0])
            if what is not None:
                yield *match.span(), what

    def _beside_each_other(self, text: str, words: Iterable[Word]) -> Iterator[Word]:
        """Yield `words` without those of a phrase that stand alone."""
        here, ahead = tee(words)
        next(ahead, None)
        goes_on = False
        for word, following in zip_longest(here, ahead):
            went_on, goes_on = goes_on, following is not None and self._goes_on(text, word, following)
            if went_on or goes_on or word[2] not in self._bound:
                yield word

    def _goes_on(self, text: str, word: Word, following: Word) -> bool:
        """Whether a phrase has these words one after the other, and the text but stop words between them."""
        if (word[2], following[2]) not in self._pairs or following[0] - word[1] > FURTHEST:
            return False
        return not any(map(term_of, WORD.findall(text, word[1], following[0])))

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
