"""The voice commands on a persona whose voice is known: by its clips, or by its enrolment."""

import json
from pathlib import Path

import numpy as np
import pytest

from extractors.captions import Caption
from flows import voices
from likeness.errors import SettingsError
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected
from likeness.sections import Rights
from likeness.workspace import Workspace
from train.voices import Heard, pooled

DEMO = Path(__file__).parents[2] / "personas" / "demo"
HOST = (8, 12)
"""Seconds of the interview in which the host speaks; see truth.rttm."""

FILE = 'name = "Ada Quill"\n[rights]\nbasis = "made up"\n'


def listen(path: Path) -> Heard | Rejected:
    """A sound is called by its likeness to the person: '0.9.wav'."""
    if path.stem == "silence":
        return Rejected(reason="no_speech", row={"path": str(path)})
    cosine = float(path.stem.split("-")[0])
    return Heard(pooled(np.array([[cosine, (1 - cosine**2) ** 0.5]], np.float32)), 120.0)


@pytest.fixture
def persona_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A persona with clips of two recordings, of which one is long."""
    monkeypatch.setattr(voices, "hear", listen)
    monkeypatch.setattr(voices, "_opinion", lambda: None)
    monkeypatch.setattr(voices, "_transcriber", lambda persona: None)
    file = tmp_path / "ada.toml"
    file.write_text(FILE)
    workspace = Workspace(tmp_path / "data", "ada-quill")
    for name, count in (("a", 100), ("b", 1)):
        source = Recording(url=name, sha256=name, title=name, path=name, sampling_rate=16_000, duration=900)
        clips = [
            Clip(
                path=f"audio/{name}/1.0-{i}.flac",
                recording=source.id,
                start=3 * i,
                end=3 * i + 2,
                text="Good evening.",
                similarity=0.9,
                snr_db=30,
                sampling_rate=16_000,
                duration=2,
            )
            for i in range(count)
        ]
        workspace.table(Clip).write(name, clips, "x")
    return file


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_match_shows_the_five_most_alike(persona_file: Path, tmp_path: Path) -> None:
    names = [f"0.{n}.wav" for n in range(1, 8)]
    folder = touch(tmp_path / "base", *names, "silence.wav")
    lines = voices.match_voices(persona_file, str(tmp_path / "data"), folder)
    assert [line.split()[0] for line in lines[1:6]] == ["0.7.wav", "0.6.wav", "0.5.wav", "0.4.wav", "0.3.wav"]
    assert lines[6].startswith("from 2 recordings of the person")
    assert lines[7] == "not heard: 1 no_speech"


def test_rank_writes_its_table_and_says_what_to_keep(persona_file: Path, tmp_path: Path) -> None:
    folder = touch(
        tmp_path / "samples", "G_900/0.7.wav", "G_1000/0.9.wav", "G_2000/0.8.wav", "G_3000/silence.wav", "G_4000/x.txt"
    )
    lines = voices.rank_checkpoints(persona_file, str(tmp_path / "data"), folder)
    assert [line.split()[0] for line in lines[1:6]] == ["G_900", "G_1000", "G_2000", "G_3000", "the"]
    assert lines[6].startswith("keep G_1000; training may still help")
    assert lines[-1] == "not heard: 1 no_speech, 1 no_sounds"
    best = json.loads((folder / "best.json").read_text())
    assert (best["keep"], best["ceiling"]["similarity"]) == ("G_1000", 1)
    assert best["ceiling"]["samples"] == 21  # of the long recording, every fifth
    assert (folder / "ranking.csv").read_text().splitlines()[1].startswith("G_900,1,0,0.7,,,")


def test_a_folder_of_silence_is_said_to_be_one(persona_file: Path, tmp_path: Path) -> None:
    folder = touch(tmp_path / "base", "silence.wav", "G_1/silence.wav")
    assert voices.match_voices(persona_file, str(tmp_path / "data"), folder)[1] == "no voice could be heard"
    lines = voices.rank_checkpoints(persona_file, str(tmp_path / "data"), folder)
    assert "no checkpoint could be heard" in lines


def test_of_a_long_file_the_first_minute_of_speech_is_heard() -> None:
    assert voices._first([(0, 50), (60, 80), (90, 100)]) == [(0, 50), (60, 80)]
    assert voices._first([(0, 500)]) == [(0, 500)]


def test_texts_lie_beside_a_sample_or_above_it(tmp_path: Path) -> None:
    folder = touch(tmp_path, "G_1/a.wav", "G_1/b.wav", "G_1/c.wav")
    (folder / "a.txt").write_text("above")
    (folder / "G_1" / "b.txt").write_text("beside")
    told = [voices._text_beside(folder / "G_1" / f"{name}.wav") for name in "abc"]
    assert told == ["above", "beside", ""]


@pytest.mark.parametrize("command", [voices.match_voices, voices.rank_checkpoints])
def test_what_cannot_be_compared_is_a_clear_error(persona_file: Path, tmp_path: Path, command: object) -> None:
    with pytest.raises(SettingsError, match="no sounds in it"):
        command(persona_file, str(tmp_path / "data"), touch(tmp_path / "none", "x.txt"))  # type: ignore[operator]
    folder = touch(tmp_path / "base", "G_1/0.5.wav")
    with pytest.raises(SettingsError, match="no clips of the person yet"):
        command(persona_file, str(tmp_path / "empty"), folder)  # type: ignore[operator]
    (tmp_path / "silence.wav").touch()
    persona_file.write_text(FILE + '[voice]\nenrolment = ["silence.wav"]\n')
    with pytest.raises(SettingsError, match="nobody speaks"):
        command(persona_file, str(tmp_path / "empty"), folder)  # type: ignore[operator]


def test_real_sounds_are_heard(tmp_path: Path) -> None:
    """The demo's person and host, beside noise, silence, and a file that is no sound."""
    import soundfile

    folder = tmp_path / "base"
    folder.mkdir()
    enrolment, rate = soundfile.read(DEMO / "enrolment.ogg")
    soundfile.write(tmp_path / "ada.wav", enrolment[: 4 * rate], rate)
    soundfile.write(folder / "ada.wav", enrolment[4 * rate : 8 * rate], rate)
    start, end = HOST
    soundfile.write(folder / "host.wav", soundfile.read(DEMO / "interview.ogg")[0][start * rate : end * rate], rate)
    soundfile.write(folder / "noise.wav", np.random.default_rng(0).normal(0, 0.1, 32_000), 16_000)
    soundfile.write(folder / "nan.wav", np.full(16_000, np.nan), 16_000, subtype="FLOAT")
    soundfile.write(folder / "short.wav", np.zeros(10), 16_000)
    (folder / "broken.mp3").write_bytes(b"ID3")
    persona = tmp_path / "ada.toml"
    persona.write_text(FILE + '[voice]\nenrolment = ["ada.wav"]\n')
    lines = voices.match_voices(persona, str(tmp_path / "data"), folder)
    assert [line.split()[0] for line in lines[1:3]] == ["ada.wav", "host.wav"]
    assert lines[-1] == "not heard: 1 sound_unreadable, 3 no_speech"
    assert 1 <= voices._opinion()(tmp_path / "ada.wav") <= 5  # type: ignore[misc]
    assert voices._opinion()(folder / "short.wav") == 1  # type: ignore[misc]


