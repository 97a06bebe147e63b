"""The sound of clips as voice trainers want it: one channel, one rate, one loudness, 16-bit PCM in WAV.

All clips of a recording get one gain, so that loud words stay louder than soft ones.
"""

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from likeness.records import Clip, Rejected, Seconds
from likeness.workspace import Workspace

SILENT = "silent"
SOUND_UNREADABLE = "sound_unreadable"

LOUDNESS = -23.0
"""LUFS. Source: EBU R 128; Style-Bert-VITS2's resample.py brings clips to the same."""

PEAK = 10 ** (-1 / 20)
"""The highest sample, 1 dB below full scale. GPT-SoVITS drops clips above 2.2, which 16 bits cannot hold."""

SILENCE = 10 ** (-60 / 20)
"""A clip that stays below it, 60 dB below full scale, holds no speech: GPT-SoVITS would divide by its peak."""

BLOCK: Seconds = 0.4
"""What a loudness is measured over. Source: ITU-R BS.1770-4."""

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Level:
    """How loud a clip is: `loudness` in LUFS, `peak` the highest absolute sample, `seconds` its length."""

    loudness: float
    peak: float
    seconds: Seconds


def read_clip(workspace: Workspace, clip: Clip) -> tuple[Samples, int]:
    """A clip's samples, (num_samples,) float32, its channels averaged, and its sampling rate.

    Raises:
        OSError, RuntimeError: if the file is missing or is no sound; soundfile's own error is a RuntimeError.
    """
    import soundfile

    with workspace.path(clip.path).open("rb") as file:
        samples, sampling_rate = soundfile.read(file, dtype="float32", always_2d=True)
    return np.nan_to_num(samples).mean(axis=1), sampling_rate


def check_sound(workspace: Workspace, clip: Clip) -> Level | Rejected:
    """How loud a clip is; rejected as `sound_unreadable` or `silent`."""
    try:
        level = measure(*read_clip(workspace, clip))
    except (OSError, RuntimeError) as error:
        return Rejected.of(clip, SOUND_UNREADABLE, str(error))
    return level if level.peak >= SILENCE else Rejected.of(clip, SILENT, f"peak {level.peak:.1e} of full scale")


def measure(samples: Samples, sampling_rate: int) -> Level:
    """Measure a clip (num_samples,); what is shorter than `BLOCK` is filled up with silence.

    The loudness of digital silence is minus infinity.
    """
    import pyloudnorm

    missing = round(BLOCK * sampling_rate) + 1 - len(samples)
    loudness = pyloudnorm.Meter(sampling_rate).integrated_loudness(np.pad(samples, (0, max(0, missing))))
    return Level(float(loudness), float(np.abs(samples).max(initial=0)), len(samples) / sampling_rate)


def recording_gain(levels: Sequence[Level]) -> np.float32:
    """What the clips of one recording are multiplied with to be at `LOUDNESS` together, none above `PEAK`.

    Together they are as loud as the mean of their powers, each for as long as it lasts.
    """
    power = sum(level.seconds * 10 ** (level.loudness / 10) for level in levels)
    if power <= 0:
        return np.float32(1)
    loudness = 10 * np.log10(power / sum(level.seconds for level in levels))
    return np.float32(min(10 ** ((LOUDNESS - loudness) / 20), PEAK / max(level.peak for level in levels)))


def write_wav(path: Path, samples: Samples, sampling_rate: int) -> None:
    """Write mono 16-bit PCM with the plain header of 44 bytes that VITS reckons with."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sampling_rate)
        file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def resample(samples: Samples, sampling_rate: int, target_rate: int) -> Samples:
    """The same sound at another rate (soxr, high quality)."""
    import soxr

    return np.asarray(soxr.resample(samples, sampling_rate, target_rate), np.float32)
