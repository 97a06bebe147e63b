"""The configurations of other training programs: what LLaMA-Factory and axolotl call the settings of a persona.

Sources of the keys, which both programs refuse if they do not know them: LLaMA-Factory 0.9.5, hparams/*.py and
data/parser.py in src/llamafactory; axolotl 0.19, src/axolotl/utils/schemas/*.py.
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.persona import Persona
from train.cards import public_name
from train.lora import ALPHA_PER_RANK
from train.mixture import Lesson
from train.schedule import WARMUP_SHARE
from train.stages import Stage

if TYPE_CHECKING:
    from train.frames import Frame

TEMPLATES = {
    ("<|im_end|>\n<|im_start|>assistant\n", "<|im_end|>\n<|im_start|>user\n"): "chatml",
    (
        "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
        "<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n",
    ): "llama3",
    ("<end_of_turn>\n<start_of_turn>model\n", "<end_of_turn>\n<start_of_turn>user\n"): "gemma",
    ("[/INST] ", "</s>[INST] "): "mistral",
}
"""LLaMA-Factory's names of chat templates, by what they put before a reply and after it. For any other it is left to
read the template from the tokenizer."""


def name_of(stage: Stage) -> str:
    """What files of a stage are called: "style" or "facts"."""
    return stage.adapter.rpartition("/")[2]


def data_of(stage: Stage) -> str:
    """The file of its rows."""
    return f"data/{name_of(stage)}.jsonl"


def lessons_of(stage: Stage) -> list[Lesson]:
    """All rows of a stage, in the order of learning."""
    return [*stage.rows, *stage.ending]


def _base(persona: Persona) -> str:
    """The base model as a program on this machine finds it."""
    path = Path(persona.train.base_model)
    return str(path.resolve()) if path.exists() else public_name(persona.train.base_model)


def _warmup(persona: Persona, stage: Stage) -> int:
    train = persona.train
    steps = math.ceil(len(lessons_of(stage)) / (train.batch_size * train.accumulation))
    return max(1, round(WARMUP_SHARE * steps))


def llama_factory_dataset(path: str) -> dict[str, Any]:
    """An entry of dataset_info.json.

    The format is `sharegpt` with the tags of OpenAI's: that which is called `openai` adds "detailed thinking off" to
    every system prompt.
    """
    tags = {
        "role_tag": "role",
        "content_tag": "content",
        "user_tag": "user",
        "assistant_tag": "assistant",
        "system_tag": "system",
    }
    return {"file_name": path, "formatting": "sharegpt", "columns": {"messages": "messages"}, "tags": tags}


def llama_factory(persona: Persona, stage: Stage, frame: "Frame") -> dict[str, Any]:
    """The configuration of one stage for LLaMA-Factory; paths are relative to its folder."""
    train = persona.train
    start = f"adapters/{stage.start.rpartition('/')[2]}" if stage.start else None
    template = TEMPLATES.get((frame.reply, frame.then))
    return {
        "model_name_or_path": _base(persona),
        **({"adapter_name_or_path": start, "create_new_adapter": stage.stacked} if start else {}),
        **({"quantization_bit": 4} if train.quantize == "4bit" else {}),
        "stage": "sft",
        "do_train": True,
        "finetuning_type": "lora",
        "lora_rank": train.rank,
        "lora_alpha": ALPHA_PER_RANK * train.rank,
        "lora_dropout": 0.0,
        "lora_target": "all",
        "use_rslora": train.rslora,
        "use_dora": train.dora,
        "dataset_dir": ".",
        "dataset": name_of(stage),
        **({"template": template} if template else {}),
        "default_system": default_system(frame),
        "enable_thinking": False,
        "cutoff_len": train.max_length,
        "train_on_prompt": False,
        "mask_history": False,
        **({"neat_packing": True} if train.packing else {}),
        "overwrite_cache": True,
        "output_dir": f"adapters/{name_of(stage)}",
        "num_train_epochs": 1.0,
        "disable_shuffling": True,
        "per_device_train_batch_size": train.batch_size,
        "gradient_accumulation_steps": train.accumulation,
        "learning_rate": stage.learning_rate,
        "lr_scheduler_type": "cosine",
        "warmup_steps": _warmup(persona, stage),
        "disable_gradient_checkpointing": not train.gradient_checkpointing,
        "bf16": True,
        "seed": train.seed,
        "logging_steps": 1,
        "save_steps": train.checkpoint_steps,
        "save_total_limit": 2,
        "report_to": "none",
    }


def default_system(frame: "Frame") -> str:
    """What a chat template says where a talk has no system prompt, as everyday talk has none; "" for nothing."""
    if not (frame.bare.startswith(frame.opening) and frame.bare.endswith(frame.first)):
        return ""
    return frame.bare[len(frame.opening) : len(frame.bare) - len(frame.first)]


def axolotl(persona: Persona, stage: Stage, end: str) -> dict[str, Any]:
    """The configuration of one stage for axolotl; paths are relative to its folder.

    `end` is the token that ends a reply. A second adapter on top of the first is trained on the model that
    `axolotl merge-lora` makes of that.
    """
    train = persona.train
    start = f"adapters/{stage.start.rpartition('/')[2]}" if stage.start else ""
    is_qlora = train.quantize == "4bit"
    dataset = {
        "path": data_of(stage),
        "ds_type": "json",
        "type": "chat_template",
        "field_messages": "messages",
        "roles_to_train": ["assistant"],
        "train_on_eos": "turn",
    }
    return {
        "base_model": f"{start}/merged" if stage.stacked else _base(persona),
        "adapter": "qlora" if is_qlora else "lora",
        **({"lora_model_dir": start} if start and not stage.stacked else {}),
        **({"load_in_4bit": True} if is_qlora else {}),
        "lora_r": train.rank,
        "lora_alpha": ALPHA_PER_RANK * train.rank,
        "lora_dropout": 0.0,
        "lora_target_linear": True,
        "peft_use_rslora": train.rslora,
        "peft_use_dora": train.dora,
        "datasets": [dataset],
        "chat_template": "tokenizer_default",
        "chat_template_kwargs": {"enable_thinking": False},
        "eot_tokens": [end],
        "train_on_inputs": False,
        "sequence_len": train.max_length,
        "excess_length_strategy": "drop",
        "sample_packing": train.packing,
        "pad_to_sequence_len": False,
        "shuffle_merged_datasets": False,
        "curriculum_sampling": True,
        "dataset_prepared_path": "prepared",
        "output_dir": f"adapters/{name_of(stage)}",
        "num_epochs": 1,
        "micro_batch_size": train.batch_size,
        "gradient_accumulation_steps": train.accumulation,
        "optimizer": "adamw_torch",
        "learning_rate": stage.learning_rate,
        "lr_scheduler": "cosine",
        "warmup_steps": _warmup(persona, stage),
        "weight_decay": 0.0,
        "gradient_checkpointing": train.gradient_checkpointing,
        "bf16": "auto",
        "seed": train.seed,
        "logging_steps": 1,
        "save_steps": train.checkpoint_steps,
        "save_total_limit": 2,
        "val_set_size": 0.0,
    }
