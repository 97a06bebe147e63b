"""Every export is read back by a reader written from its trainer's own rules: nothing may be dropped in silence."""

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from benchmarks.trainer_readers import (
    Row,
    bars,
    lines,
    read_audiofolder,
    read_gpt_sovits,
    read_ljspeech,
    read_piper,
    read_style_bert_vits2,
    read_vits,
    taken,
)
from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected
from likeness.sections import Export, Rights, Vits
from likeness.workspace import Workspace
from train.exports import export_voice, export_voices
from train.filelists import RULES

RATE = 16_000
TALK = "It was a long way home, and nobody had thought of bringing a lamp."
TEXTS = {
    "quotes": '"So it goes," she said, "and \u201con\u201d it goes."',
    "opening quote": '"We shall see," was all that he could say.',
    "bars": "Either | or, a bar between the words of it.",
    "lines": "First\tone\nand then\r\nthe other \u2028 of them, at last.",
    "numbers": "\ufeffIn 1906 it cost $2.5 million, which was 5% more.",
    "accents": "\u00c9t\u00e9 in Z\u00fcrich \u2014 warm and long, as it should be\u2026",
    "emoji": "That was a very good day indeed \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f389!",
    "emoji alone": "\U0001f602",
    "empty": "",
    "address": "a@b.org",
    "200 characters": ("over the hill and far away " * 8)[:200],
    "null": "None",
}
SECONDS = {"200 characters": 11.0, "null": 0.8, "0.3 s": 0.3, "12 s": 12.0}
SAME_NAME = "0001.flac"


