"""Who only passes words on is their medium, not their speaker."""

from archive.extraction.attribution import Draft, without_relays

BODY = "“We have won the day,” Berg said, according to a transcript of the show."


def place(words: str) -> tuple[int, int]:
    start = BODY.index(words)
    return start, start + len(words)


def spoken() -> Draft:
    return Draft([place("We have won the day")], "quotation before", 0, place("Berg"), cue=place("said"))


def relayed(cue: str = "according") -> Draft:
    whole = [(0, BODY.index(", according"))]
    return Draft(whole, "according last", 0, place("a transcript of the show"), cue=place(cue))


def test_a_relay_becomes_the_medium_of_what_it_passes_on() -> None:
    (kept,) = without_relays(BODY, [relayed(), spoken()])
    assert BODY[slice(*kept.speaker)] == "Berg"
    assert BODY[slice(*kept.medium)] == "according to a transcript of the show"


def test_who_reports_the_words_of_nobody_else_speaks() -> None:
    assert without_relays(BODY, [relayed()]) == [relayed()]


def test_other_verbs_do_not_pass_words_on() -> None:
    drafts = [relayed(cue="show"), spoken()]
    assert without_relays(BODY, drafts) == drafts
