"""The voice export: clips become a dataset that VITS trains on as it is.

    exports/vits/
      wavs/<clip id>.wav     mono, 16-bit PCM
      train.txt  val.txt     wavs/clip-0123456789abcdef.wav|What is said, spelled out.
      metadata.csv           clip-0123456789abcdef|What is said, as transcribed|What is said, spelled out.
      rejected.jsonl         what was left out, with its reason
      README.md              the card

VITS drops without a word what its loader does not like (its data_utils.py); here it is rejected with a reason. It
counts a clip's frames from the size of its file, which is right for mono 16-bit PCM only.

No phonemes are written: VITS makes its own `.cleaned` lists, and phonemes are longer than the letters counted here.
"""

import json
import wave
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected, Seconds
from likeness.workspace import Workspace
from train.cards import plain
from train.speakable import one_line, speakable, unsaid

VERSION = 1
FOLDER = "exports/vits"

TOO_SHORT_FOR_VITS = "too_short_for_vits"
TOO_LONG_FOR_VITS = "too_long_for_vits"
NO_TEXT = "no_text"
TEXT_TOO_LONG = "text_too_long"
UNSPEAKABLE_SIGN = "unspeakable_sign"

HOP = 256
FEWEST_FRAMES, MOST_FRAMES = 33, 1000
"""Source: VITS train.py, bucket boundaries 32 (excluded) to 1000 frames of hop 256: 0.38 s to 11.61 s at 22.05 kHz."""

MOST_SYMBOLS = 190
"""Source: VITS data_utils.py, max_text_len."""

LOUDNESS = -23.0
"""LUFS, one gain for all clips of a recording, so that loud words stay louder. Source: EBU R 128."""

PEAK = 10 ** (-1 / 20)
"""The highest sample: 1 dB below full scale."""

HELD_OUT = 0.1
"""Share of the speech that validation is to have, as near as whole recordings come to it."""

Samples = NDArray[np.float32]


class Line(NamedTuple):
    """One line of a filelist: a clip, its words as transcribed and as spoken."""

    clip: Clip
    raw: str
    text: str


def export_vits(workspace: Workspace, persona: Persona) -> Path:
    """Write the clips of all recordings as a VITS dataset to `exports/vits`, unless it is there and fresh.

    Without clips the lists are empty, and the card says why.
    """
    clips, recordings = workspace.table(Clip), workspace.table(Recording)
    about = [persona.name, persona.language, persona.rights.model_dump(), persona.voice.model_dump()]
    made_from = fingerprint(clips.content(), recordings.content(), about, settings=persona.vits, version=VERSION)
    if workspace.is_built(FOLDER, made_from):
        return workspace.path(FOLDER)
    rows = [check_clip(clip, persona) for clip in clips.read()]
    lines = [row for row in rows if isinstance(row, Line)]
    rejected = [*clips.rejected(), *(row for row in rows if isinstance(row, Rejected))]
    train, val = split_lines(lines)
    with workspace.build(FOLDER, made_from) as folder:
        _write_sounds(workspace, folder, lines, persona.vits.sampling_rate)
        _write_list(folder / "train.txt", train)
        _write_list(folder / "val.txt", val)
        _write_metadata(folder / "metadata.csv", lines)
        _write_text(folder / "rejected.jsonl", (row.model_dump_json() for row in rejected))
        _write_text(folder / "README.md", [card(persona, list(recordings.read()), train, val, rejected)])
    return workspace.path(FOLDER)


def check_clip(clip: Clip, persona: Persona) -> Line | Rejected:
    """A line for the lists, or the reason for which VITS would drop the clip or mispronounce it."""
    raw = one_line(clip.text)
    text = speakable(raw, persona.language)
    frames = (44 + 2 * round(clip.duration * persona.vits.sampling_rate)) // (2 * HOP)
    if frames < FEWEST_FRAMES:
        return Rejected.of(clip, TOO_SHORT_FOR_VITS, f"{frames} frames, at least {FEWEST_FRAMES}")
    if frames > MOST_FRAMES:
        return Rejected.of(clip, TOO_LONG_FOR_VITS, f"{frames} frames, at most {MOST_FRAMES}")
    if not any(letter.isalpha() for letter in text):
        return Rejected.of(clip, NO_TEXT)
    if len(text) > MOST_SYMBOLS:
        return Rejected.of(clip, TEXT_TOO_LONG, f"{len(text)} symbols, at most {MOST_SYMBOLS}")
    if sign := unsaid(text):
        return Rejected.of(clip, UNSPEAKABLE_SIGN, sign)
    return Line(clip, raw, text)


