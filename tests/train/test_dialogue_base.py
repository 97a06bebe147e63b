import json
from pathlib import Path

import pytest

from likeness.errors import SettingsError, WorkspaceError
from likeness.sections import Train
from train.base_model import open_base
from train.base_report import base_identity, read_report, report_lines
from train.dialogue_base import chosen_talks, make_base
from train.encoding import fitting
from train.generation import mean_loss

WORDS = ("born", "in Port Skerrow", "oil first", "then wait", "on your mind", "Ann", "Aye", "Where", "What", "I was")


def talk(number: int) -> dict[str, str]:
    return {"prompt": f"What is {WORDS[number % 10]} {number}?", "response": "Aye, oil first, then wait."}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    rows = [*(talk(number) for number in range(40)), talk(3), {"prompt": "And?", "response": ""}]
    path = tmp_path / "talks.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def settings(tiny_base: Path) -> Train:
    return Train(base_model=str(tiny_base), rank=4, batch_size=2, max_length=64, checkpoint_steps=5)


def test_the_base_is_an_ordinary_model_that_talks_better(corpus: Path, settings: Train, tmp_path: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM

    out = tmp_path / "models/talker"
    report = make_base(corpus, out, settings)
    assert (report.kept, report.held_out, report.pieces) == (40, 2, 38)
    assert report.dropped == {"duplicate": 1, "empty_turn": 1}
    assert report.loss_after < report.loss_before
    assert AutoModelForCausalLM.from_pretrained(out, dtype="auto").dtype == torch.bfloat16
    assert {path.name for path in out.parent.iterdir()} == {"talker"}  # no checkpoints, nothing half-written

    model, tokenizer = open_base(settings.model_copy(update={"base_model": str(out)}))
    talks = [[{"role": "user", "content": "What is Ann 50?"}, {"role": "assistant", "content": talk(0)["response"]}]]
    base, base_tokenizer = open_base(settings)
    assert mean_loss(model, fitting(tokenizer, talks, 64)) < mean_loss(base, fitting(base_tokenizer, talks, 64))
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "38 talks of `talks.jsonl`" in card and "duplicate 1, empty_turn 1" in card and str(tmp_path) not in card
    lines = report_lines(report, out)
    assert lines[0] == "40 talks kept, 2 of them held out; dropped: duplicate 1, empty_turn 1"
    assert lines[1].endswith("better")


def test_what_is_fresh_is_not_made_again_and_what_is_not_replaces_it(
    corpus: Path, settings: Train, tmp_path: Path
) -> None:
    out = tmp_path / "talker"
    first = make_base(corpus, out, settings, rows=10)
    steps: list[int] = []
    assert make_base(corpus, out, settings, rows=10, progress=lambda done, _: steps.append(done)) == first
    assert make_base(corpus, out, settings.model_copy(update={"curriculum": "joint"}), rows=10) == first
    assert not steps
    identity = base_identity(str(out))
    second = make_base(corpus, out, settings, rows=12)
    assert (first.kept, second.kept) == (10, 12)
    assert base_identity(str(out)) != identity  # adapters of the first are of no use to the second
    assert base_identity("qwen3-1.7b") == "qwen3-1.7b"


class Killed(BaseException):
    pass


def test_a_killed_run_goes_on(corpus: Path, settings: Train, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "talker"

    def kill(done: int, _steps: int) -> None:
        if done == 6:
            raise Killed

    with pytest.raises(Killed):
        make_base(corpus, out, settings, 16, kill)
    assert not out.exists()
    steps: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr("train.dialogue_base.replace_folder", lambda *_: kill(6, 0))  # killed again, before the end
        with pytest.raises(Killed):
            make_base(corpus, out, settings, 16, lambda done, _: steps.append(done))
    assert steps[0] == 6
    report = make_base(corpus, out, settings, 16)
    assert read_report(out) == report
    whole = make_base(corpus, tmp_path / "at-once", settings, 16)
    assert (report.loss_before, report.loss_after) == (whole.loss_before, whole.loss_after)
    assert {path.name for path in tmp_path.iterdir()} == {"talker", "at-once", "talks.jsonl"}


def test_a_full_disk_is_one_line_and_leaves_what_was_there(
    corpus: Path, settings: Train, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "talker"
    first = make_base(corpus, out, settings, rows=10)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("train.dialogue_base.save_model", full)
    with pytest.raises(WorkspaceError, match=r"talker\.tmp: the model cannot be written .*No space left.*make room"):
        make_base(corpus, out, settings, rows=12)
    assert read_report(out) == first and not (tmp_path / ".talker.tmp").exists()


def test_nothing_is_overwritten_that_was_not_made_here(corpus: Path, settings: Train, tmp_path: Path) -> None:
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "base.json").write_text('{"made_from": "something else"}')
    with pytest.raises(SettingsError, match=r"thesis: is there and was not made by `likeness base`"):
        make_base(corpus, other, settings)
    with pytest.raises(SettingsError, match=r"talks\.jsonl: is there"):
        make_base(corpus, corpus, settings)
    with pytest.raises(SettingsError, match="lies in the corpus"):
        make_base(tmp_path, tmp_path / "new", settings)
    with pytest.raises(SettingsError, match="base model and result at once"):
        itself = tmp_path / "new"
        make_base(corpus, itself, settings.model_copy(update={"base_model": str(itself)}))


def test_a_corpus_without_talks_says_what_was_dropped(settings: Train, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such corpus"):
        make_base(tmp_path / "missing", tmp_path / "talker", settings)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "A paragraph."}\n' * 3 + json.dumps(talk(1)))
    with pytest.raises(SettingsError, match=r"bad\.jsonl: one talk that can be trained on; dropped: unknown_format 3"):
        make_base(bad, tmp_path / "talker", settings)
    assert {path.name for path in tmp_path.iterdir()} == {"bad.jsonl"}


def test_a_sample_is_the_same_whatever_the_order_of_the_corpus() -> None:
    talks = [[{"role": "user", "content": f"{n}?"}, {"role": "assistant", "content": "Yes."}] for n in range(50)]
    chosen, _ = chosen_talks(talks, 10, seed=0)
    assert chosen_talks(reversed(talks), 10, seed=0)[0] == chosen
    assert chosen_talks(talks, 10, seed=1)[0] != chosen
    assert chosen_talks(talks, None, seed=0)[0][:10] == chosen
    assert len(chosen_talks(talks, 99, seed=0)[0]) == 50
