import json
import resource
import signal
from pathlib import Path

import pytest

from likeness.errors import SettingsError, WorkspaceError
from likeness.persona import Persona
from tests.train.rows import weights
from train.base_model import open_base
from train.encoding import fitted
from train.lora import finetune
from train.schedule import passes
from train.trainer import newest_checkpoint

TALKS = [
    [{"role": "user", "content": "Where were you born?"}, {"role": "assistant", "content": "In Port Skerrow."}],
    [{"role": "user", "content": "What is on your mind?"}, {"role": "assistant", "content": "Oil first, then wait."}],
    [{"role": "user", "content": "Are you Ann?"}, {"role": "assistant", "content": "Aye, I was born so."}],
]


def tune(persona, output, conversations=TALKS, epochs=1, rate=1e-2, start=None, **options):
    output.mkdir(exist_ok=True)
    model, tokenizer = open_base(persona.train)
    parts = [passes(conversations, epochs, seed=0)]
    log = finetune(model, tokenizer, parts, persona.train, rate, output, start, **options)
    return model, log


def test_every_adapter_weight_changes_and_the_base_stays(persona: Persona, tmp_path: Path) -> None:
    before = {name: value.clone() for name, value in open_base(persona.train)[0].state_dict().items()}
    model, log = tune(persona, tmp_path / "one", epochs=2)

    trained = weights(tmp_path / "one")
    assert len(trained) == 2 * 2 * 7  # A and B of seven linear layers in each of two blocks
    assert all(value.abs().sum() > 0 for name, value in trained.items() if "lora_B" in name)  # they start from zero
    after = {name.replace(".base_layer", ""): value for name, value in model.state_dict().items() if "lora" not in name}
    assert before.keys() == after.keys()
    assert all(before[name].equal(after[name]) for name in before)
    assert [entry["step"] for entry in log] == [1, 2, 3]


def test_the_loss_and_the_settings_are_written_beside_the_adapter(persona: Persona, tmp_path: Path) -> None:
    seen = []
    _, log = tune(persona, tmp_path / "one", progress=lambda done, total: seen.append((done, total)))

    lines = [json.loads(line) for line in (tmp_path / "one/loss.jsonl").read_text().splitlines()]
    assert [line["loss"] for line in lines] == [entry["loss"] for entry in log]
    assert set(lines[0]) == {"step", "loss", "learning_rate", "seconds"}
    training = json.loads((tmp_path / "one/training.json").read_text())
    assert training["sequences"] == 3 and training["peak_learning_rate"] == 1e-2 and training["rank"] == 4
    assert training["tokens_per_second"] > 0 and training["peak_memory_mb"] > 0
    assert seen[-1] == (2, 2)


def test_the_same_seed_gives_the_same_adapter(persona: Persona, tmp_path: Path) -> None:
    tune(persona, tmp_path / "one")
    tune(persona, tmp_path / "two")
    one, two = weights(tmp_path / "one"), weights(tmp_path / "two")
    assert all(one[name].equal(two[name]) for name in one)


def test_a_second_run_goes_on_with_the_first_ones_adapter(persona: Persona, tmp_path: Path) -> None:
    tune(persona, tmp_path / "one", epochs=10)
    tune(persona, tmp_path / "two", rate=1e-9, start=tmp_path / "one")
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

    tune(persona, tmp_path / "one", conversations=TALKS[:1], epochs=80, rate=2e-2)
    model, tokenizer = open_model(persona.train, tmp_path / "one")
    assert generate(model, tokenizer, [TALKS[0][:1]]) == ["In Port Skerrow."]


class Killed(BaseException):
    """What no `except Exception` takes for an error of its own."""


def killed_at(step: int):
    def progress(done: int, total: int) -> None:
        if done == step:
            raise Killed

    return progress


def test_a_killed_run_goes_on_with_the_same_losses_bit_by_bit(persona: Persona, tmp_path: Path) -> None:
    often = persona.model_copy(update={"train": persona.train.model_copy(update={"checkpoint_steps": 2})})
    _, calm = tune(often, tmp_path / "calm", epochs=5)
    saved = tmp_path / "checkpoints"
    for step in (1, 4, 7):
        with pytest.raises(Killed):
            tune(often, tmp_path / "killed", epochs=5, checkpoints=saved, progress=killed_at(step))
    _, killed = tune(often, tmp_path / "killed", epochs=5, checkpoints=saved)
    assert [entry["loss"] for entry in killed] == [entry["loss"] for entry in calm]
    assert [entry["learning_rate"] for entry in killed] == [entry["learning_rate"] for entry in calm]
    one, two = weights(tmp_path / "calm"), weights(tmp_path / "killed")
    assert all(one[name].equal(two[name]) for name in one)


