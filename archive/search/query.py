"""What readers type into the search box: words, "phrases", AND OR NOT, -word, speaker:, prefix*, brackets.

Grammar, where words that merely stand side by side must all be found::

    any     = all ("OR" all)*
    all     = one ("AND"? one)*
    one     = ("NOT" | "-") one | field? thing
    thing   = "(" any ")" | '"' words '"' | date | name | word | prefix "*"
    field   = "speaker:" | "title:" | "source:"

A name is what is known to be written otherwise as well: "United States". Plain words that ask a question are
searched for without the words that only ask.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from haystack.query import SQ

from archive.models.folding import fold

from .engine.analysis import find_terms
from .periods import WRITTEN, period_of
from .wordings import asks, in_several_words, is_question, other_wordings

MOST_WORDS = 60
DEEPEST = 20  # brackets within brackets
FREE_FIELDS = {
    "articles": ("content", "title", "names"),
    "statements": ("content", "names"),
}  # where a word without a field may be: a statement's own words and whose they are, not its article's title
PERIODS = {4: "year", 7: "month", 10: "day"}  # the field by the length of an ISO date
FIELDS = {"speaker": ("speaker_names",), "title": ("title",), "source": ("source_name",)}
PLAIN = ("word", "date", "name")
SPELLED = (*PLAIN, "phrase")  # the kinds of tokens that have words; a prefix has a part of one
WORDS = (*SPELLED, "prefix")
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
TOKEN = re.compile(
    rf"""
      (?P<open>\() | (?P<close>\))
    | -(?P<minus>(?=[\w"(]))                    # -word; a dash before a space is punctuation
    | (?P<field>(?i:speaker|title|source)):(?=\S)
    | "(?P<phrase>[^"]*)"
    | (?P<operator>(?:AND|OR|NOT)(?![^\s()"]))
    | (?<!:)(?P<date>(?i:{WRITTEN}))(?![^\s()"])
    | (?<!:)(?P<name>(?i:{in_several_words()}))(?![^\s()"])
    | (?P<prefix>\w{{2,}})\*(?![^\s()"])
    | (?P<word>[^\s()"]+)
    | (?P<stray>")                              # opened and not closed
    """,
    re.X,
)


class QueryRefused(Exception):
    """A query that is too long; its text is a sentence to show."""


class NotParsed(Exception):
    """A query that the grammar does not know."""


@dataclass(frozen=True)
class Token:
    """One part of a query: its kind (a group of `TOKEN`), its text, and where in the query that stands."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ParsedQuery:
    """A query as Haystack takes it; `condition` is None where it has nothing that can be searched for.

    `spelled` are the words and phrases that a reader may have misspelled; `is_plain` tells that it is
    nothing but these.
    """

    text: str
    kind: str
    condition: SQ | None
    spelled: tuple[Token, ...] = ()
    notices: tuple[str, ...] = ()
    is_plain: bool = False

    def typed(self) -> dict[str, str]:
        """Return the words as they were typed, by the term that the index has for each, or for a wording."""
        words = [token.text for token in self.spelled]
        others = ((form, word) for word in words for form in other_wordings(word))
        typed = {term: word for form, word in others for _, term in find_terms(form) if term}
        forms = (form for word in words for form in (fold(word), word))
        return typed | {term: word for form in forms for word, term in find_terms(form) if term}

    @property
    def parts(self) -> tuple[Token, ...]:
        """The words and phrases of a plain query that has several; none of another."""
        return self.spelled if self.is_plain and len(self.spelled) > 1 else ()

    def without(self, left_out: Collection[Token]) -> str:
        """Return a query of the parts that are not left out."""
        kept = [token for token in self.parts if token not in left_out]
        return " ".join(f'"{token.text}"' if token.kind == "phrase" else token.text for token in kept)


def parse_query(text: str, kind: str = "articles") -> ParsedQuery:
    """Return what `text` asks for of articles or statements (`kind`).

    What does not parse is taken as plain words, and a notice says so.

    Raises QueryRefused where it is too long.
    """
    text = text.translate(QUOTES)
    typed = list(_tokens(text))
    tokens = _asked_for(typed)
    words = [word for token in tokens if token.kind in WORDS for word, _ in find_terms(token.text)]
    if len(words) > MOST_WORDS:
        raise QueryRefused(f"This search is too long: it may have {MOST_WORDS} words at most.")
    notices: list[str] = []
    try:
        condition = Parser(tokens, FREE_FIELDS[kind]).parse()
    except NotParsed as reason:
        condition = _plain_words(words, FREE_FIELDS[kind])
        notices.append(f"{reason}, so all of it was searched as plain words.")
    if text.strip() and condition is None:
        notices.append(f"There is no word in “{_shorten(text)}” that can be searched for.")
    if tokens != typed:
        searched = " ".join(token.text for token in tokens)
        notices.append(f"This was read as a question, and searched for “{_shorten(searched)}”.")
    spelled = tuple(token for token in tokens if token.kind in SPELLED)
    return ParsedQuery(text, kind, condition, spelled, tuple(notices), len(spelled) == len(tokens))


def _tokens(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        yield Token(kind, match[kind], match.start(kind), match.end(kind))


def _asked_for(tokens: list[Token]) -> list[Token]:
    """Return the tokens without those that only ask, where they are plain words that ask a question."""
    plain = all(token.kind in PLAIN for token in tokens)
    if not (plain and is_question([token.text for token in tokens])):
        return tokens
    return [token for token in tokens if not asks(token.text)] or tokens


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


class Parser:
    """Reads tokens from left to right. Conditions are None where there is nothing to search for."""

    def __init__(self, tokens: list[Token], fields: tuple[str, ...]) -> None:
        self.tokens, self.fields, self.place, self.depth = tokens, fields, 0, 0

    def parse(self) -> SQ | None:
        """Return the condition of the whole query. Raises NotParsed."""
        if not self.tokens:
            return None
        if _is_plain(self.tokens):
            return _plain_words([token.text for token in self.tokens], self.fields)
        condition = self._any(self.fields)
        if self.place < len(self.tokens):
            raise NotParsed("A bracket is closed that was not opened")
        return condition

    def _next_is(self, kind: str, text: str | None = None) -> bool:
        if self.place == len(self.tokens):
            return False
        token = self.tokens[self.place]
        return token.kind == kind and text in (None, token.text)

    def _take(self, kind: str, text: str | None = None) -> bool:
        if self._next_is(kind, text):
            self.place += 1
            return True
        return False

    def _any(self, fields: tuple[str, ...]) -> SQ | None:
        parts = [self._all(fields)]
        while self._take("operator", "OR"):
            parts.append(self._all(fields))
        return _any_of(parts)

    def _all(self, fields: tuple[str, ...]) -> SQ | None:
        parts = [self._one(fields)]
        while self._take("operator", "AND") or not self._at_end():
            parts.append(self._one(fields))
        return _all_of(parts)

    def _at_end(self) -> bool:
        return self.place == len(self.tokens) or self._next_is("close") or self._next_is("operator", "OR")

    def _one(self, fields: tuple[str, ...]) -> SQ | None:
        negated = False
        while self._take("operator", "NOT") or self._take("minus"):
            negated = not negated
        condition = self._thing(fields)
        return ~condition if negated and condition is not None else condition

    def _thing(self, fields: tuple[str, ...]) -> SQ | None:
        if self.place == len(self.tokens):
            raise NotParsed("Something is missing at the end")
        token = self.tokens[self.place]
        self.place += 1
        match token.kind:
            case "field":
                return self._thing(FIELDS[token.text.lower()])
            case "open":
                return self._group(fields)
            case "phrase":
                return _words(fields, token.text)
            case "word" | "date" | "name":
                return _word(fields, token.text)
            case "prefix":
                return _beginning(fields, token.text)
            case "stray":
                raise NotParsed("A quotation mark is not closed")
        raise NotParsed(f"Something is missing before “{token.text}”")

    def _group(self, fields: tuple[str, ...]) -> SQ | None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotParsed(f"There are more than {DEEPEST} brackets within each other")
        condition = self._any(fields)
        if not self._take("close"):
            raise NotParsed("A bracket is not closed")
        self.depth -= 1
        return condition


def _is_plain(tokens: list[Token]) -> bool:
    return len(tokens) > 1 and all(token.kind in PLAIN for token in tokens)


def _plain_words(words: list[str], fields: tuple[str, ...]) -> SQ | None:
    """Return the condition of all `words`; where they stand side by side, as in a name, they count twice."""
    every = _all_of([_word(fields, word) for word in words])
    if len(_terms(" ".join(words))) < 2:
        return every
    return _any_of([every, _words(fields, " ".join(words))])


def _terms(text: str) -> list[str]:
    """Return the words of `text` that are searched for; those that stand in every text are not."""
    return [term for _, term in find_terms(text) if term]


def _word(fields: tuple[str, ...], text: str) -> SQ | None:
    """Return the condition of one word, or of a date or a name in several, however it is written.

    A date is also that of publication.
    """
    said = _all_of([_words(fields, word) for word in text.split()])
    others = [_words(fields, form) for form in other_wordings(text)]
    period = period_of(text)
    if said is not None and fields in FREE_FIELDS.values() and period is not None:
        others.append(SQ(**{f"{PERIODS[len(period)]}__exact": period}))
    return _any_of([said, *others])


def _words(fields: tuple[str, ...], text: str) -> SQ | None:
    """Return the condition of one word; where `text` has several, as "anti-missile" does, of a phrase.

    What is typed with accents is found without them, too; documents have names and titles both ways.
    """
    terms = _terms(text)
    if not terms:
        return None
    lookup = "__exact" if len(terms) > 1 else ""
    return _any_of([SQ(**{field + lookup: form}) for form in (text, fold(text)) for field in fields])


def _beginning(fields: tuple[str, ...], text: str) -> SQ | None:
    return _any_of([SQ(**{f"{field}__startswith": form}) for form in (text, fold(text)) for field in fields])


def _any_of(parts: list[Any]) -> SQ | None:
    return _joined(parts, SQ.OR)


def _all_of(parts: list[Any]) -> SQ | None:
    return _joined(parts, SQ.AND)


def _joined(parts: list[Any], connector: str) -> SQ | None:
    parts = list(dict.fromkeys(part for part in parts if part is not None))
    if len(parts) < 2:
        return parts[0] if parts else None
    return SQ(*parts, _connector=connector)
