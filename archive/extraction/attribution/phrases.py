"""A light chunker: where a noun phrase ends, and which one is the subject of a verb.

It takes what it does not know for part of a noun phrase; that is enough to walk from a verb of saying back to
its subject, over appositions, relative clauses and adverbs.
"""

from archive.extraction import lexicon
from archive.extraction.attribution.segments import NOMINAL, STANDING_ALONE, VERBAL, Phrase, Segment

PHRASE_PREPOSITIONS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on"))
OFFICE_NOUNS = lexicon.words("office_nouns.txt")
HONORIFICS = {word.lower() for word, _ in lexicon.table("honorifics.txt")}
# What a title before a name begins with or consists of: "Prime Minister Smith", "Dr. Smith".
TITLES = (
    OFFICE_NOUNS
    | HONORIFICS
    | {f"{word}." for word in HONORIFICS}
    | {"prime", "foreign", "defence", "defense"}
)
# Prepositions that open a clause of their own: "As Smith put it", "after the minister said".
CLAUSE_OPENERS = frozenset(("as", "after", "before", "until", "since", "than", "like"))
ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
JOINING = frozenset(("and", "&", "or"))
SPANS_OF_TIME = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "month", "year", "shortly", "soon")
)
HOW_LATE = frozenset(("late", "early"))
WHICH_DAY = frozenset(("this", "last", "next", "the", "that", "every")) | HOW_LATE
ON_DAY = frozenset(("on", "in", "during"))
FARTHEST_AFTER = 4  # "Two and a half …" is longer, and rare
LONGEST_BRACKET = 25
DEEPEST = 4
FARTHEST_VERB = 60


# --- noun phrases ------------------------------------------------------------------------------------------


def phrase_after(segment: Segment, first: int) -> int | None:
    """Return the last element of the noun phrase that starts at `first`, "of …" and "from …" included; None
    if none does.
    """
    tags = segment.tags
    if segment.tag_at(first) not in "NnDP9qG":
        return None
    if tags[first] == "P":
        return first
    at, last = first, None
    while at < len(tags):
        if tags[at] in "Nn9q'":
            last = at
        elif tags[at] == "(":
            closing = closing_bracket(segment, at)
            if closing is None:
                break
            last = at = closing
        elif not _runs_on(segment, at, last is not None):
            break
        at += 1
    if last is None and segment.lower[first] in STANDING_ALONE:
        return first
    return last


def _runs_on(segment: Segment, at: int, begun: bool) -> bool:
    """Tell whether a noun phrase goes on over element `at`, which is no noun itself."""
    current, following = segment.tags[at], segment.tag_at(at + 1)
    if current in "ZGR":
        return following in "Nn" and segment.tags[at - 1] in "Dn"
    if current == "/":
        return begun and following in "Nn"
    if current == "I":
        return begun and segment.lower[at] in PHRASE_PREPOSITIONS
    if current == "C":
        return begun and following in "ND" and segment.lower[at] in ("and", "&")
    return current == "D" and (not begun or segment.tags[at - 1] in "IC")


def closing_bracket(segment: Segment, opening: int) -> int | None:
    """Return where the bracket that opens at `opening` closes, if that is near."""
    for at in range(opening + 1, min(len(segment), opening + LONGEST_BRACKET)):
        if segment.tags[at] == ")":
            return at
    return None


def _opening_bracket(segment: Segment, closing: int) -> int | None:
    for at in range(closing - 1, max(-1, closing - LONGEST_BRACKET), -1):
        if segment.tags[at] == "(":
            return at
    return None


def last_phrase(segment: Segment, last: int) -> Phrase:
    """Return the shortest noun phrase that ends at `last`: a name with the words right before it, or back to
    its "the".
    """
    tags = segment.tags
    opening = _opening_bracket(segment, last) if tags[last] == ")" else None
    if opening:
        return last_phrase(segment, opening - 1)[0], last
    first = last
    if tags[last] == "N":
        while first > 0 and (tags[first - 1] == "N" or segment.lower[first - 1] in OFFICE_NOUNS):
            first -= 1
    elif tags[last] != "P":
        while first > 0 and tags[first] != "D" and tags[first - 1] in "DNn'9":
            first -= 1
    if first and segment.lower[first - 1] in ARTICLES:
        first -= 1
    if first > 1 and tags[first - 1] == "I" and segment.lower[first - 2] in OFFICE_NOUNS:
        return last_phrase(segment, first - 2)[0], last
    return first, last


