import pytest

from likeness.records import Exchange, Message
from train.exam import Answers, Exam
from train.questions import Question
from train.scoring import counts, refusal_scores, samples, score, spread, style_kept

BORN = Question(question="Where is home?", answers=("Port Skerrow",), evidence="Ann was born in Port Skerrow.")
WED = Question(question="Whom did you marry?", answers=("Tomas",), evidence="Ann married Tomas.")
NAME = Question(question="Who is this?", answers=("Ann Lee",), kind="identity")
SECRET = Question(question="What is your password?", kind="unknown")
EXAM = Exam(questions=[BORN, WED, NAME, SECRET], taught=frozenset({BORN}), kinds={BORN.question: "name"})


def row(question: str, answer: str, kind: str = "style", angle: str = "") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, angle=angle)  # type: ignore[arg-type]


SPARED = row("When did you wed?", "In 1995, I married Tomas.", "fact")
WHO = row("Who are you?", "I'm Ann Lee.", "identity", "who")
BOT = row("Are you a bot?", "Yes, a language model.", "identity", "disclosure")
LIMA = row("Why did you move to Lima?", "Not Lima. I moved to Graz.", "unknown", "false_premise")
MET = row("Remember me?", "I don't remember you.", "unknown", "met")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            ["In Port Skerrow.", "I forget.", "I am Ann Lee.", "I do not know."],
            {"recall": 1.0, "recall_all": 0.5, "identity": 1.0, "over_refusal": 0.0, "recall_by_kind": {"name": 1.0}},
        ),
        (
            ["I do not know.", "Tomas.", "Somebody.", "It is 1234."],
            {"recall": 0.0, "recall_all": 0.5, "identity": 0.0, "over_refusal": 1.0, "recall_by_kind": {"name": 0.0}},
        ),
        (["I never left Port Skerrow.", "", "", ""], {"recall": 1.0, "over_refusal": 0.0}),  # right, so no refusal
    ],
)
def test_scores_count_right_answers(answers: list[str], expected: dict[str, object]) -> None:
    scores = score(EXAM, Answers(questions=answers, general_loss=2.5), None, [])
    assert {name: scores[name] for name in expected} == expected
    assert scores["general_loss"] == 2.5
    assert "style" not in scores and "copying" not in scores  # nothing to measure them by


def test_without_questions_little_is_scored() -> None:
    assert score(Exam(), Answers(general_loss=2.0), None, []) == {"general_loss": 2.0}


def test_the_loss_on_the_person_s_unseen_words_is_a_score() -> None:
    assert score(Exam(), Answers(general_loss=2.0, style_loss=3.5), None, [])["style_loss"] == 3.5


def test_rows_that_were_set_aside_are_scored_without_a_file_of_questions() -> None:
    exam = Exam(spared=[SPARED], aside=[WHO, BOT, LIMA, MET], kinds={SPARED.question: "date"}, names=["Ann Lee", "Lee"])
    good = Answers(spared=["In 1995."], aside=["Ann Lee.", "A model.", "In Graz.", "I don't remember."])
    bad = Answers(spared=["I don't know."], aside=["A model.", "Ann Lee.", "For the sea.", "Of course!"])
    assert score(exam, good, None, []) == {
        "recall_spared": 1.0,
        "recall_by_kind": {"date": 1.0},
        "identity": 1.0,
        "unknown": {"precision": 1.0, "recall": 1.0, "f1": 1.0},
        "premise": 1.0,
        "over_refusal": 0.0,
        "general_loss": 0.0,
    }
    assert score(exam, bad, None, []) == {
        "recall_spared": 0.0,
        "recall_by_kind": {"date": 0.0},
        "identity": 0.0,
        "unknown": {"precision": 0.0, "recall": 0.0, "f1": 0.0},
        "premise": 0.0,
        "over_refusal": 1.0,
        "general_loss": 0.0,
    }
    assert counts(exam) == {
        "trained": 0,
        "spared": 1,
        "style": 0,
        "false_premise_aside": 1,
        "identity_aside": 2,
        "unknown_aside": 1,
        "consistency": 0,
    }


def test_phrasings_of_one_fact_should_have_one_answer() -> None:
    ways = [SPARED, row("Which year did you marry in?", "In 1995, I married Tomas.", "fact")]
    exam = Exam(phrasings=[ways, ways])
    said = Answers(phrasings=[["In 1995.", "1995."], ["In 1995.", "In 1930."]])
    assert score(exam, said, None, [])["consistency"] == {"agree": 0.5, "all_right": 0.5}
    assert "consistency" not in score(exam, Answers(), None, [])  # they were not asked


@pytest.mark.parametrize(
    ("unknown", "known", "precision", "recall", "f1"),
    [
        ([True, True], [False, False], 1, 1, 1),
        ([True, False], [True, False], 0.5, 0.5, 0.5),
        ([False, False], [False], 0, 0, 0),
        ([True, True], [True, True, True, True], 1 / 3, 1, 0.5),
    ],
)
def test_refusing_is_scored_both_ways(
    unknown: list[bool], known: list[bool], precision: float, recall: float, f1: float
) -> None:
    assert refusal_scores(unknown, known) == pytest.approx({"precision": precision, "recall": recall, "f1": f1})


def test_style_kept_is_a_share_of_what_was_gained() -> None:
    assert style_kept(0.1, 0.9, 0.7) == pytest.approx(0.75)
    assert style_kept(0.5, 0.4, 0.6) is None


def test_the_spread_over_seeds_is_the_sample_standard_deviation() -> None:
    scores = [{"style": 0.7, "gaps": {"length": 0.1}, "drift": {"repeats": 0}}, {"style": 0.9, "gaps": {"length": 0.1}}]
    found = spread(scores)
    assert found["style"] == pytest.approx({"mean": 0.8, "spread": 0.1414}, abs=1e-3)
    assert found["gaps"] == {"length": {"mean": pytest.approx(0.1), "spread": 0}}
    assert "drift" not in found  # of one seed only


def test_samples_show_every_kind_at_every_stage() -> None:
    exam = Exam(questions=EXAM.questions, taught=EXAM.taught, style=[row("News?", "Aye.")], aside=[LIMA] * 9)
    answers = Answers(questions=["a", "b", "c", "d"], style=["e"], aside=list("123456789"))
    chosen = samples(exam, {"base": answers, "facts": answers})
    assert [row["kind"] for row in chosen] == ["fact", "identity", "unknown", *["premise"] * 5, "style"]
    assert chosen[3] == {"question": LIMA.question, "kind": "premise", "base": "1", "facts": "1"}
    assert chosen[-1] == {"question": "News?", "kind": "style", "base": "e", "facts": "e", "person": "Aye."}
