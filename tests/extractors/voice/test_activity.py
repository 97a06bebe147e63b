from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extractors.voice import activity
from extractors.voice.activity import bridge, detect_speech
from extractors.voice.audio import Waveform, decode

INTERVIEW = Path(__file__).parents[3] / "personas" / "demo" / "interview.ogg"


@pytest.mark.parametrize(
    ("spans", "longest_pause", "joined"),
    [
        ([], 1, []),
        ([(0, 1), (1.2, 2)], 0.5, [(0, 2)]),
        ([(0, 1), (1.5, 2)], 0.5, [(0, 1), (1.5, 2)]),
        ([(0, 3), (1, 2), (2.5, 4)], 0, [(0, 4)]),
    ],
)
def test_bridge(spans: list, longest_pause: float, joined: list) -> None:
    assert bridge(spans, longest_pause) == joined


def test_nobody_speaks_in_silence_or_noise_and_the_threads_are_left_alone() -> None:
    import torch

    threads = torch.get_num_threads()
    noise = np.random.default_rng(0).normal(0, 0.05, 32_000).astype(np.float32)
    assert detect_speech(Waveform(np.zeros(16_000, np.float32), 16_000)) == []
    assert detect_speech(Waveform(noise, 16_000)) == []
    assert torch.get_num_threads() == threads


@pytest.fixture(scope="module")
def interview() -> Waveform:
    """80 s of two voices: more than one block."""
    return decode(INTERVIEW).between(0, 80)


def test_blocks_have_no_seams(interview: Waveform) -> None:
    import torch
    from silero_vad import get_speech_timestamps, load_silero_vad

    whole = get_speech_timestamps(torch.from_numpy(interview.samples), load_silero_vad(onnx=True))
    assert len(whole) > 10
    assert detect_speech(interview) == [(span["start"] / 16_000, span["end"] / 16_000) for span in whole]


def test_threads_do_not_hear_each_other(interview: Waveform) -> None:
    parts = [interview.between(start, start + 10) for start in (0, 20, 40, 60)]
    with ThreadPoolExecutor(len(parts)) as threads:
        assert list(threads.map(detect_speech, parts)) == [detect_speech(part) for part in parts]


class LoudFrames:
    """A detector that takes all that is loud for speech."""

    def reset_states(self) -> None:
        pass

    def __call__(self, frame: Any, sampling_rate: int) -> Any:
        assert len(frame) == 512
        return (frame.abs().max() > 0.1).float()


@pytest.mark.parametrize(
    ("samples", "spans"),
    [
        (np.zeros(0), []),
        (np.full(100, 0.5), []),
        (np.full(2_100_000, 0.5), [(0.0, 131.25)]),
        (np.full(2_100_000, np.nan), []),
        (np.where(np.arange(2_100_000) // 16_000 == 60, np.inf, 0.5), [(0.0, 60.03), (60.962, 131.25)]),
    ],
    ids=["nothing", "less than a frame", "speech without a pause", "no numbers", "no numbers in between"],
)
def test_any_sound(samples: np.ndarray, spans: list, monkeypatch: pytest.MonkeyPatch) -> None:
    find_stretches, _ = activity._open_detector()
    monkeypatch.setattr(activity, "_open_detector", lambda: (find_stretches, LoudFrames()))
    found = detect_speech(Waveform(samples.astype(np.float32), 16_000))
    assert found == [pytest.approx(span, abs=0.001) for span in spans]
