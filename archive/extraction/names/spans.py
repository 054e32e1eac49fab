"""Spans of a body that name people: runs of capitalised words, weighed by what they are and stand beside."""

from dataclasses import dataclass, replace

from archive.extraction.names.office import Office
from archive.extraction.names.organization import OrganizationSpan
from archive.extraction.names.shared import shared_offices
from archive.extraction.names.vocabulary import (
    AUXILIARIES,
    ENGLISH,
    FAMILY_NAMES_FIRST,
    FUNCTION_WORDS,
    HONORIFICS,
    LINKS,
    NOT_NAMES,
    OFFICE_MODIFIERS,
    OFFICE_WORDS,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    SAYING,
    SUFFIXES,
    SURNAMES,
    is_eastern,
    is_given,
)
from archive.extraction.names.weights import ACCEPTED, CLOSING_MARKS, Scales
from archive.extraction.names.words import Words

FIRSTS, SECONDS = ("Dato", "Datuk", "Datin", "Tan", "H."), ("Sri", "Seri", "E")  # of Malay honorifics; H.E
SECONDS_ALONE = [[word] for word in SECONDS]
ASKING = ("Will", "May")  # of a country at the head of a sentence: "Will Norway sign?"
LONGEST = 6  # words in a person's name
LONGEST_PUT_IN = 12  # tokens in brackets, of which a given name is the last
OPENING_MARKS = ("“", "‘", '"', "«", "„")
MOST = 20_000  # runs that are looked at: what holds more is no article
OWN_S = ("ss", "us", "is", "os", "as", "es", "ams")  # family names that end so may have an "s" of their own


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens first..last (exclusive) that look like a person's name, without titles.

    `pieces` are its words; `weight` is how sure it is; `gender` is told by an honorific ("m", "f") or unknown
    (""); an `office`, a rank or an `honorific` may stand right before it.
    """

    first: int
    last: int
    pieces: tuple[str, ...]
    weight: float
    gender: str = ""
    office: Office | None = None
    honorific: str = ""

    @property
    def titled(self) -> bool:
        """Whether an office or an honorific stands right before it."""
        return self.office is not None or bool(self.honorific)


class SpanFinder:
    """Finds the name spans of one body, between the organizations and offices already found."""

    def __init__(self, words: Words, organizations: list[OrganizationSpan], offices: list[Office]) -> None:
        self.words = words
        self.blocked: set[int] = set()
        for span in organizations:
            self.blocked.update(range(span.first, span.last))
        for office in offices:
            self.blocked.update(range(office.first, office.last))
        self.singular = set(words.texts) if words.lost_apostrophes else set()
        self.trusted: set[str] = set()  # words of names outside of headings
        self.office_ending = {office.last: office for office in offices}
        self.office_starting = {office.first: office for office in offices}
        self.shared = shared_offices(words)
        self.scales = Scales(words, set(self.office_starting), set(self.office_ending), self.blocked)

    def find(self) -> list[NameSpan]:
        """Return every run that may be a name, in their order; the doubtful ones with a low weight."""
        heading = self.words.heading
        starts = [at for at in self.words.cased if self.words.capital[at] and at not in self.blocked]
        found = self._find_at([at for at in starts if at not in heading])
        self.trusted.update(piece for span in found if span.weight >= ACCEPTED for piece in span.pieces)
        found += self._find_at([at for at in starts if at in heading])
        taken = {at for span in found for at in range(span.first, span.last)}
        found += [self._surname(at) for at in starts if at not in taken and self._is_surname(at)]
        return sorted(found, key=lambda span: span.first)

    def _is_surname(self, at: int) -> bool:
        """Tell whether a place's name, or a word that is no name elsewhere, is someone's family name here."""
        words, word = self.words, self.words.texts[at]
        known = words.known.get(at)
        if word not in self.trusted or not (word in NOT_NAMES or (known and known.last == at + 1)):
            return False
        before = words.lowers[at - 1] if at else ""
        after = words.texts[at + 1] if at + 1 < len(words) else ""
        placed = before in PLACE_PREPOSITIONS or before in LINKS or before in ("the", "from")
        return not placed and not after[:1].isupper() and (after != "," or at in words.begins)

    def _surname(self, at: int) -> NameSpan:
        gender, office, honorific = self._title_before(at)
        return NameSpan(at, at + 1, (self.words.texts[at],), 0.0, gender, office, honorific)

    def _find_at(self, starts: list[int]) -> list[NameSpan]:
        found: list[NameSpan] = []
        taken = 0
        for at in starts[:MOST]:
            if at < taken:
                continue
            span = self._span_at(at)
            if span:
                found.append(span)
                taken = span.last
            elif at in self.words.known:
                taken = self.words.known[at].last
        return found

    # --- where a run begins and ends ---

    def _span_at(self, at: int) -> NameSpan | None:
        if self._is_honorific(at) or not self._may_begin(at):
            return None
        gender, office, honorific = self._title_before(at)
        pieces, last = self._run(at)
        kin = office is not None and office.holder == "kin" and is_given(pieces[0])
        if office and len(pieces) == 1 and not ((office.is_title or kin) and office.bare):
            office = None
        while len(pieces) > 1 and self._is_apart(at, pieces):
            at, pieces = at + 1, pieces[1:]
        while len(pieces) > 2 and self._is_apart_at_end(pieces):
            last, pieces = last - 1, pieces[:-1]
        if self.words.lost_apostrophes:
            pieces[-1] = self._without_possessive(pieces[-1], last)
        weight = self.scales.weigh(at, last, pieces, bool(office or honorific))
        return NameSpan(at, last, tuple(pieces), weight, gender, office, honorific)

    def _is_apart(self, at: int, pieces: list[str]) -> bool:
        """Tell whether the first word is no part of the name after it: "Since Smith", "Elect Ann Smith"."""
        if pieces[0] == "Said" and at in self.words.begins:
            return self._is_verb(at, at + len(pieces))
        if pieces[0].lower() not in ENGLISH or is_given(pieces[0]) or is_eastern(pieces):
            return False
        if (
            pieces[0] in FAMILY_NAMES_FIRST
            and len(pieces) == 3
            and not any(piece.lower() in ENGLISH for piece in pieces[1:])
        ):
            return False  # Tan Kok Wai
        return at in self.words.begins or (is_given(pieces[1]) and len(pieces) > 2)

    def _is_verb(self, at: int, last: int) -> bool:
        """Tell the verb in "Said Ann Smith: “…”" and "“…” Said Ann Smith" from the name Said."""
        texts = self.words.texts
        return texts[last : last + 1] == [":"] or (at > 0 and texts[at - 1] in CLOSING_MARKS)

    def _is_apart_at_end(self, pieces: list[str]) -> bool:
        """Tell whether the last word is no part of the name before it: "Ann Smith Under"."""
        common = pieces[-1].lower() in ENGLISH and not is_given(pieces[-1])
        initial = len(pieces[-2]) == 1 or "." in pieces[-2]  # George W Bush
        return common and is_given(pieces[0]) and pieces[-2].lower() not in ENGLISH and not initial

    def _without_possessive(self, piece: str, last: int) -> str:
        """Return a name without the "s" of a possessive that lost its apostrophe: "Lees remarks"."""
        after = self.words.texts[last] if last < len(self.words) else ""
        owns = after.isalpha() and after.islower() and after not in SAYING and after not in AUXILIARIES
        if not owns or not piece.endswith("s") or is_given(piece):
            return piece
        return piece if piece.endswith(OWN_S) and piece[:-1] not in self.singular else piece[:-1]

    def _is_honorific(self, at: int) -> bool:
        """Tell whether a token is an honorific, not a name as in "Ron Baron"."""
        word = self.words.texts[at]
        if word.removesuffix(".") not in HONORIFICS:
            return self._is_of_two(at)
        name_follows = at + 1 < len(self.words) and self.words.capital[at + 1]
        return word.endswith(".") or name_follows or not (at and is_given(self.words.texts[at - 1]))

    def _may_begin(self, at: int) -> bool:
        word, lower = self.words.texts[at], self.words.lowers[at]
        if word in NOT_NAMES or (lower in FUNCTION_WORDS and not is_given(word)):
            return False
        if at in self.words.heading and not self._is_trusted(word):
            return False
        if word in SUFFIXES or lower in ORGANIZATION_WORDS or _is_compound(word):
            return False
        if self.words.texts[at - 1] in ("@", "#") and self.words.touching(at):
            return False
        if (len(word) > 2 and word.isupper() and "." not in word) or _is_plural_office(lower):
            return False
        if not word.isalpha() and any(map(str.isdigit, word)):
            return False
        known = self.words.known.get(at)
        if known:
            return self._named_like_place(at, known.last)
        if len(word) == 1 or "." in word or word in PARTICLES:
            joined = self._piece(at)[1] > at + 1
            return joined or (at + 1 < len(self.words) and self.words.capital[at + 1])
        return True

    def _is_trusted(self, word: str) -> bool:
        """Tell whether a word of a heading is known for a name's."""
        return word in self.trusted or is_given(word) or len(word.rstrip(".")) == 1

    def _named_like_place(self, at: int, last: int) -> bool:
        """Tell whether the name of a place is a person's here: "Jackson" after a title, "Austin Smith"."""
        if last > at + 1:
            return False
        office, honorific = self._title_before(at)[1:]
        if honorific or (office and office.is_title and self.words.capital[office.last - 1]):
            return honorific != "" or self.words.known[at].entry.kind == "place"
        followed = last < len(self.words) and self.words.capital[last] and last not in self.blocked
        followed = followed and not (self._is_honorific(last) or self.words.lowers[last] in OFFICE_MODIFIERS)
        return is_given(self.words.texts[at]) and followed and last not in self.words.known

    def _run(self, at: int) -> tuple[list[str], int]:
        """Return the words of the run that begins at token `at`, and its end."""
        pieces: list[str] = []
        words = self.words
        while at < len(words) and len(pieces) < LONGEST:
            at = self._after_bracket(self._after_nickname(at)) if pieces else at
            if pieces and (at in words.begins or not self._continues(at, pieces)):
                break
            piece, at = self._piece(at)
            pieces.append(piece)
        while pieces and pieces[-1] in PARTICLES and len(pieces) > 1:
            pieces.pop()
            at -= 1
        return pieces, at

    def _after_nickname(self, at: int) -> int:
        """Return the token after a word in quotation marks at `at`, if a name goes on there; else `at`."""
        words = self.words
        quoted = (
            at + 3 < len(words) and words.texts[at] in OPENING_MARKS and words.texts[at + 2] in CLOSING_MARKS
        )
        alone = quoted and words.capital[at + 1] and words.touching(at + 1) and words.touching(at + 2)
        return at + 3 if alone and words.capital[at + 3] and words.lowers[at + 3] not in ENGLISH else at

    def _after_bracket(self, at: int) -> int:
        """Return the token after the bracket of a name that was put in, "Mr. [Luc] Moreau", "President [of
        France, Luc] Moreau"; else `at`.
        """
        texts = self.words.texts
        put_in = texts[at : at + 1] == ["]"] and "[" in texts[max(0, at - LONGEST_PUT_IN) : at]
        return at + 1 if put_in and at + 1 < len(texts) and self.words.capital[at + 1] else at

    def _continues(self, at: int, pieces: list[str]) -> bool:
        """Tell whether token `at` goes on with the name begun by `pieces`."""
        words, word = self.words, self.words.texts[at]
        if word in PARTICLES:
            follows = at + 1 < len(words) and (words.capital[at + 1] or words.texts[at + 1] in PARTICLES)
            return follows and at + 1 not in self.blocked
        if word in SUFFIXES:
            return True
        if not words.capital[at] or (word.isupper() and len(word) > 1 and "." not in word):
            return False
        if at in words.heading and not self._is_trusted(word):
            known = is_given(pieces[-1]) or pieces[-1].endswith(".")
            return words.lowers[at] not in ENGLISH and known
        if at in self.blocked:
            return self._surname_like_office(at, pieces)
        if at in words.known:
            one = words.known[at].last == at + 1
            kind = words.known[at].entry.kind
            people = kind == "demonym" and word not in SURNAMES
            asked = pieces[0] in ASKING and kind == "country" and self._opens(at - 1)
            return one and is_given(pieces[-1]) and not (people or asked)
        return self._is_piece(at, pieces)

    def _opens(self, at: int) -> bool:
        """Tell whether token `at` begins a sentence or stands behind a label: "Question: Will Norway …?"."""
        return at in self.words.begins or self.words.texts[at - 1] == ":"

    def _is_piece(self, at: int, pieces: list[str]) -> bool:
        """Tell whether a capitalised word may be a further word of a name."""
        word, lower = self.words.texts[at], self.words.lowers[at]
        if word in NOT_NAMES:
            return word in SURNAMES and len(pieces) == 1 and is_given(pieces[0])
        if lower in ORGANIZATION_WORDS or self._is_honorific(at) or _is_latin(word) != _is_latin(pieces[0]):
            return False
        if pieces[0] in FAMILY_NAMES_FIRST or is_given(word):
            return True
        return lower not in SAYING and lower not in FUNCTION_WORDS and not self._is_of_heading(at, pieces)

    def _is_of_heading(self, at: int, pieces: list[str]) -> bool:
        """Tell whether a common word goes on with a heading, not with a name: "Smith Faces Rivals"."""
        words = self.words
        if words.lowers[at] not in ENGLISH:
            return False
        following = words.texts[at + 1] if at + 1 < len(words) else ""
        goes_on = following[:1].isupper() and following not in SUFFIXES and "." not in following
        return goes_on and (len(pieces) > 1 or not is_given(pieces[0]))

    def _surname_like_office(self, at: int, pieces: list[str]) -> bool:
        """Tell whether an office's word is a family name: "Steve King", if no name follows."""
        office = self.office_starting.get(at)
        titled = at - len(pieces) in self.office_ending  # Governor Jim Justice of West Virginia
        alone = office is not None and (office.last == at + 1 or titled)
        following = self.words.texts[at + 1] if at + 1 < len(self.words) else ""
        followed = following[:1].isupper() and following not in SUFFIXES
        return alone and not followed and is_given(pieces[-1]) and self.words.texts[at][0].isupper()

    def _piece(self, at: int) -> tuple[str, int]:
        """Return the word at `at`, joined over an apostrophe inside it (O'Brien), and the token after it."""
        words = self.words
        if (
            at + 2 < len(words)
            and words.texts[at + 1] in "'’"
            and words.touching(at + 1)
            and words.touching(at + 2)
        ):
            follower = words.texts[at + 2]
            if follower[0].isalpha() and (
                follower[0].isupper() or len(words.texts[at]) <= 2 or len(follower) > 2
            ):
                return words.texts[at] + words.texts[at + 1] + follower, at + 3
        return words.texts[at], at + 1

    # --- what stands around it ---

    def _title_before(self, at: int) -> tuple[str, Office | None, str]:
        """Return gender, office and honorifics that stand right before token `at`."""
        honorifics: list[str] = []
        gender = ""
        at -= at > 1 and self.words.texts[at - 1] == "["  # Mr. [Luc] Moreau
        while (first := self._honorific_before(at)) < at and len(honorifics) < 4:
            at = first
            if at in self.blocked:
                break
            word = self.words.texts[at].removesuffix(".")
            gender = HONORIFICS.get(word, "").replace("-", "") or gender
            honorifics.insert(0, word)
        office = self.office_ending.get(at) or self.shared.get(at)
        return gender, office, " ".join(honorifics)

    def _honorific_before(self, at: int) -> int:
        """Return where the honorific begins that ends right before token `at`; `at` if none does."""
        texts = self.words.texts
        apostrophe = at > 1 and texts[at - 1] in ("'", "’")  # Dato’
        last = at - 1 - apostrophe
        known = last >= 0 and (texts[last].removesuffix(".") in HONORIFICS or self._is_of_two(last))
        return last if known else at

    def _is_of_two(self, at: int) -> bool:
        """Tell whether a token is part of an honorific of two words: "Dato’ Sri", "Tan Sri"."""
        texts = self.words.texts
        if texts[at] in SECONDS:
            return at > 0 and texts[at - 1] in ("'", "’", *FIRSTS)
        return texts[at] in FIRSTS and texts[at + 1 : at + 2] in SECONDS_ALONE


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def _is_plural_office(lower: str) -> bool:
    """Tell whether a word is several holders of an office: "Secretaries"."""
    singular = lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
    return singular != lower and singular in OFFICE_WORDS


def _is_compound(word: str) -> bool:
    """Tell whether a word with a hyphen is no name: D-Maine, Oslo-based."""
    first, _, second = word.partition("-")
    return bool(second) and (len(first) == 1 or second in ENGLISH)


def surest(spans: list[NameSpan]) -> list[NameSpan]:
    """Return the spans that are names by their own words, each from its given name on.

    Words before that are titles in languages that write these with a capital: "Bundeskanzlerin Ann Smith".
    Single words are kept for those who are named in full as well.
    """
    clear = [_from_given_name(span) for span in spans if len(span.pieces) > 1]
    single = [replace(span, weight=0.0) for span in spans if len(span.pieces) == 1]
    return [span for span in clear if is_given(span.pieces[0])] + single


def _from_given_name(span: NameSpan) -> NameSpan:
    pieces, given = span.pieces, next((n for n, piece in enumerate(span.pieces) if is_given(piece)), 0)
    whole = given == 0 or given == len(pieces) - 1 or span.last - span.first != len(pieces)
    return span if whole else replace(span, first=span.first + given, pieces=pieces[given:])
