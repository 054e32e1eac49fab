"""What is asked of the model: one end each of the source and of the content; then the other ends.

Questions that do not hang on each other are asked together, for speed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from archive.extraction.attribution import Draft
from archive.extraction.model.features import NOT_KNOWN, NOTHING, Questions, Reading
from archive.extraction.model.pointers import OF_CUE, Weights, answer, cue_probabilities
from archive.extraction.model.sequence import Sequence

SOURCE_START, SOURCE_END, BEFORE_END, BEFORE_START, AFTER_START, AFTER_END = range(len(OF_CUE))
ROUNDS = ((SOURCE_START, BEFORE_END, AFTER_START), (SOURCE_END, BEFORE_START, AFTER_END))
# Where an answer is looked for: from the cue (None) or from an answer before.
ANCHORS = {SOURCE_END: SOURCE_START, BEFORE_START: BEFORE_END, AFTER_END: AFTER_START}
IS_ANCHORED = np.array([task in ANCHORS for task in range(len(OF_CUE))])
LIKELY_CUE = 0.3
TOGETHER = 128  # possible cues that are looked at together, to bound the memory that a long text takes
SMALLEST = 1e-9  # keeps odds finite
RULES = 4096  # numbers for rules

Tokens = tuple[int, int]  # first and last, both included


@dataclass(frozen=True)
class Proposal:
    """What the rules chose for one cue: an answer to each of OF_CUE, and the number of the rule."""

    answers: tuple[int, ...]
    kind: int


@dataclass(frozen=True)
class Cues:
    """The cues that are asked about: their tokens, what `kinds_of` and what `choices_of` say of them."""

    tokens: np.ndarray
    kinds: np.ndarray
    choices: np.ndarray


@dataclass(frozen=True)
class Attribution:
    """A cue with its source and its content, as tokens; `odds` are the log odds that all of it is right."""

    cue: int
    source: Tokens
    pieces: tuple[Tokens, ...]
    odds: float


def read_proposals(sequence: Sequence, drafts: Iterable[Draft]) -> dict[int, Proposal]:
    """Return what the rules propose, by the token that is the cue; drafts without a cue propose nothing."""
    proposals = {}
    for draft in drafts:
        source = sequence.worded_tokens_of(draft.speaker) if draft.speaker else None
        cue = sequence.cue_of(draft.cue) if draft.cue else None
        if source and cue is not None:
            pieces = [sequence.worded_tokens_of(piece) for piece in draft.pieces]
            before, after = sides(sequence, cue, [piece for piece in pieces if piece])
            answers = (*source, before[1], before[0], *after)
            proposals[cue] = Proposal(answers, rule_number(draft.rule))
    return proposals


def rule_number(rule: str) -> int:
    """Return the number, from 1, of a rule by its name."""
    return 1 + crc32(rule.encode()) % (RULES - 1)


def sides(sequence: Sequence, cue: int, pieces: list[Tokens]) -> tuple[Tokens, Tokens]:
    """Return what of `pieces`, in the cue's paragraph, stands before it and after it, as one; -1 for none."""
    near = [piece for piece in pieces if sequence.first[piece[0]] == sequence.first[cue]]
    before = [piece for piece in near if piece[1] < cue]
    after = [piece for piece in near if piece[0] > cue]
    return _hull(before), _hull(after)


def _hull(pieces: list[Tokens]) -> Tokens:
    if not pieces:
        return (NOTHING, NOTHING)
    return min(first for first, _ in pieces), max(last for _, last in pieces)


def possible_cues(sequence: Sequence, proposals: dict[int, Proposal]) -> np.ndarray:
    """Return the tokens that may be cues: words that sometimes are, and those that the rules took for one."""
    telling = (token for token, cue_class in enumerate(sequence.cue_classes) if cue_class)
    return np.array(sorted({*telling, *proposals}), np.int64)


def kinds_of(cues: np.ndarray, proposals: dict[int, Proposal]) -> np.ndarray:
    """Return the number of the rule that proposed each cue, 0 for none."""
    return np.array([proposals[cue].kind if cue in proposals else 0 for cue in cues.tolist()], np.int64)


def choices_of(cues: np.ndarray, proposals: dict[int, Proposal]) -> np.ndarray:
    """Return the rules' answers, (tasks of a cue, cues), NOT_KNOWN where they propose nothing."""
    unknown = (NOT_KNOWN,) * len(OF_CUE)
    rows = [proposals[cue].answers if cue in proposals else unknown for cue in cues.tolist()]
    return np.array(rows, np.int64).reshape(-1, len(OF_CUE)).T


