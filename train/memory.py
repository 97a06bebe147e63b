"""What training will take of the machine's memory, told before anything is loaded.

    train.base_model: llama-3.1-8b needs about 23.5 GB (weights 16.1, adapter and optimiser 1.3, activations 5.3,
    program 0.8), this GPU has 15.6 GB free; set quantize = "4bit" or a smaller batch_size, or choose a smaller base
    model

`estimate` counts what is known: each weight, by building the model without its weights (on torch's "meta" device, in
half a second); the adapter on every linear layer, with its gradients and Adam's two moments; and, from the shape of the
model, the activations that are kept for the backward pass.

Measured on two CPU cores: a layer of SmolLM2-135M (576 wide, 1536 in its feed-forward part) keeps for each token
40.4 kB in float32 and 27.2 kB in bfloat16 with the fused attention kernel; with the plain kernel, in float32, 45.8 kB
at 64 tokens and 61.9 kB at 512. `_kept` says 40.1, 27.8, 45.3 and 61.4. With gradient checkpointing it keeps 2.4 kB
(2.3). glibc's allocator takes about twice what is kept. Peak memory of whole LoRA steps (rank 16, float32, plain
kernel, half of the tokens learnt):

    rows x tokens                  measured   estimated
    8 x 64                         3.6 GB     3.1 GB
    8 x 512                        15.8 GB    17.8 GB
    8 x 64, with checkpointing     2.4 GB     1.8 GB

On a GPU the estimate is arithmetic alone, not yet measured. Not handled: mixtures of experts (an adapter on their
experts, and which of them a token takes), several adapters at once; generation takes less, and is not asked about.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import SettingsError
from likeness.sections import Train
from train.base_model import attention, fastest_dtype, has_cuda, loading, location

if TYPE_CHECKING:
    from transformers import PreTrainedModel

GIGABYTE = 1e9

BYTES_PER_TRAINED = 16
"""A trained weight in float32, its gradient, and Adam's two moments."""

BYTES_PER_4BIT = 0.516
"""A weight of QLoRA: 4 bits and its share of the scales, 0.127 bits with double quantization (arXiv 2305.14314)."""

BYTES_PER_LOGIT = {"cpu": 12, "cuda": 16}
"""A logit in float32, its softmax and its gradient; on a GPU first in bfloat16."""

LEARNT_SHARE = 0.5
"""Share of tokens that are learnt: on a CPU the head is asked for those only."""

PROGRAM = {"cpu": 0.9e9, "cuda": 0.8e9}
"""Bytes that Python and the libraries take (measured), or CUDA's context and work space (usual for one process)."""

FRAGMENTATION = {"cpu": 2.0, "cuda": 1.1}
"""What the allocator takes for a byte of activations; the first measured with glibc, the second usual for torch."""


@dataclass(frozen=True)
class Need:
    """Bytes that training takes, by what takes them."""

    weights: float
    adapter: float
    activations: float
    program: float

    @property
    def total(self) -> float:
        """All of it, in bytes."""
        return self.weights + self.adapter + self.activations + self.program


def check_memory(settings: Train, longest: int) -> None:
    """Refuse a training that the machine cannot hold, before the base model is loaded (or downloaded).

    Args:
        settings: base model, rank, batch size and what spares memory.
        longest: tokens of the longest row; `settings.max_length` counts where it is longer, or rows are packed.

    Raises:
        MissingExtra, SettingsError: as `train.base_model.location` and `loading`; and if the memory will not do.
    """
    free = free_memory()
    need = estimate(_skeleton(settings.base_model), settings, longest, "cuda" if has_cuda() else "cpu")
    if free is not None and need.total > free:
        raise SettingsError(_refusal(settings, need, free))


def estimate(model: "PreTrainedModel", settings: Train, longest: int, device: str) -> Need:
    """What training `model` takes on `device`, "cpu" or "cuda"; of the model only the shapes are looked at."""
    from torch.nn import Linear

    head = model.get_output_embeddings()  # type: ignore[no-untyped-call]
    linear = [module for module in model.modules() if isinstance(module, Linear) and module is not head]
    in_linear = sum(module.weight.numel() for module in linear)
    others = sum(parameter.numel() for parameter in model.parameters()) - in_linear
    size = fastest_dtype().itemsize
    sides = sum(module.in_features + module.out_features for module in linear)
    return Need(
        weights=others * size + in_linear * (BYTES_PER_4BIT if settings.quantize == "4bit" else size),
        adapter=settings.rank * sides * BYTES_PER_TRAINED,
        activations=_activations(model.config.get_text_config(), settings, longest, device, size),
        program=PROGRAM[device],
    )