def test_words_are_heard_where_a_model_is_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is told the language and the names, and asked for what is said while somebody speaks."""
    import soundfile

    class Scripted:
        def hear(self, path: Path, recording: Recording, speech: list[tuple[float, float]]) -> list[object]:
            assert (path.name, recording.duration) == ("a.wav", 1.0)
            return [Caption(start=0, end=1, text="Good", words=()), Rejected(reason="no_speech", row={})] * len(speech)

    soundfile.write(tmp_path / "a.wav", np.zeros(16_000), 16_000)
    persona = Persona(name="Ada Quill", aliases=("Quill",), rights=Rights(basis="made up"))
    monkeypatch.setattr(voices, "find_model", lambda model: None)
    assert voices._transcriber(persona) is None
    told: list[object] = []
    monkeypatch.setattr(voices, "find_model", lambda model: tmp_path)
    monkeypatch.setattr(voices, "open_whisper", lambda *about: told.append(about) or Scripted())
    monkeypatch.setattr(voices, "detect_speech", lambda sound: [(0.0, 0.5), (0.6, 1.0)])
    transcribe = voices._transcriber(persona)
    assert transcribe is not None and transcribe(tmp_path / "a.wav") == "Good Good"
    assert told == [("large-v3-turbo", "auto", "en", ("Ada Quill", "Quill"))]
