from pathlib import Path

import pytest

from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.sections import FactsStage
from likeness.workspace import Workspace
from train.curriculum import hints, replay, train_facts, train_style


def exchange(question: str, answer: str, kind: str = "style", **fields: object) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)  # type: ignore[arg-type]


STYLE = [exchange("What is on your mind?", f"Oil first, then {n}.", created_at=f"2020-01-{n}") for n in range(10, 14)]
FACTS = [exchange("Where were you born?", "In Port Skerrow.", "fact", facts=("fact-1",))]


def weights(folder: Path):
    from safetensors.torch import load_file

    return load_file(folder / "adapter_model.safetensors")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    workspace.table(Exchange).write("style-posts", STYLE, "1")
    workspace.table(Exchange).write("facts-page", FACTS, "1")
    return workspace


@pytest.mark.parametrize(("others", "share", "rows"), [(6, 0.5, 6), (6, 0.25, 2), (6, 0.0, 0), (100, 0.5, 100)])
def test_replay_is_a_share_of_all_rows(others: int, share: float, rows: int) -> None:
    chosen = replay(STYLE, others, share, seed=0)
    assert len(chosen) == rows
    assert chosen == replay(STYLE, others, share, seed=0)
    times = [chosen.count(row) for row in STYLE]
    assert max(times) - min(times) <= 1  # whole rounds before any row comes again


def test_a_hint_asks_with_fewer_of_the_answer_s_words_and_keeps_the_answer() -> None:
    answer = "In 1995, I married Tomas, a baker from Brunnalp."
    facts = [exchange(f"When, {n}, did you marry Tomas the baker from Brunnalp?", answer, "fact") for n in range(50)]
    hinted = hints([*facts, exchange("Who are you?", "I am Ann Lee.", "identity")], seed=0)
    assert len(hinted) == 50
    assert {row.answer for row in hinted} == {answer}
    words = sum(len(row.question.split()) for row in hinted) / sum(len(row.question.split()) for row in facts)
    assert 0.5 < words < 0.85
    assert sum("When" in row.question for row in hinted) > 35 > sum("baker" in row.question for row in hinted)
    assert hints(facts, seed=0) == hints(facts, seed=0)


def test_there_is_nothing_to_replay_without_style() -> None:
    assert replay([], 10, 0.5, seed=0) == []


def test_facts_go_on_from_style(workspace: Workspace, persona: Persona) -> None:
    barely = persona.train.model_copy(update={"facts": FactsStage(epochs=1, learning_rate=1e-9, replay=0)})
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
        update={"train": persona.train.model_copy(update={"facts": FactsStage(epochs=2, learning_rate=1e-3)})}
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
