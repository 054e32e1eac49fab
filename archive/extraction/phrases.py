"""A light chunker: what each word is, where a noun phrase ends, and which one is the subject of a verb.

It knows small words and common verbs from lists, and takes what it does not know for part of a noun phrase: that is
enough to walk from a verb of saying back to its subject, over appositions, relative clauses and adverbs.
A tag is one letter; the lists explain theirs (lexicon/function_words.txt). Beside these:
``N`` a capitalised word, ``n`` any other, ``9`` a number, ``'`` a possessive ending, ``Q`` a quotation (one element,
whatever it holds), ``q`` a quotation of a word or three used as a noun, ``V`` a finite verb, ``Z`` a participle in -ed
that may be a finite verb, ``B`` a bare infinitive, ``G`` a form in -ing; a mark of punctuation is its own tag, dashes are ``-``.
"""

from dataclasses import dataclass, field

from archive.extraction import lexicon
from archive.extraction.record import Span
from archive.extraction.sentences import Quotation, Token

Phrase = tuple[int, int]  # first and last element, both included
NOMINAL = frozenset("NnD9'qTPO")
VERBAL = frozenset("VZX")
DASHES = frozenset(("-", "–", "—", "--", "―"))
VOWELS = frozenset("aeiou")


def inflections(base: str) -> dict[str, str]:
    """Return the regular forms of a verb, each with its kinds: b(ase), s, d (past and participle), g (-ing).

    >>> inflections("deny")
    {'deny': 'b', 'denies': 's', 'denied': 'd', 'denying': 'g'}
    """
    forms = {base: "b"}
    if base.endswith("y") and base[-2] not in VOWELS:
        forms |= {base[:-1] + "ies": "s", base[:-1] + "ied": "d", base + "ing": "g"}
    elif base.endswith("e"):
        stem = base if base.endswith("ee") else base[:-1]
        forms |= {base + "s": "s", base + "d": "d", stem + "ing": "g"}
    else:
        plural = "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
        forms |= {base + plural: "s", base + "ed": "d", base + "ing": "g"}
        if base[-1] not in "wxyhck" and base[-2:-1] in ("a", "e", "i", "o", "u") and base[-3:-2] not in VOWELS:
            forms |= {base + base[-1] + "ed": "d", base + base[-1] + "ing": "g"}
    return forms


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying in one of its forms: `kind` as in `inflections`, `frames` as in lexicon/cue_verbs.txt."""

    base: str
    frames: str
    kind: str


def _read_cue_verbs() -> dict[str, CueVerb]:
    found: dict[str, CueVerb] = {}
    for base, frames, *irregular in lexicon.table("cue_verbs.txt"):
        for form, kind in inflections(base).items():
            if not (irregular and kind == "d"):
                found.setdefault(form, CueVerb(base, frames, kind))
        for form in irregular:
            found[form] = CueVerb(base, frames, "d")
    return found


def _read_verbs() -> dict[str, str]:
    """Return the tag of every known verb form; ``v`` stands for a form that may be a noun as well."""
    tags: dict[str, str] = {}
    kinds = {"b": "v", "s": "v", "d": "Z", "g": "G"}
    irregular = {row[0]: row[1:] for row in lexicon.table("irregular_verbs.txt")}
    for base in lexicon.entries("verbs.txt"):
        for form, kind in inflections(base).items():
            if not (base in irregular and kind == "d"):
                tags.setdefault(form, kinds[kind])
    for past, participle in irregular.values():
        tags[participle] = "Z"
        tags[past] = "V" if past != participle else "Z"
    for form, verb in CUE_VERBS.items():
        tags[form] = kinds[verb.kind]
    return tags | SURE_VERBS


SURE_VERBS = dict.fromkeys(("says", "said", "wrote", "told", "tells", "went", "gave", "took", "came", "knew", "saw"), "V")
CUE_VERBS = _read_cue_verbs()
FUNCTION_WORDS = dict(lexicon.table("function_words.txt"))
LOWER_TAGS = _read_verbs() | FUNCTION_WORDS
POSSESSIVES = frozenset(("'s", "’s", "'", "’", "’S", "'S"))


@dataclass(slots=True)
class Segment:
    """A sentence outside of quotation marks: words and whole quotations, with their tags.

    `lower` are the words in lower case, `starts`/`ends` their offsets in the body; an element tagged ``Q`` or ``q``
    has its quotation in `quotes`.
    """

    paragraph: int
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    closes: dict[int, bool] = field(default_factory=dict)
    stripped: bool = False

    def __len__(self) -> int:
        return len(self.lower)

    def add_token(self, token: Token) -> None:
        """Append a word or a mark; its tag is settled by `tag`."""
        self.lower.append(token.text)
        self.starts.append(token.start)
        self.ends.append(token.end)

    def add_quotation(self, quotation: Quotation) -> None:
        """Append a whole quotation as one element."""
        self.quotes[len(self.lower)] = quotation
        self.lower.append("")
        self.starts.append(quotation.left)
        self.ends.append(quotation.right)

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the elements first..last, both included."""
        return self.starts[first], self.ends[last]


