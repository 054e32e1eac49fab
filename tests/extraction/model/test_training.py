"""Training on an invented corpus: labels are read and laid on tokens, learnt from, written and read again."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from archive.extraction.attribution import propose
from archive.extraction.model.calibration import fit_curve
from archive.extraction.model.corpus import read_corpus
from archive.extraction.model.deciding import decide_with
from archive.extraction.model.fitting import Examples, fit
from archive.extraction.model.lessons import read_lesson
from archive.extraction.model.pointers import Weights, read_weights, write_weights
from archive.extraction.model.train import learn_words, train
from archive.extraction.model.words import Vocabulary, read_vocabulary
from archive.extraction.sentences import read_text

SPEAKERS = ("The harbour office", "A pilot", "Tamm", "She")
CONTENTS = ("the ferry would sail again", "no ship had been lost", "the port was open", "they had seen it")
BACKGROUND = "The sea was calm, and the boats lay in the harbour."


def written(folder: Path) -> Path:
    """Write a small corpus in the stand-off format: one reported clause a text, other sentences around it."""
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    for number, (speaker, content) in enumerate(product(SPEAKERS, CONTENTS)):
        body = f"{BACKGROUND}\n{speaker} said that {content}. {BACKGROUND}"
        at = body.index(speaker)
        cue = at + len(speaker) + 1
        spans = {
            "Source": (at, at + len(speaker)),
            "Cue": (cue, cue + 4),
            "Content": (cue + 5, cue + 5 + len("that ") + len(content)),
        }
        rows = [f"T{n}\t{kind} {a} {b}\t{body[a:b]}" for n, (kind, (a, b)) in enumerate(spans.items(), 1)]
        rows.append("E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3")
        (folder / "text" / f"{number:02}.txt").write_text(body, encoding="utf-8")
        (folder / "attributions" / f"{number:02}_someone.ann").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def trained(corpus: Path) -> tuple[Vocabulary, Weights]:
    return train(list(read_corpus(corpus)))


def test_labels_are_read_with_their_roles(corpus: Path):
    first = next(read_corpus(corpus))
    one = first.attributions[0]
    parts = [first.body[slice(*span)] for span in (one.source, one.cue, *one.contents)]
    assert parts == ["The harbour office", "said", "that the ferry would sail again"]
    assert one.speech


def test_labels_fall_on_tokens_without_the_word_that_leads_the_content(corpus: Path):
    labelled = list(read_corpus(corpus))
    texts = [read_text(one.body) for one in labelled]
    lesson = read_lesson(labelled[0], texts[0], learn_words(labelled, texts))
    source_start, source_end, before_end, before_start, after_start, after_end = lesson.targets[:, 0]
    starts, ends = lesson.reading.sequence.starts, lesson.reading.sequence.ends
    assert labelled[0].body[starts[source_start] : ends[source_end]] == "The harbour office"
    assert labelled[0].body[starts[after_start] : ends[after_end]] == "the ferry would sail again"
    assert (before_start, before_end) == (-1, -1)


def test_what_was_learnt_holds_for_words_never_seen(trained: tuple[Vocabulary, Weights]):
    vocabulary, weights = trained
    text = read_text("The sea was calm, and a fisherman said that the nets were empty. The boats lay there.")
    drafts = decide_with(weights, vocabulary, text, propose(text))
    assert [text.body[slice(*draft.pieces[0])] for draft in drafts] == ["the nets were empty"]


def test_training_twice_gives_the_same_weights(corpus: Path, trained: tuple[Vocabulary, Weights]):
    again = train(list(read_corpus(corpus)))
    assert again[0].known == trained[0].known
    weights = zip(vars(again[1]).values(), vars(trained[1]).values(), strict=True)
    assert all(np.array_equal(*pair) for pair in weights)


def test_weights_and_words_come_back_as_written(tmp_path: Path, trained: tuple[Vocabulary, Weights]):
    vocabulary, weights = trained
    vocabulary.write(tmp_path / "words.tsv")
    write_weights(weights, tmp_path / "weights.npz")
    assert read_vocabulary(tmp_path / "words.tsv").known == vocabulary.known
    assert np.array_equal(read_weights(tmp_path / "weights.npz").pair, weights.pair)


def test_names_are_not_learnt_as_words(trained: tuple[Vocabulary, Weights]):
    assert "said" in trained[0].known
    assert "tamm" not in trained[0].known


def test_a_feature_that_tells_right_from_wrong_gets_the_weight():
    features = np.array([[0, 2], [1, 2]] * 20)
    weights = fit(Examples(features, np.repeat(np.arange(20), 2), np.array([1, 0] * 20, np.float32), 4))
    assert weights[0] > 0 > weights[1]
    assert weights[3] == 0


def test_the_curve_lowers_odds_that_are_too_sure():
    odds = np.array([3.0] * 10 + [-3.0] * 10)
    right = np.array([1.0] * 7 + [0.0] * 3 + [0.0] * 7 + [1.0] * 3)
    slope, intercept = fit_curve(odds, right)
    assert 0 < slope < 1
    assert intercept == pytest.approx(0, abs=1e-6)
