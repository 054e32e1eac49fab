"""A body's tokens with what look-up alone says about each: the ground that the finders of names walk on."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.extraction.names.capitals import without_capitals
from archive.extraction.names.vocabulary import (
    CONTEXT,
    ENGLISH,
    GAZETTEER,
    OFFICE_WORDS,
    ORGANIZATION_WORDS,
    PARTICLES,
    SMALL_IN_HEADINGS,
    US_STATES,
    Entry,
)
from archive.extraction.record import Span
from archive.extraction.sentences import Text

AND = frozenset(("and", "&"))
LONGEST_LIST = 20  # tokens of the fields of a body's work
LONG = 1000  # letters: English of that length without any possessive has lost its apostrophes
ENDS = frozenset(".!?”\"'’)…:;,")  # few headings end so
RUN_TOGETHER = re.compile(r"[a-z][A-Z][a-z]+[A-Z][a-z]")
_APOSTROPHES = re.compile(r"['’](?<=\w['’])s\b")  # begins with what is rare, for speed


class Known(NamedTuple):
    """Tokens first..last (exclusive) that the gazetteer knows."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class Words:
    """The tokens of a body by index: as written, in lower case, whether each may be part of a name.

    `cased` are the tokens that hold a capital, the few that most rules look at. `known` holds what the
    gazetteer knows, by first token; `known_before` by the token after it. `begins` are the first tokens of
    sentences, `heading` the tokens of headings, where a capital tells little.
    `lost_apostrophes` says that the page lost them all: "Frances ambassador".
    """

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    cased: list[int]
    capital: list[bool]
    begins: set[int]
    known: dict[int, Known] = field(default_factory=dict)
    known_before: dict[int, Known] = field(default_factory=dict)
    heading: set[int] = field(default_factory=set)
    lost_apostrophes: bool = False

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of tokens first..last (exclusive)."""
        return self.starts[first], self.ends[last - 1]

    def past_words(self, at: int, past_word: Callable[[int], int], most: int) -> int:
        """Return the end of a run of words from `at`, some joined by "and": "Forestry and Fisheries"; 0 if
        none is there. `past_word` returns where the word at a token ends, 0 if it is none.
        """
        end = at
        while end < len(self) and end - at < most:
            past = past_word(end + (end > at and self.lowers[end] in AND))
            if not past:
                break
            end = past
        return end if end > at else 0

    def past_list(self, at: int, past_item: Callable[[int], int]) -> int:
        """Return the end of a list whose first item ends at `at`: "Trade, Industry and Energy"; `at` where
        none goes on. `past_item` returns where the item at a token ends, 0 if there is none.
        """
        lowers, here, is_last = self.lowers, at, False
        while not is_last and here - at < LONGEST_LIST and lowers[here : here + 1] == [","]:
            is_last = not AND.isdisjoint(lowers[here + 1 : here + 2])
            item = here + 1 + is_last
            here = past_item(item)
            if not here:
                return at
            if not AND.isdisjoint(lowers[item:here]):
                return here
            if not is_last and here < len(lowers) and lowers[here] in AND:
                here, is_last = past_item(here + 1), True
        return here if is_last and here else at

    def past_article(self, at: int) -> int:
        """Return where a name begins, at `at` or behind "the": Norway in "the Islamic Republic of Norway"."""
        if self.lowers[at : at + 1] != ["the"] or at in self.known:
            return at
        at += 1
        lowers, step = self.lowers, at
        while step < len(lowers) and lowers[step] in CONTEXT["state"] and step not in self.known:
            step += 1
        if step == at or lowers[step : step + 1] != ["of"]:
            return at
        step += 1 + (lowers[step + 1 : step + 2] == ["the"])
        known = self.known.get(step)
        return step if known and known.entry.kind == "country" else at

    def touching(self, index: int) -> bool:
        """Tell whether token `index` stands right after the one before it, without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def read_words(text: Text) -> Words:
    """Look up the tokens of `text`."""
    cased = [
        at for at, (word, lower) in enumerate(zip(text.texts, text.lowers, strict=True)) if word != lower
    ]
    begins = {*text.sentence_firsts, *(text.token_index(quotation.start) for quotation in text.quotations)}
    texts = without_capitals(text.texts, cased, begins)
    capital = [False] * len(text.texts)
    for at in cased:
        capital[at] = has_capital(texts[at])
    words = Words(
        texts=texts,
        lowers=text.lowers,
        starts=text.token_starts,
        ends=text.token_ends,
        cased=cased,
        capital=capital,
        begins=begins,
    )
    for first, last in zip(text.sentence_firsts, text.sentence_stops, strict=True):
        words.heading.update(_heading(words, first, last, text.texts[last - 1][-1] in ENDS))
    _look_up(words)
    _tell_georgia(words)
    _tell_congress(words)
    _tell_parties(words)
    if not _APOSTROPHES.search(text.body):
        words.lost_apostrophes = len(text.body) > LONG
        _look_up_possessives(words)
    return words


