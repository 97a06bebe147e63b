"""From a recording to the person's words and clips, stage by stage; each works on one recording's part.

    recordings -> turns -> segments -> utterances "speech-<part>"
                        -> speakers -> clips, and their sound in audio/clips/<part>/<clip id>.flac

Where no enrolment is given, `identify_speakers` looks for the voice that most recordings share, so all of them must
have been diarized before.
"""

import functools
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.voice import clips
from extractors.voice.activity import Span, detect_speech
from extractors.voice.audio import ANALYSIS_RATE, Waveform, resample, write_flac
from extractors.voice.diarization import open_diarizer
from extractors.voice.pieces import Piece, cut_pieces, own_runs
from extractors.voice.quality import open_quality
from extractors.voice.repair import page_terms, repair_segment
from extractors.voice.speakers import (
    HeardVoice,
    Vector,
    Windows,
    centroid,
    common_voice,
    embed_windows,
    enrol,
    identify,
    open_encoder,
)
from extractors.voice.transcription import caption_words, chosen_engine, open_transcriber, spoken_end
from extractors.voice.utterances import join_segments, overlapped_spans
from extractors.voice.vocals import heard_path, made_by, read_vocals
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona, Voice
from likeness.records import Clip, Page, Recording, Rejected, Segment, Speaker, Turn, Utterance
from likeness.workspace import Marker, Workspace

log = logging.getLogger(__name__)


