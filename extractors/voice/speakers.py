"""Whose voice it is: windows of sound as vectors, and the choice of the person.

A voice is the mean of its windows' vectors, of length 1; how like two voices are is their cosine.

A good imitation, or a cloned voice, scores like the person: this tells speakers apart, not real speech from made-up.
"""

import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.voice.activity import Span, bridge, detect_speech
from extractors.voice.audio import Sound, decode
from extractors.voice.encoders import SpeakerEncoder
from likeness.errors import SettingsError, SourceError
from likeness.records import Seconds

log = logging.getLogger(__name__)

PERSON_NOT_HEARD = "person_not_heard"
PERSON_UNCLEAR = "person_unclear"

Vector = NDArray[np.float32]

WINDOW: Seconds = 1.6
"""What a voice is told by: shorter windows are taken for another voice too often (7 % at 1 s, 1.4 % at 1.6 s)."""

HOP: Seconds = 0.8

BATCH = 64
"""Windows that are held in memory at once."""

PRINT: Seconds = 10.0
"""Speech that makes one vector of a voice's print. Longer tells more: of six pairs of talks of one person and eight of
him and his imitators, the least alike pair and the most alike imitation lie 0.01 apart at 1.6 s, 0.03 at 10 s."""

MOST_PRINTS = 30
"""Vectors of a print, taken evenly from all that a voice says: five minutes tell as much as five hours."""

SURE = 0.7
"""Similarity of prints from which on a voice can be the person's. Source: 17 composed talks, where the person has 0.76
or more and nobody else more than 0.57; of two clips of 10 s by one reader, one in ten lies below."""

SURE_ALONE = 0.785
"""The same where one voice speaks alone, so that no other shows what a stranger is like in this recording. Source: two
imitations of a person, held against each of four of his talks, reach 0.778; the talks, against each other, 0.76 to
0.89. A few true ones are lost, then: more enrolment clips, pooled, bring them back."""

MARGIN = 0.05
"""How much more like the person the chosen voice must be than every other voice of the recording."""

LEAST_OWN, MOST_OWN = 0.66, 0.7
"""Between which lies the similarity that a window needs to the person's voice in its recording. On 14 composed talks:
99 % of the windows of the person alone lie above 0.68, all with less than half of them below 0.60."""

ACROSS_RECORDINGS = 0.65
"""Similarity of prints from which on voices of two recordings are one. Source: 30 clips of 5 readers, two readers at
most 0.58; of one reader 5 % lie below 0.65."""

LEAST_SPEECH: Seconds = 5.0
"""What a voice must say in a recording to count there: less is a laugh, or a piece of another voice."""

MOST_OF_A_HOST = 0.7
"""Share of the person's recordings in which nobody else may be heard: it could be the host, or the person."""


GIVE_A_CLIP = "give a clip of at least 5 s in which only the person speaks"


@dataclass(frozen=True)
class Windows:
    """Vectors of windows of one recording: `spans` in seconds, `vectors` (num_windows, dim) float32."""

    spans: list[Span]
    vectors: NDArray[np.float32]


def embed_windows(
    sound: Sound, stretches: Sequence[Span], encoder: SpeakerEncoder, hop: Seconds = HOP, most: int | None = None
) -> Windows:
    """Vectors of overlapping windows, each inside one stretch; a shorter stretch is repeated to fill its window.

    Of more than `most` windows so many are taken, evenly.
    """
    spans = [span for start, end in stretches for span in _window_spans(start, end, hop) if end > start]
    if most is not None and len(spans) > most:
        spans = [spans[round(place)] for place in np.linspace(0, len(spans) - 1, most)]
    batches = [spans[first : first + BATCH] for first in range(0, max(len(spans), 1), BATCH)]
    return Windows(spans, np.concatenate([encoder.embed(_pieces(sound, batch)) for batch in batches]))


def _pieces(sound: Sound, spans: Sequence[Span]) -> NDArray[np.float32]:
    pieces = [sound.between(start, end).finite().repeated(WINDOW).samples for start, end in spans]
    return np.array(pieces, np.float32).reshape(-1, round(WINDOW * sound.sampling_rate))


def _window_spans(start: Seconds, end: Seconds, hop: Seconds) -> list[Span]:
    if end - start <= WINDOW:
        return [(start, end)]
    count = math.ceil((end - start - WINDOW) / hop) + 1
    return [(float(first), float(first) + WINDOW) for first in np.linspace(start, end - WINDOW, count)]


