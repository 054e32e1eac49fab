"""Who said what: whole texts in, statements out."""

from dataclasses import dataclass

import pytest

from archive.extraction.names import find_names
from archive.extraction.names.naming import Naming
from archive.extraction.record import Span, Speaker, StatementFound
from archive.extraction.sentences import read_text
from archive.extraction.statements import find_statements


@dataclass(frozen=True)
class AsWritten:
    """Names that know nobody: every speaker is whom the words say."""

    body: str

    def naming(self, start: int, end: int, previous: Speaker | None, asked: bool = False) -> Naming:
        return Naming(self.body[start:end], "unnamed", 1.0)

    def whole(self, start: int, end: int) -> Span:
        return start, end


def statements(body: str) -> tuple[StatementFound, ...]:
    return find_statements(read_text(body), AsWritten(body))


def said(body: str) -> list[tuple[str | None, str, str]]:
    return [(s.speaker.as_written if s.speaker else None, s.kind, s.text) for s in statements(body)]


def test_a_quotation_leaves_its_marks_and_its_cue_out():
    (statement,) = statements("“We have won the day,” Berg told Daily Wire on Monday.")
    assert statement.text == "We have won the day"
    assert (statement.kind, statement.cue, statement.medium) == ("direct", "told", "told Daily Wire")


def test_a_thing_that_someone_denies_is_no_statement():
    assert said("Minister Ada Berg denied that claim.") == []
    assert [text for _, _, text in said("Minister Ada Berg denied that it rained.")] == ["it rained"]


@pytest.mark.parametrize("words", ["so", "the same", "nothing", "this in a talk held at the ministry"])
def test_words_that_say_nothing_are_no_statement(words: str):
    assert said(f"Minister Ada Berg always says {words}.") == []


def test_paragraphs_without_marks_are_of_who_announces_them_while_they_speak_in_the_first_person():
    body = (
        "Minister Ada Berg said in a statement:\n\nWe condemn the attack. Who did it will be found.\n\n"
        "Our ships will sail again.\n\nThe ministry meets on Monday."
    )
    words = "We condemn the attack. Who did it will be found. Our ships will sail again."
    assert said(body) == [("Minister Ada Berg", "direct", words)]


def test_a_list_after_a_colon_is_not_taken_for_spoken_words():
    body = "Minister Ada Berg said in a statement:\n\nThe border, the prisoners and the port are on the list."
    assert said(body) == []


def test_what_is_said_ends_before_someone_else_speaks_after_a_comma():
    body = "President Omar Tamm said the talks had failed, Premier Ada Berg added: “We will not go back.”"
    assert said(body) == [
        ("President Omar Tamm", "indirect", "the talks had failed"),
        ("Premier Ada Berg", "direct", "We will not go back."),
    ]


def test_a_quotation_that_its_cue_interrupts_is_one_statement():
    assert said("“We won,” Berg said. “They lost.”") == [("Berg", "direct", "We won, They lost.")]


def test_a_second_cue_begins_another_statement():
    assert said("“We won,” Berg said. “They lost,” he added.") == [
        ("Berg", "direct", "We won"),
        ("he", "direct", "They lost"),
    ]


def test_reported_words_with_some_of_them_quoted_are_mixed():
    assert said("Berg said the plan was “a grave mistake” for all.") == [
        ("Berg", "mixed", "the plan was “a grave mistake” for all")
    ]


def test_two_apostrophes_quote_as_well_as_one_mark_does():
    assert said("Berg said the plan was ''a grave mistake'' for all.") == [
        ("Berg", "mixed", "the plan was ''a grave mistake'' for all")
    ]


def test_a_quotation_over_several_paragraphs_is_one_statement():
    body = "“We won.\n\n“They lost.\n\n“It is over,” Berg said."
    (statement,) = statements(body)
    assert statement.text == "We won. They lost. It is over"
    assert statement.speaker.as_written == "Berg"


def test_who_is_told_between_a_verb_and_its_speaker_does_not_speak():
    assert said("“No, it was not discussed,” – said journalists the spokesman of the president.") == [
        ("the spokesman of the president", "direct", "No, it was not discussed")
    ]


def test_a_translation_may_lose_the_by_of_who_stated_something():
    assert said("The talks have failed. This was stated to reporters the foreign minister Eva Lind.") == [
        ("the foreign minister Eva Lind", "indirect", "The talks have failed")
    ]


def test_someone_who_says_what_others_said_speaks():
    found = said("According to the minister, the rebels have left the town.")
    assert [speaker for speaker, _, _ in found] == ["the minister"]


def test_a_paragraph_that_ends_with_a_colon_announces_the_next():
    assert said("Berg added:\n\n“We have won the day.”") == [("Berg", "direct", "We have won the day.")]