def _heading(words: Words, first: int, last: int, stopped: bool) -> range:
    """Return tokens first..last (exclusive) if they are a heading: most of the long words have a capital.

    A sentence that ends with a mark (`stopped`) is one only if a small word has a capital: "Rivals In Vote."
    """
    if not 5 <= last - first <= 40 or 3 * sum(words.capital[first:last]) < last - first:
        return range(0)
    texts = words.texts[first:last]
    longer = [word for word in texts if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    if len(longer) < 4 or capitals <= 0.8 * len(longer):
        return range(0)
    small = any(word.istitle() and word.lower() in SMALL_IN_HEADINGS and word != "The" for word in texts[1:])
    return range(first, last) if small or not stopped else range(0)


def has_capital(word: str) -> bool:
    """Tell whether a word may be part of a name: Smith, al-Hadi; not "SmithShareReply", run together."""
    if word[0].isupper():
        return word[1:].islower() or RUN_TOGETHER.search(word) is None
    prefix, mark, rest = word.partition("-")
    return (
        bool(mark and rest)
        and rest[0].isupper()
        and prefix in (*PARTICLES, "as", "an", "ad", "ar", "at", "az")
    )


def _look_up(words: Words) -> None:
    texts, taken = words.texts, 0
    for at in [at for at, word in enumerate(texts) if word in GAZETTEER]:
        match = _known_at(texts, at) if at >= taken else None
        if match and not _is_of_another(words, match):
            words.known[at] = words.known_before[match.last] = match
            taken = match.last


def _is_of_another(words: Words, match: Known) -> bool:
    """Tell whether another country owns what one is known for: "the Czech Senate" is not that of the US."""
    owner = words.known_before.get(match.first)
    if match.last == match.first + 1 and _are_initials(words, match.first):
        return True
    generic = match.last == match.first + 1 and words.lowers[match.first] in ORGANIZATION_WORDS
    if owner is None or not generic or match.entry.kind != "organization" or match.entry.country is None:
        return False
    return owner.entry.kind in ("country", "demonym") and owner.entry.country != match.entry.country


def _are_initials(words: Words, at: int) -> bool:
    """Tell whether a token is the initials of a name, not an agency: "A.P." in "Minister A.P. Smith"."""
    spelt = words.texts[at].count(".") > 1 and at > 0 and at + 1 < len(words)
    return spelt and words.capital[at + 1] and words.lowers[at - 1] in OFFICE_WORDS


def _known_at(texts: list[str], at: int) -> Known | None:
    following = texts[at + 1] if at + 1 < len(texts) else ""
    for phrase, entry in GAZETTEER[texts[at]]:
        size = len(phrase)
        if size == 1 or (phrase[1] == following and tuple(texts[at : at + size]) == phrase):
            return Known(at, at + size, entry)
    return None


def _look_up_possessives(words: Words) -> None:
    """Take "Frances" for France's, on a page without apostrophes; it shows that they are lost."""
    for at, word in enumerate(words.texts):
        if word[-1] != "s" or at in words.known or word[:-1] not in GAZETTEER:
            continue
        for phrase, entry in GAZETTEER[word[:-1]]:
            if len(phrase) == 1 and entry.kind in ("country", "capital"):
                words.known[at] = words.known_before[at + 1] = Known(at, at + 1, entry)
                words.lost_apostrophes = True


def _tell_georgia(words: Words) -> None:
    """Take Georgia for the state of the United States where the text names more states, and no Georgian."""
    named = {known.entry.name for known in words.known.values()}
    if "Georgia" not in named or "Georgian" in words.texts or "Tbilisi" in words.texts:
        return
    if len(named.intersection(US_STATES)) < 3:
        return
    for at, known in words.known.items():
        if known.entry.country == "GE":
            state = Known(known.first, known.last, Entry("place", "Georgia"))
            words.known[at] = words.known_before[known.last] = state


def _tell_congress(words: Words) -> None:
    """Take "Congress" for no parliament where a text is of India, whose party it is, more than of the US."""
    bare = [
        at for at, known in words.known.items() if known.entry.name == "US Congress" and known.last == at + 1
    ]
    if not bare:
        return
    named = [known.entry.country for known in words.known.values()]
    if named.count("IN") > named.count("US") - len(bare):
        for at in bare:
            del words.known[at], words.known_before[at + 1]


def _tell_parties(words: Words) -> None:
    """Take "the Labour Party" for no country's in a text that is clearly of another, which has its own."""
    parties = [known for known in words.known.values() if _is_common_party(words, known)]
    if not parties:
        return
    named = Counter(known.entry.country for known in words.known.values())
    named.subtract(known.entry.country for known in parties)
    del named[None]
    for known in parties:
        others = max((count for country, count in named.items() if country != known.entry.country), default=0)
        if others > 2 * named[known.entry.country] + 1:
            name = " ".join(words.texts[known.first : known.last])
            party = Known(known.first, known.last, Entry("organization", name))
            words.known[known.first] = words.known_before[known.last] = party


def _is_common_party(words: Words, known: Known) -> bool:
    """Tell whether the name of a country's party is of common words alone: "the Democratic Party"."""
    lowers = words.lowers[known.first : known.last]
    return known.entry.country is not None and lowers[-1] == "party" and ENGLISH.issuperset(lowers)
