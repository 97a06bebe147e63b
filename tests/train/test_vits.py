"""The export, read back by a reader written from VITS' own rules: nothing may be dropped there in silence."""

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from likeness.persona import Persona, Rights, Vits
from likeness.records import Clip, Recording, Rejected
from likeness.workspace import Workspace
from train.vits import Line, check_clip, export_vits, recording_gain, split_lines

RATE = 16_000


def clip(text: str = "Good evening.", start: float = 0.0, seconds: float = 2.0, recording: str = "a") -> Clip:
    return Clip(
        path=f"audio/clips/{recording}/{start}.flac",
        recording=recording,
        start=start,
        end=start + seconds,
        text=text,
        similarity=0.9,
        snr_db=30,
        sampling_rate=RATE,
        duration=seconds,
    )


PERSONA = Persona(name="Ada [x]", rights=Rights(basis="public | record"))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (clip(), None),
        (clip(seconds=11.6), None),
        (clip(seconds=0.37), "too_short_for_vits"),
        (clip(seconds=11.63), "too_long_for_vits"),
        (clip(""), "no_text"),
        (clip(" ... "), "no_text"),
        (clip("word " * 40), "text_too_long"),
        (clip("1,234,567 " * 4), "text_too_long"),  # short as written, long as spoken
        (clip("ask me@example.org"), "unspeakable_sign"),
    ],
)
def test_check_clip(given: Clip, reason: str | None) -> None:
    row = check_clip(given, PERSONA)
    assert (row.reason if isinstance(row, Rejected) else None) == reason


def lines(*clips: Clip) -> list[Line]:
    return [Line(one, one.text, one.text) for one in clips]


def test_a_recording_is_trained_on_or_validated_with() -> None:
    of_three = lines(
        *(clip(start=i * 3, recording=name) for name, count in [("a", 9), ("b", 7), ("c", 2)] for i in range(count))
    )
    train, val = split_lines(of_three)
    assert {line.clip.recording for line in val} == {"c"}
    assert {line.clip.recording for line in train} == {"a", "b"}
    assert len(train) + len(val) == 18


@pytest.mark.parametrize(("count", "in_val"), [(0, 0), (1, 0), (2, 1), (10, 1), (30, 3)])
def test_of_one_recording_the_last_clips_are_held_out(count: int, in_val: int) -> None:
    train, val = split_lines(lines(*(clip(start=i * 3) for i in reversed(range(count)))))
    assert len(val) == in_val
    assert [line.clip.start for line in train + val] == [i * 3 for i in range(count)]


def test_one_gain_brings_a_recording_to_its_loudness_below_the_peak() -> None:
    tone = np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE).astype(np.float32)
    assert recording_gain([0.5 * tone, 0.5 * tone], RATE) == pytest.approx(0.2, abs=0.02)  # -9 LUFS before
    spike = 0.01 * tone
    spike[100] = 0.9
    assert recording_gain([spike], RATE) * 0.9 == pytest.approx(10 ** (-1 / 20), abs=1e-3)
    assert recording_gain([np.zeros(100, np.float32)], RATE) == 1


