from pathlib import Path

import numpy as np
import pytest

from extractors.voice.audio import Waveform, write_flac
from extractors.voice.speakers import (
    HeardVoice,
    centroid,
    common_voice,
    embed_windows,
    enrol,
    identify,
    open_encoder,
)
from likeness.errors import SettingsError


def at(degrees: float) -> np.ndarray:
    """A vector of two dimensions; the cosine of two of them is that of the angle between."""
    return np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], np.float32)


PERSON = at(0)


@pytest.mark.parametrize(
    ("voices", "persona", "reason"),
    [
        ({"voice-0": at(70), "voice-1": at(20)}, "voice-1", ""),
        ({"voice-0": at(44), "voice-1": at(80)}, "voice-0", ""),  # cosine 0.72: sure enough beside a stranger
        ({"voice-0": at(44)}, None, "person_not_heard"),  # but not alone
        ({"voice-0": at(40)}, "voice-0", ""),
        ({"voice-0": at(60), "voice-1": at(70)}, None, "person_not_heard"),
        ({"voice-0": at(20), "voice-1": at(-22)}, None, "person_unclear"),
        ({}, None, "person_not_heard"),
    ],
)
def test_identify(voices: dict, persona: str | None, reason: str) -> None:
    verdict = identify(voices, PERSON)
    assert (verdict.persona, verdict.reason) == (persona, reason)
    assert set(verdict.similarities) == set(voices)


def heard(recording: str, degrees: float, seconds: float = 30) -> HeardVoice:
    return HeardVoice(recording, at(degrees), seconds)


def test_the_voice_in_most_recordings_is_the_person() -> None:
    guests = [heard("a", 90), heard("b", 150), heard("c", 220)]
    person = [heard("a", 2), heard("b", -3), heard("c", 1)]
    assert float(common_voice([*guests, *person]) @ at(0)) > 0.99


@pytest.mark.parametrize(
    ("voices", "message"),
    [
        ([], "no voice is common"),
        ([heard("a", 0), heard("a", 90)], "no voice is common"),
        ([heard("a", 0), heard("b", 90)], "no voice is common"),
        ([heard("a", 0), heard("b", 0, seconds=2)], "no voice is common"),
        ([heard("a", 0), heard("b", 0), heard("a", 90), heard("b", 90)], "two voices"),
    ],
)
def test_common_voice_refuses_to_guess(voices: list, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        common_voice(voices)


def test_windows_lie_inside_their_stretch_and_short_ones_are_repeated(talk, encoder) -> None:
    sound = talk([("low", 4), ("", 1), ("high", 0.5)])
    windows = embed_windows(sound, [(0, 4), (5, 5.5)], encoder)
    assert windows.spans[0] == (0, 1.6)
    assert windows.spans[-2][1] == pytest.approx(4)
    assert windows.spans[-1] == (5, 5.5)
    assert len(windows.spans) == len(windows.vectors) == 14
    low, high = centroid(windows.vectors[:-1]), windows.vectors[-1]
    assert float(low @ windows.vectors[0]) > 0.99
    assert float(low @ high) < 0.9
    assert embed_windows(sound, [], encoder).vectors.shape[0] == 0


def test_an_enrolment_that_cannot_be_used_is_named(tmp_path: Path, encoder) -> None:
    write_flac(tmp_path / "silent.flac", Waveform(np.zeros(32_000, np.float32), 16_000))
    (tmp_path / "empty.wav").write_bytes(b"")
    for name in ("silent.flac", "empty.wav"):
        with pytest.raises(SettingsError, match=name) as error:
            enrol([tmp_path / name], encoder)
        assert "\n" not in str(error.value)


def test_the_real_encoder_keeps_to_the_protocol() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, (3, 25_600)).astype(np.float32)
    vectors = open_encoder().embed(noise)
    assert vectors.shape == (3, 256)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert open_encoder().embed(noise[:0]).shape == (0, 256)
