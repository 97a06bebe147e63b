import sys
from dataclasses import astuple, replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice import quality
from extractors.voice.audio import Waveform, resample
from extractors.voice.quality import (
    DnsmosMeter,
    Opinion,
    Quality,
    QualityMeter,
    bandwidth,
    measure,
    open_quality,
    snr_db,
)
from likeness.errors import MissingExtra
from likeness.sections import Voice

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


@pytest.fixture(params=["embedded", "dnsmos"])
def meter(request: pytest.FixtureRequest) -> QualityMeter:
    return open_quality(Voice(quality=request.param))


@pytest.mark.parametrize("rate", [8_000, 48_000])
def test_every_meter_hears_noise(meter: QualityMeter, rate: int) -> None:
    clean, noisy = (meter.measure(resample(speech_and_pauses(n), rate), 0.5, 3.5) for n in (0.001, 0.05))
    assert clean.snr_db > noisy.snr_db + 20
    assert clean.bandwidth == pytest.approx(min(rate / 2, RATE / 2), rel=0.1)
    assert (clean.dnsmos is None) == (noisy.dnsmos is None) == (not isinstance(meter, DnsmosMeter))


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        ([], Quality(0, 0, 0)),
        ([0.3], Quality(0, 0, 0)),
        ([0.0] * RATE, Quality(0, 0, 0)),
        ([float("nan")] * RATE, Quality(0, 0, 0)),
        ([1.0, -1.0] * RATE, Quality(0, 1, 8000)),
    ],
    ids=["nothing", "one sample", "silence", "no numbers", "clipped"],
)
def test_bad_sound_has_a_quality(meter: QualityMeter, samples: list[float], expected: Quality) -> None:
    quality = meter.measure(Waveform(np.array(samples, np.float32), RATE), 0, 2)
    assert replace(quality, dnsmos=None) == expected
    if quality.dnsmos is not None:
        assert all(1 <= score <= 5 for score in astuple(quality.dnsmos))


@pytest.mark.parametrize(("seconds", "windows"), [(0.1, 1), (9.0, 1), (9.01, 1), (10.1, 2), (12.5, 4)])
def test_dnsmos_hears_9_s_at_once_and_every_second(
    seconds: float, windows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[int, ...]] = []

    class Session:
        def run(self, _: None, inputs: dict[str, Any]) -> list[NDArray[np.float32]]:
            heard.append(inputs["input_1"].shape)
            return [np.array([[3.0, 3.5, 2.5 + len(heard)]], np.float32)]

    monkeypatch.setattr(quality, "_open_dnsmos", Session)
    sound = Waveform(np.ones(round(seconds * RATE), np.float32) / 2, RATE)
    measured = DnsmosMeter().measure(sound, 0, seconds).dnsmos
    assert heard == [(1, 144_160)] * windows
    overall = np.mean([-0.06766283 * x**2 + 1.11546468 * x + 0.04602535 for x in np.arange(windows) + 3.5])
    assert measured == Opinion(2.912, 3.623, pytest.approx(overall, abs=1e-3))


def test_the_model_scores_as_its_makers_do() -> None:
    """Expected: what `speechmos.dnsmos.run` of version 0.0.1.1 gives for this buzz."""
    time = np.arange(144_160) / RATE
    buzz = sum(np.sin(2 * np.pi * 200 * k * time) / k for k in range(1, 20)) / 10
    measured = DnsmosMeter().measure(Waveform(buzz.astype(np.float32), RATE), 0, 9.01).dnsmos
    assert measured == Opinion(*(pytest.approx(score, abs=0.02) for score in (2.180, 2.647, 1.743)))


def test_dnsmos_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    quality._open_dnsmos.cache_clear()
    monkeypatch.setitem(sys.modules, "speechmos", None)
    with pytest.raises(MissingExtra, match="pip install speechmos"):
        open_quality(Voice(quality="dnsmos"))


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
