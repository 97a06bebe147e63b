"""Recordings: a sound or video file on disk becomes mono FLAC in the workspace, its captions beside it.

    [[videos]]
    path = "interview.mp4"
    url = "https://example.org/interview"
    captions = "interview.en.vtt"

Any file that FFmpeg reads will do. Not handled: fetching from the web.
"""

from collections.abc import Iterator

from extractors.voice.audio import convert
from likeness.errors import SourceError, SourceGone
from likeness.files import file_hash, fingerprint, write_bytes
from likeness.persona import Persona, VideoSource
from likeness.records import Recording, Rejected
from likeness.workspace import Marker, Workspace

SOURCE_UNREADABLE = "source_unreadable"


def collect_recording(workspace: Workspace, persona: Persona, source: VideoSource) -> Marker:
    """Decode one file to audio/mixture/<recording id>.flac and copy its captions to raw/.

    A file that holds no sound is rejected as `source_unreadable`.

    Raises:
        SourceGone: if the file, or its captions, do not exist.
    """
    paths = [persona.resolve(path) for path in (source.path, source.captions) if path is not None]
    for path in paths:
        if not path.is_file():
            raise SourceGone(f"{path}: no such file; correct [[videos]] in the persona file")
    made_from = fingerprint([file_hash(path) for path in paths], settings=source, version=1)
    return workspace.table(Recording).write(source.part, _recording(workspace, persona, source), made_from)


def _recording(workspace: Workspace, persona: Persona, source: VideoSource) -> Iterator[Recording | Rejected]:
    path = persona.resolve(source.path)
    known = {
        "url": source.url,
        "sha256": file_hash(path),
        "title": source.title or path.stem,
        "license": source.license,
        "captions": _copy_captions(workspace, persona, source),
    }
    # The id does not depend on what decoding tells, so the sound can be named by it.
    name = Recording.model_validate({**known, "path": "", "sampling_rate": 1, "duration": 1}).id
    sound = f"audio/mixture/{name}.flac"
    try:
        sampling_rate, duration = convert(path, workspace.path(sound))
    except SourceError as error:
        if error.transient:
            raise
        yield Rejected(reason=SOURCE_UNREADABLE, row=source.model_dump(mode="json"), detail=str(error))
        return
    yield Recording.model_validate({**known, "path": sound, "sampling_rate": sampling_rate, "duration": duration})


def _copy_captions(workspace: Workspace, persona: Persona, source: VideoSource) -> str | None:
    """Copy the captions as they are; all their suffixes are kept ('.en.vtt.gz' says how to read them)."""
    if source.captions is None:
        return None
    path = persona.resolve(source.captions)
    copy = f"raw/{source.part}{''.join(path.suffixes[-2:])}"
    write_bytes(workspace.path(copy), path.read_bytes())
    return copy
