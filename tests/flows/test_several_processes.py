"""Fine-tuning as several processes, which `accelerate launch` starts; on a CPU they talk through gloo."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import run_flow
from likeness.errors import SettingsError
from likeness.records import Exchange, Message
from likeness.workspace import Workspace

LAUNCH = (sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2", "-m", "flows")
"""On a CPU accelerate's launcher starts one process only; torch's, which it calls for GPUs, starts them here too."""

PERSONA = """
name = "Ann Lee"
[rights]
basis = "made up"
[train]
base_model = "{base}"
rank = 4
batch_size = 2
max_length = 128
probe = false
[train.style]
epochs = 1
[train.facts]
epochs = 1
general = 0
"""


def exchange(question: str, answer: str, kind: str) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, facts=("fact-1",) if kind == "fact" else ())  # type: ignore[arg-type]


def launch(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run([*LAUNCH, *words], capture_output=True, text=True, env=environment, timeout=240, check=False)


def test_two_processes_train_one_adapter_of_each_stage(tiny_base: Path, tmp_path: Path) -> None:
    file = tmp_path / "persona.toml"
    file.write_text(PERSONA.format(base=tiny_base))
    workspace = Workspace(tmp_path / "data", "ann-lee")
    rows = [exchange("News?", f"Aye, {n} of them.", "style") for n in range(8)]
    rows += [exchange(f"Where were you born, {n}?", "In Port Skerrow.", "fact") for n in range(4)]
    workspace.table(Exchange).write("a", rows, "1")

    done = launch("finetune", str(file), "--data", str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr[-2000:]
    for stage in ("style", "facts"):
        folder = workspace.path("adapters", stage)
        steps = [json.loads(line) for line in (folder / "loss.jsonl").read_text().splitlines()]
        assert steps and (folder / "adapter_model.safetensors").exists()
        assert json.loads((folder / "training.json").read_text())["processes"] == 2
    assert len(steps) < len(rows) / 2  # two batches a step


def test_several_processes_do_nothing_but_finetune(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(SettingsError, match="several processes can finetune, nothing else"):
        run_flow(tmp_path / "ada.toml", str(tmp_path), ["collect"])
