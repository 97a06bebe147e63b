"""Voices made of tones: a low and a high buzz stand for two people, and a fake encoder tells them by their bands."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice import identification, listening, speakers
from extractors.voice.activity import Span, bridge
from extractors.voice.audio import Sound, Waveform
from extractors.voice.diarization import VoiceSpan

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


class BandDiarizer:
    """A diarizer that takes each loud part for a turn, and its pitch for a voice."""

    def diarize(self, sound: Sound) -> list[VoiceSpan]:
        spans = loud_parts(sound.between(0, sound.duration))
        pieces = [sound.between(*span).repeated(1).samples for span in spans]
        pitches = [int(np.abs(np.fft.rfft(piece)).argmax()) > 1000 for piece in pieces]
        names = {pitch: f"voice-{order}" for order, pitch in enumerate(dict.fromkeys(pitches))}
        return [VoiceSpan(*span, names[pitch]) for span, pitch in zip(spans, pitches, strict=True)]


@pytest.fixture
def fake_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listen to buzzes instead of voices."""
    for module in (listening, speakers):
        monkeypatch.setattr(module, "detect_speech", lambda sound: loud_parts(sound.between(0, sound.duration)))
    for module in (listening, identification):
        monkeypatch.setattr(module, "open_encoder", lambda _: BandEncoder())
    monkeypatch.setattr(listening, "open_diarizer", lambda _: BandDiarizer())
    identification._enrolled.cache_clear()
    identification._commonest.cache_clear()
