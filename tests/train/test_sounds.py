"""Loudness against a tone whose level is known; what cannot be heard is rejected."""

import wave
from pathlib import Path

import numpy as np
import pytest

from likeness.records import Clip, Rejected
from likeness.workspace import Workspace
from train.sounds import check_sound, measure, read_clip, recording_gain, resample, write_wav

RATE = 16_000
TONE = np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE).astype(np.float32)


def clip(path: str) -> Clip:
    return Clip(
        path=path,
        recording="a",
        start=0,
        end=2,
        text="",
        similarity=0.9,
        snr_db=30,
        sampling_rate=RATE,
        duration=2,
    )


def test_one_gain_brings_a_recording_to_its_loudness_below_the_peak() -> None:
    loud = measure(0.5 * TONE, RATE)
    assert loud.loudness == pytest.approx(-9, abs=0.3)
    assert recording_gain([loud, loud]) == pytest.approx(0.2, abs=0.02)
    soft = measure(0.05 * TONE, RATE)
    assert recording_gain([loud, soft]) == pytest.approx(0.2 * 2**0.5, rel=0.1)  # half the power, more to add
    spike = 0.01 * TONE
    spike[100] = 0.9
    assert recording_gain([measure(spike, RATE)]) * 0.9 == pytest.approx(10 ** (-1 / 20), abs=1e-3)
    assert recording_gain([measure(np.zeros(100, np.float32), RATE)]) == 1
    assert recording_gain([]) == 1


def test_a_clip_of_two_channels_is_read_as_one_and_a_broken_or_silent_one_is_rejected(tmp_path: Path) -> None:
    import soundfile

    workspace = Workspace(tmp_path, "ada")
    workspace.folder.mkdir()
    soundfile.write(workspace.path("stereo.flac"), np.stack([TONE * 0.5, TONE * 0], axis=1), RATE, subtype="PCM_16")
    soundfile.write(workspace.path("silent.flac"), TONE * 1e-4, RATE, subtype="PCM_16")
    soundfile.write(workspace.path("nan.wav"), TONE * np.nan, RATE, subtype="FLOAT")
    workspace.path("broken.flac").write_bytes(b"fLaC\x00\x00")
    samples, rate = read_clip(workspace, clip("stereo.flac"))
    assert (samples.shape, rate) == (TONE.shape, RATE)
    assert np.abs(samples).max() == pytest.approx(0.25, abs=0.01)
    reasons = [check_sound(workspace, clip(path)) for path in ("silent.flac", "nan.wav", "broken.flac", "none.flac")]
    assert [row.reason for row in reasons if isinstance(row, Rejected)] == ["silent"] * 2 + ["sound_unreadable"] * 2
    assert not isinstance(check_sound(workspace, clip("stereo.flac")), Rejected)


def test_a_wav_has_the_plain_header_of_44_bytes(tmp_path: Path) -> None:
    sound = resample(2 * TONE, RATE, 22_050)
    write_wav(tmp_path / "a.wav", sound, 22_050)
    assert (tmp_path / "a.wav").stat().st_size == 44 + 2 * len(sound) == 44 + 2 * 44_100
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        samples = np.frombuffer(file.readframes(-1), "<i2")
    assert samples.max() == 32_767  # what is too loud is cut off, not wrapped round
