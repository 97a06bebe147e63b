"""Voices as made-up vectors: who is like whom is known."""

from pathlib import Path

import numpy as np
import pytest

from likeness.records import Rejected
from train.voices import Heard, by_recording, hear, match, pitch, pool, pooled, voices_in


def heard(*direction: float, pitch: float = 120.0) -> Heard:
    return Heard(pooled(np.array([direction], np.float32)), pitch)


VOICES = {
    "near.wav": heard(1, 0.2, 0),
    "nearer.wav": heard(1, 0.1, 0),
    "higher.wav": heard(1, 0.1, 0.001, pitch=240.0),
    "far.wav": heard(0, 0, 1),
    "other.wav": heard(0, 1, 0),
    "fifth.wav": heard(1, 1, 0),
    "sixth.wav": heard(1, 2, 0),
}


def listen(path: Path) -> Heard | Rejected:
    return VOICES.get(path.name) or Rejected(reason="no_speech", row={"path": str(path)})


def base(*names: str) -> dict[str, list[Path]]:
    return {name: [Path(name)] for name in names}


def test_the_most_alike_comes_first_and_pitch_decides_between_equals() -> None:
    person = pool({"a": [heard(1, 0.1, 0.1)], "b": [heard(1, 0.1, -0.1), heard(1, 0.1, -0.1)]})
    matches = match(person, base(*VOICES, "silence.wav"), listen)
    assert [voice.name for voice in matches.ranked[:3]] == ["nearer.wav", "near.wav", "higher.wav"]
    assert [round(voice.semitones) for voice in matches.ranked[:3]] == [0, 0, 12]
    assert matches.ranked[0].similarity == pytest.approx(1, abs=0.01)
    assert all(voice.lowest <= voice.similarity + 0.01 and voice.in_top == 1 for voice in matches.ranked[:3])
    assert matches.ranked[-1].name == "far.wav"
    assert (matches.ranked[-1].in_top, matches.num_recordings) == (0, 2)
    assert [row.reason for row in matches.rejected] == ["no_speech"]


def test_recordings_that_disagree_make_a_wide_spread() -> None:
    agreeing = match(pool({"a": [heard(1, 0, 0)], "b": [heard(1, 0, 0)]}), base(*VOICES), listen)
    disagreeing = match(pool({"a": [heard(1, 0, 0)], "b": [heard(0, 1, 0)]}), base(*VOICES), listen)
    spread = [matches.ranked[0].highest - matches.ranked[0].lowest for matches in (agreeing, disagreeing)]
    assert spread[0] == 0
    assert spread[1] > 0.2
    assert {voice.name: voice.in_top for voice in agreeing.ranked}["other.wav"] == 0
    assert {voice.name: voice.in_top for voice in disagreeing.ranked}["other.wav"] == pytest.approx(0.25, abs=0.05)


def test_one_recording_has_no_spread_and_a_long_one_does_not_decide() -> None:
    one = match(pool({"a": [heard(1, 0, 0)]}), base("near.wav", "other.wav"), listen)
    assert one.num_recordings == 1
    assert one.ranked[0].lowest == one.ranked[0].similarity == one.ranked[0].highest
    person = pool({"long": [heard(1, 0, 0)] * 99, "short": [heard(0, 1, 0)]})
    assert person.voice == pytest.approx(pooled(np.array([[1, 1, 0]])), abs=1e-6)


def test_without_voices_nothing_is_ranked() -> None:
    matches = match(pool({"a": [heard(1, 0, 0)]}), {**base("silence.wav"), "empty": []}, listen)
    assert (matches.ranked, [row.reason for row in matches.rejected]) == ((), ["no_speech", "no_sounds"])
    assert hear({}, listen) == ({}, [])


def test_voices_are_files_or_folders_in_natural_order(tmp_path: Path) -> None:
    for name in ("G_1000/b.wav", "G_900/deep/a.WAV", "G_900/notes.txt", "empty/x.txt", ".cache/a.wav", "solo.flac"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = voices_in(tmp_path)
    assert list(found) == ["G_900", "G_1000", "empty", "solo.flac"]
    assert [len(paths) for paths in found.values()] == [1, 1, 0, 1]
    assert voices_in(tmp_path / "none") == {}


def test_clips_are_grouped_by_folder_or_alone() -> None:
    assert list(by_recording([Path("a/1"), Path("a/2"), Path("b/1")])) == ["a", "b"]
    assert list(by_recording([Path("a/1"), Path("a/2")])) == ["a/1", "a/2"]


@pytest.mark.parametrize("seconds", [0.01, 0.3, 2.0])
@pytest.mark.parametrize("tone", [90.0, 220.0])
def test_pitch(tone: float, seconds: float) -> None:
    time = np.arange(round(16_000 * seconds)) / 16_000
    samples = sum(np.sin(2 * np.pi * tone * k * time) / k for k in range(1, 6)).astype(np.float32)
    found = pitch(samples, 16_000)
    assert found == pytest.approx(tone, rel=0.05) if seconds > 0.1 else 60 <= found <= 400
