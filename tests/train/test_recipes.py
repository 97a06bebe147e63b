import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Exchange, messages_of
from likeness.sections import Export
from likeness.workspace import Workspace
from train.frames import Frame
from train.mixture import Lesson, lessons
from train.recipes import export_trainers
from train.stages import FACTS, STYLE, Stage
from train.trainer_configs import axolotl, default_system, llama_factory, llama_factory_dataset

CHATML = Frame(
    "<|im_start|>system\n",
    "<|im_end|>\n<|im_start|>user\n",
    "<|im_start|>user\n",
    "<|im_end|>\n<|im_start|>assistant\n",
    "<|im_end|>\n<|im_start|>user\n",
    "<|im_end|>\n<|im_start|>assistant\n",
)

LLAMA_FACTORY_KEYS = frozenset(
    [
        "model_name_or_path",
        "adapter_name_or_path",
        "create_new_adapter",
        "quantization_bit",
        "stage",
        "do_train",
        "finetuning_type",
        "lora_rank",
        "lora_alpha",
        "lora_dropout",
        "lora_target",
        "use_rslora",
        "use_dora",
        "dataset_dir",
        "dataset",
        "template",
        "default_system",
        "enable_thinking",
        "cutoff_len",
        "train_on_prompt",
        "mask_history",
        "neat_packing",
        "overwrite_cache",
        "output_dir",
        "num_train_epochs",
        "disable_shuffling",
        "per_device_train_batch_size",
        "gradient_accumulation_steps",
        "learning_rate",
        "lr_scheduler_type",
        "warmup_steps",
        "disable_gradient_checkpointing",
        "bf16",
        "seed",
        "logging_steps",
        "save_steps",
        "save_total_limit",
        "report_to",
    ]
)
"""Keys that LLaMA-Factory 0.9.5 parsed (hparams.get_train_args), which refuses any that it does not know."""

AXOLOTL_KEYS = frozenset(
    [
        "base_model",
        "adapter",
        "lora_model_dir",
        "load_in_4bit",
        "lora_r",
        "lora_alpha",
        "lora_dropout",
        "lora_target_linear",
        "peft_use_rslora",
        "peft_use_dora",
        "datasets",
        "chat_template",
        "chat_template_kwargs",
        "eot_tokens",
        "train_on_inputs",
        "sequence_len",
        "excess_length_strategy",
        "sample_packing",
        "pad_to_sequence_len",
        "shuffle_merged_datasets",
        "curriculum_sampling",
        "dataset_prepared_path",
        "output_dir",
        "num_epochs",
        "micro_batch_size",
        "gradient_accumulation_steps",
        "optimizer",
        "learning_rate",
        "lr_scheduler",
        "warmup_steps",
        "weight_decay",
        "gradient_checkpointing",
        "bf16",
        "seed",
        "logging_steps",
        "save_steps",
        "save_total_limit",
        "val_set_size",
    ]
)
"""Keys that are fields of axolotl 0.19's AxolotlInputConfig, and which its validate_config passed."""

DATASET_KEYS = {"path", "ds_type", "type", "field_messages", "roles_to_train", "train_on_eos"}


@pytest.fixture
def stages(persona: Persona) -> list[Stage]:
    """Style, then facts on the same adapter; everyday talk has no system prompt."""
    said = [("Well?", "Aye, oil first. 🎉"), ("And?", "Wait.")]
    style = lessons([Exchange(kind="style", messages=messages_of([pair])) for pair in said], persona)
    facts = lessons([Exchange(kind="fact", messages=messages_of([("Born?", "In Port Skerrow."), *said]))], persona)
    general = Lesson("general", [{"role": "user", "content": "Hi!"}, {"role": "assistant", "content": "Hello."}])
    return [
        Stage(STYLE, [*style, *style], 2e-5),
        Stage(FACTS, [*facts, general, *facts], 1e-3, ending=style[:1], start=STYLE),
    ]


def wanting(persona: Persona, *trainers: str, **train: Any) -> Persona:
    export = Export(trainers=trainers)  # type: ignore[arg-type]
    return persona.model_copy(update={"export": export, "train": persona.train.model_copy(update=train)})


