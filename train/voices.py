"""Which voice to start from: base voices ranked by timbre, by how like the person they are.

A base voice is a file of speech, or a folder of them: voices/p225.wav, voices/p226/001.wav. The person's voice is
pooled: the mean over recordings of the mean over clips, so that one long recording, with its room and its microphone,
does not decide. How far a ranking can be trusted is measured by drawing recordings again.

What hears a file is given as a function (`Listen`): no speaker encoder is known here. Similarities of one encoder do
not compare with those of another. Language and accent of a base voice are not looked at.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from likeness.records import Rejected

NO_SOUNDS = "no_sounds"

TOP = 5
"""How many voices are shown. Source: the best voice changes with the recordings, but stays among the first five."""

DRAWS = 1000
"""How often recordings are drawn again."""

NEAR_EQUAL = 0.01
"""Voices whose similarity is within one such step are ordered by pitch."""

LOWEST_PITCH, HIGHEST_PITCH = 60, 400
"""Hz. Where the voices of adults lie."""

OCTAVE_COST = 0.05
"""How much more periodic a tone an octave lower must be: whatever repeats once repeats twice, too."""

VOICED = 0.6
"""How periodic a frame must be. On 30 clips of 5 readers the medians of one reader then lie within 3 semitones, but
for one whose clips differ by 6."""

SOUNDS = frozenset({".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a"})

Hertz = float
Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Heard:
    """What is heard in one file: the voice as `vector` (dim,) of length 1, and its `pitch`, the median in Hz."""

    vector: Vector
    pitch: Hertz


Listen = Callable[[Path], Heard | Rejected]
"""Hears a file; rejected if it cannot be read, or nobody speaks in it."""


@dataclass(frozen=True)
class Person:
    """The person's voice: `recordings` (num_recordings, dim), a vector of length 1 for each; `pitch` in Hz."""

    recordings: NDArray[np.float32]
    pitch: Hertz

    @property
    def voice(self) -> Vector:
        """The mean over recordings."""
        return pooled(self.recordings)


@dataclass(frozen=True)
class Match:
    """A base voice and how like the person it is.

    `similarity` is a cosine, `lowest` to `highest` its range over 90 % of the draws; `in_top` is the share of draws in
    which it is among the first `TOP`. `semitones` is how much higher than the person it speaks. With one recording of
    the person there is nothing to draw from: `lowest` and `highest` are the similarity, `in_top` is 1 or 0.
    """

    name: str
    similarity: float
    lowest: float
    highest: float
    in_top: float
    semitones: float


@dataclass(frozen=True)
class Matches:
    """All base voices, the most alike first; what could not be heard; from how many recordings of the person."""

    ranked: tuple[Match, ...]
    rejected: tuple[Rejected, ...]
    num_recordings: int


def pooled(vectors: NDArray[np.float32]) -> Vector:
    """The mean direction of vectors (num, dim), of length 1."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) + 1e-9), np.float32)


def by_recording(clips: Sequence[Path]) -> dict[str, list[Path]]:
    """Clips by the folder that they lie in; if that is one for all, each is a recording of its own."""
    folders = {clip.parent for clip in clips}
    groups: dict[str, list[Path]] = {}
    for clip in clips:
        groups.setdefault(str(clip.parent if len(folders) > 1 else clip), []).append(clip)
    return groups


def voices_in(folder: Path) -> dict[str, list[Path]]:
    """The sounds of each voice below a folder: a subfolder is a voice with all that is in it, a file is one too."""
    entries = sorted(folder.iterdir(), key=_natural) if folder.is_dir() else []
    voices = {entry.name: _sounds(entry) for entry in entries if entry.is_dir() and not entry.name.startswith(".")}
    return {**voices, **{entry.name: [entry] for entry in entries if _is_sound(entry)}}


def _sounds(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*") if _is_sound(path)), key=_natural)


def _is_sound(path: Path) -> bool:
    return path.suffix.lower() in SOUNDS and path.is_file() and not path.name.startswith(".")


def _natural(path: Path) -> list[tuple[int, str]]:
    """Sort G_900 before G_1000."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", str(path))]


