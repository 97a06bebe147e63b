from pathlib import Path

import numpy as np
import pytest

from extractors.videos import collect_recording
from extractors.voice.audio import Waveform, read_flac, write_flac
from likeness.errors import SourceGone
from likeness.persona import Persona, Rights, VideoSource
from likeness.records import Recording
from likeness.workspace import Workspace


@pytest.fixture
def persona(tmp_path: Path) -> Persona:
    tone = 0.3 * np.sin(2 * np.pi * 300 * np.arange(22_050) / 22_050)
    write_flac(tmp_path / "talk.flac", Waveform(tone.astype(np.float32), 22_050))
    (tmp_path / "talk.en.vtt").write_text("WEBVTT\n")
    source = VideoSource(path="talk.flac", url="https://e/talk", captions="talk.en.vtt", license="CC BY 4.0")
    return Persona(name="Ada", rights=Rights(basis="test"), videos=(source,), folder=tmp_path)


def test_a_recording_keeps_its_rate_and_its_captions(tmp_path: Path, persona: Persona) -> None:
    workspace, source = Workspace(tmp_path / "data", "ada"), persona.videos[0]
    marker = collect_recording(workspace, persona, source)
    (recording,) = workspace.table(Recording).read(source.part)
    assert marker.kept == 1
    assert recording.path == f"audio/mixture/{recording.id}.flac"
    assert (recording.title, recording.license, recording.sampling_rate, recording.duration) == (
        "talk",
        "CC BY 4.0",
        22_050,
        1,
    )
    assert read_flac(workspace.path(recording.path)).duration == 1
    assert recording.captions is not None and recording.captions.startswith("raw/")
    assert workspace.path(recording.captions).read_text() == "WEBVTT\n"


def test_a_second_run_decodes_nothing_and_a_changed_file_is_decoded(
    tmp_path: Path, persona: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, source = Workspace(tmp_path / "data", "ada"), persona.videos[0]
    first = collect_recording(workspace, persona, source)
    with monkeypatch.context() as patched:
        patched.setattr("extractors.videos.convert", None)
        assert collect_recording(workspace, persona, source) == first
    write_flac(tmp_path / "talk.flac", Waveform(np.full(8000, 0.1, np.float32), 16_000))
    assert collect_recording(workspace, persona, source).content != first.content
    titled = source.model_copy(update={"title": "A talk"})
    collect_recording(workspace, persona, titled)
    assert next(workspace.table(Recording).read()).title == "A talk"


@pytest.mark.parametrize("content", [b"", b"no sound at all"])
def test_a_file_without_sound_is_a_rejected_row(tmp_path: Path, persona: Persona, content: bytes) -> None:
    (tmp_path / "talk.flac").write_bytes(content)
    workspace = Workspace(tmp_path / "data", "ada")
    assert collect_recording(workspace, persona, persona.videos[0]).rejected == {"source_unreadable": 1}
    (rejected,) = workspace.table(Recording).rejected()
    assert rejected.row["path"] == "talk.flac"
    assert "talk.flac" in rejected.detail
    assert list(workspace.table(Recording).read()) == []


def test_a_missing_file_is_named(tmp_path: Path, persona: Persona) -> None:
    (tmp_path / "talk.flac").unlink()
    with pytest.raises(SourceGone, match=r"talk\.flac: no such file"):
        collect_recording(Workspace(tmp_path / "data", "ada"), persona, persona.videos[0])
