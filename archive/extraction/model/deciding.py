"""The model's say on what the rules propose: which cues attribute, and where source and content stand."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from math import exp

import numpy as np

from archive.extraction import lexicon
from archive.extraction.attribution import FARTHEST_RELAYED, RELAYING, SETTLED, TERM, Draft
from archive.extraction.attribution.unsaid import ASKING, NEGATIONS, NO_ONE, TO_COME
from archive.extraction.model.asking import Attribution, Tokens, attributions, read_proposals
from archive.extraction.model.features import Reading, read_features
from archive.extraction.model.pointers import Weights, weights
from archive.extraction.model.sequence import CUE, Sequence, read_sequence
from archive.extraction.model.speakers import NOBODY, speakers
from archive.extraction.model.spoken import how_spoken, read_quotations, rules_of
from archive.extraction.model.trimming import without_next
from archive.extraction.model.words import Vocabulary, vocabulary
from archive.extraction.record import Span
from archive.extraction.sentences import Text
from archive.extraction.verbs import CUE_VERBS

RULE = "model"  # of a draft whose cue no rule has seen
ALONE = "alone"  # of a quotation beside which no rule sees anyone
LEFT = "left of a clause"  # of a quotation in a reported clause of which the model believes only the rest
LEAST = 0.3  # the confidence below which an attribution is dropped, but for the rules of least_confidence.txt
LEAST_SPOKEN_PIECE = 0.5  # how likely a quotation must be what someone says, to be a piece of an attribution
IN_CLAUSE = ("in a clause", "in a clause, colon", "in a clause, before", LEFT)
# The same of one that no attribution has claimed; of other rules it stays in any case.
LEAST_SPOKEN = dict.fromkeys(IN_CLAUSE, 0.5) | {ALONE: 0.4, TERM: 0.75}
SURE_OF_SPEAKER = 0.6  # a rule that is so sure is right on who speaks, if not on where the words end
LEAST_OF_SPEAKER = 0.4  # how likely the speaker of a quotation without a cue must be, to be named
LEAST_BY_RULES = 0.5  # the same for a draft on which the model has no say; a quotation stays in any case
LEAST_OF_RULE = {rule: float(least) for rule, least in lexicon.table("least_confidence.txt")}
SURE_OF_LEFT = float(lexicon.pairs("confidence.txt")[LEFT])
MANY_TOKENS = 60  # a text with so many and no comma has lost its marks
MOST_TOKENS = 50_000  # of an article: a longer text would take too long
MOST_CUES, TOKENS_A_CUE = 50, 8  # a text with more possible cues than both allow is none that people write
EXPECTED = frozenset(("expected", "due", "set", "scheduled", "likely", "going", "about"))  # to say
TOPICAL = frozenset(("talk", "speak"))  # about something, which is not what is said
REACH_OF_QUESTION = 6  # tokens before a cue: "if the foreign minister says"
REACH_OF_NEGATION = 3  # tokens before a cue: "did not once say"


def decide(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts as they stand after the model has spoken, in the order in which they begin.

    A draft with a cue is kept, with the model's source and content, if the model finds it likely; cues that
    the rules overlooked are added; of a draft without a cue, and of a quotation whose cue the model does not
    believe in, what no attribution has claimed is kept. A text that has lost its commas, of a kind that the
    model has never seen, is left to the rules, and so are opinions and words that another passes on. What is
    more often wrong than right is dropped.
    """
    settled = [draft for draft in drafts if draft.rule in SETTLED]
    if settled:
        others = decide(text, [draft for draft in drafts if draft.rule not in SETTLED])
        return sorted([*settled, *_apart_from(settled, others)], key=lambda draft: draft.pieces[0])
    stripped = len(text.texts) > MANY_TOKENS and "," not in text.body
    if stripped or not 0 < len(text.texts) <= MOST_TOKENS:
        return _by_rules_alone(drafts)
    return decide_with(weights(), vocabulary(), text, drafts)


class _Claimed:
    """The spans that attributions have claimed, for a quick look whether another overlaps one of them."""

    def __init__(self, spans: list[Span]) -> None:
        spans = sorted(spans)
        self._starts = [start for start, _ in spans]
        self._reached = list(accumulate((end for _, end in spans), max))  # by the first one, two, ... spans

    def leave(self, pieces: list[Span]) -> list[Span]:
        """Return those of `pieces` that overlap none."""
        return [piece for piece in pieces if not self._touch(piece)]

    def _touch(self, piece: Span) -> bool:
        before = bisect_left(self._starts, piece[1])
        return before > 0 and self._reached[before - 1] > piece[0]


def _apart_from(settled: list[Draft], others: list[Draft]) -> list[Draft]:
    """Return `others` without those that take the cue of a settled draft for theirs, or for content."""
    cues = _Claimed([draft.cue for draft in settled if draft.cue])
    words = _Claimed([piece for draft in settled for piece in draft.pieces])
    kept = []
    for draft in others:
        parts = [*draft.pieces, draft.cue] if draft.cue else words.leave(draft.pieces)
        if parts and cues.leave(parts) == parts:
            kept.append(draft if draft.cue else replace(draft, pieces=parts))
    return kept


