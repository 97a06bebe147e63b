from pathlib import Path

import numpy as np
import pytest

from extractors.voice.audio import Waveform, write_flac
from extractors.voice.speakers import (
    LEAST_OWN,
    MOST_OWN,
    HeardVoice,
    Windows,
    centroid,
    common_voice,
    embed_windows,
    enrol,
    identify,
    least_similarity,
    own_voice,
    voice_print,
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
        ({"voice-0": at(44), "laugh": at(80)}, None, "person_unclear"),
        ({"voice-0": at(44)}, None, "person_unclear"),  # but not alone: so much like the person are imitators
        ({"voice-0": at(37)}, "voice-0", ""),
        ({"voice-0": at(60)}, None, "person_not_heard"),
        ({"voice-0": at(60), "voice-1": at(70)}, None, "person_not_heard"),
        ({"voice-0": at(20), "voice-1": at(-22)}, None, "person_unclear"),
        ({}, None, "person_not_heard"),
    ],
)
def test_identify(voices: dict, persona: str | None, reason: str) -> None:
    heard = {label: HeardVoice("a", vector, 2 if label == "laugh" else 30) for label, vector in voices.items()}
    verdict = identify(heard, PERSON)
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
        (
            [heard("a", 0), heard("b", 0), heard("a", 90), heard("b", 90)],
            r"two voices are in most recordings \(one in 2 for 60 s, the next in 2 for 60 s\)",
        ),
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
    assert len(windows.spans) == len(windows.vectors) == 5
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


def test_a_print_is_of_speech_alone_however_long_or_short(talk, encoder) -> None:
    sound = talk([("low", 4), ("high", 3), ("low", 20), ("", 3), ("low", 0.3)])
    low = encoder.embed(sound.between(0, 4).samples[None])[0]
    for spans in ([(0, 4)], [(0, 4), (7, 27), (30, 30.3)], [(30, 30.3)]):
        assert float(voice_print(sound, spans, encoder) @ low) > 0.99
    assert float(voice_print(sound, [(4, 7)], encoder) @ low) < 0.9


def test_every_enrolment_file_weighs_the_same(tmp_path: Path, talk, encoder, fake_engines) -> None:
    write_flac(tmp_path / "long.flac", talk([("low", 40)]))
    write_flac(tmp_path / "short.flac", talk([("high", 4)]))
    prints = [enrol([tmp_path / name], encoder) for name in ("long.flac", "short.flac")]
    both = enrol([tmp_path / "long.flac", tmp_path / "short.flac"], encoder)
    assert [float(both @ vector) for vector in prints] == pytest.approx([float(both @ prints[0])] * 2, abs=1e-4)


def test_the_person_in_a_recording_is_what_is_most_like_the_person() -> None:
    windows = Windows([(i, i + 1.6) for i in range(5)], np.stack([at(d) for d in (10, 12, 14, 70, 72)]))
    assert float(own_voice(windows, PERSON) @ at(12)) > 0.999


def test_the_least_similarity_lies_above_the_strangers_within_bounds() -> None:
    for cosine, least in [(0.2, LEAST_OWN), (0.65, 0.68), (0.9, MOST_OWN)]:
        strangers = np.tile([cosine, np.sqrt(1 - cosine**2)], (50, 1)).astype(np.float32)
        assert least_similarity(strangers, PERSON) == pytest.approx(least, abs=1e-3)
    assert least_similarity(np.zeros((0, 2), np.float32), PERSON) == LEAST_OWN