def test_a_cue_may_stand_in_the_sentence_before_or_after_its_quotation():
    assert said("Berg agreed. “We have won the day.”") == [("Berg", "direct", "We have won the day.")]
    assert said("“We have won the day.” Berg said.") == [("Berg", "direct", "We have won the day.")]


def test_this_was_stated_by_someone_attributes_the_sentence_before():
    assert said("The talks have failed. This was stated by the foreign ministry of Norland.") == [
        ("the foreign ministry of Norland", "indirect", "The talks have failed")
    ]


def test_a_translated_tag_names_the_ministry_that_words_were_spoken_in():
    ((speaker, _, words),) = said("“Such calls are just ridiculous”, – stressed in the ministry.")
    assert (speaker, words) == ("the ministry", "Such calls are just ridiculous")


def test_a_quotation_without_a_cue_is_by_whoever_spoke_last():
    first, second = said("Berg said that they had won.\n\n“It was a long day for all of us.”")
    assert second == ("Berg", "direct", "It was a long day for all of us.")


def test_a_quotation_without_a_cue_is_by_who_reported_and_not_by_who_was_reported():
    found = said("Berg said that critics had warned of it.\n\n“It was a long day for all of us.”")
    assert found[-1][0] == "Berg"


def test_a_signed_quotation_has_its_speaker_after_a_dash():
    assert said("“We have won the day.”\n\n- Ada Berg, minister.") == [
        ("Ada Berg", "direct", "We have won the day.")
    ]


def test_a_name_and_a_colon_before_a_quotation_are_its_speaker():
    assert said("Foreign Minister Berg: “We have won the day”") == [
        ("Foreign Minister Berg", "direct", "We have won the day")
    ]


def test_whoever_owns_the_words_speaks_them():
    assert said("The minister's answer was “not in a thousand years”.") == [
        ("The minister", "direct", "not in a thousand years")
    ]


def test_in_a_headline_whose_words_stand_quoted_is_named_before_the_colon():
    assert said("Berg: Norland Will Hold Out, ‘Whatever the Price May Be’") == [
        ("Berg", "direct", "Whatever the Price May Be")
    ]


def test_what_a_verb_calls_for_is_recorded_where_some_of_it_is_quoted():
    assert statements("Berg called for new talks.") == ()
    assert said("Berg called for “an end to the bloodshed” in Sudland.") == [
        ("Berg", "mixed", "“an end to the bloodshed” in Sudland")
    ]


def test_a_statement_is_no_surer_than_who_its_speaker_is():
    class Guessing(AsWritten):
        def naming(self, start: int, end: int, previous: Speaker | None, asked: bool = False) -> Naming:
            return Naming("Ada Berg", "person", 0.5)

    body = "“We have won the day,” he said."
    (known,) = statements(body)
    (guessed,) = find_statements(read_text(body), Guessing(body))
    assert guessed.confidence == pytest.approx(known.confidence / 2)


def test_who_stands_for_the_noun_before_it():
    (statement,) = statements("Ada Berg, who said that it rained, left early.")
    assert (statement.speaker.name, statement.speaker.as_written) == ("Ada Berg", "who")


@pytest.mark.parametrize(
    "body",
    [
        "The film “A Day in the Life of Norland” opens today.",
        "They met in the “green zone” at noon.",
        '<a title="a b c d e f">A link</a>',
        "Berg did not say that it rained.",
    ],
)
def test_titles_terms_markup_and_denials_are_no_statements(body):
    assert statements(body) == ()


def test_a_quotation_that_nobody_is_said_to_have_spoken_has_no_speaker():
    words = "It was a long day for all of us."
    assert said(f"“{words}”") == [(None, "direct", words)]


def test_questions_in_a_transcript_are_no_statements():
    body = (
        "BERG: We shall go on with the talks as long as it takes.\n\n"
        "QUESTION: Will the minister of Sudland come to the next round?\n\n"
        "BERG: He has been invited, and we expect him to come."
    )
    assert [statement.speaker.as_written for statement in statements(body)] == ["BERG", "BERG"]


@pytest.mark.parametrize(("first", "second"), [("Bloomberg", "Norland News Agency"), ("Q", "Follow-up")])
def test_outlets_ask_in_a_transcript(first: str, second: str):
    body = (
        f"{first}: Norland said that it will rain. What is your comment on this?\n\n"
        "Ada Berg: We have read the reports. They said that it would not.\n\n"
        f"{second}: The minister said that she would resign. Will she?\n\n"
        "Ada Berg: I have nothing to add to what I told you."
    )
    assert [statement.speaker.as_written for statement in statements(body)] == ["Ada Berg", "Ada Berg"]


