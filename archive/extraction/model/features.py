"""The numbers that fill the templates: of tokens, of possible cues, of pairs of a cue and another token.

Counts and distances are cut off, so that they have few values.
"""

from dataclasses import dataclass

import numpy as np

from archive.extraction.model.sequence import ATTRIBUTES, BREAK, CUE, PAD, SHAPE, WORD, Sequence
from archive.extraction.model.templates import multipliers, places, read_templates
from archive.extraction.model.words import CAPITALISED, COMMA, DASH, UPPER

# As a rule's choice of a token: there is no rule; the rule says that there is none.
NOT_KNOWN, NOTHING = -2, -1
SURE_CUE = 4  # the lowest cue class of words that mostly report speech

OFFSETS = range(-PAD, PAD + 1)
TOKEN = ["one"] + [f"{name}{at:+d}" if at else name for name in ATTRIBUTES for at in OFFSETS]
COUNTED = ["commas", "breaks", "quotes", "cues", "names", "that", "dashes"]
BREAKS = COUNTED.index("breaks")
CUE_RELATIONS = [
    "near_names", "names_left", "names_right", "quoted_left", "quoted_right", "cues_left", "that",
    "words_left", "words_right", "rule_kind",
]  # fmt: skip
QUESTION_RELATIONS = ["source_side", "state", "rule_kind"]
PAIR_RELATIONS = [
    "side", "distance", "near", "anchor_distance", "anchor_near", "to_source", "rule",
    *COUNTED, *(f"anchor_{name}" for name in COUNTED),
]  # fmt: skip
NONE_RELATIONS = ["state", "source_side", "rule", "rule_kind"]
QUOTATION_RELATIONS = ["words", "title", "opening", "closing", "rule_kind", "cue_before", "cue_after"]
MOST = np.array([3, 2, 2, 3, 3, 1, 2])  # of each of COUNTED between a cue and a token
MOST_ALONG = np.array([3, 3, 2, 3, 3, 1, 2])  # from an anchor to a token

# The class of a distance in tokens, from the farthest back on: exact when near, coarse when far.
_FAR = np.repeat(np.arange(13), [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 7, 13, 1])
_BACKWARDS = 20
_DISTANCES = np.concatenate([_FAR[:0:-1] + _BACKWARDS, _FAR])


def _of(prefix: str) -> list[str]:
    return [f"{prefix}.{name}" for name in TOKEN]


TEMPLATES = read_templates()
AROUND = multipliers(TEMPLATES["around"], TOKEN)
CUE_TOKEN = multipliers(TEMPLATES["cue"], TOKEN)
CUE_RELATION = multipliers(TEMPLATES["cue"], CUE_RELATIONS)
PAIR_TOKEN = multipliers(TEMPLATES["pair"], TOKEN)
PAIR_CUE = multipliers(TEMPLATES["pair"], _of("cue"))
PAIR_QUESTION = multipliers(TEMPLATES["pair"], QUESTION_RELATIONS)
PAIR_RELATION = multipliers(TEMPLATES["pair"], PAIR_RELATIONS)
NONE_ENDS = np.concatenate([multipliers(TEMPLATES["none"], _of(end)) for end in ("cue", "left", "right")])
NONE_RELATION = multipliers(TEMPLATES["none"], ["one", *NONE_RELATIONS])
QUOTATION_TOKEN = multipliers(TEMPLATES["quotation"], TOKEN)
QUOTATION_RELATION = multipliers(TEMPLATES["quotation"], QUOTATION_RELATIONS)


@dataclass(frozen=True)
class Reading:
    """What the features of one text are made of, computed once.

    `columns` (n, len(TOKEN)); `around` (n, templates) places; `pair` (n, templates) sums that a token brings
    to a pair; `counts` (n + 1, len(COUNTED)) how many of each stand before a token; `until` (n, len(COUNTED))
    the same, with the break that a token itself makes.
    """

    sequence: Sequence
    columns: np.ndarray
    around: np.ndarray
    pair: np.ndarray
    counts: np.ndarray
    until: np.ndarray


@dataclass(frozen=True)
class Questions:
    """Where does something begin or end? One element a question.

    `task` is an index into pointers.TASKS; `anchor` the token from which it is looked for; `state` sums up
    what was decided before; `source_start` and `source_end` are -1 where not yet known; `choice` is the token
    that the rules chose (or NOT_KNOWN, or NOTHING), `kind` the number of their rule, 0 for none.
    """

    task: np.ndarray
    cue: np.ndarray
    anchor: np.ndarray
    state: np.ndarray
    source_start: np.ndarray
    source_end: np.ndarray
    choice: np.ndarray
    kind: np.ndarray

    def __len__(self) -> int:
        return len(self.cue)

    def take(self, which: np.ndarray) -> "Questions":
        """Return the questions at these indices."""
        return Questions(*(column[which] for column in vars(self).values()))


def read_features(sequence: Sequence, that: int) -> Reading:
    """Return the reading of a text; `that` is the number of the word "that"."""
    count = len(sequence)
    columns = np.ones((count, len(TOKEN)))
    for at in range(len(OFFSETS)):
        columns[:, 1 + at :: len(OFFSETS)] = sequence.rows[at : at + count]
    shapes = sequence.column(SHAPE)
    marks = [
        shapes == COMMA,
        sequence.column(BREAK) > 0,
        sequence.quoted,
        sequence.column(CUE) >= SURE_CUE,
        (shapes == CAPITALISED) | (shapes == UPPER),
        sequence.column(WORD) == that,
        shapes == DASH,
    ]
    counts = np.zeros((count + 1, len(COUNTED)), np.int64)
    np.cumsum(np.array(marks).T, 0, out=counts[1:])
    until = counts[:-1].copy()
    until[:, BREAKS] = counts[1:, BREAKS]
    return Reading(sequence, columns, places(columns @ AROUND), columns @ PAIR_TOKEN, counts, until)


