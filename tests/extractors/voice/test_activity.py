import numpy as np
import pytest

from extractors.voice.activity import bridge, detect_speech
from extractors.voice.audio import Waveform


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
