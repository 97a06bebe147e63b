import os
import pickle
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from extractors.voice import pyannote_pipeline
from extractors.voice.audio import Waveform
from extractors.voice.diarization import PyannoteDiarizer, VoiceSpan, label_spans, open_diarizer
from extractors.voice.pyannote_pipeline import COMMUNITY, FILES, find_pipeline, open_pipeline
from extractors.voice.wheel_models import import_pyannote
from likeness.errors import EngineError, MissingExtra, SettingsError
from likeness.sections import Voice

RATE = 16_000

CONFIG = """
dependencies:
  pyannote.audio: 4.0.0

pipeline:
  name: pyannote.audio.pipelines.SpeakerDiarization
  params:
    clustering: VBxClustering
    segmentation: $model/segmentation
    segmentation_step: 0.5
    embedding: $model/embedding
    embedding_batch_size: 32
    embedding_exclude_overlap: true
    plda: $model/plda

params:
  clustering:
    threshold: 0.6
    Fa: 0.07
    Fb: 0.8
  segmentation:
    min_duration_off: 0.5
"""


def save_pipeline(folder: Path) -> None:
    """A small pipeline with random weights, in the files and the layout of community-1."""
    import torch

    import_pyannote()
    torch.manual_seed(0)
    for part in ("segmentation", "embedding", "plda"):
        (folder / part).mkdir(parents=True)
    (folder / "config.yaml").write_text(CONFIG)
    save_segmentation(folder / "segmentation" / "pytorch_model.bin")
    save_embedding(folder / "embedding" / "pytorch_model.bin")
    numbers = np.random.default_rng(0)
    normal = {"mean1": numbers.normal(size=256), "mean2": numbers.normal(size=128)}
    np.savez(folder / "plda" / "xvec_transform.npz", lda=numbers.normal(size=(256, 128)).astype(np.float32), **normal)
    turn = np.linalg.qr(numbers.normal(size=(128, 128)))[0]
    np.savez(folder / "plda" / "plda.npz", mu=numbers.normal(size=128), tr=turn, psi=numbers.uniform(0.1, 5, 128))


def save_segmentation(path: Path) -> None:
    """A PyanNet with one small layer of each kind; windows of 5 s, three voices, two of them at once."""
    import torch
    from lightning.pytorch import Trainer
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from pyannote.audio.models.segmentation import PyanNet

    model = PyanNet(lstm={"hidden_size": 8, "num_layers": 1}, linear={"hidden_size": 8, "num_layers": 1})
    model.specifications = Specifications(
        problem=Problem.MONO_LABEL_CLASSIFICATION,
        resolution=Resolution.FRAME,
        duration=5.0,
        classes=["speaker#1", "speaker#2", "speaker#3"],
        powerset_max_classes=2,
        permutation_invariant=True,
    )
    model.build()
    with torch.no_grad():
        model.classifier.weight.mul_(20)  # so that noise makes it change its mind
        model.classifier.bias[0] = -5  # and seldom finds nobody
    quiet = {"logger": False, "enable_checkpointing": False, "enable_progress_bar": False}
    trainer = Trainer(accelerator="cpu", enable_model_summary=False, **quiet)
    trainer.strategy.connect(model)
    trainer.save_checkpoint(path, weights_only=False)