# --- tags --------------------------------------------------------------------------------------------------


def tag(segment: Segment, nominal: frozenset[int] = frozenset()) -> None:
    """Set the tags of `segment`; `nominal` are the indices of quotations that are used as nouns."""
    words = segment.lower
    headline = _is_headline(words)
    tags = segment.tags = []
    for index, word in enumerate(words):
        if index in segment.quotes:
            tags.append("q" if index in nominal else "Q")
        else:
            tags.append(_first_tag(word, index == 0 or headline))
    segment.lower = [word.lower() for word in words]
    if len(tags) > 1 and tags[0] == "N":
        guess = _guess(segment.lower[0])
        if (guess in "GZ" and tags[1] in "IDOHt") or (guess == "R" and tags[1] in ",DPI"):
            tags[0] = guess
    _settle(segment.lower, tags)


def _is_headline(words: list[str]) -> bool:
    """Tell whether most longer words have a capital, as in a headline."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _first_tag(word: str, capital_means_nothing: bool) -> str:
    first = word[:1]
    if first.islower() or first in "'’":
        return LOWER_TAGS.get(word) or ("'" if word in POSSESSIVES else _guess(word))
    if first.isalpha():
        known = LOWER_TAGS.get(word.lower()) if word != "May" else "T"
        if known and (known in "DPTXKWSI" or capital_means_nothing):
            return known
        return "N"
    if first.isdigit() or first in "$€£%":
        return "9"
    return "-" if word in DASHES else first


def _guess(word: str) -> str:
    if word.endswith("ing") and len(word) > 5:
        return "G"
    if word.endswith("ed") and len(word) > 4:
        return "Z"
    return "R" if word.endswith("ly") and len(word) > 4 else "n"


def _settle(words: list[str], tags: list[str]) -> None:
    """Decide by their neighbours the words that may be more than one thing."""
    count = len(tags)
    for index, current in enumerate(tags):
        before = tags[index - 1] if index else "."
        after = tags[index + 1] if index + 1 < count else "."
        if current == "v":
            tags[index] = _settle_verb(words, tags, index, before, after)
        elif current == "'" and words[index] in ("’s", "'s"):
            if before in "PWH" or after in "GZ" or (after in "RD" and before in "Nn"):
                tags[index] = "X"
        elif current == "t":
            if after == "v" or (after == "R" and index + 2 < count and tags[index + 2] == "v"):
                tags[index] = "t"
            else:
                tags[index] = "I"
        elif current == "Z" and before in "D'" and not (words[index - 1] in STANDING_ALONE and after not in "nN"):
            tags[index] = "n"
        elif current == "G" and before == "D":
            tags[index] = "n"
        elif current == "P" and words[index] in ("you", "it") and before in "IVZBGt":
            tags[index] = "O"
    return


def _settle_verb(words: list[str], tags: list[str], index: int, before: str, after: str) -> str:
    """Tell a noun from a verb for a form such as "claims", "report" or "call"."""
    word = words[index]
    if before == "t" or (before == "R" and index > 1 and tags_infinitive(words, index)):
        return "B"
    if before in "D'I9" or after in "VX" or (after == "Z" and word.endswith("s")):
        return "n"
    if before == "X":
        return "B"
    if word.endswith("s") and not word.endswith("ss"):
        if before == "n" and after == "H" and index > 1 and tags[index - 2] not in "DNn'":
            return "n"
        return "V" if before in "PNnWRHq),-'OT9" else "n"
    if before in "PW":
        return "V"
    plural = index and (words[index - 1].endswith("s") or words[index - 1] in ("people", "police", "media"))
    if before in "NnR)," and (plural or before == "R"):
        return "V"
    return "n" if before in "NnGV" else "B"


def tags_infinitive(words: list[str], index: int) -> bool:
    """Tell whether "to" stands before the adverb before words[index], as in "to strongly deny"."""
    return words[index - 2] == "to"


# --- noun phrases ------------------------------------------------------------------------------------------


def phrase_after(segment: Segment, first: int) -> int | None:
    """Return the last element of the noun phrase that starts at `first`, with its "of ..." and "from ..."; None if none does."""
    tags, count = segment.tags, len(segment)
    if first >= count or tags[first] not in "NnDP9qG" or tags[first] == "T":
        return None
    if tags[first] == "P":
        return first
    at, last = first, None
    while at < count:
        current = tags[at]
        if current in "Nn9q'":
            last = at
        elif current == "(":
            closing = _bracket_end(segment, at)
            if closing is None:
                break
            last = at = closing
        elif current == "D" or (current in "ZGR" and at + 1 < count and tags[at + 1] in "Nn" and tags[at - 1] in "Dn"):
            pass
        elif current in "I" and last is not None and segment.lower[at] in PHRASE_PREPOSITIONS:
            pass
        elif current == "C" and last is not None and at + 1 < count and tags[at + 1] in "ND" and segment.lower[at] in ("and", "&"):
            pass
        else:
            break
        at += 1
    if last is None and tags[first] == "D" and segment.lower[first] in STANDING_ALONE:
        return first
    return last


STANDING_ALONE = frozenset("another one others some many both all several most".split())
PHRASE_PREPOSITIONS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on"))


def _bracket_end(segment: Segment, opening: int) -> int | None:
    for at in range(opening + 1, min(len(segment), opening + 25)):
        if segment.tags[at] == ")":
            return at
    return None


def _bracket_start(segment: Segment, closing: int) -> int | None:
    for at in range(closing - 1, max(-1, closing - 25), -1):
        if segment.tags[at] == "(":
            return at
    return None


def last_phrase(segment: Segment, last: int) -> Phrase:
    """Return the shortest noun phrase that ends at `last`: a name with the words right before it, or back to its "the"."""
    tags, first = segment.tags, last
    if tags[last] == "N":
        while first > 0 and tags[first - 1] == "N":
            first -= 1
        while first > 0 and tags[first - 1] in "n'":
            first -= 1
    while first > 0 and tags[first] != "D" and tags[first - 1] in "DNn'9" and tags[last] != "P" and tags[last] != "N":
        first -= 1
    if first and tags[first] != "D" and tags[first - 1] == "D":
        first -= 1
    if first > 1 and tags[first - 1] == "I" and segment.lower[first - 2] in OFFICE_NOUNS:
        return last_phrase(segment, first - 2)[0], last
    return first, last


OFFICE_NOUNS = lexicon.words("office_nouns.txt")


# --- subjects ----------------------------------------------------------------------------------------------

DEEPEST = 4


def subject_before(segment: Segment, verb: int, depth: int = 0) -> Phrase | None:
    """Return the subject of the verb group whose first word is element `verb`, if it stands before it.

    - "The minister said": the noun phrase that ends right before the verb.
    - "Smith, a retired general who lives in Ohio, said": back over what stands between commas.
    - "Smith left the room and said": the subject of the verb that "and" joins.
    - "the man accused of the attack said", "the aide who called him said": back over what describes the noun.
    """
    if depth > DEEPEST or verb <= 0:
        return None
    at = verb - 1
    while at > 0 and (segment.tags[at] == "R" or (segment.tags[at] == "T" and segment.tags[at - 1] in "RNnP")):
        at -= 1
    current = segment.tags[at]
    if current in ",-":
        return _subject_before_comma(segment, at, depth)
    if current == "C":
        return _shared_subject(segment, at, depth)
    if current == "W" or (current == "H" and at > 0 and segment.tags[at - 1] in NOMINAL):
        return at, at
    if current in NOMINAL or current in ")":
        return _phrase_ending(segment, at, depth)
    return None


def _phrase_ending(segment: Segment, last: int, depth: int) -> Phrase | None:
    """Return the subject that ends at element `last`, right before its verb."""
    tags = segment.tags
    if tags[last] == "P":
        return last, last
    if tags[last] == "O" and segment.lower[last].endswith(("self", "selves")) and last and tags[last - 1] in "NnP":
        last -= 1
    if tags[last] == "O":
        return None
    first = _phrase_start(segment, last)
    stop = tags[first - 1] if first else "."
    if stop in "VZGB":
        described = _described(segment, first - 1, depth)
        if described:
            return described
    first = _without_opening(segment, first, last)
    return (first, last) if first is not None else None


def _phrase_start(segment: Segment, last: int) -> int:
    """Return the leftmost element of the chain of nouns and prepositions that ends at `last`."""
    tags, at = segment.tags, last
    while at >= 0:
        current = tags[at]
        if current == ")":
            opening = _bracket_start(segment, at)
            if opening is None:
                return at + 1
            at = opening
        elif current == "C":
            if not (segment.lower[at] in ("and", "&", "or") and at > 0 and tags[at - 1] in NOMINAL):
                return at + 1
        elif current == "Z" or current == "G" or current == "R":
            adjective = at > 0 and tags[at - 1] in "D" and tags[at + 1] in "NnGZ"
            if not adjective:
                return at + 1
        elif current not in NOMINAL and current != "I":
            return at + 1
        elif current == "P" and at < last:
            return at + 1
        at -= 1
    return 0


def _described(segment: Segment, verb: int, depth: int) -> Phrase | None:
    """Return the noun that a relative clause or a participle describes, if `verb` is part of one.

    "the aide who called him [said]", "a statement posted on the site [said]"; None for "He thinks Smith [said]".
    """
    tags = segment.tags
    start = verb
    while start > 0 and tags[start - 1] in "XRB":
        start -= 1
    if start == 0:
        return None
    before = tags[start - 1]
    if before in "WH":
        end = start - 2
        if end >= 0 and tags[end] == ",":
            end -= 1
        return _phrase_ending(segment, end, depth + 1) if end >= 0 and tags[end] in NOMINAL else None
    if tags[verb] in "ZG" and start == verb and before in NOMINAL and before not in "PT":
        return _phrase_ending(segment, start - 1, depth + 1)
    return None


CLAUSE_OPENERS = frozenset(("as", "after", "before", "until", "since", "than", "like"))


def _without_opening(segment: Segment, first: int, last: int) -> int | None:
    """Return where the subject starts in a chain that may open with an adverbial: "In a speech on Monday [the minister]"."""
    tags = segment.tags
    while first <= last and tags[first] in "CR":
        first += 1
    if first > last:
        return None
    if segment.lower[first] in CLAUSE_OPENERS and first < last:
        first += 1
    if tags[first] not in "IT":
        return first
    for at in range(last, first, -1):
        starts = tags[at] in "DP" or (tags[at] in "Nnq" and tags[at - 1] in "T9)")
        if starts and tags[at - 1] not in "IDC'":
            return at
    if tags[first] == "T":
        return first + 1 if first < last else None
    names = [at for at in range(first + 1, last + 1) if tags[at - 1] == "I" and tags[at] in "Nn"]
    return names[-1] if names and tags[last] in "Nn" else None


def _subject_before_comma(segment: Segment, comma: int, depth: int) -> Phrase | None:
    """Return the subject before an insertion that `comma` closes: the first noun phrase of the clause that has no verb yet."""
    start = _clause_start(segment, comma)
    found: Phrase | None = None
    piece = start
    for at in range(start, comma + 1):
        if segment.tags[at] in ",-" or at == comma:
            found = _take_piece(segment, piece, at, found)
            piece = at + 1
    return found


def _clause_start(segment: Segment, before: int) -> int:
    at = before - 1
    while at >= 0 and segment.tags[at] not in "Q;:.?!":
        at -= 1
    return at + 1


def _take_piece(segment: Segment, first: int, end: int, found: Phrase | None) -> Phrase | None:
    """Read one stretch between commas: it brings a subject, describes the one found, or ends its clause."""
    tags = segment.tags
    while first < end and tags[first] in "CR":
        first += 1
    if first >= end:
        return found
    opening = tags[first]
    if opening in "WGt" or (opening == "Z" and found):
        return found
    if opening in "VX":
        return None
    if opening in "SK":
        return None if found is None else found
    stop = first
    while stop < end and (tags[stop] in NOMINAL or tags[stop] in "I()" or _joins(segment, stop)):
        stop += 1
    finite = stop < end and (tags[stop] in "VX" or (tags[stop] == "Z" and tags[first] not in "I" and found is None and False))
    if finite:
        return None
    if opening in "IT":
        if found:
            return found
        begin = _without_opening(segment, first, stop - 1)
        standing = begin is not None and tags[begin - 1] != "I"
        return (begin, stop - 1) if standing else None
    while stop > first and tags[stop - 1] in "TR":
        stop -= 1
    return found if found or stop == first else (first, stop - 1)


def _joins(segment: Segment, at: int) -> bool:
    return segment.tags[at] == "C" and segment.lower[at] in ("and", "&", "or")


def _shared_subject(segment: Segment, conjunction: int, depth: int) -> Phrase | None:
    """Return the subject of the verb to the left that "and" or "but" joins to this one."""
    found = previous_subject(segment, conjunction, depth)
    return found


def _begins_verbs(segment: Segment, at: int) -> bool:
    """Tell whether a group of verbs begins at `at`, adverbs aside."""
    if segment.tags[at] not in VERBAL:
        return False
    before = at - 1
    while before > 0 and segment.tags[before] == "R":
        before -= 1
    return before < 0 or segment.tags[before] not in "VZXBt"


def main_subject(segment: Segment, before: int) -> Phrase | None:
    """Return the subject of the first finite verb before element `before` that stands in no subordinate clause."""
    for at in range(1, before):
        if _begins_verbs(segment, at):
            found = subject_before(segment, at)
            if found and segment.tags[found[0]] not in "WH" and (not found[0] or segment.tags[found[0] - 1] not in "SKWHI"):
                return found
    return previous_subject(segment, before)


def previous_subject(segment: Segment, before: int, depth: int = 0) -> Phrase | None:
    """Return the subject of the nearest finite verb before element `before` that has one of its own."""
    for at in range(before - 1, max(-1, before - 60), -1):
        if segment.tags[at] == "Q":
            continue
        if _begins_verbs(segment, at):
            found = subject_before(segment, at, depth + 1)
            if found and segment.tags[found[0]] not in "WH":
                return found
            following = phrase_after(segment, at + 1)
            if found is None and following is not None and at > 0 and segment.tags[at - 1] == "Q":
                return at + 1, following
    return None
