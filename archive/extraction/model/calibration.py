"""What the model's odds are worth: learnt on texts that the model was not trained on.

The product of the steps' probabilities is too sure of itself, or not sure enough; a logistic curve over its
log odds mends that (Platt 1999).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from archive.extraction.model.asking import (
    AFTER_END,
    AFTER_START,
    BEFORE_END,
    BEFORE_START,
    SOURCE_END,
    SOURCE_START,
    Attribution,
    Tokens,
    attributions,
)
from archive.extraction.model.lessons import Lesson
from archive.extraction.model.pointers import Weights

ENOUGH = 0.8  # of what two pieces cover together, the share that both cover
STEPS = 50
LONGEST_STEP = 0.25
PULL = 1e-2


def judged(weights: Weights, lessons: Sequence[Lesson]) -> Iterator[tuple[float, bool]]:
    """Yield the log odds of each attribution found, and whether it is right."""
    for lesson in lessons:
        answers = dict(zip(lesson.asked.tolist(), lesson.targets.T.tolist(), strict=True))
        neither = set(lesson.unclear)
        for found in attributions(weights, lesson.reading, lesson.proposals):
            if found.pieces and found.cue not in neither:
                yield found.odds, found.cue in answers and _right(lesson, found, answers[found.cue])


def _right(lesson: Lesson, found: Attribution, answer: list[int]) -> bool:
    if found.source[0] > answer[SOURCE_END] or found.source[1] < answer[SOURCE_START]:
        return False
    wanted = [(answer[BEFORE_START], answer[BEFORE_END]), (answer[AFTER_START], answer[AFTER_END])]
    wanted = [piece for piece in wanted if piece[0] >= 0]
    return len(wanted) == len(found.pieces) and all(
        _shared(lesson, *pair) >= ENOUGH for pair in zip(found.pieces, wanted, strict=True)
    )


def _shared(lesson: Lesson, one: Tokens, other: Tokens) -> float:
    """Return the characters that both pieces cover, as a share of what they cover together."""
    starts, ends = lesson.reading.sequence.starts, lesson.reading.sequence.ends
    both = ends[min(one[1], other[1])] - starts[max(one[0], other[0])]
    return max(both, 0) / (ends[max(one[1], other[1])] - starts[min(one[0], other[0])])


def fit_curve(odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept of the logistic curve that fits best, by Newton's method in short steps.

    A faint pull towards the odds as they are keeps the curve finite where right and wrong do not overlap.
    """
    inputs = np.stack([odds, np.ones_like(odds)], 1)
    plain = np.array([1.0, 0.0])
    curve = plain.copy()
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-inputs @ curve))
        bend = (inputs * (expected * (1 - expected))[:, None]).T @ inputs + PULL * np.eye(2)
        slope = inputs.T @ (expected - right) + PULL * (curve - plain)
        curve -= np.clip(np.linalg.solve(bend, slope), -LONGEST_STEP, LONGEST_STEP)
    return float(curve[0]), float(curve[1])
