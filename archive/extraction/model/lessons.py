"""Labels laid on tokens: what a labelled text has to teach."""

from dataclasses import dataclass

import numpy as np

from archive.extraction.attribution import propose
from archive.extraction.model.asking import Proposal, Tokens, possible_cues, read_proposals
from archive.extraction.model.corpus import Labelled, LabelledText
from archive.extraction.model.features import Reading, read_features
from archive.extraction.model.pointers import OF_CUE
from archive.extraction.model.sequence import Sequence, read_sequence
from archive.extraction.model.speakers import NOBODY
from archive.extraction.model.spoken import Quotations, read_quotations, rules_of
from archive.extraction.model.words import Vocabulary
from archive.extraction.sentences import Text

NO_PIECE = (-1, -1)


@dataclass(frozen=True)
class Lesson:
    """A labelled text as the model reads it.

    `cues` are the tokens that may be cues and `right` whether they are; `targets` (tasks, attributions) the
    right answers for the cues `asked`. Cues in `unclear` are neither right nor wrong: the text names no
    source. `spoken` tells of each of `quotations` whether it is part of what someone says. `quoted` are the
    tokens that are quotations, `kinds` the numbers of the rules that propose them, `speakers` (2, quoted)
    the first and the last token of the words for who speaks them, NOBODY where their paragraph has none.
    """

    reading: Reading
    proposals: dict[int, Proposal]
    cues: np.ndarray
    right: np.ndarray
    asked: np.ndarray
    targets: np.ndarray
    unclear: frozenset[int]
    quotations: Quotations
    spoken: np.ndarray
    quoted: np.ndarray
    kinds: np.ndarray
    speakers: np.ndarray


def read_lesson(labelled: LabelledText, text: Text, vocabulary: Vocabulary) -> Lesson:
    """Lay the labels of a text on its tokens."""
    sequence = read_sequence(text, vocabulary)
    drafts = propose(text)
    proposals = read_proposals(sequence, drafts)
    reading = read_features(sequence, vocabulary.attributes("that")[0])
    rules = rules_of(text, drafts)
    quotations = read_quotations(text, vocabulary, reading, rules, None)
    cues = possible_cues(sequence, proposals)
    possible = set(cues.tolist())
    right: dict[int, bool] = {}
    answers: dict[int, tuple[int, ...]] = {}
    for one in labelled.attributions:
        cue = sequence.cue_of(one.cue)
        if cue is None or cue not in possible or (one.source and not one.speech):
            continue
        right[cue] = right.get(cue, False) or one.source is not None
        if one.source and cue not in answers and (target := _target(sequence, cue, one, text)):
            answers[cue] = target
    unclear = frozenset(cue for cue, sourced in right.items() if not sourced)
    kept = np.array([cue for cue in cues.tolist() if cue not in unclear], np.int64)
    quoted = np.flatnonzero(sequence.quoted)
    return Lesson(
        reading=reading,
        proposals=proposals,
        cues=kept,
        right=np.array([cue in right for cue in kept.tolist()], np.float32),
        asked=np.array(list(answers), np.int64),
        targets=np.array(list(answers.values()), np.int64).reshape(-1, len(OF_CUE)).T,
        unclear=unclear,
        quotations=quotations,
        spoken=_spoken(text, quotations, labelled),
        quoted=quoted,
        kinds=np.array([rules.get(sequence.starts[at], 0) for at in quoted], np.int64),
        speakers=_speakers(sequence, text, quoted, labelled),
    )


def _spoken(text: Text, quotations: Quotations, labelled: LabelledText) -> np.ndarray:
    """Return of each quotation whether a labelled content, of a source or not, has a part in it."""
    contents = (content for one in labelled.attributions for content in one.contents)
    spoken = {quotation.start for content in contents for quotation in text.quotations_in(*content)}
    return np.array([quotation.start in spoken for quotation in quotations.quotations], np.float32)


def _speakers(sequence: Sequence, text: Text, quoted: np.ndarray, labelled: LabelledText) -> np.ndarray:
    """Return where the words for the speaker of each quotation stand, if they are in its paragraph."""
    sources: dict[int, Tokens] = {}
    for one in labelled.attributions:
        source = sequence.worded_tokens_of(one.source) if one.source else None
        if source:
            for content in one.contents:
                for quotation in text.quotations_in(*content):
                    sources.setdefault(quotation.start, source)
    found = [sources.get(sequence.starts[at], NOBODY) for at in quoted]
    near = (
        source if sequence.first[source[0]] == sequence.first[at] else NOBODY
        for at, source in zip(quoted, found, strict=True)
    )
    return np.array(list(near), np.int64).reshape(-1, 2).T


def _target(sequence: Sequence, cue: int, one: Labelled, text: Text) -> tuple[int, ...] | None:
    """Return the right answers for one cue; None where the labels do not fall on tokens."""
    source = sequence.worded_tokens_of(one.source) if one.source else None
    pieces = [
        piece for piece in _pieces(sequence, one, text) if sequence.first[piece[0]] == sequence.first[cue]
    ]
    before = next((piece for piece in reversed(pieces) if piece[1] < cue), NO_PIECE)
    after = next((piece for piece in pieces if piece[0] > cue), NO_PIECE)
    if source is None or before == after:
        return None
    return (*source, before[1], before[0], *after)


def _pieces(sequence: Sequence, one: Labelled, text: Text) -> list[Tokens]:
    """Return the contents as tokens: those with only marks between them as one, each in one paragraph."""
    pieces: list[Tokens] = []
    for first, last in filter(None, map(sequence.worded_tokens_of, one.contents)):
        last = min(last, int(sequence.last[first]) - 1)
        if pieces and _touch(sequence, pieces[-1], first):
            pieces[-1] = (pieces[-1][0], max(last, pieces[-1][1]))
        else:
            pieces.append((first, last))
    return [(_after_that(sequence, text, *piece), piece[1]) for piece in pieces]


def _touch(sequence: Sequence, piece: Tokens, first: int) -> bool:
    """Tell whether only marks stand between a piece and what begins at `first`, in one paragraph."""
    near = sequence.first[piece[0]] == sequence.first[first]
    return bool(near and not sequence.worded[piece[1] + 1 : first].any())


def _after_that(sequence: Sequence, text: Text, first: int, last: int) -> int:
    """Return where a content begins without the "that" that leads it."""
    that = text.body[sequence.starts[first] : sequence.ends[first]] == "that"
    return first + int(that and first < last)
