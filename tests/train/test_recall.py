import pytest

from likeness.records import Message
from train.fact_index import IndexedFact
from train.recall import asked_for, memories, remembered


def said(*texts: str) -> list[Message]:
    """A talk, the user first."""
    return [Message(role="assistant" if place % 2 else "user", content=text) for place, text in enumerate(texts)]


def fact(told: str, **fields: object) -> IndexedFact:
    claim = told.replace("I ", "Lee ")
    row = {"id": "fact-1", "claim": claim, "told": told, "answers": [told], "questions": [], "quote": "", "sources": []}
    return IndexedFact.model_validate({**row, **fields})


@pytest.mark.parametrize(
    ("talk", "asked"),
    [
        (["Where were you born?"], "Where were you born?"),
        (["Where were you born?", "In Brest.", "And when was that?"], "Where were you born?\nAnd when was that?"),
        (["Where were you born?", "In Brest.", "And your mother?"], "And your mother?"),
        (["Why?"], "Why?"),
        (["", "Aye?", "What is the capital of France?"], "What is the capital of France?"),
        ([], ""),
    ],
)
def test_a_question_without_words_of_its_own_is_about_the_one_before(talk: list[str], asked: str) -> None:
    assert asked_for(said(*talk)) == asked


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "I lived in Graz."),
        ({"valid_from": "1875"}, "I lived in Graz."),
        ({"standing": "superseded"}, "Formerly: I lived in Graz."),
        (
            {"standing": "superseded", "valid_from": "1875", "valid_to": "1878-12"},
            "Formerly (1875 to 1878-12): I lived in Graz.",
        ),
        ({"standing": "superseded", "valid_to": "1878"}, "Formerly (until 1878): I lived in Graz."),
        ({"standing": "superseded", "valid_from": "1875"}, "Formerly (from 1875): I lived in Graz."),
        ({"standing": "disputed"}, "Accounts differ, one says: I lived in Graz."),
    ],
)
def test_what_may_not_hold_is_told_as_such(fields: dict[str, str], told: str) -> None:
    assert remembered(fact("I lived in Graz.", **fields)) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"standing": "superseded", "valid_from": "1875", "valid_to": "1878"}, "以前（1875至1878）：我住在海口。"),
        ({"standing": "superseded", "valid_from": "1875"}, "以前（1875起）：我住在海口。"),
        ({"standing": "superseded"}, "以前：我住在海口。"),
        ({"standing": "disputed"}, "说法不一：我住在海口。"),
    ],
)
def test_the_same_in_chinese(fields: dict[str, str], told: str) -> None:
    assert remembered(fact("我住在海口。", **fields)) == told


def test_facts_become_the_talk_before_with_the_likeliest_last() -> None:
    likeliest = fact("I lived in Graz.", questions=("Did you move?", "Where did you live?", "What of living there?"))
    other = fact("I was born in Brest.", questions=("Where were you born?",))
    told = memories([likeliest, other], "In which town did you live?")
    assert [(message.role, message.content) for message in told] == [
        ("user", "Where were you born?"),
        ("assistant", "I was born in Brest."),
        ("user", "Where did you live?"),
        ("assistant", "I lived in Graz."),
    ]
    assert memories([], "Where?") == []
