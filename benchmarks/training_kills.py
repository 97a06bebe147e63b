"""Kill a training run at random steps and start it again until it ends: are its losses those of an undisturbed one?

python -m benchmarks.training_kills ROWS FOLDER     one run, as it is killed
"""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.training_case import make_case
from likeness.sections import Train
from train.mixture import lessons

KILLS = 3
ROWS = 96
SETTINGS = Train(checkpoint_steps=2, batch_size=4)


def measure(data: Path, scratch: Path, kills: int = KILLS) -> dict[str, Any]:
    """How many kills there were, and whether every loss is the same to the last bit."""
    case = make_case(data, scratch, 4, ROWS)
    if case is None:
        return {}
    file = scratch / "rows.json"
    rows = lessons([*case.splits["style_train"], *case.splits["facts_train"]][:ROWS], case.persona)
    file.write_text(json.dumps([list(lesson.messages) for lesson in rows]))
    _start(file, scratch / "calm").wait()
    calm = _losses(scratch / "calm")
    chance, at = random.Random(0), list[int]()
    for _ in range(kills):
        step = chance.randint(1, len(calm) - 1)
        if _killed_at(step, file, scratch / "killed"):
            at.append(step)
    _start(file, scratch / "killed").wait()
    killed = _losses(scratch / "killed")
    different = sum(one != two for one, two in zip(calm, killed, strict=True))
    return {"kills": len(at), "at_step_or_later": at, "steps": len(calm), "different_losses": different}


def _start(file: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.training_kills", str(file), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _killed_at(step: int, file: Path, folder: Path) -> bool:
    """Kill a run as soon as it says that it has done this step; False if it ended before."""
    process = _start(file, folder)
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= step:
            time.sleep(random.Random(step).uniform(0, 1))
            process.send_signal(signal.SIGKILL)
            break
    return process.wait() == -signal.SIGKILL


def _losses(folder: Path) -> list[float]:
    return [json.loads(line)["loss"] for line in (folder / "adapter" / "loss.jsonl").read_text().splitlines()]


def main() -> None:
    """Train in FOLDER, going on from what lies there; each step is a line of output."""
    from train.base_model import open_base
    from train.lora import finetune

    conversations, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    for name in ("adapter", "checkpoints"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    model, tokenizer = open_base(SETTINGS)
    finetune(
        model,
        tokenizer,
        [conversations],
        SETTINGS,
        1e-3,
        folder / "adapter",
        checkpoints=folder / "checkpoints",
        progress=lambda step, _: print(step, flush=True),
    )


if __name__ == "__main__":
    main()
