"""Which voice of a recording is the person's: by the enrolment, or else the voice that most recordings share."""

import functools
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractors.voice.activity import Span
from extractors.voice.audio import ANALYSIS_RATE
from extractors.voice.encoders import open_encoder
from extractors.voice.speakers import HeardVoice, Vector, common_voice, enrol, identify, voice_print
from extractors.voice.vocals import open_vocals
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Recording, Rejected, Speaker, Turn
from likeness.sections import Voice
from likeness.workspace import Marker, Workspace

log = logging.getLogger(__name__)


def identify_speakers(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find which voice is the person's; a recording without it is rejected as `person_not_heard` or `person_unclear`.

    Raises:
        SettingsError: if an enrolment file cannot be used, or none is given and the recordings do not tell.
    """
    turns = workspace.table(Turn)
    made_from = fingerprint(turns.content(part), enrolment(workspace, persona), version=3)
    rows = (
        speaker
        for recording in workspace.table(Recording).read(part)
        for speaker in _speakers(workspace, persona, part, recording)
    )
    return workspace.table(Speaker).write(part, rows, made_from)


def _speakers(workspace: Workspace, persona: Persona, part: str, recording: Recording) -> Iterator[Speaker | Rejected]:
    turns = turns_of(workspace, recording.id, part)
    voices = _heard(workspace, persona.voice, recording, turns)
    verdict = identify(voices, person_voice(workspace, persona))
    for label, similarity in verdict.similarities.items():
        yield Speaker(
            parents=tuple(turn.id for turn in turns if turn.speaker == label),
            recording=recording.id,
            speaker=label,
            similarity=round(similarity, 4),
            is_persona=label == verdict.persona,
            seconds=round(voices[label].seconds, 3),
        )
    heard = ", ".join(f"{label} {similarity:.2f}" for label, similarity in verdict.similarities.items())
    log.info("%s: %s (similarity: %s)", recording.title, verdict.persona or verdict.reason, heard or "nobody speaks")
    if verdict.persona is None:
        yield Rejected.of(recording, verdict.reason, f"similarity: {heard or 'nobody speaks'}")


def _heard(workspace: Workspace, voice: Voice, recording: Recording, turns: Sequence[Turn]) -> dict[str, HeardVoice]:
    """Each voice of a recording that ever has the floor, by label in order."""
    sound, encoder = open_vocals(workspace, voice, recording, ANALYSIS_RATE), open_encoder(voice)
    spans = {label: floor(turns, label) for label in sorted({turn.speaker for turn in turns})}
    return {
        label: HeardVoice(recording.id, voice_print(sound, own, encoder), sum(end - start for start, end in own))
        for label, own in spans.items()
        if own
    }


def floor(turns: Sequence[Turn], label: str) -> list[Span]:
    """When a voice has the floor."""
    return [(turn.start, turn.end) for turn in turns if turn.speaker == label and not turn.overlapped]


def enrolment(workspace: Workspace, persona: Persona) -> list[str]:
    """What decides who the person is: the enrolment files, or without them the voices of all recordings."""
    if persona.voice.enrolment:
        return [file_hash(persona.resolve(path)) for path in persona.voice.enrolment]
    return sorted(workspace.table(Turn).content().values())


def person_voice(workspace: Workspace, persona: Persona) -> Vector:
    """The person's voice: as enrolled, or the one common to most recordings, all of which must have been diarized.

    Raises:
        SettingsError: if an enrolment file cannot be used, or none is given and the recordings do not tell.
    """
    hashes = tuple(enrolment(workspace, persona))
    paths = tuple(persona.resolve(path) for path in persona.voice.enrolment)
    return _enrolled(paths, hashes, persona.voice) if paths else _commonest(workspace, persona.voice, hashes)


@functools.lru_cache(maxsize=4)
def _enrolled(paths: tuple[Path, ...], hashes: tuple[str, ...], voice: Voice) -> Vector:
    """`enrol`, once for files of the same content."""
    return enrol(paths, open_encoder(voice))


@functools.lru_cache(maxsize=4)
def _commonest(workspace: Workspace, voice: Voice, hashes: tuple[str, ...]) -> Vector:
    """`common_voice` of all recordings, once for the same turns."""
    recordings = workspace.table(Recording).read()
    heard = (_heard(workspace, voice, recording, turns_of(workspace, recording.id)) for recording in recordings)
    return common_voice([one for voices in heard for one in voices.values()])


def turns_of(workspace: Workspace, recording: str, part: str | None = None) -> list[Turn]:
    """The turns of a recording, by its id, from one part or from all."""
    return [turn for turn in workspace.table(Turn).read(part) if turn.recording == recording]
