"""One LoRA fine-tuning run, from conversations to an adapter folder. Read it from top to bottom.

    adapter_model.safetensors, adapter_config.json   the adapter, as peft writes it
    training.json                                    the settings it was trained with
    loss.jsonl                                       {"step": 1, "loss": 3.2, "learning_rate": 5e-05, "seconds": 1.4}

A low-rank adapter on every linear layer but the head, as "LoRA Without Regret" advises (Thinking Machines, 2025): all
layers, small batches, a learning rate about ten times that of full fine-tuning. Only the assistant's words are learnt,
their end token among them. Batches are made of rows of like length, which on a CPU is quicker than packing: packed rows
pay for an attention mask over the whole pack.

On a CPU, runs with the same seed and number of threads give the same adapter.
"""

import json
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from likeness.sections import FactsStage, StyleStage, Train
from likeness.workspace import Progress
from train.base_model import fastest_dtype

if TYPE_CHECKING:
    from peft import PeftModel
    from transformers import PreTrainedModel, PreTrainedTokenizerBase
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

Conversation = Sequence[dict[str, str]]
"""Messages as chat templates take them: {"role": "user", "content": "Where were you born?"}."""

LossLog = list[dict[str, float]]

ALPHA_PER_RANK = 2
"""alpha = 2r. Source: Biderman et al., LoRA Learns Less and Forgets Less (arXiv 2405.09673)."""

WARMUP_SHARE = 0.05
"""Share of the steps in which the learning rate rises; short runs want a little more than the usual 3 %."""


def finetune(
    model: "PreTrainedModel",
    tokenizer: "PreTrainedTokenizerBase",
    conversations: Sequence[Conversation],
    settings: Train,
    stage: StyleStage | FactsStage,
    output: Path,
    start: Path | None = None,
    progress: Progress | None = None,
) -> LossLog:
    """Train an adapter on `conversations` and save it in `output`; the base model's weights stay as they are.

    Args:
        model: the base model, as `open_base` gives it.
        tokenizer: its tokenizer, the assistant's words marked in its chat template.
        conversations: one a row; a row longer than `settings.max_length` tokens loses its end.
        settings: rank, batch size, length, seed.
        stage: passes over the rows and the peak learning rate.
        output: an existing folder.
        start: the adapter to go on with; a new one if None.
        progress: called with (step, steps).

    Returns:
        The loss of every step: mean negative log-likelihood of the assistant's tokens, in nats.
    """
    adapter = new_adapter(model, settings) if start is None else load_adapter(model, start, trainable=True)
    log: LossLog = []
    trainer = _trainer(adapter, tokenizer, conversations, _arguments(settings, stage, len(conversations), output))
    trainer.add_callback(_recorder(log, progress))
    with _as_autocast_casts(adapter):
        trainer.train()
    # Told that the embedding is not trained, peft does not ask the hub whether it was changed.
    adapter.save_pretrained(str(output), save_embedding_layers=False)
    _write_records(output, log, settings, stage, len(conversations))
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
    )
    with _old_name_of_checkpointing():
        return cast("PeftModel", get_peft_model(model, config))


def load_adapter(model: "PreTrainedModel", folder: Path, trainable: bool = False) -> "PeftModel":
    """Put the adapter that lies in `folder` on its base model."""
    from peft import PeftModel

    with _old_name_of_checkpointing():
        return PeftModel.from_pretrained(model, str(folder), is_trainable=trainable)


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


def _arguments(settings: Train, stage: StyleStage | FactsStage, rows: int, output: Path) -> "SFTConfig":
    import torch
    from trl.trainer.sft_config import SFTConfig

    steps = stage.epochs * rows / settings.batch_size
    return SFTConfig(
        output_dir=str(output),
        num_train_epochs=stage.epochs,
        learning_rate=stage.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=max(1, round(WARMUP_SHARE * steps)),
        per_device_train_batch_size=settings.batch_size,
        max_length=settings.max_length,
        train_sampling_strategy="group_by_length",
        assistant_only_loss=True,
        activation_checkpointing=False,
        bf16=fastest_dtype() == torch.bfloat16,
        seed=settings.seed,
        use_cpu=not torch.cuda.is_available(),
        dataloader_pin_memory=torch.cuda.is_available(),
        logging_steps=1,
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
    )


def _trainer(
    model: "PeftModel",
    tokenizer: "PreTrainedTokenizerBase",
    conversations: Sequence[Conversation],
    arguments: "SFTConfig",
) -> "SFTTrainer":
    import torch
    from datasets import Dataset, disable_progress_bars
    from torch.nn.functional import cross_entropy
    from transformers.trainer_callback import PrinterCallback
    from trl.trainer.sft_trainer import SFTTrainer

    class AnswerTrainer(SFTTrainer):  # type: ignore[misc, unused-ignore]
        """trl's trainer, but on a CPU the head is asked for the assistant's tokens only.

        trl does so with a Triton kernel alone; elsewhere it scores the whole vocabulary for every token, the prompt's
        too, which takes a third of a step. Models that alter their logits after the head stay with trl's way.
        """

        def compute_loss(
            self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
        ) -> Any:
            if return_outputs or inputs["input_ids"].is_cuda or _alters_logits(model.config):
                return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)  # type: ignore[no-untyped-call]
            base, labels = model.get_base_model(), inputs["labels"][:, 1:]
            learnt = labels != -100
            with self.accelerator.autocast():
                words = base.base_model(inputs["input_ids"], inputs["attention_mask"], use_cache=False)[0][:, :-1]
                logits = base.get_output_embeddings()(words[learnt]).float()
            count = torch.as_tensor(learnt.sum() if num_items_in_batch is None else num_items_in_batch)
            return cross_entropy(logits, labels[learnt], reduction="sum") / count.clamp(min=1)

    disable_progress_bars()
    dataset = Dataset.from_list([{"messages": list(conversation)} for conversation in conversations])
    trainer = AnswerTrainer(model=model, args=arguments, train_dataset=dataset, processing_class=tokenizer)
    trainer.remove_callback(PrinterCallback)
    return trainer


def _alters_logits(config: Any) -> bool:
    """Whether the model scales or caps what comes out of its head (Gemma, Granite, Cohere, Falcon-H1)."""
    names = ("final_logit_softcapping", "logit_scale", "logits_scaling", "output_multiplier", "lm_head_multiplier")
    return any(getattr(config, name, None) is not None for name in names)


def _recorder(log: LossLog, progress: Progress | None) -> Any:
    from transformers import TrainerCallback

    started = time.monotonic()

    class Recorder(TrainerCallback):  # type: ignore[misc, unused-ignore]
        def on_log(self, args: Any, state: Any, control: Any, **reported: Any) -> None:
            logs = reported["logs"]
            if "loss" in logs:
                seconds = round(time.monotonic() - started, 1)
                rate = logs["learning_rate"]
                log.append({"step": state.global_step, "loss": logs["loss"], "learning_rate": rate, "seconds": seconds})
            if progress is not None:
                progress(state.global_step, state.max_steps)

    return Recorder()


def _write_records(output: Path, log: LossLog, settings: Train, stage: StyleStage | FactsStage, rows: int) -> None:
    (output / "loss.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in log))
    training = {"rows": rows, "stage": stage.model_dump(), **settings.model_dump(exclude={"style", "facts"})}
    (output / "training.json").write_text(json.dumps(training, indent=1))
