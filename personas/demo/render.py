"""How the demo's sound was made, once, when its files were written. Neither the demo nor a test runs this.

    apt-get install flite
    python personas/demo/render.py

It reads `interview.txt` and `enrolment.txt`, one turn a line:

    Fergus (over): But they are terribly slow, are they not?

`(over)` begins the turn before the last one has ended; `(music)` lays a bed of music under it. It writes the sound,
the captions (a cue a sentence, without names) and `truth.rttm`, the exact turns of the interview. All is mono at
16 kHz, the rate of flite's voices.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile  # noqa: TID253  (a script that is run by hand)
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
RATE = 16_000
VOICES = {"Hester": ("slt", 1.04), "Fergus": ("awb", 1.0)}  # flite's voice and how much it is slowed down
SPEECH_DBFS, NOISE_DBFS, BED_DBFS = -23.0, -66.0, -37.0
PRESENCE = 1.0  # how bright the microphone is: this much of the difference of neighbouring samples is added
INTRO, SENTENCE_PAUSE, TURN_PAUSE, OVERLAP, OUTRO = 5.0, 0.4, 0.55, 0.9, 4.0  # seconds
CHORDS = ((220.0, 277.2, 329.6), (246.9, 293.7, 370.0), (196.0, 246.9, 293.7), (220.0, 277.2, 440.0))  # Hz

Sound = NDArray[np.float64]


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence. Times are in seconds; `mark` is 'over', 'music' or ''."""

    speaker: str
    mark: str
    turn: int
    text: str
    start: float
    sound: Sound

    @property
    def end(self) -> float:
        """When it ends, in seconds."""
        return self.start + len(self.sound) / RATE


def main() -> None:
    """Render the interview and the enrolment beside this file."""
    rng = np.random.default_rng(1961)
    talk = speak(FOLDER / "interview.txt", INTRO - 0.5)
    write(FOLDER / "interview.ogg", mix(talk, talk[-1].end + OUTRO, rng))
    (FOLDER / "interview.vtt").write_text(captions(talk), encoding="utf-8")
    (FOLDER / "truth.rttm").write_text(turns(talk), encoding="utf-8")
    alone = speak(FOLDER / "enrolment.txt", 0.3)
    write(FOLDER / "enrolment.ogg", place(alone, alone[-1].end + 0.3, rng))


def speak(script: Path, start: float) -> list[Sentence]:
    """Say every sentence of `script`, one after the other from `start` on."""
    said: list[Sentence] = []
    for turn, line in enumerate(script.read_text(encoding="utf-8").splitlines()):
        speaker, mark, words = re.fullmatch(r"(\w+)(?: \((\w+)\))?: (.+)", line).groups("")  # type: ignore[union-attr]
        start += -OVERLAP - TURN_PAUSE if mark == "over" else 0
        for text in re.split(r"(?<=[.?!]) ", words):
            said.append(Sentence(speaker, mark, turn, text, start, synthesise(speaker, text)))
            start = said[-1].end + SENTENCE_PAUSE
        start += TURN_PAUSE - SENTENCE_PAUSE
    return said


def synthesise(speaker: str, text: str) -> Sound:
    """One sentence by flite, without the silence around it, at the level of speech."""
    voice, stretch = VOICES[speaker]
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        command = ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch}", "-t", text, file.name]
        subprocess.run(command, check=True)
        sound, rate = soundfile.read(file.name)
    if rate != RATE:
        raise ValueError(f"flite's voice {voice} speaks at {rate} Hz, not at {RATE}")
    loud = np.flatnonzero(np.abs(sound) > 0.01 * np.abs(sound).max())
    sound = sound[loud[0] : loud[-1] + 1]
    return level(sound + PRESENCE * np.diff(sound, prepend=0), SPEECH_DBFS)


def mix(talk: list[Sentence], duration: float, rng: np.random.Generator) -> Sound:
    """The talk with music before, after and under the turn that asks for it."""
    sound = place(talk, duration, rng)
    bed = [sentence for sentence in talk if sentence.mark == "music"]
    lay(sound, music(INTRO, SPEECH_DBFS - 3), 0)
    lay(sound, music(bed[-1].end - bed[0].start + 2, BED_DBFS), bed[0].start - 1)
    lay(sound, music(OUTRO, SPEECH_DBFS - 3), talk[-1].end)
    return np.clip(sound, -1, 1)


def place(talk: list[Sentence], duration: float, rng: np.random.Generator) -> Sound:
    """The sentences at their times, in a little noise of the room."""
    sound = level(rng.standard_normal(int(duration * RATE)), NOISE_DBFS)
    for sentence in talk:
        lay(sound, sentence.sound, sentence.start)
    return sound


def music(duration: float, dbfs: float) -> Sound:
    """Slow chords that fade in and out."""
    time = np.arange(int(duration * RATE)) / RATE
    chord = np.array(CHORDS)[(time / 1.25).astype(int) % len(CHORDS)]
    harmonics = np.array([1, 2, 3])
    strings = np.sin(2 * np.pi * chord[..., None] * time[:, None, None] * harmonics) / harmonics**2
    pluck = np.exp(-1.6 * (time % 1.25))
    fade = np.minimum(1, np.minimum(time, duration - time))
    return level(strings.sum(axis=(1, 2)) * pluck * fade, dbfs)


def lay(sound: Sound, layer: Sound, start: float) -> None:
    """Add `layer` to `sound` from `start` on."""
    first = round(start * RATE)
    part = sound[first : first + len(layer)]
    part += layer[: len(part)]


def write(path: Path, sound: Sound) -> None:
    """Write Ogg Vorbis second by second: libsndfile's encoder crashes on long blocks."""
    with soundfile.SoundFile(path, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=0.2) as file:
        for first in range(0, len(sound), RATE):
            file.write(sound[first : first + RATE])


def level(sound: Sound, dbfs: float) -> Sound:
    """The sound at this root mean square level, in dB of full scale."""
    gain: float = 10 ** (dbfs / 20) / np.sqrt(np.mean(sound**2))
    return gain * sound


def captions(talk: list[Sentence]) -> str:
    """WebVTT, a cue a sentence."""
    cues = [f"{clock(s.start)} --> {clock(s.end)}\n{s.text}\n" for s in talk]
    return "\n".join(["WEBVTT\nKind: captions\nLanguage: en\n", *cues])


def clock(seconds: float) -> str:
    """Seconds as WebVTT writes them: 00:01:02.345."""
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


def turns(talk: list[Sentence]) -> str:
    """RTTM, a line a turn, from its first to its last sentence."""
    lines = []
    for turn in sorted({sentence.turn for sentence in talk}):
        own = [sentence for sentence in talk if sentence.turn == turn]
        span = f"{own[0].start:.3f} {own[-1].end - own[0].start:.3f}"
        lines.append(f"SPEAKER interview 1 {span} <NA> <NA> {own[0].speaker} <NA> <NA>\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
