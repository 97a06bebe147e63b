"""Two adapters, one trained on top of the other, as one adapter of both their ranks.

An adapter changes its layers by s B A. Two change them by s1 B1 A1 + s2 B2 A2 = s [B1 s1/s, B2 s2/s] [A1; A2], so it is
enough to set the matrices beside each other: exact, and nothing is lost to rounding but in the base model that the
second one was trained on, which had the first merged into its weights.
"""

import json
import math
from pathlib import Path
from typing import Any

WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"


def stack_adapters(first: Path, second: Path) -> None:
    """Put `first` below the adapter in `second`, which was trained with `first` merged; `second` then holds both.

    Raises:
        ValueError: if one of them changes other layers than the other, or is no plain LoRA adapter.
    """
    import torch
    from safetensors.torch import load_file, save_file

    below, above = load_file(first / WEIGHTS), load_file(second / WEIGHTS)
    configs = [json.loads((folder / CONFIG).read_text()) for folder in (first, second)]
    if below.keys() != above.keys() or any("lora_A" not in name and "lora_B" not in name for name in above):
        raise ValueError(f"{second}: not LoRA on the same layers as {first}")
    ratio = _scale(configs[0]) / _scale(configs[1])
    stacked = {
        name: torch.cat([below[name], above[name]])
        if "lora_A" in name
        else torch.cat([below[name] * ratio, above[name]], dim=1)
        for name in above
    }
    save_file({name: matrix.contiguous() for name, matrix in stacked.items()}, second / WEIGHTS, {"format": "pt"})
    (second / CONFIG).write_text(json.dumps(_of_both(*configs), indent=2))


def _scale(config: dict[str, Any]) -> float:
    rank = config["r"]
    return float(config["lora_alpha"] / (math.sqrt(rank) if config["use_rslora"] else rank))


def _of_both(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The configuration of the two as one: the ranks add up, the scale stays that of the upper."""
    rank = below["r"] + above["r"]
    alpha = _scale(above) * (math.sqrt(rank) if above["use_rslora"] else rank)
    return {**above, "r": rank, "lora_alpha": alpha}
