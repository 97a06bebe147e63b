"""Voices made of tones: a low and a high buzz stand for two people, and a fake encoder tells them by their bands."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice import diarization, listening, speakers
from extractors.voice.activity import Span, bridge
from extractors.voice.audio import Waveform

RATE = 16_000
PITCHES = {"low": 150.0, "high": 1900.0}


def buzz(voice: str, seconds: float, rate: int = RATE) -> NDArray[np.float32]:
    """A voice that "speaks": a tone with harmonics, its loudness going up and down four times a second."""
    time = np.arange(round(seconds * rate)) / rate
    harmonics = range(1, int(7000 / PITCHES[voice]) + 1)
    tone = sum(np.sin(2 * np.pi * PITCHES[voice] * k * time) / k for k in harmonics)
    return (0.2 * tone * (0.7 + 0.3 * np.sin(2 * np.pi * 4 * time))).astype(np.float32)


def compose(script: Sequence[tuple[str, float]], rate: int = RATE) -> Waveform:
    """A recording from (voice or "", seconds) pairs, "" for a pause, under faint noise."""
    pieces = [buzz(voice, s, rate) if voice else np.zeros(round(s * rate), np.float32) for voice, s in script]
    samples = np.concatenate(pieces)
    noise = np.random.default_rng(0).normal(0, 1e-3, len(samples))
    return Waveform((samples + noise).astype(np.float32), rate)


def loud_parts(sound: Waveform) -> list[Span]:
    """Where the sound is loud; stands for a voice activity detector, which knows that a buzz is no speech."""
    loud = sound.frame_levels(0.05) > -40
    return bridge([(round(i * 0.05, 3), round(i * 0.05 + 0.05, 3)) for i in np.flatnonzero(loud)], 0.07)


class BandEncoder:
    """A speaker encoder that hears only how the sound is spread over eight bands."""

    def embed(self, pieces: NDArray[np.float32]) -> NDArray[np.float32]:
        spectrum = np.abs(np.fft.rfft(pieces, axis=1))
        bands = np.stack([band.sum(axis=1) for band in np.array_split(spectrum, 8, axis=1)], axis=1) + 1e-6
        return (bands / np.linalg.norm(bands, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def talk() -> Callable[..., Waveform]:
    """`compose`, for tests."""
    return compose


@pytest.fixture
def encoder() -> BandEncoder:
    return BandEncoder()


@pytest.fixture
def fake_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listen to buzzes instead of voices."""
    for module in (diarization, listening, speakers):
        monkeypatch.setattr(module, "detect_speech", loud_parts)
        monkeypatch.setattr(module, "open_encoder", BandEncoder)
    listening._enrolled.cache_clear()
    listening._commonest.cache_clear()
