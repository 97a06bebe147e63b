"""Voices without the background.

`demucs` takes music and noise away with htdemucs (Rouard et al., https://arxiv.org/abs/2211.08553), of which only the
stem of the voices is used, and only where `music_spans` finds something: its stems have faults of their own, so clean
speech stays as it was. `none` leaves all sound as it is: clips with music or noise under them are then rejected by the
quality gates, and counted.

    [voice]
    separate = "demucs"
    separate_model = "htdemucs"      # or a folder, or one file, with weights as safetensors

Models are never downloaded here; `hf download adefossez/HTDemucs` fetches the makers' one. Not handled: the older .th
files of demucs, which are pickles and could run any code. Voices are not parted from each other, nor from singing.
"""

import functools
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import Sound, Waveform, in_blocks, resample
from extractors.voice.music import music_spans
from extractors.voice.wheel_models import device_name
from likeness.errors import EngineError, MissingExtra, SettingsError
from likeness.records import Seconds
from likeness.sections import Voice

if TYPE_CHECKING:
    from demucs.apply import BagOfModels

log = logging.getLogger(__name__)

Samples = NDArray[np.float32]
"""One channel, (num_samples,)."""

PIECE: Seconds = 60
"""What is separated at once, in 0.8 GB beside the model; within it htdemucs hears 7.8 s at a time."""

FADE: Seconds = 1
"""Over which one piece passes into the next, or into the untouched mixture. The makers cross-fade over 2 s inside a
piece."""

FETCH = "fetch the makers' with `hf download adefossez/HTDemucs`"

_UNUSABLE = (OSError, ValueError, TypeError, LookupError, RuntimeError, AssertionError)
"""What demucs and torch raise on a file that is missing, or does not describe a model."""

_ONLY_CLASS = "demucs.htdemucs.HTDemucs"


class Separator(Protocol):
    """Takes music and noise away from speech."""

    def separate(self, mixture: Sound) -> Iterator[Samples]:
        """The vocals of a recording in blocks, in order; together as long as the mixture, and at its rate."""
        ...


class NoSeparator:
    """The vocals are the mixture."""

    def separate(self, mixture: Sound) -> Iterator[Samples]:
        """See `Separator`."""
        yield from (block.samples for block in in_blocks(mixture))


class Demucs:
    """htdemucs, 1.65 times real time on two free CPU cores; without the makers' random shifts, so always the same.

    `model` is what `load_model` gives, `device` a name of torch.
    """

    def __init__(self, model: "BagOfModels", device: str) -> None:
        self.model = model.to(device)
        self.device = device

    def separate(self, mixture: Sound) -> Iterator[Samples]:
        """See `Separator`. Beside the spans of `music_spans`, nothing is changed, but that NaN becomes silence.

        Raises:
            EngineError: if the device has too little memory for one piece.
        """
        pieces = [piece for span in music_spans(mixture) for piece in _pieces(*span, mixture.sampling_rate)]
        changes: list[tuple[int, Samples]] = []
        start = 0
        for block in in_blocks(mixture, PIECE):
            vocals = block.finite().samples
            end = start + len(vocals)
            changes = [(first, change) for first, change in changes if first + len(change) > start]
            changes += [self._change(mixture, *piece) for piece in pieces if start <= max(0, piece[0]) < end]
            for first, change in changes:
                _add(change, vocals, first - start)
            yield vocals
            start = end

    def _change(self, mixture: Sound, first: int, last: int) -> tuple[int, Samples]:
        """What taking the background away adds to the samples from `first` to `last`: where it starts, and all of it.

        Both may lie outside of the mixture, by as much as fades do.
        """
        rate = mixture.sampling_rate
        before = mixture.between(first / rate, last / rate).finite().samples
        start = max(0, first)
        weights = _fades(first, last, round(FADE * rate))[start - first :][: len(before)]
        return start, weights * (self._vocals(before, rate) - before)

    def _vocals(self, samples: Samples, rate: int) -> Samples:
        """The voices in one piece, (num_samples,) like `samples`."""
        import torch
        from demucs.apply import apply_model

        mono = torch.from_numpy(resample(Waveform(samples, rate), self.model.samplerate).samples)
        try:
            stems = apply_model(
                self.model, mono.expand(1, self.model.audio_channels, -1), shifts=0, device=self.device
            )  # (1, num_sources, num_channels, num_samples)
        except torch.OutOfMemoryError as error:
            raise EngineError(f'separation: {self.device} is out of memory; set [voice] device = "cpu"') from error
        voices = stems[0, self.model.sources.index("vocals")].mean(dim=0).numpy()
        back = resample(Waveform(voices, self.model.samplerate), rate).samples[: len(samples)]
        return np.pad(back, (0, len(samples) - len(back)))


