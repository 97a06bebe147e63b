"""trl's trainer, made to save whole checkpoints, to say what it did, and to waste nothing on a CPU.

    trainer = open_trainer(adapter, tokenizer, dataset, held_out, arguments, [90, 10])
    trainer.train(resume_from_checkpoint=newest_checkpoint(folder))

A checkpoint counts once `complete` lies in it, which is written last, when all its files are on the disk. One that a
kill or a full disk broke off is removed and the one before it is taken.
"""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import WorkspaceError
from likeness.files import flush_folder
from likeness.workspace import Progress
from train.encoding import NOT_LEARNT
from train.schedule import share_of_peak

if TYPE_CHECKING:
    from datasets import Dataset
    from peft import PeftModel
    from transformers import PreTrainedTokenizerBase
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

COMPLETE = "complete"


def newest_checkpoint(folder: Path) -> str | None:
    """The last whole checkpoint in `folder`, None if there is none; what was broken off is removed."""
    whole = []
    for checkpoint in folder.glob("checkpoint-*"):
        if (checkpoint / COMPLETE).exists():
            whole.append(checkpoint)
        else:
            shutil.rmtree(checkpoint, ignore_errors=True)
    return str(max(whole, key=lambda path: int(path.name.partition("-")[2]))) if whole else None


@contextmanager
def saving(folder: Path, what: str) -> Iterator[None]:
    """Turn what a full disk does to torch, safetensors and Python into one line; half a folder is removed.

    Raises:
        WorkspaceError: if a file cannot be written.
    """
    from safetensors import SafetensorError

    try:
        yield
    except (OSError, RuntimeError, SafetensorError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise WorkspaceError(
            f"{folder}: {what} cannot be written ({reason}); make room on the disk and run again: "
            "training goes on from the checkpoint before"
        ) from error


def open_trainer(
    model: "PeftModel",
    tokenizer: "PreTrainedTokenizerBase",
    dataset: "Dataset",
    held_out: "Dataset | None",
    arguments: "SFTConfig",
    parts: Sequence[int],
    patience: int = 0,
    progress: Progress | None = None,
) -> "SFTTrainer":
    """A trainer of encoded rows (`input_ids`, `labels`, of packs `seq_lengths` too), in the order of `dataset`.

    Its log has for each step the loss in nats a learnt token, the learning rate and the seconds so far; after a look
    at `held_out`, the loss there. `parts` are the steps of each cycle of the learning rate (`train.schedule`);
    `progress` is called with (step, steps).
    """
    from transformers.trainer_callback import EarlyStoppingCallback, PrinterCallback

    trainer = _answer_trainer(parts)(
        model=model, args=arguments, train_dataset=dataset, eval_dataset=held_out, processing_class=tokenizer
    )
    trainer.remove_callback(PrinterCallback)
    trainer.add_callback(_recorder(progress))
    if held_out is not None:
        trainer.add_callback(EarlyStoppingCallback(early_stopping_patience=patience))
    return trainer


def _answer_trainer(parts: Sequence[int]) -> type["SFTTrainer"]:
    import torch
    from torch.nn.functional import cross_entropy
    from torch.optim.lr_scheduler import LambdaLR
    from transformers.trainer_utils import PREFIX_CHECKPOINT_DIR
    from trl.trainer.sft_trainer import SFTTrainer

    class AnswerTrainer(SFTTrainer):  # type: ignore[misc, unused-ignore]
        """On a CPU the head is asked for the assistant's tokens only.

        trl does so with a Triton kernel alone; elsewhere it scores the whole vocabulary for every token, the prompt's
        too, which takes a third of a step. Models that alter their logits after the head stay with trl's way.
        """

        def compute_loss(
            self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
        ) -> Any:
            if self.args.world_size > 1 or inputs["input_ids"].is_cuda or _alters_logits(model.config):
                return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)  # type: ignore[no-untyped-call]
            base, labels = model.get_base_model(), inputs["labels"][:, 1:]
            learnt = labels != NOT_LEARNT
            read = {name: inputs[name] for name in ("input_ids", "attention_mask", "position_ids") if name in inputs}
            with self.accelerator.autocast():
                words = base.base_model(**read, use_cache=False)[0][:, :-1]
                logits = base.get_output_embeddings()(words[learnt]).float()
            count = torch.as_tensor(learnt.sum() if num_items_in_batch is None else num_items_in_batch)
            loss = cross_entropy(logits, labels[learnt], reduction="sum") / count.clamp(min=1)
            return (loss, {}) if return_outputs else loss

        def create_scheduler(self, num_training_steps: int, optimizer: Any = None) -> Any:
            if self.lr_scheduler is None:
                rate = partial(share_of_peak, parts=parts)
                stepped: Any = optimizer or self.optimizer
                self.lr_scheduler = LambdaLR(stepped, rate)
            return self.lr_scheduler

        def _save(self, output_dir: str | None = None, state_dict: Any = None) -> None:
            """The adapter alone. Told that the embedding is not trained, peft does not ask the hub about it."""
            adapter: Any = self.accelerator.unwrap_model(self.model)
            adapter.save_pretrained(output_dir, state_dict=state_dict, save_embedding_layers=False)

        def _save_checkpoint(self, model: Any, trial: Any) -> None:
            folder = Path(str(self.args.output_dir), f"{PREFIX_CHECKPOINT_DIR}-{self.state.global_step}")
            with saving(folder, "the checkpoint"):
                super(SFTTrainer, self)._save_checkpoint(model, trial)  # without the card that trl would write
                self.accelerator.wait_for_everyone()
                if self.args.should_save:
                    _complete(folder)

    return AnswerTrainer


def _complete(folder: Path) -> None:
    """Mark a checkpoint as whole, once all its files are on the disk."""
    flush_folder(folder)
    (folder / COMPLETE).touch()
    flush_folder(folder)


def _alters_logits(config: Any) -> bool:
    """Whether the model scales or caps what comes out of its head (Gemma, Granite, Cohere, Falcon-H1)."""
    names = ("final_logit_softcapping", "logit_scale", "logits_scaling", "output_multiplier", "lm_head_multiplier")
    return any(getattr(config, name, None) is not None for name in names)


def _recorder(progress: Progress | None) -> Any:
    from transformers import TrainerCallback

    class Recorder(TrainerCallback):  # type: ignore[misc, unused-ignore]
        """Puts the seconds of training into the log, those before a kill among them."""

        def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            before = [entry["seconds"] for entry in state.log_history if "seconds" in entry]
            self.started = time.monotonic() - (before[-1] if before else 0)

        def on_log(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            state.log_history[-1]["seconds"] = round(time.monotonic() - self.started, 2)
            if progress is not None:
                progress(state.global_step, state.max_steps)

    return Recorder()
