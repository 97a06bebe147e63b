"""One LoRA fine-tuning run, from conversations to an adapter folder. Read it from top to bottom.

    adapter_model.safetensors, adapter_config.json   the adapter, as peft writes it
    training.json                                    the settings it was trained with, tokens, speed and memory
    loss.jsonl                                       {"step": 1, "loss": 3.2, "learning_rate": 5e-05, "seconds": 1.4}

A low-rank adapter on every linear layer but the head, as "LoRA Without Regret" advises (Thinking Machines, 2025): all
layers, small batches, a learning rate about ten times that of full fine-tuning. Only the assistant's words are learnt,
their end token among them. Batches are made of rows of like length, or of packs of rows that do not see each other.

On a CPU, runs with the same seed and number of threads give the same adapter, whether they were killed in between or
not. Several GPUs: `accelerate launch -m flows finetune FILE`.
"""

import json
import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from likeness.files import peak_megabytes
from likeness.sections import Train
from likeness.workspace import Progress
from train.base_model import fastest_dtype
from train.encoding import Conversation, encoded, rows_a_step
from train.trainer import newest_checkpoint, open_trainer, saving

if TYPE_CHECKING:
    from datasets import Dataset
    from peft import PeftModel
    from transformers import PreTrainedModel, PreTrainedTokenizerBase
    from trl.trainer.sft_config import SFTConfig

LossLog = list[dict[str, float]]

ALPHA_PER_RANK = 2
"""alpha = 2r. Source: Biderman et al., LoRA Learns Less and Forgets Less (arXiv 2405.09673)."""

LOOKS = 10
"""How often the held-out loss is looked at, where training may stop early."""


def finetune(
    model: "PreTrainedModel",
    tokenizer: "PreTrainedTokenizerBase",
    parts: Sequence[Sequence[Conversation]],
    settings: Train,
    learning_rate: float,
    output: Path,
    start: Path | None = None,
    held_out: Sequence[Conversation] = (),
    checkpoints: Path | None = None,
    progress: Progress | None = None,
) -> LossLog:
    """Train an adapter on conversations and save it in `output`; the base model's weights stay as they are.

    Args:
        model: the base model, as `open_base` gives it.
        tokenizer: its tokenizer.
        parts: conversations, a part after the other, each with a cycle of the learning rate of its own. Each is learnt
            from once, so what is to be learnt twice comes twice. One that is longer than `settings.max_length` tokens
            loses its oldest turns; one whose last answer does not fit is left out and counted.
        settings: rank, batch size, length, seed, and the like.
        learning_rate: at its peak.
        output: an existing folder.
        start: the adapter to go on with; a new one if None.
        held_out: conversations that say when to stop, if `settings.patience` is set.
        checkpoints: a folder that outlives a kill; the next call with the same one goes on where this was.
        progress: called with (step, steps).

    Returns:
        The loss of every step: mean negative log-likelihood of the assistant's tokens, in nats.

    Raises:
        SettingsError: if no conversation fits.
        WorkspaceError: if the disk is full; the last checkpoint is whole.
    """
    adapter = new_adapter(model, settings) if start is None else load_adapter(model, start, trainable=True)
    dataset, lengths = encoded(tokenizer, parts, settings)
    unseen = encoded(tokenizer, [held_out], settings)[0] if settings.patience and held_out else None
    arguments = _arguments(settings, learning_rate, len(dataset), unseen is not None, checkpoints, output)
    cycles = [math.ceil(length / rows_a_step(settings)) for length in lengths]
    trainer = open_trainer(adapter, tokenizer, dataset, unseen, arguments, cycles, settings.patience, progress)
    with _as_autocast_casts(adapter):
        trainer.train(resume_from_checkpoint=newest_checkpoint(checkpoints) if checkpoints else None)
    log = [entry for entry in trainer.state.log_history if "loss" in entry or "eval_loss" in entry]
    if arguments.should_save:
        with saving(output, "the adapter"):
            # Told that the embedding is not trained, peft does not ask the hub whether it was changed.
            adapter.save_pretrained(str(output), save_embedding_layers=False)
            tokenizer.save_pretrained(str(output))
            _write_records(output, log, settings, learning_rate, dataset, trainer.accelerator.num_processes)
    trainer.accelerator.wait_for_everyone()
    return log


