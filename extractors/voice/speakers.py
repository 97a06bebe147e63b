"""Whose voice it is: windows of sound as vectors (Resemblyzer, weights in its wheel), and the choice of the person.

A voice is the mean of its windows' vectors. Vectors are non-negative and of length 1, so cosines lie in [0, 1].
Measured over windows of 1.6 s: the same voice 0.73 to its mean (worst 1 %: 0.60), another voice 0.45 (highest 1 %:
0.63). Over whole voices of composed talks: the person 0.72 to 0.93, anybody else at most 0.66.

A good imitation, or a cloned voice, scores like the person: this tells speakers apart, not real speech from made-up.
"""

import functools
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extractors.voice.activity import Span, bridge, detect_speech
from extractors.voice.audio import Waveform, decode
from likeness.errors import SettingsError, SourceError
from likeness.records import Seconds

PERSON_NOT_HEARD = "person_not_heard"
PERSON_UNCLEAR = "person_unclear"

Vector = NDArray[np.float32]

WINDOW = 1.6
"""Seconds. What Resemblyzer was trained on (160 frames of 10 ms, resemblyzer/hparams.py)."""

LOUDNESS = -30.0
"""dB below full scale: quieter recordings are raised to it, as in Resemblyzer's own preprocessing."""

SURE = 0.70
"""Similarity above which a voice can be the person's. Source: pooled centroid over 12 recordings of one person,
recall 0.995 at 1.5 s with no false accept."""

SURE_ALONE = 0.75
"""The same where one voice speaks alone, and no other shows what a stranger is like in this recording. Source: best
threshold at 5 to 8 s of speech, 0.74 to 0.75."""

MARGIN = 0.05
"""How much more like the person the chosen voice must be than every other voice of the recording."""


ACROSS_RECORDINGS = 0.75
"""Cosine above which voices of two recordings are one. Source: reference, cross-video choice."""

LEAST_SPEECH: Seconds = 5.0
"""What a voice must say in a recording to count there."""

MOST_OF_A_HOST = 0.7
"""Share of the person's recordings in which nobody else may be heard: it could be the host, or the person."""


GIVE_A_CLIP = "give a clip of at least 5 s in which only the person speaks"


class SpeakerEncoder(Protocol):
    """Turns pieces of sound into vectors that lie close together for one voice."""

    def embed(self, pieces: NDArray[np.float32]) -> NDArray[np.float32]:
        """Map (num_pieces, num_samples) at 16 kHz to (num_pieces, dim), each of length 1."""
        ...


@dataclass(frozen=True)
class Windows:
    """Vectors of windows of one recording: `spans` in seconds, `vectors` (num_windows, dim) float32."""

    spans: list[Span]
    vectors: NDArray[np.float32]


class Resemblyzer:
    """The d-vector encoder of Resemblyzer 0.1.4, on the CPU; about 100 windows of 1.6 s a second and core."""

    BATCH = 64

    def embed(self, pieces: NDArray[np.float32]) -> NDArray[np.float32]:
        """See `SpeakerEncoder`."""
        import torch

        model, spectrogram = _open_resemblyzer()
        vectors = [np.zeros((0, 256), np.float32)]
        for first in range(0, len(pieces), self.BATCH):
            mels = spectrogram(pieces[first : first + self.BATCH])  # (num_frames, num_mels, batch), one frame too many
            with torch.no_grad():
                vectors.append(model(torch.from_numpy(mels[:-1].transpose(2, 0, 1).copy())).numpy())
        return np.concatenate(vectors)


@functools.cache
def _open_resemblyzer():  # type: ignore[no-untyped-def]  # the package has no types
    with warnings.catch_warnings():
        # webrtcvad imports pkg_resources, and Resemblyzer a moved name of SciPy; neither is used here.
        warnings.filterwarnings("ignore", message="pkg_resources is deprecated", category=UserWarning)
        warnings.filterwarnings("ignore", message="Please import `binary_dilation`", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message="Deprecated call to `pkg_resources", category=DeprecationWarning)
        from resemblyzer import VoiceEncoder, wav_to_mel_spectrogram
    return VoiceEncoder("cpu", verbose=False), wav_to_mel_spectrogram


@functools.cache
def open_encoder() -> SpeakerEncoder:
    """The speaker encoder; there is one."""
    return Resemblyzer()


def embed_windows(
    sound: Waveform, stretches: Sequence[Span], encoder: SpeakerEncoder, width: float = WINDOW, hop: float = 0.2
) -> Windows:
    """Vectors of overlapping windows, each inside one stretch; a shorter stretch is repeated to fill its window."""
    sound = sound.at_least(LOUDNESS)
    spans = [span for start, end in stretches for span in _window_spans(start, end, width, hop)]
    pieces = [sound.between(start, end).repeated(width).samples for start, end in spans if end > start]
    vectors = encoder.embed(np.array(pieces, np.float32).reshape(-1, round(width * sound.sampling_rate)))
    return Windows(spans, vectors)


