"""Whom a noun phrase means: a name, an office, a pronoun, an organization, or someone unnamed."""

from archive.extraction import lexicon
from archive.extraction.names.bodies import BodyReader
from archive.extraction.names.discourse import Choice, Discourse
from archive.extraction.names.found import Found, Mention, is_inside
from archive.extraction.names.holders import OfficeReader
from archive.extraction.names.naming import Naming, describe, is_one_person
from archive.extraction.names.people import fold
from archive.extraction.names.phrase import NounPhrase, read_phrase
from archive.extraction.names.spans import OPENING_MARKS
from archive.extraction.names.vocabulary import DETERMINERS, ENGLISH, POSSESSIVES, SPEAKER_NOUNS
from archive.extraction.names.words import AND
from archive.extraction.record import OrganizationFound, PersonFound, Span, Speaker
from archive.extraction.sentences import Text
from archive.extraction.verbs import CUE_VERBS

OWNERS = frozenset(("of", "for", "to", "from", "by", "with", "about"))
ANSWERING = lexicon.words("answering.txt")
QUESTIONERS = lexicon.words("questioners.txt")
BEHIND_NAMES = frozenset(("MP", "MEP", "MSP", "MLA", "TD", "KC", "QC", "OBE", "CBE", "MBE"))
OWNERS_BY_GENDER = {"his": "m", "her": "f"}
BEGINS_QUOTED = (*OPENING_MARKS, "''")  # the beginnings of paragraphs with which a quotation goes on
OPENING = 12  # characters of a sentence within which the office begins that is its subject
LONGEST_QUOTATION = 20  # sentences, over which the one before it is sought
BESIDE = 60  # characters behind it within which its holder may be named
# How sure a pronoun is, by how far the likeliest person is before the next (see discourse.py).
SURENESS = ((2.0, 0.93), (1.0, 0.85), (0.4, 0.7), (0.0, 0.5))


