"""Organizations in a body: known by name, told by their last word, or acronyms that the text explains."""

from archive.extraction.names.organization import OrganizationSpan, under_one_country, with_acronyms
from archive.extraction.names.vocabulary import (
    APART,
    ARTICLES,
    CONTEXT,
    DEMONYMS,
    ENGLISH,
    GAZETTEER,
    GIVEN_NAMES,
    INNER_WORDS,
    NOT_ACRONYMS,
    NOT_NAMES,
    OFFICE_MODIFIERS,
    OFFICE_WORDS,
    ORGANIZATION_WORDS,
    PORTFOLIOS,
    POSSESSIVES,
)
from archive.extraction.names.words import AND, Known, Words

LONGEST = 9  # words in the name of an organization, before or after the word that tells it
LONGEST_FIELD = 3  # words of one field of a body's work
FIELD_LINKS = ("of", "for", "on")
ENDOWED = frozenset(("foundation", "trust", "fund", "institute", "library"))  # that bear their givers' names
COMMITTEES = frozenset(("committee", "subcommittee"))  # of another body
PARTS_OF_NAMES, PEOPLES, ALSO_OFFICES = CONTEXT["part"], CONTEXT["people"], CONTEXT["also"]


class OrganizationFinder:
    """Finds the organizations of one body."""

    def __init__(self, words: Words) -> None:
        self.words = words
        # One-word names that are family names here: "Henry Bloomberg".
        self.surnames = {
            words.texts[at]
            for at, known in words.known.items()
            if known.last == at + 1 and words.texts[at].istitle() and words.texts[at - 1] in GIVEN_NAMES
        }

    def find(self) -> list[OrganizationSpan]:
        """Return the organizations named, in their order, not overlapping."""
        found: list[OrganizationSpan] = []
        words, taken = self.words, 0
        for index in self._candidates():
            if index < taken:
                continue
            if words.lowers[index] in ORGANIZATION_WORDS:
                span = self._by_telling_word(index, self._floor(index, found))
            elif index in words.known:
                span = self._known(index)
            else:
                span = self._acronym(index)
            if span:
                while found and found[-1].last > span.first:
                    found.pop()
                found.append(span)
                taken = span.last
        return self._without_words_of_headings(found)

    def _floor(self, index: int, found: list[OrganizationSpan]) -> int:
        """Return where a name may begin whose telling word is `index`: behind the one before, or with it:
        "Kremlin Press Service", "Senate Foreign Relations Committee".
        """
        if not found:
            return 0
        before = found[-1]
        joins = self.words.lowers[index] in COMMITTEES and index - before.last < LONGEST
        goes_on = joins and all(self.words.capital[before.last : index])
        return before.first if before.last == index or goes_on else before.last

    def _without_words_of_headings(self, found: list[OrganizationSpan]) -> list[OrganizationSpan]:
        """Return the organizations without those that only a heading has, and whose words tell of no country:
        "Harbour Campaign Wants" in "Why the Harbour Campaign Wants More Time".
        """
        heading, known = self.words.heading, self.words.known
        named = {span.name for span in found if span.first not in heading}
        return [
            span
            for span in found
            if span.first not in heading or span.first in known or span.country or span.name in named
        ]

    def _candidates(self) -> list[int]:
        """Return the tokens that may tell an organization, in their order."""
        words = self.words
        telling = [at for at, lower in enumerate(words.lowers) if lower in ORGANIZATION_WORDS]
        letters = [at for at in words.cased if len(words.texts[at]) > 2 and words.texts[at].isupper()]
        return sorted({*telling, *letters, *words.known})

    def _known(self, index: int) -> OrganizationSpan | None:
        known = self.words.known.get(index)
        if known is None or known.entry.kind != "organization" or self.words.texts[index] in self.surnames:
            return None
        last = self.words.lowers[known.last - 1]
        generic = last if last in ORGANIZATION_WORDS else ""
        own = known.entry.country
        owner = self._owner(index) if generic and (known.entry.speaks or not own) else None
        rest = self._heading(index, known.last)
        state = owner or (self._state_behind(known.last) if generic or own else None)
        if state and state.entry.country != own:
            begin, end = min(state.first, known.first), max(state.last, known.last)
            country = state.entry.country
            return OrganizationSpan(begin, end, _of_state(country, rest), country, generic, rest.lower())
        shared = rest.lower() if generic and not owner else ""
        field, unsaid = ("", shared) if own else (shared, "")
        return OrganizationSpan(known.first, known.last, known.entry.name, own, generic, field, unsaid)

    def _owner(self, index: int) -> Known | None:
        """Return the country in "France's National Assembly" and "the French National Assembly"."""
        if index and self.words.lowers[index - 1] in POSSESSIVES:
            index -= 1
        known = self.words.known_before.get(index)
        return known if known and known.entry.kind in ("country", "demonym") else None

    def _state_behind(self, at: int) -> Known | None:
        """Return the country in "Security Council of Russia", "Supreme Court of the Philippines"."""
        words = self.words
        if words.lowers[at : at + 1] != ["of"]:
            return None
        known = words.known.get(words.past_article(at + 1))
        return known if known and known.entry.kind == "country" else None

    def _acronym(self, index: int) -> OrganizationSpan | None:
        """Return an organization of capitals (XYZW), unless all around is in capitals."""
        words, word = self.words, self.words.texts[index]
        if not (2 < len(word) < 7 and word.isupper() and word.isalpha()) or word in NOT_ACRONYMS:
            return None
        if self._is_shouted(index) or words.lowers[index] in ENGLISH or index in words.begins:
            return None
        if any(phrase == (word.title(),) for phrase, _ in GAZETTEER.get(word.title(), ())):
            return None  # talks in LONDON
        return OrganizationSpan(index, index + 1, word)

    def _is_shouted(self, index: int) -> bool:
        """Tell whether a word in capitals stands beside another: a heading, or the place of a dateline."""
        texts = self.words.texts
        if not texts[index].isupper():
            return False
        beside = texts[max(0, index - 1) : index] + texts[index + 1 : index + 2]
        return any(len(word) > 1 and word.isupper() for word in beside)

    def _by_telling_word(self, index: int, floor: int) -> OrganizationSpan | None:
        """Return the organization whose telling word ("Ministry") is token `index`."""
        words = self.words
        capital = words.texts[index][0].isupper()
        known = words.known.get(index)
        if known or not (capital or ORGANIZATION_WORDS[words.lowers[index]] == "l"):
            return self._known(index)
        if self._is_shouted(index) or self._is_adjective(index):
            return None
        first = self._left(index, floor)
        while first < index and words.texts[first] in APART:
            first += 1
        last = self._right(index) if capital else self._right_in_small(index)
        whole = words.known_before.get(last)
        is_place = whole and whole.entry.kind in ("country", "place") and whole.first <= first
        if is_place or (first == index and last == index + 1):
            return None
        return self._named(first, last, index)

    def _is_adjective(self, index: int) -> bool:
        """Tell the "military" of "a special military operation" from the military."""
        following = self.words.lowers[index + 1 : index + 2]
        return self.words.lowers[index] == "military" and not CONTEXT["armed"].isdisjoint(following)

    # --- where the name begins and ends ---

    def _left(self, index: int, floor: int) -> int:
        """Return the first token of the name whose telling word is `index`."""
        words, at, country = self.words, index, False
        while at - 1 >= floor and index - at < LONGEST and at not in words.begins:
            before, lower = at - 1, words.lowers[at - 1]
            possessive = lower in POSSESSIVES
            known = words.known_before.get(before if possessive else at)
            if possessive and at - 2 >= floor and words.lowers[at - 2] in PEOPLES:
                at -= 2
            elif known and known.first >= floor:
                if country and known.entry.kind in ("country", "demonym"):
                    break
                country = country or known.entry.country is not None
                at = known.first
                if known.entry.kind == "country":
                    break
            elif not possessive and ((lower in OFFICE_MODIFIERS and not country) or self._may_name(before)):
                at = before
            elif (
                lower in AND
                and before > floor
                and (self._joined(before) or self._is_of_two(before, index, floor))
            ):
                at = before - 1
            else:
                break
        return at

    def _may_name(self, at: int) -> bool:
        """Tell whether a capitalised token may be part of an organization's name."""
        words, lower = self.words, self.words.lowers[at]
        if (
            not words.capital[at]
            or lower in ARTICLES
            or (lower in OFFICE_WORDS and lower not in ALSO_OFFICES)
        ):
            return False
        return not (at in words.begins and lower in ENGLISH)

    def _joined(self, conjunction: int) -> bool:
        """Tell whether "and" joins two words of a name: "Foreign and Commonwealth Office"."""
        lowers, capital = self.words.lowers, self.words.capital
        same = capital[conjunction - 1] == capital[conjunction + 1]
        return (
            same
            and lowers[conjunction - 1] in OFFICE_MODIFIERS
            and lowers[conjunction + 1] in OFFICE_MODIFIERS
        )

    def _is_of_two(self, conjunction: int, index: int, floor: int) -> bool:
        """Tell whether "and" joins two fields of one name, or two givers: "the Truth and Reconciliation
        Commission", "the Ann and Bert Smith Foundation"; two bodies would each have their article.
        """
        words, first = self.words, conjunction
        given = words.lowers[index] in ENDOWED
        if not self._is_field(conjunction + 1, given):
            return False
        while first > floor and conjunction - first < LONGEST_FIELD and self._is_field(first - 1, given):
            first -= 1
        nation = words.known_before.get(first)
        owner = nation.first if nation and nation.entry.kind in ("country", "demonym") else first
        before = words.lowers[owner - 1] if owner else ""
        return first < conjunction and (before in ARTICLES or before in POSSESSIVES)

    def _is_field(self, at: int, given: bool = False) -> bool:
        """Tell whether a token is of what a body is for ("Reconciliation"), or of who has `given` for it."""
        words, lower = self.words, self.words.lowers[at]
        if not words.capital[at] or at in words.known or at in words.begins or at in words.heading:
            return False
        if lower in ORGANIZATION_WORDS or lower in OFFICE_WORDS:
            return False
        word = words.texts[at]
        common = lower in ENGLISH or lower in OFFICE_MODIFIERS
        return given or word in NOT_NAMES or (common and word not in GIVEN_NAMES)

    def _past_field(self, at: int) -> int:
        """Return the end of the field that begins at `at`, 0 if none does."""
        end, count = at, len(self.words)
        while end < min(count, at + LONGEST_FIELD) and self._is_field(end):
            end += 1
        return end if end > at else 0

    def _right(self, index: int) -> int:
        """Return the end of a name that goes on after its telling word: "Ministry of Defence of Malta"."""
        words, at, count = self.words, index + 1, len(self.words)
        while at < count and at - index < LONGEST:
            following = at
            if words.lowers[at] in INNER_WORDS:
                following += 1
                if following < count and words.lowers[following] == "the":
                    following += 1
                    is_body = following < count and words.lowers[following] in ORGANIZATION_WORDS
                    if words.lowers[at] in AND and is_body:
                        break
            if following >= count or not self._goes_on(following, following > at):
                break
            known = words.known.get(following)
            at = known.last if known else following + 1
        is_field = at > index + 1 and words.lowers[index + 1] in FIELD_LINKS
        return words.past_list(at, self._past_field) if is_field else at

    def _right_in_small(self, index: int) -> int:
        """Return the end of a name written small after its telling word: "Russia's ministry of defence"."""
        lowers = self.words.lowers
        if lowers[index] != "ministry" or lowers[index + 1 : index + 2] not in (["of"], ["for"]):
            return index + 1
        end = self._past_portfolio(index + 2)
        return self.words.past_list(end, self._past_portfolio) if end else index + 1

    def _past_portfolio(self, at: int) -> int:
        """Return the end of what a ministry is for that begins at `at`, written small; 0 if nothing does."""
        lowers = self.words.lowers

        def past_word(word: int) -> int:
            return word + 1 if word < len(lowers) and lowers[word] in PORTFOLIOS else 0

        return self.words.past_words(at, past_word, LONGEST_FIELD + 2)

    def _goes_on(self, at: int, after_preposition: bool) -> bool:
        words, word = self.words, self.words.texts[at]
        if word in PARTS_OF_NAMES and at not in words.begins:
            return True
        lower = words.lowers[at]
        goes_on = after_preposition or words.lowers[at - 1] in OFFICE_MODIFIERS
        may_follow = word not in NOT_NAMES or (goes_on and lower in OFFICE_MODIFIERS)
        if not word[0].isupper() or at in words.begins or not may_follow:
            return False
        if at in words.heading and not after_preposition:
            return False
        known = words.known.get(at)
        if known:
            return after_preposition and known.entry.kind not in ("demonym", "organization")
        if lower in OFFICE_WORDS:
            return after_preposition and lower == "justice"
        return (lower in ENGLISH or lower in ORGANIZATION_WORDS) and (
            after_preposition or word not in GIVEN_NAMES
        )

    # --- what it is called ---

    def _named(self, first: int, last: int, telling: int) -> OrganizationSpan | None:
        words, generic = self.words, self.words.lowers[telling]
        known = next((words.known[at] for at in range(first, last) if at in words.known), None)
        known = known if known and known.entry.kind != "capital" else None
        country = known.entry.country if known else None
        if ORGANIZATION_WORDS[generic] == "l" and not country:
            field_known = generic in ("ministry", "embassy") and (telling > first or last > telling + 1)
            if not field_known:
                return None
        own = bool(known and country and known.first == first and known.entry.kind in ("country", "demonym"))
        start = known.last if own and known else first
        while start < telling and words.lowers[start] in POSSESSIVES:
            start += 1
        rest = self._heading(start, last)
        if not rest:
            return None
        of_state = own and (ORGANIZATION_WORDS[generic] == "l" or words.lowers[start - 1] in POSSESSIVES)
        name = _of_state(country, rest) if of_state else self._heading(first, last)
        return OrganizationSpan(first, last, name, country, generic, rest.lower())

    def _heading(self, first: int, last: int) -> str:
        """Return tokens as a heading writes them: "foreign Ministry" is Foreign Ministry."""
        parts: list[str] = []
        for at in range(first, last):
            word = self.words.texts[at]
            if parts and (word in POSSESSIVES or self.words.touching(at)):
                parts[-1] += word
            elif self.words.lowers[at] in INNER_WORDS or self.words.lowers[at] in ARTICLES:
                parts.append(self.words.lowers[at])
            else:
                parts.append(word[0].upper() + word[1:])
        return " ".join(parts)


def find_organizations(words: Words) -> list[OrganizationSpan]:
    """Return the organizations named, in their order, not overlapping, each under one name."""
    found = OrganizationFinder(words).find()
    return under_one_country(with_acronyms(words, found))


def _of_state(country: str | None, rest: str) -> str:
    """Return the name of what belongs to a state: "Norwegian Foreign Ministry"."""
    return f"{DEMONYMS.get(country or '', country)} {rest}"