def test_who_asks_may_be_named_in_brackets_and_is_no_part_of_the_answer_before():
    body = (
        "BERG: It will be ready in May, and all of the money is there.\n\n"
        "Q (Ann Lee, Harbour Post): Do you trust them?\n\n"
        "BERG: We trust what we see and what we hear.\n\nLIND: There is nothing to add to that at all."
    )
    found = [(one.speaker.as_written, one.text) for one in statements(body)]
    assert found == [
        ("BERG", "It will be ready in May, and all of the money is there."),
        ("BERG", "We trust what we see and what we hear."),
        ("LIND", "There is nothing to add to that at all."),
    ]


def test_who_only_asks_in_a_transcript_makes_no_statement():
    body = (
        "Ann Host: Welcome to the program. What has happened in the talks?\n\n"
        "Ada Berg: We have agreed on most of what was on the table.\n\n"
        "Ann Host: And what will happen now that the talks are over?\n\n"
        "Ada Berg: Who knows? We shall go on with them as long as it takes."
    )
    assert [statement.speaker.as_written for statement in statements(body)] == ["Ada Berg", "Ada Berg"]


def test_a_quotation_in_the_paragraph_after_a_clause_is_a_statement_of_its_own():
    body = (
        "He pointed out that he reached agreements through the negotiation of texts, and noted two.\n\n"
        "“Have the two countries done what they promised? No, they have not, and they have to do so."
    )
    assert all("Have the two" not in text or text.startswith("Have") for _, _, text in said(body))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The sides are close, EU envoy Ada Berg told RFE/RL.", "The sides are close"),
        ("Sources close to the matter said the two had agreed to meet.", "the two had agreed to meet"),
        ("HE Dr. Omar Rashid pointed out that hospitals had been built.", "hospitals had been built"),
    ],
)
def test_what_stands_beside_a_cue_does_not_hide_it(body: str, text: str):
    assert text in [found for _, _, found in said(body)]


def test_a_first_deputy_says_what_stands_before_the_comma():
    body = "The treaty will not be denounced, first deputy head of the committee Ada Berg said."
    assert said(body) == [
        ("deputy head of the committee Ada Berg", "indirect", "The treaty will not be denounced")
    ]


def test_a_text_that_has_lost_its_marks_still_says_who_spoke():
    body = (
        "We have done all that we could and they have done nothing at all Foreign Minister Ada Berg said "
        "on Monday when the talks had failed and the envoys had left. The envoy of the other side "
        "told reporters that another round of the talks was not planned. "
        "It was the third round of talks in this year and the first one that the new envoys took part in."
    )
    speakers = {words: (speaker, kind) for speaker, kind, words in said(body)}
    assert speakers["another round of the talks was not planned"][1] == "indirect"
    (long,) = [words for words in speakers if words.endswith("nothing at all")]
    assert speakers[long] == ("Foreign Minister Ada Berg", "direct")


def test_the_surest_rules_are_nine_times_in_ten_right_and_doubtful_ones_are_dropped():
    (sure,) = statements("“We have won the day,” Berg said.")
    assert sure.confidence >= 0.9
    assert statements("Berg criticized the plan.") == ()


def test_a_reported_question_takes_no_other_statement_of_its_paragraph_away():
    body = "“We will rebuild the bridge,” Tamm said, explaining why the ferry is old. “It is our duty.”"
    words = [statement[2] for statement in said(body)]
    assert "We will rebuild the bridge, It is our duty." in words


def test_what_a_speaker_has_not_told_is_no_part_of_what_he_said():
    assert said("Minister Ada Berg confirmed that two men had been held, without giving their names.") == [
        ("Minister Ada Berg", "indirect", "two men had been held")
    ]
    assert said("Minister Ada Berg said the visit was “no surprise”, and ordered the guests to leave.") == [
        ("Minister Ada Berg", "mixed", "the visit was “no surprise”")
    ]


def test_who_receives_the_other_in_a_talk_of_two_makes_no_statement():
    body = (
        "OLA HOLM: We turn now to the lake. Joining us is Ada Berg.\n\n"
        "ADA BERG: It has not been so dry in all the years in which I have lived there.\n\n"
        "HOLM: The minister says that it will rain in the spring.\n\n"
        "BERG: He has said so every year, and he was right in none of them, as far as I know.\n\n"
        "HOLM: Thank you.\n\nBERG: It was good to be here, and I hope that the lake will be full again."
    )
    assert [speaker for speaker, _, _ in said(body)] == ["ADA BERG", "BERG", "BERG"]


