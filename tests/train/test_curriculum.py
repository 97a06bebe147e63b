import json
from pathlib import Path

import pytest

from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Exchange
from likeness.sections import Evaluate, FactsStage
from likeness.workspace import Workspace
from tests.train.rows import FACTS, STYLE, exchange, weights
from train.curriculum import train_facts, train_style
from train.dataset import split
from train.stages import seeded, stages


def test_facts_go_on_from_style(workspace: Workspace, persona: Persona) -> None:
    barely = persona.train.model_copy(update={"facts": FactsStage(epochs=1, learning_rate=1e-9, replay=0, general=0)})
    persona = persona.model_copy(update={"train": barely})
    style = weights(train_style(workspace, persona))
    facts = weights(train_facts(workspace, persona))
    assert all(style[name].allclose(facts[name], atol=1e-5) for name in style)
    assert any(style[name].abs().sum() > 0 for name in style if "lora_B" in name)


def test_a_stage_is_trained_once_and_again_when_its_settings_change(workspace: Workspace, persona: Persona) -> None:
    folder = train_style(workspace, persona)
    train_facts(workspace, persona)
    made = (folder / "done.json").stat().st_mtime_ns
    frozen = Workspace(workspace.folder.parent, "ann-lee", frozen=True)
    train_style(frozen, persona)
    train_facts(frozen, persona)

    facts = persona.model_copy(
        update={
            "train": persona.train.model_copy(update={"facts": FactsStage(epochs=2, learning_rate=1e-3, general=0)})
        }
    )
    train_style(frozen, facts)  # the settings of stage 2 are no matter of stage 1
    with pytest.raises(NotFresh):
        train_facts(frozen, facts)
    seed = persona.model_copy(update={"train": persona.train.model_copy(update={"seed": 1})})
    with pytest.raises(NotFresh):
        train_style(frozen, seed)
    assert (folder / "done.json").stat().st_mtime_ns == made


def test_without_style_rows_facts_start_anew_and_the_other_way_round(persona: Persona, tmp_path: Path) -> None:
    only_facts = Workspace(tmp_path / "facts", "ann-lee")
    only_facts.table(Exchange).write("facts-page", FACTS, "1")
    assert not train_style(only_facts, persona).exists()
    assert (train_facts(only_facts, persona) / "adapter_model.safetensors").exists()

    only_style = Workspace(tmp_path / "style", "ann-lee")
    only_style.table(Exchange).write("style-posts", STYLE, "1")
    assert train_style(only_style, persona).exists()
    assert not train_facts(only_style, persona).exists()


def curriculum(persona: Persona, name: str) -> Persona:
    return persona.model_copy(update={"train": persona.train.model_copy(update={"curriculum": name})})


@pytest.mark.parametrize(
    ("name", "adapters", "starts"),
    [
        ("continue", ["adapters/style", "adapters/facts"], [None, "adapters/style"]),
        ("stack", ["adapters/style", "adapters/facts"], [None, "adapters/style"]),
        ("joint", ["adapters/facts"], [None]),
        ("facts_only", ["adapters/facts"], [None]),
        ("style_only", ["adapters/style"], [None]),
    ],
)
def test_a_curriculum_is_a_list_of_stages(persona: Persona, name, adapters, starts) -> None:
    planned = stages(curriculum(persona, name), split([*STYLE, *FACTS], 0))
    assert [stage.adapter for stage in planned] == adapters
    assert [stage.start for stage in planned] == starts
    ids = {lesson.id for stage in planned for lesson in (*stage.rows, *stage.ending)}
    taught = {
        row.id for row in (STYLE if name == "style_only" else FACTS if name == "facts_only" else [*STYLE, *FACTS])
    }
    assert ids == taught


def test_joint_learns_as_many_rows_as_the_two_stages_without_what_they_repeat(persona: Persona) -> None:
    splits = split([*STYLE, *FACTS], 0)
    joint = stages(curriculum(persona, "joint"), splits)[0]
    words = [lesson.id for lesson in joint.rows if lesson.id in {row.id for row in STYLE}]
    assert len(words) == len(STYLE)  # one pass, nothing replayed


def test_a_stack_is_one_adapter_of_both_ranks_that_says_what_the_two_say(
    workspace: Workspace, persona: Persona
) -> None:
    import torch

    from train.base_model import open_base
    from train.generation import open_model
    from train.lora import load_adapter

    stacked = curriculum(persona, "stack")
    style, facts = train_style(workspace, stacked), train_facts(workspace, stacked)
    assert json.loads((facts / "adapter_config.json").read_text())["r"] == 2 * persona.train.rank
    words = torch.tensor([[1, 5, 9, 4]])
    with torch.inference_mode():
        below = open_model(persona.train, style)[0](words).logits
        both = load_adapter(open_base(persona.train)[0], facts)(words).logits
        base = open_base(persona.train)[0](words).logits
    assert not both.allclose(below, atol=1e-2) and not below.allclose(base, atol=1e-2)

    alone = weights(facts)
    rank = persona.train.rank
    name = next(name for name in alone if "lora_A" in name)
    assert alone[name][:rank].equal(weights(style)[name])


def test_a_curriculum_without_style_removes_the_adapter_of_one_that_had_it(
    workspace: Workspace, persona: Persona
) -> None:
    assert train_style(workspace, persona).exists()
    assert not train_style(workspace, curriculum(persona, "joint")).exists()


def test_every_seed_has_adapters_of_its_own(workspace: Workspace, persona: Persona) -> None:
    three = persona.model_copy(update={"evaluate": Evaluate(seeds=2)})
    train_style(workspace, three)
    train_facts(workspace, three)
    one, two = (weights(workspace.path(place, "facts")) for place in ("adapters", "adapters/seed-1"))
    assert any(not one[name].equal(two[name]) for name in one)
    assert [(each.train.seed, folder) for each, folder in seeded(three)] == [(0, "adapters"), (1, "adapters/seed-1")]


def test_an_adapter_stays_while_little_is_new(workspace: Workspace, persona: Persona) -> None:
    folder = train_style(workspace, persona)
    frozen = Workspace(workspace.folder.parent, "ann-lee", frozen=True)
    more = [*STYLE, *(exchange("And now?", f"Wind from the west, {n}.", created_at="2019") for n in range(2))]
    workspace.table(Exchange).write("style-posts", more, "2")
    patient = persona.model_copy(update={"train": persona.train.model_copy(update={"retrain": 0.9})})
    train_style(frozen, patient)
    with pytest.raises(NotFresh):
        train_style(frozen, persona)
    assert folder.exists()


def test_a_killed_stage_goes_on_from_its_checkpoint(workspace: Workspace, persona: Persona) -> None:
    class Killed(BaseException):
        pass

    def kill(done: int, total: int) -> None:
        if done == 2:
            raise Killed

    often = persona.model_copy(update={"train": persona.train.model_copy(update={"checkpoint_steps": 1})})
    with pytest.raises(Killed):
        train_style(workspace, often, kill)
    assert (workspace.path(".checkpoints/adapters-style/checkpoint-1/complete")).exists()
    steps: list[int] = []
    folder = train_style(workspace, often, lambda done, total: steps.append(done))
    assert steps[0] == 2
    assert not workspace.path(".checkpoints/adapters-style").exists()
    assert len((folder / "loss.jsonl").read_text().splitlines()) == 2