def _window_spans(start: float, end: float, width: float, hop: float) -> list[Span]:
    if end - start <= width:
        return [(start, end)]
    count = int(np.ceil((end - start - width) / hop)) + 1
    return [(float(first), float(first) + width) for first in np.linspace(start, end - width, count)]


def centroid(vectors: NDArray[np.float32]) -> Vector:
    """The mean direction of vectors (num, dim), of length 1."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) + 1e-9), np.float32)


def enrol(paths: Sequence[Path], encoder: SpeakerEncoder) -> Vector:
    """The person's voice: the mean over all speech of the enrolment files.

    Raises:
        SettingsError: if a file cannot be read, or nobody speaks in it.
    """
    return centroid(np.concatenate([_enrolment_windows(path, encoder).vectors for path in paths]))


def _enrolment_windows(path: Path, encoder: SpeakerEncoder) -> Windows:
    try:
        sound = decode(path)
    except SourceError as error:
        raise SettingsError(f"[voice] enrolment: {error}") from error
    speech = bridge(detect_speech(sound), 0.3)
    if not speech:
        raise SettingsError(f"[voice] enrolment: {path}: nobody speaks in it; {GIVE_A_CLIP}")
    return embed_windows(sound, speech, encoder)


@dataclass(frozen=True)
class Verdict:
    """Which voice of a recording is the person: its label, or None with the reason. `similarities` are for all."""

    similarities: Mapping[str, float]
    persona: str | None
    reason: str = ""


def identify(voices: Mapping[str, Vector], person: Vector) -> Verdict:
    """Choose the voice that is the person's, from each voice's centroid and the person's.

    Refused as `person_not_heard` if no voice is like the person's (below `SURE` or `SURE_ALONE`), and as
    `person_unclear` if two voices are about equally like it: then either may be the person, or both.
    """
    similarities = {label: float(vector @ person) for label, vector in voices.items()}
    ranked = sorted(similarities, key=lambda label: -similarities[label])
    if not ranked or similarities[ranked[0]] < (SURE if len(ranked) > 1 else SURE_ALONE):
        return Verdict(similarities, None, PERSON_NOT_HEARD)
    if len(ranked) > 1 and similarities[ranked[0]] - similarities[ranked[1]] < MARGIN:
        return Verdict(similarities, None, PERSON_UNCLEAR)
    return Verdict(similarities, ranked[0])


@dataclass(frozen=True)
class HeardVoice:
    """One voice of one recording: its centroid, and for how many seconds it speaks."""

    recording: str
    vector: Vector
    seconds: Seconds


def common_voice(voices: Sequence[HeardVoice]) -> Vector:
    """The voice that is common to most recordings: the person's, if no clip of it is given.

    Voices of different recordings are one if their cosine to the group's centroid is at least `ACROSS_RECORDINGS`;
    the group heard in most recordings is taken, and of two such the one that speaks longer.

    Raises:
        SettingsError: with fewer than two recordings that share a voice, or if another voice is in nearly as many.
    """
    groups = _grouped([voice for voice in voices if voice.seconds >= LEAST_SPEECH])
    ranked = sorted(groups, key=lambda group: (-_spread(group), -sum(voice.seconds for voice in group)))
    if not ranked or _spread(ranked[0]) < 2:
        raise SettingsError(
            "[voice] enrolment: no voice is common to two recordings; give a clip of the person's voice"
        )
    if len(ranked) > 1 and _spread(ranked[1]) > MOST_OF_A_HOST * _spread(ranked[0]):
        raise SettingsError(f"[voice] enrolment: two voices are in most recordings; {GIVE_A_CLIP}")
    return centroid(np.stack([voice.vector for voice in ranked[0]]))


def _grouped(voices: Sequence[HeardVoice]) -> list[list[HeardVoice]]:
    groups: list[list[HeardVoice]] = []
    for voice in sorted(voices, key=lambda voice: -voice.seconds):
        cosines = [float(centroid(np.stack([v.vector for v in group])) @ voice.vector) for group in groups]
        if cosines and max(cosines) >= ACROSS_RECORDINGS:
            groups[int(np.argmax(cosines))].append(voice)
        else:
            groups.append([voice])
    return groups


def _spread(group: Sequence[HeardVoice]) -> int:
    """In how many recordings a voice is heard."""
    return len({voice.recording for voice in group})