def test_who_is_behind_a_relative_pronoun_speaks():
    body = (
        "Trade has slowed. It followed a report by the recently named Norlandic chief of staff Ada Berg, "
        "who on Sunday said: “The ships will have to be reported."
        "\n\n“Whether they may come is up to the ministry.”"
    )
    (statement,) = find_statements(read_text(body), find_names(read_text(body)))
    assert (statement.speaker.name, statement.speaker.as_written) == ("Ada Berg", "who")
    assert statement.text.endswith("up to the ministry.")


def test_people_who_say_something_are_not_the_court_that_named_them():
    body = "The High Court made a ruling ordering firms to compensate people who said they had been hurt."
    (statement,) = find_statements(read_text(body), find_names(read_text(body)))
    assert statement.speaker.name == "people"


def test_what_a_letter_reads_goes_on_in_the_next_paragraph():
    body = (
        "The Council chair issued a stern statement which read in part: “The Council demands his release. "
        "It demands order.”\n\n“The Council objects to any change. We ask all to remain calm.”"
    )
    found = find_statements(read_text(body), find_names(read_text(body)))
    assert [statement.speaker.name for statement in found] == ["Council chair", "Council chair"]


def test_words_that_an_agency_passes_on_are_of_who_said_them():
    body = (
        "“We urge all sides to remain calm,” Norlandic Foreign Ministry spokesman Per Lind told reporters on "
        "January 3.\n\n“We regard the attack on the harbour as a reckless step which could lead to a "
        "growth of tensions across the region,” the Norlandic Foreign Ministry said, according to Norpress."
    )
    last = find_statements(read_text(body), find_names(read_text(body)))[-1]
    assert (last.kind, last.speaker.as_written) == ("direct", "the Norlandic Foreign Ministry")


def test_this_says_nothing():
    assert said("This seemed to indicate that the president was ready for talks.") == []


def test_a_byname_is_not_said_by_what_bears_it():
    assert said("Norland is a farming country often referred to as the “granary of the north”.") == []


def test_a_signature_names_the_speaker_though_a_colon_has_announced_many():
    body = (
        "Here is what leaders are saying:\n\n“Such a strike is a flagrant violation of our sovereignty.”\n\n"
        "– Norlandic caretaker Prime Minister Adel Berg\n\nIt rained."
    )
    assert [speaker for speaker, _, _ in said(body)] == ["Norlandic caretaker Prime Minister Adel Berg"]


def test_who_asks_in_the_midst_of_a_sentence_is_who_stands_before_the_verb():
    body = "“It is sent,” Ada Berg said in a tweet in response to a local journalist asking if it was sent."
    assert ("a local journalist", "indirect", "if it was sent") in said(body)


@pytest.mark.parametrize(
    ("body", "name", "as_written", "content"),
    [
        (
            "The Ministry of Culture, Youth and Sport said the games were off.",
            "Ministry of Culture, Youth and Sport",
            "The Ministry of Culture, Youth and Sport",
            "the games were off",
        ),
        (
            "The games are off, the Ministry of Culture, Youth and Sport said.",
            "Ministry of Culture, Youth and Sport",
            "the Ministry of Culture, Youth and Sport",
            "The games are off",
        ),
        (
            "“The games are off,” said Trade, Industry and Energy Minister Luc Moreau.",
            "Luc Moreau",
            "Trade, Industry and Energy Minister Luc Moreau",
            "The games are off",
        ),
    ],
)
def test_a_speaker_is_all_of_a_name_that_holds_commas(
    body: str, name: str, as_written: str, content: str
) -> None:
    text = read_text(body)
    (found,) = find_statements(text, find_names(text))
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.as_written, found.text) == (name, as_written, content)


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("The assembly said the law was ready.", "The assembly"),
        ("“The boy is well,” the family told reporters.", "the family"),
        ("“It rained,” the Norwegian daily Harbour Post quoted Moreau as telling Berg.", "Moreau"),
    ],
)
def test_a_noun_may_end_as_an_adverb_does(body: str, speaker: str) -> None:
    assert [statement.speaker and statement.speaker.as_written for statement in statements(body)] == [speaker]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“We will never accept this,” read a statement by the Foreign Ministry.", "Foreign Ministry"),
        ("“We will never accept this,” said a statement by the Foreign Ministry.", "Foreign Ministry"),
        ("“We will never accept this,” said a statement of the Foreign Ministry.", "Foreign Ministry"),
        (
            "“We will never forget,” said a statement on the death of Luc Moreau.",
            "statement on the death of Luc Moreau",
        ),
        ("“We will never forget,” said a letter obtained by Luc Moreau.", "letter"),
    ],
)
def test_a_statement_speaks_for_who_made_it(body: str, name: str) -> None:
    text = read_text(body)
    (found,) = find_statements(text, find_names(text))
    assert found.speaker is not None
    assert found.speaker.name == name
