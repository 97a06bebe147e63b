from pathlib import Path

from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message
from train.dataset import split
from train.exam import Exam, cut_like_answers, make_exam, prompt, sit
from train.questions import Question

TEXT = "Ann was born in Port Skerrow, in 1961."
FACT = Fact(passage="passage-1", claim=TEXT, quote=TEXT, quote_start=0, quote_end=len(TEXT))
VIEW = Fact(passage="passage-1", claim="Ann loves sheep.", quote="", quote_start=0, quote_end=0, kind="opinion")
BORN = Question(question="Where is home?", answers=("Port Skerrow",), evidence="Ann was born in Port Skerrow, in 1961.")
YEAR = Question(question="How old are you?", answers=("1961",), evidence="Ann was born in Port Skerrow, in 1961.")
FERRY = Question(question="Where do boats go?", answers=("Port Skerrow",), evidence="The ferry calls on Sundays only.")
BARE = Question(question="Home?", answers=("Port Skerrow",))


def row(question: str, answer: str, kind: str = "style", **fields: object) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)  # type: ignore[arg-type]


def born(question: str, fact: Fact = FACT) -> Exchange:
    return row(question, "I was born in Port Skerrow.", "fact", facts=(fact.id,))


def test_only_what_was_taught_counts_as_trained() -> None:
    exam = make_exam([BORN, YEAR, FERRY, BARE], [FACT], split([born("Where were you born?")], 0.1))
    assert exam.taught == {BORN}  # the year was not taught, the ferry is another sentence, and one has no evidence
    assert exam.kinds == {BORN.question: "name"}


def test_the_phrasings_of_a_fact_open_with_one_that_was_not_trained() -> None:
    trained = [born(f"{word} were you born?") for word in ("Where", "In what place", "So where", "And where")]
    exam = make_exam([BORN], [FACT], split(trained, 0), turns=16)
    assert len(exam.phrasings) == 1 and exam.phrasings[0][0] == BORN
    assert [asked.question for asked in exam.phrasings[0][1:]] != []
    assert exam.talks == []  # without words of the person there is no talk
    assert make_exam([], [FACT], split(trained[:1], 0)).phrasings == []  # one phrasing cannot be compared


def test_a_question_of_held_out_words_is_asked_once() -> None:
    style = [row("What is new?", f"Post {n}.", created_at=f"2020-01-{n:02}") for n in range(1, 21)]
    exam = make_exam([], [], split([*style, row("And you?", "Fine.", created_at="2020-02-01")], 0.2))
    assert [asked.answer for asked in exam.style] == ["Post 20.", "Fine."]


def test_an_opinion_is_counted_apart() -> None:
    forms = ["What do you love?", "Your great love?", "Which animal do you love?", "What do you hold dear?"]
    rows = [row(form, "I love sheep.", "fact", facts=(VIEW.id,)) for form in forms]
    exam = make_exam([], [VIEW], split(rows, 0.999))
    assert [exam.kinds[asked.question] for asked in exam.spared] == ["opinion"]


def test_a_prompt_opens_with_the_persona_and_ends_with_the_question(persona: Persona) -> None:
    talk = Exchange(
        kind="dialogue",
        messages=tuple(
            Message(role=role, content=text)  # type: ignore[arg-type]
            for role, text in (("user", "One?"), ("assistant", "Two."), ("user", "Three?"), ("assistant", "Four."))
        ),
    )
    assert [message["content"] for message in prompt(talk, persona)] == ["You are Ann Lee.", "One?", "Two.", "Three?"]
    assert [message["content"] for message in prompt(BORN, persona)] == ["You are Ann Lee.", "Where is home?"]


def test_a_model_answers_everything_and_the_same_again(tiny_base: Path, persona: Persona) -> None:
    from likeness.sections import Train
    from train.generation import open_model

    model, tokenizer = open_model(Train(base_model=str(tiny_base)), None)
    style = [row(f"Prompt {n}?", f"Post {n}.", created_at=f"2020-01-{n:02}") for n in range(1, 21)]
    exam = make_exam([BORN], [FACT], split([*style, born("Where were you born?")], 0.1), turns=4)
    answers = sit(model, tokenizer, exam, persona)
    assert len(answers.questions) == 1 and len(answers.style) == 2
    assert answers.phrasings[0][0] == answers.questions[0]  # asked once
    assert [len(talk) for talk in answers.talks] == [4] * 4
    assert sit(model, tokenizer, exam, persona) == answers
    short = sit(model, tokenizer, exam, persona, whole=False)
    assert (short.questions, short.phrasings, short.talks) == (answers.questions, [], [])
    assert sit(model, tokenizer, Exam(), persona).questions == []

    cut, long = cut_like_answers(tokenizer, ["Aye.", "Aye, " * 99])
    assert cut == "Aye." and "Aye, Aye" in long and len(tokenizer.encode(long)) <= 32
