"""Who holds the office that a noun phrase names: "the deputy minister", "the palace spokesman"."""

from dataclasses import replace

from archive.extraction.names.casting import EXACT, KIND, Fit, fits, is_general, serves
from archive.extraction.names.found import Found, Mention, OfficeMention
from archive.extraction.names.naming import Naming, is_one_person
from archive.extraction.names.office import Office
from archive.extraction.names.people import Person
from archive.extraction.names.phrase import NounPhrase
from archive.extraction.names.vocabulary import (
    DEMONYMS,
    DETERMINERS,
    HONORIFICS,
    NOT_NAMES,
    OFFICE_STATUS,
    POSSESSIVES,
)
from archive.extraction.record import Speaker
from archive.extraction.sentences import Text

REACH = 60  # mentions that are looked back over
PEOPLE = 200  # people among whom an office's holder is sought
NEAR = 2  # paragraphs over which "the official" reaches back
SOON = 4  # paragraphs within which "a spokesman" may yet be named
LONGEST_BESIDE = 9  # tokens of who is named beside an office, with an office of their own
ANY_OFFICIAL = frozenset(("official", "diplomat", "source", "aide"))
ALIKE = 0.25  # a difference in weight that does not decide


class OfficeReader:
    """Understands the phrases of one body whose head is an office."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found

    def read(self, phrase: NounPhrase, described: Naming, previous: Speaker | None) -> Naming | None:
        """Return who is meant; `described` where no holder is known; None where no office is the head."""
        mention = self._head(phrase)
        if mention is None:
            return None
        beside = (
            self.named_within(phrase)
            or self._named_beside(phrase, mention.office.holder == "kin")
            or self._named_before(phrase)
        )
        if beside:
            return Naming(beside.whom, "person", 0.95)
        introduced = next((one for one in self.found.cast[:PEOPLE] if mention.office in one.offices), None)
        if introduced:
            return Naming(introduced.name, "person", 0.7 if phrase.indefinite else 0.85)
        if phrase.indefinite:
            return self._named_later(phrase, self._with_owner(mention.office, phrase)) or described
        if previous and self._spoke_unnamed(phrase, previous):
            return Naming(previous.name, "unnamed", 0.7)
        office = self._with_owner(mention.office, phrase)
        qualified = self._qualified(phrase, mention)
        return (
            self._holder(phrase, office, qualified, previous)
            or (None if office.country else self._who_spoke(phrase, previous))
            or described
        )

    def _head(self, phrase: NounPhrase) -> OfficeMention | None:
        for mention in phrase.offices:
            if mention.start < phrase.head_end <= mention.end:
                return mention
        return None

    def named_within(self, phrase: NounPhrase) -> Mention | None:
        """Return who is named at the end of the phrase: "a spokesman for Minister Ann Smith, Bob Lee"."""
        last = phrase.mentions[-1] if phrase.mentions else None
        if last is None or last.kind != "person" or last.end < phrase.end or last.start < phrase.head_end:
            return None
        comma = self.text.body[phrase.start : last.start].rstrip().endswith(",")
        return last if comma and " " in self.text.body[last.start : last.end] else None

    def _named_beside(self, phrase: NounPhrase, kin: bool) -> Mention | None:
        """Return who is named right after the phrase, between commas: "her aide, Ann Smith, said"; of `kin`
        one name is enough.
        """
        index = self.text.token_index(phrase.end)
        texts = self.text.texts
        if index + 1 >= len(texts) or texts[index] != ",":
            return None
        first = index + 1
        while first + 1 < len(texts) and texts[first].removesuffix(".") in HONORIFICS:
            first += 1
        start = self.text.token_starts[first]
        end = self.text.token_ends[min(first + LONGEST_BESIDE, len(texts)) - 1]
        for mention in self.found.mentions_in(start, end):
            if self.found.titles_before(self.text, mention.start) > start:
                continue
            after = self.text.token_index(mention.end)
            closed = after < len(texts) and texts[after] in (",", ".")
            full = " " in self.text.body[mention.start : mention.end] or kin
            if mention.kind == "person" and closed and full:
                return mention
        return None

    def _named_later(self, phrase: NounPhrase, office: Office) -> Naming | None:
        """Return who "a spokeswoman for the ministry" is, if the text names her soon after, not before."""
        found = [fit for fit in fits(office, self.found.cast[:PEOPLE]) if fit.weight > EXACT]
        if len(found) != 1 or not office.organization:
            return None
        until = min(self.text.paragraph_index(phrase.end) + SOON, len(self.text.paragraphs) - 1)
        later = self.found.mentions_in(phrase.end, self.text.paragraphs[until][1])
        person = found[0].person
        named_before = self.text.token_starts[person.spans[0].first] < phrase.start
        if named_before or not any(mention.person is person for mention in later):
            return None
        return Naming(person.name, "person", 0.7)

    def _named_before(self, phrase: NounPhrase) -> Mention | None:
        """Return who is named at the head of the sentence, right before the phrase: "ANN SMITH (Norway),
        Council President for May, said".
        """
        first = self.text.sentences[self.text.sentence_index(phrase.start)][0]
        closed = (
            self.text.body.startswith(",", phrase.end) or "," in self.text.body[phrase.start : phrase.end]
        )
        mention = next(iter(self.found.mentions_in(first, phrase.start)), None)
        if not closed or mention is None or mention.kind != "person" or mention.start != first:
            return None
        between = self.text.body[mention.end : phrase.start].strip()
        bracket = between[:1] == "(" and between.endswith("),") and between.count("(") == 1
        return mention if between == "," or bracket else None

    def _spoke_unnamed(self, phrase: NounPhrase, previous: Speaker) -> bool:
        """Tell whether "the official" is the unnamed official who spoke just before."""
        apart = self.text.paragraph_index(phrase.start) - self.text.paragraph_index(previous.start)
        if apart > NEAR or previous.kind != "unnamed":
            return False
        just = apart == 0 and phrase.head in ANY_OFFICIAL and is_one_person(previous.name)
        if not just and phrase.head not in previous.name.lower().split():
            return False
        owner = next((mention.country for mention in phrase.mentions if mention.country), None)
        before = self.found.mentions_in(previous.start, previous.end)
        told = owner is None or DEMONYMS.get(owner) in previous.name.split()
        return told or owner in {mention.country for mention in before}

    def _with_owner(self, office: Office, phrase: NounPhrase) -> Office:
        """Return the office with the country of the one it serves: "the aide of the French president"."""
        if office.country:
            return office
        for mention in phrase.offices:
            if mention.office is not office and mention.office.country:
                return replace(office, country=mention.office.country)
        if phrase.determiner in ("its", "their"):
            start = self.text.sentences[self.text.sentence_index(phrase.start)][0]
            owners = [m.country for m in self.found.mentions_in(start, phrase.start) if m.country]
            return replace(office, country=owners[0]) if owners else office
        return office

    def _qualified(self, phrase: NounPhrase, mention: OfficeMention) -> bool:
        """Tell whether words that are not understood say whose office it is: "the Homs governor"."""
        for token in phrase.core:
            lower = token.text.lower()
            if token.start >= mention.start:
                return False
            known = lower in DETERMINERS or lower in POSSESSIVES or lower in OFFICE_STATUS
            if not known and token.text not in NOT_NAMES:
                return True
        return False

    def _holder(
        self, phrase: NounPhrase, office: Office, qualified: bool, previous: Speaker | None
    ) -> Naming | None:
        candidates = fits(office, self.found.cast[:PEOPLE])
        if qualified and not is_general(office):
            return None
        if candidates and (qualified or candidates[0].weight < KIND + 1):
            near = self._named_near(candidates, phrase.start, previous)
            only = not near and not qualified and len(candidates) == 1 and office.holder == "diplomat"
            if only and not self._is_strange(candidates[0], office, phrase):
                return Naming(candidates[0].person.name, "person", 0.65)  # the only one in the text
            candidates = near
        if not office.country:
            candidates = [fit for fit in candidates if not self._is_later(fit, phrase)] or candidates
        if not candidates:
            return None
        best = [fit for fit in candidates if fit.weight >= candidates[0].weight - ALIKE]
        if len(best) == 1:
            if previous and _is_foreign(best[0], office) and self._goes_on(previous, phrase):
                return Naming(previous.name, "person", 0.65)
            return Naming(best[0].person.name, "person", self._sure(best[0], office, phrase, previous))
        return self._likeliest([fit.person for fit in best], phrase, previous)

    def _is_strange(self, fit: Fit, office: Office, phrase: NounPhrase) -> bool:
        """Tell whether someone is named only later, and not said to be of the office's country."""
        return _is_foreign(fit, office) and self._is_later(fit, phrase)

    def _goes_on(self, previous: Speaker, phrase: NounPhrase) -> bool:
        """Tell whether who spoke in the sentence before, and has no office in the text, may speak on."""
        person = self.found.by_name.get(previous.name)
        apart = self.text.sentence_index(phrase.start) - self.text.sentence_index(previous.start)
        return person is not None and not person.offices and apart <= 1

    def _is_later(self, fit: Fit, phrase: NounPhrase) -> bool:
        """Tell whether someone is named only behind the phrase."""
        return self.text.token_starts[fit.person.spans[0].first] > phrase.end

    def _sure(self, fit: Fit, office: Office, phrase: NounPhrase, previous: Speaker | None) -> float:
        """Return how sure it is that a phrase means someone who fits: less if the country of the office is
        not said of them, and if they are named only later, when another has spoken or not as exactly that.
        """
        if _is_foreign(fit, office) and not fit.person.offices.keys() <= {office}:
            return 0.6
        spoke = previous is not None and previous.kind == "person"
        if self._is_later(fit, phrase) and (fit.weight < EXACT or spoke):
            return 0.7
        return 0.95 if fit.weight >= KIND + 1 else 0.8

    def _who_spoke(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return who spoke just before if the text gives them no office, and names no one else near: "the
        trade commissioner" is most often the one whose office is told so late.
        """
        if previous is None or phrase.determiner != "the":
            return None
        person = self.found.by_name.get(previous.name)
        before = max(0, self.text.paragraph_index(phrase.start) - 1)
        first = self.text.paragraphs[before][0]
        named = {mention.whom for mention in self.found.mentions_in(first, phrase.start) if mention.person}
        if person is None or previous.start < first or named - {person.name}:
            return None
        if person.offices and not person.introduced:
            return None
        return Naming(person.name, "person", 0.65)

    def _named_near(self, candidates: list[Fit], offset: int, previous: Speaker | None) -> list[Fit]:
        """Return those who are named or spoke in the paragraphs before: a general word ("the official")
        reaches no farther.
        """
        first = self.text.paragraphs[max(0, self.text.paragraph_index(offset) - NEAR)][0]
        near = {mention.whom for mention in self.found.mentions_in(first, offset) if mention.person}
        if previous and first <= previous.start < offset:
            near.add(previous.name)
        return [fit for fit in candidates if fit.person.name in near]

    def _likeliest(self, people: list[Person], phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if previous and any(person.name == previous.name for person in people):
            return Naming(previous.name, "person", 0.7)
        for mention in reversed(self.found.mentions_before(phrase.start, REACH)):
            if mention.person in people and not self.text.quotation_at(mention.start):
                return Naming(mention.whom, "person", 0.6)
        return None


def _is_foreign(fit: Fit, office: Office) -> bool:
    """Tell whether the text does not say of someone that they serve the country of an office."""
    return office.country is not None and not serves(fit.person, office.country)
