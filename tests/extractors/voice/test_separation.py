import json
import logging
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice import separation
from extractors.voice.audio import Waveform
from extractors.voice.separation import Demucs, Separator, open_separator
from likeness.errors import EngineError, MissingExtra, SettingsError
from likeness.sections import Voice

RATE = 16_000


def save_model(path: Path, klass: str = "demucs.htdemucs.HTDemucs", **changes: Any) -> None:
    """A tiny htdemucs with random weights, in the makers' layout: arguments as JSON beside the weights."""
    import torch
    from demucs.htdemucs import HTDemucs
    from safetensors.torch import save_file

    settings = {"channels": 8, "t_layers": 1, "t_heads": 2, **changes}
    torch.manual_seed(0)
    model = HTDemucs(sources=["drums", "bass", "other", "vocals"], segment=Fraction(1), **settings)
    kwargs = {**settings, "segment": {"_type": "fraction", "numerator": 1, "denominator": 1}}
    about = {"klass": klass, "args": '[["drums", "bass", "other", "vocals"]]', "kwargs": json.dumps(kwargs)}
    save_file({name: weights.contiguous() for name, weights in model.state_dict().items()}, path, about)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("htdemucs")
    save_model(folder / "955717e8.safetensors")
    (folder / "htdemucs.yaml").write_text("models: ['955717e8']\n")
    return folder


@pytest.fixture(autouse=True)
def _forget_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No model is kept from test to test, and the hub's cache is empty."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    yield
    separation._open_demucs.cache_clear()


def noise(seconds: float, rate: int = RATE) -> Waveform:
    samples = np.random.default_rng(0).normal(0, 0.1, round(seconds * rate))
    return Waveform(samples.astype(np.float32), rate)


def found(monkeypatch: pytest.MonkeyPatch, *spans: tuple[float, float]) -> None:
    monkeypatch.setattr(separation, "music_spans", lambda _: list(spans))


def separated(separator: Separator, mixture: Waveform) -> NDArray[np.float32]:
    """The vocals, their blocks joined."""
    return np.concatenate([np.zeros(0, np.float32), *separator.separate(mixture)])


