"""Training speed beside a bare trl script: the same rows, model, adapter and batch, each in a process of its own.

python -m benchmarks.training_speed WAY ROWS     WAY: ours, ours packed, trl, trl by length, trl packed
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.training_case import make_case
from likeness.files import peak_megabytes
from likeness.sections import Train
from train.encoding import Conversation
from train.mixture import lessons

WAYS = ("ours", "ours packed", "trl", "trl by length", "trl packed")
ROUNDS = 3
ROWS = 48
LENGTH = 512


def measure(data: Path, scratch: Path, rows: int = ROWS) -> list[dict[str, Any]]:
    """Medians over rounds of each way: tokens a second, the ratio to the bare scripts, peak memory."""
    case = make_case(data, scratch, 4, rows)
    if case is None:
        return []
    both = [*case.splits["style_train"], *case.splits["facts_train"]][:rows]
    file = scratch / "rows.json"
    file.write_text(json.dumps([list(lesson.messages) for lesson in lessons(both, case.persona)]))
    runs = [_run(way, file) for _ in range(ROUNDS) for way in WAYS]
    found = {way: [run for run in runs if run["way"] == way] for way in WAYS}
    peer = {way: statistics.median(run["tokens_per_second"] for run in found[way]) for way in WAYS}
    return [
        {
            "way": way,
            "tokens_per_second": peer[way],
            "of_trl": peer[way] / peer["trl"],
            "of_trl_by_length": peer[way] / peer["trl by length"],
            "peak_mb": max(run["peak_mb"] for run in found[way]),
        }
        for way in WAYS
    ]


def _run(way: str, file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.training_speed", way, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = dict(json.loads(done.stdout.splitlines()[-1]))
    print(f"{way}: {found['tokens_per_second']:.0f} tokens/s", flush=True)
    return found


def ours(conversations: list[Conversation], packing: bool, scratch: Path) -> float:
    """Seconds of training, as `train.lora` does it."""
    from train.base_model import open_base
    from train.lora import finetune

    settings = Train(max_length=LENGTH, packing=packing, batch_size=1 if packing else 8)
    model, tokenizer = open_base(settings)
    return finetune(model, tokenizer, [conversations], settings, 1e-3, scratch)[-1]["seconds"]


def bare(conversations: list[Conversation], way: str, scratch: Path) -> float:
    """Seconds of training, as a script of trl alone would do it with the same settings."""
    import torch
    from datasets import Dataset, disable_progress_bars
    from peft import LoraConfig
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

    from train.base_model import fastest_dtype, open_base

    disable_progress_bars()
    model, tokenizer = open_base(Train())
    packing = way == "trl packed"
    arguments = SFTConfig(
        output_dir=str(scratch),
        num_train_epochs=1,
        learning_rate=1e-3,
        lr_scheduler_type="cosine",
        per_device_train_batch_size=1 if packing else 8,
        max_length=LENGTH,
        packing=packing,
        assistant_only_loss=True,
        train_sampling_strategy="group_by_length" if way == "trl by length" else "random",
        gradient_checkpointing=False,
        bf16=fastest_dtype() == torch.bfloat16,
        use_cpu=not torch.cuda.is_available(),
        save_strategy="no",
        report_to="none",
        logging_steps=1,
        disable_tqdm=True,
    )
    trainer = SFTTrainer(
        model=model,
        args=arguments,
        train_dataset=Dataset.from_list([{"messages": list(conversation)} for conversation in conversations]),
        processing_class=tokenizer,
        peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"),
    )
    started = time.monotonic()
    trainer.train()
    return time.monotonic() - started


def main() -> None:
    """One way, once: a JSON line."""
    import tempfile

    import torch

    from train.base_model import open_base
    from train.templates import encode

    way, conversations = sys.argv[1], json.loads(Path(sys.argv[2]).read_text())
    with tempfile.TemporaryDirectory() as scratch:
        if way.startswith("ours"):
            seconds = ours(conversations, "packed" in way, Path(scratch))
        else:
            seconds = bare(conversations, way, Path(scratch))
    tokenizer = open_base(Train())[1]
    tokens = sum(len(encode(tokenizer, conversation)[0]) for conversation in conversations)
    peak = torch.cuda.max_memory_allocated() / 1e6 if torch.cuda.is_available() else peak_megabytes()
    print(json.dumps({"way": way, "tokens_per_second": tokens / seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()
