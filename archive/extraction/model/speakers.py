"""Who speaks a quotation that no cue tells of: pointers from it to the words for its speaker, or to none."""

import numpy as np

from archive.extraction.model.asking import Tokens
from archive.extraction.model.features import NOT_KNOWN, Questions, Reading
from archive.extraction.model.pointers import OF_QUOTATION, TASKS, Weights, answer

SPEAKER_START, SPEAKER_END = (TASKS.index(task) for task in OF_QUOTATION)
NOBODY = (-1, -1)  # as the words for a speaker


def questions_about(task: int, quotations: np.ndarray, anchors: np.ndarray, kinds: np.ndarray) -> Questions:
    """Return one question a quotation, a token; `kinds` are the numbers of the rules that propose them."""
    unknown = np.full(len(quotations), -1)
    return Questions(
        task=np.full(len(quotations), task),
        cue=quotations,
        anchor=anchors,
        state=np.zeros(len(quotations), np.int64),
        source_start=unknown,
        source_end=unknown,
        choice=np.full(len(quotations), NOT_KNOWN),
        kind=kinds,
    )


def speakers(
    given: Weights, reading: Reading, quotations: np.ndarray, kinds: np.ndarray
) -> list[tuple[Tokens, float]]:
    """Return for each quotation the words for its speaker, or NOBODY, and how likely that is right."""
    starts, sure = answer(given, reading, questions_about(SPEAKER_START, quotations, quotations, kinds))
    ends, named = starts.copy(), np.flatnonzero(starts >= 0)
    if len(named):
        asked = questions_about(SPEAKER_END, quotations[named], starts[named], kinds[named])
        ends[named], sure_of_ends = answer(given, reading, asked)
        sure[named] *= sure_of_ends
    return list(zip(zip(starts.tolist(), ends.tolist(), strict=True), sure.tolist(), strict=True))