# --- subjects ----------------------------------------------------------------------------------------------


def subject_before(segment: Segment, verb: int, depth: int = 0) -> Phrase | None:
    """Return the subject of the verb group whose first word is element `verb`, if it stands before it.

    - "The minister said": the noun phrase that ends right before the verb.
    - "Smith, a retired general who lives in Ohio, said": back over what stands between commas.
    - "Smith left the room and said": the subject of the verb that "and" joins.
    - "the man accused of the attack said", "the aide who called him said": back over what describes the noun.
    """
    if verb in segment.subjects:
        return segment.subjects[verb]
    if depth > DEEPEST or verb <= 0:
        return None
    found = _find_subject(segment, verb, depth)
    if found or not depth:
        segment.subjects[verb] = found
    return found


def _find_subject(segment: Segment, verb: int, depth: int) -> Phrase | None:
    tags, at = segment.tags, verb - 1
    while at > 0 and tags[at] == "R":
        at -= 1
    at = _before_when(segment, at)
    while at > 0 and (tags[at] == "R" or (tags[at] == "T" and tags[at - 1] in "RNnP")):
        at -= 1
    current = tags[at]
    if current in ",-":
        return _subject_before_comma(segment, at)
    if current == "C":
        return previous_subject(segment, at, depth)
    if current == "W" or (current == "H" and at > 0 and tags[at - 1] in NOMINAL):
        return at, at
    if current in NOMINAL or current == ")":
        return _phrase_ending(segment, at, depth)
    return None


def _before_when(segment: Segment, last: int) -> int:
    """Return the element before "on Monday evening", "last week" or "late Monday", if one of these ends at
    `last`, behind a noun or "who"; else `last`.
    """
    tags, at = segment.tags, last
    opening = _opening_bracket(segment, last) if tags[last] == ")" else None
    if opening and tags[opening - 1] == "T" and "9" in tags[opening + 1 : last] and last - opening < 4:
        last = at = opening - 1  # on Wednesday (Aug 21)
    while at > 0 and tags[at] == "T" and tags[at - 1] in "T9":
        at -= 1
    if at < 2 or tags[last] != "T":
        return last
    for before in (WHICH_DAY, ON_DAY, HOW_LATE):
        at -= at > 0 and segment.lower[at - 1] in before
    return at - 1 if 0 < at < last and tags[at - 1] in "RNnPW)" else last


def _phrase_ending(segment: Segment, last: int, depth: int) -> Phrase | None:
    """Return the subject that ends at element `last`, right before its verb."""
    tags = segment.tags
    if tags[last] == "P":
        return last, last
    reflexive = tags[last] == "O" and segment.lower[last].endswith(("self", "selves"))
    if reflexive and segment.tag_at(last - 1) in "NnP":
        last -= 1  # the minister himself
    if tags[last] == "O" and segment.tag_at(last - 1) != "I":
        return None  # not so in "a source close to him"
    first = _chain_start(segment, last)
    if first and tags[first - 1] in "VZGB":
        described = _described(segment, first - 1, depth)
        if described:
            return described
    found = _without_opening(segment, first, last)
    return (_name_before(segment, found[0]), last) if found else None


def _name_before(segment: Segment, first: int) -> int:
    """Return where the full name begins, alone in its clause, that a description without its second comma
    follows: "Ann Berg, an aide to the minister [said]"; else `first`.
    """
    if first < 3 or segment.tags[first - 1] != "," or segment.lower[first] not in ARTICLES:
        return first
    name = first - 1
    while name and segment.tags[name - 1] == "N":
        name -= 1
    alone = not name or segment.tags[name - 1] in "Q;:.?!"
    return name if alone and first - 1 - name > 1 else first


