"""The answer to whom a noun phrase means, and descriptions of those who are not named."""

from dataclasses import dataclass

from archive.extraction.names.found import is_inside
from archive.extraction.names.phrase import NounPhrase
from archive.extraction.names.vocabulary import ARTICLES, ENGLISH, OFFICE_WORDS, SPEAKER_NOUNS
from archive.extraction.record import SpeakerKind

# Where the description of someone unnamed ends.
ENDS = frozenset((",", "(", "—", "–", "who", "which", "that", "whose"))


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is meant, of what kind, and how sure that is (0..1)."""

    name: str
    kind: SpeakerKind
    sure: float


def describe(phrase: NounPhrase) -> str:
    """Return the phrase's words without its article and what follows a comma or relative pronoun."""
    tokens = list(phrase.tokens)
    if len(tokens) > 1 and tokens[0].text.lower() in ARTICLES:
        tokens = tokens[1:]
    for index, token in enumerate(tokens):
        if index and token.text in ENDS and not is_inside(token.start, phrase.mentions):
            tokens = tokens[:index]
            break
    return phrase.words(tokens[0].start, tokens[-1].end)


def is_one_person(description: str) -> bool:
    """Tell whether a description is of one person: "official in Rome", not "officials" or "new poll".

    A word or two with capitals are the name of someone who is known by nothing else.
    """
    words = description.lower().split()
    if len(words) <= 2 and description.istitle() and words[-1] not in ENGLISH:
        return True
    return (
        any(word in OFFICE_WORDS or word in SPEAKER_NOUNS["singular"] for word in words)
        and "and" not in words
    )
