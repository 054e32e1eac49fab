"""Who says what, as the rules read it: drafts of statements, made segment by segment.

Every cue finds its content (reported.py); then quotations that no cue has claimed find
their speaker in what stands around them (untagged.py) or in what was said before.
"""

from dataclasses import dataclass

from archive.extraction.attribution.citing import with_cited
from archive.extraction.attribution.cues import Cue, find_cues, medium
from archive.extraction.attribution.digests import read_digest
from archive.extraction.attribution.expected import (
    TEXT_FOLLOWS,
    Expectation,
    expected_after,
    expected_by,
    is_announced_text,
    opens,
    speaks_for_itself,
)
from archive.extraction.attribution.interviews import read_interview
from archive.extraction.attribution.phrases import is_relative, last_phrase, subject_before
from archive.extraction.attribution.quotations import inner_tag, last_tag, read_segments, words_in
from archive.extraction.attribution.reported import OPINION, Content, choose_content
from archive.extraction.attribution.segments import Phrase, Segment
from archive.extraction.attribution.transcripts import questioners, read_turns
from archive.extraction.attribution.untagged import (
    is_byname,
    is_title,
    signature,
    speaker_in_clause,
    speaker_of_this,
)
from archive.extraction.record import Span
from archive.extraction.sentences import Quotation, Text

MIN_QUOTED_WORDS = 3
FEWEST_WORDS_IN_CLAUSE = 5  # of a quotation that nothing attributes: fewer are a term or a name
NAMED = frozenset(("label", "signature"))  # rules by which even a title is spoken by who is named beside it
QUOTED = "quoted as saying"  # the rule of words that another passes on
SETTLED = frozenset((QUOTED, OPINION))  # rules on which the model has no say
TURN, QUESTION = "transcript", "transcript, question"  # of what is said and asked in a transcript
ANSWER = "interview"  # of what is answered in an interview without labels: whoever the text introduces
TERM = "a term"  # the rule of a quotation that is a term or a title unless the model thinks otherwise
# Behind these "who" is they, whatever stands before: "a ruling to compensate people who said".
MANY = frozenset(
    ("people", "those", "citizens", "residents", "families", "workers", "women", "men", "others")
)
ALONE = frozenset("QRC,.:;-?!…")  # what may stand beside a quotation that is a sentence by itself


@dataclass(slots=True)
class Draft:
    """A statement in the making: its spans, the rule that found it, the words for its speaker.

    `antecedent` is the noun that a speaker "who" stands for; `quoted` says that the spans are quotations
    without their marks; `cited` that the medium is an outlet that cites the speaker; `paragraph` and `end`
    are where its last sentence stands.
    """

    pieces: list[Span]
    rule: str
    paragraph: int
    speaker: Span | None = None
    antecedent: Span | None = None
    cue: Span | None = None
    medium: Span | None = None
    quoted: bool = False
    cited: bool = False
    end: int = 0
    confidence: float = 0.5


def propose(text: Text) -> list[Draft]:
    """Return the drafts of a text in the order in which they begin."""
    turns = read_turns(text)
    spoken = {number for turn in turns for number in turn.paragraphs}
    asking = questioners(text, turns)
    drafts = [
        Draft(
            list(turn.pieces),
            QUESTION if text.body[slice(*turn.label)] in asking else TURN,
            turn.paragraphs[-1],
            turn.label,
            quoted=True,
        )
        for turn in turns
    ]
    interview = None if turns else read_interview(text)
    if interview:
        spoken.update(range(interview.questions[0], interview.answers[-1][-1] + 1))
        for rule, groups in (
            (QUESTION, [(one,) for one in interview.questions]),
            (ANSWER, interview.answers),
        ):
            drafts += [Draft([text.paragraphs[n] for n in one], rule, one[-1], quoted=True) for one in groups]
    digest = read_digest(text)
    if digest:
        spoken.update(digest.paragraphs)
        drafts += [
            Draft([text.paragraphs[number]], "digest", number, digest.speaker) for number in digest.paragraphs
        ]
    reader = _Reader(text)
    for segment in read_segments(text):
        if segment.paragraph not in spoken:
            reader.read(segment)
    return sorted(drafts + reader.drafts + reader.terms, key=lambda draft: draft.pieces[0])


