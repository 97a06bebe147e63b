import pytest

from augment.restyle import restyled
from likeness.persona import Persona
from likeness.records import Exchange, Message, Rejected
from likeness.sections import Rights

VOSS = Persona(name="Henrik Voss", aliases=("Voss",), pronouns="he", rights=Rights(basis="a test"))
CLAIM = "In 1881, Voss moved to Budapest with Anna Hale."
ANSWER = "In 1881, I moved to Budapest with Anna Hale."


def row(question: str = "When did you move to Budapest?", angle: str = "when") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=ANSWER))
    return Exchange(parents=("fact-1",), kind="fact", messages=messages, angle=angle, facts=("fact-1",))


def said(answer: str, *rows: Exchange) -> list[Exchange | Rejected]:
    return list(restyled(rows or (row(),), {"fact-1": CLAIM}, VOSS, lambda asked: [answer] * len(asked)))


def test_an_answer_in_the_persons_manner_takes_the_place_of_the_first() -> None:
    (new,) = said("I moved to Budapest in 1881, with Anna Hale!")
    assert isinstance(new, Exchange)
    assert (new.parents, new.question) == ((row().id,), row().question)


@pytest.mark.parametrize(
    "answer",
    [
        "I moved to Budapest in 1882, with Anna Hale!",
        "I moved to Vienna in 1881!",
        "Voss moved to Budapest in 1881.",
        "As an AI language model, I moved to Budapest in 1881.",
        "",
    ],
)
def test_an_answer_that_says_something_else_is_rejected(answer: str) -> None:
    (new,) = said(answer)
    assert isinstance(new, Rejected)


def test_an_answer_that_comes_back_as_it_was_makes_no_row() -> None:
    assert not said(ANSWER)


def test_yes_and_no_stay_as_they_are() -> None:
    assert not said("Sure!", row("Did you move to Budapest?", "whether"))