def save_embedding(path: Path, **changes: Any) -> None:
    """WeSpeaker's ResNet34 as the makers converted it, but for a fifth of the frequencies, to be quick."""
    import lightning
    import torch
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from pyannote.audio.models.embedding.wespeaker import WeSpeakerResNet34

    model = WeSpeakerResNet34(num_mel_bins=16)
    model.specifications = Specifications(Problem.REPRESENTATION, Resolution.CHUNK, duration=5.0)
    checkpoint: dict[str, Any] = {"state_dict": model.state_dict(), "hyper_parameters": dict(model.hparams)}
    model.on_save_checkpoint(checkpoint)
    checkpoint["pytorch-lightning_version"] = lightning.__version__
    torch.save({**checkpoint, **changes}, path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "community-1"
    save_pipeline(folder)
    return folder


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A pipeline to be spoilt."""
    return Path(shutil.copytree(folder, tmp_path / "copy"))


@pytest.fixture(scope="module")
def pipeline(folder: Path) -> Iterator[Any]:
    yield open_pipeline(str(folder), "cpu")
    pyannote_pipeline._open.cache_clear()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever connects fails, and the hub's cache is empty."""

    def fail(*_: Any) -> None:
        raise AssertionError("something was sent")

    monkeypatch.setattr(socket.socket, "connect", fail)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


def noise(seconds: float, rate: int = RATE) -> Waveform:
    samples = np.random.default_rng(0).normal(0, 0.1, round(seconds * rate))
    return Waveform(samples.astype(np.float32), rate)


def check(spans: list[VoiceSpan], duration: float) -> None:
    """The contract of a diarizer."""
    assert all(0 <= span.start < span.end <= duration for span in spans)
    assert spans == sorted(spans, key=lambda span: (span.start, span.end))
    names = list(dict.fromkeys(span.voice for span in spans))
    assert names == [f"voice-{order}" for order in range(len(names))]
    floor = [span for span in spans if not span.overlapped]
    assert all(before.end <= after.start for before, after in pairwise(floor))
    for span in spans:
        others = [other for other in floor if other.voice != span.voice and other.end > span.start]
        assert not span.overlapped or any(other.start < span.end for other in others)
    for one, other in combinations([span for span in spans if span.overlapped], 2):
        assert one.voice != other.voice or one.end < other.start or other.end < one.start


def test_the_models_run_on_noise_and_find_the_same_each_time(pipeline: Any) -> None:
    diarizer = PyannoteDiarizer(pipeline)
    spans = diarizer.diarize(noise(25))
    check(spans, 25)
    assert pipeline.segmentation.min_duration_off == 0, "a pause that is filled lets the exclusive result overlap"
    assert spans and diarizer.diarize(noise(25)) == spans


@pytest.mark.parametrize("seconds", [0.001, 1, 5.1])
def test_sound_of_any_length(seconds: float, pipeline: Any) -> None:
    check(PyannoteDiarizer(pipeline).diarize(noise(seconds)), seconds)


@pytest.mark.parametrize("samples", [[], [0.0] * RATE, [float("nan")] * RATE, [float("inf")] * 9])
def test_nobody_speaks_in_silence(samples: list[float], pipeline: Any) -> None:
    assert PyannoteDiarizer(pipeline).diarize(Waveform(np.array(samples, np.float32), RATE)) == []


@dataclass
class Blocks:
    """A sound that remembers how much of it was asked for at once."""

    sound: Waveform
    sampling_rate: int = RATE
    asked: list[float] = field(default_factory=list)

    @property
    def duration(self) -> float:
        return self.sound.duration

    def between(self, start: float, end: float) -> Waveform:
        self.asked.append(end - start)
        return self.sound.between(start, end)


def output(full: str, exclusive: str) -> Any:
    """What pyannote returns; turns are written as "A 0-4, B 3-6"."""
    from pyannote.audio.pipelines.speaker_diarization import DiarizeOutput

    return DiarizeOutput(annotation(full), annotation(exclusive))


def annotation(turns: str) -> Any:
    from pyannote.core import Annotation, Segment

    found = Annotation(uri="waveform")
    for track, turn in enumerate(turns.split(", ") if turns else ()):
        voice, times = turn.split(" ")
        found[Segment(*map(float, times.split("-"))), track] = voice
    return found


def test_the_sound_is_read_in_blocks_and_given_as_it_is(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[NDArray[np.float32]] = []

    def apply(self: Any, file: dict[str, Any], **_: Any) -> Any:
        assert (file["waveform"].shape, file["sample_rate"]) == ((1, 130 * RATE + 7), RATE)
        given.append(file["waveform"][0].numpy().copy())
        return output("A 0-100, B 50-60", "A 0-100")

    monkeypatch.setattr(type(pipeline), "apply", apply)
    sound = Blocks(noise(130 + 7 / RATE))
    sound.sound.samples[9] = np.nan
    assert PyannoteDiarizer(pipeline).diarize(sound)[1] == VoiceSpan(50, 60, "voice-1", overlapped=True)
    assert max(sound.asked) <= 60
    expected = sound.sound.samples.copy()
    expected[9] = 0
    assert np.array_equal(given[0], expected)


@pytest.mark.parametrize(
    ("full", "exclusive", "spans"),
    [
        ("", "", ""),
        ("B 1-2, A 3-4, B 5-6", "B 1-2, A 3-4, B 5-6", "0 1-2, 1 3-4, 0 5-6"),
        # One voice takes over from the other while both speak.
        ("A 0-5, B 4-9", "A 0-4.5, B 4.5-9", "0 0-4.5, 1 4-4.5 under, 0 4.5-5 under, 1 4.5-9"),
        # A word within another's turn, with and without the floor.
        ("A 0-9, B 4-5", "A 0-9", "0 0-9, 1 4-5 under"),
        ("A 0-9, B 4-5", "A 0-4, B 4-5, A 5-9", "0 0-4, 1 4-5, 0 4-5 under, 0 5-9"),
        # Three at once.
        ("A 0-6, B 2-5, C 3-4", "A 0-6", "0 0-6, 1 2-5 under, 2 3-4 under"),
        # A voice goes on beneath two others who take turns: one stretch.
        ("A 1-7, B 0-4, C 4-8", "B 0-4, C 4-8", "0 0-4, 1 1-7 under, 2 4-8"),
        # They touch and do not overlap.
        ("A 0-4, B 4-6", "A 0-4, B 4-6", "0 0-4, 1 4-6"),
        # A voice with the floor in one of its own pauses speaks once.
        ("A 0-2, A 3-5", "A 0-2, A 3-5", "0 0-2, 0 3-5"),
        # What the last window heard in the zeros that fill it.
        ("A 8-10.4, B 9-12, C 11-12", "A 8-10.4, B 10.4-12", "0 8-10, 1 9-10 under"),
        ("A 1.0001-1.0002, B 1-2", "A 1.0001-1.0002, B 1.0002-2", "0 1-2"),
    ],
)
def test_overlap_is_told_of_in_spans_of_its_own(full: str, exclusive: str, spans: str) -> None:
    import_pyannote()
    labelled = label_spans(output(full, exclusive), 10.0)
    written = [f"{s.voice[-1]} {s.start:g}-{s.end:g}{' under' * s.overlapped}" for s in labelled]
    assert ", ".join(written) == spans
    check(labelled, 10.0)


def test_no_speech_is_lost_or_made_up() -> None:
    import_pyannote()
    for seed in range(20):
        speaks = np.random.default_rng(seed).random((3, 40)) < 0.4  # (voice, second)
        floor = np.array([[speaks[voice, t] and not speaks[:voice, t].any() for t in range(40)] for voice in range(3)])
        full, exclusive = (
            ", ".join(f"{'ABC'[voice]} {t}-{t + 1}" for voice, t in zip(*np.nonzero(of), strict=True))
            for of in (speaks, floor)
        )
        spans = label_spans(output(full, exclusive), 40.0)
        check(spans, 40.0)
        seconds = sorted((int(s.start) + i, s.overlapped) for s in spans for i in range(round(s.end - s.start)))
        assert seconds == sorted((t, not floor[voice, t]) for voice, t in zip(*np.nonzero(speaks), strict=True))


def test_each_window_passes_the_network_once(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    model = pipeline._embedding.model_
    windows = torch.from_numpy(noise(4).samples.reshape(4, 1, RATE))[[0, 0, 0, 1, 1, 2, 3, 3]]
    masks = (torch.rand(8, 50, generator=torch.manual_seed(0)) > 0.5).float()
    with torch.inference_mode():
        alone = type(model).forward(model, windows, masks)
    seen: list[int] = []
    monkeypatch.setattr(model, "forward_frames", lambda x: seen.append(len(x)) or type(model).forward_frames(model, x))
    assert pipeline._embedding(windows, masks) == pytest.approx(alone.numpy(), abs=1e-5)
    assert seen == [4]


def test_a_pipeline_is_loaded_once(folder: Path, pipeline: Any) -> None:
    assert open_pipeline(str(folder), "cpu") is open_pipeline(str(folder), "cpu")


def test_one_line_of_settings_takes_it(folder: Path, pipeline: Any) -> None:
    for engine in ("pyannote", "auto"):
        settings = Voice(diarize=engine, diarize_model=str(folder), device="cpu")
        assert open_diarizer(settings) == PyannoteDiarizer(pipeline)
    assert open_diarizer(Voice(diarize="auto", device="cpu")) == open_diarizer(Voice(device="cpu"))
    with pytest.raises(MissingExtra, match="hf download"):
        open_diarizer(Voice(diarize="pyannote"))


def test_a_pipeline_lies_in_the_cache_of_the_hub(folder: Path, tmp_path: Path) -> None:
    assert find_pipeline(str(folder)) == folder
    assert find_pipeline(COMMUNITY) is None
    repository = tmp_path / "hub" / f"models--{COMMUNITY.replace('/', '--')}"
    snapshot = shutil.copytree(folder, repository / "snapshots" / "abc")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("abc")
    assert find_pipeline(COMMUNITY) == snapshot
    (snapshot / "plda" / "plda.npz").unlink()
    assert find_pipeline(COMMUNITY) is None, "a broken download"


@pytest.mark.parametrize("model", [COMMUNITY, "/nowhere/community-1", "models/of/mine"])
def test_a_pipeline_that_is_not_here_is_named_with_the_way_to_it(model: str) -> None:
    with pytest.raises(MissingExtra, match=rf"{model} is not on this machine; accept .* `hf download .* HF_TOKEN"):
        open_pipeline(model, "cpu")


@pytest.mark.parametrize("name", FILES)
def test_a_folder_that_is_no_pipeline(name: str, copy: Path) -> None:
    (copy / name).unlink()
    with pytest.raises(SettingsError, match=f"is no pipeline, as it has no {name}"):
        open_pipeline(str(copy), "cpu")


@dataclass
class Trap:
    """Makes a file or folder when it is unpickled."""

    path: Path

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, ...]]:
        return os.mkdir, (str(self.path),)


class Copying(Trap):
    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, ...]]:
        return shutil.copy, (__file__, str(self.path))


