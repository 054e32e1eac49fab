"""What has not been said: it is denied, asked or still to come."""

from archive.extraction.attribution.segments import Phrase, Segment

NEGATIONS = frozenset(("not", "never", "n't", "’t", "'t", "no", "hardly", "nor"))
# What is still to be said, or might be, has not been said.
TO_COME = frozenset(("will", "’ll", "'ll", "shall", "would", "should", "could", "might", "must", "may"))
ASKING = frozenset(("if", "whether", "unless", "did", "does", "had"))  # before who may have said something
NO_ONE = frozenset(("nobody", "none", "neither", "nothing"))
UNSAID = NEGATIONS | TO_COME


def is_unsaid(segment: Segment, subject: Phrase) -> bool:
    """Tell whether nobody has said it, or it is asked: "No one said", "If Berg says", "Did Berg say"."""
    first = subject[0]
    opening = segment.lower[max(0, first - 1) : first + 1]
    nobody = opening[-1] in NO_ONE or segment.lower[first : first + 2] == ["no", "one"]
    return nobody or not ASKING.isdisjoint(opening)