def decide_with(given: Weights, words: Vocabulary, text: Text, drafts: list[Draft]) -> list[Draft]:
    """Do the same with these weights and words."""
    sequence = read_sequence(text, words)
    if np.count_nonzero(sequence.column(CUE)) > MOST_CUES + len(sequence) // TOKENS_A_CUE:
        return _by_rules_alone(drafts)
    reading = read_features(sequence, words.attributes("that")[0])
    cues = [sequence.cue_of(draft.cue) if draft.cue and draft.speaker else None for draft in drafts]
    proposed = dict(zip(cues, drafts, strict=True))
    found = attributions(given, reading, read_proposals(sequence, drafts))
    found = [one for one in found if one.cue in proposed or not _is_negated(text.body, sequence, one.cue)]
    found = [_with_told(sequence, one, proposed) for one in without_next(text.body, sequence, found)]
    decided = _likely(given, sequence, found, proposed, _relays(text.body, sequence, found))
    claimed = _Claimed([_span(sequence, piece) for one in decided for piece in one.pieces])
    kept = [
        _revised(
            sequence,
            proposed.get(one.cue) or _new_draft(text, sequence, one),
            one,
            claimed,
            confidence(given, one),
        )
        for one in decided
    ]
    believed = {one.cue for one in decided}
    claimed = _Claimed([piece for draft in kept for piece in draft.pieces])
    others = [
        draft for cue, draft in zip(cues, drafts, strict=True) if cue not in believed or not draft.quoted
    ]
    left = [draft for draft in (_left(text, draft, claimed) for draft in others) if draft.pieces]
    joined = [draft for draft in kept if len(draft.pieces) > 1]
    asked = {start for draft in (*left, *joined) for start, _ in draft.pieces}
    if asked:
        rules = rules_of(text, drafts)
        spoken = how_spoken(given, read_quotations(text, words, reading, rules, asked))
        for draft in joined:
            draft.pieces = [piece for piece in draft.pieces if spoken.get(piece, 1) >= LEAST_SPOKEN_PIECE]
        kept += _with_speakers(given, reading, _likely_by_rules(_spoken(left, spoken)), spoken, rules)
    return sorted((draft for draft in kept if draft.pieces), key=lambda draft: draft.pieces[0])


def _with_speakers(
    given: Weights, reading: Reading, drafts: list[Draft], spoken: dict[Span, float], rules: dict[int, int]
) -> list[Draft]:
    """Name the likeliest speaker of each quotation beside which no rule sees one, if likely enough."""
    silent = [draft for draft in drafts if not draft.speaker and draft.pieces and draft.pieces[0] in spoken]
    if not silent:
        return drafts
    starts = [draft.pieces[0][0] for draft in silent]
    tokens = np.searchsorted(reading.sequence.starts, starts)
    kinds = np.array([rules.get(start, 0) for start in starts], np.int64)
    for draft, (source, likely) in zip(silent, speakers(given, reading, tokens, kinds), strict=True):
        likely *= spoken[draft.pieces[0]]
        if source != NOBODY and likely >= LEAST_OF_SPEAKER:
            draft.speaker, draft.confidence = _span(reading.sequence, source), likely
    return drafts


def _left(text: Text, draft: Draft, claimed: _Claimed) -> Draft:
    """Return what no attribution has claimed of a draft without a cue that the model believes in.

    Of a reported clause that is its quotations, and who said them if its rule is sure enough of that.
    """
    pieces = draft.pieces
    if draft.cue and not draft.quoted:
        pieces = [(one.start, one.end) for piece in pieces for one in text.quotations_in(*piece)]
        known = draft if draft.confidence >= SURE_OF_SPEAKER else Draft([], LEFT, draft.paragraph)
        draft = replace(known, rule=LEFT, quoted=True, end=draft.end, confidence=SURE_OF_LEFT)
    return replace(draft, pieces=claimed.leave(pieces))


def _spoken(drafts: list[Draft], spoken: dict[Span, float]) -> list[Draft]:
    """Return the drafts with those of their quotations that someone is likely to have said, each once."""
    taken: set[Span] = set()
    for draft in drafts:
        least = LEAST_SPOKEN.get(draft.rule, 0)
        draft.pieces = [
            piece for piece in draft.pieces if spoken.get(piece, 1) >= least and piece not in taken
        ]
        taken.update(draft.pieces)
    return drafts


def _with_told(sequence: Sequence, one: Attribution, proposed: dict[int | None, Draft]) -> Attribution:
    """Give an attribution without content what the rules have before "…, Smith told Daily News": an order
    that agencies write and the labelled news does not.
    """
    draft = proposed.get(one.cue)
    if one.pieces or draft is None or draft.medium is None or not draft.rule.startswith("clause before"):
        return one
    pieces = (sequence.worded_tokens_of(piece) for piece in draft.pieces)
    return replace(one, pieces=tuple(piece for piece in pieces if piece))