def questions_of(sequence: Sequence, tasks: tuple[int, ...], cues: Cues, known: np.ndarray) -> Questions:
    """Return one question a cue for each of `tasks`, task by task.

    `known` (tasks, cues) are the answers of the first round, for the second. In the first, the rules' choice
    of source and content stands for what is not yet known of them.
    """
    sources = [_sources(task, known, cues.choices) for task in tasks]
    return Questions(
        task=np.repeat(tasks, len(cues.tokens)),
        cue=np.concatenate([cues.tokens] * len(tasks)),
        anchor=np.concatenate([known[ANCHORS[task]] if task in ANCHORS else cues.tokens for task in tasks]),
        state=np.concatenate([_states(sequence, task, known, cues.choices) for task in tasks]),
        source_start=np.concatenate([start for start, _ in sources]),
        source_end=np.concatenate([end for _, end in sources]),
        choice=cues.choices[list(tasks)].ravel(),
        kind=np.concatenate([cues.kinds] * len(tasks)),
    )


def _sources(task: int, known: np.ndarray, choices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the source that a task sees, first and last token; -1 for none."""
    if task in (SOURCE_START, SOURCE_END):
        return np.full(known.shape[1], -1), np.full(known.shape[1], -1)
    if task in ROUNDS[0]:
        return np.maximum(choices[SOURCE_START], -1), np.maximum(choices[SOURCE_END], -1)
    start = known[SOURCE_START]
    return start, np.where(choices[SOURCE_START] == start, choices[SOURCE_END], start)


def _states(sequence: Sequence, task: int, known: np.ndarray, choices: np.ndarray) -> np.ndarray:
    """Return what a task sees of the content before the cue (none, words or a quotation) and after it."""
    if task == AFTER_START:
        before = choices[BEFORE_END]
        return np.where(before < 0, -1 - before, 2 + sequence.quoted[np.maximum(before, 0)])
    if task == AFTER_END:
        before = known[BEFORE_END]
        kind = np.where(before < 0, 0, 1 + sequence.quoted[before])
        return 4 + 2 * kind + sequence.quoted[known[AFTER_START]]
    return np.zeros(known.shape[1], np.int64)


def attributions(given: Weights, reading: Reading, proposals: dict[int, Proposal]) -> list[Attribution]:
    """Return the attributions of a text, one a likely cue, however unlikely as a whole."""
    found: list[Attribution] = []
    cues = possible_cues(reading.sequence, proposals)
    for at in range(0, len(cues), TOGETHER):
        found += _attributions_at(given, reading, proposals, cues[at : at + TOGETHER])
    return found


def _attributions_at(
    given: Weights, reading: Reading, proposals: dict[int, Proposal], tokens: np.ndarray
) -> list[Attribution]:
    kinds = kinds_of(tokens, proposals)
    sure = cue_probabilities(given, reading, tokens, kinds)
    likely = sure >= LIKELY_CUE
    tokens, kinds, sure = tokens[likely], kinds[likely], sure[likely]
    if not len(tokens):
        return []
    cues = Cues(tokens, kinds, choices_of(tokens, proposals))
    known = np.full((len(OF_CUE), len(tokens)), -1)
    for tasks in ROUNDS:
        sure = sure * _ask(given, reading, tasks, cues, known)
    odds = np.log(sure + SMALLEST) - np.log1p(SMALLEST - sure)
    return [_attribution(*row) for row in zip(tokens.tolist(), known.T.tolist(), odds.tolist(), strict=True)]


def _ask(
    given: Weights, reading: Reading, tasks: tuple[int, ...], cues: Cues, known: np.ndarray
) -> np.ndarray:
    """Answer the tasks of a round: write the answers into `known`, return their probability for each cue."""
    questions = questions_of(reading.sequence, tasks, cues, known)
    which = np.flatnonzero(questions.anchor >= 0)
    found, sure = np.full(len(questions), -1), np.ones(len(questions))
    if len(which):
        answers, sure[which] = answer(given, reading, questions.take(which))
        # A piece whose other end is not found is one token long.
        lost = IS_ANCHORED[questions.task[which]] & (answers < 0)
        found[which] = np.where(lost, questions.anchor[which], answers)
    known[list(tasks)] = found.reshape(len(tasks), -1)
    return sure.reshape(len(tasks), -1).prod(0)


def _attribution(cue: int, known: list[int], odds: float) -> Attribution:
    pieces = ((known[BEFORE_START], known[BEFORE_END]), (known[AFTER_START], known[AFTER_END]))
    return Attribution(
        cue, (known[SOURCE_START], known[SOURCE_END]), tuple(piece for piece in pieces if piece[0] >= 0), odds
    )
