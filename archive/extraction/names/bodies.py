"""Organizations that speak, by name or as "the ministry", and what speaks for someone: "the message"."""

from archive.extraction.names.found import Found, Mention
from archive.extraction.names.naming import Naming
from archive.extraction.names.phrase import NounPhrase
from archive.extraction.names.vocabulary import POSSESSIVES, SAYING, SPEAKER_NOUNS
from archive.extraction.record import Speaker
from archive.extraction.sentences import Text

REACH = 60  # mentions that are looked back over
NEAR = 2  # sentences over which "the group" reaches back
LOOK_BACK = 400  # tokens within which the first "message" is sought
NEXT_WORD = 20  # characters within which the word after a name ends
SENDER_BEHIND = 30  # characters behind "a statement" within which its sender is named
SENDER_WITHIN = 8  # tokens between "message" and its sender


class BodyReader:
    """Understands the phrases of one body whose head is an organization, a country or a message."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found

    def read(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return which organization is meant, or whose message speaks."""
        named = self._by_name(phrase) or self._author(phrase)
        return named or (None if phrase.indefinite else self._by_noun(phrase, previous))

    def it(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return which organization "it" means."""
        if previous and previous.kind == "organization":
            return Naming(previous.name, "organization", 0.75)
        return self._last(phrase, frozenset(), None)

    # --- organizations and countries ---

    def _by_name(self, phrase: NounPhrase) -> Naming | None:
        for mention in phrase.mentions:
            if mention.kind == "person":
                continue
            if mention.start < phrase.head_end <= mention.end:
                if self._has_company(phrase, mention):
                    return None
                return Naming(mention.whom, "organization", 0.93 if mention.kind == "organization" else 0.85)
            if mention.end < phrase.head_end and phrase.head in SPEAKER_NOUNS["medium"]:
                return Naming(mention.whom, "organization", 0.7)
        return None

    def _has_company(self, phrase: NounPhrase, mention: Mention) -> bool:
        """Tell whether another is named before the head: "Malta and Norway"."""
        before = [token.text.lower() for token in phrase.core if token.end <= mention.start]
        return "and" in before and any(other.end < mention.start for other in phrase.mentions)

    def _by_noun(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if phrase.head in SPEAKER_NOUNS["medium"]:
            return self._medium(phrase, previous)
        if phrase.head in SPEAKER_NOUNS["side"]:
            country = self._country(phrase)
            if country:
                return Naming(country, "organization", 0.7)
        if phrase.head in SPEAKER_NOUNS["body"] and len(phrase.core) <= 3 and phrase.determiner != "his":
            return self._last(phrase, frozenset((phrase.head,)), previous)
        return None

    def _country(self, phrase: NounPhrase) -> str | None:
        """Return the country whose demonym stands before the head: "the French side"."""
        names = (self.found.demonyms.get(token.text) for token in phrase.core[:-1])
        return next((name for name in names if name), None)

    def _last(self, phrase: NounPhrase, generic: frozenset[str], previous: Speaker | None) -> Naming | None:
        """Return the organization named last before the phrase that its word fits: "the ministry"."""
        before = [m for m in self.found.mentions_before(phrase.start, REACH) if m.kind == "organization"]
        for mention in reversed(before):
            if not generic or mention.generic in generic:
                return Naming(mention.whom, "organization", 0.85 if generic else 0.5)
        if previous and previous.kind == "organization":
            return Naming(previous.name, "organization", 0.7)
        if generic & SPEAKER_NOUNS["any"] and len(phrase.core) == 2:
            return self._only_one_near(before, phrase)
        return None

    def _only_one_near(self, before: list[Mention], phrase: NounPhrase) -> Naming | None:
        """Return the organization that "the group" means if no other is named in its sentence, or in those
        before.
        """
        here = self.text.sentence_index(phrase.start)
        for number in (here, here - NEAR):
            first = self.text.sentences[max(0, number)][0]
            names = {mention.whom for mention in before if mention.start >= first}
            if names:
                return Naming(names.pop(), "organization", 0.65) if len(names) == 1 else None
        return None

    # --- what speaks in someone's stead ---

    def _author(self, phrase: NounPhrase) -> Naming | None:
        """Return whose "a statement from the ministry" is, or "a letter by Smith"."""
        if phrase.head not in SPEAKER_NOUNS["medium"]:
            return None
        within = [m for m in phrase.mentions if m.start >= phrase.head_end]
        behind = self.found.mentions_in(phrase.end, phrase.end + SENDER_BEHIND)[:1]
        sender = next((m for m in within if self._is_from(phrase.head_end, m)), None)
        sender = sender or next((m for m in behind if self._is_from(phrase.end, m, nearest=True)), None)
        return Naming(sender.whom, "person" if sender.person else "organization", 0.85) if sender else None

    def _medium(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return whose message "the message" is: its sender, or who spoke last."""
        if any(token.text in POSSESSIVES for token in phrase.core):
            return self._owner(phrase)
        sender = self._sender(phrase) or self._issuer(phrase)
        if sender:
            return Naming(sender.whom, "person" if sender.kind == "person" else "organization", 0.75)
        return Naming(previous.name, previous.kind, 0.6) if previous else None

    def _owner(self, phrase: NounPhrase) -> Naming | None:
        """Return the person in "Smith's letter"."""
        for mention in phrase.mentions:
            if mention.kind == "person" and phrase.follows(mention) in POSSESSIVES:
                return Naming(mention.whom, "person", 0.85)
        return None

    def _sender(self, phrase: NounPhrase) -> Mention | None:
        """Return the person in "a message of greetings from President Smith", where it is first spoken of."""
        text = self.text
        here = text.token_index(phrase.start)
        for index in range(here - 1, max(-1, here - LOOK_BACK), -1):
            if text.lowers[index] != phrase.head:
                continue
            start, end = text.token_ends[index], text.token_ends[text.sentence_stop(index) - 1]
            named = [m for m in self.found.mentions_in(start, end) if m.kind == "person"]
            if named and self._is_from(start, named[0]) and not self._is_joined(named[0]):
                return named[0]
        return None

    def _is_joined(self, mention: Mention) -> bool:
        """Tell whether "and" follows a name: what two have signed speaks for neither."""
        after = self.text.token_index(mention.end)
        return self.text.lowers[after : after + 1] == ["and"]

    def _issuer(self, phrase: NounPhrase) -> Mention | None:
        """Return who said something "in a statement" last: whose "the statement" is."""
        text = self.text
        here = text.token_index(phrase.start)
        for index in range(here - 1, max(-1, here - LOOK_BACK), -1):
            if text.lowers[index] == phrase.head and text.lowers[max(0, index - 2) : index] == ["in", "a"]:
                start, end = text.sentences[text.sentence_index(text.token_starts[index])]
                return self._subject_within(start, end)
        return None

    def _subject_within(self, start: int, end: int) -> Mention | None:
        """Return who is named right before a verb of saying."""
        for mention in self.found.mentions_in(start, end):
            after = self.text.tokens_in(mention.end, min(end, mention.end + NEXT_WORD))
            if mention.kind != "country" and after and after[0].text.lower() in SAYING:
                return mention
        return None

    def _is_from(self, start: int, mention: Mention, nearest: bool = False) -> bool:
        """Tell whether a name behind `start`, where a noun ends, says from whom it is; "of" and, for the
        `nearest`, "by" or "from" stand right before it.
        """
        titled = self.found.titles_before(self.text, mention.start)
        between = [token.text.lower() for token in self.text.tokens_in(start, titled)]
        if between == ["of"]:
            return not nearest
        farthest = 2 if nearest else SENDER_WITHIN
        return 0 < len(between) < farthest and between[-1] in ("from", "by")