def _add(change: Samples, block: Samples, offset: int) -> None:
    """Add a change that begins `offset` samples after a block does, or before it, as far as they meet."""
    low, high = max(0, offset), min(len(block), offset + len(change))
    block[low:high] += change[low - offset : high - offset]


def _pieces(start: Seconds, end: Seconds, rate: int) -> Iterator[tuple[int, int]]:
    """Cut a span, in seconds, into ranges of samples that overlap by `FADE` and reach beyond the span by as much."""
    fade, step = round(FADE * rate), round(PIECE * rate)
    finish = round(end * rate)
    for first in range(round(start * rate) - fade, finish, step):
        yield first, min(first + step, finish) + fade


def _fades(first: int, last: int, fade: int) -> Samples:
    """Weights of a piece: up over its first `fade` samples, down over its last; those of neighbours add to 1."""
    samples = np.arange(first, last)
    return np.clip(np.minimum(samples - first, last - samples) / fade, 0, 1).astype(np.float32)


def open_separator(settings: Voice) -> Separator:
    """The separator of `[voice] separate`; `auto` is demucs if its model is on this machine, else none.

    Raises:
        MissingExtra: if demucs is asked for and its model is not on this machine.
        SettingsError: if the model is no htdemucs, or the device is not there.
    """
    match settings.separate:
        case "none":
            return NoSeparator()
        case "demucs":
            path = find_model(settings.separate_model)
            if path is None:
                raise MissingExtra(_how_to_get(settings.separate_model))
            return _open_demucs(path, device_name(settings.device))
        case "auto":
            path = find_model(settings.separate_model)
            log.info("separate: %s", f"demucs ({path})" if path else f"none; {_how_to_get(settings.separate_model)}")
            return _open_demucs(path, device_name(settings.device)) if path else NoSeparator()


def _how_to_get(name: str) -> str:
    return f"[voice] separate_model: {name} is not on this machine; {FETCH}, or give a folder that holds it"


def find_model(name: str) -> Path | None:
    """Where a model lies: `name` if it is a path, else the hub's cache; None if it is nowhere on this machine."""
    if Path(name).exists():
        return Path(name)
    from demucs.hf import DEFAULT_NAMESPACE, hf_repo_name
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        found = try_to_load_from_cache(f"{DEFAULT_NAMESPACE}/{hf_repo_name(name)}", f"{name}.yaml")
    except HFValidationError:  # a path that does not exist
        return None
    return Path(found) if isinstance(found, str) else None


@functools.lru_cache(maxsize=1)
def _open_demucs(path: Path, device: str) -> Demucs:
    return Demucs(load_model(path), device)


def load_model(path: Path) -> "BagOfModels":
    """Load one safetensors file, or the bag of models that a YAML file, or the only one of a folder, names.

        models: ['955717e8']        # -> 955717e8.safetensors beside it

    Of a bag (htdemucs_ft has one model a source) the models that are not used for the voices are left out.

    Raises:
        SettingsError: if a file is missing, broken, or not of an htdemucs.
    """
    import yaml
    from demucs.apply import BagOfModels
    from safetensors import SafetensorError

    try:
        file = _description(path) if path.is_dir() else path
        bag: dict[str, Any] = yaml.safe_load(file.read_text()) if file.suffix == ".yaml" else {"models": [file.stem]}
        models = [_read_model(file.with_name(f"{signature}.safetensors")) for signature in bag["models"]]
        vocals = models[0].sources.index("vocals")
        weights = bag.get("weights") or [[1.0] * len(models[0].sources)] * len(models)
        used = [i for i, of_sources in enumerate(weights) if of_sources[vocals]]
        return BagOfModels([models[i] for i in used], [weights[i] for i in used], bag.get("segment")).eval()
    except (*_UNUSABLE, SafetensorError, yaml.YAMLError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise SettingsError(
            f"[voice] separate_model: {path} is not an htdemucs in safetensors ({reason}); {FETCH}"
        ) from error


def _description(folder: Path) -> Path:
    """What tells of the model in a folder: its YAML file, or the safetensors file if there is just that."""
    files = sorted(folder.glob("*.yaml")) or sorted(folder.glob("*.safetensors"))
    if len(files) != 1:
        raise ValueError(f"{len(files)} YAML or safetensors files in it; give the path of one")
    return files[0]


def _read_model(path: Path) -> Any:
    """One htdemucs. demucs builds any class that a file names with any arguments, so we let it build this one only."""
    from demucs.hf import load_safetensors_model
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        about = file.metadata() or {}
    if about.get("klass") != _ONLY_CLASS or "structure" in about:
        raise ValueError(f"{path.name} holds {about.get('klass', 'no model')}, not {_ONLY_CLASS}")
    return load_safetensors_model(path)