def split_lines(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines to train on and to validate with, never of one recording where there are two.

    The recording nearest to `HELD_OUT` of all speech is held out; of a single recording, its last clips in time.
    """
    by_recording: defaultdict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.clip.recording, line.clip.start)):
        by_recording[line.clip.recording].append(line)
    if len(by_recording) < 2:
        only = next(iter(by_recording.values()), [])
        count = len(only) - max(round(len(only) * HELD_OUT), 1) if len(only) > 1 else len(only)
        return only[:count], only[count:]
    wanted = HELD_OUT * _seconds(lines)
    held_out = min(by_recording, key=lambda name: abs(_seconds(by_recording[name]) - wanted))
    val = by_recording.pop(held_out)
    return [line for group in by_recording.values() for line in group], val


def _seconds(lines: Iterable[Line]) -> Seconds:
    return sum(line.clip.duration for line in lines)


def _write_sounds(workspace: Workspace, folder: Path, lines: Sequence[Line], sampling_rate: int) -> None:
    (folder / "wavs").mkdir()
    for recording in sorted({line.clip.recording for line in lines}):
        clips = [line.clip for line in lines if line.clip.recording == recording]
        gain = recording_gain([_read(workspace, clip, sampling_rate) for clip in clips], sampling_rate)
        for clip in clips:
            write_wav(folder / "wavs" / f"{clip.id}.wav", _read(workspace, clip, sampling_rate) * gain, sampling_rate)


def _read(workspace: Workspace, clip: Clip, sampling_rate: int) -> Samples:
    """A clip's samples, (num_samples,) float32, at the rate of the export."""
    import soundfile
    import soxr

    with workspace.path(clip.path).open("rb") as file:
        samples, rate = soundfile.read(file, dtype="float32")
    return np.asarray(soxr.resample(samples, rate, sampling_rate), np.float32)


def recording_gain(clips: Sequence[Samples], sampling_rate: int) -> np.float32:
    """What the clips of one recording are multiplied with to be at `LOUDNESS` together, none above `PEAK`."""
    import pyloudnorm

    together = np.concatenate(clips)
    padded = np.pad(together, (0, max(0, sampling_rate - len(together))))  # a loudness needs 0.4 s to be measured
    loudness = pyloudnorm.Meter(sampling_rate).integrated_loudness(padded)
    if not np.isfinite(loudness):
        return np.float32(1)
    return np.float32(min(10 ** ((LOUDNESS - loudness) / 20), PEAK / np.abs(together).max()))


def write_wav(path: Path, samples: Samples, sampling_rate: int) -> None:
    """Write mono 16-bit PCM with the plain header of 44 bytes that VITS reckons with."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sampling_rate)
        file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def _write_list(path: Path, lines: Iterable[Line]) -> None:
    _write_text(path, (f"wavs/{line.clip.id}.wav|{line.text}" for line in lines))


def _write_metadata(path: Path, lines: Iterable[Line]) -> None:
    """LJ Speech's three columns, without a header; no text opens with a quotation mark, which readers would pair."""
    _write_text(path, ("|".join([line.clip.id, line.raw.lstrip('"'), line.text]) for line in lines))


def _write_text(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def card(
    persona: Persona,
    recordings: Sequence[Recording],
    train: Sequence[Line],
    val: Sequence[Line],
    rejected: Sequence[Rejected],
) -> str:
    """The card: whose voice, on what ground, from where, by which engines, how much, and what was left out."""
    name, voice = plain(persona.name), persona.voice
    head = {"pretty_name": f"{name}: voice", "language": [persona.language], "license": "other"}
    front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    together = sorted({line.clip.recording for line in train} & {line.clip.recording for line in val})
    parts = "the last clips of the one recording" if together else "a recording of its own"
    body = [
        f"# {name}: voice",
        f"{len(train) + len(val)} clips, {_seconds([*train, *val]) / 3600:.3f} hours of {name}'s voice,"
        f" {persona.vits.sampling_rate} Hz mono 16-bit, about {LOUDNESS:.0f} LUFS. A real person's voice: what is"
        " synthesised from it is not that person speaking, and must say so.",
        f"- `train.txt`: {len(train)} clips\n- `val.txt`: {len(val)} clips, {parts if val else 'none to spare'}\n"
        "- `metadata.csv`: id, words as transcribed, words as spoken\n- `rejected.jsonl`: what was left out, and why",
        *([] if train or val else [_why_empty(recordings, rejected)]),
        f"## Rights\n\nOn what ground the voice is used: {plain(persona.rights.basis)}.",
        "## Sources\n\n" + ("\n".join(_source_line(recording, train, val) for recording in recordings) or "None."),
        f"## Engines\n\nseparation: {voice.separate}; diarization: {voice.diarize}; transcription: {voice.transcribe}."
        " The embedded diarizer finds no overlapped speech; clips in which two speak at once may remain.",
        "## Left out\n\n" + ("\n".join(_reason_lines(rejected)) or "Nothing."),
    ]
    return "\n".join(["---", *front, "---", "", "\n\n".join(body)])


def _source_line(recording: Recording, train: Iterable[Line], val: Iterable[Line]) -> str:
    used = [
        f"{name} {_seconds(line for line in lines if line.clip.recording == recording.id):.1f} s"
        for name, lines in (("train", train), ("val", val))
    ]
    terms = f" ({plain(recording.license)})" if recording.license else ""
    return f"- {plain(recording.title)}: {''.join(recording.url.split())}{terms}; {', '.join(used)}"


def _reason_lines(rejected: Iterable[Rejected]) -> Iterator[str]:
    for reason, count in Counter(row.reason for row in rejected).most_common():
        yield f"- {reason}: {count}"


def _why_empty(recordings: Sequence[Recording], rejected: Sequence[Rejected]) -> str:
    if not recordings:
        return "There are no clips: no recording could be read, or none is given."
    if not rejected:
        return "There are no clips: the person's voice was not heard in the recordings."
    return "There are no clips: every one was left out, see below."