def distances(steps: np.ndarray) -> np.ndarray:
    """Return the classes of signed distances."""
    return _DISTANCES.take(steps + (len(_FAR) - 1), mode="clip")


def cue_places(reading: Reading, cues: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """Return (cues, templates) places of features of possible cues, proposed by rules of `kinds`."""
    sequence, counts = reading.sequence, reading.counts
    heads = np.flatnonzero(sequence.column(BREAK) > 0)
    mine = np.searchsorted(heads, cues, "right")
    first, last = heads[mine - 1], np.append(heads, len(sequence))[mine]
    here, begun, done = counts[cues], counts[first], counts[last]
    quotes, sure, names, that = (COUNTED.index(name) for name in ("quotes", "cues", "names", "that"))
    relations = [
        np.minimum(here[:, names] - counts[np.maximum(cues - 3, first), names], 2),
        np.minimum(here[:, names] - begun[:, names], 2),
        np.minimum(counts[np.minimum(cues + 5, last), names] - here[:, names], 2),
        here[:, quotes] > begun[:, quotes],
        done[:, quotes] > here[:, quotes],
        here[:, sure] > begun[:, sure],
        counts[np.minimum(cues + 4, last), that] > here[:, that],
        distances(cues - first),
        distances(last - cues),
        kinds,
    ]
    return places(reading.columns[cues] @ CUE_TOKEN + np.array(relations).T @ CUE_RELATION)


def quotation_places(reading: Reading, tokens: np.ndarray, relations: np.ndarray) -> np.ndarray:
    """Return (tokens, templates) places of features of quotations; `relations` has QUOTATION_RELATIONS."""
    return places(reading.columns[tokens] @ QUOTATION_TOKEN + relations @ QUOTATION_RELATION)


def pair_places(reading: Reading, questions: Questions, asked: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """Return (tokens, templates) places of features of `tokens` as answers to the questions `asked`."""
    cues, anchors = questions.cue[asked], questions.anchor[asked]
    starts, ends = questions.source_start[asked], questions.source_end[asked]
    choices = questions.choice[asked]
    from_cues, from_anchors = tokens - cues, tokens - anchors
    beyond = np.where(tokens <= ends, 3, np.minimum(3 + tokens - ends, 6))
    relations = np.empty((len(tokens), len(PAIR_RELATIONS)))
    relations[:, 0] = from_cues > 0
    relations[:, 1] = distances(from_cues)
    relations[:, 2] = np.minimum(np.abs(from_cues), 3)
    relations[:, 3] = distances(from_anchors)
    relations[:, 4] = np.minimum(np.abs(from_anchors), 2)
    relations[:, 5] = np.where(tokens < starts, np.maximum(3 - starts + tokens, 0), beyond)
    relations[:, 6] = np.where(choices == NOT_KNOWN, 0, np.where(choices == tokens, 1, 2))
    relations[:, 7 : 7 + len(COUNTED)] = _between(reading, cues, tokens)
    relations[:, 7 + len(COUNTED) :] = _along(reading, anchors, tokens)
    sums = relations @ PAIR_RELATION
    sums += reading.pair.take(tokens, 0)
    sums += _question_sums(reading, questions).take(asked, 0)
    return places(sums)


def _question_sums(reading: Reading, questions: Questions) -> np.ndarray:
    """Return (questions, templates) sums that a question brings to each of its pairs."""
    relations = np.array([_source_sides(questions), questions.state, questions.kind])
    return reading.columns[questions.cue] @ PAIR_CUE + relations.T @ PAIR_QUESTION


def _source_sides(questions: Questions) -> np.ndarray:
    """Return where the source stands: 0 unknown, 1 right before the cue, 2 before, 3 right after, 4 after."""
    left = np.where(questions.source_end == questions.cue - 1, 1, 2)
    right = np.where(questions.source_start == questions.cue + 1, 3, 4)
    side = np.where(questions.source_start < questions.cue, left, right)
    return np.where(questions.source_start < 0, 0, side)


def _between(reading: Reading, cues: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """Return how many of COUNTED stand between cue and token; a break at the later of them counts."""
    after, until = np.minimum(cues, tokens) + 1, np.maximum(cues, tokens)
    return np.minimum(reading.until.take(until, 0) - reading.counts.take(after, 0), MOST)


def _along(reading: Reading, anchors: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """Return how many of COUNTED stand from the earlier of anchor and token up to the later.

    Of a break, the later's own counts, and not the earlier's.
    """
    first, last = np.minimum(anchors, tokens), np.maximum(anchors, tokens)
    return np.minimum(reading.until.take(last, 0) - reading.until.take(first, 0), MOST_ALONG)


def none_places(reading: Reading, questions: Questions) -> np.ndarray:
    """Return (questions, templates) places of features of the answer that there is nothing."""
    known = questions.source_start >= 0
    left = np.where(known, np.minimum(questions.cue, questions.source_start), questions.cue)
    right = np.maximum(questions.cue, questions.source_end)
    ends = reading.columns[np.stack([questions.cue, left, right], 1)].reshape(len(questions), 3 * len(TOKEN))
    rule = np.where(questions.choice == NOT_KNOWN, 0, np.where(questions.choice == NOTHING, 1, 2))
    one = np.ones(len(questions))
    relations = np.array([one, questions.state, _source_sides(questions), rule, questions.kind])
    return places(ends @ NONE_ENDS + relations.T @ NONE_RELATION)