class Names:
    """The people and organizations of one body, and the one whom a noun phrase of it means."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found
        self.discourse = Discourse(text, found)
        self._offices = OfficeReader(text, found)
        self._bodies = BodyReader(text, found)

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

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that the body speaks of (ISO 3166-1 alpha-2), the most named first.

        A country is named by itself, by its demonym, its capital or what speaks for it ("the Kremlin").
        """
        return self.found.countries

    def naming(self, start: int, end: int, previous: Speaker | None = None, asked: bool = False) -> Naming:
        """Return whom body[start:end] means and how sure that is; `asked` says that it answers `previous`.

        Where it cannot be told, the answer is the phrase's own description, unnamed.
        """
        phrase = read_phrase(self.text, self.found, start, self._without_letters(start, end))
        if not phrase.tokens:
            return Naming(self.text.body[start:end], "unnamed", 0.1)
        if self.text.body[start:end].lower() in ANSWERING:
            return self._interviewee(start) or self._unnamed(phrase)
        answering = self._answering(phrase, previous) if asked else None
        named = answering or self._pronoun(phrase, previous) or self._person(phrase)
        if named:
            return named
        unnamed = self._unnamed(phrase)
        return (
            self._offices.read(phrase, unnamed, previous)
            or self._by_own_words(phrase)
            or self._bodies.read(phrase, previous)
            or unnamed
        )

    def whole(self, start: int, end: int) -> Span:
        """Return the offsets of all the office, or organization's name, that body[start:end] is a part of:
        "Youth and Sport" in "the Ministry of Culture, Youth and Sport".
        """
        around = [*self.found.mentions_before(start, 1), *self.found.mentions_in(start, end)]
        names = [(m.start, m.end) for m in around if m.kind == "organization"]
        names += [(m.start - 1, m.end) for m in around if self._is_put_in(m)]
        names += [(office.start, office.end) for office in self.found.offices_in(start, end)]
        first = min((name[0] for name in names if name[0] < start < name[1]), default=start)
        last = max((name[1] for name in names), default=end)
        if first < start:
            start = self.found.titles_before(self.text, first)
        if last <= end:
            return start, end
        holder = next(iter(self.found.mentions_in(last, last + 2)), None)
        return start, holder.end if holder and holder.kind == "person" else last

    def _is_put_in(self, mention: Mention) -> bool:
        """Tell whether a given name was put into what someone said: "Mr. [Luc] Moreau"."""
        return self.text.body[mention.start - 1 : mention.start] == "["

    def _without_letters(self, start: int, end: int) -> int:
        """Return where a phrase ends without the letters behind a name: "Ann Smith MP"."""
        if not self.text.body[end - 1 : end].isupper():
            return end
        name = max((m.end for m in self.found.mentions_in(start, end) if m.person), default=end)
        return name if self.text.body[name:end].strip() in BEHIND_NAMES else end

    def introduced(self, offset: int) -> Speaker | None:
        """Return who answers in an interview of which the paragraph at `offset` is an answer: the only person
        whom the text names before the first question, or the only one with an office.
        """
        asking = (a for a, b in self.text.paragraphs if self.text.body[a:b].endswith("?"))
        return self._only_one_before(next(asking, offset))

    def _interviewee(self, start: int) -> Naming | None:
        """Return who answers under "A:"."""
        only = self._only_one_before(
            next((a for a, b in self.text.paragraphs if self._is_label(a, b)), start)
        )
        return Naming(only.name, "person", 0.8) if only else None

    def _only_one_before(self, offset: int) -> Speaker | None:
        """Return the only person named before `offset`, or the only one of them with an office."""
        first: dict[str, Mention] = {}
        for mention in self.found.mentions_in(0, offset):
            if mention.person:
                first.setdefault(mention.whom, mention)
        holders = [m for m in first.values() if m.person and any(o.is_title for o in m.person.offices)]
        only = list(first.values()) if len(first) == 1 else holders
        if len(only) != 1:
            return None
        start, end = only[0].start, only[0].end
        return Speaker(only[0].whom, "person", self.text.body[start:end], start, end)

    def _is_label(self, start: int, end: int) -> bool:
        label = self.text.body[start:end].partition(":")[0].lower()
        return label in ANSWERING or label in QUESTIONERS

    # --- pronouns ---

    def _pronoun(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        if len(phrase.tokens) > 1:
            return None
        word = phrase.head
        if word in SPEAKER_NOUNS["he"] or word in SPEAKER_NOUNS["she"]:
            return self._he_or_she(phrase, "m" if word in SPEAKER_NOUNS["he"] else "f", previous)
        if word in SPEAKER_NOUNS["it"]:
            return self._bodies.it(phrase, previous)
        if word in SPEAKER_NOUNS["they"] and previous and previous.kind != "person":
            return Naming(previous.name, previous.kind, 0.6)
        return None

    def _answering(self, phrase: NounPhrase, previous: Speaker | None) -> Naming | None:
        """Return whom a pronoun means that answers what `previous` has asked; None for other phrases."""
        he, she = phrase.head in SPEAKER_NOUNS["he"], phrase.head in SPEAKER_NOUNS["she"]
        if len(phrase.tokens) > 1 or not (he or she):
            return None
        choice = self.discourse.likeliest(phrase.start, "m" if he else "f", previous, asked=True)
        if choice is None or (previous and choice.person.name == previous.name):
            return Naming(describe(phrase), "unnamed", 0.4)
        return Naming(choice.person.name, "person", 0.6)

    def _he_or_she(self, phrase: NounPhrase, gender: str, previous: Speaker | None) -> Naming | None:
        if previous and previous.kind == "unnamed" and self._just_spoke(phrase, previous):
            return Naming(previous.name, "unnamed", 0.7)
        previous = self._office_before(phrase, previous) or previous
        if previous and previous.kind == "unnamed" and self._just_spoke(phrase, previous):
            return Naming(previous.name, "unnamed", 0.6)
        choice = self.discourse.likeliest(phrase.start, gender, previous)
        if choice is None:
            return None
        stranger = self._stranger_before(phrase.start)
        if stranger:
            return Naming(stranger, "unnamed", 0.5)
        sure = next(sure for margin, sure in SURENESS if choice.margin >= margin)
        return Naming(choice.person.name, "person", sure)

    def _office_before(self, phrase: NounPhrase, previous: Speaker | None) -> Speaker | None:
        """Return who "the minister" is if the sentence before, or this one, begins with those words and they
        stand later than `previous`: "The minister laughed. He said …".
        """
        here = self.text.sentence_index(phrase.start)
        for number in (here, self._sentence_before(here)):
            start, end = self.text.sentences[number]
            office = next(iter(self.found.offices_in(start, min(end, start + OPENING))), None)
            if office is None or office.office.determiner != "the" or office.end > phrase.start:
                continue
            first = self.text.token_starts[self.text.token_index(start)]
            later = previous is None or previous.start < first
            named = self.found.mentions_in(first, min(end, office.end + BESIDE))
            beside = (mention for mention in named if not self._has_verb(office.end, mention.start))
            if later and not any(mention.person for mention in beside):
                minister = read_phrase(self.text, self.found, first, office.end)
                naming = self._offices.read(minister, Naming(describe(minister), "unnamed", 0.0), None)
                told = office.office.country or self.text.body.startswith(" of ", office.end)
                known = naming and (naming.kind == "person" or told)
                return Speaker(naming.name, naming.kind, "", first, office.end) if naming and known else None
        return None

    def _sentence_before(self, number: int) -> int:
        """Return the sentence before one, or before the quotation of which it is the last."""
        for before in range(number - 1, max(0, number - LONGEST_QUOTATION), -1):
            if not self.text.quotation_at(self.text.sentences[before][0] + 1):
                return before
        return max(0, number - 1)

    def _has_verb(self, start: int, end: int) -> bool:
        """Tell whether a verb of saying stands between: "the minister regrets that Smith …"."""
        return any(token.text.lower() in CUE_VERBS for token in self.text.tokens_in(start, end))

    def _stranger_before(self, start: int) -> str | None:
        """Return the subject of the sentence before if it is like a name, and none known: "Pax Amm, a …"."""
        number = self.text.sentence_index(start) - 1
        begin = self.text.sentences[max(number, 0)][0]
        if number < 0 or self.text.paragraph_index(start) != self.text.paragraph_index(begin):
            return None
        at = self.text.token_index(begin)
        words = self.text.texts[at : at + 4]
        if len(words) < 4 or words[2] != "," or words[3].lower() not in DETERMINERS:
            return None
        if self.found.mentions_in(begin, self.text.token_starts[at + 2]) or words[1].lower() in ENGLISH:
            return None
        return f"{words[0]} {words[1]}" if words[0].istitle() and words[1].istitle() else None

    def _just_spoke(self, phrase: NounPhrase, previous: Speaker) -> bool:
        """Tell whether someone unnamed spoke so near that a pronoun means them."""
        if not self._is_near(phrase, previous) or not is_one_person(previous.name):
            return False
        since = self.found.mentions_in(previous.end, phrase.start)
        return not any(m.kind == "person" and not self.text.quotation_at(m.start) for m in since)

    def _is_near(self, phrase: NounPhrase, previous: Speaker) -> bool:
        """Tell whether the paragraph before names a speaker, or one with whose quotation it goes on."""
        first, here = self.text.paragraph_index(previous.start), self.text.paragraph_index(phrase.start)
        between = self.text.paragraphs[first + 1 : here]
        return all(self.text.body.startswith(BEGINS_QUOTED, start) for start, _ in between)

    # --- names ---

    def _person(self, phrase: NounPhrase) -> Naming | None:
        """Return the person whose name is the head of the phrase."""
        people = [mention for mention in phrase.mentions if mention.kind == "person"]
        heads = [mention for mention in people if self._is_head(phrase, mention)]
        if not heads:
            return None
        within = self._offices.named_within(phrase) if phrase.indefinite and phrase.offices else None
        if within:
            return Naming(within.whom, "person", 0.93)
        if self._has_company(phrase, heads[0]):
            return Naming(describe(phrase), "unnamed", 0.5)
        return Naming(heads[0].whom, "person", 0.6 if self._is_shared(heads[0]) else 0.97)

    def _is_shared(self, mention: Mention) -> bool:
        """Tell whether the words of a mention name several people of the body: two of one family name."""
        word = self.text.body[mention.start : mention.end]
        return " " not in word and len(self.found.bearers.get(fold(word), ())) > 1

    def _is_head(self, phrase: NounPhrase, mention: Mention) -> bool:
        """Tell whether a name is neither owner ("Smith's aide") nor complement ("an aide to Smith")."""
        if not phrase.ends_core(mention):
            return False
        texts = self.text.texts
        after = self.text.token_index(mention.end)
        if after < len(texts) and texts[after] in POSSESSIVES and self.text.token_ends[after] < phrase.end:
            return False
        first = self.found.titles_before(self.text, mention.start)
        held = mention.person.offices if mention.person else ()
        if first <= phrase.start or (phrase.offices and phrase.offices[0].office in held):
            return True
        return self.text.lowers[self.text.token_index(first) - 1] not in OWNERS

    def _has_company(self, phrase: NounPhrase, mention: Mention) -> bool:
        """Tell whether a name is joined to another: "Smith and the ministry", "Malta and Minister Smith"."""
        others = [
            other
            for other in phrase.mentions
            if other.whom != mention.whom and not is_inside(other.start, phrase.offices)
        ]
        if phrase.follows(mention) in AND:
            return any(other.start > mention.end for other in others)
        before = self.text.token_index(self.found.titles_before(self.text, mention.start)) - 1
        joined = before >= 0 and self.text.lowers[before] in AND
        return joined and any(
            phrase.start <= other.start < self.text.token_starts[before] for other in others
        )

    def _by_own_words(self, phrase: NounPhrase) -> Naming | None:
        """Return whose words speak: "her statement read"."""
        owner = self._owner(phrase) if phrase.head in SPEAKER_NOUNS["medium"] else None
        return Naming(owner.person.name, "person", 0.8 if owner.margin >= 1 else 0.5) if owner else None

    def _owner(self, phrase: NounPhrase) -> Choice | None:
        """Return who is meant by the first word of "her statement", "his aide"."""
        gender = OWNERS_BY_GENDER.get(phrase.determiner or "")
        return self.discourse.likeliest(phrase.start, gender, None) if gender else None

    # --- no one by name ---

    def _unnamed(self, phrase: NounPhrase) -> Naming:
        owner = self._owner(phrase) if len(phrase.tokens) > 1 else None
        if owner and owner.margin >= 1:
            whose = phrase.words(phrase.tokens[1].start, phrase.tokens[-1].end)
            return Naming(f"{owner.person.name}’s {whose}", "unnamed", 0.65)
        if phrase.determiner == "the" and phrase.offices:
            return Naming(describe(phrase), "unnamed", 0.65)  # most often someone whom the text names
        return Naming(describe(phrase), "unnamed", 0.85 if len(phrase.tokens) > 1 else 0.4)
