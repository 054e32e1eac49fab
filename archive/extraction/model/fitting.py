"""Fitting log-linear models: AdaGrad (Duchi, Hazan and Singer 2011), averaged over the late epochs."""

from dataclasses import dataclass

import numpy as np

EPOCHS = 8
RATE = 0.15
PENALTY = 1e-3
BATCH = 200
LEAST_SEEN = 3  # a feature seen less often gets no weight


@dataclass(frozen=True)
class Examples:
    """Rows of features with what is right of them.

    `features` (rows, templates) are places in one long table, the last of which (`size` - 1) means no
    feature. `group` says which rows compete (sorted), or is None where each row is its own question; `right`
    is 1 or 0.
    """

    features: np.ndarray
    group: np.ndarray | None
    right: np.ndarray
    size: int


def fit(examples: Examples, seed: int = 1) -> np.ndarray:
    """Return a weight for each place that a feature may have, float32, (size,)."""
    features = _without_rare(examples)
    starts, ends = _bounds(examples)
    weights = np.zeros(examples.size, np.float32)
    squares = np.full(examples.size, 1e-2, np.float32)
    total, rng = np.zeros_like(weights), np.random.default_rng(seed)
    for epoch in range(EPOCHS):
        order = rng.permutation(len(starts))
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            rows, heads = _rows(starts[chosen], ends[chosen])
            here = features[rows]
            scores = weights[here].sum(1)
            expected = 1 / (1 + np.exp(-scores)) if examples.group is None else _softmax(scores, heads)
            _step(weights, squares, here, expected - examples.right[rows], len(chosen))
        if epoch >= EPOCHS // 2:
            total += weights
    return total / (EPOCHS - EPOCHS // 2)


def _without_rare(examples: Examples) -> np.ndarray:
    seen = np.bincount(examples.features.ravel(), minlength=examples.size)
    return np.where(seen[examples.features] < LEAST_SEEN, examples.size - 1, examples.features)


def _bounds(examples: Examples) -> tuple[np.ndarray, np.ndarray]:
    """Return where each group of rows starts and ends."""
    count = len(examples.right)
    if examples.group is None:
        return np.arange(count), np.arange(1, count + 1)
    starts = np.flatnonzero(np.diff(examples.group, prepend=-1))
    return starts, np.append(starts[1:], count)


def _rows(starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of some groups, one group after the other, and where among them each group starts."""
    lengths = ends - starts
    heads = np.cumsum(lengths) - lengths
    return np.arange(lengths.sum()) + np.repeat(starts - heads, lengths), heads


def _softmax(scores: np.ndarray, heads: np.ndarray) -> np.ndarray:
    lengths = np.diff(np.append(heads, len(scores)))
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, heads), lengths))
    return powers / np.repeat(np.add.reduceat(powers, heads), lengths)


def _step(weights: np.ndarray, squares: np.ndarray, here: np.ndarray, error: np.ndarray, groups: int) -> None:
    """Take one step down the gradient, with an L2 penalty on the features of the batch."""
    seen = here.ravel()
    slopes = np.bincount(seen, np.repeat(error, here.shape[1]), minlength=len(weights))
    places = np.flatnonzero(np.bincount(seen, minlength=len(weights)))
    slope = slopes[places].astype(np.float32) + PENALTY * groups * weights[places]
    squares[places] += slope * slope
    weights[places] -= RATE * slope / np.sqrt(squares[places])
    weights[-1] = 0
