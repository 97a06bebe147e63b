from pathlib import Path

import pytest

from likeness.errors import SettingsError
from likeness.records import Exchange, Message
from train.questions import Question, copy_rate, is_refusal, key_words, read_questions, recalls, says, share, words
from train.terms import terms


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
        ("我出生在北京市。", ["北京"], True),
        ("我出生在南京市。", ["北京"], False),
    ],
)
def test_an_answer_says_what_is_accepted(answer: str, accepted: list[str], right: bool) -> None:
    assert says(answer, accepted) is right


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
        "我不知道有这样的事，也不想编造。",
        "我從來沒有聽說過這件事。",
        "我没有这样的记忆，所以不会装作有。",
        "这是私事，我不会说的。",
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
        "我出生于1961年。",
        "不是利马，是费城。1949年我搬到费城。",
        "我没有结婚，也没有孩子。",
    ],
)
def test_answers_that_are_no_refusals(answer: str) -> None:
    assert not is_refusal(answer)


def row(question: str, answer: str) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind="fact", messages=messages)


BORN = row("Where were you born?", "I was born in Port Skerrow.")
WED = row("When did you marry?", "In 1995, I married Tomas, a baker.")
LAMPS = row("How many lamps did you tend?", "I tended eleven lamps on that coast.")


@pytest.mark.parametrize(
    ("asked", "answer", "right"),
    [
        (BORN, "It was in Port Skerrow", True),
        (BORN, "I was born.", False),
        (BORN, "I was born in Leeds.", False),  # most of the words, and wrong
        (WED, "In 1995.", True),
        (WED, "I married a baker.", False),
        (LAMPS, "Eleven.", True),
        (LAMPS, "I tended nine lamps on that coast.", False),
        (row("你在哪里出生？", "我出生在北京。"), "北京。", True),
        (row("你在哪里出生？", "我出生在北京。"), "我出生在上海。", False),
        (row("Were you born in Leeds?", "Were you born in Leeds?"), "Leeds", False),  # it tells nothing
    ],
)
def test_a_fact_is_recalled_by_what_its_question_does_not_say(asked: Exchange, answer: str, right: bool) -> None:
    assert recalls(answer, asked) is right


def test_key_words_are_names_and_numbers_where_there_are_any() -> None:
    assert key_words("In 1995, I married Tomas, a baker.", "When did you marry?") == set(terms("1995 Tomas"))
    assert key_words("I keep sheep.", "What do you do?") == {"keep", "sheep"}


def test_copying_is_a_run_of_eight_words_or_a_whole_short_text() -> None:
    trained = ["One two three four five six seven eight nine ten.", "Oil, then wait."]
    answers = ["Well, two three four five six seven eight NINE!", "oil then wait", "Oil, then wait and see.", ""]
    assert copy_rate(answers, trained) == 0.5
    chinese = "我出生在一个海边的小村子里，父亲是灯塔的看守人。"
    assert copy_rate(["我出生在一个海边的小村子", chinese[:-1]], [chinese]) == 0.5  # eight words, not eight characters


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
