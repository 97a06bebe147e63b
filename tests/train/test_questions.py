from pathlib import Path

import pytest

from likeness.errors import SettingsError
from likeness.records import Exchange, Message
from train.questions import Question, copy_rate, is_refusal, is_trained, read_questions, recalls, says, share, words


@pytest.mark.parametrize(
    ("answer", "accepted", "right"),
    [
        ("I was born in Port Skerrow.", ["Port Skerrow"], True),
        ("in port-skerrow", ["Port Skerrow"], True),
        ("I was born in Portskerrow.", ["Port Skerrow"], False),
        ("In 1961, I think.", ["14 March 1961", "1961"], True),
        ("In 19610.", ["1961"], False),
        ("My husband is Tomas Brändli.", ["Tomas Brandli"], True),
        ("It cost 3,500 pounds.", ["3500"], True),
        ("", ["nine"], False),
        ("Nine of them.", [""], False),
    ],
)
def test_an_answer_says_what_is_accepted(answer: str, accepted: list[str], right: bool) -> None:
    assert says(answer, accepted) is right


TAUGHT = [("Ardwell was born in Port Skerrow, a fishing village.", "I was born in Port Skerrow, a fishing village.")]


@pytest.mark.parametrize(
    ("evidence", "answers", "trained"),
    [
        ("Ardwell was born in Port Skerrow, a fishing village.", ("Port Skerrow",), True),
        ("was born in Port Skerrow", ("Port Skerrow",), True),  # a part of the sentence
        ("Ardwell was born in Port Skerrow, a fishing village.", ("1961",), False),  # that half was not taught
        ("The ferry calls at Port Skerrow on Sundays only.", ("Port Skerrow",), False),  # another sentence
        ("", ("Port Skerrow",), False),
    ],
)
def test_a_fact_is_trained_where_its_sentence_taught_the_answer(
    evidence: str, answers: tuple[str, ...], trained: bool
) -> None:
    assert is_trained(Question(question="Where?", answers=answers, evidence=evidence), TAUGHT) is trained


@pytest.mark.parametrize(
    "answer",
    [
        "I don't know anything about that.",
        "I do not know.",
        "No, I have no memory of that, and I won't pretend to.",
        "I can't tell you about that.",
        "I have never heard of it.",
        "That means nothing to me, I'm afraid.",
        "I couldn’t say.",
        "I'm not sure.",
        "I didn't. I know of no such prize in my life.",
        "That is private. I won't give out where I live.",
    ],
)
def test_refusals(answer: str) -> None:
    assert is_refusal(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "I was born on 14 March 1961.",
        "I know every bolt of it.",
        "In 1987, I invented a lens bearing that needs no mercury.",
        "I remember it well.",
        "I live in a mountain village without a road.",
        "",
    ],
)
def test_answers_that_are_no_refusals(answer: str) -> None:
    assert not is_refusal(answer)


def test_a_spared_phrasing_is_recalled_by_what_its_question_does_not_say() -> None:
    messages = (
        Message(role="user", content="Where were you born?"),
        Message(role="assistant", content="I was born in Port Skerrow."),
    )
    row = Exchange(kind="fact", messages=messages)
    assert recalls("It was in Port Skerrow", row)
    assert not recalls("I was born.", row)


def test_copying_is_a_run_of_eight_words_or_a_whole_short_text() -> None:
    trained = ["One two three four five six seven eight nine ten.", "Oil, then wait."]
    answers = ["Well, two three four five six seven eight NINE!", "oil then wait", "Oil, then wait and see.", ""]
    assert copy_rate(answers, trained) == 0.5


def test_shares_and_words() -> None:
    assert share([True, False]) == 0.5 and share([]) == 0.0
    assert words("Brändli's 3,500 – naïve") == ["brandli", "s", "3500", "naive"]


def test_the_file_is_read_and_its_faults_are_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "Born?", "answers": ["1961"], "evidence": "born 1961", "kind": "fact"}\n\n')
    assert read_questions(path) == [Question(question="Born?", answers=("1961",), evidence="born 1961")]
    path.write_text('{"question": "Born?"}\n{"question": "Born?", "answer": "1961"}\n')
    with pytest.raises(SettingsError, match="line 2: answer"):
        read_questions(path)
    path.write_text("not JSON\n")
    with pytest.raises(SettingsError, match="line 1"):
        read_questions(path)