def _is_negated(body: str, sequence: Sequence, cue: int) -> bool:
    """Tell whether a cue is denied, asked, to come or a purpose: "did not say", "if Berg says", "is expected
    to say", "met to talk about fish".
    """
    before = range(max(0, cue - REACH_OF_QUESTION), cue)
    words = [body[sequence.starts[at] : sequence.ends[at]].lower() for at in (*before, cue)]
    verb = CUE_VERBS.get(words[-1])
    to_come = TO_COME.intersection(words[-2:-1]) or (
        words[-2:-1] == ["to"] and EXPECTED.intersection(words[-3:-2])
    )
    might = words[-2:-1] == ["have"] and TO_COME.intersection(words[-3:-2])
    negated = not NEGATIONS.isdisjoint(words[-1 - REACH_OF_NEGATION : -1])
    clause = words[1 + max((at for at, word in enumerate(words) if not word[:1].isalnum()), default=-1) : -1]
    asked = not (ASKING | NO_ONE).isdisjoint(clause[:1]) or clause[:2] == ["no", "one"]
    purpose = words[-1] in TOPICAL and words[-2:-1] == ["to"] and words[-3:-2] != ["on"]
    return bool(to_come or might) or negated or asked or purpose or (verb is not None and "x" in verb.frames)


def _by_rules_alone(drafts: list[Draft]) -> list[Draft]:
    return _likely_by_rules([draft for draft in drafts if draft.rule != TERM])


def _likely_by_rules(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.quoted or draft.confidence >= LEAST_BY_RULES]


def confidence(given: Weights, attribution: Attribution) -> float:
    """Return how likely it is that source and content of an attribution are right."""
    return 1 / (1 + exp(-(given.slope * attribution.odds + given.intercept)))


def _likely(
    given: Weights,
    sequence: Sequence,
    found: list[Attribution],
    proposed: dict[int | None, Draft],
    relays: set[int],
) -> list[Attribution]:
    """Return the attributions that are likely enough, each with the pieces that no likelier one has taken.

    A quotation has one speaker: a piece is taken too when a quotation in it is. What the cues in `relays`
    pass on is of who has said it.
    """
    taken: set[Tokens] = set()
    likely = []
    for one in sorted(found, key=lambda one: (one.cue in relays, -one.odds)):
        rule = proposed[one.cue].rule if one.cue in proposed else RULE
        if one.source[0] < 0 or confidence(given, one) < LEAST_OF_RULE.get(rule, LEAST):
            continue
        marks = {piece: {piece, *sequence.quotations_in(piece)} for piece in one.pieces}
        pieces = tuple(piece for piece in one.pieces if taken.isdisjoint(marks[piece]))
        if pieces and (one.cue not in relays or pieces == one.pieces):
            likely.append(replace(one, pieces=pieces))
            taken.update(*(marks[piece] for piece in pieces))
    return likely


def _relays(body: str, sequence: Sequence, found: list[Attribution]) -> set[int]:
    """Return the cues of those that pass on what another attributes: "“We won,” Berg said, according to TASS"
    is said by Berg, however sure "according to" is.
    """
    ordered = sorted((one for one in found if one.source[0] >= 0), key=lambda one: one.cue)
    cues = [one.cue for one in ordered]
    relays = set()
    for relay in found:
        if body[sequence.starts[relay.cue] : sequence.ends[relay.cue]].lower() not in RELAYING:
            continue
        for first, last in relay.pieces:
            within = ordered[bisect_left(cues, first) : bisect_right(cues, last)][-FARTHEST_RELAYED:]
            if any(_holds(relay, one.source) and not _holds(one, (relay.cue,)) for one in within):
                relays.add(relay.cue)
    return relays


def _holds(attribution: Attribution, tokens: tuple[int, ...]) -> bool:
    """Tell whether one of the pieces of an attribution holds all of `tokens`."""
    return any(first <= min(tokens) and max(tokens) <= last for first, last in attribution.pieces)


def _revised(sequence: Sequence, draft: Draft, one: Attribution, claimed: _Claimed, sure: float) -> Draft:
    """Give a draft the model's source and content; what the rules added to it elsewhere stays."""
    source = _span(sequence, one.source)
    agreed = draft.speaker is not None and _overlap(draft.speaker, source)
    pieces = [_span(sequence, piece) for piece in one.pieces]
    return replace(
        draft,
        pieces=sorted(pieces + claimed.leave(draft.pieces)),
        speaker=draft.speaker if agreed else source,
        antecedent=draft.antecedent if agreed else None,
        quoted=any(first == last and bool(sequence.quoted[first]) for first, last in one.pieces),
        confidence=sure,
    )


def _new_draft(text: Text, sequence: Sequence, one: Attribution) -> Draft:
    cue = _span(sequence, (one.cue, one.cue))
    return Draft(
        pieces=[],
        rule=RULE,
        paragraph=text.paragraph_index(cue[0]),
        speaker=_span(sequence, one.source),
        cue=cue,
        end=sequence.ends[one.pieces[-1][1]],
    )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _span(sequence: Sequence, tokens: Tokens) -> Span:
    return sequence.starts[tokens[0]], sequence.ends[tokens[1]]
