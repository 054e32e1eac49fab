"""Who said what: the statements of a text, each as spans of its body with its speaker."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from archive.extraction import lexicon
from archive.extraction.attribution import ANSWER, QUESTION, TURN, Draft, can_speak, propose, without_relays
from archive.extraction.model import decide
from archive.extraction.names.naming import Naming
from archive.extraction.record import Span, Speaker, StatementFound, StatementKind
from archive.extraction.sentences import Text
from archive.extraction.verbs import CUE_VERBS

CERTAIN = 0.93  # of a naming: of the surer ones 99 in 100 are right, of the others four in five
SURE_OF_BODY = 0.9  # of an organization by its name; a country, which may be cited for a reason, is less sure
QUESTIONS, REPLIES = (
    frozenset(("ask", "inquire", "wonder")),
    frozenset(("answer", "reply", "respond", "retort")),
)
ANSWERING = lexicon.words("answering.txt")
NO_SPEAKERS = frozenset(("this", "these", "those", "there", "here", "what"))  # what shows, not who says
SAID_SO = re.compile(
    r"(?:this|so|that) (?:in|at|during|on) (?:a|an|the|his|her|its|their|[a-z]+day)\b(?!.*\bthat\b)"
)
EMPTY = lexicon.words("empty_contents.txt")
CONFIDENCE = {rule: float(share) for rule, share in lexicon.table("confidence.txt")}


class Names(Protocol):
    """What is asked of the names of a text: whom a noun phrase means, all of the name that it is a part of,
    and who answers in an interview.
    """

    def naming(self, start: int, end: int, previous: Speaker | None, asked: bool = False) -> Naming: ...

    def whole(self, start: int, end: int) -> Span: ...

    def introduced(self, offset: int) -> Speaker | None: ...


def find_statements(text: Text, names: Names) -> tuple[StatementFound, ...]:
    """Return the statements of `text` in the order in which they begin."""
    found: list[StatementFound] = []
    previous: Speaker | None = None
    for draft in _within_paragraphs(text, without_relays(text.body, _decided(text))):
        asked = bool(found) and _answers(text, draft, found[-1])
        statement = _statement(text, draft, names, previous, asked)
        if statement:
            found.append(statement)
            previous = statement.speaker or previous
    return tuple(found)


def _answers(text: Text, draft: Draft, before: StatementFound) -> bool:
    """Tell whether a draft answers the statement before it: "Smith asked why. “It rained,” he replied"."""
    if draft.cue is None or before.cue is None or before.speaker is None:
        return False
    verb, asked = CUE_VERBS.get(text.body[slice(*draft.cue)]), CUE_VERBS.get(before.cue)
    if verb is None or asked is None or verb.base not in REPLIES or asked.base not in QUESTIONS:
        return False
    apart = text.paragraph_index(draft.pieces[0][0]) - text.paragraph_index(before.spans[-1][0])
    return apart <= 1


def _decided(text: Text) -> list[Draft]:
    """Return the drafts that are right. What is said and asked in a transcript stands: the model, which has
    learned from news, reads the paragraphs between.
    """
    drafts = propose(text)
    turns = [draft for draft in drafts if draft.rule in (TURN, QUESTION, ANSWER)]
    others = decide(text, _rated([draft for draft in drafts if draft.rule not in (TURN, QUESTION, ANSWER)]))
    if not turns:
        return others
    taken = {text.paragraph_index(start) for turn in turns for start, _ in turn.pieces}
    apart = [draft for draft in others if text.paragraph_index(draft.pieces[0][0]) not in taken]
    said = _rated([turn for turn in turns if turn.rule != QUESTION])
    return sorted(apart + said, key=lambda draft: draft.pieces[0])


def _within_paragraphs(text: Text, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts; a quotation in the paragraph after a clause is a statement of its own."""
    for draft in drafts:
        first = text.paragraph_index(draft.pieces[0][0])
        here = [piece for piece in draft.pieces if text.paragraph_index(piece[0]) == first]
        apart = [] if draft.quoted else draft.pieces[len(here) :]
        yield replace(draft, pieces=here) if apart else draft
        if apart:
            yield replace(
                draft, pieces=apart, cue=None, quoted=True, confidence=CONFIDENCE["alone, paragraph"]
            )


def _rated(drafts: list[Draft]) -> list[Draft]:
    """Give each draft the confidence of its rule."""
    for draft in drafts:
        draft.confidence = CONFIDENCE[draft.rule]
    return drafts