def centroid(vectors: NDArray[np.float32]) -> Vector:
    """The mean direction of vectors (num, dim), of length 1."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) + 1e-9), np.float32)


def voice_print(sound: Sound, spans: Sequence[Span], encoder: SpeakerEncoder) -> Vector:
    """The voice that speaks in `spans`, which hold some sound: the mean over pieces of `PRINT` of its speech."""
    total = sum(end - start for start, end in spans)
    count = min(max(math.ceil(1.5 * total / PRINT), 1), MOST_PRINTS)
    starts = np.linspace(0.0, max(total - PRINT, 0.0), count)
    return centroid(np.concatenate([encoder.embed(_spoken(sound, spans, float(start))) for start in starts]))


def _spoken(sound: Sound, spans: Sequence[Span], start: Seconds) -> NDArray[np.float32]:
    """What is said in `PRINT` seconds of speech from `start` on, pauses not counted, as (1, num_samples)."""
    parts, before = [], 0.0
    for first, last in spans:
        inside = (max(first, first + start - before), min(last, first + start + PRINT - before))
        parts += [sound.between(*inside).finite().samples] if inside[0] < inside[1] else []
        before += last - first
    return np.concatenate(parts)[np.newaxis]


def enrol(paths: Sequence[Path], encoder: SpeakerEncoder) -> Vector:
    """The person's voice: the mean over the enrolment files, each of the same weight however long.

    Raises:
        SettingsError: if a file cannot be read, or nobody speaks in it.
    """
    return centroid(np.stack([_enrolment_print(path, encoder) for path in paths]))


def _enrolment_print(path: Path, encoder: SpeakerEncoder) -> Vector:
    try:
        sound = decode(path)
    except SourceError as error:
        raise SettingsError(f"[voice] enrolment: {error}") from error
    speech = bridge(detect_speech(sound), 0.3)
    if not speech:
        raise SettingsError(f"[voice] enrolment: {path}: nobody speaks in it; {GIVE_A_CLIP}")
    return voice_print(sound, speech, encoder)


def own_voice(windows: Windows, person: Vector) -> Vector:
    """The person's voice as it sounds in one recording: the mean of those windows that are most like it.

    The other half may hold a stranger whom the diarizer took for the person.
    """
    similarities = windows.vectors @ person
    return centroid(windows.vectors[similarities >= np.median(similarities)])


def least_similarity(strangers: NDArray[np.float32], own: Vector) -> float:
    """What a window must have to count as the person's: more than 95 % of the other voices' windows (num, dim)."""
    highest = float(np.percentile(strangers @ own, 95)) + 0.03 if len(strangers) else 0.0
    return min(max(highest, LEAST_OWN), MOST_OWN)


@dataclass(frozen=True)
class HeardVoice:
    """One voice of one recording: its print, and for how many seconds it speaks."""

    recording: str
    vector: Vector
    seconds: Seconds


@dataclass(frozen=True)
class Verdict:
    """Which voice of a recording is the person: its label, or None with the reason. `similarities` are for all."""

    similarities: Mapping[str, float]
    persona: str | None
    reason: str = ""


def identify(voices: Mapping[str, HeardVoice], person: Vector) -> Verdict:
    """Choose the voice that is the person's, from each voice of a recording and the person's print.

    Refused as `person_not_heard` if no voice is like the person's (below `SURE`), and as `person_unclear` if two voices
    are about equally like it, so that either may be the person, or both, or if it is between `SURE` and `SURE_ALONE`
    and nobody else says much: an imitator may be so.
    """
    similarities = {label: float(voice.vector @ person) for label, voice in voices.items()}
    ranked = sorted(similarities, key=lambda label: -similarities[label])
    if not ranked or similarities[ranked[0]] < SURE:
        return Verdict(similarities, None, PERSON_NOT_HEARD)
    alone = all(voices[label].seconds < LEAST_SPEECH for label in ranked[1:])
    if similarities[ranked[0]] < SURE_ALONE if alone else similarities[ranked[0]] - similarities[ranked[1]] < MARGIN:
        return Verdict(similarities, None, PERSON_UNCLEAR)
    return Verdict(similarities, ranked[0])


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
        raise SettingsError(f"[voice] enrolment: two voices are in most recordings ({_told(ranked)}); {GIVE_A_CLIP}")
    log.info("the person is the voice common to most recordings: %s", _told(ranked))
    return centroid(np.stack([voice.vector for voice in ranked[0]]))


def _told(ranked: Sequence[Sequence[HeardVoice]]) -> str:
    """The two voices in most recordings, as "one in 5 for 812 s, the next in 1 for 30 s"."""
    told = [f"in {_spread(group)} for {sum(voice.seconds for voice in group):.0f} s" for group in ranked[:2]]
    return ", the next ".join(["one " + told[0], *told[1:]])


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
