"""The model: a classifier of cues, and pointers from a cue to where its source and its content begin and end,
and from a quotation to where the words for its speaker do.

Each pointer is a conditional log-linear model: a softmax over the tokens that may be meant (and over "none",
where there may be none), after the boundary models for attribution of Pareti, "Attribution: a computational
approach" (PhD, Edinburgh 2015), with the tokens left to compete instead of tagged one by one. Weights are
linear and hashed.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from archive.extraction.model.features import (
    TEMPLATES,
    Questions,
    Reading,
    cue_places,
    none_places,
    pair_places,
)
from archive.extraction.model.templates import SIZE

FILE = Path(__file__).parent / "weights.npz"
OF_CUE = ("source_start", "source_end", "before_end", "before_start", "after_start", "after_end")
OF_QUOTATION = ("speaker_start", "speaker_end")
TASKS = (*OF_CUE, *OF_QUOTATION)
OPTIONAL = ("before_end", "after_start", "speaker_start")  # the pointers that may say "none"
# How many tokens before its anchor an answer may stand, and how many after (that one no more).
REACH = np.array([(35, 15), (0, 25), (30, 0), (60, 1), (-1, 26), (0, 80), (45, 30), (0, 25)])
NOT_QUOTED = np.array([task in ("source_start", "speaker_start") for task in TASKS])  # what they point at
TABLES = ("around", "cue", "pair", "none", "quotation")  # of weights
IMPOSSIBLE = -1e6
FOR_QUOTATION = 1.2  # added to the score of a quotation as the end of a content that stands next to the cue
ONES = np.ones(max(map(len, TEMPLATES.values())))
MAY_BE_NONE = np.array([task in OPTIONAL for task in TASKS])


@dataclass(frozen=True)
class Weights:
    """Whole numbers, to be multiplied by `scale`.

    `around` (tasks + 1, SIZE), the last row for cues; `cue` and `quotation` (SIZE,); `pair` and
    `none` (tasks, SIZE).
    `slope` and `intercept` turn the log odds of a whole attribution into a probability that holds.
    """

    around: np.ndarray
    cue: np.ndarray
    pair: np.ndarray
    none: np.ndarray
    quotation: np.ndarray
    scale: float
    slope: float = 1.0
    intercept: float = 0.0


@cache
def weights() -> Weights:
    """Return the trained weights."""
    return read_weights(FILE)


def read_weights(path: Path) -> Weights:
    """Read what `write_weights` has written."""
    with np.load(path, allow_pickle=False) as kept:
        scale, slope, intercept = (float(number) for number in kept["numbers"])
        tables = {name: kept[name] for name in TABLES}
        return Weights(**tables, scale=scale, slope=slope, intercept=intercept)


def write_weights(given: Weights, path: Path) -> None:
    """Write weights, compressed, to `path`."""
    numbers = np.array([given.scale, given.slope, given.intercept])
    np.savez_compressed(path, numbers=numbers, **{name: getattr(given, name) for name in TABLES})


def total(table: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the sum of the weights at each row of places: as a product, which is exact here, and fast."""
    return table.take(places) @ ONES[: places.shape[1]]


def cue_probabilities(given: Weights, reading: Reading, cues: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """Return for each possible cue how likely it is to attribute words to someone."""
    around = total(given.around[-1], reading.around[cues])
    here = total(given.cue, cue_places(reading, cues, kinds))
    return 1 / (1 + np.exp(-given.scale * (around + here)))


def candidates(reading: Reading, questions: Questions) -> tuple[np.ndarray, np.ndarray]:
    """Return the possible answers, by question: the indices of their questions, and the tokens."""
    sequence = reading.sequence
    reach = REACH[questions.task]
    low = np.maximum(sequence.first[questions.cue], questions.anchor - reach[:, 0])
    high = np.minimum(sequence.last[questions.cue], questions.anchor + reach[:, 1])
    length = np.maximum(high - low, 0)
    asked = np.repeat(np.arange(len(questions)), length)
    tokens = np.arange(len(asked)) + np.repeat(low - np.cumsum(length) + length, length)
    possible = sequence.worded[tokens] & (tokens != questions.cue[asked])
    possible &= ~(sequence.quoted[tokens] & NOT_QUOTED[questions.task[asked]])
    return asked[possible], tokens[possible]


def answer(given: Weights, reading: Reading, questions: Questions) -> tuple[np.ndarray, np.ndarray]:
    """Return the best answer to each question, a token or -1 for none, and its probability."""
    asked, tokens = candidates(reading, questions)
    every = np.arange(len(questions))
    # "None" is one more answer to each question, after the tokens: the stable sort puts it behind them.
    owners = np.concatenate([asked, every])
    order = np.argsort(owners, kind="stable")
    owners, answers = owners[order], np.concatenate([tokens, np.full(len(questions), -1)])[order]
    scores = np.concatenate(
        [_token_scores(given, reading, questions, asked, tokens), _none_scores(given, reading, questions)]
    )[order]
    heads = np.searchsorted(owners, every)
    top = np.maximum.reduceat(scores, heads)
    best = np.flatnonzero(scores == top[owners])
    first = best[np.searchsorted(owners[best], every)]
    return answers[first], 1 / np.add.reduceat(np.exp(scores - top[owners]), heads)


def _token_scores(
    given: Weights, reading: Reading, questions: Questions, asked: np.ndarray, tokens: np.ndarray
) -> np.ndarray:
    """Return how good each token is as an answer.

    What is quoted is certain, where a clause begins is not: between the two the quotation is preferred, and
    to no content at all.
    """
    tables = (questions.task * SIZE)[asked, None]
    around = total(given.around, reading.around.take(tokens, 0) + tables)
    pair = total(given.pair, pair_places(reading, questions, asked, tokens) + tables)
    quotations = reading.sequence.long_quotations.take(tokens) & MAY_BE_NONE.take(questions.task).take(asked)
    return given.scale * (around + pair) + FOR_QUOTATION * quotations


def _none_scores(given: Weights, reading: Reading, questions: Questions) -> np.ndarray:
    scores = np.full(len(questions), IMPOSSIBLE)
    which = np.flatnonzero(MAY_BE_NONE[questions.task])
    if len(which):
        optional = questions.take(which)
        places = none_places(reading, optional) + optional.task[:, None] * SIZE
        scores[which] = given.scale * total(given.none, places)
    return scores
