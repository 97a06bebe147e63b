import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from likeness.errors import SettingsError
from likeness.presets import PRESETS, with_preset
from likeness.sections import Train
from train import memory
from train.memory import Need, check_memory, estimate, free_memory


def skeleton(**shape: Any) -> Any:
    """A Llama without weights; SmolLM2-135M unless `shape` says otherwise."""
    import torch
    from transformers import AutoModelForCausalLM, LlamaConfig

    usual = {
        "vocab_size": 49152,
        "hidden_size": 576,
        "intermediate_size": 1536,
        "num_hidden_layers": 30,
        "num_attention_heads": 9,
        "num_key_value_heads": 3,
        "tie_word_embeddings": True,
    }
    with torch.device("meta"):
        return AutoModelForCausalLM.from_config(LlamaConfig(**{**usual, **shape}))


@pytest.fixture(autouse=True)
def _float32_on_a_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(memory, "fastest_dtype", lambda: torch.float32)
    monkeypatch.setattr(memory, "attention", lambda: "eager")
    monkeypatch.setattr(memory, "has_cuda", lambda: False)


@pytest.mark.parametrize(
    ("longest", "checkpointing", "measured"), [(64, False, 3.6e9), (512, False, 15.8e9), (64, True, 2.4e9)]
)
def test_the_estimate_is_near_what_was_measured(longest: int, checkpointing: bool, measured: float) -> None:
    need = estimate(skeleton(), Train(gradient_checkpointing=checkpointing), longest, "cpu")
    assert measured / 1.5 < need.total < measured * 1.5
    assert need.weights == 134_515_008 * 4


def test_rows_count_as_long_as_they_are_and_packs_as_long_as_they_may_be() -> None:
    model = skeleton(num_hidden_layers=2)
    short, long = (estimate(model, Train(), tokens, "cpu").activations for tokens in (64, 512))
    assert short < long / 8
    assert estimate(model, Train(), 9999, "cpu").activations == long
    assert estimate(model, Train(packing=True), 64, "cpu").activations == long


def test_what_spares_memory_spares_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(memory, "fastest_dtype", lambda: torch.bfloat16)
    monkeypatch.setattr(memory, "attention", lambda: "sdpa")
    llama = skeleton(
        vocab_size=128256,
        hidden_size=4096,
        intermediate_size=14336,
        num_hidden_layers=32,
        num_attention_heads=32,
        num_key_value_heads=8,
        tie_word_embeddings=False,
    )
    settings = Train(**with_preset({"base_model": "llama-3.1-8b"}))
    need = estimate(llama, settings, 1024, "cuda")
    assert need.weights == 2 * PRESETS["llama-3.1-8b"].parameters
    assert need.adapter == pytest.approx(83.9e6 * 16, rel=0.01)  # 83.9 M trained weights at rank 32, as peft prints
    assert need.total < 24e9  # one usual large card
    small = estimate(llama, settings.model_copy(update={"quantize": "4bit"}), 1024, "cuda")
    assert 5e9 < small.weights < 6e9 and small.activations == need.activations
    whole = estimate(llama, settings.model_copy(update={"gradient_checkpointing": False}), 1024, "cuda")
    assert whole.activations > 3 * need.activations


def test_the_refusal_is_one_line_that_says_what_to_set(tiny_base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free_memory", lambda: 500_000_000)
    settings = Train(base_model=str(tiny_base), gradient_checkpointing=True)
    with pytest.raises(SettingsError) as caught:
        check_memory(settings, 64)
    line = str(caught.value)
    assert "needs about 0.9 GB (weights 0.0, adapter and optimiser 0.0, activations 0.0, program 0.9)" in line
    assert "this machine has 0.5 GB free" in line
    assert 'set quantize = "4bit" or a smaller batch_size' in line and "checkpointing" not in line and "\n" not in line


@pytest.mark.parametrize("free", [None, 2_000_000_000])
def test_what_fits_passes_and_so_does_a_system_that_does_not_say(
    tiny_base: Path, monkeypatch: pytest.MonkeyPatch, free: int | None
) -> None:
    monkeypatch.setattr(memory, "free_memory", lambda: free)
    check_memory(Train(base_model=str(tiny_base)), 64)


def test_a_base_model_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"train\.base_model: .* cannot be loaded"):
        check_memory(Train(base_model=str(tmp_path / "nowhere")), 64)


def test_the_need_is_the_sum_of_its_parts() -> None:
    assert Need(weights=1, adapter=2, activations=3, program=4).total == 10


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_free_memory_is_the_less_of_the_machine_s_and_the_container_s(tmp_path: Path) -> None:
    assert free_memory(tmp_path) is None
    write(tmp_path / "proc/meminfo", "MemTotal: 16000 kB\nMemFree: 10 kB\nMemAvailable:    8000 kB\n")
    assert free_memory(tmp_path) == 8000 * 1024
    groups = tmp_path / "sys/fs/cgroup"
    write(groups / "memory.max", "max\n")
    write(groups / "memory.current", "3000000\n")
    assert free_memory(tmp_path) == 8000 * 1024
    write(groups / "memory.max", "5000000\n")
    assert free_memory(tmp_path) == 2_000_000
    write(groups / "memory.stat", "anon 2000000\ninactive_file 500000\n")
    assert free_memory(tmp_path) == 2_500_000


def test_the_older_control_groups_are_read_too(tmp_path: Path) -> None:
    group = tmp_path / "sys/fs/cgroup/memory"
    write(group / "memory.limit_in_bytes", "5000000\n")
    write(group / "memory.usage_in_bytes", "1000000\n")
    assert free_memory(tmp_path) == 4_000_000


def test_what_is_imported_while_a_model_is_sized_up_stays_real(tiny_base: Path) -> None:
    """torchaudio's constants lay on the "meta" device then, and no voice could be told in that process any more."""
    code = (
        "import sys; from likeness.sections import Train; from train.memory import check_memory\n"
        "check_memory(Train(base_model=sys.argv[1]), 64)\n"
        "from torchaudio.compliance.kaldi import EPSILON; sys.exit(EPSILON.is_meta)"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(tiny_base)], check=False).returncode == 0