def hear(clips: Mapping[str, Sequence[Path]], listen: Listen) -> tuple[dict[str, list[Heard]], list[Rejected]]:
    """What is heard in each group of clips, if anything is, and what was rejected; a group without clips is too."""
    results = {name: [listen(path) for path in paths] for name, paths in clips.items()}
    heard = {name: [result for result in group if isinstance(result, Heard)] for name, group in results.items()}
    rejected = [result for group in results.values() for result in group if isinstance(result, Rejected)]
    empty = [Rejected(reason=NO_SOUNDS, row={"path": name}) for name, paths in clips.items() if not paths]
    return {name: group for name, group in heard.items() if group}, [*rejected, *empty]


def pool(groups: Mapping[str, Sequence[Heard]]) -> Person:
    """The person's voice from what is heard in each recording, of which there is at least one."""
    vectors = [pooled(np.stack([heard.vector for heard in group])) for group in groups.values()]
    return Person(np.stack(vectors), float(np.median([heard.pitch for group in groups.values() for heard in group])))


def match(person: Person, base_voices: Mapping[str, Sequence[Path]], listen: Listen) -> Matches:
    """Rank base voices by likeness to the person; those within `NEAR_EQUAL` by how near their pitch is."""
    heard, rejected = hear(base_voices, listen)
    if not heard:
        return Matches((), tuple(rejected), len(person.recordings))
    vectors = np.stack([pooled(np.stack([one.vector for one in voices])) for voices in heard.values()])
    similarities, draws = vectors @ person.voice, _draw(person.recordings) @ vectors.T
    in_top = np.argsort(np.argsort(-draws, axis=1), axis=1) < TOP
    lowest, highest = np.percentile(draws, [5, 95], axis=0)
    ranked = [
        Match(
            name=name,
            similarity=round(float(similarities[i]), 4),
            lowest=round(float(lowest[i]), 4),
            highest=round(float(highest[i]), 4),
            in_top=round(float(in_top[:, i].mean()), 3),
            semitones=round(float(12 * np.log2(np.median([one.pitch for one in voices]) / person.pitch)), 1),
        )
        for i, (name, voices) in enumerate(heard.items())
    ]
    ranked.sort(key=lambda v: (-round(v.similarity / NEAR_EQUAL), abs(v.semitones), -v.similarity, v.name))
    return Matches(tuple(ranked), tuple(rejected), len(person.recordings))


def _draw(recordings: NDArray[np.float32]) -> NDArray[np.float32]:
    """The person's voice over recordings drawn again with replacement, (`DRAWS`, dim); the same every time."""
    choices = np.random.default_rng(0).integers(len(recordings), size=(DRAWS, len(recordings)))
    return np.stack([pooled(recordings[choice]) for choice in choices])


def pitch(samples: NDArray[np.float32], sampling_rate: int) -> Hertz:
    """The median pitch of speech (num_samples,) in Hz, over frames of 50 ms that are loud and voiced.

    Where no frame is, the median over all. Source: Boersma 1993, a frame's autocorrelation over that of its window.
    """
    width = round(0.05 * sampling_rate)
    enough = np.resize(samples, max(len(samples), width))
    frames = np.lib.stride_tricks.sliding_window_view(enough, width)[:: width // 2]
    window = np.hanning(width)
    power = _autocorrelation((frames - frames.mean(axis=1, keepdims=True)) * window)
    expected = _autocorrelation(window)
    first, last = -(-sampling_rate // HIGHEST_PITCH), sampling_rate // LOWEST_PITCH
    periodicity = (power / (power[:, :1] + 1e-12) / (expected / expected[0] + 1e-12))[:, first : last + 1]
    lags = np.arange(first, last + 1)
    tones = sampling_rate / lags[(periodicity - OCTAVE_COST * np.log2(lags)).argmax(axis=1)]
    voiced = (periodicity.max(axis=1) > VOICED) & (power[:, 0] >= np.median(power[:, 0]))
    return float(np.median(tones[voiced] if voiced.any() else tones))


def _autocorrelation(frames: NDArray[np.float64]) -> NDArray[np.float64]:
    """How alike frames (..., width) are to themselves, moved by 0 to width - 1 samples."""
    width = frames.shape[-1]
    spectrum = np.fft.rfft(frames, 2 * width)
    return np.fft.irfft(np.abs(spectrum) ** 2)[..., :width]
