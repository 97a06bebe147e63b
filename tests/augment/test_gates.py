import pytest

from augment.gates import check
from augment.person import Person
from likeness.records import Exchange, Message, Rejected

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
QUOTE = "In 1881, Voss moved to Budapest with Anna Hale and bought the Voss engine."


def exchange(*turns: str, kind: str = "fact", angle: str = "about") -> Exchange:
    roles = ("user", "assistant") * (len(turns) // 2)
    messages = tuple(Message(role=role, content=text) for role, text in zip(roles, turns, strict=True))  # type: ignore[arg-type]
    return Exchange(kind=kind, messages=messages, angle=angle)  # type: ignore[arg-type]


def reason(row: Exchange, evidence: str = QUOTE, source: str = "") -> str | None:
    checked = check(row, evidence, VOSS, source)
    return checked.reason if isinstance(checked, Rejected) else None


@pytest.mark.parametrize(
    ("question", "answer", "angle", "expected"),
    [
        ("Tell me about Budapest.", "In 1881, I moved to Budapest.", "about", None),
        ("When did you move to Budapest?", "In 1881, I moved to Budapest.", "when", None),
        ("When did you move to Budapest?", "In 1881.", "when", None),
        ("When did you move to Budapest?", "It was in 1881, as I recall.", "when", None),
        ("Did you move to Budapest?", "Yes, in 1881, I moved to Budapest with Anna Hale.", "whether", None),
        ("Tell me about Budapest.", "   ", "about", "schema"),
        ("Tell me about Budapest.", "Budapest " * 401, "about", "length"),
        ("Tell me about Budapest.", "The move to Budapest was in 1881.", "about", "not_first_person"),
        ("Tell me about Budapest.", "I moved to Budapest, and Voss stayed.", "about", "third_person_leak"),
        ("Tell me about Budapest.", "I moved because he was ill.", "about", "third_person_leak"),
        ("Tell me about the engine.", "I bought the Voss engine.", "about", None),
        ("Tell me about Budapest.", "In 1882, I moved to Budapest.", "about", "unsupported_number"),
        ("Tell me about Budapest.", "I moved to Budapest with three friends.", "about", "unsupported_number"),
        ("Tell me about Budapest.", "I moved to Budapest in May 1881.", "about", "unsupported_date"),
        ("Tell me about Budapest.", "I moved to Budapest with Clara.", "about", "unsupported_name"),
        ("Did you know Clara?", "Yes, I moved to Budapest with Clara.", "whether", "entailment_undecided"),
        ("Tell me about Budapest.", "I never moved to Budapest.", "about", "contradicted"),
        ("Tell me about Budapest.", "Anna Hale moved to Budapest; I did not.", "about", "wrong_subject"),
        ("Tell me about Budapest.", "In 1881, I moved to Budapest with my piano.", "about", "invented_detail"),
        ("Tell me about Budapest.", "I settled in Budapest.", "about", "entailment_undecided"),
        ("Tell me about Budapest.", "As an AI language model, I moved to Budapest.", "about", "assistant_talk"),
        ("Tell me about Budapest.", "I moved to Budapest. How can I help you?", "about", "assistant_talk"),
        ("Tell me about Budapest.", "Based on the text, I moved to Budapest.", "about", "assistant_talk"),
        ("Tell me about Budapest.", "Write to me in Budapest: voss@example.org", "about", "privacy"),
        ("Tell me about Budapest.", "I moved to 12 Harbour Street, Budapest.", "about", "privacy"),
        ("Tell me about Budapest.", "My number in Budapest is 555-12-3456.", "about", "privacy"),
        ("Tell me about Budapest.", "I moved to Budapest with my 9-year-old daughter.", "about", "privacy"),
        ("Tell me about Budapest.", "My wife Clara suffered from depression in Budapest.", "about", "privacy"),
        ("Tell me about Budapest.", "Im Jahr 1881 bin ich nach Budapest gezogen, I.", "about", "language"),
        ("When did you move?", "I moved to Budapest.", "when", "answers_question"),
        ("Where did you move?", "I moved.", "where", "answers_question"),
        ("Who came with you?", "I moved.", "who", "answers_question"),
        ("Why did you move?", "I moved in 1881.", "why", "answers_question"),
        ("How many moved?", "I moved.", "how", "answers_question"),
        ("Did you move?", "I bought it.", "whether", "answers_question"),
        ("What did your orchestra play in Vienna?", "I moved to Budapest.", "about", "answers_question"),
    ],
)
def test_a_fact_row(question: str, answer: str, angle: str, expected: str | None) -> None:
    assert reason(exchange(question, answer, angle=angle)) == expected


def test_every_turn_of_a_conversation_is_checked() -> None:
    good = ("When did you move to Budapest?", "In 1881.", "Who moved with you?", "Anna Hale did.")
    assert reason(exchange(*good, angle="")) is None
    assert reason(exchange("When did you move to Budapest?", "In 1883.", *good[2:], angle="")) == "unsupported_number"
    assert reason(exchange(*good[:2], "Who moved with you?", "Clara Weiss did.", angle="")) == "unsupported_name"


def test_a_certain_failure_goes_before_what_only_a_reader_can_tell() -> None:
    turns = ("Tell me about Budapest.", "I settled in Budapest.", "When did you move?", "In 1999.")
    assert reason(exchange(*turns, angle="")) == "unsupported_number"


def test_whom_the_question_names_may_be_he() -> None:
    evidence = "Voss's father was a miller."
    assert reason(exchange("What did your father do?", "He was a miller.", angle="what"), evidence) is None
    assert reason(exchange("What did you do?", "He was a miller.", angle="what"), evidence) == "third_person_leak"


SOURCE = (
    "The old harbour of Budapest was dredged and widened by engineers in 1881. In 1881, Voss moved to Budapest with "
    "Anna Hale and a crew of fourteen men to work on the harbour there."
)


@pytest.mark.parametrize(
    ("answer", "source", "expected"),
    [
        ("I moved. The old harbour of Budapest was dredged and widened by engineers in 1881.", "", "copied_sentence"),
        (
            "In 1881, I moved to Budapest with Anna Hale and a crew of fourteen men to work on the harbour there.",
            "",
            None,
        ),
        (
            "In 1881, I moved to Budapest with Anna Hale and a crew of fourteen men to work on the harbour there.",
            SOURCE,
            "copied_sentence",
        ),
        ("I moved to Budapest in 1881, with Anna Hale.", SOURCE, None),
    ],
)
def test_only_those_who_were_to_use_their_own_words_copy(answer: str, source: str, expected: str | None) -> None:
    assert reason(exchange("Tell me about Budapest and the harbour.", answer), SOURCE, source) == expected


def test_the_checks_are_recorded() -> None:
    row = check(exchange("Did you move to Budapest?", "Yes, I did.", angle="whether"), QUOTE, VOSS)
    assert isinstance(row, Exchange)
    assert set(row.checks.values()) == {"pass"}
    assert {"schema", "not_first_person", "unsupported_name", "swapped_roles", "answers_question"} <= set(row.checks)


@pytest.mark.parametrize(
    "post", ["Clara sold 12 boats. He was glad!", "Good question! Let me know if you find out.", "My wife beat cancer."]
)
def test_the_persons_own_words_may_speak_of_anybody(post: str) -> None:
    row = check(exchange("What's new?", post, kind="style"), "", VOSS)
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
