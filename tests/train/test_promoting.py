"""Retraining through the curriculum and the evaluation, with the tiny model."""

import json
from pathlib import Path

import pytest

from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Exchange
from likeness.sections import Evaluate, FactsStage
from likeness.workspace import Workspace
from tests.train.rows import STYLE, exchange, weights
from train.curriculum import train_facts, train_style
from train.evaluation import evaluate
from train.promotion import promote, promote_if_as_good, rollback


def finetune(workspace: Workspace, persona: Persona) -> list[str]:
    return [str(train(workspace, persona).relative_to(workspace.folder)) for train in (train_style, train_facts)]


def frozen(workspace: Workspace) -> Workspace:
    return Workspace(workspace.folder.parent, "ann-lee", frozen=True)


def with_facts(persona: Persona, **settings) -> Persona:
    facts = FactsStage(**{"epochs": 1, "learning_rate": 1e-2, "replay": 0.5, "general": 0, **settings})
    return persona.model_copy(
        update={
            "train": persona.train.model_copy(update={"facts": facts, "probe": False}),
            "evaluate": Evaluate(turns=0),
        }
    )


def test_a_retraining_waits_until_it_is_promoted(workspace: Workspace, persona: Persona) -> None:
    persona = with_facts(persona)
    assert finetune(workspace, persona) == ["adapters/style", "adapters/facts"]
    evaluate(workspace, persona)
    assert finetune(frozen(workspace), persona) == ["adapters/style", "adapters/facts"]

    other = with_facts(persona, epochs=3)
    old = weights(workspace.path("adapters/facts"))
    with pytest.raises(NotFresh):
        finetune(frozen(workspace), other)
    assert finetune(workspace, other) == ["candidate/style", "candidate/facts"]
    finetune(frozen(workspace), other)
    style = [workspace.path(folder, "style/done.json").read_text() for folder in ("adapters", "candidate")]
    assert style[0] == style[1]  # copied, not trained
    now = weights(workspace.path("adapters/facts"))
    assert all(old[name].equal(now[name]) for name in old)

    with pytest.raises(NotFresh):
        evaluate(frozen(workspace), other)
    evaluation = json.loads(evaluate(workspace, other).read_text())
    assert {"base", "style", "facts", "candidate"} <= set(evaluation)
    finetune(frozen(workspace), other)
    evaluate(frozen(workspace), other)
    promote_if_as_good(workspace)
    if workspace.path("candidate").exists():
        promote(workspace)
    assert finetune(frozen(workspace), other) == ["adapters/style", "adapters/facts"]
    evaluation = json.loads(evaluate(workspace, other).read_text())
    assert "candidate" not in evaluation

    rollback(workspace)
    assert finetune(frozen(workspace), other) == ["candidate/style", "candidate/facts"]
    finetune(workspace, persona)  # settings taken back
    assert not workspace.path("candidate").exists()


def test_new_rows_and_curriculum_and_base(
    workspace: Workspace, persona: Persona, tmp_path: Path, tiny_base: Path
) -> None:
    persona = with_facts(persona)
    finetune(workspace, persona)
    evaluate(workspace, persona)
    more = [*STYLE, *(exchange("And now?", f"Wind from the west, {n}.", created_at="2019") for n in range(2))]
    workspace.table(Exchange).write("style-posts", more, "2")
    assert finetune(workspace, persona) == ["candidate/style", "candidate/facts"]
    style = [workspace.path(folder, "style/done.json").read_text() for folder in ("adapters", "candidate")]
    assert style[0] != style[1]

    joint = persona.model_copy(update={"train": persona.train.model_copy(update={"curriculum": "joint"})})
    finetune(workspace, joint)
    assert not workspace.path("candidate/style").exists() and workspace.path("adapters/style").exists()
    evaluate(workspace, joint)
    promote(workspace)
    assert not workspace.path("adapters/style").exists()
    finetune(frozen(workspace), joint)

    import shutil

    big = tmp_path / "big"
    shutil.copytree(tiny_base, big)
    other = joint.model_copy(update={"train": joint.train.model_copy(update={"base_model": str(big)})})
    assert finetune(workspace, other) == ["adapters/style", "adapters/facts"]
    assert workspace.path("previous/facts").exists() and not workspace.path("previous/style").exists()


def test_only_the_facts_rows_changed_between_the_stages(workspace: Workspace, persona: Persona) -> None:
    persona = with_facts(persona)
    finetune(workspace, persona)
    evaluate(workspace, persona)
    train_style(workspace, persona)
    workspace.table(Exchange).write(
        "facts-page", [exchange("Where is home?", "In Port Skerrow, aye.", "fact", facts=("fact-1",))], "2"
    )
    assert str(train_facts(workspace, persona)).endswith("candidate/facts")
    assert workspace.path("candidate/style/done.json").exists()
    finetune(frozen(workspace), persona)


def test_seeds(workspace: Workspace, persona: Persona) -> None:
    persona = with_facts(persona).model_copy(update={"evaluate": Evaluate(turns=0, seeds=2)})
    finetune(workspace, persona)
    evaluate(workspace, persona)
    other = with_facts(persona, epochs=3).model_copy(update={"evaluate": Evaluate(turns=0, seeds=2)})
    finetune(workspace, other)
    assert workspace.path("candidate/seed-1/facts/done.json").exists()
    evaluation = json.loads(evaluate(workspace, other).read_text())
    assert "candidate" in evaluation["spread"]
    promote(workspace)
    assert workspace.path("adapters/seed-1/style/done.json").exists()
    finetune(frozen(workspace), other)
