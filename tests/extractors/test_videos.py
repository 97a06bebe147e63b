from pathlib import Path

import numpy as np
import pytest
from pytest_httpserver import HTTPServer

from extractors.video_lists import fetch_videos
from extractors.videos import FetchedVideo, RefusedVideos, collect_recording, recording_parts
from extractors.voice.audio import Waveform, read_flac, write_flac
from likeness.errors import SourceGone
from likeness.persona import Persona
from likeness.records import Recording
from likeness.sections import Fetch, Rights
from likeness.sources import VideoFile, VideoList
from likeness.workspace import Workspace


@pytest.fixture
def persona(tmp_path: Path) -> Persona:
    tone = 0.3 * np.sin(2 * np.pi * 300 * np.arange(22_050) / 22_050)
    write_flac(tmp_path / "talk.flac", Waveform(tone.astype(np.float32), 22_050))
    (tmp_path / "talk.en.vtt").write_text("WEBVTT\n")
    source = VideoFile(path="talk.flac", url="https://e/talk", captions="talk.en.vtt", license="CC BY 4.0")
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


@pytest.fixture
def online(persona: Persona, httpserver: HTTPServer, few_sites: None, ogg: bytes) -> Persona:
    """A file, a page with a video, and a page that is gone."""
    page = """<html><title>A/B\x01 talk</title><video src="/talk.ogg">
        <track kind="captions" srclang="en" src="/talk.vtt"></video></html>"""
    httpserver.expect_request("/talk.html").respond_with_data(page, content_type="text/html")
    httpserver.expect_request("/talk.ogg").respond_with_data(ogg, content_type="audio/ogg")
    httpserver.expect_request("/talk.vtt").respond_with_data("WEBVTT\n", content_type="text/vtt")
    sources = [VideoList(url=httpserver.url_for(path), license="CC0") for path in ("/talk.html", "/gone.html")]
    httpserver.expect_request("/gone.html").respond_with_data("", 404)
    fetch = Fetch(contact="test@example.org", delay=0, private_addresses=True)
    return persona.model_copy(update={"videos": (*persona.videos, *sources), "fetch": fetch})


def test_what_was_fetched_becomes_recordings_and_what_was_not_says_why(tmp_path: Path, online: Persona) -> None:
    workspace = Workspace(tmp_path / "data", "ada")
    for source in online.videos:
        if isinstance(source, VideoList):
            fetch_videos(workspace, online, source)
    parts = recording_parts(workspace, online.videos)
    assert [type(part) for part in parts] == [VideoFile, FetchedVideo, RefusedVideos]
    for part in parts:
        collect_recording(workspace, online, part)
    assert sorted(part.part for part in parts) == workspace.table(Recording).parts()
    (fetched,) = workspace.table(Recording).read(parts[1].part)
    assert (fetched.url, fetched.license) == (online.videos[1].url, "CC0")
    assert fetched.title.startswith("A/B talk")
    assert fetched.duration == pytest.approx(2, abs=0.1)
    assert fetched.captions == f"raw/{online.videos[1].part}/{parts[1].part[-8:]}/captions.vtt"
    assert workspace.path(fetched.captions).read_text() == "WEBVTT\n"
    (refused,) = workspace.table(Recording).rejected(parts[2].part)
    assert (refused.reason, refused.row["url"]) == ("source_unreadable", online.videos[2].url)
    assert "404" in refused.detail


def test_a_fetched_video_is_decoded_once(tmp_path: Path, online: Persona, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, source = Workspace(tmp_path / "data", "ada"), online.videos[1]
    assert isinstance(source, VideoList)
    fetch_videos(workspace, online, source)
    (part,) = recording_parts(workspace, [source])
    first = collect_recording(workspace, online, part)
    monkeypatch.setattr("extractors.videos.convert", None)
    assert collect_recording(workspace, online, part) == first


def test_a_fetched_video_without_sound_is_a_rejected_row(
    tmp_path: Path, online: Persona, httpserver: HTTPServer
) -> None:
    source = VideoList(url=httpserver.url_for("/noise.ogg"))
    httpserver.expect_request("/noise.ogg").respond_with_data(b"no sound at all", content_type="audio/ogg")
    workspace = Workspace(tmp_path / "data", "ada")
    fetch_videos(workspace, online, source)
    (part,) = recording_parts(workspace, [source])
    assert collect_recording(workspace, online, part).rejected == {"source_unreadable": 1}


def test_nothing_fetched_is_no_part(tmp_path: Path, online: Persona) -> None:
    assert recording_parts(Workspace(tmp_path / "data", "ada"), online.videos) == [online.videos[0]]