def diarize_recording(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find who speaks when."""
    recordings = workspace.table(Recording)
    heard = [*made_by(persona.voice), persona.voice.diarize]
    made_from = fingerprint(recordings.content(part), heard, version=2)
    rows = (turn for recording in recordings.read(part) for turn in _turns(workspace, persona, recording))
    return _logged("turns", part, workspace.table(Turn).write(part, rows, made_from))


def _turns(workspace: Workspace, persona: Persona, recording: Recording) -> Iterator[Turn]:
    vocals = read_vocals(workspace, persona.voice, recording, ANALYSIS_RATE)
    for span in open_diarizer(persona.voice).diarize(vocals):
        yield Turn(parents=(recording.id,), recording=recording.id, start=span.start, end=span.end, speaker=span.voice)


def transcribe_recording(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Write down what all voices say."""
    recordings, turns = workspace.table(Recording), workspace.table(Turn)
    made_from = fingerprint(recordings.content(part), turns.content(part), _transcribed_by(workspace, persona, part))
    rows = _segments(workspace, persona, part)
    return _logged("segments", part, workspace.table(Segment).write(part, rows, made_from))


def _transcribed_by(workspace: Workspace, persona: Persona, part: str) -> list[object]:
    """What decides which words are heard: the captions, or Whisper and what it is told."""
    voice, engine = persona.voice, chosen_engine(persona.voice)
    paths = [recording.captions for recording in workspace.table(Recording).read(part) if recording.captions]
    told = [voice.transcribe_model, persona.language, persona.names, voice.glossary, *made_by(voice)]
    return [engine, [file_hash(workspace.path(path)) for path in paths], told if engine == "whisper" else []]


def _segments(workspace: Workspace, persona: Persona, part: str) -> Iterator[Segment | Rejected]:
    transcriber = open_transcriber(persona.voice, workspace, persona.language, persona.names)
    for recording in workspace.table(Recording).read(part):
        heard = recording.model_copy(update={"path": heard_path(persona.voice, recording)})
        yield from transcriber.transcribe(heard, _of(recording, workspace.table(Turn).read(part)))


def _of(recording: Recording, turns: Iterator[Turn]) -> list[Turn]:
    return [turn for turn in turns if turn.recording == recording.id]


def identify_speakers(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find which voice is the person's; a recording without it is rejected as `person_not_heard` or `person_unclear`.

    Raises:
        SettingsError: if an enrolment file cannot be used, or none is given and the recordings do not tell.
    """
    turns = workspace.table(Turn)
    made_from = fingerprint(turns.content(part), _enrolment(workspace, persona), version=1)
    rows = (
        speaker
        for recording in workspace.table(Recording).read(part)
        for speaker in _speakers(workspace, persona, part, recording)
    )
    return _logged("speakers", part, workspace.table(Speaker).write(part, rows, made_from))


def _speakers(workspace: Workspace, persona: Persona, part: str, recording: Recording) -> Iterator[Speaker | Rejected]:
    turns = _of(recording, workspace.table(Turn).read(part))
    sound = read_vocals(workspace, persona.voice, recording, ANALYSIS_RATE)
    voices = {label: centroid(windows.vectors) for label, windows in voice_windows(sound, turns).items()}
    verdict = identify(voices, _person(workspace, persona))
    for label, similarity in verdict.similarities.items():
        yield Speaker(
            parents=tuple(turn.id for turn in turns if turn.speaker == label),
            recording=recording.id,
            speaker=label,
            similarity=round(similarity, 4),
            is_persona=label == verdict.persona,
            seconds=round(sum(turn.end - turn.start for turn in turns if turn.speaker == label), 3),
        )
    if verdict.persona is None:
        heard = ", ".join(f"{label} {similarity:.2f}" for label, similarity in verdict.similarities.items())
        yield Rejected.of(recording, verdict.reason, f"similarity: {heard or 'nobody speaks'}")


def voice_windows(sound: Waveform, turns: Sequence[Turn]) -> dict[str, Windows]:
    """The vectors of each voice's turns, by label in order; `sound` is at 16 kHz."""
    spans = {label: _spans(turns, label) for label in sorted({turn.speaker for turn in turns})}
    return {label: embed_windows(sound, of_voice, open_encoder()) for label, of_voice in spans.items()}


def _spans(turns: Sequence[Turn], *labels: str) -> list[Span]:
    return [(turn.start, turn.end) for turn in turns if turn.speaker in labels]


def _enrolment(workspace: Workspace, persona: Persona) -> list[str]:
    """What decides who the person is: the enrolment files, or without them the voices of all recordings."""
    if persona.voice.enrolment:
        return [file_hash(persona.resolve(path)) for path in persona.voice.enrolment]
    return sorted(workspace.table(Turn).content().values())


def _person(workspace: Workspace, persona: Persona) -> Vector:
    hashes = tuple(_enrolment(workspace, persona))
    paths = tuple(persona.resolve(path) for path in persona.voice.enrolment)
    return _enrolled(paths, hashes) if paths else _commonest(workspace, persona.voice, hashes)


@functools.lru_cache(maxsize=4)
def _enrolled(paths: tuple[Path, ...], hashes: tuple[str, ...]) -> Vector:
    """`enrol`, once for files of the same content."""
    return enrol(paths, open_encoder())


@functools.lru_cache(maxsize=4)
def _commonest(workspace: Workspace, voice: Voice, hashes: tuple[str, ...]) -> Vector:
    """`common_voice` of all recordings, once for the same turns."""
    voices = []
    for recording in workspace.table(Recording).read():
        turns = _of(recording, workspace.table(Turn).read())
        sound = read_vocals(workspace, voice, recording, ANALYSIS_RATE)
        for windows in voice_windows(sound, turns).values():
            seconds = sum(end - start for start, end in windows.spans)
            voices.append(HeardVoice(recording.id, centroid(windows.vectors), seconds))
    return common_voice(voices)


def join_utterances(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Join what the person says into utterances of the part "speech-<part>", with what each one answers."""
    inputs = [workspace.table(record).content(part) for record in (Turn, Segment, Speaker)]
    rows = (
        utterance
        for speaker in workspace.table(Speaker).read(part)
        if speaker.is_persona
        for utterance in _utterances(workspace, persona, part, speaker)
    )
    made_from = fingerprint(inputs, persona.language, _glossary(workspace, persona), version=2)
    return _logged("utterances", part, workspace.table(Utterance).write(f"speech-{part}", rows, made_from))


def _utterances(workspace: Workspace, persona: Persona, part: str, speaker: Speaker) -> Iterator[Utterance | Rejected]:
    segments = _repaired(workspace, persona, part, speaker.recording)
    turns = [turn for turn in workspace.table(Turn).read(part) if turn.recording == speaker.recording]
    return join_segments(segments, speaker.speaker, persona.language, overlapped_spans(turns))


def _glossary(workspace: Workspace, persona: Persona) -> tuple[str, ...]:
    """Names and terms by which Whisper's words are repaired; none for captions, which somebody wrote."""
    if chosen_engine(persona.voice) != "whisper":
        return ()
    texts = (page.text for page in workspace.table(Page).read())
    return (*persona.names, *persona.voice.glossary, *page_terms(texts, persona.language))


def _repaired(workspace: Workspace, persona: Persona, part: str, recording: str) -> list[Segment]:
    """The segments of a recording; repaired when they are read, not when they are stored, so new pages cost no ears."""
    glossary = _glossary(workspace, persona)
    segments = [segment for segment in workspace.table(Segment).read(part) if segment.recording == recording]
    return [repair_segment(segment, glossary, persona.language)[0] if glossary else segment for segment in segments]


def cut_clips(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Cut clips of the person's voice, keep those that pass every gate, and write their sound."""
    recordings, turns, segments = workspace.table(Recording), workspace.table(Turn), workspace.table(Segment)
    speakers = workspace.table(Speaker)
    made_from = fingerprint(
        [table.content(part) for table in (recordings, turns, segments, speakers)],
        _enrolment(workspace, persona),
        persona.voice.model_dump(include={"edge_trim", "minimum_snr_db", "quality", "minimum_dnsmos"}),
        [persona.vits.shortest, persona.vits.longest, *made_by(persona.voice)],
        [_transcribed_by(workspace, persona, part), _glossary(workspace, persona)],
        version=2,
    )
    own = {speaker.recording: speaker.speaker for speaker in speakers.read(part) if speaker.is_persona}
    rows = (
        clip
        for recording in recordings.read(part)
        if recording.id in own
        for clip in _clips(workspace, persona, part, recording, own[recording.id])
    )
    return _logged("clips", part, workspace.table(Clip).write(part, rows, made_from))


def _clips(
    workspace: Workspace, persona: Persona, part: str, recording: Recording, label: str
) -> Iterator[Clip | Rejected]:
    folder = workspace.path("audio", "clips", part)
    for stale in folder.glob("*.flac") if folder.exists() else ():
        stale.unlink()
    sound = read_vocals(workspace, persona.voice, recording)
    analysis = resample(sound, ANALYSIS_RATE)
    turns = _of(recording, workspace.table(Turn).read(part))
    segments = _repaired(workspace, persona, part, recording.id)
    voices = _voices(analysis, turns, label, _person(workspace, persona))
    pieces = _pieces(persona, detect_speech(analysis), turns, segments, label)
    is_heard = chosen_engine(persona.voice) == "whisper"  # then the captions, if any, bear witness
    witness = caption_words(workspace, recording, turns) if is_heard else []
    for clip, verdict in clips.cut_clips(
        recording, pieces, sound, analysis, voices, open_encoder(), open_quality(persona.voice), persona, witness
    ):
        if verdict is not None:
            yield Rejected.of(clip, *verdict)
            continue
        path = folder / f"{clip.id}.flac"
        write_flac(path, sound.between(clip.start, clip.end))
        yield clip.model_copy(update={"path": f"audio/clips/{part}/{clip.id}.flac"})


def _voices(sound: Waveform, turns: Sequence[Turn], label: str, person: Vector) -> clips.Voices:
    """The voices of a recording in which `label` is the person's."""
    windows = voice_windows(sound, turns)
    own = centroid(windows.pop(label).vectors)
    centroids = [centroid(other.vectors) for other in windows.values()]
    others: NDArray[np.float32] = np.array(centroids, np.float32).reshape(-1, len(person))
    strangers = np.concatenate([others[:0], *(other.vectors for other in windows.values())])
    return clips.Voices(person, own, others, clips.calibrate(strangers, person))


def _pieces(
    persona: Persona, speech: list[Span], turns: Sequence[Turn], segments: Sequence[Segment], label: str
) -> Iterator[Piece]:
    """The person's speech in pieces. Words that captions give to somebody else are kept out like others' turns."""
    words = [word for segment in segments if segment.speaker == label for word in segment.words]
    theirs = [(w.start, spoken_end(w)) for s in segments if s.speaker != label for w in s.words]
    others = [(turn.start, turn.end) for turn in turns if turn.speaker != label]
    for run in own_runs(_spans(turns, label), [*others, *theirs], persona.voice.edge_trim):
        yield from cut_pieces(run, speech, words, persona.vits.shortest, persona.vits.longest)


def _logged(table: str, part: str, marker: Marker) -> Marker:
    log.info("%s/%s: %d kept, %d rejected", table, part, marker.kept, sum(marker.rejected.values()))
    return marker