@dataclass
class Leftover:
    """What a trainer keeps in its checkpoints."""

    patience: int = 3


def spoil(folder: Path, what: str) -> None:
    """A pipeline that cannot be used, or must not."""
    config = yaml.safe_load(CONFIG)
    settings, embedding = config["pipeline"]["params"], folder / "embedding" / "pytorch_model.bin"
    match what:
        case "another class":
            config["pipeline"]["name"] = "subprocess.Popen"
        case "models of the hub":
            settings["plda"] = "somebody/plda"
        case "models elsewhere":
            settings["embedding"] = "$model/../embedding"
        case "an unknown setting":
            settings["colour"] = "red"
        case "another clustering":
            settings["clustering"] = "Oracle"
        case "a model for another":
            shutil.copy(folder / "segmentation" / "pytorch_model.bin", embedding)
        case "a later version":
            save_embedding(embedding, **{"pyannote.audio": later_version()})
        case "a pointer":
            embedding.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:6f10\nsize 26646242\n")
        case "cut off":
            embedding.write_bytes(embedding.read_bytes()[:9999])
        case "a pickle":
            embedding.write_bytes(pickle.dumps(Trap(folder / "trap")))
        case "a trap":
            save_embedding(embedding, callbacks=Trap(folder / "trap"))
        case "a trap in the arrays":
            np.savez(
                folder / "plda" / "plda.npz", mu=np.array([Trap(folder / "trap")]), tr=np.eye(128), psi=np.ones(128)
            )
        case "no arrays":
            (folder / "plda" / "plda.npz").write_bytes(pickle.dumps(Trap(folder / "trap")))
    text = {"no settings": "null", "no YAML": "[", "objects": "!!python/object/apply:os.getcwd []"}
    (folder / "config.yaml").write_text(text.get(what, yaml.safe_dump(config)))