class _Reader:
    """Reads segments in order and remembers who spoke last, and what is still to come."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.drafts: list[Draft] = []
        self.terms: list[Draft] = []  # quotations that the rules take for terms or titles
        self.last: Draft | None = None  # the last quotation
        self.expected: Expectation | None = None  # by the sentence before
        self.before: Segment | None = None  # the sentence before
        self.block: Draft | None = None  # paragraphs that a colon has announced, without marks
        self.open_paragraph = -1  # where a quotation without a closing mark goes on

    def read(self, segment: Segment) -> None:
        """Add what is said in `segment` to the drafts."""
        if self._reads_block(segment):
            return
        if not segment.tags:
            self.before, self.expected = segment, None
            return
        cues = with_cited(self.text.body, segment, find_cues(segment))
        expected: Expectation | None = None
        taken: set[int] = set()
        floor = 0
        for number, cue in enumerate(cues):
            content = choose_content(segment, cue, floor, cues[number + 1 :], taken)
            if content is None and cue.cited:
                continue
            if content is None:
                self._tag_alone(segment, cue)
                expected = expected_by(segment, cue) or expected
                continue
            self._add(segment, cue, content)
            if content.pieces[-1][0] < cue.first:  # what stands before a cue is behind us
                floor = cue.end + 1
            taken.update(at for at in segment.quotes if any(a <= at <= b for a, b in content.pieces))
        alone = ALONE.issuperset(segment.tags)
        for index in segment.quotes:
            if index not in taken:
                self._add_unclaimed(segment, index, cues, alone)
        self._sign(segment)
        self._attribute_sentence_before(segment)
        self.before, self.expected = segment, expected_after(segment, cues) or expected

    def _reads_block(self, segment: Segment) -> bool:
        """Read the paragraphs without marks after "Berg said in a statement:" that speak in the first person.

        Return whether `segment` is part of them.
        """
        block = self.block
        if block and block.paragraph == segment.paragraph:
            return True
        if self._reads_announced(segment):
            return True
        follows = block is not None and block.paragraph + 1 == segment.paragraph
        announced = self.expected and self.expected.rule == "after a colon, cue" and opens(self.text, segment)
        self.block = None
        if not (follows or announced) or not speaks_for_itself(self.text, segment.paragraph):
            return False
        piece = self.text.paragraphs[segment.paragraph]
        if block and follows:
            self.block = block
            block.pieces.append(piece)
            block.paragraph, block.end = segment.paragraph, piece[1]
        elif self.expected:
            speaker, cue = self.expected.speaker, self.expected.cue
            self.block = Draft(
                [piece], "block", segment.paragraph, speaker, cue=cue, quoted=True, end=piece[1]
            )
            self.drafts.append(self.block)
        self.before, self.expected, self.last = segment, None, None
        return True

    def _reads_announced(self, segment: Segment) -> bool:
        """Read the paragraphs after "Berg issued the following statement:", each a statement."""
        before = self.block or self.expected
        if before is None or before.rule != TEXT_FOLLOWS or not opens(self.text, segment):
            return False
        if not is_announced_text(self.text, segment.paragraph):
            return False
        start, end = self.text.paragraphs[segment.paragraph]
        self.block = Draft(
            [(start, end)], TEXT_FOLLOWS, segment.paragraph, before.speaker, quoted=True, end=end
        )
        self.drafts.append(self.block)
        self.before, self.expected, self.last = segment, None, None
        return True

    # --- what a cue attributes

    def _add(self, segment: Segment, cue: Cue, content: Content) -> None:
        told = medium(segment, cue)
        draft = Draft(
            [_span(segment, piece) for piece in content.pieces],
            QUOTED if cue.quoted else content.rule,
            segment.paragraph,
            speaker=segment.span(*cue.subject),
            antecedent=_antecedent(segment, cue.subject),
            cue=segment.span(cue.first, cue.last),
            medium=segment.span(*told) if told else None,
            quoted=any(first == last and first in segment.quotes for first, last in content.pieces),
            cited=cue.cited,
            end=segment.ends[-1],
        )
        if segment.stripped and content.rule == "clause before":
            self._extend_back(segment, draft)
        carries_on = draft.quoted and self._carries_on(segment, content.pieces[0][0])
        if carries_on and self.last and self.last.cue is None:
            draft.pieces = self.last.pieces + draft.pieces
            self.drafts.remove(self.last)
        self.drafts.append(draft)
        if draft.quoted:
            self.last = draft
        self._note_open(segment)

    def _extend_back(self, segment: Segment, draft: Draft) -> None:
        """In a text without marks, take the sentences before "… he said." that nothing attributes for his as
        well.
        """
        before = (other.end for other in reversed(self.drafts) if other.end < segment.starts[0])
        start = max(self.text.paragraphs[segment.paragraph][0], next(before, 0))
        number = self.text.sentence_index(start)
        number += self.text.sentences[number][0] < start
        if number < len(self.text.sentences):
            first, end = draft.pieces[0]
            draft.pieces[0] = min(self.text.sentences[number][0], first), end

    def _tag_alone(self, segment: Segment, cue: Cue) -> None:
        """Give a quotation its cue where that stands in a sentence of its own: "“We won.” Smith said."."""
        last = self.last
        waits = last and last.cue is None and last.paragraph == segment.paragraph and last.rule == "alone"
        if last and waits and cue.start == 0 and cue.takes("q"):
            last.speaker, last.cue = segment.span(*cue.subject), segment.span(cue.first, cue.last)
            last.rule = QUOTED if cue.quoted else "tag in next sentence"

    # --- quotations without a cue

    def _add_unclaimed(self, segment: Segment, index: int, cues: list[Cue], alone: bool) -> None:
        """Find the speaker of a quotation that no cue has claimed; `alone` with others it is a sentence."""
        quotation = segment.quotes[index]
        tagged = inner_tag(self.text.body, quotation) or last_tag(self.text.body, quotation)
        if tagged:
            speaker = tagged.speaker or self._latest_speaker(segment)[0]
            self._start(segment, tagged.pieces, "tag inside", speaker, tagged.cue)
        elif alone:
            self._add_alone(segment, index, quotation)
        elif self._is_worth_it(quotation) and not is_byname(segment, index):
            speaker, rule = speaker_in_clause(segment, index, cues)
            said_by = segment.span(*speaker) if speaker else None
            if rule in NAMED or self._is_speech(quotation, rule):
                self._start(segment, (_inside(quotation),), rule, said_by)
            else:
                piece = _inside(quotation)
                self.terms.append(Draft([piece], TERM, segment.paragraph, quoted=True, end=piece[1]))

    def _add_alone(self, segment: Segment, index: int, quotation: Quotation) -> None:
        """Add a quotation that is a sentence by itself: to what it carries on, or under whom it stands."""
        last = self.last
        same_paragraph = last and last.paragraph == segment.paragraph and last.end >= segment.starts[0] - 3
        if last and self._carries_on(segment, index):
            self._join(segment, last, quotation)
        elif index == 0 and self.expected:
            rule, speaker, cue = self.expected.rule, self.expected.speaker, self.expected.cue
            self._start(segment, (_inside(quotation),), rule, speaker, cue)
        elif last and same_paragraph:
            self._join(segment, last, quotation)
        elif self._is_worth_it(quotation) and not (quotation.single and index == 0 and segment.paragraph):
            speaker, rule = self._latest_speaker(segment)
            self._start(segment, (_inside(quotation),), rule, speaker)

    def _latest_speaker(self, segment: Segment) -> tuple[Span | None, str]:
        """Return who spoke in the sentence before, in this paragraph or at the end of the last one."""
        latest = self.drafts[-1] if self.drafts else None
        if latest is None or latest.paragraph < segment.paragraph - 1:
            return None, "alone"
        before = self.before
        if before and before.paragraph == segment.paragraph and latest.end < before.starts[0]:
            return None, "alone"
        rule = "alone, next" if latest.paragraph == segment.paragraph else "alone, paragraph"
        outermost = self._outermost(latest)
        return outermost.antecedent or outermost.speaker, rule

    def _outermost(self, draft: Draft) -> Draft:
        """Return who reports what `draft` says, if someone does: Smith in "Smith said that critics had
        warned of it".
        """
        start, end = draft.pieces[0]
        for other in self.drafts[-4:-1]:
            if any(a <= start and end <= b for a, b in other.pieces):
                return other
        return draft

    def _join(self, segment: Segment, draft: Draft, quotation: Quotation) -> None:
        draft.pieces.append(_inside(quotation))
        draft.paragraph, draft.end = segment.paragraph, segment.ends[-1]
        self._note_open(segment)

    def _start(
        self,
        segment: Segment,
        pieces: tuple[Span, ...],
        rule: str,
        speaker: Span | None,
        cue: Span | None = None,
    ) -> None:
        end = segment.ends[-1]
        draft = Draft(list(pieces), rule, segment.paragraph, speaker, cue=cue, quoted=True, end=end)
        self.drafts.append(draft)
        self.last = draft
        self._note_open(segment)

    def _sign(self, segment: Segment) -> None:
        """Read "“We lost.” / - John Smith, mayor.": a dash and a name under a quotation that has no cue."""
        last = self.last
        signed = signature(segment, 0)
        waits = last and last.rule.startswith(("alone", "after a colon")) and len(last.pieces) == 1
        if signed and last and waits and last.paragraph + 1 == segment.paragraph:
            last.speaker, last.rule = segment.span(*signed), "signature"

    def _attribute_sentence_before(self, segment: Segment) -> None:
        """Read "The talks have failed. This was stated by the ministry.": the content is the sentence
        before.
        """
        before = self.before
        speaker = speaker_of_this(segment)
        if speaker and before and before.paragraph == segment.paragraph:
            span = before.starts[0], before.ends[-1] - (before.lower[-1] == ".")
            said_by = segment.span(*speaker)
            draft = Draft([span], "this was stated", segment.paragraph, said_by, end=segment.ends[-1])
            self.drafts.append(draft)

    def _is_worth_it(self, quotation: Quotation) -> bool:
        """Leave out terms of a word or two, and values of attributes: name="value"."""
        value = self.text.body[quotation.left - 1 : quotation.left] == "="
        long_enough = words_in(self.text.body, _inside(quotation)) >= MIN_QUOTED_WORDS
        return not value and (long_enough or quotation.continues)

    def _is_speech(self, quotation: Quotation, rule: str) -> bool:
        """Tell words that someone spoke from a title, and where nothing attributes them, from a term."""
        words = words_in(self.text.body, _inside(quotation))
        long_enough = rule != "in a clause" or words >= FEWEST_WORDS_IN_CLAUSE
        return long_enough and not is_title(self.text.body, _inside(quotation))

    def _note_open(self, segment: Segment) -> None:
        if any(quotation.continues for quotation in segment.quotes.values()):
            self.open_paragraph = segment.paragraph + 1

    def _carries_on(self, segment: Segment, index: int) -> bool:
        """Tell whether a quotation goes on with one that the paragraph before has left open."""
        return index == 0 and opens(self.text, segment) and segment.paragraph == self.open_paragraph


def _antecedent(segment: Segment, subject: Phrase) -> Span | None:
    """Return the noun that a subject "who", "which" or "that" stands for."""
    if not is_relative(segment, subject):
        return None
    last = subject[0] - 1
    if last >= 0 and segment.lower[last] in MANY:
        return segment.span(last - (segment.tag_at(last - 1) in "DN9"), last)
    comma = segment.tag_at(last) == ","
    found = subject_before(segment, last + (not comma))
    if found and comma and found[1] < last - 1 and segment.tags[last - 1] == "N":
        first, last = last_phrase(segment, last - 1)  # the recently named envoy Ada Berg, who
        found = (first, last) if first < last and segment.tag_at(first - 1) != "I" else found
    return segment.span(*found) if found else None


def _span(segment: Segment, piece: Phrase) -> Span:
    """Return the offsets of a piece of content; a whole quotation leaves its marks out."""
    first, last = piece
    quotation = segment.quotes.get(first) if first == last else None
    return _inside(quotation) if quotation else segment.span(first, last)


def _inside(quotation: Quotation) -> Span:
    return quotation.start, quotation.end