def free_memory(root: Path = Path("/")) -> int | None:
    """Bytes that this process may still take: of the GPU's memory, else of the machine's or its container's.

    None where the system does not say (it is asked through Linux's /proc and its control groups).
    """
    if has_cuda():
        import torch

        return int(torch.cuda.mem_get_info()[0])
    known = [size for size in (_available(root / "proc/meminfo"), _left_in_group(root / "sys/fs/cgroup")) if size]
    return min(known, default=None)


def _skeleton(base_model: str) -> "PreTrainedModel":
    """The base model without its weights: only its config is read, a few kilobytes."""
    from accelerate import init_empty_weights
    from transformers import AutoConfig, AutoModelForCausalLM

    # Not in a block of torch.device("meta"): libraries that are first imported there would make their constants on it,
    # as torchaudio does, and fail for the rest of the process.
    with loading(base_model), init_empty_weights():
        config = AutoConfig.from_pretrained(location(base_model))
        model: PreTrainedModel = AutoModelForCausalLM.from_config(config)  # type: ignore[no-untyped-call]
    return model


def _activations(config: Any, settings: Train, longest: int, device: str, size: int) -> float:
    length = settings.max_length if settings.packing else min(longest, settings.max_length)
    tokens, layers = settings.batch_size * length, config.num_hidden_layers
    kept = _kept(config, length, size)
    # With checkpointing, each layer's input is kept, and one layer at a time is computed anew.
    whole = layers * size * config.hidden_size + kept if settings.gradient_checkpointing else layers * kept
    scored = tokens * (1 if device == "cuda" else LEARNT_SHARE)
    return float(FRAGMENTATION[device] * tokens * whole + scored * config.vocab_size * BYTES_PER_LOGIT[device])


def _kept(config: Any, length: int, size: int) -> float:
    """Bytes that one layer keeps for each token, for its backward pass.

    Four times the inner width of the feed-forward part (two projections, the gate, their product), and 27 bytes for
    each unit of width: inputs and projections of the attention, and norms, which are float32 in either format. The
    plain attention kernel keeps its weights too, in float32, and the repeated keys and values.
    """
    inner = getattr(config, "intermediate_size", None) or 4 * config.hidden_size
    fused = 4 * size * inner + 27 * config.hidden_size
    if attention() == "sdpa":
        return float(fused)
    return float(fused + 4 * config.num_attention_heads * length + 5 * config.hidden_size)


def _available(meminfo: Path) -> int | None:
    if not meminfo.exists():
        return None
    lines = (line.split() for line in meminfo.read_text().splitlines())
    return next((int(line[1]) * 1024 for line in lines if line and line[0] == "MemAvailable:"), None)


def _left_in_group(groups: Path) -> int | None:
    """What the control group of a container leaves, by either version of control groups; None without a limit."""
    for limit, used in (
        ("memory.max", "memory.current"),
        ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes"),
    ):
        most, now = groups / limit, groups / used
        if most.exists() and now.exists() and most.read_text().strip().isdigit():
            cached = _cached(now.parent / "memory.stat")
            return max(0, int(most.read_text()) - int(now.read_text()) + cached)
    return None


def _cached(stat: Path) -> int:
    """Bytes of files that the system keeps in memory, and gives up when asked."""
    lines = (line.split() for line in stat.read_text().splitlines()) if stat.exists() else ()
    return next((int(line[1]) for line in lines if line and line[0] == "inactive_file"), 0)


def _refusal(settings: Train, need: Need, free: int) -> str:
    parts = {
        "weights": need.weights,
        "adapter and optimiser": need.adapter,
        "activations": need.activations,
        "program": need.program,
    }
    listed = ", ".join(f"{name} {size / GIGABYTE:.1f}" for name, size in parts.items())
    ways = ['quantize = "4bit"'] if settings.quantize == "none" else []
    ways += [] if settings.gradient_checkpointing else ["gradient_checkpointing = true"]
    ways += ["a smaller batch_size"] if settings.batch_size > 1 else ["a smaller max_length"]
    where = "GPU" if has_cuda() else "machine"
    return (
        f"train.base_model: {settings.base_model} needs about {need.total / GIGABYTE:.1f} GB ({listed}), this {where} "
        f"has {free / GIGABYTE:.1f} GB free; set {' or '.join(ways)}, or choose a smaller base model"
    )
