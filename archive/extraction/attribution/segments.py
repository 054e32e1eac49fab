"""Sentences outside of quotation marks, their words tagged with what they are.

A tag is one letter. Those of small words are in lexicon/function_words.txt; beside these: ``N`` a capitalised
word, ``n`` any other, ``9`` a number, ``'`` a possessive ending, ``Q`` a quotation (one element, whatever it
holds), ``q`` a quotation of a word or three used as a noun, ``V`` a finite verb, ``Z`` a form in -ed (finite
or participle), ``B`` a bare infinitive, ``G`` a form in -ing. A mark of punctuation is its own tag; a dash is
always ``-``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from archive.extraction import lexicon
from archive.extraction.record import Span
from archive.extraction.sentences import Quotation, Text
from archive.extraction.verbs import WORD_TAGS

NOMINAL = frozenset("NnD9'qTPO")
VERBAL = frozenset("VZX")
DASHES = frozenset(("-", "–", "—", "--", "―"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’", "’S", "'S"))
# Determiners that can stand for a person by themselves: "another said".
STANDING_ALONE = frozenset(("another", "one", "others", "some", "many", "both", "all", "several", "most"))
PLURALS = ("people", "police", "media")
NOUNS_IN_LY = lexicon.words("nouns_in_ly.txt")
KEPT = 20_000  # words whose tag is remembered: most of a text are in the one before it
Phrase = tuple[int, int]  # first and last element, both included


@dataclass(slots=True)
class Segment:
    """A sentence outside of quotation marks: words and whole quotations, with their tags.

    `words` are as written, `lower` in lower case, `starts`/`ends` their offsets in the body; an element
    tagged ``Q`` or ``q`` has its quotation in `quotes`, and in `closes` whether that ends with a mark, as a
    sentence does. `stripped` says that the text has lost its commas. `subjects` remembers what has been
    looked for.
    """

    paragraph: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    closes: dict[int, bool] = field(default_factory=dict)
    stripped: bool = False
    subjects: dict[int, Phrase | None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lower)

    def add_tokens(self, text: Text, first: int, stop: int) -> None:
        """Append the tokens first..stop (exclusive) of `text`; `tag` settles their tags."""
        self.words += text.texts[first:stop]
        self.lower += text.lowers[first:stop]
        self.starts += text.token_starts[first:stop]
        self.ends += text.token_ends[first:stop]

    def add_quotation(self, quotation: Quotation, closes: bool) -> None:
        """Append a whole quotation as one element."""
        self.quotes[len(self.lower)] = quotation
        self.closes[len(self.lower)] = closes
        self.words.append("")
        self.lower.append("")
        self.starts.append(quotation.left)
        self.ends.append(quotation.right)

    def tag_at(self, index: int) -> str:
        """Return the tag of element `index`, a full stop beyond both ends."""
        return self.tags[index] if 0 <= index < len(self.tags) else "."

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the elements first..last, both included."""
        return self.starts[first], self.ends[last]


def tag(segment: Segment, nominal: frozenset[int] = frozenset()) -> None:
    """Set the tags of `segment`; `nominal` are the indices of quotations that are used as nouns."""
    words = segment.words
    tags = segment.tags = list(map(_tag_in_headline if _is_headline(words) else _first_tag, words))
    tags[0] = _tag_in_headline(words[0])
    for index in segment.quotes:
        tags[index] = "q" if index in nominal else "Q"
    if "HE" in words:
        for index in (index for index, word in enumerate(words[:-1]) if word == "HE"):
            tags[index] = "N" if words[index + 1].istitle() else tags[index]  # His Excellency
    if len(tags) > 1 and tags[0] == "N":
        tags[0] = _first_word(segment.lower[0], tags[1])
    _settle(segment.lower, tags)


