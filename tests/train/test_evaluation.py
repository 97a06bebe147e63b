import json
from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage, Post
from likeness.sections import Evaluate
from likeness.workspace import Workspace
from tests.train.rows import exchange
from train.curriculum import train_facts, train_style
from train.dataset import read_splits
from train.evaluation import Sitting, assembled, evaluate, set_exam, sittings
from train.exam import Answers, Exam
from train.questions import Question
from train.style_scores import StyleMeasures

BORN = Question(question="Where is home?", answers=("Port Skerrow",), evidence="Ann was born in Port Skerrow.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    text = "Ann was born in Port Skerrow."
    passage = Passage(page="page-1", heading="", position=0, text=text)
    fact = Fact(passage=passage.id, claim=text, quote=text, quote_start=0, quote_end=len(text))
    style = [exchange(f"News {n}?", f"Aye, {n} of them.", created_at=f"2020-01-{n:02}") for n in range(10, 30)]
    known = [exchange(form, "I was born in Port Skerrow.", "fact", facts=(fact.id,)) for form in ("Born?", "Where?")]
    unknown = [exchange(f"{word} {word}?", "I don't know.", "unknown", angle="met") for word in "abcdefghijklmnop"]
    reposts = [
        Post(platform="x", post_id=str(n), author="b", text=f"RT @b: Number {n}!", kind="repost") for n in range(20)
    ]
    workspace.table(Passage).write("a", [passage], "1")
    workspace.table(Fact).write("a", [fact], "1")
    workspace.table(Post).write("a", reposts, "1")
    workspace.table(Exchange).write("a", [*style, *known, *unknown], "1")
    return workspace


@pytest.fixture
def asked(persona: Persona, tmp_path: Path) -> Persona:
    (tmp_path / "questions.jsonl").write_text(BORN.model_dump_json())
    return persona.model_copy(update={"evaluate": Evaluate(questions="questions.jsonl", turns=4)})


def test_the_exam_is_set_from_the_workspace(workspace: Workspace, asked: Persona) -> None:
    exam = set_exam(workspace, asked, read_splits(workspace, asked))
    assert exam.taught == {BORN} and len(exam.style) == 2 and len(exam.aside) == 4
    assert exam.names == ("Ann Lee",) and len(exam.talks) == 4


def test_base_and_both_stages_are_scored_once(workspace: Workspace, asked: Persona, tmp_path: Path) -> None:
    train_style(workspace, asked)
    train_facts(workspace, asked)
    seen: list[tuple[int, int]] = []
    path = evaluate(workspace, asked, lambda done, total: seen.append((done, total)))

    evaluation = json.loads(path.read_text())
    assert {"base", "style", "facts", "scale", "questions", "samples"} <= set(evaluation)
    scores = {"recall", "recall_all", "recall_by_kind", "over_refusal", "unknown", "copying", "distinct", "gaps"}
    assert scores | {"general_loss", "style_loss"} <= set(evaluation["base"])
    assert scores | {"damage", "drift", "consistency"} <= set(evaluation["facts"])
    assert "drift" not in evaluation["style"] and "damage" not in evaluation["base"]
    counted = {"fact": 1, "trained": 1, "spared": 0, "style": 2, "unknown_aside": 4, "consistency": 1}
    assert evaluation["questions"] == counted
    assert seen == [(1, 3), (2, 3), (3, 3)]

    evaluate(Workspace(tmp_path / "data", "ann-lee", frozen=True), asked)  # fresh: nothing to do
    evaluate(workspace, asked.model_copy(update={"evaluate": Evaluate(turns=0)}))
    without = json.loads(path.read_text())["facts"]
    assert "recall" not in without and "drift" not in without  # made anew, without the questions and the talks


def test_further_seeds_are_found_where_they_were_trained(workspace: Workspace, persona: Persona) -> None:
    for folder in ("style", "facts", "seed-1/style", "seed-1/facts", "seed-3/facts"):
        workspace.path("adapters", folder).mkdir(parents=True)
    three = persona.model_copy(update={"evaluate": Evaluate(seeds=3)})
    assert sittings(workspace, three) == [
        Sitting("base", None, 0),
        Sitting("style", workspace.path("adapters/style"), 0),
        Sitting("facts", workspace.path("adapters/facts"), 0),
        Sitting("style", workspace.path("adapters/seed-1/style"), 1),
        Sitting("facts", workspace.path("adapters/seed-1/facts"), 1),  # the third was not trained, the fourth not asked
    ]
    assert len(sittings(workspace, persona)) == 3


def test_what_is_kept_of_the_manner_is_told_by_answers_and_by_the_loss() -> None:
    planned = [Sitting("base", None, 0), Sitting("style", Path("a"), 0), Sitting("facts", Path("b"), 0)]
    losses, styles = (4.5, 3.5, 3.75), (0.0, 0.8, 0.6)
    scores = [{"general_loss": 2.0, "style": s, "style_loss": n} for s, n in zip(styles, losses, strict=True)]
    measures = StyleMeasures(None, None, [], {})
    evaluation = assembled(planned, Exam(), [Answers()] * 3, scores, measures)
    assert (evaluation["style_kept"], evaluation["style_kept_by_loss"]) == pytest.approx((0.75, 0.75))
    for each in scores:
        del each["style"]
    assert "style_kept" not in assembled(planned, Exam(), [Answers()] * 3, scores, measures)


def test_further_seeds_are_scored_with_their_spread() -> None:
    planned = [Sitting("base", None, 0), Sitting("facts", Path("a"), 0), Sitting("facts", Path("b"), 1)]
    scores = [{"general_loss": 2.0}, {"general_loss": 2.5, "recall": 0.4}, {"general_loss": 2.5, "recall": 0.6}]
    measures = StyleMeasures(None, None, [], {})
    evaluation = assembled(planned, Exam(), [Answers(), Answers(), Answers()], scores, measures)
    assert evaluation["facts"] == {"general_loss": 2.5, "recall": 0.4, "damage": 0.5}
    assert evaluation["seeds"]["1"] == {"facts": {"general_loss": 2.5, "recall": 0.6, "damage": 0.5}}
    assert evaluation["spread"]["facts"]["recall"] == pytest.approx({"mean": 0.5, "spread": 0.1414}, abs=1e-3)
    assert evaluation["spread"]["facts"]["damage"]["spread"] == 0
    assert "seeds" not in assembled(planned[:2], Exam(), [Answers(), Answers()], scores[:2], measures)


def test_the_base_model_alone_can_be_scored(workspace: Workspace, asked: Persona) -> None:
    evaluation = json.loads(evaluate(workspace, asked).read_text())
    assert "style" not in evaluation and "style_kept" not in evaluation and "seeds" not in evaluation
    assert "drift" in evaluation["base"]
