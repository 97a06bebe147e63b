"""The stages over a talk of two buzzing voices, with engines that hear buzzes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.videos import collect_recording
from extractors.voice import identification, listening
from extractors.voice.audio import Waveform, read_flac, write_flac
from extractors.voice.identification import identify_speakers
from likeness.errors import SettingsError
from likeness.persona import Persona
from likeness.records import Clip, Segment, Speaker, Turn, Utterance
from likeness.sections import Rights, Vits, Voice
from likeness.sources import VideoFile
from likeness.workspace import Marker, Workspace

pytestmark = pytest.mark.usefixtures("fake_engines")

SCRIPT = [("", 0.5), ("high", 4), ("", 0.5), ("low", 5), ("", 0.5), ("high", 4), ("", 0.5), ("low", 3), ("", 0.5)]
CAPTIONS = """WEBVTT

00:00.500 --> 00:04.500
Where did you grow up, if I may ask?

00:05.000 --> 00:10.000
In Leeds, above a bakery, in 1950.

00:10.500 --> 00:14.500
And how did you like it there?

00:15.000 --> 00:18.000
I liked the smell of it.
"""
STAGES = (
    listening.diarize_recording,
    listening.transcribe_recording,
    identify_speakers,
    listening.join_utterances,
    listening.cut_clips,
)


@pytest.fixture
def persona(tmp_path: Path, talk: Callable[..., Waveform]) -> Persona:
    write_flac(tmp_path / "talk.flac", talk(SCRIPT))
    write_flac(tmp_path / "mine.flac", talk([("low", 4)]))
    (tmp_path / "talk.vtt").write_text(CAPTIONS)
    return Persona(
        name="Ada",
        rights=Rights(basis="test"),
        videos=(VideoFile(path="talk.flac", url="https://e/talk", captions="talk.vtt"),),
        voice=Voice(enrolment=("mine.flac",)),
        folder=tmp_path,
    )


def listen(workspace: Workspace, persona: Persona) -> dict[str, Marker]:
    for source in persona.videos:
        collect_recording(workspace, persona, source)
    return {
        f"{stage.__name__} {source.part}": stage(workspace, persona, source.part)
        for stage in STAGES
        for source in persona.videos
    }


def test_from_a_talk_to_words_and_clips(tmp_path: Path, persona: Persona) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, persona)
    part = persona.videos[0].part
    assert [turn.speaker for turn in workspace.table(Turn).read()] == ["voice-0", "voice-1", "voice-0", "voice-1"]
    assert [(s.speaker, s.is_persona) for s in workspace.table(Speaker).read()] == [
        ("voice-0", False),
        ("voice-1", True),
    ]
    assert [segment.speaker for segment in workspace.table(Segment).read()] == ["voice-0", "voice-1"] * 2
    assert [(u.context, u.text) for u in workspace.table(Utterance).read(f"speech-{part}")] == [
        ("Where did you grow up, if I may ask?", "In Leeds, above a bakery, in 1950."),
        ("And how did you like it there?", "I liked the smell of it."),
    ]
    clips = list(workspace.table(Clip).read())
    assert [clip.text for clip in clips] == ["In Leeds, above a bakery, in 1950.", "I liked the smell of it."]
    for clip in clips:
        assert read_flac(workspace.path(clip.path)).duration == pytest.approx(clip.duration, abs=0.01)
    assert [depth for depth, _ in workspace.trace(clips[0].id)] == [0, 1]


def test_a_second_run_does_no_work(tmp_path: Path, persona: Persona, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    first = listen(workspace, persona)
    monkeypatch.setattr(listening, "open_vocals", None)
    monkeypatch.setattr(identification, "open_vocals", None)
    assert listen(workspace, persona) == first


def test_changed_settings_recompute_only_what_reads_them(tmp_path: Path, persona: Persona) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    first = listen(workspace, persona)
    stricter = persona.model_copy(update={"voice": persona.voice.model_copy(update={"minimum_snr_db": 99.0})})
    second = listen(workspace, stricter)
    changed = {name.split()[0] for name in first if first[name] != second[name]}
    assert changed == {"cut_clips"}
    assert {row.reason for row in workspace.table(Clip).rejected()} == {"low_snr"}
    assert list(workspace.path("audio", "clips", persona.videos[0].part).glob("*.flac")) == []
    rate = persona.model_copy(update={"vits": Vits(sampling_rate=16_000)})
    assert listen(workspace, rate)[f"cut_clips {persona.videos[0].part}"].kept == 2


def test_changed_captions_are_read_again(tmp_path: Path, persona: Persona) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, persona)
    (tmp_path / "talk.vtt").write_text(CAPTIONS.replace("bakery", "bookshop"))
    listen(workspace, persona)
    assert "bookshop" in next(workspace.table(Utterance).read()).text


def test_without_captions_clips_lack_only_their_words(tmp_path: Path, persona: Persona) -> None:
    mute = persona.model_copy(update={"videos": (VideoFile(path="talk.flac", url="https://e/talk"),)})
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, mute)
    assert list(workspace.table(Utterance).read()) == []
    assert {row.reason for row in workspace.table(Clip).rejected()} == {"no_words"}


def test_a_recording_without_the_person(tmp_path: Path, persona: Persona, talk: Callable[..., Waveform]) -> None:
    write_flac(tmp_path / "talk.flac", talk([("high", 6)]))
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, persona)
    assert [row.reason for row in workspace.table(Speaker).rejected()] == ["person_not_heard"]
    assert list(workspace.table(Utterance).read()) == list(workspace.table(Clip).read()) == []


def test_a_recording_without_speech(tmp_path: Path, persona: Persona, talk: Callable[..., Waveform]) -> None:
    write_flac(tmp_path / "talk.flac", talk([("", 3)]))
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, persona)
    (rejected,) = workspace.table(Speaker).rejected()
    assert rejected.detail == "similarity: nobody speaks"
    assert {row.reason for row in workspace.table(Segment).rejected()} == {"outside_turns"}


def test_an_enrolment_without_speech_is_a_setting_to_correct(
    tmp_path: Path, persona: Persona, talk: Callable[..., Waveform]
) -> None:
    write_flac(tmp_path / "mine.flac", talk([("", 3)]))
    with pytest.raises(SettingsError, match=r"mine\.flac: nobody speaks"):
        listen(Workspace(tmp_path / "data", "ada"), persona)


def test_without_enrolment_the_common_voice_is_the_person(
    tmp_path: Path, persona: Persona, talk: Callable[..., Waveform]
) -> None:
    write_flac(tmp_path / "speech.flac", talk([("low", 7), ("", 0.6), ("low", 4)]))
    speech = VideoFile(path="speech.flac", url="https://e/speech")
    both = persona.model_copy(update={"voice": Voice(), "videos": (*persona.videos, speech)})
    workspace = Workspace(tmp_path / "data", "ada")
    listen(workspace, both)
    assert sum(speaker.is_persona for speaker in workspace.table(Speaker).read()) == 2
    alone = both.model_copy(update={"videos": persona.videos})
    with pytest.raises(SettingsError, match="no voice is common"):
        listen(Workspace(tmp_path / "data", "alone"), alone)


def test_what_whisper_heard_wrong_is_repaired_by_the_glossary(
    tmp_path: Path, persona: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    (tmp_path / "talk.vtt").write_text(CAPTIONS.replace("above a bakery", "next to Nicola Tesler"))
    monkeypatch.setattr(listening, "chosen_engine", lambda _: "whisper")
    knowing = persona.model_copy(update={"voice": persona.voice.model_copy(update={"glossary": ("Nikola Tesla",)})})
    listen(workspace, knowing)
    texts = [utterance.text for utterance in workspace.table(Utterance).read()]
    assert texts[0] == "In Leeds, next to Nikola Tesla, in 1950."
    assert next(clip.text for clip in workspace.table(Clip).read()) == texts[0]
    assert "Tesler" in next(s for s in workspace.table(Segment).read() if "Leeds" in s.text).text