def _chain_start(segment: Segment, last: int) -> int:
    """Return the leftmost element of the chain of nouns and prepositions that ends at `last`."""
    at = last
    while at >= 0:
        if segment.tags[at] == ")":
            opening = _opening_bracket(segment, at)
            if opening is None:
                return at + 1
            at = opening
        elif not _in_chain(segment, at) or (segment.tags[at] == "P" and at < last):
            return at + 1
        at -= 1
    return 0


def _in_chain(segment: Segment, at: int) -> bool:
    tags = segment.tags
    if tags[at] == "C":
        return segment.lower[at] in JOINING and at > 0 and tags[at - 1] in NOMINAL
    if tags[at] in "ZGR":  # an adjective: the newly elected leader
        return at > 0 and tags[at - 1] == "D" and segment.tag_at(at + 1) in "NnGZ"
    return tags[at] in NOMINAL or tags[at] == "I"


def _described(segment: Segment, verb: int, depth: int) -> Phrase | None:
    """Return the noun that a relative clause or a participle describes, if `verb` is part of one.

    "the aide who called him [said]", "a statement posted on the site [said]"; not "He thinks Smith [said]".
    """
    tags, start = segment.tags, verb
    while start > 0 and tags[start - 1] in "XRB":
        start -= 1
    before = segment.tag_at(start - 1)
    if before in "WH":
        end = start - 2
        if end >= 0 and tags[end] == ",":
            end -= 1
        return _phrase_ending(segment, end, depth + 1) if segment.tag_at(end) in NOMINAL else None
    describes = tags[verb] in "ZG" or segment.lower[verb : verb + 2] == ["close", "to"]
    if describes and start == verb and before in NOMINAL and before not in "PT":
        return _phrase_ending(segment, start - 1, depth + 1)
    return None


def _without_opening(segment: Segment, first: int, last: int) -> Phrase | None:
    """Return the subject in a chain that may open with an adverbial: "In a speech [the minister]"."""
    tags = segment.tags
    while first <= last and tags[first] in "CR":
        first += 1
    if first > last:
        return None
    first = _past_day(segment, first, last)
    if tags[first] not in "IT":
        after = next((at for at in range(last, first, -1) if tags[at] == "D" and tags[at - 1] == "N"), first)
        return after, last  # (before leaving) Oslo [the minister]
    for at in range(last, first, -1):
        starts = tags[at] in "DP" or (tags[at] in "Nnq" and tags[at - 1] in "T9)")
        if starts and tags[at - 1] not in "IDC'":
            return at, last
    if tags[first] == "T":
        return (first + 1, last) if first < last else None
    names = [at for at in range(first + 1, last + 1) if tags[at - 1] == "I" and tags[at] in "Nn"]
    titled = _titled(segment, names[-1] if names else first + 1, last)
    if titled is not None:
        return titled, last
    return (names[-1], last) if names and tags[last] in "Nn" else None


def _past_day(segment: Segment, first: int, last: int) -> int:
    """Step over what opens a clause before its subject: "Earlier this week", "last week after", "As"."""
    tags, lower = segment.tags, segment.lower
    while first < last and tags[first] == tags[first + 1] == "T":
        first += 1
    if first < last and tags[first] == "T" and lower[first + 1] in CLAUSE_OPENERS:
        first += 1
    if first < last and lower[first] in CLAUSE_OPENERS:
        first += 1
    this = lower[first] == "this" and segment.tag_at(first + 1) == "T" and segment.tag_at(first + 2) != "'"
    return first + this


def _titled(segment: Segment, first: int, last: int) -> int | None:
    """Return where a name or its title begins behind another noun: "At the meeting [Minister Smith]", "In
    Oslo [President Smith]".
    """
    if segment.tags[last] != "N":
        return None
    for at in range(first + 1, last + 1):
        if segment.tags[at] == "N" and (
            segment.tags[at - 1] in "n9T"
            or (segment.lower[at] in TITLES and segment.lower[at - 1] not in TITLES and at < last)
        ):
            return at
    return None


