"""The usual base models from 0.4 to 8 billion parameters, under short names, and the settings that suit them.

    [train]
    base_model = "qwen3-4b"        # Qwen/Qwen3-4B-Instruct-2507 on the hub
    batch_size = 4                 # what the file says goes before what the preset says

Pure data. A model that is not here is named by its id of the hub, and trained with the defaults of
`likeness.sections.Train`, which were found on SmolLM2-135M: there, say at least the learning rates.

All presets have `SETTINGS`, and a learning rate that follows from the size of the model. Not here: models that also see
(Gemma 3 from 4 billion parameters), whose vision would get adapters that nothing trains.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Family = Literal["llama", "qwen"]


@dataclass(frozen=True)
class Preset:
    """One base model.

    `parameters` are all, those that the head shares with the embedding counted once. `family` says which of two
    measured rules the learning rate follows.
    """

    repository: str
    license: str
    parameters: int
    hidden_size: int
    family: Family = "llama"

    @property
    def learning_rate(self) -> float:
        """The peak learning rate, to two digits: 5e-5 x 10 x (2000 / hidden_size) ** exponent.

        Source: LoRA Without Regret (Thinking Machines, 2025) and the hyperparameter page of the same authors' Tinker:
        LoRA wants ten times the rate of full fine-tuning; exponent 0.781 for Llama, 0.0775 for Qwen. SmolLM, Gemma,
        Mistral and Phi, which they did not measure, follow Llama's, which is the more careful. Their newer sweep
        (batches of 128) found 3e-4 best for Llama 3.1 8B, and 1e-3 for Llama 3.2 and Qwen3 4B and 8B.
        """
        exponent = {"llama": 0.781, "qwen": 0.0775}[self.family]
        return float(f"{5e-5 * 10 * (2000 / self.hidden_size) ** exponent:.2g}")


SETTINGS: Mapping[str, Any] = {
    "rank": 32,
    "batch_size": 2,
    "max_length": 1024,
    "packing": True,
    "gradient_checkpointing": True,
}
"""Usual for 7 to 9 billion parameters. Packed, two times 1024 tokens are 16 to 40 rows a step: small batches suit LoRA
(LoRA Without Regret). Activations are computed anew in the backward pass, so the GPU's memory is left to the model."""

FACT_EPOCHS = 2.0
"""Passes over the facts, each question twice in each: at these rates a single one is little. Not measured here;
three are usual for 7 to 9 billion parameters."""

LLAMA_LICENSE, GEMMA_LICENSE = "Llama Community License", "Gemma Terms of Use"
"""Both are accepted on the hub before the model can be downloaded, and both bind what is trained from it."""

PRESETS: Mapping[str, Preset] = {
    "smollm2-360m": Preset("HuggingFaceTB/SmolLM2-360M-Instruct", "Apache-2.0", 361_821_120, 960),
    "smollm2-1.7b": Preset("HuggingFaceTB/SmolLM2-1.7B-Instruct", "Apache-2.0", 1_711_376_384, 2048),
    "smollm3-3b": Preset("HuggingFaceTB/SmolLM3-3B", "Apache-2.0", 3_075_098_624, 2048),
    "llama-3.2-1b": Preset("meta-llama/Llama-3.2-1B-Instruct", LLAMA_LICENSE, 1_235_814_400, 2048),
    "llama-3.2-3b": Preset("meta-llama/Llama-3.2-3B-Instruct", LLAMA_LICENSE, 3_212_749_824, 3072),
    "llama-3.1-8b": Preset("meta-llama/Llama-3.1-8B-Instruct", LLAMA_LICENSE, 8_030_261_248, 4096),
    "qwen3-1.7b": Preset("Qwen/Qwen3-1.7B", "Apache-2.0", 1_720_574_976, 2048, "qwen"),
    "qwen3-4b": Preset("Qwen/Qwen3-4B-Instruct-2507", "Apache-2.0", 4_022_468_096, 2560, "qwen"),
    "qwen3-8b": Preset("Qwen/Qwen3-8B", "Apache-2.0", 8_190_735_360, 4096, "qwen"),
    "gemma-3-1b": Preset("google/gemma-3-1b-it", GEMMA_LICENSE, 999_885_952, 1152),
    "mistral-7b": Preset("mistralai/Mistral-7B-Instruct-v0.3", "Apache-2.0", 7_248_023_552, 4096),
    "phi-4-mini": Preset("microsoft/Phi-4-mini-instruct", "MIT", 3_836_021_760, 3072),
}


def preset(name: str) -> Preset | None:
    """The preset of this short name, whatever its case; None where the name is a folder's, or an id of the hub."""
    return PRESETS.get(name.lower())


def with_preset(values: Mapping[str, Any]) -> dict[str, Any]:
    """The [train] table of a persona file, with the preset's settings where the file says nothing.

    Args:
        values: the table as TOML gives it, with the tables `style` and `facts` in it, or the sections as objects.
    """
    found = preset(str(values.get("base_model", "")))
    if found is None:
        return dict(values)
    merged = {**SETTINGS, **values}
    suggested: Mapping[str, Mapping[str, float]] = {"style": {}, "facts": {"epochs": FACT_EPOCHS}}
    for stage, settings in suggested.items():
        said = values.get(stage, {})
        if isinstance(said, Mapping):
            merged[stage] = {"learning_rate": found.learning_rate, **settings, **said}
    return merged
