import pytest

from augment.gates import check
from augment.person import Person
from likeness.records import Exchange, Message, Rejected

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
QUOTE = "In 1881, Voss moved to Budapest with Anna Hale."


def exchange(question: str, answer: str, kind: str = "fact", angle: str = "about") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, angle=angle)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "answer", "angle", "reason"),
    [
        ("Tell me about Budapest.", "In 1881, I moved to Budapest.", "about", None),
        ("When did you move to Budapest?", "In 1881, I moved to Budapest.", "when", None),
        ("Did you move to Budapest?", "Yes, in 1881, I moved to Budapest with Anna Hale.", "whether", None),
        ("Tell me about Budapest.", "   ", "about", "schema"),
        ("Tell me about Budapest.", "Budapest " * 401, "about", "length"),
        ("Tell me about Budapest.", "The move to Budapest was in 1881.", "about", "not_first_person"),
        ("Tell me about Budapest.", "I moved to Budapest, and Voss stayed.", "about", "third_person_leak"),
        ("Tell me about Budapest.", "I moved because he was ill.", "about", "third_person_leak"),
        ("Tell me about Budapest.", "I sold the Voss engine in Budapest.", "about", None),
        ("Tell me about Budapest.", "In 1882, I moved to Budapest.", "about", "unsupported_number"),
        ("Tell me about Budapest.", "I moved to Budapest with three friends.", "about", "unsupported_number"),
        ("Tell me about Budapest.", "I moved to Budapest in May 1881.", "about", "unsupported_date"),
        ("Tell me about Budapest.", "I moved to Budapest with Clara.", "about", "unsupported_name"),
        ("Did you know Clara?", "Yes, I moved to Budapest with Clara.", "whether", None),
        ("Tell me about Budapest.", "As an AI language model, I moved to Budapest.", "about", "assistant_talk"),
        ("Tell me about Budapest.", "I moved to Budapest. How can I help you?", "about", "assistant_talk"),
        ("Tell me about Budapest.", "Write to me in Budapest: voss@example.org", "about", "privacy"),
        ("Tell me about Budapest.", "I moved to 12 Harbour Street, Budapest.", "about", "privacy"),
        ("Tell me about Budapest.", "My number in Budapest is 555-12-3456.", "about", "privacy"),
        ("When did you move?", "I moved to Budapest.", "when", "answers_question"),
        ("Where did you move?", "I moved.", "where", "answers_question"),
        ("Who came with you?", "I moved.", "who", "answers_question"),
        ("Why did you move?", "I moved in 1881.", "why", "answers_question"),
        ("How many moved?", "I moved.", "how", "answers_question"),
        ("Did you move?", "I moved.", "whether", "answers_question"),
        ("What did your orchestra play in Vienna?", "I moved to Budapest.", "about", "answers_question"),
    ],
)
def test_a_fact_row(question: str, answer: str, angle: str, reason: str | None) -> None:
    row = check(exchange(question, answer, angle=angle), QUOTE, VOSS)
    assert (row.reason if isinstance(row, Rejected) else None) == reason


def test_the_checks_are_recorded() -> None:
    row = check(exchange("Did you move to Budapest?", "Yes, I did.", angle="whether"), QUOTE, VOSS)
    assert isinstance(row, Exchange)
    assert set(row.checks.values()) == {"pass"}
    assert {"schema", "not_first_person", "unsupported_name", "answers_question"} <= set(row.checks)


def test_the_persons_own_words_may_speak_of_anybody() -> None:
    row = check(exchange("What's new?", "Clara sold 12 boats. He was glad!", kind="style"), "", VOSS)
    assert isinstance(row, Exchange)
    assert "not_first_person" not in row.checks


def test_identity_may_name_the_person_and_the_machine() -> None:
    row = check(exchange("Who are you?", "My name is Henrik Voss.", kind="identity"), "", VOSS)
    assert isinstance(row, Exchange)
    row = check(exchange("Are you an AI?", "Yes. I'm an AI model of Henrik Voss.", kind="identity"), "", VOSS)
    assert isinstance(row, Exchange)


def test_roles_take_turns() -> None:
    lonely = Exchange(kind="style", messages=(Message(role="assistant", content="Hello there, all."),))
    row = check(lonely, "", VOSS)
    assert isinstance(row, Rejected) and row.reason == "schema"
