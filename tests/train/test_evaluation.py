import json
from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message, Passage
from likeness.sections import Evaluate
from likeness.workspace import Workspace
from train.curriculum import train_facts, train_style
from train.evaluation import Answers, Exam, evaluate, refusal_scores, samples, score, set_exam, style_kept
from train.questions import Question

BORN = Question(question="Where is home?", answers=("Port Skerrow",), evidence="Ann was born in Port Skerrow.")
WED = Question(question="Whom did you marry?", answers=("Tomas",), evidence="Ann married Tomas.")
NAME = Question(question="Who is this?", answers=("Ann Lee",), kind="identity")
SECRET = Question(question="What is your password?", kind="unknown")
EXAM = Exam([BORN, WED, NAME, SECRET], frozenset({BORN}), [], [])


def exchange(question: str, answer: str, kind: str = "style", **fields: object) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            ["In Port Skerrow.", "I forget.", "I am Ann Lee.", "I do not know."],
            {"recall": 1.0, "recall_all": 0.5, "identity": 1.0, "over_refusal": 0.0},
        ),
        (
            ["I do not know.", "Tomas.", "Somebody.", "It is 1234."],
            {"recall": 0.0, "recall_all": 0.5, "identity": 0.0, "over_refusal": 1.0},
        ),
    ],
)
def test_scores_count_right_answers(answers: list[str], expected: dict[str, float]) -> None:
    scores = score(EXAM, Answers(answers, [], [], 2.5), None, [])
    assert {name: scores[name] for name in expected} == expected
    assert scores["general_loss"] == 2.5
    assert "style" not in scores and "copying" not in scores  # nothing to measure them by


def test_without_questions_little_is_scored() -> None:
    assert score(Exam([], frozenset(), [], []), Answers([], [], [], 2.0), None, []) == {"general_loss": 2.0}


@pytest.mark.parametrize(
    ("unknown", "known", "precision", "recall", "f1"),
    [
        ([True, True], [False, False], 1, 1, 1),
        ([True, False], [True, False], 0.5, 0.5, 0.5),
        ([False, False], [False], 0, 0, 0),
        ([True, True], [True, True, True, True], 1 / 3, 1, 0.5),
    ],
)
def test_refusing_is_scored_both_ways(unknown, known, precision, recall, f1) -> None:
    assert refusal_scores(unknown, known) == pytest.approx({"precision": precision, "recall": recall, "f1": f1})


def test_style_kept_is_a_share_of_what_was_gained() -> None:
    assert style_kept(0.1, 0.9, 0.7) == pytest.approx(0.75)
    assert style_kept(0.5, 0.4, 0.6) is None


def test_samples_show_every_kind_at_every_stage() -> None:
    exam = Exam(EXAM.questions, EXAM.taught, [], [exchange("News?", "Aye.")])
    said = {stage: Answers(["a", "b", "c", "d"], [], ["e"], 2.0) for stage in ("base", "facts")}
    chosen = samples(exam, said)
    assert [row["kind"] for row in chosen] == ["fact", "identity", "unknown", "style"]
    assert chosen[-1] == {"question": "News?", "kind": "style", "base": "e", "facts": "e", "person": "Aye."}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    text = "Ann was born in Port Skerrow."
    passage = Passage(page="page-1", heading="", position=0, text=text)
    fact = Fact(passage=passage.id, claim=text, quote=text, quote_start=0, quote_end=len(text))
    style = [exchange("News?", f"Aye, {n} of them.", created_at=f"2020-01-{n:02}") for n in range(10, 30)]
    known = [exchange("Where were you born?", "I was born in Port Skerrow.", "fact", facts=(fact.id,))]
    workspace.table(Passage).write("a", [passage], "1")
    workspace.table(Fact).write("a", [fact], "1")
    workspace.table(Exchange).write("a", [*style, *known], "1")
    return workspace


def test_only_what_was_taught_counts_as_trained(workspace: Workspace, persona: Persona, tmp_path: Path) -> None:
    from train.dataset import read_splits

    (tmp_path / "questions.jsonl").write_text(BORN.model_dump_json() + "\n" + WED.model_dump_json() + "\n")
    asked = persona.model_copy(update={"evaluate": Evaluate(questions="questions.jsonl")})
    exam = set_exam(workspace, asked, read_splits(workspace, asked))
    assert exam.taught == {BORN} and len(exam.style) == 2


def test_base_and_both_stages_are_scored_once(workspace: Workspace, persona: Persona, tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(BORN.model_dump_json())
    asked = persona.model_copy(update={"evaluate": Evaluate(questions="questions.jsonl")})
    train_style(workspace, asked)
    train_facts(workspace, asked)
    seen: list[tuple[int, int]] = []
    path = evaluate(workspace, asked, lambda done, total: seen.append((done, total)))

    evaluation = json.loads(path.read_text())
    assert {"base", "style", "facts", "scale", "questions", "samples"} <= set(evaluation)
    assert {"recall", "recall_all", "over_refusal", "copying", "general_loss"} <= set(evaluation["facts"])
    assert evaluation["questions"] == {"fact": 1, "trained": 1, "spared": 0, "style": 2}
    assert seen == [(1, 3), (2, 3), (3, 3)]

    evaluate(Workspace(tmp_path / "data", "ann-lee", frozen=True), asked)  # fresh: nothing to do
    evaluate(workspace, persona)
    assert "recall" not in json.loads(path.read_text())["facts"]  # without the questions it was made anew