def recording(name: str) -> Recording:
    return Recording(
        url=f"https://e/{name}", sha256=name, title=name, path=name, sampling_rate=RATE, duration=900, license="CC0"
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two recordings of awkward clips; each has one of the same file name, and one whose sound is gone."""
    workspace = Workspace(tmp_path, "ada-quill")
    awkward = {**TEXTS, "0.3 s": "Yes.", "12 s": TALK * 2, "silent": TALK}
    for name in ("a", "b"):
        source = recording(name)
        wanted = {"talk": TALK, **(awkward if name == "a" else {}), "gone": TALK}
        clips = [make_clip(workspace, source, 20.0 * i, *about) for i, about in enumerate(wanted.items())]
        workspace.path(clips[-1].path).unlink()
        workspace.table(Recording).write(name, [source], "x")
        workspace.table(Clip).write(name, [*clips, Rejected(reason="low_snr", row={})], "x")
    return workspace


def make_clip(workspace: Workspace, source: Recording, start: float, name: str, text: str) -> Clip:
    """A clip of noise, on two channels, in a file that may be called the same in every recording."""
    seconds = SECONDS.get(name, 4.0)
    path = f"audio/clips/{source.sha256}/{SAME_NAME if name == 'talk' else f'{start}.flac'}"
    noise = np.random.default_rng(0).normal(0, 0 if name == "silent" else 1500, (round(seconds * RATE), 2))
    write(workspace.path(path), noise.astype(np.int16))
    return Clip(
        path=path,
        recording=source.id,
        start=start,
        end=start + seconds,
        text=text,
        similarity=0.9,
        snr_db=30,
        sampling_rate=RATE,
        duration=seconds,
    )


def write(path: Path, samples: np.ndarray) -> None:
    import soundfile

    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, samples, RATE, subtype="PCM_16")


def persona(*formats: str, **more: object) -> Persona:
    return Persona(name="Ada Quill", rights=Rights(basis="public record"), export=Export(formats=formats), **more)


def reasons(folder: Path) -> list[str]:
    return sorted(json.loads(line)["reason"] for line in lines(folder / "rejected.jsonl"))


def read_whole(rows: list[Row]) -> list[Row]:
    """The rows of an export, none of which its trainer drops, and each as loud as the others."""
    assert [row.problem for row in rows] == [""] * len(rows)
    assert all(row.level > 0.02 for row in rows)
    return rows


def test_vits(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(), "vits")
    rows = read_whole(read_vits(folder))
    speakers = read_whole(read_vits(folder, lists=("train_speakers.txt", "val_speakers.txt")))
    train = taken(rows, "train.txt")
    assert (len(train), len(taken(rows, "val.txt"))) == (9, 1)
    assert [(row.sound, row.text) for row in rows] == [(row.sound, row.text) for row in speakers]
    assert {row.fields["speaker"] for row in speakers} == {"0"}
    assert "So it goes, she said, and on it goes." in train
    assert "In nineteen oh-six it cost two point five million dollars, which was five percent more." in train
    assert "That was a very good day indeed !" in train
    table = bars(folder / "metadata.csv")
    assert {len(row) for row in table} == {3}
    assert not any(field.startswith('"') for row in table for field in row)
    assert reasons(folder) == sorted(
        ["low_snr"] * 2
        + ["no_text"] * 2
        + ["silent"]
        + ["sound_unreadable"] * 2
        + ["text_too_long", "too_long_for_vits", "too_short_for_vits", "unspeakable_sign"]
    )


def test_vits_at_another_rate(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(vits=Vits(sampling_rate=16_000)), "vits")
    assert len(taken(read_whole(read_vits(folder, 16_000)), "train.txt")) == 10  # 12 s: 750 frames
    assert "too_short_for_vits" in reasons(folder)


def test_gpt_sovits(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(), "gpt-sovits")
    rows = read_whole(read_gpt_sovits(folder))
    assert (len(taken(rows, "train.list")), len(taken(rows, "val.list"))) == (11, 1)
    assert {tuple(row.fields.values()) for row in rows} == {("ada-quill", "en")}
    assert {Path(row.sound).name for row in rows} == {path.name for path in (folder / "wavs").iterdir()}
    assert any("over the hill" in text for text in taken(rows, "train.list"))
    assert {"too_short_for_gpt_sovits", "no_text"} < set(reasons(folder))


def test_style_bert_vits2(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(), "style-bert-vits2")
    rows, data = read_whole(read_style_bert_vits2(folder)), folder / "Data" / "ada-quill"
    assert len(rows) == len(bars(data / "esd.list")) == len(list((data / "raw").iterdir())) == 10
    assert {tuple(row.fields.values()) for row in rows} == {("ada-quill", "EN")}
    assert all(row.text == row.text.strip() for row in rows)
    assert [row[0] for row in bars(data / "held_out.list")] == [path.name for path in (data / "held_out").iterdir()]


def test_piper(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(), "piper")
    rows = read_whole(read_piper(folder))
    assert len(rows) == len((folder / "metadata.csv").read_text().splitlines()) == 12
    assert not any(row.text.startswith('"') for row in rows)
    assert reasons(folder).count("no_text") == 2


def test_ljspeech(workspace: Workspace) -> None:
    rows = read_whole(read_ljspeech(export_voice(workspace, persona(), "ljspeech")))
    assert not any(character.isdigit() for row in rows for character in row.text)
    raw = [row.fields["raw"] for row in rows]
    assert [text for text in raw if "1906" in text] == ["In 1906 it cost $2.5 million, which was 5% more."]


def test_audiofolder(workspace: Workspace) -> None:
    """The columns of both splits are alike, and name every sound."""
    from pyarrow import json as table

    folder = export_voice(workspace, persona(), "audiofolder")
    rows = read_whole(read_audiofolder(folder))
    assert (len(taken(rows, "train")), len(taken(rows, "validation"))) == (13, 1)
    train, validation = (table.read_json(folder / split / "metadata.jsonl").schema for split in ("train", "validation"))
    assert train == validation
    assert sorted(row.sound for row in rows) == sorted(str(path.relative_to(folder)) for path in folder.rglob("*.wav"))
    assert {"None", "a@b.org"} < set(taken(rows, "train"))
    assert TEXTS["emoji"] in [row.fields["raw"] for row in rows]
    assert [row.fields["source"] for row in rows if row.list == "validation"] == ["https://e/b"]


@pytest.mark.parametrize("trainer", RULES)
def test_without_clips_the_lists_are_empty_and_the_card_says_why(tmp_path: Path, trainer: str) -> None:
    folder = export_voice(Workspace(tmp_path, "ada-quill"), persona(), trainer)  # type: ignore[arg-type]
    assert not list(folder.rglob("*.wav"))
    assert all(path.read_text() == "" for path in [*folder.rglob("*.txt"), *folder.rglob("*.list")])
    assert "There are no clips: no recording" in (folder / "README.md").read_text(encoding="utf-8")


def test_a_language_that_the_trainer_does_not_know(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(language="de"), "gpt-sovits")
    assert reasons(folder).count("language_not_supported") == 19
    assert (folder / "train.list").read_text() == ""


def test_all_wanted_formats_are_made_once_and_others_deleted(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = Workspace(workspace.folder.parent, "ada-quill", frozen=True)
    with pytest.raises(NotFresh):
        export_voices(frozen, persona("vits"))
    folders = export_voices(workspace, persona("vits", "piper"))
    assert folders == [workspace.path("exports", name) for name in ("vits", "piper")]
    with monkeypatch.context() as patched:
        patched.setattr("train.exports.gather", None)  # a fresh export is not made again
        assert export_voices(frozen, persona("vits", "piper")) == folders
        workspace.path("exports/ljspeech").mkdir()  # another program's
        with pytest.raises(NotFresh):
            export_voices(frozen, persona("vits"))
        export_voices(workspace, persona("vits"))
    assert sorted(path.name for path in workspace.path("exports").iterdir()) == ["ljspeech", "vits"]


def test_one_gain_for_all_clips_of_a_recording(tmp_path: Path) -> None:
    """A clip twice as loud as another stays so, even where one is held out."""
    workspace, source = Workspace(tmp_path, "ada-quill"), recording("a")
    clips = [make_clip(workspace, source, 20.0 * i, str(i), TALK) for i in range(2)]
    noise = np.random.default_rng(0).normal(0, 1000, 4 * RATE)
    for i, clip in enumerate(clips):
        write(workspace.path(clip.path), (noise * (i + 1)).astype(np.int16))
    workspace.table(Clip).write("a", clips, "x")
    folder = export_voice(workspace, persona(), "piper")
    with (
        wave.open(str(folder / f"wavs/{clips[0].id}.wav")) as soft,
        wave.open(str(folder / f"wavs/{clips[1].id}.wav")) as loud,
    ):
        levels = [np.frombuffer(file.readframes(-1), "<i2").std() for file in (soft, loud)]
    assert levels[1] / levels[0] == pytest.approx(2, rel=0.02)