class Halver(Demucs):
    """Stands where the model would be: its vocals are half of the sound."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def _vocals(self, samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
        self.lengths.append(len(samples))
        return samples / 2


def test_none_leaves_the_mixture_alone() -> None:
    mixture = noise(70)
    assert np.array_equal(separated(open_separator(Voice()), mixture), mixture.samples)


@pytest.mark.parametrize("name", ["none", "demucs"])
@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_every_separator_keeps_the_length(name: str, rate: int, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch, (0.5, 1.25))
    mixture = noise(1.51, rate)
    settings = Voice.model_validate({"separate": name, "separate_model": str(model), "device": "cpu"})
    vocals = separated(open_separator(settings), mixture)
    assert (len(vocals), vocals.dtype) == (len(mixture.samples), np.float32)
    assert np.isfinite(vocals).all()


@pytest.mark.parametrize("samples", [[], [0.5], [0.0] * RATE, [float("nan")] * RATE, [1.0] * 2 * RATE])
def test_bad_sound_is_passed_through(samples: list[float], model: Path) -> None:
    mixture = Waveform(np.array(samples, np.float32), RATE)
    vocals = separated(open_separator(Voice(separate="demucs", separate_model=str(model))), mixture)
    assert len(vocals) == len(samples)


def test_the_model_is_used_where_music_is_found_and_the_same_each_time(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(monkeypatch, (2.0, 3.0))
    mixture = noise(5)
    separator = open_separator(Voice(separate="demucs", separate_model=str(model)))
    vocals = separated(separator, mixture)
    changed = np.abs(vocals - mixture.samples)
    assert changed[:RATE].max() == changed[4 * RATE :].max() == 0
    assert changed[2 * RATE : 3 * RATE].mean() > 0.01
    assert np.array_equal(vocals, separated(separator, mixture))


def test_samples_that_are_no_numbers_become_silence(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch, (0.0, 1.5))
    mixture = noise(1.5)
    mixture.samples[RATE : RATE + 9] = [np.nan, np.inf, -np.inf] * 3
    vocals = separated(open_separator(Voice(separate="demucs", separate_model=str(model))), mixture)
    assert np.isfinite(vocals).all()


def test_long_spans_are_cut_into_pieces_without_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separation, "PIECE", 10)
    found(monkeypatch, (0.0, 24.9), (30.0, 40.0))
    mixture, halver = Waveform(np.ones(40 * RATE, np.float32), RATE), Halver()
    vocals = separated(halver, mixture)
    assert max(halver.lengths) == 11 * RATE
    assert vocals[: round(24.9 * RATE)] == pytest.approx(0.5)
    assert vocals[26 * RATE : 29 * RATE] == pytest.approx(1)
    assert vocals[30 * RATE :] == pytest.approx(0.5)
    assert np.abs(np.diff(vocals)).max() < 1e-4, "every join is a slope"


def test_a_model_is_loaded_once(model: Path) -> None:
    settings = Voice(separate="demucs", separate_model=str(model))
    assert open_separator(settings) is open_separator(settings)


def test_a_model_is_a_folder_a_file_or_a_bag(model: Path, tmp_path: Path) -> None:
    for path in (model, model / "htdemucs.yaml", model / "955717e8.safetensors"):
        assert len(separation.load_model(path).models) == 1
    save_model(tmp_path / "a.safetensors")
    save_model(tmp_path / "b.safetensors")
    (tmp_path / "bag.yaml").write_text("models: [a, b]\nweights: [[1, 1, 1, 0], [0, 0, 0, 1]]\nsegment: 0.5\n")
    bag = separation.load_model(tmp_path)
    assert (len(bag.models), bag.weights, bag.models[0].segment) == (1, [[0, 0, 0, 1]], 0.5)


def test_a_model_of_the_cache_is_found_by_its_name(tmp_path: Path) -> None:
    repository = tmp_path / "cache" / "models--adefossez--HTDemucs"
    snapshot = repository / "snapshots" / "abc"
    snapshot.mkdir(parents=True)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("abc")
    (snapshot / "htdemucs.yaml").write_text("models: ['955717e8']\n")
    save_model(snapshot / "955717e8.safetensors")
    assert isinstance(open_separator(Voice(separate="auto", device="cpu")), Demucs)


@pytest.mark.parametrize("name", ["htdemucs", "htdemucs_ft", "models/of/mine", "/nowhere/htdemucs"])
def test_a_model_that_is_not_here_is_named_with_the_way_to_it(name: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(MissingExtra, match=rf"{name} is not on this machine; .*hf download"):
        open_separator(Voice(separate="demucs", separate_model=name))
    with caplog.at_level(logging.INFO):
        assert open_separator(Voice(separate="auto", separate_model=name)).separate(noise(1))
    assert caplog.messages[0].startswith(f"separate: none; [voice] separate_model: {name} is not on this machine")


def spoil(folder: Path, what: str) -> Path:
    """A model that cannot be used."""
    match what:
        case "cut off":
            save_model(folder / "a.safetensors")
            (folder / "a.safetensors").write_bytes((folder / "a.safetensors").read_bytes()[:999])
        case "another class":
            save_model(folder / "a.safetensors", klass="subprocess.Popen")
        case "other weights":
            save_model(folder / "a.safetensors")
            wide = folder / "a.safetensors"
            wide.write_bytes(wide.read_bytes().replace(b'\\"channels\\": 8', b'\\"channels\\": 9'))
        case "a pickle":
            (folder / "955717e8-8726e21a.th").write_bytes(b"\x80\x02}q\x00.")
        case "two models":
            save_model(folder / "a.safetensors")
            save_model(folder / "b.safetensors")
        case "a bag without its model":
            (folder / "htdemucs.yaml").write_text("models: ['955717e8']\n")
        case "not a bag":
            (folder / "htdemucs.yaml").write_text("[\n")
    return folder


@pytest.mark.parametrize(
    "what",
    ["cut off", "another class", "other weights", "a pickle", "two models", "a bag without its model", "not a bag"],
)
def test_a_broken_model_is_one_line(what: str, tmp_path: Path) -> None:
    settings = Voice(separate="demucs", separate_model=str(spoil(tmp_path, what)))
    with pytest.raises(SettingsError, match=r"not an htdemucs in safetensors \(.+\); fetch") as raised:
        open_separator(settings)
    assert "\n" not in str(raised.value)


def test_a_device_that_is_not_there(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(SettingsError, match=r"\[voice\] device: torch finds no CUDA device"):
        open_separator(Voice(separate="demucs", separate_model=str(model), device="cuda"))


def test_too_little_memory_is_one_line(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    def fail(*_: Any, **__: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate ...\nmany\nlines")

    found(monkeypatch, (0.0, 1.0))
    separator = open_separator(Voice(separate="demucs", separate_model=str(model), device="cpu"))
    monkeypatch.setattr("demucs.apply.apply_model", fail)
    with pytest.raises(EngineError, match="cpu is out of memory"):
        separated(separator, noise(1))
