"""Who is in the reader's mind at a point of a body: whom "he" or "she" means there.

Recency counts most, then being the subject of a sentence, then having just spoken. Names inside quotations
count little: they are what the speaker speaks of. (In the line of Lappin and Leass, "An algorithm for
pronominal anaphora resolution", Computational Linguistics 20(4), 1994.)
"""

from dataclasses import dataclass

from archive.extraction.names.found import Found, Mention
from archive.extraction.names.people import Person
from archive.extraction.names.vocabulary import AUXILIARIES, PLACE_PREPOSITIONS, POSSESSIVES, SAYING
from archive.extraction.record import Speaker
from archive.extraction.sentences import Text

REACH = 40  # mentions that are looked back over
OBJECT_BEFORE = PLACE_PREPOSITIONS | frozenset(
    ("of", "with", "to", "for", "from", "by", "about", "against", "on", "and")
)
SUBJECT, OBJECT, QUOTED, OWNER, SPOKE, SENTENCE = 1.5, -0.5, -2.0, -0.5, 2.0, -0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """The person who is likeliest meant, and by how much before the next."""

    person: Person
    margin: float


class Discourse:
    """Ranks the people of one body by how present they are at an offset."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found

    def likeliest(self, offset: int, gender: str, previous: Speaker | None) -> Choice | None:
        """Return who is meant by "he" (`gender` m), "she" (f) at `offset`; `previous` spoke last."""
        weights: dict[int, float] = {}
        people: dict[int, Person] = {}
        sentence = self.text.sentence_index(offset)
        for mention in self.found.mentions_before(offset, REACH):
            person = mention.person
            if person is None or (person.gender and gender and person.gender != gender):
                continue
            weight = self._presence(mention, sentence) + (0.0 if person.gender else -0.25)
            people[id(person)] = person
            weights[id(person)] = max(weight, weights.get(id(person), -99.0))
        self._add_speaker(weights, people, offset, previous)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked:
            return None
        second = weights[ranked[1]] if len(ranked) > 1 else -99.0
        return Choice(people[ranked[0]], weights[ranked[0]] - second)

    def _presence(self, mention: Mention, sentence: int) -> float:
        weight = SENTENCE * (sentence - self.text.sentence_index(mention.start))
        if self.text.quotation_at(mention.start):
            return weight + QUOTED
        index = self.text.token_index(mention.start)
        stop = self.text.token_index(mention.end)
        tokens = self.text.tokens
        before = tokens[index - 1].text.lower() if index else ""
        after = tokens[stop].text.lower() if stop < len(tokens) else ""
        if after in POSSESSIVES:
            return weight + OWNER
        if after in SAYING or after in AUXILIARIES or before in SAYING:
            return weight + SUBJECT
        if before in OBJECT_BEFORE:
            return weight + OBJECT
        return weight + (SUBJECT if self._opens_sentence(mention) else 0.0)

    def _opens_sentence(self, mention: Mention) -> bool:
        """Tell whether only a few words stand before the mention in its sentence."""
        start = self.text.sentences[self.text.sentence_index(mention.start)][0]
        return self.text.token_index(mention.start) - self.text.token_index(start) < 10

    def _add_speaker(
        self, weights: dict[int, float], people: dict[int, Person], offset: int, previous: Speaker | None
    ) -> None:
        if previous is None or previous.kind != "person":
            return
        near = self.text.paragraph_index(offset) - self.text.paragraph_index(previous.start) <= 1
        for key, person in people.items():
            if person.name == previous.name:
                weights[key] += SPOKE if near else SPOKE / 2
