"""Who speaks in a quotation that no cue claims: what its sentence says of it."""

from archive.extraction import lexicon
from archive.extraction.attribution.cues import HEARERS, Cue
from archive.extraction.attribution.phrases import is_relative, main_subject, phrase_after
from archive.extraction.attribution.segments import Phrase, Segment
from archive.extraction.record import Span
from archive.extraction.sentences import WORD

SPEECH_NOUNS = lexicon.words("speech_nouns.txt")
POSSESSIVE_PRONOUNS = frozenset(("his", "her", "their", "its", "my", "our"))
DOCUMENTS = lexicon.words("document_words.txt")
LONGEST_SIGNATURE = 12
LONGEST_LABEL = 6
BYNAMES = (["to", "as"], ["known", "as"], ["dubbed"], ["nicknamed"])
STATED = frozenset(("stated", "said", "announced", "reported", "confirmed", "told"))


def is_title(body: str, span: Span) -> bool:
    """Tell whether a quotation is the name of a book, a show or a song: every longer word has a capital."""
    longer = [word for word in WORD.findall(body, *span) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)


def is_byname(segment: Segment, index: int) -> bool:
    """Tell whether a quotation is what something goes by: "referred to as the “granary of the north”"."""
    before = index - (segment.tag_at(index - 1) == "D")
    return segment.lower[before - 2 : before] in BYNAMES or segment.lower[before - 1 : before] in BYNAMES


def speaker_in_clause(segment: Segment, index: int, cues: list[Cue]) -> tuple[Phrase | None, str]:
    """Return who speaks in the quotation at `index`, and by which rule.

    - "Smith: “We will win”", "“We will win” - John Smith"
    - "his claim that “…”", "Smith's answer was “…”"
    - "Smith took the floor: “…”"
    - "“Really?” Smith pressed"
    - "He said one thing and “another”": who spoke before in the sentence
    - else the subject of the sentence, if it is a person
    """
    label = _label(segment, index)
    if label:
        return label, "label"
    signed = signature(segment, index + 1) if index == 0 else None
    if signed:
        return signed, "signature"
    owner = _owner_of_words(segment, index)
    if owner:
        return owner, "in a clause, words of"
    if index and segment.tags[index - 1] == ":":
        return speaker_before_colon(segment, index - 1), "in a clause, colon"
    return _speaker_beside(segment, index, cues)


def _speaker_beside(segment: Segment, index: int, cues: list[Cue]) -> tuple[Phrase | None, str]:
    opens = index == 0 or segment.tags[index - 1] in ",:"
    if opens and segment.closes[index] and segment.tag_at(index + 1) in "NDP":
        last = phrase_after(segment, index + 1)
        if last is not None:
            return (index + 1, last), "in a clause, before"
    for cue in reversed(cues):
        if cue.first < index and not is_relative(segment, cue.subject):
            return cue.subject, "in a clause, cue"
    subject = main_subject(segment, index)
    return (subject if subject and _is_person(segment, subject) else None), "in a clause"


def _is_person(segment: Segment, phrase: Phrase) -> bool:
    """Tell whether a phrase is a pronoun or ends with a name: a wrong speaker is worse than none."""
    return segment.tags[phrase[0]] == "P" or segment.tags[phrase[1]] == "N"


def signature(segment: Segment, dash: int) -> Phrase | None:
    """Return the name after a dash, as in "“We lost.” - John Smith"."""
    if segment.tag_at(dash) != "-" or segment.tag_at(dash + 1) not in "ND":
        return None
    last = phrase_after(segment, dash + 1)
    return (dash + 1, last) if last is not None and last - dash < LONGEST_SIGNATURE else None


def speaker_before_colon(segment: Segment, colon: int) -> Phrase | None:
    """Return who is named before a colon: the subject if that is a person, else the name that the colon
    follows.
    """
    subject = main_subject(segment, colon)
    if subject and _is_person(segment, subject):
        return subject
    first = colon
    while first > 0 and segment.tags[first - 1] == "N":
        first -= 1
    if first < colon:
        return first, colon - 1
    return subject or _first_name(segment, colon)


def speaker_of_this(segment: Segment) -> Phrase | None:
    """Return who said "this" in "This was stated by the ministry", "This was announced to reporters by
    Berg"; a translation may leave out the "by" after those who were told.
    """
    if segment.lower[0] not in ("this", "it", "that") or segment.lower[1:2] not in (["was"], ["is"]):
        return None
    if segment.lower[2:3] == [""] or segment.lower[2:3] == [] or segment.lower[2] not in STATED:
        return None
    by = next((at for at in range(3, len(segment)) if segment.lower[at] == "by"), None)
    if by is None and segment.lower[3:4] == ["to"] and HEARERS.intersection(segment.lower[4:5]):
        by = 4
    last = phrase_after(segment, by + 1) if by is not None else None
    return (by + 1, last) if by is not None and last is not None else None


def speaker_of_what_follows(segment: Segment) -> Phrase | None:
    """Return whose text follows in "Berg issued the following (press) statement on Sunday:"."""
    at = segment.lower.index("following") if "following" in segment.lower else 0
    noun = any(word in DOCUMENTS for word in segment.lower[at + 1 : at + 4])
    return main_subject(segment, at) if at and noun else None


def _first_name(segment: Segment, before: int) -> Phrase | None:
    for at in range(before):
        if segment.tags[at] in "NP" and segment.tag_at(at - 1) != "I":
            last = phrase_after(segment, at)
            return (at, last) if last is not None else None
    return None


def _label(segment: Segment, index: int) -> Phrase | None:
    """Return the name in "Smith: “We will win”" where nothing but a name stands before the colon.

    In a headline more may stand between: "Smith: We Will Win, ‘Whatever It Takes’".
    """
    colon = segment.tags.index(":") if ":" in segment.tags[:index] else -1
    if colon < 1 or (colon < index - 1 and not (segment.quotes[index].single and colon <= LONGEST_LABEL)):
        return None
    first = colon
    while first > 0 and segment.tags[first - 1] in "NnD9'()":
        first -= 1
    stands_alone = segment.tag_at(first - 1) in ".-;"
    return (first, colon - 1) if stands_alone and colon > first else None


def _owner_of_words(segment: Segment, quotation: int) -> Phrase | None:
    """Return who owns the noun of speech that a quotation follows."""
    noun = quotation - 1
    while noun > 0 and quotation - noun < 6 and segment.tags[noun] in "XIRtTH:,DP":
        noun -= 1
    if noun < 0 or segment.lower[noun] not in SPEECH_NOUNS or segment.tags[noun] not in "nBV":
        return None
    at = noun - 1
    while at > 0 and noun - at < 4 and segment.tags[at] in "nNTZ9":
        if segment.lower[at] in POSSESSIVE_PRONOUNS:
            break
        at -= 1
    if at >= 0 and segment.lower[at] in POSSESSIVE_PRONOUNS:
        return at, at
    return _possessor(segment, at) if segment.tag_at(at) == "'" else None


def _possessor(segment: Segment, ending: int) -> Phrase | None:
    """Return the noun phrase before a possessive ending: "the minister" of "the minister's"."""
    first = ending
    while first > 0 and segment.tags[first - 1] in "NnD9":
        first -= 1
    return (first, ending - 1) if first < ending and segment.tags[ending - 1] in "Nn" else None
