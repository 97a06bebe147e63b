from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.voice.audio import Waveform
from extractors.voice.music import music_spans, tonality

RATE = 16_000
SPEECH_LEVEL = -20.0
Samples = NDArray[np.float64]


def at(level: float, samples: Samples) -> Samples:
    """The samples at a level in dB below full scale (RMS)."""
    return np.asarray(samples * 10 ** (level / 20) / np.sqrt(np.mean(samples**2)))


def speech(seconds: float, rate: int = RATE) -> Samples:
    """Speech-like bursts: harmonics of a gliding pitch, four syllables a second, a pause of 0.4 s every 2 s."""
    time = np.arange(round(seconds * rate)) / rate
    pitch = 120 + 25 * np.sin(2 * np.pi * 0.7 * time) + 10 * np.sin(2 * np.pi * 2.3 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    voice = sum(np.sin(k * phase) / k for k in range(1, 13))
    return at(SPEECH_LEVEL, voice * np.abs(np.sin(2 * np.pi * 2 * time)) * (time % 2 < 1.6))


def chords(seconds: float, rate: int = RATE) -> Samples:
    """A bed of music: three notes with overtones, another chord every 2 s."""
    time = np.arange(round(seconds * rate)) / rate
    shifts = np.array([0, 5, 7, 0])[(time / 2).astype(int) % 4]
    notes = [220 * 2 ** ((note + shifts) / 12) for note in (0, 4, 7)]
    return sum(np.sin(2 * np.pi * np.cumsum(k * note) / rate) / k for note in notes for k in (1, 2))


def noise(seconds: float, rate: int = RATE) -> Samples:
    return np.random.default_rng(0).normal(0, 1, round(seconds * rate))


def sound(samples: Samples, rate: int = RATE) -> Waveform:
    return Waveform(np.clip(samples, -1, 1).astype(np.float32), rate)


@pytest.mark.parametrize(
    ("bed", "below", "rate"),
    [(chords, 8, 8_000), (chords, 8, 48_000), (chords, 18, 16_000), (noise, 10, 8_000), (noise, 10, 22_050)],
)
def test_a_bed_is_found_under_all_of_the_speech(bed: Callable[..., Samples], below: float, rate: int) -> None:
    mixture = speech(13, rate) + at(SPEECH_LEVEL - below, bed(13, rate))
    assert music_spans(sound(mixture, rate)) == [(0.0, 13.0)]


@pytest.mark.parametrize(("room", "rate"), [(-60.0, 8_000), (-60.0, 48_000), (-80.0, 16_000), (None, 16_000)])
def test_clean_speech_has_no_bed(room: float | None, rate: int) -> None:
    quiet = 0 if room is None else at(room, noise(13, rate))
    assert music_spans(sound(speech(13, rate) + quiet, rate)) == []


def test_only_the_part_with_music_is_found() -> None:
    mixture = speech(60) + at(-65, noise(60))
    mixture[20 * RATE : 40 * RATE] += at(SPEECH_LEVEL - 12, chords(20))
    ((start, end),) = music_spans(sound(mixture))
    assert (start, end) == (pytest.approx(20, abs=4), pytest.approx(40, abs=4))


def test_a_bed_goes_on_over_a_short_break() -> None:
    bed = at(SPEECH_LEVEL - 10, chords(40))
    bed[17 * RATE : 23 * RATE] = 0
    assert music_spans(sound(speech(40) + at(-65, noise(40)) + bed)) == [(0.0, 40.0)]


def test_a_long_pause_in_a_quiet_room_is_no_noise() -> None:
    samples = speech(40)
    samples[10 * RATE : 30 * RATE] = 0
    assert music_spans(sound(samples + at(-60, noise(40)))) == []


def test_music_before_the_talk_is_found() -> None:
    intro = np.concatenate([at(-22, chords(15)), speech(25) + at(-65, noise(25))])
    ((start, end),) = music_spans(sound(intro))
    assert (start, end) == (0, pytest.approx(15, abs=4))


@pytest.mark.parametrize(
    "samples",
    [[], [0.3], [0.0] * RATE * 9, [float("nan")] * RATE * 9, [0.3] * RATE * 9, [1.0, -1.0] * RATE * 9],
    ids=["nothing", "one sample", "silence", "no numbers", "a constant", "clipped"],
)
def test_bad_sound_is_no_error(samples: list[float]) -> None:
    waveform = Waveform(np.array(samples, np.float32), RATE)
    assert all(0 <= start < end <= waveform.duration for start, end in music_spans(waveform))


@pytest.mark.parametrize("samples", [[0.0] * RATE * 9, [float("nan")] * RATE * 9])
def test_silence_has_no_bed(samples: list[float]) -> None:
    assert music_spans(Waveform(np.array(samples, np.float32), RATE)) == []


def test_a_few_broken_samples_do_not_hide_a_bed() -> None:
    mixture = speech(20) + at(SPEECH_LEVEL - 10, chords(20))
    mixture[:: RATE // 2] = np.nan
    assert music_spans(sound(mixture)) == [(0.0, 20.0)]


def test_held_notes_stand_out_of_a_floor_and_noise_and_speech_do_not() -> None:
    room = at(-60, noise(6))
    assert tonality(sound(at(-40, chords(6)) + speech(6) + room)) > 8
    assert tonality(sound(room)) < 3
    assert tonality(sound(speech(6) + room)) < 8