def test_a_checkpoint_that_was_broken_off_is_passed_over(persona: Persona, tmp_path: Path) -> None:
    often = persona.model_copy(update={"train": persona.train.model_copy(update={"checkpoint_steps": 2})})
    saved = tmp_path / "checkpoints"
    with pytest.raises(Killed):
        tune(often, tmp_path / "one", epochs=5, checkpoints=saved, progress=killed_at(5))
    (saved / "checkpoint-4/complete").unlink()
    (saved / "checkpoint-4/optimizer.pt").write_bytes(b"half")
    assert newest_checkpoint(saved) == str(saved / "checkpoint-2")
    assert not (saved / "checkpoint-4").exists()


def test_a_full_disk_is_one_line_and_the_checkpoint_before_stays(persona: Persona, tmp_path: Path) -> None:
    """A limit on the size of files does to torch and safetensors what a full disk does."""
    often = persona.model_copy(update={"train": persona.train.model_copy(update={"checkpoint_steps": 2})})
    saved = tmp_path / "checkpoints"
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(done: int, total: int) -> None:
        if done == 3:
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with pytest.raises(WorkspaceError, match=r"checkpoint-4: the checkpoint cannot be written .*run again"):
            tune(often, tmp_path / "one", epochs=5, checkpoints=saved, progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert [path.name for path in saved.glob("checkpoint-*")] == ["checkpoint-2"]
    _, log = tune(often, tmp_path / "one", epochs=5, checkpoints=saved)
    assert len(log) == 8


def test_packed_rows_do_not_see_each_other(persona: Persona, tmp_path: Path) -> None:
    """A pack of three rows has the loss of the three by themselves, a learnt token counting as much as any other."""
    one_step = persona.train.model_copy(update={"batch_size": 3})
    _, apart = tune(persona.model_copy(update={"train": one_step}), tmp_path / "apart")
    packing = one_step.model_copy(update={"packing": True, "batch_size": 1})
    _, packed = tune(persona.model_copy(update={"train": packing}), tmp_path / "packed")
    assert len(apart) == len(packed) == 1
    assert packed[0]["loss"] == pytest.approx(apart[0]["loss"], rel=1e-3)


@pytest.mark.parametrize(
    ("changed", "rate"),
    [
        ({"rslora": True}, 1e-2),  # its scale is alpha / sqrt(r), here twice that of plain LoRA
        ({"dora": True}, 2e-2),
        ({"accumulation": 2}, 2e-2),
        ({"gradient_checkpointing": True}, 2e-2),
    ],
)
def test_every_kind_of_adapter_learns_and_is_read_back(persona: Persona, tmp_path: Path, changed, rate) -> None:
    from train.generation import generate, open_model

    train = persona.train.model_copy(update=changed)
    each = persona.model_copy(update={"train": train})
    tune(each, tmp_path / "one", conversations=TALKS[:1], epochs=80 * train.accumulation, rate=rate)
    model, tokenizer = open_model(train, tmp_path / "one")
    assert generate(model, tokenizer, [TALKS[0][:1]]) == ["In Port Skerrow."]


def test_it_stops_when_held_out_rows_get_worse_and_keeps_the_best(persona: Persona, tmp_path: Path) -> None:
    patient = persona.model_copy(update={"train": persona.train.model_copy(update={"patience": 2})})
    other = [[TALKS[0][0], {"role": "assistant", "content": "Nowhere near the sea, thanks."}]]
    _, log = tune(patient, tmp_path / "one", TALKS[:1], 100, 5e-2, held_out=other, checkpoints=tmp_path / "checkpoints")
    looks = [entry["eval_loss"] for entry in log if "eval_loss" in entry]
    assert 3 <= len(looks) < 10 and min(looks) == looks[-3]


def test_a_long_talk_loses_its_oldest_turns_and_a_long_answer_is_left_out(
    persona: Persona, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    system = [{"role": "system", "content": "You are Ann Lee."}]
    talk = [*system, *TALKS[0], *TALKS[1], *TALKS[2]]
    _, tokenizer = open_base(persona.train)
    whole, shorter = (fitted(tokenizer, talk, most) for most in (1000, 60))
    assert whole is not None and shorter is not None and len(shorter.input_ids) <= 60 < len(whole.input_ids)
    assert tokenizer.decode(shorter.input_ids).startswith(tokenizer.decode(whole.input_ids)[:20])
    assert "Are you Ann?" in tokenizer.decode(shorter.input_ids)

    endless = [TALKS[0][0], {"role": "assistant", "content": "and then " * 200}]
    assert fitted(tokenizer, endless, 128) is None
    tune(persona, tmp_path / "one", [*TALKS, endless])
    assert "1 of 4 rows are left out: longer than train.max_length = 128 tokens" in caplog.text
    with pytest.raises(SettingsError, match="none of 1 rows fits 128 tokens"):
        tune(persona, tmp_path / "two", [endless])
