"""Interviews printed without labels: paragraphs that ask and paragraphs that answer, in turns."""

from dataclasses import dataclass

from archive.extraction.sentences import Text

FEWEST_QUESTIONS = 3
LONGEST_QUESTION = 400  # characters
LONGEST_REMARK = 12  # tokens
MOSTLY = 0.6  # of every other paragraph, the share that are questions if all are meant for such
FEWEST_ANSWERS = 0.5  # the share of answers that speak in the first person
LONGEST_TURN = 6  # paragraphs of an answer
CLOSING = " \"'”’»)"
OPENING = ('"', "“", "«", "„", "‘", "'", "–", "—", "-")
FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))
SECOND_PERSON = frozenset(("you", "your"))


@dataclass(frozen=True, slots=True)
class Interview:
    """The numbers of the paragraphs that ask, and of those that answer each."""

    questions: tuple[int, ...]
    answers: tuple[tuple[int, ...], ...]


def read_interview(text: Text) -> Interview | None:
    """Return the interview that a text is, None if it is none: three questions, each with an answer, two of
    them put to "you", and the answers, as a rule, in the first person.
    """
    asking = [number for number in range(len(text.paragraphs)) if _is_question(text, number)]
    if len(asking) < FEWEST_QUESTIONS:
        return None
    questions = _every_other(text, asking) or _with_remarks(text, asking)
    ends = (*questions[1:], min(len(text.paragraphs), questions[-1] + 1 + _longest(questions)))
    answers = [tuple(range(one + 1, end)) for one, end in zip(questions, ends, strict=True)]
    if any(not 1 <= len(answer) <= LONGEST_TURN for answer in answers):
        return None
    personal = sum(any(_holds(text, number, FIRST_PERSON) for number in answer) for answer in answers)
    addressed = sum(_holds(text, number, SECOND_PERSON) for number in questions)
    if personal < FEWEST_ANSWERS * len(answers) or min(personal, addressed) < 2:
        return None
    return Interview(tuple(questions), tuple(answers))


def _is_question(text: Text, number: int) -> bool:
    start, end = text.paragraphs[number]
    short = end - start <= LONGEST_QUESTION and not text.body.startswith(OPENING, start)
    return short and text.body[start:end].rstrip(CLOSING).endswith("?")


def _every_other(text: Text, asking: list[int]) -> list[int]:
    """Return every other paragraph from the first question on, if most of these are questions and no other
    paragraph is: some put what they ask as a statement.
    """
    if any((number - asking[0]) % 2 for number in asking):
        return []
    last = len(text.paragraphs) - 1
    questions = [number for number in range(asking[0], last) if not (number - asking[0]) % 2]
    short = all(text.paragraphs[n][1] - text.paragraphs[n][0] <= LONGEST_QUESTION for n in questions)
    return questions if short and len(asking) >= MOSTLY * len(questions) else []


def _with_remarks(text: Text, asking: list[int]) -> list[int]:
    """Return the questions with what is put to "you" between answers without a mark: "You sound tired"."""
    remarks = [
        number
        for number in range(asking[0] + 2, asking[-1])
        if not {number - 1, number, number + 1}.intersection(asking) and _is_remark(text, number)
    ]
    return sorted(asking + remarks)


def _is_remark(text: Text, number: int) -> bool:
    first, last = map(text.token_index, text.paragraphs[number])
    own = _holds(text, number, FIRST_PERSON)
    return last - first <= LONGEST_REMARK and _holds(text, number, SECOND_PERSON) and not own


def _longest(questions: list[int]) -> int:
    """Return of how many paragraphs the longest answer is whose end is known."""
    return max((later - one - 1 for one, later in zip(questions, questions[1:], strict=False)), default=1)


def _holds(text: Text, number: int, words: frozenset[str]) -> bool:
    first, last = map(text.token_index, text.paragraphs[number])
    return not words.isdisjoint(text.lowers[first:last])
