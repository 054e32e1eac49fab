"""Words that a sentence announces, and that the next sentence or the next paragraphs hold."""

from dataclasses import dataclass

from archive.extraction.attribution.cues import Cue
from archive.extraction.attribution.segments import Segment
from archive.extraction.attribution.untagged import speaker_before_colon, speaker_of_what_follows
from archive.extraction.record import Span
from archive.extraction.sentences import Text

TEXT_FOLLOWS = "text follows"  # the rule of a text that is announced: "issued the following statement:"
REPORTING = frozenset(("said", "told", "added"))  # where these stand, an announced text is over
FIRST_PERSON = frozenset(("I", "We", "we", "My", "my", "Our", "our", "us"))


@dataclass(frozen=True, slots=True)
class Expectation:
    """A cue or a colon at the end of a sentence, whose quotation is still to come."""

    rule: str
    speaker: Span | None
    cue: Span | None = None


def expected_after(segment: Segment, cues: list[Cue]) -> Expectation | None:
    """Return whose words a colon at the end of the sentence announces."""
    if segment.tags[-1] != ":":
        return None
    announced = speaker_of_what_follows(segment)
    if announced:
        return Expectation(TEXT_FOLLOWS, segment.span(*announced))
    if cues:
        cue = cues[-1]
        words = segment.span(cue.first, cue.last)
        return Expectation("after a colon, cue", segment.span(*cue.subject), words)
    speaker = speaker_before_colon(segment, len(segment) - 1)
    return Expectation("after a colon", segment.span(*speaker) if speaker else None)


def expected_by(segment: Segment, cue: Cue) -> Expectation | None:
    """Return whose words a cue without content announces: "Smith agreed. “We lost.”"."""
    finite = cue.verb is not None and cue.verb.kind in "sd"
    if not finite or cue.negated or not cue.takes("q"):
        return None
    return Expectation("after its cue", segment.span(*cue.subject), segment.span(cue.first, cue.last))


def opens(text: Text, segment: Segment) -> bool:
    """Tell whether a segment is the first of its paragraph."""
    return segment.starts[0] == text.paragraphs[segment.paragraph][0]


def speaks_for_itself(text: Text, number: int) -> bool:
    """Tell whether a paragraph without quotation marks speaks in the first person, as no reporter does."""
    start, end = text.paragraphs[number]
    words = text.texts[text.token_index(start) : text.token_index(end)]
    return not text.quotes_in(start, end) and not FIRST_PERSON.isdisjoint(words)


def is_announced_text(text: Text, number: int) -> bool:
    """Tell whether a paragraph may be part of a text that is announced: no reporter speaks in it."""
    start, end = text.paragraphs[number]
    words = text.lowers[text.token_index(start) : text.token_index(end)]
    quoted = any(quotation.left == start for quotation in text.quotations_in(start, end))
    return not quoted and REPORTING.isdisjoint(words)
