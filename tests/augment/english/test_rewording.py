"""Questions in other words, and the choice of a few unlike ones."""

import pytest

from augment.choosing import Question, choose
from augment.english.rewording import opened, reworded


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("When did you buy the mill?", {"When did you purchase the mill?"}),
        ("Do you remember when you moved to Riga?", {"Do you remember when you relocated to Riga?"}),
        ("What can you tell me about founding the firm?", {"What can you tell me about setting up the firm?"}),
        ("How many medals have you refused?", set()),
        ("What have you invented?", {"What have you come up with?"}),
        ("What was your father's name?", {"What was your dad's name?"}),
        ("Who are you married to?", set()),
        ("When were you returned to Riga?", set()),
        ("When did you receive a medal?", {"When did you get a medal?"}),
        ("When did you leave your wife?", set()),
        ("When did you write a letter?", set()),
        ("What is your children's book called?", set()),
    ],
)
def test_synonyms(question: str, others: set[str]) -> None:
    found = set(reworded(question))
    assert others <= found
    assert bool(others) == bool(found), found


def test_no_passive_behind_did() -> None:
    assert not any("be given" in question for question in reworded("When did you receive a medal?"))


def test_openings_are_the_same_each_time() -> None:
    asked = "When did you move to Riga?"
    assert opened(asked) == opened(asked) != asked
    assert opened(asked).endswith("hen did you move to Riga?")
    assert opened("Tell me about Riga.") == "Tell me about Riga."


def test_choice_prefers_angles_then_unlike_words() -> None:
    asked = [
        Question("When did you move?", "when"),
        Question("When did you move there?", "when"),
        Question("What year was it?", "when"),
        Question("Where did you move?", "where"),
        Question("Tell me.", "about"),
        Question("Say something.", "about"),
    ]
    chosen = [question.text for question in choose(asked, 4, 4, 1)]
    assert chosen == ["When did you move?", "Where did you move?", "Tell me.", "What year was it?"]
