"""The full diarization engine: pyannote.audio with its makers' pipeline community-1, which hears two voices at once.

    [voice]
    diarize = "pyannote"
    diarize_model = "pyannote/speaker-diarization-community-1"      # or a folder that holds it

One network tells who speaks in windows of 10 s, one a second; another makes a vector of each voice of each window; VBx
(https://arxiv.org/abs/2012.14952) joins what is one voice. Nothing is downloaded here, and no telemetry is sent.

What is safe: the checkpoints are pickles, and pyannote runs what code they name. So PyTorch's restricted unpickler
reads them first; any name but pyannote's own descriptions becomes an empty object, and pyannote gets only what was
read so. Only the classes of community-1 are made, and the arrays of the PLDA are read without pickle. What is not:
nobody checks that the weights are the makers'.

Memory: the sound lies in a temporary file, 230 MB an hour, which is mapped and never copied whole. What grows is 25 MB
an hour for the windows, 35 MB an hour and voice for the result, and distances by the square of the length: 0.1 GB for
one hour, 1.7 GB for four, 6.6 GB for eight. Not handled: more than fits, and a number of voices that is known.
"""

import ctypes
import functools
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Any

from extractors.voice.wheel_models import device_name, import_pyannote
from likeness.errors import EngineError, MissingExtra, SettingsError

if TYPE_CHECKING:
    import torch
    from pyannote.audio.pipelines.speaker_diarization import SpeakerDiarization

COMMUNITY = "pyannote/speaker-diarization-community-1"
FETCH = f"accept the conditions at https://hf.co/{COMMUNITY}, then `hf download {COMMUNITY}` with HF_TOKEN set"

_MODELS = {
    "segmentation": ("pyannote.audio.models.segmentation.PyanNet", "PyanNet"),
    "embedding": ("pyannote.audio.models.embedding.wespeaker", "WeSpeakerResNet34"),
}
"""Module and class of each model. Some others of pyannote would fetch weights, or read a pickle, of their own."""

FILES = ("config.yaml", *(f"{part}/pytorch_model.bin" for part in _MODELS), "plda/xvec_transform.npz", "plda/plda.npz")
"""What makes a pipeline, below its folder."""

_UNUSABLE = (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError, AssertionError, EOFError)
"""What pyannote, torch and numpy raise on files that are missing, broken or of another kind."""

_HARMLESS = (
    (r"Mean of empty slice|invalid value encountered in divide", RuntimeWarning),  # no voice speaks alone for 2 s
    (r"std\(\): degrees of freedom is <= 0", UserWarning),  # a piece of one frame; its vector becomes zeros
    (r"TensorFloat-32 \(TF32\) has been disabled", UserWarning),  # on CUDA, and for the whole process
)
"""Warnings of pyannote while it runs."""


def give_back_memory(*_: object, **__: object) -> None:
    """Called after each batch: glibc keeps what pyannote frees in small pieces, measured 2.4 GB an hour of sound."""
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL("libc.so.6").malloc_trim(0)


@contextmanager
def running(device: "torch.device") -> Iterator[None]:
    """Pass over harmless warnings, and tell of failures in one line."""
    with warnings.catch_warnings():
        for message, category in _HARMLESS:
            warnings.filterwarnings("ignore", message, category)
        try:
            yield
        except (RuntimeError, ValueError, MemoryError, OSError) as error:
            way_out = 'device = "cpu"' if device.type == "cuda" else 'diarize = "embedded"'
            raise EngineError(f"pyannote failed on {device}: {_reason(error)}; set [voice] {way_out}") from error


