"""Whom a noun phrase means: a name, an office, a pronoun, a capital, or someone unnamed."""

from dataclasses import dataclass

from archive.extraction.names.casting import fits
from archive.extraction.names.discourse import Discourse
from archive.extraction.names.found import Found, Mention, OfficeMention
from archive.extraction.names.offices import INDEFINITE, Office
from archive.extraction.names.people import Person
from archive.extraction.names.phrase import NounPhrase, read_phrase
from archive.extraction.names.vocabulary import DETERMINERS, POSSESSIVES, SPEAKER_NOUNS
from archive.extraction.record import OrganizationFound, PersonFound, Speaker, SpeakerKind
from archive.extraction.sentences import Text

REACH = 60  # mentions that are looked back over
PEOPLE = 200  # people among whom an office's holder is sought
OWNERS = frozenset(("of", "for", "to", "from", "by", "with", "about"))
MEN, WOMEN = frozenset(("m",)), frozenset(("f",))
FEMALE_OFFICES = ("woman", "queen", "princess", "empress", "lady")


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is meant, of what kind, and how sure that is (0..1)."""

    name: str
    kind: SpeakerKind
    sure: float


class Names:
    """The people and organizations of one body, and the one whom a noun phrase of it means."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found
        self.discourse = Discourse(text, found)

    @property
    def people(self) -> tuple[PersonFound, ...]:
        """The people named, in the order of their first mention."""
        return self.found.people

    @property
    def organizations(self) -> tuple[OrganizationFound, ...]:
        """The organizations named, in the order of their first mention."""
        return self.found.organizations

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where people, organizations and countries are named: sorted, not overlapping."""
        return self.found.mentions

    def speaker(self, start: int, end: int, previous: Speaker | None = None) -> Speaker:
        """Return whom body[start:end] means; `previous` is the speaker of the statement before it."""
        naming = self.naming(start, end, previous)
        return Speaker(naming.name, naming.kind, self.text.body[start:end], start, end)

    def naming(self, start: int, end: int, previous: Speaker | None = None) -> Naming:
        """Return whom body[start:end] means and how sure that is.

        Where it cannot be told, the answer is the phrase's own description, unnamed.
        """
        phrase = read_phrase(self.text, self.found, start, end)
        if not phrase.tokens:
            return Naming(self.text.body[start:end], "unnamed", 0.1)
        return (
            self._pronoun(phrase, previous)
            or self._person(phrase)
            or self._office(phrase, previous)
            or self._body(phrase)
            or self._noun(phrase, previous)
            or self._unnamed(phrase)
        )

    # --- pronouns ---

    def _pronoun(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if len(phrase.tokens) > 1:
            return None
        word = phrase.head
        if word in SPEAKER_NOUNS["he"] or word in SPEAKER_NOUNS["she"]:
            return self._he_or_she(phrase, "m" if word in SPEAKER_NOUNS["he"] else "f", previous)
        if word in SPEAKER_NOUNS["it"]:
            return self._it(phrase, previous)
        if word in SPEAKER_NOUNS["they"] and previous and previous.kind != "person":
            return Naming(previous.name, previous.kind, 0.6)
        return None

    def _he_or_she(self, phrase: NounPhrase, gender: str, previous: Speaker | None) -> Naming | None:
        choice = self.discourse.likeliest(phrase.start, gender, previous)
        if previous and previous.kind == "unnamed" and self._just_spoke(phrase, previous, choice is not None):
            return Naming(previous.name, "unnamed", 0.7)
        if choice is None:
            return None
        sure = (
            0.93
            if choice.margin >= 2
            else 0.85
            if choice.margin >= 1
            else 0.7
            if choice.margin >= 0.4
            else 0.5
        )
        return Naming(choice.person.name, "person", sure)

    def _just_spoke(self, phrase: NounPhrase, previous: Speaker, others: bool) -> bool:
        """Tell whether someone unnamed spoke so near that a pronoun means them."""
        near = self.text.paragraph_index(phrase.start) - self.text.paragraph_index(previous.start) <= 1
        if not near or not others:
            return near
        since = self.found.mentions_in(previous.end, phrase.start)
        return not any(mention.kind == "person" for mention in since)

    def _it(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if previous and previous.kind == "organization":
            return Naming(previous.name, "organization", 0.75)
        return self._last_organization(phrase, frozenset(), None)

    # --- names ---

    def _person(self, phrase: NounPhrase) -> Naming | None:
        """Return the person whose name is the head of the phrase."""
        heads = [m for m in phrase.mentions if m.kind == "person" and self._is_head(phrase, m)]
        if not heads:
            return None
        if len(heads) > 1 and self._are_joined(heads[0], heads[1]):
            return Naming(self._described(phrase), "unnamed", 0.5)
        return Naming(heads[0].whom, "person", 0.97)

    def _is_head(self, phrase: NounPhrase, mention: Mention) -> bool:
        """Tell whether a name is neither owner ("Smith's aide") nor complement ("an aide to Smith")."""
        tokens = self.text.tokens
        after = self.text.token_index(mention.end)
        if after < len(tokens) and tokens[after].text in POSSESSIVES and tokens[after].end < phrase.end:
            return False
        first = self._with_titles(mention.start)
        if first <= phrase.start:
            return True
        before = tokens[self.text.token_index(first) - 1].text.lower()
        return before not in OWNERS

    def _with_titles(self, start: int) -> int:
        """Return where the titles and offices begin that stand right before the name at `start`."""
        index = self.text.token_index(start)
        for office in self.found.offices_in(max(0, start - 2), start):
            index = min(index, self.text.token_index(office.start))
        tokens = self.text.tokens
        while index and tokens[index - 1].text.lower() in DETERMINERS:
            index -= 1
        return tokens[index].start if index < len(tokens) else start

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        between = self.text.body[one.end : other.start].split()
        return bool(between) and between[0] in ("and", "&") and one.person is not other.person

    # --- offices ---

    def _office(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return who holds the office that is the head of the phrase."""
        mention = self._head_office(phrase)
        if mention is None:
            return None
        office = self._with_owner(mention.office, phrase)
        described = Naming(self._described(phrase), "unnamed", 0.85)
        if phrase.determiner in INDEFINITE or office.title.lower().endswith("s"):
            return described
        gender = "f" if office.title.lower().endswith(FEMALE_OFFICES) else ""
        return self._holder(phrase, office, gender, previous) or described

    def _head_office(self, phrase: NounPhrase) -> OfficeMention | None:
        for mention in phrase.offices:
            if (
                mention.start <= phrase.head_end - 1 < mention.end
                or mention.end >= phrase.head_end > mention.start
            ):
                return mention
        return None

    def _with_owner(self, office: Office, phrase: NounPhrase) -> Office:
        """Return the office with the country of the one it serves: "the aide of the French president"."""
        if office.country:
            return office
        for mention in phrase.offices:
            if mention.office is not office and mention.office.country:
                return Office(
                    office.first, office.last, office.head, office.title, office.holder, office.is_title,
                    office.organization, mention.office.country, office.determiner, office.former,
                )  # fmt: skip
        return office

    def _holder(
        self, phrase: NounPhrase, office: Office, gender: str, previous: Speaker | None
    ) -> Naming | None:
        candidates = fits(office, self.found.cast[:PEOPLE], gender)
        if not candidates:
            return None
        best = [fit for fit in candidates if fit.weight >= candidates[0].weight - 0.25]
        if len(best) == 1:
            return Naming(best[0].person.name, "person", 0.95 if best[0].weight >= 2 else 0.8)
        people = [fit.person for fit in best]
        if previous and any(person.name == previous.name for person in people):
            return Naming(previous.name, "person", 0.7)
        nearest = self._nearest(people, phrase.start)
        return Naming(nearest.name, "person", 0.6) if nearest else None

    def _nearest(self, people: list[Person], offset: int) -> Person | None:
        for mention in reversed(self.found.mentions_before(offset, REACH)):
            if mention.person in people and not self.text.quotation_at(mention.start):
                return mention.person
        return None

    # --- organizations and countries ---

    def _body(self, phrase: NounPhrase) -> Naming | None:
        """Return the organization or country that is the head of the phrase, or speaks through its head."""
        for mention in phrase.mentions:
            if mention.kind == "person":
                continue
            if mention.start < phrase.head_end <= mention.end:
                return Naming(mention.whom, "organization", 0.93 if mention.kind == "organization" else 0.85)
            if mention.end < phrase.head_end and phrase.head in SPEAKER_NOUNS["medium"]:
                return Naming(mention.whom, "organization", 0.7)
        return None

    def _noun(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if phrase.determiner in INDEFINITE:
            return None
        if phrase.head in SPEAKER_NOUNS["medium"]:
            return self._medium(phrase, previous)
        if phrase.head in SPEAKER_NOUNS["side"]:
            country = self._demonym(phrase)
            if country:
                return Naming(country, "organization", 0.7)
        if phrase.head in SPEAKER_NOUNS["body"] and len(phrase.core) <= 3:
            generic = frozenset((phrase.head,))
            return self._last_organization(phrase, generic, previous)
        return None

    def _demonym(self, phrase: NounPhrase) -> str | None:
        for token in phrase.core[:-1]:
            country = self.found.demonyms.get(token.text)
            if country:
                return country
        return None

    def _last_organization(
        self, phrase: NounPhrase, generic: frozenset[str], previous: Speaker | None
    ) -> Naming | None:
        """Return the organization named last before the phrase that its word fits: "the ministry"."""
        before = [m for m in self.found.mentions_before(phrase.start, REACH) if m.kind == "organization"]
        for mention in reversed(before):
            if not generic or mention.generic in generic:
                return Naming(mention.whom, "organization", 0.85 if generic else 0.5)
        if previous and previous.kind == "organization":
            return Naming(previous.name, "organization", 0.7)
        if before and generic & SPEAKER_NOUNS["any"]:
            return Naming(before[-1].whom, "organization", 0.6)
        return None

    # --- what speaks in someone's stead ---

    def _medium(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return whose message "the message" is: its sender, or who spoke last."""
        sender = self._sender(phrase)
        if sender:
            return Naming(sender.whom, "person" if sender.kind == "person" else "organization", 0.75)
        if previous:
            return Naming(previous.name, previous.kind, 0.6)
        return None

    def _sender(self, phrase: NounPhrase) -> Mention | None:
        tokens = self.text.tokens
        here = self.text.token_index(phrase.start)
        for index in range(here - 1, max(-1, here - 400), -1):
            if tokens[index].text.lower() != phrase.head:
                continue
            sentence_end = self.text.sentences[self.text.sentence_index(tokens[index].start)][1]
            named = [m for m in self.found.mentions_in(tokens[index].end, sentence_end) if m.kind == "person"]
            if named and self._is_owner(tokens[index].end, named[0]):
                return named[0]
        return None

    def _is_owner(self, start: int, mention: Mention) -> bool:
        """Tell whether a name after a noun says whose it is: "a message of greetings of Minister Smith"."""
        first = self._with_titles(mention.start)
        between = self.text.tokens_in(start, first)
        return bool(between) and between[-1].text.lower() in ("of", "from", "by") and len(between) < 8

    # --- no one by name ---

    def _unnamed(self, phrase: NounPhrase) -> Naming:
        return Naming(self._described(phrase), "unnamed", 0.85 if len(phrase.tokens) > 1 else 0.4)

    def _described(self, phrase: NounPhrase) -> str:
        """Return the phrase's words without its article and what follows a comma or relative pronoun."""
        tokens = list(phrase.tokens)
        if len(tokens) > 1 and tokens[0].text.lower() in ("the", "a", "an"):
            tokens = tokens[1:]
        for index, token in enumerate(tokens):
            if index and token.text in (",", "who", "which", "that", "whose", "(", "—", "–"):
                tokens = tokens[:index]
                break
        return " ".join(self.text.body[tokens[0].start : tokens[-1].end].split())
