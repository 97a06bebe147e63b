"""Recordings that no voice can be cut from: a reason for each, and nothing else is lost by it."""

import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from extractors.voice.audio import Waveform, decode, write_flac
from extractors.voice.speakers import HeardVoice
from flows.steps import Plain, collect, listen
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected, Speaker, Turn, Utterance
from likeness.sections import Rights, Voice
from likeness.sources import VideoFile
from likeness.workspace import Workspace

DEMO = Path(__file__).parents[2] / "personas" / "demo"
RATE = 16_000
Make = Callable[[Path], None]


def music(path: Path) -> None:
    """Chords of held notes, no voice."""
    time = np.arange(8 * RATE) / RATE
    chords = sum(np.sin(2 * np.pi * f * time) * (np.sin(2 * np.pi * time / 4) > -0.5) for f in (220, 277, 330, 440))
    write_flac(path, Waveform((0.1 * chords).astype(np.float32), RATE))


def telephone(path: Path) -> None:
    """The person on a line of 8 kHz."""
    write_flac(path, decode(DEMO / "interview.ogg", 8_000).between(0, 20))


def not_numbers(path: Path) -> None:
    """The person, with a second of samples that are no numbers, in a file of floats."""
    import soundfile

    samples = decode(DEMO / "interview.ogg").between(0, 20).samples.copy()
    samples[5 * RATE : 6 * RATE] = np.nan
    samples[6 * RATE : 6 * RATE + 5] = np.inf
    soundfile.write(path, samples, RATE, subtype="FLOAT", format="WAV")


def six_channels(path: Path) -> None:
    """The person on one of six channels."""
    speech = decode(DEMO / "interview.ogg").between(0, 20).samples
    frames = np.zeros((len(speech), 6))
    frames[:, 2] = speech
    with wave.open(str(path), "wb") as file:
        file.setnchannels(6)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((frames * 32767).astype("<i2").tobytes())


def cut_off(path: Path) -> None:
    """The first third of a file."""
    whole = (DEMO / "interview.ogg").read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def film_without_sound(path: Path) -> None:
    """One second of black."""
    import av

    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 64
        for _ in range(10):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode(None))


def heard(folder: Path, make: Make, name: str) -> Workspace:
    """The workspace after a run over one bad recording, of a person enrolled as in the demo."""
    make(folder / name)
    ada = Persona(
        name="Ada",
        rights=Rights(basis="a test"),
        videos=(VideoFile(path=name, url="https://a.example/bad"),),
        voice=Voice(enrolment=(str(DEMO / "enrolment.ogg"),), device="cpu"),
        folder=folder,
    )
    workspace = Workspace(folder / "data", ada.slug)
    collect(Plain(workspace, ada))
    listen(Plain(workspace, ada))
    return workspace


def reasons(rows: list[Rejected]) -> set[str]:
    assert all("\n" not in row.detail for row in rows)
    return {row.reason for row in rows}


@pytest.mark.parametrize(
    ("make", "name"), [(film_without_sound, "film.mp4"), (lambda path: path.write_bytes(b""), "nothing.mp4")]
)
def test_a_file_without_sound_is_one_rejected_recording(make: Make, name: str, tmp_path: Path) -> None:
    workspace = heard(tmp_path, make, name)
    assert reasons(list(workspace.table(Recording).rejected())) == {"source_unreadable"}
    assert list(workspace.table(Recording).read()) == list(workspace.table(Clip).read()) == []


def silence(path: Path) -> None:
    write_flac(path, Waveform(np.zeros(5 * RATE, np.float32), RATE))


@pytest.mark.parametrize("make", [silence, music])
def test_nobody_speaks(make: Make, tmp_path: Path) -> None:
    workspace = heard(tmp_path, make, "bad.flac")
    (row,) = workspace.table(Speaker).rejected()
    assert (row.reason, row.detail) == ("person_not_heard", "similarity: nobody speaks")
    assert list(workspace.table(Turn).read()) == list(workspace.table(Clip).read()) == []


@pytest.mark.parametrize(("make", "name"), [(not_numbers, "bad.wav"), (six_channels, "bad.wav"), (cut_off, "bad.ogg")])
def test_what_can_be_heard_is_used(make: Make, name: str, tmp_path: Path) -> None:
    workspace = heard(tmp_path, make, name)
    assert any(speaker.is_persona for speaker in workspace.table(Speaker).read())
    assert reasons(list(workspace.table(Clip).rejected())) >= {"no_words"}


def test_a_telephone_is_told_by_its_narrow_band(tmp_path: Path) -> None:
    workspace = heard(tmp_path, telephone, "bad.flac")
    kept = list(workspace.table(Clip).read())
    rejected = reasons(list(workspace.table(Clip).rejected())) | reasons(list(workspace.table(Speaker).rejected()))
    assert kept == []
    assert "narrow_band" in rejected


def test_two_voices_that_sound_alike_are_not_guessed_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.voice import identification

    prints = [np.array([np.cos(a), np.sin(a)], np.float32) for a in (0.10, 0.12)]
    voices = {f"voice-{n}": HeardVoice("a recording", vector, 30) for n, vector in enumerate(prints)}
    monkeypatch.setattr(identification, "_heard", lambda *_: voices)
    monkeypatch.setattr(identification, "person_voice", lambda *_: np.array([1, 0], np.float32))
    workspace = heard(tmp_path, not_numbers, "bad.wav")
    (row,) = workspace.table(Speaker).rejected()
    assert row.reason == "person_unclear"
    assert "voice-0 1.00, voice-1 0.99" in row.detail
    assert list(workspace.table(Clip).read()) == list(workspace.table(Utterance).read()) == []