def _statement(
    text: Text, draft: Draft, names: Names, previous: Speaker | None, asked: bool
) -> StatementFound | None:
    body = text.body
    draft = _with_whole_speaker(draft, names)
    pieces = sorted(draft.pieces if draft.quoted else (_with_marks(text, piece) for piece in draft.pieces))
    spans = tuple(span for span in (_trimmed(body, piece) for piece in pieces) if span)
    if not spans or _says_nothing(body[spans[0][0] : spans[-1][1]].lower()) or _is_thing(body, spans):
        return None
    spans = (*spans[:-1], _without_comma(body, spans[-1]))
    draft = _spoken_by_someone(body, draft, names, previous) if draft.cited else draft
    if draft.speaker and body[slice(*draft.speaker)].lower() in NO_SPEAKERS and not draft.antecedent:
        if not draft.quoted:
            return None
        draft = replace(draft, speaker=None)
    speaker, sure = _speaker(body, draft, names, previous, asked)
    return StatementFound(
        kind=_kind(text, draft),
        spans=spans,
        text=" ".join(body[start:end] for start, end in spans),
        speaker=speaker,
        cue=body[draft.cue[0] : draft.cue[1]] if draft.cue else None,
        medium=body[draft.medium[0] : draft.medium[1]] if draft.medium else None,
        confidence=round(draft.confidence * (1.0 if sure >= CERTAIN else sure), 3),
    )


def _with_whole_speaker(draft: Draft, names: Names) -> Draft:
    """Return a draft whose speaker is all of a name; no part of it belongs to what was said."""
    if draft.speaker is None:
        return draft
    start, end = names.whole(*draft.speaker)
    if (start, end) == draft.speaker:
        return draft
    pieces = [(first, start if first < start < last else last) for first, last in draft.pieces]
    return replace(draft, speaker=(start, end), pieces=pieces)


def _says_nothing(words: str) -> bool:
    """Tell whether words hold nothing that was said: "so", "this in a speech", "(Laughter.)"."""
    rest = words.partition(" ")[2]
    return (
        words in EMPTY
        or SAID_SO.match(words) is not None
        or (words[0] == "(" and ")" in words[-2:] and not rest.count("("))
    )


def _is_thing(body: str, spans: tuple[Span, ...]) -> bool:
    """Tell whether a word is what "that" points at, no clause: "rejected that criticism"."""
    start = spans[0][0]
    return " " not in body[start : spans[-1][1]] and body.endswith("that ", 0, start)


def _spoken_by_someone(body: str, draft: Draft, names: Names, previous: Speaker | None) -> Draft:
    """Return a draft whose speaker an outlet cites; the outlet speaks if that is none: "citing a law"."""
    if draft.speaker is None or draft.medium is None:
        return draft
    naming = names.naming(*draft.speaker, previous)
    named = naming.kind == "person" or (naming.kind == "organization" and naming.sure >= SURE_OF_BODY)
    someone = named or can_speak(body[slice(*draft.speaker)])
    return draft if someone else replace(draft, speaker=draft.medium, medium=None)


def _speaker(
    body: str, draft: Draft, names: Names, previous: Speaker | None, asked: bool
) -> tuple[Speaker | None, float]:
    """Return whom a draft's words for its speaker mean, and how sure that is."""
    if draft.rule == ANSWER:
        answering = names.introduced(draft.pieces[0][0])
        return answering, 0.8 if answering else 0.6
    if draft.speaker is None:
        return None, 1.0
    naming = names.naming(*(draft.antecedent or draft.speaker), previous, asked)
    start, end = draft.speaker
    if naming.kind == "unnamed" and body[start:end].lower() in ANSWERING:
        return None, 1.0
    return Speaker(naming.name, naming.kind, body[start:end], start, end), naming.sure


def _with_marks(text: Text, span: Span) -> Span:
    """Take in the mark of a quotation that reaches over one end of a clause only."""
    start, end = span
    first, last = text.quotation_at(start), text.quotation_at(end - 1)
    if first and first.start == start and end > first.end:
        start = first.left
    if last and last.end == end and start < last.start:
        end = last.right
    return start, end


def _trimmed(body: str, span: Span) -> Span | None:
    start, end = span
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _without_comma(body: str, span: Span) -> Span:
    start, end = span
    return (start, end - 1) if body[end - 1] == "," and end - start > 1 else span


def _kind(text: Text, draft: Draft) -> StatementKind:
    if draft.quoted:
        return "direct"
    if draft.rule == "clause before" and not text.quotations and "," not in text.body:
        return "direct"  # the text has lost its marks; words before their cue are the speaker's
    return "mixed" if any(text.quotes_in(*piece) for piece in draft.pieces) else "indirect"