def _reason(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def open_pipeline(model: str, device: str) -> "SpeakerDiarization":
    """The pipeline `model`, loaded once a process; `device` is "cpu", "cuda" or "auto".

    Raises:
        MissingExtra: if it is not on this machine.
        SettingsError: if it is no such pipeline, or there is no such device.
    """
    folder = find_pipeline(model)
    if folder is None:
        raise MissingExtra(f"[voice] diarize_model: {model} is not on this machine; {FETCH}, or give its folder")
    return _open(folder, device_name(device))


def find_pipeline(model: str) -> Path | None:
    """The folder of a pipeline: `model`, if it is one, or where it lies whole in the hub's cache; None if it does not.

    Raises:
        SettingsError: if `model` is a folder without a pipeline.
    """
    from huggingface_hub import try_to_load_from_cache

    if Path(model).is_dir():
        if missing := [name for name in FILES if not (Path(model) / name).is_file()]:
            raise SettingsError(f"[voice] diarize_model: {model} is no pipeline, as it has no {missing[0]}; {FETCH}")
        return Path(model)
    try:
        cached = [try_to_load_from_cache(model, name) for name in FILES]
    except ValueError:  # no hub id, but a path that does not exist
        return None
    return Path(str(cached[0])).parent if all(isinstance(path, str) for path in cached) else None


@functools.lru_cache(maxsize=1)
def _open(folder: Path, device: str) -> "SpeakerDiarization":
    import_pyannote()
    import torch
    from pyannote.audio.utils.dependencies import MissingDependency, WrongDependencyVersion
    from yaml import YAMLError

    try:
        pipeline = _load(folder)
    except (*_UNUSABLE, UnpicklingError, YAMLError, MissingDependency, WrongDependencyVersion) as error:
        raise SettingsError(f"[voice] diarize_model: {folder} cannot be used ({_reason(error)}); {FETCH}") from error
    with running(torch.device(device)):
        return pipeline.to(torch.device(device))


def _load(folder: Path) -> "SpeakerDiarization":
    import yaml
    from pyannote.audio.core.plda import PLDA
    from pyannote.audio.pipelines.speaker_diarization import SpeakerDiarization

    config = yaml.safe_load((folder / "config.yaml").read_text())
    name, settings = config["pipeline"]["name"], config["pipeline"]["params"]
    wanted = {part: f"$model/{part}" for part in (*_MODELS, "plda")}
    if name != "pyannote.audio.pipelines.SpeakerDiarization" or wanted.items() - settings.items():
        raise ValueError("config.yaml does not describe pyannote's SpeakerDiarization with the models beside it")
    arrays: list[Any] = [io.BytesIO((folder / name).read_bytes()) for name in FILES[-2:]]
    parts = {part: _load_model(folder, part) for part in _MODELS} | {"plda": PLDA(*arrays)}
    pipeline = SpeakerDiarization(**{**settings, **parts, "legacy": False})
    config["params"]["segmentation"]["min_duration_off"] = 0.0  # filled pauses would overlap in the exclusive result
    pipeline.instantiate(config["params"])
    _share_windows(pipeline._embedding.model_)
    return pipeline


def _load_model(folder: Path, part: str) -> Any:
    """One of the two models, from nothing but what the restricted unpickler read."""
    import torch
    from pyannote.audio import Model
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from torch.torch_version import TorchVersion

    path = folder / part / "pytorch_model.bin"
    kinds = {f"{kind.__module__}.{kind.__name__}": kind for kind in (Problem, Resolution, Specifications, TorchVersion)}
    names = torch.serialization.get_unsafe_globals_in_checkpoint(path)
    with torch.serialization.safe_globals([(kinds.get(name, _Nothing), name) for name in names]):
        checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    architecture = checkpoint["pyannote.audio"]["architecture"]
    if (architecture["module"], architecture["class"]) != _MODELS[part]:
        raise ValueError(f"{part} is a {architecture['class']}, not a {_MODELS[part][1]}")
    torch.save(checkpoint, harmless := io.BytesIO())
    harmless.seek(0)
    return Model.from_pretrained(harmless)


class _Nothing:
    """Stands for all that a checkpoint names beyond its model, such as the callbacks of its trainer."""

    def __new__(cls, *_: object) -> "_Nothing":
        return super().__new__(cls)


def _share_windows(model: Any) -> None:
    """Let neighbours in a batch that are the same sound pass the network once, as far as it needs no mask.

    pyannote gives each window three times, once a voice: this saves two thirds of the time and changes no vector.
    """
    import torch

    def forward(waveforms: Any, weights: Any = None) -> Any:
        windows, places = torch.unique_consecutive(waveforms, dim=0, return_inverse=True)
        return model.forward_embedding(model.forward_frames(windows)[places], weights)

    model.forward = forward
