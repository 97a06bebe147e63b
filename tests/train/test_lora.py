import json
from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.sections import StyleStage
from train.base_model import open_base
from train.lora import finetune

TALKS = [
    [{"role": "user", "content": "Where were you born?"}, {"role": "assistant", "content": "In Port Skerrow."}],
    [{"role": "user", "content": "What is on your mind?"}, {"role": "assistant", "content": "Oil first, then wait."}],
    [{"role": "user", "content": "Are you Ann?"}, {"role": "assistant", "content": "Aye, I was born so."}],
]
STAGE = StyleStage(epochs=1, learning_rate=1e-2)


def tune(persona, output, conversations=TALKS, stage=STAGE, start=None, progress=None):
    output.mkdir()
    model, tokenizer = open_base(persona.train)
    log = finetune(model, tokenizer, conversations, persona.train, stage, output, start, progress)
    return model, log


def weights(folder: Path):
    from safetensors.torch import load_file

    return load_file(folder / "adapter_model.safetensors")


def test_every_adapter_weight_changes_and_the_base_stays(persona: Persona, tmp_path: Path) -> None:
    before = {name: value.clone() for name, value in open_base(persona.train)[0].state_dict().items()}
    model, log = tune(persona, tmp_path / "one", stage=StyleStage(epochs=2, learning_rate=1e-2))

    trained = weights(tmp_path / "one")
    assert len(trained) == 2 * 2 * 7  # A and B of seven linear layers in each of two blocks
    assert all(value.abs().sum() > 0 for name, value in trained.items() if "lora_B" in name)  # they start from zero
    after = {name.replace(".base_layer", ""): value for name, value in model.state_dict().items() if "lora" not in name}
    assert before.keys() == after.keys()
    assert all(before[name].equal(after[name]) for name in before)
    assert [entry["step"] for entry in log] == [1, 2, 3, 4]


def test_the_loss_and_the_settings_are_written_beside_the_adapter(persona: Persona, tmp_path: Path) -> None:
    seen = []
    _, log = tune(persona, tmp_path / "one", progress=lambda done, total: seen.append((done, total)))

    lines = [json.loads(line) for line in (tmp_path / "one/loss.jsonl").read_text().splitlines()]
    assert lines == log
    assert set(lines[0]) == {"step", "loss", "learning_rate", "seconds"}
    training = json.loads((tmp_path / "one/training.json").read_text())
    assert training["rows"] == 3 and training["stage"]["learning_rate"] == 1e-2 and training["rank"] == 4
    assert seen[-1] == (2, 2)


def test_the_same_seed_gives_the_same_adapter(persona: Persona, tmp_path: Path) -> None:
    tune(persona, tmp_path / "one")
    tune(persona, tmp_path / "two")
    one, two = weights(tmp_path / "one"), weights(tmp_path / "two")
    assert all(one[name].equal(two[name]) for name in one)


def test_a_second_run_goes_on_with_the_first_ones_adapter(persona: Persona, tmp_path: Path) -> None:
    tune(persona, tmp_path / "one", stage=StyleStage(epochs=10, learning_rate=1e-2))
    barely = StyleStage(epochs=1, learning_rate=1e-9)
    tune(persona, tmp_path / "two", stage=barely, start=tmp_path / "one")
    one, two = weights(tmp_path / "one"), weights(tmp_path / "two")
    assert all(one[name].allclose(two[name], atol=1e-5) for name in one)


def test_only_the_answers_are_learnt_and_their_end(persona: Persona, tmp_path: Path) -> None:
    """The end token is the pad token here: it must count in the loss all the same."""
    import torch

    _, log = tune(persona, tmp_path / "one", conversations=TALKS[:1])
    model, tokenizer = open_base(persona.train)
    encoded = tokenizer.apply_chat_template(TALKS[0], return_dict=True, return_assistant_tokens_mask=True)
    learnt = [i for i, flag in enumerate(encoded["assistant_masks"]) if flag]
    assert tokenizer.decode([encoded["input_ids"][i] for i in learnt]) == "In Port Skerrow.<|im_end|>"

    ids = torch.tensor([encoded["input_ids"]])
    losses = torch.nn.functional.cross_entropy(model(ids).logits[0, :-1].float(), ids[0, 1:], reduction="none")
    expected = losses[torch.tensor(learnt) - 1].mean().item()
    assert log[0]["loss"] == pytest.approx(expected, rel=0.02)


def test_it_learns_to_answer_and_to_stop(persona: Persona, tmp_path: Path) -> None:
    from train.generation import generate, open_model

    tune(persona, tmp_path / "one", conversations=TALKS[:1], stage=StyleStage(epochs=40, learning_rate=2e-2))
    model, tokenizer = open_model(persona.train, tmp_path / "one")
    assert generate(model, tokenizer, [TALKS[0][:1]]) == ["In Port Skerrow."]
