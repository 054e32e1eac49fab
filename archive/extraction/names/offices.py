"""Offices in a body, and whose they are: "French Deputy Foreign Minister", "the ministry's spokeswoman"."""

from dataclasses import dataclass, field
from functools import partial

from archive.extraction.names.office import Office
from archive.extraction.names.organization import OrganizationSpan
from archive.extraction.names.vocabulary import (
    CONTEXT,
    DETERMINERS,
    ENGLISH,
    FAMILY_NAMES_FIRST,
    GIVEN_NAMES,
    HONORIFICS,
    LINKS,
    NOT_NAMES,
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    OFFICE_STATUS,
    OFFICE_WORDS,
    PLACE_PREPOSITIONS,
    PLURAL_OFFICES,
    PORTFOLIOS,
    POSSESSIVES,
    SMALL_WORDS,
    OfficeHead,
)
from archive.extraction.names.words import AND, Known, Words

LONGEST = 12  # words of an office on either side of its head
SENT_BY = frozenset(("representative", "envoy", "adviser", "advisor"))
SENDERS = frozenset(("secretary-general", "president"))
# Whose country is not the one behind "to" or "for": they are sent there, or deal with it.
SENT = frozenset(("representative", "coordinator", "commissioner"))  # beside diplomats
NOT_SENT = frozenset(("negotiator", "diplomat"))
IN_CAPITALS = frozenset(("pm", "fm", "eam", "mp", "mep", "ceo", "cfo", "coo"))
DEPUTIES = frozenset(("deputy", "vice", "first", "assistant"))
VERBS, FIELDS = CONTEXT["verb"], CONTEXT["field"]
ADVISING = frozenset(("adviser", "advisor", "rapporteur", "coordinator", "representative"))  # on something
FIELDED, LONGEST_FIELD = ("minister", "secretary", "state"), 6  # heads; words to the end of "… affairs"
FIELDS_ABROAD = frozenset(("foreign", "external"))  # behind "minister for", which may be "asked him for" else
# How an office is held, by the words before it.
STANDINGS = dict.fromkeys(
    ("former", "ex", "then", "late", "ex-", "one-time", "onetime", "ousted", "deposed"), "Former"
)
STANDINGS |= {"retired": "Retired", "acting": "Acting", "incoming": "Incoming", "future": "Incoming"}


@dataclass(slots=True)
class Surroundings:
    """What the words on one side of a head tell: the title's words, whose office it is, and where it ends."""

    edge: int
    title: list[str] = field(default_factory=list)
    organization: str | None = None
    country: str | None = None
    standing: str = ""


