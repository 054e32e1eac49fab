"""Train the model: ``python -m archive.extraction.model.train CORPUS [--out FOLDER]``.

CORPUS is a folder as corpus.py describes it. Writes words.tsv and weights.npz, beside this file unless told
otherwise; the same corpus and rules give the same files. The rules of archive/extraction propose while the
model is trained, for it learns when to trust them: after a change of rules, train again.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from archive.extraction.model.asking import Cues, choices_of, kinds_of, questions_of
from archive.extraction.model.calibration import fit_curve, judged
from archive.extraction.model.clusters import cluster_words, common_words
from archive.extraction.model.corpus import LabelledText, read_corpus
from archive.extraction.model.cue_classes import cue_classes
from archive.extraction.model.features import Questions, cue_places, none_places, pair_places
from archive.extraction.model.fitting import Examples, fit
from archive.extraction.model.lessons import Lesson, read_lesson
from archive.extraction.model.pointers import (
    FILE,
    MAY_BE_NONE,
    TASKS,
    Weights,
    candidates,
    write_weights,
)
from archive.extraction.model.speakers import SPEAKER_END, SPEAKER_START, questions_about
from archive.extraction.model.templates import SIZE
from archive.extraction.model.words import FILE as WORDS_FILE
from archive.extraction.model.words import Vocabulary
from archive.extraction.sentences import Text, read_text

LARGEST = 127  # a weight is kept as a whole number from -127 to 127


def train(corpus: Sequence[LabelledText]) -> tuple[Vocabulary, Weights]:
    """Return the words and the weights that `corpus` teaches.

    Two more models, each trained on every second text, tell on the others what the odds are worth.
    """
    texts = [read_text(labelled.body) for labelled in corpus]
    vocabulary = learn_words(corpus, texts)
    lessons = [read_lesson(labelled, text, vocabulary) for labelled, text in zip(corpus, texts, strict=True)]
    found = [
        *judged(learn_weights(lessons[::2]), lessons[1::2]),
        *judged(learn_weights(lessons[1::2]), lessons[::2]),
    ]
    slope, intercept = fit_curve(*np.array(found, np.float64).reshape(-1, 2).T)
    return vocabulary, replace(learn_weights(lessons), slope=slope, intercept=intercept)


def learn_words(corpus: Sequence[LabelledText], texts: Sequence[Text]) -> Vocabulary:
    """Return the known words with their clusters and cue classes."""
    words = common_words(texts)
    clusters = cluster_words(texts, words).tolist()
    plain = Vocabulary({word: (at, clusters[at], 0) for at, word in enumerate(words)})
    classes = cue_classes(corpus, texts, plain)
    return Vocabulary({word: (at, clusters[at], classes.get(word, 0)) for at, word in enumerate(words)})


def learn_weights(lessons: Sequence[Lesson]) -> Weights:
    """Fit the cue classifier and each pointer, and keep the weights as whole numbers of one scale."""
    around = np.zeros((len(TASKS) + 1, SIZE), np.float32)
    pair, none = np.zeros((2, len(TASKS), SIZE), np.float32)
    fitted = fit(cue_examples(lessons))
    around[-1], cue = fitted[:SIZE], fitted[SIZE : 2 * SIZE]
    quotation = fit(quotation_examples(lessons))[:SIZE]
    for task in range(len(TASKS)):
        fitted = fit(pointer_examples(lessons, task))
        around[task], pair[task], none[task] = fitted[:-1].reshape(3, SIZE)
    scale = max(float(np.abs(table).max()) for table in (around, cue, pair, none, quotation)) / LARGEST

    def whole(table: np.ndarray) -> np.ndarray:
        return np.round(table / scale).astype(np.int8)

    return Weights(whole(around), whole(cue), whole(pair), whole(none), whole(quotation), scale)


def cue_examples(lessons: Sequence[Lesson]) -> Examples:
    """Return a row for each possible cue."""
    rows = []
    for one in lessons:
        if len(one.cues):
            here = cue_places(one.reading, one.cues, kinds_of(one.cues, one.proposals))
            rows.append(np.concatenate([one.reading.around[one.cues], here + SIZE], 1).astype(np.int32))
    right = np.concatenate([one.right for one in lessons])
    return Examples(np.concatenate(rows), None, right, 2 * SIZE + 1)


def quotation_examples(lessons: Sequence[Lesson]) -> Examples:
    """Return a row for each quotation that is long enough."""
    rows = np.concatenate([one.quotations.places for one in lessons]).astype(np.int32)
    return Examples(rows, None, np.concatenate([one.spoken for one in lessons]), SIZE + 1)


def pointer_examples(lessons: Sequence[Lesson], task: int) -> Examples:
    """Return a row for each possible answer to each question that has its right answer among them."""
    parts, groups, count = [], [], 0
    for one in lessons:
        features, group, right = _pointer_rows(one, task)
        answered = np.bincount(group, right, minlength=1) > 0 if len(group) else np.zeros(1, bool)
        kept = answered[group]
        parts.append((features[kept], right[kept]))
        groups.append(count + group[kept])
        count += int(group.max()) + 1 if len(group) else 0
    features, right = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Examples(features, np.concatenate(groups), right, 3 * SIZE + 1)


def _pointer_rows(one: Lesson, task: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features, question and rightness of the possible answers of a text, by question."""
    questions, targets = _asked(one, task)
    asked, tokens = candidates(one.reading, questions)
    pairs = pair_places(one.reading, questions, asked, tokens) + SIZE
    features = np.concatenate([one.reading.around[tokens], pairs], 1)
    if MAY_BE_NONE[task]:
        nothing = np.full((len(questions), features.shape[1]), 3 * SIZE)
        places = none_places(one.reading, questions) + 2 * SIZE
        nothing[:, : places.shape[1]] = places
        features = np.concatenate([features, nothing])
        asked = np.concatenate([asked, np.arange(len(questions))])
        tokens = np.concatenate([tokens, np.full(len(questions), -1)])
    order = np.argsort(asked, kind="stable")
    right = (tokens == targets[asked])[order].astype(np.float32)
    return features[order].astype(np.int32), asked[order], right


def _asked(one: Lesson, task: int) -> tuple[Questions, np.ndarray]:
    """Return the questions of a text that have an anchor, and their right answers."""
    if task in (SPEAKER_START, SPEAKER_END):
        targets = one.speakers[task - SPEAKER_START]
        anchors = one.speakers[0] if task == SPEAKER_END else one.quoted
        questions = questions_about(task, one.quoted, anchors, one.kinds)
    else:
        targets = one.targets[task]
        cues = Cues(one.asked, kinds_of(one.asked, one.proposals), choices_of(one.asked, one.proposals))
        questions = questions_of(one.reading.sequence, (task,), cues, one.targets)
    which = np.flatnonzero(questions.anchor >= 0)
    return questions.take(which), targets[which]


def main() -> None:
    """Read the corpus, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, help="a folder with text/ and attributions/")
    parser.add_argument("--out", type=Path, help="where to write (default: beside this file)")
    arguments = parser.parse_args()
    vocabulary, weights = train(list(read_corpus(arguments.corpus)))
    vocabulary.write(arguments.out / WORDS_FILE.name if arguments.out else WORDS_FILE)
    write_weights(weights, arguments.out / FILE.name if arguments.out else FILE)


if __name__ == "__main__":
    main()
