"""The stage that takes the background away: audio/mixture/<recording>.flac -> audio/vocals/<recording>.flac.

Where `[voice] separate` is "none" the mixture itself is what later stages listen to, and nothing is written. Where it
is an engine, they listen to the vocals, in place of the mixture.
"""

import time
from typing import IO

from extractors.voice.audio import encode_flac
from extractors.voice.separation import NoSeparator, open_separator
from extractors.voice.stored_sound import StoredSound, open_flac
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Recording
from likeness.sections import Voice
from likeness.workspace import Marker, Workspace


def separate_recording(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Write the vocals of a part's recordings, unless they are fresh. `kept` of the marker counts them.

    Raises:
        MissingExtra: if the engine's model is not on this machine.
    """
    started = time.monotonic()
    recordings = list(workspace.table(Recording).read(part)) if separates(persona.voice) else []
    for recording in recordings:
        _separate(workspace, persona, recording)
    seconds = round(time.monotonic() - started, 3)
    return Marker(made_from="", content="", kept=len(recordings), rejected={}, seconds=seconds)


def separates(voice: Voice) -> bool:
    """Whether the vocals are something else than the mixture: with `auto`, whether a model is on this machine."""
    return voice.separate != "none" and not isinstance(open_separator(voice), NoSeparator)


def open_vocals(workspace: Workspace, voice: Voice, recording: Recording, rate: int | None = None) -> StoredSound:
    """What is listened to of a recording; at its own rate, or resampled.

    Raises:
        SourceGone: if its file is missing or broken.
    """
    return open_flac(workspace.path(heard_path(voice, recording)), rate)


def heard_path(voice: Voice, recording: Recording) -> str:
    """The sound file that later stages listen to, relative to the workspace."""
    return _vocals(recording) if separates(voice) else recording.path


def made_by(voice: Voice) -> list[str]:
    """What decides how the vocals sound, for the fingerprints of the stages that listen to them."""
    return [voice.separate_model] if separates(voice) else []


def _vocals(recording: Recording) -> str:
    return f"audio/vocals/{recording.id}.flac"


def _separate(workspace: Workspace, persona: Persona, recording: Recording) -> None:
    def write_vocals(file: IO[bytes]) -> None:
        mixture = open_flac(workspace.path(recording.path))
        encode_flac(file, open_separator(persona.voice).separate(mixture), mixture.sampling_rate)

    made_from = fingerprint(recording.sha256, made_by(persona.voice), version=1)
    workspace.fill_file(_vocals(recording), made_from, write_vocals)
