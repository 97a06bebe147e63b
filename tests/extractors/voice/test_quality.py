import numpy as np
import pytest

from extractors.voice.audio import Waveform
from extractors.voice.quality import bandwidth, measure, snr_db

RATE = 16_000
RANDOM = np.random.default_rng(0)


def speech_and_pauses(noise: float, seconds: int = 4) -> Waveform:
    """Loud noise in half of each second (RMS 0.1, -20 dB), and `noise` (RMS) everywhere."""
    loud = np.repeat(np.tile([1, 0], seconds), RATE // 2) * RANDOM.normal(0, 0.1, seconds * RATE)
    return Waveform((loud + RANDOM.normal(0, noise, seconds * RATE)).astype(np.float32), RATE)


@pytest.mark.parametrize(("noise", "expected"), [(0.01, 20), (0.001, 40), (0.03, 11)])
def test_snr_is_speech_over_pauses(noise: float, expected: float) -> None:
    sound = speech_and_pauses(noise)
    assert snr_db(sound, sound) == pytest.approx(expected, abs=2)


def test_the_noise_is_found_around_a_piece_without_pauses() -> None:
    sound = speech_and_pauses(0.001)
    assert measure(sound, 1.0, 1.5).snr_db == pytest.approx(40, abs=2)


def test_digital_silence_says_nothing_about_the_noise() -> None:
    sound = speech_and_pauses(0.01)
    sound.samples[: RATE * 3 // 2] = 0
    assert snr_db(sound, sound) == pytest.approx(20, abs=2)
    silence = Waveform(np.zeros(RATE, np.float32), RATE)
    assert snr_db(silence, silence) == 0


def test_clipping_is_a_share_of_samples() -> None:
    samples = np.zeros(RATE, np.float32)
    samples[:160] = 1
    assert measure(Waveform(samples, RATE), 0, 1).clipped == pytest.approx(0.01)


@pytest.mark.parametrize("highest", [1000, 3400, 7000])
def test_bandwidth_is_where_the_spectrum_ends(highest: int) -> None:
    time = np.arange(RATE) / RATE
    samples = sum(np.sin(2 * np.pi * f * time) for f in range(200, highest + 1, 100)) / 100
    assert bandwidth(Waveform(samples.astype(np.float32), RATE)) == pytest.approx(highest, abs=150)
