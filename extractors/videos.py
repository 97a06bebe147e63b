"""Recordings: a sound or video, on disk or fetched into raw/, becomes mono FLAC in the workspace, with its captions.

    [[videos]]
    path = "interview.mp4"
    url = "https://example.org/interview"
    captions = "interview.en.vtt"

Any file that FFmpeg reads will do. What is fetched from the web comes from `extractors.video_lists`.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors import retrieval
from extractors.video_info import title_of
from extractors.video_lists import held_info, held_videos, refused_videos
from extractors.voice.audio import convert
from likeness.errors import SourceError, SourceGone
from likeness.files import file_hash, fingerprint, is_remote, write_bytes
from likeness.persona import Persona
from likeness.records import Recording, Rejected
from likeness.sources import VideoFile, VideoList, VideoSource
from likeness.workspace import Marker, Workspace

SOURCE_UNREADABLE = "source_unreadable"


@dataclass(frozen=True)
class FetchedVideo:
    """One video of a list that lies in raw/. `video` is the name of its folder."""

    source: VideoList
    video: str

    @property
    def part(self) -> str:
        """The name of its part in every table."""
        return f"{self.source.part}-{self.video}"


@dataclass(frozen=True)
class RefusedVideos:
    """What a list did not give."""

    source: VideoList

    @property
    def part(self) -> str:
        """The name of the part that says why."""
        return self.source.part


RecordingPart = VideoFile | FetchedVideo | RefusedVideos
"""What becomes one part of the recordings; its `part` is the name of it."""


def recording_parts(workspace: Workspace, sources: Iterable[VideoSource]) -> list[RecordingPart]:
    """What the sources have given so far: a part a file, a part a video, and one for all that a list did not give.

    A video that two lists hold is one part.
    """
    parts: dict[str, RecordingPart] = {}
    for source in sources:
        if isinstance(source, VideoFile):
            parts.setdefault(source.part, source)
            continue
        for video in held_videos(workspace, source):
            parts.setdefault(video, FetchedVideo(source, video))
        if refused_videos(workspace, source) or retrieval.refusal(workspace, source):
            parts.setdefault(source.part, RefusedVideos(source))
    return list(parts.values())


def collect_recording(workspace: Workspace, persona: Persona, part: RecordingPart) -> Marker:
    """Decode one file or video to audio/mixture/<recording id>.flac; one part of the recordings.

    A file that holds no sound is rejected as `source_unreadable`; so is a list that could not be read. What a list did
    not give keeps the reason of `extractors.video_lists`.

    Raises:
        SourceGone: if a file of the persona file, or its captions, do not exist.
    """
    recordings = workspace.table(Recording)
    match part:
        case VideoFile():
            paths = _existing(persona, part)
            made_from = fingerprint([file_hash(path) for path in paths], settings=part, version=1)
            return recordings.write(part.part, _recording_of_file(workspace, persona, part), made_from)
        case FetchedVideo():
            info = workspace.path("raw", part.source.part, part.video, "info.json")
            made_from = fingerprint(file_hash(info), part.source.license, version=1)
            return recordings.write(part.part, _recording_of_video(workspace, part), made_from)
        case RefusedVideos():
            rows = list(_refusals(workspace, part.source))
            made_from = fingerprint([row.model_dump(mode="json") for row in rows], version=1)
            return recordings.write(part.part, rows, made_from)


def _refusals(workspace: Workspace, source: VideoList) -> Iterator[Rejected]:
    if reason := retrieval.refusal(workspace, source):
        yield Rejected(reason=SOURCE_UNREADABLE, row=source.model_dump(mode="json"), detail=reason)
    yield from refused_videos(workspace, source)


def _existing(persona: Persona, source: VideoFile) -> list[Path]:
    paths = [persona.resolve(path) for path in (source.path, source.captions) if path is not None]
    for path in paths:
        if not path.is_file():
            raise SourceGone(f"{path}: no such file; correct [[videos]] in the persona file")
    return paths


def _recording_of_file(workspace: Workspace, persona: Persona, source: VideoFile) -> Iterator[Recording | Rejected]:
    path = persona.resolve(source.path)
    known = {
        "url": source.url,
        "title": source.title or path.stem,
        "license": source.license,
        "captions": _copy_captions(workspace, persona, source),
    }
    yield _recording(workspace, path, known, source.model_dump(mode="json"))


def _recording_of_video(workspace: Workspace, part: FetchedVideo) -> Iterator[Recording | Rejected]:
    info = held_info(workspace, part.source, part.video)
    names = [path.name for path in workspace.path("raw", part.source.part, part.video).iterdir()]
    captions = next((name for name in names if name.startswith("captions.")), None)
    known = {
        "url": info.get("webpage_url") or part.source.url,
        "title": title_of(info),
        "license": part.source.license or info.get("license") or "",
        "captions": f"raw/{part.source.part}/{part.video}/{captions}" if captions else None,
    }
    sound = next(name for name in names if name.startswith("sound."))
    with _on_disk(workspace.path("raw", part.source.part, part.video, sound)) as path:
        yield _recording(workspace, path, known, known)


def _recording(workspace: Workspace, path: Path, known: dict[str, Any], row: dict[str, Any]) -> Recording | Rejected:
    """Decode a file; `row` is what is rejected if that fails."""
    known = {**known, "sha256": file_hash(path)}
    # The id does not depend on what decoding tells, so the sound can be named by it.
    name = Recording.model_validate({**known, "path": "", "sampling_rate": 1, "duration": 1}).id
    sound = f"audio/mixture/{name}.flac"
    try:
        sampling_rate, duration = convert(path, workspace.path(sound))
    except SourceError as error:
        if error.transient:
            raise
        return Rejected(reason=SOURCE_UNREADABLE, row=row, detail=str(error))
    return Recording.model_validate({**known, "path": sound, "sampling_rate": sampling_rate, "duration": duration})


def _copy_captions(workspace: Workspace, persona: Persona, source: VideoFile) -> str | None:
    """Copy the captions as they are; all their suffixes are kept ('.en.vtt.gz' says how to read them)."""
    if source.captions is None:
        return None
    path = persona.resolve(source.captions)
    copy = f"raw/{source.part}{''.join(path.suffixes[-2:])}"
    write_bytes(workspace.path(copy), path.read_bytes())
    return copy


@contextmanager
def _on_disk(path: Path) -> Iterator[Path]:
    """A file of the workspace as one that FFmpeg can open: itself, or a copy of it if the workspace is remote."""
    if not is_remote(path):
        yield path
        return
    with tempfile.NamedTemporaryFile(suffix=path.suffix) as copy:
        with path.open("rb") as file:
            shutil.copyfileobj(file, copy)
        copy.flush()
        yield Path(copy.name)
