"""Who says what, as the rules read it: drafts of statements, made segment by segment.

Every cue proposes a content (archive/extraction/reported.py) and one is chosen; then quotations that no cue claimed
find their speaker in what stands around them.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from archive.extraction.phrases import Phrase, Segment, main_subject, phrase_after, subject_before
from archive.extraction.quotations import inner_tag, read_segments, words_in
from archive.extraction.record import Span
from archive.extraction.reported import (
    Content,
    Cue,
    find_cues,
    insertion_content,
    medium,
    left_content,
    owner_of_words,
    right_content,
)
from archive.extraction.sentences import WORD, Text
from archive.extraction.transcripts import is_question, read_turns

MIN_QUOTED_WORDS = 3
FEWEST_WORDS_IN_CLAUSE = 5  # of a quotation that nothing attributes: fewer are a term or a name
LONGEST_SIGNATURE = 12


@dataclass(slots=True)
class Draft:
    """A statement in the making: where it stands, by which rule, and the words for its speaker."""

    pieces: list[Span]
    rule: str
    paragraph: int
    speaker: Span | None = None
    antecedent: Span | None = None
    cue: Span | None = None
    medium: Span | None = None
    quoted: bool = False
    end: int = 0
    confidence: float = 0.5


def propose(text: Text) -> list[Draft]:
    """Return the drafts of a text in the order in which they begin."""
    turns = read_turns(text)
    spoken = {number for turn in turns for number in turn.paragraphs}
    drafts = [
        Draft(list(turn.pieces), "transcript", turn.paragraphs[-1], turn.label, quoted=True)
        for turn in turns
        if not is_question(text, turn)
    ]
    drafts += _Reader(text, spoken).read()
    return sorted(drafts, key=lambda draft: draft.pieces[0])


class _Reader:
    """Reads the segments in order and remembers who spoke last."""

    def __init__(self, text: Text, spoken: set[int]) -> None:
        self.text = text
        self.spoken = spoken  # paragraphs of a transcript
        self.drafts: list[Draft] = []
        self.last: Draft | None = None  # the last quotation
        self.loose: Draft | None = None  # a quotation whose cue has not come yet
        self.pending: tuple[Span | None, Span | None, int, str] | None = None
        self.awaited: tuple[Span | None, Span | None, int, str] | None = None  # speaker, cue, paragraph after a colon
        self.before: Segment | None = None  # the sentence before
        self.open_paragraph = -1  # where an unclosed quotation goes on

    def read(self) -> list[Draft]:
        for segment in read_segments(self.text):
            if segment.paragraph not in self.spoken:
                self._read_segment(segment)
        return self.drafts

    def _read_segment(self, segment: Segment) -> None:
        cues = find_cues(segment)
        taken: set[int] = set()
        self.pending, self.awaited = self.awaited, None
        floor = 0
        before = len(self.drafts)
        for number, cue in enumerate(cues):
            content = choose_content(segment, cue, floor, cues[number + 1 :], taken)
            if content is None:
                self._tag_alone(segment, cue)
                self._await(segment, cue)
                continue
            self._add(segment, cue, content)
            floor = max(floor, _next_floor(cue, content))
            for first, last in content.pieces:
                taken.update(at for at in range(first, last + 1) if at in segment.quotes)
        for index, quotation in segment.quotes.items():
            if index not in taken:
                self._unclaimed(segment, index, cues)
        self._note_colon(segment, cues, before)
        self._take_signature(segment)
        self.before = segment

    def _take_signature(self, segment: Segment) -> None:
        """Read "“We lost.” / - John Smith, mayor.": a dash and a name under a quotation that has no cue."""
        last = self.last
        if not (last and last.cue is None and last.rule.startswith("alone")) or len(segment) > LONGEST_SIGNATURE:
            return
        if last.paragraph + 1 == segment.paragraph and segment.tags[0] == "-" and segment.tags[1:2] in (["N"], ["D"]):
            end = phrase_after(segment, 1)
            if end is not None:
                last.speaker, last.rule = segment.span(1, end), "signature"

    def _await(self, segment: Segment, cue: Cue) -> None:
        """Remember a cue without content at the end of its sentence: "Smith agreed. “We lost.”"."""
        if cue.verb and cue.verb.kind in "sd" and "q" in cue.verb.frames and cue.subject and not cue.negated:
            self.awaited = (segment.span(*cue.subject), segment.span(cue.first, cue.last), segment.paragraph, "after its cue")

    def _span(self, segment: Segment, piece: Phrase) -> Span:
        first, last = piece
        if first == last and first in segment.quotes:
            quotation = segment.quotes[first]
            return quotation.start, quotation.end
        return segment.span(first, last)

    def _add(self, segment: Segment, cue: Cue, content: Content) -> None:
        pieces = [self._span(segment, piece) for piece in content.pieces]
        draft = Draft(
            pieces,
            content.rule,
            segment.paragraph,
            segment.span(*cue.subject) if cue.subject else None,
            self._antecedent(segment, cue.subject),
            segment.span(cue.first, cue.last),
            quoted=any(a == b and a in segment.quotes for a, b in content.pieces),
            end=segment.ends[-1],
        )
        if segment.stripped and content.rule == "clause before":
            self._extend_back(segment, draft)
        told = medium(segment, cue)
        draft.medium = segment.span(*told) if told else None
        first_piece = content.pieces[0]
        joined = draft.quoted and self._carries_on(segment, first_piece[0])
        if joined and self.last and self.last.cue is None:
            self.last.speaker, self.last.cue, self.last.antecedent = draft.speaker, draft.cue, draft.antecedent
            self.last.rule = content.rule
            self.last.pieces += pieces
            self.last.paragraph = segment.paragraph
            self.last.end = draft.end
            self._note_open(segment)
            return
        self.drafts.append(draft)
        if draft.quoted:
            self.last = draft
        self._note_open(segment)

    def _extend_back(self, segment: Segment, draft: Draft) -> None:
        """In a text without marks, take the sentences before "… he said." that nothing attributes for his as well."""
        start = self.text.paragraphs[segment.paragraph][0]
        for other in self.drafts:
            if other.paragraph == segment.paragraph and other.end < segment.starts[0]:
                start = max(start, other.end)
        first = self.text.sentence_index(start + 1)
        begin = self.text.sentences[first][0]
        if begin < start:
            begin = self.text.sentences[min(first + 1, len(self.text.sentences) - 1)][0]
        if begin < draft.pieces[0][0]:
            draft.pieces[0] = (begin, draft.pieces[0][1])

    def _note_open(self, segment: Segment) -> None:
        for quotation in segment.quotes.values():
            if quotation.continues:
                self.open_paragraph = quotation.paragraph + 1

    def _carries_on(self, segment: Segment, index: int) -> bool:
        return index == 0 and segment.paragraph == self.open_paragraph and self._first_of_paragraph(segment)

    def _first_of_paragraph(self, segment: Segment) -> bool:
        return segment.starts[0] == self.text.paragraphs[segment.paragraph][0]

    def _antecedent(self, segment: Segment, subject: Phrase | None) -> Span | None:
        if not subject or segment.tags[subject[0]] not in "WH":
            return None
        before = subject[0] - 1
        if before > 0 and segment.tags[before] == ",":
            before -= 1
        found = subject_before(segment, before + 1)
        return segment.span(*found) if found else None

    def _tag_alone(self, segment: Segment, cue: Cue) -> None:
        """Give a quotation its cue where that stands in a sentence of its own: "“We won.” Smith said."."""
        last = self.last
        if not (last and last.cue is None and last.paragraph == segment.paragraph and last.rule == "alone"):
            return
        if cue.start == 0 and cue.subject and cue.verb and "q" in cue.verb.frames:
            last.speaker, last.cue = segment.span(*cue.subject), segment.span(cue.first, cue.last)
            last.rule = "tag in next sentence"

    def _unclaimed(self, segment: Segment, index: int, cues: list[Cue]) -> None:
        """Find the speaker of a quotation that no cue has claimed."""
        quotation = segment.quotes[index]
        tagged = inner_tag(self.text.body, quotation)
        if tagged:
            self._start(segment, tagged.pieces[0], "tag inside", tagged.speaker, tagged.cue)
            self.drafts[-1].pieces = list(tagged.pieces)
            return
        span = (quotation.start, quotation.end)
        alone = all(tag in "QRC,.:;-?!…" for tag in segment.tags)
        last = self.last
        latest = self.drafts[-1] if self.drafts else None
        if alone and self._carries_on(segment, index) and last:
            last.pieces.append(span)
            last.paragraph, last.end = segment.paragraph, segment.ends[-1]
            self._note_open(segment)
            return
        if alone and index == 0 and self.pending:
            self._start(segment, span, self.pending[3], self.pending[0], self.pending[1])
            return
        if alone and last and last.paragraph == segment.paragraph and last.end >= segment.starts[0] - 3:
            last.pieces.append(span)
            last.end = segment.ends[-1]
            self._note_open(segment)
            return
        if words_in(self.text.body, span) < MIN_QUOTED_WORDS or self.text.body[quotation.left - 1 : quotation.left] == "=":
            return
        if alone:
            if quotation.single and index == 0 and segment.paragraph:
                return
            near = latest if latest and latest.paragraph >= segment.paragraph - 1 else None
            rule = "alone" if near is None else "alone, next" if near.paragraph == segment.paragraph else "alone, paragraph"
            speaker = near.speaker if near else None
            if near is None or (self.before and near.end < self.before.starts[0] and self.before.paragraph == segment.paragraph):
                speaker, rule = None, "alone"
            self._start(segment, span, rule, speaker, None)
            return
        if _is_title(self.text.body, span):
            return
        label = _label(segment, index)
        if label:
            self._start(segment, span, "label", segment.span(*label), None)
            return
        subject, rule = _subject_in_clause(segment, index, cues)
        if rule == "in a clause" and words_in(self.text.body, span) < FEWEST_WORDS_IN_CLAUSE:
            return
        self._start(segment, span, rule, segment.span(*subject) if subject else None, None)

    def _start(self, segment: Segment, span: Span, rule: str, speaker: Span | None, cue: Span | None) -> None:
        draft = Draft([span], rule, segment.paragraph, speaker, cue=cue, quoted=True, end=segment.ends[-1])
        self.drafts.append(draft)
        self.last = draft
        self._note_open(segment)

    def _note_colon(self, segment: Segment, cues: list[Cue], before: int) -> None:
        if segment.tags[-1] != ":":
            return
        cue = cues[-1] if cues else None
        if cue and cue.subject:
            self.awaited = (segment.span(*cue.subject), segment.span(cue.first, cue.last), segment.paragraph, "after a colon, cue")
            return
        subject = _before_colon(segment)
        self.awaited = (segment.span(*subject) if subject else None, None, segment.paragraph, "after a colon")


def _is_title(body: str, span: Span) -> bool:
    """Tell whether a quotation is the name of a book, a show or a song: every longer word has a capital."""
    longer = [word for word in WORD.findall(body, *span) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)


def _subject_in_clause(segment: Segment, index: int, cues: list[Cue]) -> tuple[Phrase | None, str]:
    """Return who speaks in a quotation that is part of a clause without a cue for it, and by which rule.

    "“Really?” Smith pressed": who stands after it. "He said one thing and “another”": who spoke before in the sentence.
    Else the subject of the sentence.
    """
    if segment.tags[index + 1 : index + 3] in (["-", "N"], ["-", "D"]) and index == 0:
        last = phrase_after(segment, index + 2)
        if last is not None and last - index <= LONGEST_SIGNATURE:
            return (index + 2, last), "signature"
    owner = owner_of_words(segment, index)
    if owner:
        return owner, "in a clause, words of"
    if index and segment.tags[index - 1] == ":":
        return _before_colon(segment, index - 1), "in a clause, colon"
    following = segment.tags[index + 1] if index + 1 < len(segment) else "."
    if following in "NDP" and (index == 0 or segment.tags[index - 1] in ",:") and segment.closes[index]:
        last = phrase_after(segment, index + 1)
        if last is not None:
            return (index + 1, last), "in a clause, before"
    for cue in reversed(cues):
        if cue.first < index and cue.subject and segment.tags[cue.subject[0]] not in "WH":
            return cue.subject, "in a clause, cue"
    subject = main_subject(segment, index)
    person = subject is not None and (segment.tags[subject[0]] == "P" or segment.tags[subject[1]] == "N")
    return (subject if person else None), "in a clause"


def _before_colon(segment: Segment, colon: int | None = None) -> Phrase | None:
    """Return who is named before a colon: the subject if that is a person, else the name that the colon follows."""
    colon = len(segment) - 1 if colon is None else colon
    subject = main_subject(segment, colon)
    if subject and (segment.tags[subject[0]] == "P" or segment.tags[subject[1]] == "N"):
        return subject
    if segment.tags[colon - 1] == "N":
        first = colon - 1
        while first > 0 and segment.tags[first - 1] == "N":
            first -= 1
        return first, colon - 1
    if subject:
        return subject
    first = next((at for at in range(colon) if segment.tags[at] in "NP" and (not at or segment.tags[at - 1] not in "I")), None)
    last = phrase_after(segment, first) if first is not None else None
    return (first, last) if first is not None and last is not None else None


def _label(segment: Segment, index: int) -> Phrase | None:
    """Return the name in "Smith: “We will win”" where nothing but a name stands before the colon."""
    if index < 2 or segment.tags[index - 1] != ":":
        return None
    first = index - 2
    while first >= 0 and segment.tags[first] in "NnD9'()":
        first -= 1
    if first >= 0 and segment.tags[first] not in ".-;":
        return None
    return (first + 1, index - 2) if index - 2 > first else None


def choose_content(segment: Segment, cue: Cue, floor: int, later: list[Cue], taken: set[int]) -> Content | None:
    """Choose among what stands before, after and around a cue."""
    right = right_content(segment, cue, later)
    if cue.verb is None:
        return _content_of_according(segment, cue, floor, later)
    if cue.negated:
        return None
    left = left_content(segment, cue, floor) if cue.order != "shared" or segment.tags[cue.first - 1] != "C" else None
    if left and any(at in taken for at in range(left.pieces[0][0], left.pieces[0][1] + 1)):
        left = None
    if left and left.rule.startswith("quotation") or left and left.rule.endswith("mixed"):
        if right and right.rule in ("quotation after", "quotation after comma", "colon") and segment.tags[right.pieces[0][0]] == "Q":
            return Content(left.pieces + right.pieces, "split quotation")
        return left
    if right:
        return right
    return insertion_content(segment, cue, floor, later) or left


def _content_of_according(segment: Segment, cue: Cue, floor: int, later: list[Cue]) -> Content | None:
    assert cue.subject
    comma = _closing_comma(segment, cue)
    if cue.first <= floor + 1 and comma is not None:
        last = len(segment) - 1
        while last > comma and segment.tags[last] in ".,;:":
            last -= 1
        return Content(((comma + 1, last),), "according first") if last > comma else None
    inserted = insertion_content(segment, cue, floor, later)
    if inserted:
        return replace(inserted, rule="according inserted")
    first, last = floor, cue.first - 1
    while last > first and segment.tags[last] in ",-":
        last -= 1
    if last <= first and last not in segment.quotes:
        return None
    return Content(((first, last),), "according last")


def _closing_comma(segment: Segment, cue: Cue) -> int | None:
    """Return the comma that ends "According to Smith, the chief of staff, …": the last before a clause of its own."""
    assert cue.subject
    commas = [at for at in range(cue.subject[1] + 1, len(segment)) if segment.tags[at] == ","]
    for comma, following in pairwise([*commas, len(segment)]):
        if any(tag in "VXQZ" for tag in segment.tags[comma + 1 : following]) and segment.tags[comma + 1] not in "WZG":
            return comma
    return commas[-1] if commas else None


def _next_floor(cue: Cue, content: Content) -> int:
    first = content.pieces[-1][0]
    return first if first > cue.last else cue.end + 1