def read_as_vits(folder: Path, name: str, sampling_rate: int) -> list[tuple[str, str]]:
    """What VITS would train on: its split at bars, its text and frame limits, its 16-bit mono reading."""
    read = []
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        fields = line.split("|")
        assert len(fields) == 2, line
        path, text = folder / fields[0], fields[1]
        with wave.open(str(path)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, sampling_rate)
            assert np.abs(np.frombuffer(file.readframes(-1), "<i2")).max() > 300
        if 1 <= len(text) <= 190 and 32 < path.stat().st_size // (2 * 256) <= 1000:
            read.append((path.stem, text))
    return read


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two recordings with clips of awkward text, and a rejected clip."""
    import soundfile

    workspace = Workspace(tmp_path, "ada")
    recordings = [
        Recording(
            url=f"https://e/{name}",
            sha256=name,
            title=f"Talk {name} | [live]",
            path=f"{name}.flac",
            sampling_rate=RATE,
            duration=60,
            license="CC0",
        )
        for name in ("a", "b")
    ]
    texts = [
        '"Quoted," she said | twice.',
        "In 1906\tit rained.",
        "\u00c9t\u00e9 in Z\u00fcrich \u2014 warm.",
        "Good evening.",
        "a@b.org",
    ]
    for recording in recordings:
        workspace.table(Recording).write(recording.sha256, [recording], "x")
        count = 5 if recording.sha256 == "a" else 2
        clips = [clip(texts[i], start=i * 12, seconds=1 + 2.5 * i, recording=recording.id) for i in range(count)]
        clips.append(clip("dropped", start=70, seconds=0.3, recording=recording.id))
        for one in clips:
            path = workspace.path(one.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            noise = np.random.default_rng(0).normal(0, 0.05, round(one.duration * RATE))
            soundfile.write(path, noise, RATE, subtype="PCM_16")
        rows = [*clips, Rejected(reason="low_snr", row={"start": 1})]
        workspace.table(Clip).write(recording.sha256, rows, "x")
    return workspace


@pytest.mark.parametrize("sampling_rate", [22_050, 16_000])
def test_vits_reads_every_line(workspace: Workspace, sampling_rate: int) -> None:
    persona = PERSONA.model_copy(update={"vits": Vits(sampling_rate=sampling_rate)})
    folder = export_vits(workspace, persona)
    assert folder == workspace.path("exports", "vits")
    train = read_as_vits(folder, "train.txt", sampling_rate)
    val = read_as_vits(folder, "val.txt", sampling_rate)
    assert (len(train), len(val)) == (4, 2)
    assert {name for name, _ in train + val} == {path.stem for path in (folder / "wavs").iterdir()}
    assert "In nineteen oh-six it rained." in [text for _, text in train]
    assert "Quoted, she said twice." in [text for _, text in train]


def test_metadata_has_three_columns_and_rejects_their_reasons(workspace: Workspace) -> None:
    folder = export_vits(workspace, PERSONA)
    rows = [line.split("|") for line in (folder / "metadata.csv").read_text(encoding="utf-8").splitlines()]
    assert {len(row) for row in rows} == {3}
    assert not any(field.startswith('"') for row in rows for field in row)
    assert ["In 1906 it rained.", "In nineteen oh-six it rained."] in [row[1:] for row in rows]
    reasons = [json.loads(line)["reason"] for line in (folder / "rejected.jsonl").read_text().splitlines()]
    assert sorted(reasons) == ["low_snr", "low_snr", "too_short_for_vits", "too_short_for_vits", "unspeakable_sign"]


def test_the_card_names_rights_sources_engines_and_hours(workspace: Workspace) -> None:
    card = (export_vits(workspace, PERSONA) / "README.md").read_text(encoding="utf-8")
    for expected in ("public record", "https://e/a (CC0)", "hours", "diarization: embedded", "- unspeakable_sign: 1"):
        assert expected in card
    assert "[live]" not in card


def test_a_second_export_does_no_work_and_changed_settings_make_it_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = export_vits(workspace, PERSONA)
    with monkeypatch.context() as patched:
        patched.setattr("train.vits.check_clip", None)
        assert export_vits(workspace, PERSONA) == folder
    before = {path.name for path in (folder / "wavs").iterdir()}
    export_vits(workspace, PERSONA.model_copy(update={"vits": Vits(sampling_rate=16_000)}))
    assert {path.name for path in (folder / "wavs").iterdir()} == before
    assert len(read_as_vits(folder, "train.txt", 16_000)) == 4


def test_without_clips_the_export_is_empty_and_says_why(tmp_path: Path) -> None:
    folder = export_vits(Workspace(tmp_path, "ada"), PERSONA)
    assert (folder / "train.txt").read_text() == (folder / "val.txt").read_text() == ""
    assert "There are no clips: no recording" in (folder / "README.md").read_text(encoding="utf-8")
    workspace = Workspace(tmp_path, "bo")
    workspace.table(Clip).write("a", [Rejected.of(clip(""), "no_words")], "x")
    card = (export_vits(workspace, PERSONA) / "README.md").read_text(encoding="utf-8")
    assert "There are no clips: " in card
    assert "- no_words: 1" in card