class OfficeFinder:
    """Finds the offices of one body, around the organizations already found."""

    def __init__(self, words: Words, organizations: list[OrganizationSpan]) -> None:
        self.words = words
        self.starting = {span.first: span for span in organizations}
        self.ending = {span.last: span for span in organizations}
        self.inside = {at for span in organizations for at in range(span.first, span.last)}

    def find(self) -> list[Office]:
        """Return the offices named, in their order, not overlapping."""
        found: list[Office] = []
        taken = 0
        for at in [at for at, lower in enumerate(self.words.lowers) if lower in OFFICE_HEADS]:
            head = self._head_at(at) if at >= taken and at not in self.inside else None
            if head:
                found.append(self._office(at, head, taken))
                taken = found[-1].last
        return found

    def _head_at(self, at: int) -> OfficeHead | None:
        for head in OFFICE_HEADS[self.words.lowers[at]]:
            size = len(head.words)
            if size == 1 and (self._is_modifier(at) or (head.holder == "kin" and self._is_syllable(at))):
                return None
            if size == 1 or self._stands_at(head, at):
                return head
        return None

    def _stands_at(self, head: OfficeHead, at: int) -> bool:
        return tuple(self.words.lowers[at : at + len(head.words)]) == head.words

    def _is_syllable(self, at: int) -> bool:
        """Tell whether a word of kin is part of a name: Ri Son Gwon."""
        words = self.words
        return words.capital[at] and at not in words.begins and words.texts[at - 1] in FAMILY_NAMES_FIRST

    def _is_modifier(self, at: int) -> bool:
        """Tell whether the word belongs to a head that follows: "deputy" in "deputy foreign minister"."""
        lowers = self.words.lowers
        if lowers[at] not in OFFICE_MODIFIERS:
            return False
        for step in range(at + 1, min(at + 4, len(lowers))):
            lower = lowers[step]
            if lower in OFFICE_WORDS or lower in PLURAL_OFFICES or self._is_head_of_two(step):
                return True
            if lower not in OFFICE_MODIFIERS and step not in self.words.known and step not in self.inside:
                return False
        return False

    def _is_head_of_two(self, at: int) -> bool:
        """Tell whether a head of more than a word begins at a token: "high commissioner"."""
        heads = OFFICE_HEADS.get(self.words.lowers[at], ())
        return any(len(head.words) > 1 and self._stands_at(head, at) for head in heads)

    def _office(self, at: int, head: OfficeHead, floor: int) -> Office:
        end = at + len(head.words)
        before = self._before(at, floor)
        word = head.words[-1]
        after = self._after(end, word in SENT or (head.holder == "diplomat" and word not in NOT_SENT))
        lowers = self.words.lowers
        shown = (*before.title, *lowers[at:end], *after.title)
        determiner = lowers[before.edge - 1] if before.edge > floor else None
        return Office(
            first=before.edge,
            last=after.edge,
            head=at,
            title=" ".join(_heading(word) for word in shown)
            .replace(" ' ", "'")
            .replace(" ’ ", "’")
            .replace(" ,", ","),
            holder=head.holder,
            is_title=head.is_title,
            organization=before.organization or after.organization,
            country=before.country or after.country,
            determiner=determiner if determiner in DETERMINERS else None,
            standing=before.standing,
            bare=after.edge == end,
        )

    # --- before the head ---

    def _before(self, at: int, floor: int) -> Surroundings:
        """Read what stands before the head, leftwards."""
        found = Surroundings(at)
        while found.edge > floor and at - found.edge < LONGEST and found.edge not in self.words.begins:
            if not (self._take_owner(found, floor) or self._take_modifier(found, floor)):
                break
        while found.edge < at and self.words.lowers[found.edge] in ("-", ",", "and"):
            found.edge += 1
        while found.title and found.title[0] in (",", "and"):
            found.title.pop(0)
        return found

    def _take_owner(self, found: Surroundings, floor: int) -> bool:
        """Take in a country, an organization or a place, with or without "'s"."""
        edge = found.edge
        if self.words.lowers[edge - 1] in POSSESSIVES and edge - 1 > floor:
            edge -= 1
        span, known = self.ending.get(edge), self.words.known_before.get(edge)
        if known and edge == found.edge and self._is_where(known):
            return False
        if span and span.first >= floor:
            found.organization, found.country = span.name, found.country or span.country
            found.edge = span.first
        elif known and known.first >= floor:
            found.country = found.country or known.entry.country
            if known.entry.kind == "place":
                found.organization = found.organization or known.entry.name
            found.edge = known.first
        else:
            return False
        return True

    def _is_where(self, known: Known) -> bool:
        """Tell whether a place is where something was said, not whose office follows: "In Oslo President"."""
        before = self.words.lowers[known.first - 1] if known.first else ""
        return known.entry.kind != "demonym" and before in PLACE_PREPOSITIONS

    def _take_modifier(self, found: Surroundings, floor: int) -> bool:
        """Take in a word of the title ("deputy") or one on how it is held ("former", "acting")."""
        before = found.edge - 1
        lower = self.words.lowers[before]
        joins = before > floor and self._joins_portfolios(before, found.title)
        if lower in VERBS and found.country:
            return False
        if lower in OFFICE_STATUS:
            found.standing = STANDINGS.get(lower, found.standing)
        elif (
            joins
            or lower in OFFICE_MODIFIERS
            or _is_compound(lower)
            or self._is_portfolio(before, found.title)
        ):
            found.title.insert(0, lower)
        elif lower == "-" and before > floor and self.words.lowers[before - 1] in OFFICE_STATUS:
            pass
        else:
            return False
        found.edge = before
        return True

    def _has_capitals(self, at: int) -> bool:
        """Tell whether a token and what it stands before are written large: "Fisheries Minister"."""
        following = self.words.texts[at + 1]
        return self.words.capital[at] and (following[:1].isupper() or following in (",", "and"))

    def _joins_portfolios(self, at: int, title: list[str]) -> bool:
        """Tell "and" and the commas of a list before its last word and head: "Trade, Industry and Energy"."""
        before, lower = self.words.lowers[at - 1], self.words.lowers[at]
        same = self.words.capital[at - 1] == self.words.capital[at + 1]
        if lower == "and" and title:
            return (before in PORTFOLIOS and same) or before == ","
        return lower == "," and ("and" in title[:1] or ("and" in title and before in PORTFOLIOS and same))

    def _is_portfolio(self, at: int, title: list[str]) -> bool:
        """Tell what a minister is for by its capital: "Forestry and Fisheries Minister"; of a country's,
        it may be any word: "the Egyptian Irrigation Minister", "South Korea's Vice Unification Minister".
        """
        words, begin = self.words, at
        if title[:1] not in ([], ["and"], [","]) or not self._has_capitals(at):
            return False
        if words.lowers[at] in PORTFOLIOS:
            return True
        while begin and (words.lowers[begin - 1] in DEPUTIES or words.lowers[begin - 1] in POSSESSIVES):
            begin -= 1
        known = words.known_before.get(begin)
        owned = not title and known is not None and known.entry.kind in ("country", "demonym")
        return owned and at not in words.known and words.lowers[at] in ENGLISH

    # --- after the head ---

    def _after(self, end: int, sent: bool) -> Surroundings:
        """Read what follows the head: "of State for Arms Control", "for the ministry", "of France"; where the
        holder is `sent` to a country, that is not whose office it is: "ambassador to France".
        """
        found, words = Surroundings(end), self.words
        links = LINKS | {"on"} if words.lowers[end - 1] in ADVISING else LINKS
        while (
            found.edge + 1 < len(words)
            and found.edge - end < LONGEST
            and words.lowers[found.edge] in links
            and self._take_tail(found, sent)
        ):
            pass
        return found

    def _take_tail(self, found: Surroundings, sent: bool) -> bool:
        """Take in a preposition and the organization, country, place or field after it."""
        link, at = self.words.lowers[found.edge], self.words.past_article(found.edge + 1)
        span, known = self.starting.get(at), self.words.known.get(at)
        if link == "on" or (link == "for" and self._past_region(at)):
            return self._take_field(found, at)
        if link == "of" and self._take_served(found, span.last if span else at):
            found.organization = found.organization or (span.name if span else None)
        elif span:
            found.organization, found.country = found.organization or span.name, found.country or span.country
            found.edge = span.last
            self._take_owned(found)
        elif known and known.entry.kind in ("country", "capital", "place"):
            if link == "of" or not sent:
                found.country = found.country or known.entry.country
            if known.entry.kind == "place":
                found.organization = found.organization or known.entry.name
            found.edge = known.last
            self._take_owned(found)
        else:
            return link in ("of", "for", "to") and self._take_field(found, at)
        return True

    def _take_served(self, found: Surroundings, at: int) -> bool:
        """Take in whom an envoy serves who is no envoy: "Special Representative of the Secretary-General"."""
        words = self.words
        if words.lowers[found.edge - 1] not in SENT_BY or at + 1 >= len(words):
            return False
        if words.lowers[at] not in SENDERS or (words.capital[at + 1] and words.lowers[at] == "president"):
            return False
        found.title += ["of", "the", words.lowers[at]]
        found.edge = at + 1
        return True

    def _take_owned(self, found: Surroundings) -> None:
        """Take in the organization in "of France's Security Council"."""
        edge = found.edge
        if edge + 1 < len(self.words) and self.words.lowers[edge] in POSSESSIVES:
            span = self.starting.get(edge + 1)
            if span:
                found.organization, found.edge = found.organization or span.name, span.last

    def _take_field(self, found: Surroundings, at: int) -> bool:
        """Take in capitalised common words: "for Arms Control and International Security"."""
        past_field = partial(self._past_field, small=self._leads_ministry(found.edge))
        stop = past_field(at)
        if self._heads_at(stop) and self.words.lowers[stop - 1] in OFFICE_MODIFIERS:
            stop = max((n for n in range(at, stop) if self.words.lowers[n] in AND), default=0)
        if not stop:
            return False  # a spokesman for Foreign Minister …
        stop = self.words.past_list(stop, past_field)
        found.title += self.words.lowers[found.edge : stop]
        found.edge = stop
        return True

    def _past_field(self, at: int, small: bool) -> int:
        """Return the end of the field at a token, 0 if none is there; it may be written `small`."""

        def past_word(word: int) -> int:
            may_be_small = small or (word > at and self.words.texts[word : word + 1] == ["affairs"])
            is_field = self._is_field(word) or (may_be_small and self._is_portfolio_word(word))
            return word + 1 if is_field else self._past_region(word)

        return self.words.past_words(at, past_word, LONGEST)

    def _past_region(self, at: int) -> int:
        """Return the end of a country or region of which a field follows: "for Middle East Peace"; or 0."""
        known, lowers = self.words.known.get(at), self.words.lowers
        if known is None or known.entry.kind not in ("country", "demonym", "place"):
            return 0
        following = known.last < len(lowers) and lowers[known.last] in PORTFOLIOS
        return known.last if following and self._is_field(known.last) else 0

    def _heads_at(self, at: int) -> bool:
        return at < len(self.words) and self.words.lowers[at] in OFFICE_HEADS and self.words.capital[at]

    def _leads_ministry(self, link: int) -> bool:
        """Tell whether a field may be written small behind a linking word: "minister of", "minister for
        foreign", "secretary of state for political affairs".
        """
        lowers = self.words.lowers
        if lowers[link - 1] not in FIELDED or lowers[link] not in ("of", "for"):
            return False
        is_field = lowers[link + 1] in FIELDS_ABROAD or "affairs" in lowers[link + 2 : link + LONGEST_FIELD]
        return is_field or (lowers[link] == "of" and lowers[link - 1] == "minister")

    def _is_portfolio_word(self, at: int) -> bool:
        return at < len(self.words) and self.words.texts[at] in PORTFOLIOS

    def _is_field(self, at: int) -> bool:
        words = self.words
        if at >= len(words) or not words.texts[at][0].isupper() or at in words.begins:
            return False
        word, lower = words.texts[at], words.lowers[at]
        if at in words.known or lower in OFFICE_WORDS or word in HONORIFICS:
            return lower in ("state", "justice")
        if word in GIVEN_NAMES and at + 1 < len(words) and words.capital[at + 1]:
            return False
        return lower in ENGLISH or lower in FIELDS or (lower in OFFICE_MODIFIERS and word not in NOT_NAMES)


def find_offices(words: Words, organizations: list[OrganizationSpan]) -> list[Office]:
    """Return the offices named, in their order, not overlapping."""
    return OfficeFinder(words, organizations).find()


def _heading(word: str) -> str:
    if word in SMALL_WORDS:
        return word
    if word in IN_CAPITALS:
        return word.upper()
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _is_compound(lower: str) -> bool:
    """Tell whether a word is a modifier of two parts: "vice-presidential"."""
    first, _, second = lower.partition("-")
    return second in OFFICE_MODIFIERS and first in OFFICE_MODIFIERS
