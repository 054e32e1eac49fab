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
OPENING = 10  # tokens before the subject of a sentence
FAR_OPENING = 18  # the same before a name between commas: "The head of the ministry’s office, Ann Smith, …"
UNTOLD = -1.0  # for someone whose name does not tell their gender
FOLLOWED = 0.25  # what remains of having spoken last once a later sentence has another subject
SUBJECT, OBJECT, QUOTED, OWNER, SPOKE, SENTENCE = 1.5, -0.5, -2.0, -0.5, 2.0, -0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """The person who is likeliest meant, and by how much before the next."""

    person: Person
    margin: float


@dataclass(slots=True)
class Presence:
    """How present a person is: the best weight of their mentions; where they last were a subject, or -1."""

    person: Person
    weight: float = -99.0
    subject_at: int = -1

    def add(self, mention: Mention, role: float, weight: float) -> None:
        """Take a mention into account."""
        self.weight = max(self.weight, weight)
        if role == SUBJECT:
            self.subject_at = mention.start


class Discourse:
    """Ranks the people of one body by how present they are at an offset."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found

    def likeliest(
        self, offset: int, gender: str, previous: Speaker | None, asked: bool = False
    ) -> Choice | None:
        """Return who is meant by "he" (`gender` m), "she" (f) at `offset`; `previous` spoke last, and is
        someone else if he `asked`.
        """
        seen: dict[int, Presence] = {}
        sentence = self.text.sentence_index(offset)
        asking = self.found.by_name.get(previous.name) if previous and asked else None
        spoken_of = asking or self._spoken_of(offset)
        for mention in self.found.mentions_before(offset, REACH):
            person = mention.person
            if person is None or person is spoken_of or (gender and person.gender not in ("", gender)):
                continue
            presence = seen.setdefault(id(person), Presence(person))
            role = self._role(mention)
            distance = sentence - self.text.sentence_index(mention.start)
            carried_on = role == SUBJECT and distance == 1 and self._is_of_paragraph(mention, offset)
            untold = 0.0 if person.gender or carried_on else UNTOLD
            presence.add(mention, role, role + SENTENCE * distance + untold)
        spoke = previous and not (spoken_of and previous.name == spoken_of.name)
        if previous and spoke and not self._contradicts(previous, gender):
            self._add_speaker(seen, offset, previous)
        ranked = sorted(seen.values(), key=lambda presence: -presence.weight)
        if not ranked:
            return None
        second = ranked[1].weight if len(ranked) > 1 else -99.0
        return Choice(ranked[0].person, ranked[0].weight - second)

    def _spoken_of(self, offset: int) -> Person | None:
        """Return whom the words at `offset` are about if a name stands right before: "Smith, he noted, …"."""
        comma = self.text.token_index(offset) - 1
        if comma < 1 or self.text.texts[comma] != ",":
            return None
        mention = next(iter(self.found.mentions_before(offset, 1)), None)
        return mention.person if mention and mention.end == self.text.token_ends[comma - 1] else None

    def _is_of_paragraph(self, mention: Mention, offset: int) -> bool:
        return self.text.paragraph_index(mention.start) == self.text.paragraph_index(offset)

    def _contradicts(self, previous: Speaker, gender: str) -> bool:
        person = self.found.by_name.get(previous.name)
        return bool(person and person.gender and person.gender != gender)

    def _role(self, mention: Mention) -> float:
        """Return what a mention weighs by its place in its sentence."""
        if self.text.quotation_at(mention.start):
            return QUOTED
        index = self.text.token_index(mention.start)
        stop = self.text.token_index(mention.end)
        lowers = self.text.lowers
        before = lowers[index - 1] if index else ""
        after = lowers[stop] if stop < len(lowers) else ""
        if after in POSSESSIVES:
            return OWNER
        if after in SAYING or after in AUXILIARIES or before in SAYING:
            return SUBJECT
        if before in OBJECT_BEFORE:
            return OBJECT
        return SUBJECT if self._opens_sentence(mention) else 0.0

    def _opens_sentence(self, mention: Mention) -> bool:
        """Tell whether only a few words, and no one's name, stand before the mention in its sentence."""
        start = self.text.sentences[self.text.sentence_index(mention.start)][0]
        index, texts = self.text.token_index(mention.start), self.text.texts
        beside = index > 0 and texts[index - 1] == "," and self.text.body.startswith(",", mention.end)
        if index - self.text.token_index(start) >= (FAR_OPENING if beside else OPENING):
            return False
        return not any(other.kind == "person" for other in self.found.mentions_in(start, mention.start))

    def _add_speaker(self, seen: dict[int, Presence], offset: int, previous: Speaker | None) -> None:
        """Let the last speaker weigh more, unless a later sentence has another subject.

        Who spoke last is there by having spoken, whether by name or as "the minister".
        """
        person = self.found.by_name.get(previous.name) if previous and previous.kind == "person" else None
        if previous is None or person is None:
            return
        presence = seen.setdefault(id(person), Presence(person))
        spoke = self.text.sentence_index(previous.start)
        distance = self.text.sentence_index(offset) - spoke
        others = [other.subject_at for other in seen.values() if other is not presence]
        followed = any(at >= 0 and self.text.sentence_index(at) > spoke for at in others)
        near = self.text.paragraph_index(offset) - self.text.paragraph_index(previous.start) <= 1
        bonus = (SPOKE if near else SPOKE / 2) * (FOLLOWED if followed else 1.0)
        untold = 0.0 if person.gender else UNTOLD
        presence.weight = max(presence.weight, SUBJECT + SENTENCE * distance + untold) + bonus
