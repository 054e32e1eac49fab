"""How often a word reports what someone says: learnt from labelled cues."""

from collections import Counter
from collections.abc import Sequence

from archive.extraction.model.corpus import LabelledText
from archive.extraction.model.sequence import read_sequence
from archive.extraction.model.words import Vocabulary
from archive.extraction.sentences import Text

BOUNDS = (0.1, 0.3, 0.5, 0.7, 0.85)  # of the shares of uses, between the classes 1 to 6
LEAST_SHARE, LEAST_CUES = 0.02, 2
SMOOTHING = 2
PASSES = 2


def cue_classes(corpus: Sequence[LabelledText], texts: Sequence[Text], plain: Vocabulary) -> dict[str, int]:
    """Return the class of each known word that reports speech, by the share of its uses that do.

    Of a cue of several words only the head counts: the word with the largest share, found by counting again.
    """
    uses, cues = Counter[str](), []
    for labelled, text in zip(corpus, texts, strict=True):
        words, found = _words_and_cues(labelled, text, plain)
        uses.update(words)
        cues += found
    heads = Counter(word for cue in cues for word in cue)
    for _ in range(PASSES):
        shares = _shares(heads, uses)
        heads = Counter(max(cue, key=lambda word: shares.get(word, 0)) for cue in cues)
    shares = _shares(heads, uses)
    return {
        word: 1 + sum(share >= bound for bound in BOUNDS)
        for word, share in shares.items()
        if word in plain.known and heads[word] >= LEAST_CUES and share >= LEAST_SHARE
    }


def _words_and_cues(
    labelled: LabelledText, text: Text, plain: Vocabulary
) -> tuple[list[str], list[list[str]]]:
    """Return the words of a text outside of quotations, and those of each cue of speech."""
    sequence = read_sequence(text, plain)
    spans = zip(sequence.starts, sequence.ends, sequence.quoted.tolist(), strict=True)
    words = ["" if quoted else labelled.body[start:end].lower() for start, end, quoted in spans]
    found = [sequence.tokens_of(one.cue) for one in labelled.attributions if one.speech and one.source]
    cues = [[word for word in words[first : last + 1] if word] for first, last in filter(None, found)]
    return words, [cue for cue in cues if cue]


def _shares(heads: Counter[str], uses: Counter[str]) -> dict[str, float]:
    return {word: count / (uses[word] + SMOOTHING) for word, count in heads.items()}