def _is_headline(words: list[str]) -> bool:
    """Tell whether most longer words have a capital, as in a headline."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 3 and sum([word[0].isupper() for word in longer]) > 0.7 * len(longer)


@lru_cache(maxsize=KEPT)
def _first_tag(word: str) -> str:
    """Return the tag of a word within a sentence."""
    return _tag_of(word, capital_means_nothing=False)


@lru_cache(maxsize=KEPT)
def _tag_in_headline(word: str) -> str:
    """Return the tag of a word of a headline, or of the first word of a sentence."""
    return _tag_of(word, capital_means_nothing=True)


def _tag_of(word: str, capital_means_nothing: bool) -> str:
    first = word[:1]
    if first.islower() or first in "'’":
        return WORD_TAGS.get(word) or ("'" if word in POSSESSIVES else _guess(word))
    if first.isalpha():
        known = WORD_TAGS.get(word.lower()) if word != "May" else "T"
        if known == "T" and word.isupper():
            return "N"  # USA TODAY
        return known if known and (known in "DPTXKWSI" or capital_means_nothing) else "N"
    if first.isdigit() or first in "$€£%":
        return "9"
    return "-" if word in DASHES else first


def _first_word(word: str, following: str) -> str:
    """Return the tag of an unknown word that begins a sentence: "Alarmed by …", "Speaking to …", "Clearly,
    …", or a name.
    """
    guess = _guess(word)
    if (guess in "GZ" and following in "IDOHt") or (guess == "R" and following in ",DPI"):
        return guess
    return "N"


def _guess(word: str) -> str:
    if word.endswith("ing") and len(word) > 5:
        return "G"
    if word.endswith("ed") and len(word) > 4:
        return "Z"
    return "R" if word.endswith("ly") and len(word) > 4 and word not in NOUNS_IN_LY else "n"


# --- words that may be more than one thing -----------------------------------------------------------------


def _settle(words: list[str], tags: list[str]) -> None:
    """Decide by its neighbours each word that may be more than one thing, from left to right."""
    last = len(tags) - 1
    for index, current in enumerate(tags):
        rule = RULES.get(current)
        if rule:
            before = tags[index - 1] if index else "."
            after = tags[index + 1] if index < last else "."
            tags[index] = rule(words, tags, index, before, after)


def _settle_verb(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    """Tell a noun from a verb for a form such as "claims", "report" or "call"."""
    word = words[index]
    if word == "last" and after == "T":
        return "T"
    if before in "tX" or (before == "R" and index > 1 and words[index - 2] == "to"):
        return "B" if before != "X" or after not in "VX" else "n"
    if before in "D'I9" or after in "VX" or (after == "Z" and word.endswith("s")):
        return "n"
    if word.endswith("s") and not word.endswith("ss"):
        return _settle_third_person(tags, index, before, after)
    if before in "PW" or before == "R":
        return "V"
    plural = index and (words[index - 1].endswith("s") or words[index - 1] in PLURALS)
    if before in "Nn)," and plural:
        return "V"
    return "n" if before in "NnGV" else "B"


def _settle_third_person(tags: list[str], index: int, before: str, after: str) -> str:
    """Tell "the minister claims that" from "frequent claims that"."""
    if before == "n" and after == "H" and index > 1 and tags[index - 2] not in "DNn'":
        return "n"
    return "V" if before in "PNnWRHq),-'OT9" else "n"


def _settle_ending(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    """Tell "Smith's gone" from "Smith's house"."""
    verb = before in "PWH" or after in "GZ" or (after in "RD" and before in "Nn")
    return "X" if verb and words[index] in ("’s", "'s") else "'"


def _settle_to(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    infinitive = after == "v" or (after == "R" and tags[index + 2 : index + 3] == ["v"])
    return "t" if infinitive else "I"


def _settle_past(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    """Tell "the armed men" from "another armed himself"."""
    alone = before == "D" and words[index - 1] in STANDING_ALONE and after not in "nN"
    return "n" if before in "D'" and not alone else "Z"


def _settle_gerund(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    return "n" if before == "D" else "G"


def _settle_pronoun(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    """Tell "told you" from "you told"."""
    return "O" if words[index] in ("you", "it") and before in "IVZBGt" and after not in "VXRv" else "P"


Rule = Callable[[list[str], list[str], int, str, str], str]
RULES: dict[str, Rule] = {
    "v": _settle_verb,
    "'": _settle_ending,
    "t": _settle_to,
    "Z": _settle_past,
    "G": _settle_gerund,
    "P": _settle_pronoun,
}