def new_adapter(model: "PreTrainedModel", settings: Train) -> "PeftModel":
    """Put a new adapter on every linear layer but the head. Its weights are float32 whatever the base model's are."""
    import torch
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(settings.seed)
    config = LoraConfig(
        r=settings.rank,
        lora_alpha=ALPHA_PER_RANK * settings.rank,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
        use_rslora=settings.rslora,
        use_dora=settings.dora,
    )
    with _old_name_of_checkpointing():
        return cast("PeftModel", get_peft_model(model, config))


def load_adapter(model: "PreTrainedModel", folder: Path, trainable: bool = False) -> "PeftModel":
    """Put the adapter that lies in `folder` on its base model."""
    from peft import PeftModel

    with _old_name_of_checkpointing():
        return PeftModel.from_pretrained(model, str(folder), is_trainable=trainable)


def _arguments(
    settings: Train, learning_rate: float, rows: int, looks: bool, checkpoints: Path | None, output: Path
) -> "SFTConfig":
    import torch
    from trl.trainer.sft_config import SFTConfig

    steps = math.ceil(rows / rows_a_step(settings))
    every = max(1, steps // LOOKS) if looks else settings.checkpoint_steps
    return SFTConfig(
        output_dir=str(checkpoints or output),
        num_train_epochs=1,
        learning_rate=learning_rate,
        per_device_train_batch_size=settings.batch_size,
        per_device_eval_batch_size=settings.batch_size,
        gradient_accumulation_steps=settings.accumulation,
        max_length=settings.max_length,
        packing=settings.packing,
        dataset_kwargs={"skip_prepare_dataset": True},
        train_sampling_strategy="sequential",
        activation_checkpointing=settings.gradient_checkpointing,
        bf16=fastest_dtype() == torch.bfloat16,
        seed=settings.seed,
        use_cpu=not torch.cuda.is_available(),
        dataloader_pin_memory=torch.cuda.is_available(),
        logging_steps=1,
        eval_strategy="steps" if looks else "no",
        eval_steps=every if looks else None,
        prediction_loss_only=True,
        save_strategy="steps" if checkpoints else "no",
        save_steps=every,
        save_total_limit=2,
        load_best_model_at_end=looks and checkpoints is not None,
        report_to="none",
        disable_tqdm=True,
        ddp_find_unused_parameters=False,
    )


@contextmanager
def _as_autocast_casts(adapter: "PeftModel") -> Iterator[None]:
    """Leave number formats to autocast while training in bfloat16: peft's own casts cost a fifth of a step on a CPU."""
    import torch
    from peft.helpers import disable_input_dtype_casting

    if fastest_dtype() != torch.bfloat16:
        yield
        return
    with disable_input_dtype_casting(adapter):
        yield


@contextmanager
def _old_name_of_checkpointing() -> Iterator[None]:
    """peft 0.21 asks transformers 5.23 for a property by its old name, which it then warns of."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "`is_gradient_checkpointing` is deprecated", FutureWarning)
        yield


def _write_records(
    output: Path, log: LossLog, settings: Train, learning_rate: float, dataset: "Dataset", processes: int
) -> None:
    (output / "loss.jsonl").write_text("".join(json.dumps(_recorded(entry)) + "\n" for entry in log))
    seconds = max((entry["seconds"] for entry in log), default=0.0)
    tokens = sum(map(len, dataset["input_ids"]))
    training = {
        "sequences": len(dataset),
        "tokens": tokens,
        "seconds": seconds,
        "tokens_per_second": round(tokens / seconds) if seconds else None,
        "peak_memory_mb": round(_peak_memory()),
        "processes": processes,
        "peak_learning_rate": learning_rate,
        **settings.model_dump(exclude={"style", "facts"}),
    }
    (output / "training.json").write_text(json.dumps(training, indent=1))


def _recorded(entry: dict[str, float]) -> dict[str, float]:
    return {name: entry[name] for name in ("step", "loss", "eval_loss", "learning_rate", "seconds") if name in entry}


def _peak_memory() -> float:
    """MB: of the GPU where there is one, else of this process."""
    import torch

    return torch.cuda.max_memory_allocated() / 1e6 if torch.cuda.is_available() else peak_megabytes()
