"""Which words the model knows, and which of them are used alike: learnt from the training texts.

Clusters stand in for parts of speech, for which there are no labels here: words are described by what stands
right before and after them (positive pointwise mutual information, its largest singular vectors) and grouped
by k-means on the sphere. (Schütze, "Distributional part-of-speech tagging", EACL 1995.)
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from archive.extraction.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from archive.extraction.model.words import shape
from archive.extraction.sentences import Text

CALENDAR = frozenset(name.lower() for name in (*WEEKDAY_NAMES, *MONTH_NAMES))  # written large, and no names
LEAST_TEXTS = 8  # a word in fewer texts is not known
LEAST_LOWER = 0.25  # a word seldom written small is a name, and not known
NEIGHBOURS = 1000  # the commonest words count as neighbours by themselves, the others by their shape
SHAPES = 20
DIMENSIONS, OVERSAMPLED = 50, 80
CLUSTERS, STEPS = 120, 30


def common_words(texts: Sequence[Text]) -> list[str]:
    """Return the words, in lower case, that stand in enough texts and are no names: commonest first."""
    small, large, spread = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        here = Counter(word for word in text.texts if not word[0].isdigit())
        for word, count in here.items():
            low = word.lower()
            written_small = word == low or low in CALENDAR
            (small if written_small else large)[low] += count
        spread.update({word.lower() for word in here})
    known = [
        word
        for word, count in spread.items()
        if count >= LEAST_TEXTS and small[word] >= LEAST_LOWER * (small[word] + large[word])
    ]
    return sorted(known, key=lambda word: (-spread[word], word))


def cluster_words(texts: Sequence[Text], words: Sequence[str], seed: int = 1) -> np.ndarray:
    """Return the cluster, 0 to CLUSTERS - 1, of each of `words`."""
    vectors = _vectors(_neighbours(texts, words), np.random.default_rng(seed))
    centres = vectors[np.linspace(0, min(len(words), 3 * NEIGHBOURS // 2) - 1, CLUSTERS).astype(int)]
    for _ in range(STEPS):
        mine = (vectors @ centres.T).argmax(1)
        for cluster in np.unique(mine):
            mean = vectors[mine == cluster].mean(0)
            centres[cluster] = mean / (np.linalg.norm(mean) + 1e-9)
    return (vectors @ centres.T).argmax(1)


def _neighbours(texts: Sequence[Text], words: Sequence[str]) -> np.ndarray:
    """Return how often each word has each neighbour before it and after it, side by side."""
    number = {word: at for at, word in enumerate(words)}
    width = NEIGHBOURS + SHAPES
    counts = np.zeros((len(words), 2 * width), np.float32)
    for text in texts:
        known = np.array([number.get(token.lower(), -1) for token in text.texts], np.int64)
        common = np.array([NEIGHBOURS + shape(token) for token in text.texts], np.int64)
        common = np.where((known >= 0) & (known < NEIGHBOURS), known, common)
        for mine, other, start in ((known[1:], common[:-1], 0), (known[:-1], common[1:], width)):
            np.add.at(counts, (mine[mine >= 0], start + other[mine >= 0]), 1)
    return counts


def _vectors(counts: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return unit vectors of the rows, by a randomized singular value decomposition (Halko et al. 2011)."""
    expected = counts.sum(1, keepdims=True) * counts.sum(0, keepdims=True) / max(counts.sum(), 1)
    information = np.log(np.maximum(counts / (expected + 1e-9), 1))
    probe = rng.standard_normal((counts.shape[1], OVERSAMPLED)).astype(np.float32)
    basis, _ = np.linalg.qr(information @ (information.T @ (information @ probe)))
    left, values, _ = np.linalg.svd(basis.T @ information, full_matrices=False)
    vectors = (basis @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
