"""Every export is read back by a reader written from its trainer's own rules: nothing may be dropped in silence."""

import csv
import json
import wave
from pathlib import Path

import numpy as np
import pytest

from likeness.errors import NotFresh
from likeness.persona import Export, Persona, Rights, Vits
from likeness.records import Clip, Recording, Rejected
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


def sound(path: Path, sampling_rate: int) -> float:
    """The seconds of a mono 16-bit clip at the rate that is asked for, as loud as the others."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, sampling_rate)
        samples = np.frombuffer(file.readframes(-1), "<i2") / 32768
    assert np.sqrt(np.mean(samples**2)) > 0.02 and np.abs(samples).max() <= 1
    return len(samples) / sampling_rate


def lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    assert not text.startswith("\ufeff")
    return text.strip("\n").split("\n") if text else []


def bars(path: Path) -> list[list[str]]:
    """The lines of a list as VITS, GPT-SoVITS and Style-Bert-VITS2 split them."""
    return [line.split("|") for line in lines(path)]


def vits_frames(path: Path, hop: int) -> int:
    return path.stat().st_size // (2 * hop)


def read_vits(root: Path, name: str, sampling_rate: int = 22_050) -> list[str]:
    """data_utils.py and train.py: 1 to 190 symbols, more than 32 and up to 1000 frames of hop 256."""
    read = []
    for path, *speaker, text in bars(root / name):
        assert speaker == (["0"] if "speakers" in name else [])
        sound(root / path, sampling_rate)
        if 1 <= len(text) <= 190 and 32 < vits_frames(root / path, 256) <= 1000:
            read.append(text)
    return read


def test_vits(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(), "vits")
    train, val = read_vits(folder, "train.txt"), read_vits(folder, "val.txt")
    assert (train, val) == (read_vits(folder, "train_speakers.txt"), read_vits(folder, "val_speakers.txt"))
    assert (len(train), len(val)) == (len(bars(folder / "train.txt")), len(bars(folder / "val.txt"))) == (9, 1)
    assert "So it goes, she said, and on it goes." in train
    assert "In nineteen oh-six it cost two point five million dollars, which was five percent more." in train
    assert "That was a very good day indeed !" in train
    rows = bars(folder / "metadata.csv")
    assert {len(row) for row in rows} == {3}
    assert not any(field.startswith('"') for row in rows for field in row)
    assert reasons(folder) == sorted(
        ["low_snr"] * 2
        + ["no_text"] * 2
        + ["silent"]
        + ["sound_unreadable"] * 2
        + ["text_too_long", "too_long_for_vits", "too_short_for_vits", "unspeakable_sign"]
    )


def test_vits_at_another_rate(workspace: Workspace) -> None:
    folder = export_voice(workspace, persona(vits=Vits(sampling_rate=16_000)), "vits")
    assert len(read_vits(folder, "train.txt", 16_000)) == len(bars(folder / "train.txt")) == 10  # 12 s: 750 frames
    assert "too_short_for_vits" in reasons(folder)


def test_gpt_sovits(workspace: Workspace) -> None:
    """1-get-text.py and the two loaders: 4 fields, a known language, basenames once, 0.6 to 54 s, a peak."""
    folder = export_voice(workspace, persona(), "gpt-sovits")
    names: set[str] = set()
    for name, count in (("train.list", 11), ("val.list", 1)):
        rows = bars(folder / name)
        assert len(rows) == count
        for path, speaker, language, text in rows:
            seconds = sound(folder / path, 32_000)
            assert (speaker, language) == ("ada-quill", "en")
            assert 0.6 < seconds < 54
            assert not {"%", "\uffe5"} & set(text)
            assert Path(path).name not in names
            names.add(Path(path).name)
    assert names == {path.name for path in (folder / "wavs").iterdir()}
    assert "over the hill" in (folder / "train.list").read_text()
    assert {"too_short_for_gpt_sovits", "no_text"} < set(reasons(folder))


def test_style_bert_vits2(workspace: Workspace) -> None:
    """preprocess_text.py with corrected paths, data_utils.py and train_ms.py: 4 fields, paths once, frames of 512."""
    folder = export_voice(workspace, persona(), "style-bert-vits2") / "Data" / "ada-quill"
    rows = bars(folder / "esd.list")
    assert len(rows) == len({row[0] for row in rows}) == len(list((folder / "raw").iterdir())) == 10
    for path, speaker, language, text in rows:
        sound(folder / "raw" / path, 44_100)
        assert 32 < vits_frames(folder / "raw" / path, 512) <= 1000
        assert (speaker, language) == ("ada-quill", "EN")
        assert text == text.strip() != ""
    assert [row[0] for row in bars(folder / "held_out.list")] == [path.name for path in (folder / "held_out").iterdir()]


def test_piper(workspace: Workspace) -> None:
    """preprocess.py: csv.reader with bars and its usual quotes; two columns, or the words would be a speaker."""
    folder = export_voice(workspace, persona(), "piper")
    with (folder / "metadata.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="|"))
    assert len(rows) == len((folder / "metadata.csv").read_text().splitlines()) == 12
    assert {len(row) for row in rows} == {2}
    for name, text in rows:
        assert sound(folder / "wavs" / f"{name}.wav", 22_050) * 22_050 >= 8192
        assert not text.startswith('"')
    assert reasons(folder).count("no_text") == 2


def test_ljspeech(workspace: Workspace) -> None:
    """Coqui's formatter: three columns, of which the last is spoken; wavs/<id>.wav."""
    folder = export_voice(workspace, persona(), "ljspeech")
    rows = bars(folder / "metadata.csv")
    assert {len(row) for row in rows} == {3}
    for name, _, text in rows:
        sound(folder / "wavs" / f"{name}.wav", 22_050)
        assert text and not any(character.isdigit() for character in text)
    assert [row[1] for row in rows if "1906" in row[1]] == ["In 1906 it cost $2.5 million, which was 5% more."]


def test_audiofolder(workspace: Workspace) -> None:
    """`datasets` reads one table of metadata a split with pyarrow; their columns are alike, and name every sound."""
    from pyarrow import json as table

    folder = export_voice(workspace, persona(), "audiofolder")
    train, validation = (table.read_json(folder / split / "metadata.jsonl") for split in ("train", "validation"))
    assert (len(train), len(validation)) == (13, 1)
    assert train.schema == validation.schema
    for split, rows in (("train", train), ("validation", validation)):
        names = rows["file_name"].to_pylist()
        assert sorted(names) == sorted(path.name for path in (folder / split).glob("*.wav"))
        assert all(sound(folder / split / name, 24_000) for name in names)
    assert {"None", "a@b.org"} < set(train["text"].to_pylist())
    assert TEXTS["emoji"] in train["raw"].to_pylist()
    assert validation["source"].to_pylist() == ["https://e/b"]


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
