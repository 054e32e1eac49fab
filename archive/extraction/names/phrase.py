"""What a noun phrase that names a speaker is made of: its head, its determiner, names and offices."""

from dataclasses import dataclass

from archive.extraction.names.found import Found, Mention, OfficeMention, is_inside
from archive.extraction.names.vocabulary import (
    CONTEXT,
    DETERMINERS,
    INDEFINITE,
    LINKS,
    POSSESSIVES,
    SPEAKER_NOUNS,
)
from archive.extraction.sentences import Text, Token

# Where the core of a noun phrase ends: at a mark, a relative pronoun or a preposition.
STOPS = LINKS | CONTEXT["stop"]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase of a body. `core` are the tokens before its first preposition, comma or relative clause.

    `mentions` are the names that begin in it, `offices` those that touch it, in their order.
    """

    text: Text
    start: int
    end: int
    tokens: tuple[Token, ...]
    core: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeMention, ...]

    @property
    def head(self) -> str:
        """The last word of the core, in lower case."""
        return self.core[-1].text.lower() if self.core else ""

    @property
    def head_end(self) -> int:
        """The offset at which the core ends."""
        return self.core[-1].end if self.core else self.start

    @property
    def determiner(self) -> str:
        """The first word, in lower case, if it is a determiner."""
        word = self.tokens[0].text.lower() if self.tokens else ""
        return word if word in DETERMINERS else ""

    @property
    def indefinite(self) -> bool:
        """Whether it speaks of no one known: "a source"."""
        return self.determiner in INDEFINITE

    def words(self, start: int, end: int) -> str:
        """Return body[start:end] on one line."""
        return " ".join(self.text.body[start:end].split())

    def follows(self, mention: Mention) -> str:
        """Return the token of the phrase after a name, in lower case; empty where the phrase ends."""
        for token in self.tokens:
            if token.start >= mention.end:
                return token.text.lower()
        return ""

    def ends_core(self, mention: Mention) -> bool:
        """Tell whether a name ends the core or a stop follows it: not so in "the Smith campaign"."""
        word = self.follows(mention)
        return not word[:1].isalpha() or word in STOPS or word in SPEAKER_NOUNS["after"]


def read_phrase(text: Text, found: Found, start: int, end: int) -> NounPhrase:
    """Read the noun phrase body[start:end]."""
    tokens = text.tokens_in(start, end)
    mentions = found.mentions_in(start, end)
    offices = found.offices_in(start, end)
    return NounPhrase(text, start, end, tokens, _core(tokens, mentions, offices), mentions, offices)


def _core(
    tokens: tuple[Token, ...], mentions: tuple[Mention, ...], offices: tuple[OfficeMention, ...]
) -> tuple[Token, ...]:
    """Return the tokens up to the first stop that is not inside a name or an office."""
    names: list[Mention | OfficeMention] = [*mentions, *offices]
    for index, token in enumerate(tokens):
        stops = token.text.lower() in STOPS and token.text not in POSSESSIVES
        if index and stops and not is_inside(token.start, names):
            return tokens[:index]
    return tokens