def later_version() -> dict[str, Any]:
    architecture = {"module": "pyannote.audio.models.embedding.wespeaker", "class": "WeSpeakerResNet34"}
    return {"versions": {"pyannote.audio": "9.0.0"}, "architecture": architecture, "specifications": None}


@pytest.mark.parametrize(
    "what",
    [
        *("another class", "models of the hub", "models elsewhere", "an unknown setting", "another clustering"),
        *("a model for another", "a later version", "a pointer", "cut off", "a pickle", "a trap"),
        *("a trap in the arrays", "no arrays", "no settings", "no YAML", "objects"),
    ],
)
def test_a_pipeline_that_cannot_be_used_is_one_line_and_runs_nothing(what: str, copy: Path) -> None:
    spoil(copy, what)
    with pytest.raises(SettingsError, match=r"copy cannot be used \(.+\); accept") as raised:
        open_pipeline(str(copy), "cpu")
    assert "\n" not in str(raised.value)
    assert not (copy / "trap").exists()


def test_what_a_trainer_left_in_a_checkpoint_is_passed_over(copy: Path) -> None:
    import torch

    path = copy / "segmentation" / "pytorch_model.bin"
    checkpoint = torch.load(path, weights_only=False)
    checkpoint["callbacks"] = {Leftover: {"best": Leftover(5)}, "trap": Copying(copy / "trap")}
    checkpoint["pyannote.audio"]["versions"]["torch"] = torch.__version__
    torch.save(checkpoint, path)
    check(PyannoteDiarizer(open_pipeline(str(copy), "cpu")).diarize(noise(1)), 1)
    assert not (copy / "trap").exists()
    torch.load(path, weights_only=False)
    assert (copy / "trap").exists(), "it was a trap"