def rows(path: Path) -> list[list[dict[str, str]]]:
    return [json.loads(line)["messages"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_both_programs_get_every_row_in_its_order(tmp_path: Path, persona: Persona, stages: list[Stage]) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    folders = export_trainers(workspace, wanting(persona, "llama-factory", "axolotl"), stages)
    assert [folder.name for folder in folders] == ["llama-factory", "axolotl"]
    for folder in folders:
        assert rows(folder / "data" / "style.jsonl") == [lesson.messages for lesson in stages[0].rows]
        facts = rows(folder / "data" / "facts.jsonl")
        assert facts == [lesson.messages for lesson in (*stages[1].rows, *stages[1].ending)]
        readme = (folder / "README.md").read_text(encoding="utf-8")
        assert "Keep this folder to yourself" in readme
        assert readme.index("train style.yaml") < readme.index("train facts.yaml")
    files = json.loads((folders[0] / "dataset_info.json").read_text())
    assert {name: file["file_name"] for name, file in files.items()} == {
        "style": "data/style.jsonl",
        "facts": "data/facts.jsonl",
    }


def test_yaml_reads_the_numbers_as_numbers(tmp_path: Path, persona: Persona, stages: list[Stage]) -> None:
    """JSON's 2e-05 is a string to YAML."""
    for folder in export_trainers(Workspace(tmp_path, "a"), wanting(persona, "llama-factory", "axolotl"), stages):
        config = yaml.safe_load((folder / "style.yaml").read_text())
        assert config["learning_rate"] == 2e-5


def test_what_is_no_longer_wanted_is_deleted(tmp_path: Path, persona: Persona, stages: list[Stage]) -> None:
    workspace, frozen = Workspace(tmp_path, "ann-lee"), Workspace(tmp_path, "ann-lee", frozen=True)
    wanted = wanting(persona, "axolotl")
    with pytest.raises(NotFresh):
        export_trainers(frozen, wanted, stages)
    folders = export_trainers(workspace, wanted, stages)
    assert export_trainers(frozen, wanted, stages) == folders
    with pytest.raises(NotFresh):  # other rows
        export_trainers(frozen, wanted, stages[:1])
    assert export_trainers(workspace, wanting(persona), stages) == []
    assert not folders[0].exists()
    assert export_trainers(workspace, wanted, []) == []


EVERY = [{}, {"packing": True, "quantize": "4bit"}, {"dora": True, "rslora": True, "gradient_checkpointing": True}]


@pytest.mark.parametrize("train", EVERY)
def test_every_key_is_known_to_its_program(persona: Persona, stages: list[Stage], train: dict[str, Any]) -> None:
    wanted = wanting(persona, **train)
    for stage in (*stages, Stage(FACTS, stages[1].rows, 1e-3, start=STYLE, stacked=True)):
        assert llama_factory(wanted, stage, CHATML).keys() <= LLAMA_FACTORY_KEYS
        config = axolotl(wanted, stage, "<|im_end|>")
        assert config.keys() <= AXOLOTL_KEYS
        assert config["datasets"][0].keys() == DATASET_KEYS


def test_llama_factory_trains_the_same(persona: Persona, stages: list[Stage]) -> None:
    style, facts = (llama_factory(wanting(persona, packing=True), stage, CHATML) for stage in stages)
    assert "adapter_name_or_path" not in style
    assert facts["adapter_name_or_path"] == style["output_dir"] == "adapters/style"
    assert facts["create_new_adapter"] is False
    assert (style["lora_rank"], style["lora_alpha"], style["lora_target"]) == (4, 8, "all")
    assert (style["train_on_prompt"], style["mask_history"], style["neat_packing"]) == (False, False, True)
    assert (style["num_train_epochs"], style["disable_shuffling"]) == (1.0, True)
    assert (style["learning_rate"], facts["learning_rate"]) == (2e-5, 1e-3)
    assert style["template"] == "chatml"


def test_axolotl_trains_the_same(persona: Persona, stages: list[Stage]) -> None:
    style, facts = (axolotl(persona, stage, "<|im_end|>") for stage in stages)
    assert "lora_model_dir" not in style
    assert facts["lora_model_dir"] == style["output_dir"] == "adapters/style"
    assert (style["shuffle_merged_datasets"], style["curriculum_sampling"], style["num_epochs"]) == (False, True, 1)
    assert style["datasets"][0]["roles_to_train"] == ["assistant"]
    assert style["datasets"][0]["train_on_eos"] == "turn"
    stacked = axolotl(persona, Stage(FACTS, stages[1].rows, 1e-3, start=STYLE, stacked=True), "<|im_end|>")
    assert stacked["base_model"] == "adapters/style/merged"
    assert "lora_model_dir" not in stacked


def test_llama_factory_is_not_told_that_the_rows_are_openai() -> None:
    """With that format it adds "detailed thinking off" to every system prompt."""
    assert llama_factory_dataset("data/style.jsonl")["formatting"] == "sharegpt"


def test_a_template_without_a_name_is_left_to_be_read(persona: Persona, stages: list[Stage]) -> None:
    frame = Frame("S:", "U:", "U:", "A:", "U:", "A:")
    assert "template" not in llama_factory(persona, stages[0], frame)


def test_the_default_system_prompt_is_that_of_the_template() -> None:
    assert default_system(CHATML) == ""
    bare = "<|im_start|>system\nYou are Q.<|im_end|>\n<|im_start|>user\n"
    assert default_system(Frame(**{**vars(CHATML), "bare": bare})) == "You are Q."