def _subject_before_comma(segment: Segment, comma: int) -> Phrase | None:
    """Return the subject before an insertion that `comma` closes: the first phrase of its clause that has no
    verb yet.
    """
    piece = comma - 1
    while piece >= 0 and segment.tags[piece] not in "Q;:.?!" and not _ends_dateline(segment, piece):
        piece -= 1
    piece += 1
    found: Phrase | None = None
    for at in range(piece, comma + 1):
        if segment.tags[at] in ",-":
            found = _take_piece(segment, piece, at, found)
            piece = at + 1
    return found


def _ends_dateline(segment: Segment, dash: int) -> bool:
    """Tell whether a dash follows a bracket: "OSLO, March 4 (Harbour Post) - Smith, the minister, said"."""
    return segment.tags[dash] == "-" and segment.tag_at(dash - 1) == ")"


def _take_piece(segment: Segment, first: int, end: int, found: Phrase | None) -> Phrase | None:
    """Read one stretch between commas: it brings a subject, describes the one found, or ends its clause."""
    tags = segment.tags
    while first < end and tags[first] in "CR":
        first += 1
    if first >= end:
        return found
    opening = tags[first]
    if opening in "WGtSK" or (opening == "Z" and found) or _tells_when(segment, first):
        return found
    if opening in "VX":
        return None
    stop = first
    while stop < end and (tags[stop] in NOMINAL or tags[stop] in "I()" or segment.lower[stop] in JOINING):
        stop += 1
    if stop < end and tags[stop] in "VX":
        return None
    return found or _phrase_of_piece(segment, first, stop - 1)


def _tells_when(segment: Segment, first: int) -> bool:
    """Tell whether a stretch opens as "A day after …", "Hours before …"."""
    ahead = segment.lower[first : first + FARTHEST_AFTER]
    after = next((at for at, word in enumerate(ahead) if word in ("after", "before")), 0)
    return after > 0 and ahead[after - 1].removesuffix("s") in SPANS_OF_TIME


def _phrase_of_piece(segment: Segment, first: int, last: int) -> Phrase | None:
    """Return the noun phrase of a stretch without verb: "On Monday the minister"; None for "In a speech"."""
    if first > last:
        return None
    if segment.tags[first] in "IT":
        found = _without_opening(segment, first, last)
        return found if found and segment.tag_at(found[0] - 1) != "I" else None
    while last >= first and segment.tags[last] in "TR":
        last -= 1
    return (first, last) if last >= first else None


def main_subject(segment: Segment, before: int) -> Phrase | None:
    """Return the subject of the first finite verb before element `before` that stands in no subordinate
    clause.
    """
    for at in range(1, before):
        if _begins_verbs(segment, at):
            found = subject_before(segment, at)
            if found and not is_relative(segment, found) and segment.tag_at(found[0] - 1) not in "SKWHI":
                return found
    return previous_subject(segment, before)


def previous_subject(segment: Segment, before: int, depth: int = 0) -> Phrase | None:
    """Return the subject of the nearest finite verb before element `before` that has one of its own."""
    for at in range(before - 1, max(-1, before - FARTHEST_VERB), -1):
        if not _begins_verbs(segment, at):
            continue
        found = subject_before(segment, at, depth + 1)
        if found and not is_relative(segment, found):
            return found
        if found is None and segment.tag_at(at - 1) == "Q":
            last = phrase_after(segment, at + 1)
            if last is not None:
                return at + 1, last
    return None


def is_relative(segment: Segment, phrase: Phrase) -> bool:
    """Tell whether a phrase is "who", "which" or "that"."""
    return segment.tags[phrase[0]] in "WH"


def _begins_verbs(segment: Segment, at: int) -> bool:
    """Tell whether a group of verbs begins at `at`, adverbs aside."""
    if segment.tags[at] not in VERBAL:
        return False
    before = at - 1
    while before > 0 and segment.tags[before] == "R":
        before -= 1
    return before < 0 or segment.tags[before] not in "VZXBt"