def test_a_device_that_is_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(SettingsError, match=r"\[voice\] device: torch finds no CUDA device"):
        open_pipeline(str(folder), "cuda")


@pytest.mark.parametrize(("device", "way_out"), [("cpu", 'diarize = "embedded"'), ("cuda", 'device = "cpu"')])
@pytest.mark.parametrize("part", ["_embedding.model_.resnet", "_segmentation.model.sincnet"])
def test_too_little_memory_is_one_line(
    part: str, device: str, way_out: str, pipeline: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    def fail(*_: Any, **__: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate ...\nmany\nlines")

    wrapper, model, layer = part.split(".")
    network = getattr(getattr(getattr(pipeline, wrapper), model), layer)
    monkeypatch.setattr(network, "forward_frames" if layer == "resnet" else "forward", fail)
    monkeypatch.setattr(pipeline, "device", torch.device(device))
    with pytest.raises(EngineError, match=rf"pyannote failed on {device}: .*; set \[voice\] {way_out}") as raised:
        PyannoteDiarizer(pipeline).diarize(noise(1))
    assert "\n" not in str(raised.value)


def test_the_makers_are_told_nothing(folder: Path, pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyannote.audio.telemetry import metrics

    monkeypatch.delenv("PYANNOTE_METRICS_ENABLED", raising=False)
    monkeypatch.setattr(metrics.tracer, "start_as_current_span", lambda name: pytest.fail(f"{name} is told"))
    pyannote_pipeline._open.cache_clear()
    assert PyannoteDiarizer(open_pipeline(str(folder), "auto")).diarize(noise(0.5)) is not None
    assert os.environ["PYANNOTE_METRICS_ENABLED"] == "0"
