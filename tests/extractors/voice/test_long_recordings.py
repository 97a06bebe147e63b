"""Memory does not grow with a recording: half an hour takes as much as five minutes."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice import activity, music, separation
from extractors.voice.activity import detect_speech
from extractors.voice.audio import ANALYSIS_RATE, Sound, encode_flac, in_blocks
from extractors.voice.music import music_spans
from extractors.voice.separation import Demucs
from extractors.voice.stored_sound import open_flac

MINUTE = 60 * ANALYSIS_RATE
MOST_GROWTH = 2_000_000
"""Bytes. The samples of the 25 minutes more are 96 MB."""


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """5 and 30 minutes at 16 kHz: a tone that pauses for the last fifth of every second."""
    time = np.arange(MINUTE) / ANALYSIS_RATE
    minute = (0.3 * np.sin(2 * np.pi * 200 * time) * (time % 1 < 0.8)).astype(np.float32)
    folder = tmp_path_factory.mktemp("long")
    for minutes in (5, 30):
        with (folder / f"{minutes}.flac").open("wb") as file:
            encode_flac(file, (minute for _ in range(minutes)), ANALYSIS_RATE)
    return [folder / "5.flac", folder / "30.flac"]


class Detector:
    """Every frame is speech but the last ones of each second."""

    frame = 0

    def reset_states(self) -> None:
        self.frame = 0

    def __call__(self, samples: object, sampling_rate: int) -> SimpleNamespace:
        self.frame += 1
        return SimpleNamespace(item=lambda: float(self.frame % 31 < 24))


class Halver(Demucs):
    """A separator without a model."""

    def __init__(self) -> None:
        pass

    def _vocals(self, samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
        return samples / 2


@pytest.fixture(autouse=True)
def _cheap_models(monkeypatch: pytest.MonkeyPatch) -> None:
    find_stretches, _ = activity._open_detector()
    monkeypatch.setattr(activity, "_open_detector", lambda: (find_stretches, Detector()))
    monkeypatch.setattr(music, "tonality", lambda window: 0.0)


def separate(sound: Sound) -> float:
    """All of it, as there is music everywhere."""
    return max(float(block.max()) for block in Halver().separate(sound))


@pytest.mark.parametrize(
    ("listen", "heard"),
    [
        (lambda sound: sum(len(block.samples) for block in in_blocks(sound)), 30 * MINUTE),
        (lambda sound: len(detect_speech(sound)), pytest.approx(1815, abs=5)),
        (music_spans, []),
        (separate, pytest.approx(0.15, abs=0.001)),
    ],
    ids=["read", "detect_speech", "music_spans", "separate"],
)
def test_memory_is_flat(
    listen: Callable[[Sound], object], heard: object, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(separation, "music_spans", lambda sound: [(0.0, sound.duration)])
    peaks = []
    for path in recordings:
        tracemalloc.start()
        result = listen(open_flac(path, ANALYSIS_RATE))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert result == heard
    assert peaks[1] - peaks[0] < MOST_GROWTH
