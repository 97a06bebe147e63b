"""The commands `likeness voices match` and `likeness voices rank`: the person's voice beside others, on disk.

    likeness voices match personas/ada.toml voices/      which base voice to fine-tune from
    likeness voices rank personas/ada.toml samples/      which checkpoint to keep; writes ranking.csv and best.json

The person is heard in the clips that `likeness listen` cut; before there are any, in the enrolment of the persona file.
Words are judged by the Whisper model of the persona file and naturalness by DNSMOS, where they are on this machine.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np

from extractors.captions import Caption
from extractors.voice.activity import Span, bridge, detect_speech
from extractors.voice.audio import ANALYSIS_RATE, decode
from extractors.voice.encoders import open_encoder
from extractors.voice.quality import DnsmosMeter
from extractors.voice.speakers import voice_print
from extractors.voice.whisper import find_model, open_whisper
from likeness.errors import MissingExtra, SettingsError, SourceError
from likeness.files import write_bytes
from likeness.persona import Persona, load_persona
from likeness.records import Clip, Recording, Rejected, Seconds
from likeness.sections import Voice
from likeness.workspace import Workspace
from train import checkpoints, voices
from train.voices import Heard, by_recording, pitch, voices_in

SOUND_UNREADABLE = "sound_unreadable"
NO_SPEECH = "no_speech"

ENOUGH_SPEECH: Seconds = 60.0
"""How much of a file is heard; a voice changes little after that."""

ENOUGH_CLIPS = 20
"""How many clips of a recording are heard, spread evenly over it: about two minutes."""

FEW_RECORDINGS = 6
"""Fewer recordings of the person make a shaky ranking. Source: measured with 12 recordings and 251 base voices: of half
of the recordings the first voice is the same in 78 %, of a single one in 25 %."""

FEW_SAMPLES = 20
"""Fewer samples make the scores of checkpoints shaky."""


def match_voices(persona_file: Path, root: str, folder: Path) -> list[str]:
    """The base voices below `folder` that are most like the person, as lines to print.

    Raises:
        SettingsError: if nothing is to be heard of the person, or no voices lie in `folder`.
    """
    persona = load_persona(persona_file)
    base_voices = _voices_in(folder)
    clips, _ = _person_clips(Workspace(root, persona.slug), persona)
    groups, unheard = voices.hear(clips, hear)
    if not groups:
        raise SettingsError(f"{persona_file}: nobody speaks in the clips or the enrolment ({_counted(unheard)})")
    return list(_match_lines(voices.match(voices.pool(groups), base_voices, hear)))


def _match_lines(matches: voices.Matches) -> Iterator[str]:
    yield f"{'voice':30} similarity  (90 % range)   in top {voices.TOP}  pitch"
    for voice in matches.ranked[: voices.TOP]:
        spread = f"({voice.lowest:.3f} to {voice.highest:.3f})"
        yield (
            f"{voice.name:30} {voice.similarity:10.3f}  {spread}  {voice.in_top:8.0%}  {voice.semitones:+.1f} semitones"
        )
    if not matches.ranked:
        yield "no voice could be heard"
    if matches.num_recordings < FEW_RECORDINGS:
        yield f"from {matches.num_recordings} recordings of the person; with fewer than {FEW_RECORDINGS} it may change"
    if matches.rejected:
        yield f"not heard: {_counted(matches.rejected)}"


def rank_checkpoints(persona_file: Path, root: str, folder: Path) -> list[str]:
    """Score the checkpoints below `folder`, write `ranking.csv` and `best.json` there, and say which one to keep.

    Raises:
        SettingsError: if nothing is to be heard of the person, or no samples lie in `folder`.
    """
    persona = load_persona(persona_file)
    samples = _voices_in(folder)
    clips, texts = _person_clips(Workspace(root, persona.slug), persona)
    texts.update({path: text for paths in samples.values() for path in paths if (text := _text_beside(path))})
    judges = checkpoints.Judges(hear, _transcriber(persona), _opinion())
    ranking = checkpoints.rank(clips, samples, texts, judges, persona.language)
    if not ranking.ceiling.samples:
        raise SettingsError(f"{persona_file}: nobody speaks in the clips or the enrolment of the person")
    write_bytes(folder / "ranking.csv", _csv([*ranking.scores, ranking.ceiling]))
    write_bytes(folder / "best.json", _best(ranking))
    return list(_rank_lines(ranking, folder))


def _csv(scores: Sequence[checkpoints.Score]) -> bytes:
    table = io.StringIO()
    writer = csv.DictWriter(table, [column.name for column in fields(checkpoints.Score)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(score) for score in scores)
    return table.getvalue().encode()


def _best(ranking: checkpoints.Ranking) -> bytes:
    told = {
        "keep": ranking.keep,
        "stopped_helping": ranking.stopped_helping,
        "scores": {score.name: asdict(score) for score in ranking.scores},
        "ceiling": asdict(ranking.ceiling),
        "rejected": [row.model_dump() for row in ranking.rejected],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _rank_lines(ranking: checkpoints.Ranking, folder: Path) -> Iterator[str]:
    yield f"{'checkpoint':30} samples  failed  similarity    CER  natural  score"
    for score in ranking.scores:
        yield _score_line(score, f"{score.score:+.2f}" + ("" if score.passes else "  outside the gates"))
    yield _score_line(ranking.ceiling, "the most there is to reach")
    if ranking.keep is None:
        yield "no checkpoint could be heard"
    else:
        yield f"keep {ranking.keep}; {_training(ranking)}; see {folder / 'ranking.csv'} and best.json"
    if any(score.samples < FEW_SAMPLES for score in ranking.scores):
        yield f"with fewer than {FEW_SAMPLES} samples a checkpoint this may change"
    if ranking.rejected:
        yield f"not heard: {_counted(ranking.rejected)}"


def _score_line(score: checkpoints.Score, verdict: str) -> str:
    cer, natural = (f"{v:.3f}" if v is not None else "-" for v in (score.cer, score.naturalness))
    counts = f"{score.samples:7}  {score.failed:6}"
    return f"{score.name:30} {counts}  {score.similarity:10.3f}  {cer:>5}  {natural:>7}  {verdict}"


def _training(ranking: checkpoints.Ranking) -> str:
    if ranking.stopped_helping is None:
        return "training may still help"
    return f"training stopped helping after {ranking.stopped_helping}"


def hear(path: Path) -> Heard | Rejected:
    """The voice in a file, as the print of its speech."""
    try:
        sound = decode(path)
    except SourceError as error:
        return Rejected(reason=SOUND_UNREADABLE, row={"path": str(path)}, detail=str(error))
    speech = _first(bridge(detect_speech(sound), 0.3))
    if not speech:
        return Rejected(reason=NO_SPEECH, row={"path": str(path)})
    spoken = np.concatenate([sound.between(*span).samples for span in speech])
    return Heard(voice_print(sound, speech, open_encoder(Voice())), pitch(spoken, sound.sampling_rate))


def _transcriber(persona: Persona) -> Callable[[Path], str] | None:
    """What the Whisper model of the persona file hears in a file, if it is on this machine."""
    voice = persona.voice
    if find_model(voice.transcribe_model) is None:
        return None
    whisper = open_whisper(voice.transcribe_model, voice.device, persona.language, (*persona.names, *voice.glossary))

    def transcribe(path: Path) -> str:
        sound = decode(path)
        source = Recording(
            url=str(path), sha256="", title=path.stem, path="", sampling_rate=ANALYSIS_RATE, duration=sound.duration
        )
        heard = whisper.hear(path, source, detect_speech(sound))
        return " ".join(caption.text for caption in heard if isinstance(caption, Caption))

    return transcribe


def _opinion() -> Callable[[Path], float] | None:
    """The overall DNSMOS of a file, if its model is installed: noise and breaks more than melody."""
    try:
        meter = DnsmosMeter()
    except MissingExtra:
        return None

    def judge(path: Path) -> float:
        sound = decode(path)
        opinion = meter.measure(sound, 0.0, sound.duration).dnsmos
        return opinion.overall if opinion else checkpoints.WORST_MOS

    return judge


def _first(speech: Sequence[Span]) -> list[Span]:
    """The stretches that begin within the first `ENOUGH_SPEECH` of all speech."""
    before = np.cumsum([0.0, *(end - start for start, end in speech)])
    return [span for span, already in zip(speech, before, strict=False) if already < ENOUGH_SPEECH]


def _voices_in(folder: Path) -> dict[str, list[Path]]:
    found = voices_in(folder)
    if not any(found.values()):
        raise SettingsError(f"{folder}: no sounds in it; give a folder with a file or a subfolder of sounds for each")
    return found


def _person_clips(workspace: Workspace, persona: Persona) -> tuple[dict[str, list[Path]], dict[Path, str]]:
    """The person's clips by recording with the words of each, or else the enrolment."""
    clips: dict[str, list[Clip]] = {}
    for clip in workspace.table(Clip).read():
        clips.setdefault(clip.recording, []).append(clip)
    chosen = {name: group[:: -(-len(group) // ENOUGH_CLIPS)] for name, group in clips.items()}
    paths = {name: [workspace.path(clip.path) for clip in group] for name, group in chosen.items()}
    texts = {workspace.path(clip.path): clip.text for group in chosen.values() for clip in group}
    if not paths:
        paths = by_recording([persona.resolve(path) for path in persona.voice.enrolment])
    if not paths:
        raise SettingsError(
            f"{persona.name}: no clips of the person yet; run `likeness listen`, or give [voice] enrolment"
        )
    return paths, texts


def _text_beside(sound: Path) -> str:
    """What a sample should say: the .txt of its name beside it, or one folder above for all checkpoints."""
    for folder in (sound.parent, sound.parent.parent):
        text = folder / f"{sound.stem}.txt"
        if text.is_file():
            return text.read_text(encoding="utf-8-sig", errors="replace")
    return ""


def _counted(rejected: Sequence[Rejected]) -> str:
    reasons: Mapping[str, int] = {row.reason: sum(r.reason == row.reason for r in rejected) for row in rejected}
    return ", ".join(f"{count} {reason}" for reason, count in reasons.items())
