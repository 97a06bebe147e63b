"""From a recording to the person's words and clips, stage by stage; each works on one recording's part.

    recordings -> turns -> segments -> utterances "speech-<part>"
                        -> speakers -> clips, and their sound in audio/clips/<part>/<clip id>.flac

Where no enrolment is given, `identify_speakers` looks for the voice that most recordings share, so all of them must
have been diarized before.
"""

import logging
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.voice import clips
from extractors.voice.activity import Span, detect_speech
from extractors.voice.audio import ANALYSIS_RATE, Sound, write_flac
from extractors.voice.diarization import chosen_diarizer, open_diarizer
from extractors.voice.encoders import open_encoder
from extractors.voice.identification import enrolment, floor, person_voice, turns_of
from extractors.voice.pieces import Piece, cut_pieces, own_runs
from extractors.voice.quality import open_quality
from extractors.voice.repair import page_terms, repair_segment
from extractors.voice.speakers import (
    Vector,
    centroid,
    embed_windows,
    least_similarity,
    own_voice,
)
from extractors.voice.transcription import caption_words, chosen_engine, open_transcriber, spoken_end
from extractors.voice.utterances import join_segments, overlapped_spans
from extractors.voice.vocals import heard_path, made_by, open_vocals
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Clip, Page, Recording, Rejected, Seconds, Segment, Speaker, Turn, Utterance
from likeness.workspace import Marker, Workspace

log = logging.getLogger(__name__)

FINE_HOP: Seconds = 0.4
"""Between windows in which a stranger is looked for inside the person's turns."""

ENOUGH_WINDOWS = 100
"""Windows of each other voice that are listened to: what it sounds like is known then."""


def diarize_recording(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find who speaks when."""
    recordings = workspace.table(Recording)
    engine = chosen_diarizer(persona.voice)
    heard = [*made_by(persona.voice), engine, persona.voice.diarize_model if engine == "pyannote" else ""]
    made_from = fingerprint(recordings.content(part), heard, version=3)
    rows = (turn for recording in recordings.read(part) for turn in _turns(workspace, persona, recording))
    return _logged("turns", part, workspace.table(Turn).write(part, rows, made_from))


def _turns(workspace: Workspace, persona: Persona, recording: Recording) -> Iterator[Turn]:
    vocals = open_vocals(workspace, persona.voice, recording, ANALYSIS_RATE)
    for span in open_diarizer(persona.voice).diarize(vocals):
        yield Turn(
            parents=(recording.id,),
            recording=recording.id,
            start=span.start,
            end=span.end,
            speaker=span.voice,
            overlapped=span.overlapped,
        )


def transcribe_recording(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Write down what all voices say."""
    recordings, turns = workspace.table(Recording), workspace.table(Turn)
    heard = _transcribed_by(workspace, persona, part)
    made_from = fingerprint(recordings.content(part), turns.content(part), heard, version=2)
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
        turns = turns_of(workspace, recording.id, part)
        yield from transcriber.transcribe(heard, [turn for turn in turns if not turn.overlapped])


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
    turns = turns_of(workspace, speaker.recording, part)
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
        enrolment(workspace, persona),
        persona.voice.model_dump(include={"edge_trim", "minimum_snr_db", "quality", "minimum_dnsmos"}),
        [persona.vits.shortest, persona.vits.longest, *made_by(persona.voice)],
        [_transcribed_by(workspace, persona, part), _glossary(workspace, persona)],
        version=3,
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
    sound = open_vocals(workspace, persona.voice, recording)
    analysis = open_vocals(workspace, persona.voice, recording, ANALYSIS_RATE)
    turns = turns_of(workspace, recording.id, part)
    segments = _repaired(workspace, persona, part, recording.id)
    voices, strange = _voices(persona, analysis, turns, label, person_voice(workspace, persona))
    pieces = _pieces(persona, detect_speech(analysis), turns, segments, label, strange)
    is_heard = chosen_engine(persona.voice) == "whisper"  # then the captions, if any, bear witness
    witness = caption_words(workspace, recording, turns) if is_heard else []
    for clip, verdict in clips.cut_clips(
        recording,
        pieces,
        sound,
        analysis,
        voices,
        open_encoder(persona.voice),
        open_quality(persona.voice),
        persona,
        witness,
    ):
        if verdict is not None:
            yield Rejected.of(clip, *verdict)
            continue
        path = folder / f"{clip.id}.flac"
        write_flac(path, sound.between(clip.start, clip.end))
        yield clip.model_copy(update={"path": f"audio/clips/{part}/{clip.id}.flac"})


def _voices(
    persona: Persona, sound: Sound, turns: Sequence[Turn], label: str, person: Vector
) -> tuple[clips.Voices, list[Span]]:
    """The voices of a recording in which `label` is the person's, and where in its turns somebody else is heard."""
    encoder = open_encoder(persona.voice)
    windows = embed_windows(sound, floor(turns, label), encoder, hop=FINE_HOP)
    own = own_voice(windows, person)
    labels = sorted({turn.speaker for turn in turns} - {label})
    theirs = [
        embed_windows(sound, spans, encoder, most=ENOUGH_WINDOWS)
        for spans in (floor(turns, other) for other in labels)
        if spans
    ]
    others: NDArray[np.float32] = np.array([centroid(w.vectors) for w in theirs], np.float32).reshape(-1, len(person))
    least = least_similarity(np.concatenate([others[:0], *(w.vectors for w in theirs)]), own)
    strange = [span for span, vector in zip(windows.spans, windows.vectors, strict=True) if vector @ own < least]
    return clips.Voices(person, own, others, least), strange


def _pieces(
    persona: Persona,
    speech: list[Span],
    turns: Sequence[Turn],
    segments: Sequence[Segment],
    label: str,
    strange: Sequence[Span],
) -> Iterator[Piece]:
    """The person's speech in pieces; kept out are others' turns, what captions give to them, and what is strange."""
    words = [word for segment in segments if segment.speaker == label for word in segment.words]
    theirs = [(w.start, spoken_end(w)) for s in segments if s.speaker != label for w in s.words]
    others = [(turn.start, turn.end) for turn in turns if turn.speaker != label]
    for run in own_runs(floor(turns, label), [*others, *theirs, *strange], persona.voice.edge_trim):
        yield from cut_pieces(run, speech, words, persona.vits.shortest, persona.vits.longest)


def _logged(table: str, part: str, marker: Marker) -> Marker:
    log.info("%s/%s: %d kept, %d rejected", table, part, marker.kept, sum(marker.rejected.values()))
    return marker
