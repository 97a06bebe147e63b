"""The embedded engine; how pyannote's output is read is tested with the other engine, in test_pyannote_pipeline."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from extractors.voice.audio import Waveform, decode
from extractors.voice.diarization import open_diarizer
from extractors.voice.embedded_pipeline import own_samples
from likeness.sections import Voice

INTERVIEW = Path(__file__).parents[3] / "personas" / "demo" / "interview.ogg"


def test_two_people_talk_one_after_the_other() -> None:
    talk = decode(INTERVIEW).between(0, 40)
    spans = open_diarizer(Voice(device="cpu")).diarize(talk)
    assert {span.voice for span in spans} == {"voice-0", "voice-1"}
    assert all(0 <= span.start < span.end <= talk.duration for span in spans)
    floor = [span for span in spans if not span.overlapped]
    assert all(before.end <= after.start for before, after in pairwise(floor))
    assert sum(before.voice != after.voice for before, after in pairwise(floor)) >= 3


def test_two_at_once_are_heard() -> None:
    talk = decode(INTERVIEW)
    spans = [span for span in open_diarizer(Voice(device="cpu")).diarize(talk.between(0, 30)) if not span.overlapped]
    first = max((s for s in spans if s.voice == "voice-0"), key=lambda s: s.end - s.start)
    second = max((s for s in spans if s.voice == "voice-1"), key=lambda s: s.end - s.start)
    one, other = talk.between(first.start, first.end).samples, talk.between(second.start, second.end).samples
    under = np.zeros_like(one)
    tail = min(len(one) // 2, len(other))
    under[-tail:] = other[:tail]
    rest = talk.between(0, first.start).samples
    mixed = Waveform(np.concatenate([rest, one + under, other[tail:]]), talk.sampling_rate)
    heard = open_diarizer(Voice(device="cpu")).diarize(mixed)
    start = first.end - tail / talk.sampling_rate
    assert sum(s.end - s.start for s in heard if s.overlapped and s.start > start - 1) > 0.4 * tail / talk.sampling_rate


@pytest.mark.parametrize("seconds", [0.0, 0.01, 1.0, 12.0])
def test_nobody_speaks_in_silence_or_noise(seconds: float) -> None:
    silence = np.zeros(round(seconds * 16_000), np.float32)
    noise = np.random.default_rng(0).normal(0, 0.01, len(silence)).astype(np.float32)
    for samples in (silence, noise, np.full_like(silence, np.nan)):
        assert open_diarizer(Voice(device="cpu")).diarize(Waveform(samples, 16_000)) == []


def test_a_voice_is_heard_where_it_speaks_alone() -> None:
    samples = np.arange(40_000, dtype=np.float32)
    active = np.zeros((10, 2), np.float32)  # frames of 0.25 s
    active[0:6, 0] = active[4:9, 1] = 1
    assert own_samples(samples, active, 0).tolist() == samples[:16_000].tolist()
    assert own_samples(samples, active, 1).tolist() == samples[24_000:36_000].tolist()
    active[0:3, 0] = 0  # 0.25 s alone is too little
    assert len(own_samples(samples, active, 0)) == 12_000
